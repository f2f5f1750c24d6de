import type { Change } from "../answer.ts";
import { units } from "../comparing/units.ts";
import { PRONOUNS } from "../comparing/word-classes.ts";
import type { Library } from "../finding/library.ts";
import type { Passage } from "../finding/passages.ts";
import { compareNames } from "../reading/names.ts";
import type { Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { JUDGING } from "../tuning.ts";
import {
  detailConflicts,
  exchangedNumbers,
  isPassive,
  type Laid,
  nameConflicts,
  oppositeConflicts,
  polarityConflicts,
  roleConflicts,
} from "./claim-conflicts.ts";
import { isStronger, isWeaker } from "./claim-strength.ts";
import { isContent, isDetail, sameContent, type Term, termsOf } from "./terms.ts";

/** A sentence beside a claim: how much of the claim it carries, and what differs. */
export interface Bearing {
  source: number;
  span: Span;
  /** Who says it, by name; null where that is unknown. */
  speaker: string | null;
  /** How much the passage bears on the claim beside the others; a measure without a scale. */
  relevance: number;
  /** Distinct words of the claim that it and its neighbours have, and their weight. */
  shared: number;
  weight: number;
  /** Share, 0..1, of the claim's content that the sentence has. */
  coverage: number;
  /** Whether the sentence says what the claim says: its details and names, together, as surely, and by whom the claim names. */
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

/** A claim as it is compared: its terms without its frame, and whose words it says that they are. */
export interface ReadClaim {
  terms: readonly Term[];
  /** Whom the claim names as saying so, or null. */
  who: string | null;
}

/** A passage beside a claim. */
export function bearingOf(passage: Passage, claim: ReadClaim, library: Library, shelf: Shelf): Bearing {
  const { source, span } = passage;
  const { supersededBy, kind } = library.sources[source] ?? { supersededBy: null, kind: "article" };
  return {
    source,
    span,
    speaker: passage.speaker,
    relevance: passage.relevance,
    shared: passage.shared,
    weight: passage.weight,
    superseded: supersededBy !== null,
    primary: kind !== "article",
    ...bear(claim, passage, library, shelf),
  };
}

/** The same passage with a sentence beside it, by the same speaker: what one of the two leaves out the other may say. */
export function bearingWith(
  bearing: Bearing,
  beside: Span,
  claim: ReadClaim,
  library: Library,
  shelf: Shelf,
): Bearing {
  const span = {
    start: Math.min(bearing.span.start, beside.start),
    end: Math.max(bearing.span.end, beside.end),
  };
  return { ...bearing, span, ...bear(claim, { ...bearing, span }, library, shelf, true) };
}

/** Where a sentence stands, and who says it. */
type Where = Pick<Passage, "source" | "span" | "speaker">;

type Borne = Pick<Bearing, "coverage" | "complete" | "stretch" | "agrees" | "conflicts">;

/**
 * Content that the sentence shares with the claim, by weight; numbers, dates, names and polarity compared. Where a name stands
 * in the title alone, or words of two sentences are put together (`isWide`), nothing else may be missing.
 */
function bear(
  { terms: claim, who }: ReadClaim,
  passage: Where,
  library: Library,
  shelf: Shelf,
  isWide = false,
): Borne {
  const { span } = passage;
  const there = termsAt(passage.source, span, library, shelf);
  const content = withoutSaying(
    claim.filter((unit) => isContent(unit)),
    passage,
  );
  const { places, meant } = placesOf(content, there, passage, library);
  const laid: Laid = { claim, content, there, places, meant, span };
  const isMet = (unit: Term): boolean => meant.has(unit) || (places.get(unit)?.length ?? 0) > 0;
  const weigh = (list: readonly Term[]): number => list.reduce((sum, unit) => sum + shelf.bits(unit.look), 0);
  const met = content.filter(isMet);
  const plain = content.filter((unit) => !isDetail(unit));
  const total = weigh(content);
  const coverage = total === 0 ? 0 : weigh(met) / total;
  const about = plain.length === 0 ? 0 : weigh(plain.filter(isMet)) / weigh(plain);
  const stretch = sharedStretch(met, places, there.length);
  const governing = there.slice(clauseStart(there, stretch.from, passage, shelf), stretch.to);
  const isHedged = isWeaker(governing, claim);
  const isAsked = /\?["”’)\]]*$/u.test(shelf.text(passage.source, span));
  const conflicts = conflictsOf(laid, about, isHedged || isAsked).sort(
    (a, b) => a.submitted.start - b.submitted.start,
  );
  const lacking = content.filter((unit) => !isMet(unit));
  const isByTitle = [...meant.values()].some((at) => at.length === 0);
  const isTold =
    (lacking.length === 0 || !(isByTitle || isWide)) &&
    lacking.every((unit) => isSlight(unit, shelf)) &&
    lacking.length * JUDGING.claimWordsAFew <= content.length;
  return {
    coverage: conflicts.length > 0 ? Math.max(coverage, about, JUDGING.claimConflict) : coverage,
    complete:
      isTold &&
      isTogether(laid, stretch) &&
      !isHedged &&
      !isStronger(claim, there) &&
      isSaidBy(who, there, passage, library),
    stretch: spanOf(there, stretch, span),
    agrees: content.some(isDetail) && content.every((unit) => isMet(unit) || !isDetail(unit)),
    conflicts,
  };
}

/** Verbs of what a speaker does by speaking: whoever speaks has said it by saying it. */
const SPEECH_ACTS =
  /^(?:call(?:s|ed)|blame[sd]?|complain(?:s|ed)|describe[sd]?|urge[sd]?|criticis?z?e[sd]?|praise[sd]|denounce[sd]|condemn(?:s|ed)|predict(?:s|ed)|recall(?:s|ed)|told|tells|said|says|saying|admit(?:s|ted))$/u;

/** A claim's content without the speaker's own name before what that speaker does by speaking: "Marlowe called the bar a disgrace". */
function withoutSaying(content: readonly Term[], { speaker }: Where): Term[] {
  if (speaker === null) return [...content];
  const names = keysOf(speaker);
  const act = content.findIndex(({ key }) => SPEECH_ACTS.test(key));
  const isTheirs = act > 0 && content.slice(0, act).every(({ key }) => names.has(key));
  return isTheirs ? content.slice(act).filter(({ key }) => !SPEECH_ACTS.test(key)) : [...content];
}

function termsAt(source: number, span: Span, library: Library, shelf: Shelf): Term[] {
  const list = termsOf(units(shelf.text(source, span), library.lexicon));
  for (const term of list) {
    term.start += span.start;
    term.end += span.start;
  }
  return list;
}

/** A word so common that a claim says the same without it: no name and no number. */
function isSlight(unit: Term, shelf: Shelf): boolean {
  return !isDetail(unit) && unit.kind !== "name" && shelf.bits(unit.look) <= JUDGING.claimSlightBits;
}

/** Where the clause begins in which a term stands, as far back as a "may" or an "if" reaches. */
function clauseStart(there: readonly Term[], from: number, { source }: Where, shelf: Shelf): number {
  let start = from;
  while (start > 0 && from - start < JUDGING.weakeningWords) {
    const gap = { start: (there[start - 1] as Term).end, end: (there[start] as Term).start };
    if (gap.end > gap.start && /[;:.?!—–]|--/u.test(shelf.text(source, gap))) break;
    start--;
  }
  return start;
}

/** Whether a passage is said by whom a claim names, or names them itself. Where nobody is named, or nobody is known to speak, nothing speaks against it. */
function isSaidBy(
  who: string | null,
  there: readonly Term[],
  { source, span, speaker }: Where,
  library: Library,
): boolean {
  if (who === null || speaker === null) return true;
  const names = keysOf(who);
  if ([...names].every((name) => there.some(({ key }) => key === name))) return true;
  const voice = library.utterancesAround(source, span).at(-1)?.speaker;
  return !voice || compareNames(who, voice, library.speakersOf(source)) !== "different";
}

/** What a sentence that has so much of the claim says otherwise. What it only asks or supposes denies nothing. */
function conflictsOf(laid: Laid, about: number, isOpen: boolean): Change[] {
  const named = nameConflicts(laid);
  if (about < JUDGING.claimConflict) return named;
  const found = [...named, ...detailConflicts(laid), ...exchangedNumbers(laid), ...oppositeConflicts(laid)];
  if (about < JUDGING.claimDenied || isOpen) return found;
  return [...found, ...polarityConflicts(laid), ...(found.length === 0 ? roleConflicts(laid) : [])];
}

const FIRST_PERSON = new Set(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours"]);
const OF_A_NATION = new Set(["we", "us", "our", "ours", "country", "nation"]);
const SECOND_PERSON = new Set(["you", "your", "yours"]);
const THIRD_PERSON = new Set("he him his she her hers they them their theirs it its".split(" "));

/**
 * For each term of a claim's content the places of a sentence where it stands, as a word of one form, root or sense with it;
 * and the names that only a pronoun may mean there. "I" is whoever speaks; "we" may be the nation; "you" is another
 * speaker of the same source; "he" is somebody whom the words before name, where the sentence names nobody else.
 */
function placesOf(
  content: readonly Term[],
  there: readonly Term[],
  passage: Where,
  library: Library,
): { places: Map<Term, number[]>; meant: Map<Term, number[]> } {
  const voices = new Voices(passage, library);
  const places = new Map<Term, number[]>();
  const meant = new Map<Term, number[]>();
  const namesAnother = there.some(
    (other) => other.kind === "name" && !content.some((unit) => sameContent(unit, other)),
  );
  for (const unit of content) {
    const found = there.flatMap((other, index) =>
      sameContent(unit, other) || isJoined(unit, other, there[index + 1]) ? [index] : [],
    );
    places.set(unit, found);
    if (found.length > 0 || (unit.kind !== "name" && unit.country === null)) continue;
    if (voices.isInTitle(unit)) meant.set(unit, []);
    const pronouns = voices.pronounsFor(unit);
    if (pronouns === null || (pronouns === THIRD_PERSON && namesAnother)) continue;
    const means = there.flatMap(({ key, kind }, index) =>
      pronouns.has(key) && kind !== "name" ? [index] : [],
    );
    if (means.length > 0) meant.set(unit, means);
  }
  return { places, meant };
}

/** "#innerharbour" beside "inner harbour". */
function isJoined({ key }: Term, first: Term, second: Term | undefined): boolean {
  return (
    second !== undefined &&
    key.length === first.key.length + second.key.length &&
    key.length >= JUDGING.joinedCharsMin &&
    key === first.key + second.key
  );
}

/** Who speaks around a passage, and who is named before it; read when a claim's name is not in the sentence. */
class Voices {
  readonly #passage: Where;
  readonly #library: Library;
  #title: Set<string> | null = null;
  #before: Set<string> | null = null;
  #others: Set<string> | null = null;

  constructor(passage: Where, library: Library) {
    this.#passage = passage;
    this.#library = library;
  }

  /** Whether the source's title has a name: what is said there may leave it out. */
  isInTitle({ key }: Term): boolean {
    this.#title ??= keysOf(this.#library.sources[this.#passage.source]?.title ?? "");
    return this.#title.has(key);
  }

  /** The pronouns by which the passage may mean a name, or null. */
  pronounsFor({ key, stem, country }: Term): ReadonlySet<string> | null {
    const { speaker } = this.#passage;
    const isOf = (names: ReadonlySet<string>): boolean => names.has(key) || names.has(stem);
    if (speaker !== null && isOf(keysOf(speaker))) return FIRST_PERSON;
    if (country === "us") return OF_A_NATION;
    if (isOf(this.#namedBefore())) return THIRD_PERSON;
    return isOf(this.#otherVoices()) ? SECOND_PERSON : null;
  }

  #namedBefore(): Set<string> {
    if (this.#before) return this.#before;
    const { source, span } = this.#passage;
    const around = this.#library.textAround(source, span, JUDGING.antecedentChars);
    this.#before = keysOf(around.text.slice(0, Math.max(0, span.start - around.start)));
    return this.#before;
  }

  #otherVoices(): Set<string> {
    if (this.#others) return this.#others;
    const isRecord = this.#library.sources[this.#passage.source]?.kind === "transcript";
    const names = isRecord ? this.#library.speakersOf(this.#passage.source).map(({ name }) => name) : [];
    this.#others = keysOf(names.join(" "));
    return this.#others;
  }
}

function keysOf(text: string): Set<string> {
  return new Set(
    words(text)
      .map(({ key }) => key)
      .filter((key) => !PRONOUNS.has(key)),
  );
}

/**
 * Words of a claim that stand far apart in a long sentence do not say what it says. In its order they may stand
 * apart; in another, hardly anything else may be between them, and names in another order say
 * who did what to whom the other way round, unless one of the two is passive.
 */
function isTogether({ claim, content, there, places }: Laid, { from, to }: Stretch): boolean {
  const taken = new Set<number>();
  const found = content.flatMap((unit) => {
    const place = (places.get(unit) ?? []).find((index) => index >= from && index < to && !taken.has(index));
    if (place === undefined) return [];
    taken.add(place);
    return [{ place, isName: unit.kind === "name" }];
  });
  const isAscending = (list: readonly { place: number }[]): boolean =>
    list.every((each, index) => index === 0 || (list[index - 1]?.place ?? 0) <= each.place);
  const stretch = there.slice(from, to);
  const turned = isPassive(claim) !== isPassive(stretch);
  if (!turned && !isAscending(found.filter(({ isName }) => isName))) return false;
  const other = stretch.filter((unit, index) => isContent(unit) && !taken.has(from + index)).length;
  const count = content.length;
  return isAscending(found)
    ? stretch.length <= JUDGING.togetherWords * count + JUDGING.togetherOver
    : other <= JUDGING.scatteredOver + JUDGING.scatteredShare * count;
}

/** A stretch of a sentence, in units; half-open. */
interface Stretch {
  from: number;
  to: number;
}

/** The shortest stretch of a sentence of so many terms that holds all the content it shares with the claim, and of several the last. */
function sharedStretch(
  shared: readonly Term[],
  places: ReadonlyMap<Term, readonly number[]>,
  length: number,
): Stretch {
  const held = Array.from({ length }, (): number[] => []);
  shared.forEach((unit, number) => {
    for (const place of places.get(unit) ?? []) held[place]?.push(number);
  });
  const counts = shared.map(() => 0);
  const count = (number: number, change: number): number => {
    counts[number] = (counts[number] ?? 0) + change;
    return counts[number];
  };
  let missing = shared.length;
  let best = { from: 0, to: length };
  let to = 0;
  for (let from = 0; from < length; from++) {
    for (; to < length && (missing > 0 || to <= from); to++)
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
