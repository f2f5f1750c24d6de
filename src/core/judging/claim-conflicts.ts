import type { Change } from "../answer.ts";
import { changeMessage } from "../comparing/messages.ts";
import type { Unit } from "../comparing/units.ts";
import { PLAIN_NEGATIONS } from "../comparing/word-classes.ts";
import { isTitleWord } from "../reading/titles.ts";
import type { Span } from "../text/span.ts";
import { JUDGING } from "../tuning.ts";
import { isContent, isDetail, oppositeContent, sameContent, type Term } from "./terms.ts";

/** A claim's content laid on a sentence. */
export interface Laid {
  /** The claim's terms, all and those of content. */
  claim: readonly Term[];
  content: readonly Term[];
  /** The sentence's. */
  there: readonly Term[];
  /** For each term of content the places in the sentence where it stands; none where it does not. */
  places: ReadonlyMap<Term, readonly number[]>;
  /** Names that a pronoun of the sentence may mean, with the places of those pronouns; none where the source's title has the name. */
  meant: ReadonlyMap<Term, readonly number[]>;
  /** The sentence, in the source. */
  span: Span;
}

type ConflictKind = "number" | "date" | "unit" | "name" | "negation" | "word";

function conflict(kind: ConflictKind, submitted: Unit | null, source: Unit | null, span: Span): Change {
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

function isMet({ places, meant }: Laid, unit: Term): boolean {
  return meant.has(unit) || (places.get(unit)?.length ?? 0) > 0;
}

/** A number or date of the claim that the sentence lacks, where the sentence has another of its kind. */
export function detailConflicts(laid: Laid): Change[] {
  const { claim, content, there, span } = laid;
  return content.flatMap((unit) => {
    if (!isDetail(unit) || isMet(laid, unit)) return [];
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

/**
 * Numbers that the sentence has, of other things: "2,800 search warrants" where it says "500 search
 * warrants … 2,800 subpoenas".
 */
export function exchangedNumbers(laid: Laid): Change[] {
  const { claim, there, span, content, places } = laid;
  return content.flatMap((unit) => {
    const own = places.get(unit) ?? [];
    if (unit.kind !== "number" || own.length === 0) return [];
    const here = own.flatMap((at) => countedBy(there, at));
    const counted = countedBy(claim, claim.indexOf(unit));
    if (counted.length === 0 || counted.every((each) => isAmong(each, here))) return [];
    const rival = there.find(
      (other, at) =>
        other.kind === "number" &&
        other.key !== unit.key &&
        counted.every((each) => isAmong(each, countedBy(there, at))) &&
        !content.some((each) => each.key === other.key && isSameCount(claim, each, there, at)),
    );
    return rival ? [conflict("number", unit, rival, span)] : [];
  });
}

function isAmong(unit: Term, list: readonly Term[]): boolean {
  return list.some((other) => sameContent(unit, other));
}

/** Whether a number of the claim counts there what it counts in the claim. */
function isSameCount(claim: readonly Term[], unit: Term, there: readonly Term[], at: number): boolean {
  return countedBy(claim, claim.indexOf(unit)).every((counted) => isAmong(counted, countedBy(there, at)));
}

/** The first words of content behind a number, up to the next one: what it counts. */
function countedBy(list: readonly Term[], at: number): Term[] {
  const found: Term[] = [];
  for (let index = at + 1; index < list.length && index <= at + JUDGING.countedReach; index++) {
    const unit = list[index] as Term;
    if (unit.kind === "number" || found.length === JUDGING.countedWords) break;
    if (unit.kind === "unit") continue;
    if (isContent(unit)) found.push(unit);
  }
  return found;
}
/** One name of the claim that the sentence lacks, where all the rest of the claim is there and the sentence names somebody else in its place. */
export function nameConflicts(laid: Laid): Change[] {
  const { content, there, span } = laid;
  const lacking = content.filter((unit) => !isMet(laid, unit));
  const [only] = lacking;
  if (lacking.length !== 1 || only?.kind !== "name" || content.length < 3) return [];
  const rivals = there.filter(
    (other) =>
      other.kind === "name" &&
      !isTitleWord(other.key) &&
      !isOfOneRoot(only, other) &&
      !content.some((own) => sameContent(own, other)),
  );
  const beside = content[content.indexOf(only) + 1];
  const follower = there.findIndex((other) => beside !== undefined && sameContent(beside, other));
  const rival = follower < 0 ? rivals[0] : rivals.findLast((other) => isRightBefore(there, other, follower));
  return rival ? [conflict("name", only, rival, span)] : [];
}

/** Whether a name stands before a place with no word of content between. */
function isRightBefore(there: readonly Term[], name: Term, follower: number): boolean {
  const at = there.indexOf(name);
  return at < follower && !there.slice(at + 1, follower).some((unit) => isContent(unit));
}

/** "Democrat" and "Democratic" are no two names. */
function isOfOneRoot({ key: a }: Term, { key: b }: Term): boolean {
  const letters = Math.min(a.length, b.length, JUDGING.nameRootCharsMax);
  return letters >= JUDGING.nameRootCharsMin && a.slice(0, letters) === b.slice(0, letters);
}

/** Words of a denial that is no "not": "stopped short of", "refused to". */
const DENIALS =
  /^(?:deny|denies|denied|fail|fails|failed|refuse|refuses|refused|short|rejects?|rejected|opposed?|opposes|against|opposition)$/u;

/** The denials of one side that the other has not; of those that are no "not" only where the other side has none at all: to oppose is to be against. */
function denialsBeyond(list: readonly Term[], other: readonly Term[]): Term[] {
  const isMild = other.some(({ key }) => DENIALS.test(key));
  return list.filter(
    ({ key, stem }) =>
      (PLAIN_NEGATIONS.has(key) || (DENIALS.test(key) && !isMild)) &&
      !other.some((each) => each.stem === stem),
  );
}

/**
 * A word of the claim that the sentence denies, or that only the claim denies. A denial is of the next
 * word of content behind it: in "nobody knows who overthrew Mossadegh" it is of "knows" alone. Behind a verb like "think"
 * it is of the clause that follows.
 */
export function polarityConflicts(laid: Laid): Change[] {
  const { claim, content, there, places, span } = laid;
  const own = denialsBeyond(claim, there);
  const theirs = denialsBeyond(there, claim);
  const [deniedHere, deniedThere] = [deniersOf(claim, own), deniersOf(there, theirs)];
  for (const unit of content) {
    const at = places.get(unit) ?? [];
    if (at.length === 0 || unit.kind === "number") continue;
    const here = deniedHere.get(unit) ?? null;
    const denials = at.map((place) => deniedThere.get(there[place] as Term) ?? null);
    if (here === null && denials.every((each) => each !== null))
      return [conflict("negation", null, widened(denials[0] ?? null, there), span)];
    if (here !== null && denials.every((each) => each === null))
      return [conflict("negation", widened(here, claim), null, span)];
  }
  return [];
}

/** Verbs whose denial is meant for what they govern: "I don’t think that it works" says that it does not. */
const RAISING = new Set(
  "think thought believe believed suppose imagine expect seem seems seemed appear appears appeared guess feel want".split(
    " ",
  ),
);

/** For each word that one of these denials denies, that denial. */
function deniersOf(list: readonly Term[], deniers: readonly Term[]): Map<Term, Term> {
  const found = new Map<Term, Term>();
  for (const denier of deniers) {
    const at = list.indexOf(denier);
    let isRaised = false;
    let first = true;
    for (
      let index = at + 1;
      index < list.length && index <= at + JUDGING.governingWords * (isRaised ? 2 : 1);
      index++
    ) {
      const unit = list[index] as Term;
      if (CLAUSE_LINKS.has(unit.key)) break;
      if (!isContent(unit)) continue;
      if (first && RAISING.has(unit.key)) isRaised = true;
      else if (first || isRaised) found.set(unit, denier);
      if (!isRaised) break;
      first = false;
    }
  }
  return found;
}
const CLAUSE_LINKS = new Set("but because although though while unless except".split(" "));

/** A denial of several words, whole: "stopped short of", and not "short" alone. */
function widened(unit: Term | null, list: readonly Unit[]): Unit | null {
  if (!unit) return null;
  const at = list.indexOf(unit);
  const [before, after] = [list[at - 1], list[at + 1]];
  const idiom =
    unit.key === "short" && before && after?.key === "of" && /^(?:stop|f[ae]ll)/u.test(before.key);
  return idiom ? { ...unit, start: before.start, end: after.end } : unit;
}

/** A word of the claim that the sentence lacks, where it has the opposite, both denied or neither: "supports" where it says "oppose". */
export function oppositeConflicts(laid: Laid): Change[] {
  const { claim, content, there, span } = laid;
  return content.flatMap((unit) => {
    if (isMet(laid, unit)) return [];
    const rival = there.find(
      (other) => oppositeContent(unit, other) && !claim.some((own) => sameContent(own, other)),
    );
    if (!rival) return [];
    const denied = (list: readonly Term[], at: Term): boolean =>
      deniersOf(
        list,
        list.filter(({ key }) => PLAIN_NEGATIONS.has(key)),
      ).has(at);
    return denied(claim, unit) === denied(there, rival) ? [conflict("word", unit, rival, span)] : [];
  });
}

/** Two who did something to one another the other way round: the whole claim is there, in one voice, and its two names have changed places. */
export function roleConflicts(laid: Laid): Change[] {
  const { claim, content, there, places, meant, span } = laid;
  const names = content.filter((unit) => unit.kind === "name");
  if (content.some((unit) => !isMet(laid, unit)) || isPassive(claim) !== isPassive(there)) return [];
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last || names.length < 2) return [];
  if (isOfOneRoot(first, last)) return [];
  const placesOf = (name: Term): readonly number[] => {
    const own = places.get(name) ?? [];
    return own.length > 0 ? own : (meant.get(name) ?? []);
  };
  const [own, theirs] = [placesOf(first), placesOf(last)];
  const [from, to] = [claim.indexOf(first), claim.indexOf(last)];
  const deed = content.find((unit) => {
    const at = claim.indexOf(unit);
    return unit.kind === "plain" && at > from && at < to;
  });
  const [verb, ...others] = deed === undefined ? [] : (places.get(deed) ?? []);
  if (verb === undefined || others.length > 0 || own.length === 0 || theirs.length === 0) return [];
  const isTurned = theirs.every((at) => at < verb) && own.every((at) => at > verb);
  return isTurned ? [conflict("name", first, there[theirs[0] as number] ?? null, span)] : [];
}

/** "was … by": who did it stands behind. */
export function isPassive(list: readonly Term[]): boolean {
  return list.some(
    ({ key }, index) =>
      /^(?:am|is|are|was|were|be|been|being|got|get)$/u.test(key) &&
      list.slice(index + 1, index + JUDGING.passiveWords).some((other) => other.key === "by"),
  );
}
