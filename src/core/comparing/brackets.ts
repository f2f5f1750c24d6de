import type { Change } from "../answer.ts";
import { isFunctionWord } from "../text/common-words.ts";
import { countryOf } from "../text/places.ts";
import { stem } from "../text/stem.ts";
import { change, excerpt, type Reading } from "./excerpts.ts";
import type { Unit, UnitClass } from "./units.ts";

/** Of a run of steps that holds bracketed words, those that the brackets add or stand for; half-open. */
export function bracketStretch(reading: Reading, from: number, to: number): { from: number; to: number } {
  const { steps } = reading.block;
  const isBracketed = (index: number): boolean => {
    const step = steps[index];
    return step !== undefined && step.type !== "omitted" && step.submitted.bracket >= 0;
  };
  let first = from;
  while (!isBracketed(first)) first++;
  let last = to - 1;
  while (!isBracketed(last)) last--;
  while (first > from && steps[first - 1]?.type === "omitted") first--;
  while (last + 1 < to && steps[last + 1]?.type === "omitted") last++;
  return { from: first, to: last + 1 };
}

/** Words in brackets beside the speaker's, or in their place. */
export function bracketChange(reading: Reading, from: number, to: number): Change {
  const { quotation, block } = reading;
  const run = block.steps.slice(from, to);
  const submitted = run.flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
  const source = run.flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
  const marks = quotation.brackets.filter((bracket) =>
    submitted.some((unit) => unit.bracket === bracket.number),
  );
  const left = excerpt(quotation.text, marks[0]?.start ?? 0, marks.at(-1)?.end ?? 0);
  const before = block.steps.slice(0, from).findLast((step) => step.type !== "inserted");
  const at = source[0]?.start ?? (before ? before.source.end : block.start);
  const right = excerpt(block.window.text, at, source.at(-1)?.end ?? at, block.window.start);
  return change("bracket", turnsMeaning(submitted, source), left, right);
}

/**
 * A bracket may name what a pronoun means, or put a word into another form; it may not turn a
 * negation, a number or a modal round, nor put one content word for another.
 */
function turnsMeaning(submitted: readonly Unit[], source: readonly Unit[]): boolean {
  const of = (list: readonly Unit[], kind: UnitClass): string =>
    list
      .filter((unit) => unit.kind === kind)
      .map((unit) => unit.key)
      .sort()
      .join(" ");
  if (of(submitted, "negation") !== of(source, "negation")) return true;
  if (source.length === 0) return false;
  const [named, replaced] = [placesIn(submitted), placesIn(source)];
  if (named.length > 0 && replaced.length > 0 && !named.some((place) => replaced.includes(place)))
    return true;
  if (putsWordForWord(submitted, source)) return true;
  return (["number", "modality", "quantifier"] as const).some(
    (kind) => of(source, kind) !== "" && of(source, kind) !== of(submitted, kind),
  );
}

/** "[continue]" for "stop": plain content for plain content, with no form in common and no name among it. */
function putsWordForWord(submitted: readonly Unit[], source: readonly Unit[]): boolean {
  const content = (list: readonly Unit[]): Unit[] =>
    list.filter((unit) => unit.kind === "plain" && !isFunctionWord(unit.look) && !unit.capital);
  const [own, theirs] = [content(submitted), content(source)];
  if (own.length === 0 || theirs.length === 0 || submitted.some((unit) => unit.kind === "name")) return false;
  return !own.some((unit) => theirs.some((other) => stem(unit.key) === stem(other.key)));
}

/** Countries named, by name, adjective or capital: “[Moscow]” may stand for Russia, “[Ukraine]” may not. */
function placesIn(list: readonly Unit[]): string[] {
  return list.flatMap((unit) => countryOf(unit.key) ?? []);
}
