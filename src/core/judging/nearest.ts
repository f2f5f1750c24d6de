import type { Match } from "../answer.ts";
import { units } from "../comparing/units.ts";
import { PLAIN_NEGATIONS } from "../comparing/word-classes.ts";
import type { SourceFilter } from "../finding/candidates.ts";
import { contentKeys, familiesOf, type KnownFamilies } from "../finding/families.ts";
import type { Library } from "../finding/library.ts";
import { type Passage, passagesAbout } from "../finding/passages.ts";
import type { Question } from "../question.ts";
import { sentences } from "../text/sentences.ts";
import { overlaps } from "../text/span.ts";
import { stem } from "../text/stem.ts";
import { words } from "../text/words.ts";
import { JUDGING, RESEMBLANCE } from "../tuning.ts";
import { attribute } from "./attribution.ts";
import { contextWarnings } from "./context.ts";

import { assemble, rounded } from "./judge.ts";
import { bySpeaker } from "./order.ts";
import { type Place, readPlace, wordsAt } from "./place.ts";
import type { Resembling } from "./resemblance.ts";

/** The passages nearest to a quotation that stands nowhere in its words. */
export interface Nearest {
  matches: Match[];
  /** Whether the first says so nearly the same that the quotation is a rewording of it. */
  reworded: boolean;
}

export const NONE_NEAR: Nearest = { matches: [], reworded: false };

/** True where the best of these matches is so much alike that passages with some of its words would add nothing. */
export function isSure(matches: readonly Match[]): boolean {
  return matches.some((match) => match.score >= JUDGING.sureScore);
}

/** What passages are looked for with. */
interface Search {
  question: Question;
  library: Library;
  filter: SourceFilter;
  known: KnownFamilies;
}

/** A passage that shares enough with a quotation to be read, and how much it deserves it. */
interface Near {
  passage: Passage;
  match: Match;
  worth: number;
}

/**
 * The passages that share most of a quotation's content words in whatever order, those of the
 * named speaker and those in its order first; where none shares enough with the whole, those
 * nearest to its sentences. None where so little is shared that nobody would want to read them.
 */
export function nearestPassages(
  question: Question,
  library: Library,
  filter: SourceFilter,
  alike: readonly Resembling[],
): Nearest {
  const search: Search = { question, library, filter, known: new Map() };
  const whole = nearTo(question.text, JUDGING.nearestWhole, search);
  const near = whole.length > 0 ? whole : nearSentences(search);
  const most = Math.max(0, ...near.map(({ passage }) => passage.coverage));
  const isFirst = (each: Resembling): boolean =>
    each.near === "close" || (each.near === "leading" && most < RESEMBLANCE.sharedMax);
  const matchOf = (each: Resembling): Match => resembledMatch(question, each, library);
  const before = alike.filter(isFirst).map(matchOf);
  const behind = alike.filter((each) => !isFirst(each)).map(matchOf);
  const allowed = new Set(
    bySpeaker([...before, ...behind, ...near.map(({ match }) => match)], question.within),
  );
  const kept = near.filter(({ match }) => allowed.has(match)).sort((a, b) => b.worth - a.worth);
  const first = whole.length > 0 ? kept[0] : undefined;
  const all = [...before, ...kept.map(({ match }) => match), ...behind].filter((match) => allowed.has(match));
  const each = all.filter((match, index) => all.findIndex((other) => isSamePlace(other, match)) === index);
  return {
    matches: each.slice(0, question.limit),
    reworded: first !== undefined && isReworded(first, question, library),
  };
}

function isSamePlace(a: Match, b: Match): boolean {
  return a.source.id === b.source.id && overlaps(a.quote, b.quote);
}

/** The sentences of a stretch that the quotation resembles letter by letter. */
function resembledMatch(question: Question, { block, likeness }: Resembling, library: Library): Match {
  const { source, start, end } = block;
  const { sentences: holding } = readPlace(library, source, { start, end });
  const span = { start: holding[0]?.start ?? start, end: holding.at(-1)?.end ?? end };
  return passageMatch(question, likeness, readPlace(library, source, span), library);
}

