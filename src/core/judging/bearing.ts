import type { Change } from "../answer.ts";
import { changeMessage } from "../comparing/messages.ts";
import { type Unit, units } from "../comparing/units.ts";
import { PLAIN_NEGATIONS } from "../comparing/word-classes.ts";
import type { Library } from "../finding/library.ts";
import type { Passage } from "../finding/passages.ts";
import { isFunctionWord } from "../text/common-words.ts";
import { countryOf } from "../text/places.ts";
import type { Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { JUDGING } from "../tuning.ts";

/** A sentence beside a claim: how much of the claim it carries, and what differs. */
export interface Bearing {
  source: number;
  span: Span;
  /** How much the passage bears on the claim beside the others; a measure without a scale. */
  relevance: number;
  /** Distinct words of the claim that it and its neighbours have, and their weight. */
  shared: number;
  weight: number;
  /** Share, 0..1, of the claim's content that the sentence has. */
  coverage: number;
  /** Whether the wording runs in the claim's own words throughout. */
  complete: boolean;
  /** The words that carry the claim, from the first to the last, in the source. */
  stretch: Span;
  conflicts: Change[];
  /** Whether the claim has numbers or dates and the sentence has them all. */
  agrees: boolean;
  /** A corrected source yields to one that stands. */
  superseded: boolean;
  /** A record of what was said comes before an article about it. */
  primary: boolean;
}

/** A unit with what tells that two mean the same: asked of every pair of a claim and a sentence, and so read once. */
export interface Term extends Unit {
  stem: string;
  country: string | null;
}

/** The terms of a list of units. */
export function termsOf(list: readonly Unit[]): Term[] {
  return list.map((unit) => ({ ...unit, stem: stem(unit.key), country: countryOf(unit.key) }));
}

/** A passage beside a claim. */
export function bearingOf(passage: Passage, claim: readonly Term[], library: Library, shelf: Shelf): Bearing {
  const { source, span } = passage;
  const there = termsOf(units(shelf.text(source, span), library.lexicon));
  for (const term of there) {
    term.start += span.start;
    term.end += span.start;
  }
  const { supersededBy, kind } = library.sources[source] ?? { supersededBy: null, kind: "article" };
  return {
    source,
    span,
    relevance: passage.relevance,
    shared: passage.shared,
    weight: passage.weight,
    superseded: supersededBy !== null,
    primary: kind !== "article",
    ...bear(claim, there, span, shelf),
  };
}

/** Content that the sentence shares with the claim, by weight; numbers, dates, names and polarity compared. */
function bear(
  claim: readonly Term[],
  there: readonly Term[],
  span: Span,
  shelf: Shelf,
): Pick<Bearing, "coverage" | "complete" | "stretch" | "agrees" | "conflicts"> {
  const content = claim.filter((unit) => isContent(unit));
  const weigh = (list: readonly Unit[]): number => list.reduce((sum, unit) => sum + shelf.bits(unit.look), 0);
  const met = new Set(content.filter((unit) => there.some((other) => sameContent(unit, other))));
  const plain = content.filter((unit) => !isDetail(unit));
  const missing = content.filter((unit) => isDetail(unit) && !met.has(unit));
  const total = weigh(content);
  const coverage = total === 0 ? 0 : weigh(content.filter((unit) => met.has(unit))) / total;
  const about = plain.length === 0 ? 0 : weigh(plain.filter((unit) => met.has(unit))) / weigh(plain);
  const named = nameConflict(content, met, there, span);
  const stretch = sharedStretch([...met], there);
  const details =
    about < JUDGING.claimConflict
      ? []
      : [...detailConflicts(missing, claim, there, span), ...polarityConflict(claim, there, stretch, span)];
  const conflicts = [...named, ...details].sort((a, b) => a.submitted.start - b.submitted.start);
  return {
    coverage: conflicts.length > 0 ? Math.max(coverage, about, JUDGING.claimConflict) : coverage,
    complete: missing.length === 0 && isTogether(content, there.slice(stretch.from, stretch.to)),
    stretch: spanOf(there, stretch, span),
    agrees: missing.length === 0 && content.some(isDetail),
    conflicts,
  };
}

function isContent(unit: Unit): boolean {
  return (
    unit.kind !== "negation" && (unit.kind === "name" || isDetail(unit) || !isFunctionWord(unit.printed))
  );
}

/** What a claim must have right to the letter. */
function isDetail(unit: Unit): boolean {
  return unit.kind === "number" || unit.kind === "date" || unit.kind === "unit";
}

function sameContent(a: Term, b: Term): boolean {
  return a.key === b.key || a.stem === b.stem || (a.country !== null && a.country === b.country);
}

/** A number or date of the claim that the sentence lacks, where the sentence has another of its kind. */
function detailConflicts(
  missing: readonly Term[],
  claim: readonly Term[],
  there: readonly Term[],
  span: Span,
): Change[] {
  return missing.flatMap((unit) => {
    const rivals = there.filter(
      (other) => other.kind === unit.kind && isDetail(other) && !claim.some((own) => own.key === other.key),
    );
    const rival =
      rivals.find((other) => other.key.startsWith("month") === unit.key.startsWith("month")) ?? rivals[0];
    if (!rival || !isCountedAlike(unit, claim, rival, there)) return [];
    return [conflict(unit.kind === "date" || unit.kind === "unit" ? unit.kind : "number", unit, rival, span)];
  });
}

/**
 * Whether two numbers or units may be of the same thing: the words before or after them meet,
 * or one of the two has none that could. "33,000 residents" is no rival of "1 Customs Steps".
 */
function isCountedAlike(unit: Term, claim: readonly Term[], rival: Term, there: readonly Term[]): boolean {
  if (unit.kind === "date") return true;
  const beside = (list: readonly Term[], at: number): Term[] =>
    [list[at - 2], list[at - 1], list[at + 1], list[at + 2]].flatMap((each) =>
      each && isContent(each) ? [each] : [],
    );
  const own = beside(claim, claim.indexOf(unit));
  const theirs = beside(there, there.indexOf(rival));
  return own.length === 0 || own.some((each) => theirs.some((other) => sameContent(each, other)));
}

/** One name of the claim that the sentence lacks, where all the rest of the claim is there and the sentence names somebody else in its place. */
function nameConflict(
  content: readonly Term[],
  met: ReadonlySet<Term>,
  there: readonly Term[],
  span: Span,
): Change[] {
  const lacking = content.filter((unit) => !isDetail(unit) && !met.has(unit));
  const [only] = lacking;
  if (lacking.length !== 1 || only?.kind !== "name" || content.length < 3) return [];
  const rivals = there.filter(
    (other) => other.kind === "name" && !content.some((own) => sameContent(own, other)),
  );
  const beside = content[content.indexOf(only) + 1];
  const follower = there.findIndex((other) => beside !== undefined && sameContent(beside, other));
  const rival =
    follower < 0
      ? rivals[0]
      : rivals.findLast((other) => there.indexOf(other) < follower && follower - there.indexOf(other) <= 1);
  return rival ? [conflict("name", only, rival, span)] : [];
}

/** Words of a denial that is no "not": "stopped short of", "refused to". */
const DENIALS =
  /^(?:deny|denies|denied|fail|fails|failed|refuse|refuses|refused|short|rejects?|rejected|opposed?|opposes|against|opposition)$/u;

/** A negation on one side and none on the other, in the stretch of the sentence that the claim is about. */
function polarityConflict(
  claim: readonly Term[],
  there: readonly Term[],
  stretch: Stretch,
  span: Span,
): Change[] {
  const isNegation = (unit: Unit): boolean => PLAIN_NEGATIONS.has(unit.key) || DENIALS.test(unit.key);
  const near = there.slice(Math.max(0, stretch.from - JUDGING.governingWords), stretch.to);
  const beyond = (list: readonly Term[], other: readonly Term[]): Term[] =>
    list.filter((unit) => isNegation(unit) && !other.some((each) => each.stem === unit.stem));
  const own = beyond(claim, there);
  const theirs = beyond(near, claim);
  if (own.length % 2 === theirs.length % 2) return [];
  return [conflict("negation", widened(own[0], claim), widened(theirs[0], there), span)];
}

/** A denial of several words, whole: "stopped short of", and not "short" alone. */
function widened(unit: Unit | undefined, list: readonly Unit[]): Unit | null {
  if (!unit) return null;
  const at = list.indexOf(unit);
  const [before, after] = [list[at - 1], list[at + 1]];
  const idiom =
    unit.key === "short" && before && after?.key === "of" && /^(?:stop|f[ae]ll)/u.test(before.key);
  return idiom ? { ...unit, start: before.start, end: after.end } : unit;
}

/**
 * Words of a claim that stand far apart in a long sentence do not say what it says, unless
 * they stand in its order; names in another order say who did what to whom the other way
 * round. Each word of the claim takes a word of the sentence for itself.
 */
function isTogether(content: readonly Term[], stretch: readonly Term[]): boolean {
  const count = content.length;
  const taken = new Set<number>();
  const places = content.map((unit) => {
    const place = stretch.findIndex((other, index) => !taken.has(index) && sameContent(unit, other));
    if (place >= 0) taken.add(place);
    return { place, name: unit.kind === "name" };
  });
  const ascending = (list: readonly { place: number }[]): boolean =>
    list.every((each, index) => index === 0 || (list[index - 1]?.place ?? 0) <= each.place);
  const found = places.filter(({ place }) => place >= 0);
  if (!ascending(found.filter(({ name }) => name))) return false;
  const inOrder = ascending(found);
  const most = inOrder ? JUDGING.togetherWords * count + JUDGING.togetherOver : count + JUDGING.scatteredOver;
  return stretch.length <= most;
}

/** A stretch of a sentence, in units; half-open. */
interface Stretch {
  from: number;
  to: number;
}

/** The shortest stretch of the sentence that holds all the content words it shares with the claim, and of several the last. */
function sharedStretch(shared: readonly Term[], there: readonly Term[]): Stretch {
  const held = there.map((other) =>
    shared.flatMap((unit, number) => (sameContent(unit, other) ? [number] : [])),
  );
  const counts = shared.map(() => 0);
  const count = (number: number, change: number): number => {
    counts[number] = (counts[number] ?? 0) + change;
    return counts[number];
  };
  let missing = shared.length;
  let best = { from: 0, to: there.length };
  let to = 0;
  for (let from = 0; from < there.length; from++) {
    for (; to < there.length && (missing > 0 || to <= from); to++)
      for (const number of held[to] ?? []) if (count(number, 1) === 1) missing--;
    if (missing > 0) break;
    if (to - from <= best.to - best.from) best = { from, to };
    for (const number of held[from] ?? []) if (count(number, -1) === 0) missing++;
  }
  return best;
}

function spanOf(there: readonly Term[], { from, to }: Stretch, span: Span): Span {
  const [first, last] = [there[from], there[to - 1]];
  return first && last ? { start: first.start, end: last.end } : span;
}

function conflict(
  kind: "number" | "date" | "unit" | "name" | "negation",
  submitted: Unit | null,
  source: Unit | null,
  span: Span,
): Change {
  const left = submitted
    ? { text: submitted.printed, start: submitted.start, end: submitted.end }
    : { text: "", start: 0, end: 0 };
  const right = source
    ? { text: source.printed, start: source.start, end: source.end }
    : { text: "", start: span.start, end: span.start };
  return {
    kind,
    material: true,
    submitted: left,
    source: right,
    message: changeMessage(kind, left.text, right.text),
  };
}
