import type { Change } from "../answer.ts";
import { countryOf } from "../text/places.ts";
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
  const source = withinSentence(
    reading,
    from,
    run.flatMap((step) => (step.type === "inserted" ? [] : [step.source])),
  );
  const marks = quotation.brackets.filter((bracket) =>
    submitted.some((unit) => unit.bracket === bracket.number),
  );
  const left = excerpt(quotation.text, marks[0]?.start ?? 0, marks.at(-1)?.end ?? 0);
  const at = source[0]?.start ?? block.start;
  const right = excerpt(block.window.text, at, source.at(-1)?.end ?? at, block.window.start);
  return change("bracket", turnsMeaning(submitted, source), left, right);
}

/** At an edge a bracket may have taken words of the sentence beside: those are not what it stands for. */
function withinSentence({ block }: Reading, from: number, source: readonly Unit[]): readonly Unit[] {
  if (from > 0) return source;
  const text = block.window.text;
  const cut = source.findLastIndex((unit) =>
    /^["”’)]*[.!?…:]["”’)]*\s/u.test(text.slice(unit.end - block.window.start)),
  );
  return source.slice(cut + 1);
}

/** A bracket may name what a pronoun means; it may not turn a negation, a number or a modal round. */
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
  return (["number", "modality", "quantifier"] as const).some(
    (kind) => of(source, kind) !== "" && of(source, kind) !== of(submitted, kind),
  );
}

/** Countries named, by name, adjective or capital: “[Moscow]” may stand for Russia, “[Ukraine]” may not. */
function placesIn(list: readonly Unit[]): string[] {
  return list.flatMap((unit) => countryOf(unit.key) ?? []);
}