/** The passages near to the longest sentences of a quotation that has several; each passage once. */
function nearSentences(search: Search): Near[] {
  const { question } = search;
  const spans = sentences(question.text);
  if (spans.length < 2) return [];
  const near = spans
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, JUDGING.nearestSentencesMax)
    .flatMap(({ start, end }) => nearTo(question.text.slice(start, end), JUDGING.nearestSentence, search));
  const place = ({ passage }: Near): string => `${passage.source}:${passage.span.start}`;
  return near.filter((each, index) => near.findIndex((other) => place(other) === place(each)) === index);
}

function nearTo(
  text: string,
  least: { coverage: number; shared: number },
  { question, library, filter, known }: Search,
): Near[] {
  const read = question.speaker === null ? JUDGING.nearestRead : JUDGING.nearestReadNamed;
  const keys = stems(text).slice(0, JUDGING.nearestWordsMax);
  const families = familiesOf(library, contentKeys(text), known);
  if (families.length < 2) return [];
  const sharedMin = Math.max(Math.min(least.shared, families.length - 1), families.length * least.coverage);
  return passagesAbout(library, families, filter, read, { coverage: least.coverage, shared: sharedMin })
    .filter(({ coverage, shared }) => coverage >= least.coverage && shared >= sharedMin)
    .map((passage) => {
      const place = readPlace(library, passage.source, passage.span);
      const match = passageMatch(question, passage.coverage, place, library);
      const named = match.attribution === "confirmed" ? JUDGING.namedSpeakerGain : 1;
      const inOrder = commonInOrder(keys, stems(wordsAt(place, place.span))) / Math.max(1, keys.length);
      const record = match.source.kind === "article" ? 1 : JUDGING.recordGain;
      const worth = passage.relevance * named * record * (1 + JUDGING.orderGain * inOrder);
      return { passage, match, worth };
    });
}

/** Most of the content of a quotation that has much of it, as much denied, and from nobody else's mouth. */
function isReworded(
  { passage: { coverage, shared }, match }: Near,
  question: Question,
  library: Library,
): boolean {
  return (
    coverage >= JUDGING.rewordedCoverage &&
    shared >= JUDGING.rewordedShared &&
    match.attribution !== "misattributed" &&
    deniesAlike(question.text, match.quote.exact, library)
  );
}

/** True where neither text denies anything, or both do, and as often but for pairs that cancel out. */
function deniesAlike(a: string, b: string, library: Library): boolean {
  const count = (text: string): number =>
    units(text, library.lexicon).filter(({ key }) => PLAIN_NEGATIONS.has(key)).length;
  const [left, right] = [count(a), count(b)];
  return left % 2 === right % 2 && left > 0 === right > 0;
}

function stems(text: string): string[] {
  return words(text).map(({ key }) => stem(key));
}

/** Length of the longest common subsequence of two lists (Wagner and Fischer 1974). */
function commonInOrder(a: readonly string[], b: readonly string[]): number {
  const lengths = new Uint16Array(b.length + 1);
  for (const key of a) {
    let diagonal = 0;
    for (let index = 1; index <= b.length; index++) {
      const above = lengths[index] as number;
      lengths[index] = key === b[index - 1] ? diagonal + 1 : Math.max(above, lengths[index - 1] as number);
      diagonal = above;
    }
  }
  return lengths[b.length] as number;
}

function passageMatch(question: Question, share: number, place: Place, library: Library): Match {
  const { outcome, speaker } = attribute(question.speaker, place, library);
  return assemble(place, library, {
    wording: "paraphrase",
    attribution: outcome,
    score: rounded(Math.min(1, share)),
    changes: [],
    speaker,
    warnings: contextWarnings(place, question.text, []).filter((warning) => warning.kind !== "question"),
  });
}
