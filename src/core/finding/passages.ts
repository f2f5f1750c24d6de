import { turnLabels } from "../reading/turns.ts";
import { paragraphs, sentencesWithin } from "../text/sentences.ts";
import type { TextWindow } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { PASSAGES } from "../tuning.ts";
import { Beginnings } from "./beginnings.ts";
import { type Candidate, elect, type SourceFilter, type Voter } from "./candidates.ts";
import type { Family } from "./families.ts";
import type { Library } from "./library.ts";
import { isUnread } from "./promising.ts";

/** A sentence that shares words with a question, whatever their order. */
export interface Passage {
  source: number;
  /** The sentence, in the source. */
  span: Span;
  /** How much it bears on the question: BM25 over the sentence, its title and its speaker, with something for what its neighbours add. */
  relevance: number;
  /** Share, 0..1, of the weight of the question's words that the sentence and its neighbours hold. */
  coverage: number;
  /** Weight of the question's words that they hold. */
  weight: number;
  /** Distinct words of the question that they hold. */
  shared: number;
  /** Who says the sentence, by name; null where that is unknown. */
  speaker: string | null;
}

/**
 * The sentences that hold most of a question's content words in any order, best first: for
 * claims, and for quotations so loosely reworded that no alignment explains them. Blocks of
 * text collect votes as `alignedPlaces` does, and sources whose title has the words come in
 * too; the sentences of the best blocks are then ranked by BM25 (Robertson and Walker 1994).
 */
export function passagesAbout(
  library: Library,
  families: readonly Family[],
  filter: SourceFilter,
  max: number,
  least: Least = { coverage: 0, shared: 0 },
): Passage[] {
  const titles = titlesAbout(library, families, filter);
  const lookUp = familyTable(library, families);
  const total = families.reduce((sum, family) => sum + family.formWeight, 0);
  const mayHold = holding(library, families, lookUp, titles, least.coverage * total, least.shared);
  const candidates = blocksAbout(library, families, titles, filter).filter(mayHold);
  const passages = candidates.flatMap(({ source, from, to }) =>
    rankSentences(library, wholeSentences(library, source, from, to), families, lookUp, titles, total),
  );
  const best = passages.sort(byRelevance).slice(0, max * PASSAGES.spokenOver);
  return apart(best.map((passage) => spoken(library, passage, families, total)).sort(byRelevance), max);
}

/** What a passage must hold to be worth reading: a share of the question's words by weight, and so many of them. */
export interface Least {
  coverage: number;
  shared: number;
}

/** Whether a block may have a sentence that holds so much: told from its bytes, by how words begin. */
function holding(
  library: Library,
  families: readonly Family[],
  { words: known }: FamilyTable,
  titles: Titles,
  weightMin: number,
  sharedMin: number,
): (block: Candidate) => boolean {
  if (weightMin === 0 && sharedMin === 0) return () => true;
  const lists: string[][] = families.map(() => []);
  for (const [word, { forms }] of known) for (const family of forms) lists[family]?.push(word);
  const beginnings = new Beginnings(lists);
  // What is said may be held by the name of whoever says it.
  const mayBeNamed = families.map(({ key, forms }) => forms.length === 0 || library.lexicon.isName(key));
  return ({ source, from, to }) => {
    const title = titles.get(source) ?? NO_TITLE;
    const held = Uint8Array.from(families, (_, family) =>
      mayBeNamed[family] || title.forms.has(family) ? 1 : 0,
    );
    const text = library.bytes(source, from, to);
    if (isUnread(beginnings.markAll(text, held), text)) return true;
    let weight = 0;
    let shared = 0;
    for (let family = 0; family < held.length; family++) {
      if (held[family] === 0) continue;
      weight += families[family]?.formWeight ?? 0;
      shared++;
    }
    return weight >= weightMin && shared >= sharedMin;
  };
}

function byRelevance(a: Passage, b: Passage): number {
  return b.relevance - a.relevance || a.source - b.source || a.span.start - b.span.start;
}

/** A passage with what the speaker's name adds: "Tansley on opening hours" is said by Tansley. */
function spoken(
  library: Library,
  { held, ...passage }: Held,
  families: readonly Family[],
  total: number,
): Passage {
  const { source, span } = passage;
  const name = library.utterancesAround(source, span).at(-1)?.speaker?.name ?? null;
  const names = new Set(name === null ? [] : words(name).map(({ key }) => key));
  const added = families.flatMap(({ key }, number) => (names.has(key) && !held.has(number) ? [number] : []));
  const gain = sumOf(added, (number) => families[number]?.formWeight ?? 0);
  return {
    source,
    span,
    relevance: passage.relevance + PASSAGES.speakerShare * gain,
    coverage: passage.coverage + (total === 0 ? 0 : gain / total),
    weight: passage.weight + gain,
    shared: passage.shared + added.length,
    speaker: name,
  };
}

/** The first `max` passages, without those that adjoin a better one of the same speaker: what they say is in its context. */
function apart(ranked: readonly Passage[], max: number): Passage[] {
  const kept: Passage[] = [];
  for (const passage of ranked) {
    if (kept.length >= max) break;
    const near = kept.some(
      (other) =>
        other.source === passage.source &&
        other.speaker === passage.speaker &&
        passage.span.start <= other.span.end + PASSAGES.apartChars &&
        other.span.start <= passage.span.end + PASSAGES.apartChars,
    );
    if (!near) kept.push(passage);
  }
  return kept;
}

/** Which of the families each title has, as forms and as kin; of sources that may be searched. */
type Titles = Map<number, { forms: Set<number>; kin: Set<number> }>;

function titlesAbout(library: Library, families: readonly Family[], filter: SourceFilter): Titles {
  const titles: Titles = new Map();
  families.forEach((family, index) => {
    for (const word of family.kin.length > 0 ? family.kin : family.forms) {
      for (const source of library.titledWith(word)) {
        if (filter && !filter(source)) continue;
        const title = titles.get(source) ?? { forms: new Set(), kin: new Set() };
        if (family.forms.includes(word)) title.forms.add(index);
        if (family.kin.length > 0) title.kin.add(index);
        titles.set(source, title);
      }
    }
  });
  return titles;
}

function blocksAbout(
  library: Library,
  families: readonly Family[],
  titles: Titles,
  filter: SourceFilter,
): Candidate[] {
  const size = PASSAGES.blockWords;
  const voted = elect(library, voters(library, families), {
    filter,
    postingsMax: Math.max(PASSAGES.postingsMin, library.summary.words * PASSAGES.postingsAWord),
    lead: 0,
    binShift: Math.log2(size),
    paired: false,
    stretchOf: (bin) => ({ from: (bin - 1) * size, to: (bin + 3) * size }),
    slack: size,
    placesMax: families.length <= PASSAGES.fewWords ? PASSAGES.blocksOfFewMax : PASSAGES.blocksMax,
    votesShareMin: PASSAGES.votesShareMin,
  });
  const headed = [...titles]
    .map(([source, { forms }]) => ({
      source,
      bits: sumOf(forms, (index) => families[index]?.formWeight ?? 0),
    }))
    .sort((a, b) => b.bits - a.bits || a.source - b.source)
    .slice(0, PASSAGES.titledMax)
    .filter(({ source }) => !voted.some((candidate) => candidate.source === source))
    .map(({ source, bits }) => {
      const { from } = library.positionsOf(source);
      return { source, from, to: from + 2 * size, votes: bits, share: 0, row: null };
    });
  return [...voted, ...headed];
}

function sumOf<T>(list: Iterable<T>, of: (each: T) => number): number {
  let sum = 0;
  for (const each of list) sum += of(each);
  return sum;
}

/** A word votes for the two bins that overlap at its place: twice as wide as they are apart, and each word once. */
const BOTH_HALVES = [0, PASSAGES.blockWords];

function voters(library: Library, families: readonly Family[]): Voter[] {
  const count = (numbers: readonly number[]): number => sumOf(numbers, (number) => library.count(number));
  return families.flatMap(({ forms, kin, formWeight, kinWeight }) => {
    const kinOnly = kin.filter((number) => !forms.includes(number));
    const kinVotes = PASSAGES.kinShare * kinWeight;
    return [
      {
        numbers: forms,
        places: BOTH_HALVES,
        weight: formWeight + (kin.length > 0 ? kinVotes : 0),
        postings: count(forms),
      },
      { numbers: kinOnly, places: BOTH_HALVES, weight: kinVotes, postings: count(kinOnly) },
    ];
  });
}

/** For each word of the library that belongs to a family: which, and whether as a form or as kin. */
interface FamilyTable {
  words: ReadonlyMap<string, { forms: number[]; kin: number[] }>;
  /** Which outlines the words have: of nearly all words of a text it says that they belong to none. */
  outlines: Uint8Array;
}

/** A word's first two letters and its length, in a number below 2^13. */
function outlineOf(key: string): number {
  return ((key.charCodeAt(0) & 31) << 8) | ((key.charCodeAt(1) & 31) << 3) | (key.length & 7);
}

function familyTable(library: Library, families: readonly Family[]): FamilyTable {
  const table = new Map<string, { forms: number[]; kin: number[] }>();
  const outlines = new Uint8Array(1 << 13);
  families.forEach((family, index) => {
    for (const number of family.kin.length > 0 ? family.kin : family.forms) {
      const word = library.vocabulary.word(number);
      outlines[outlineOf(word)] = 1;
      const entry = table.get(word) ?? { forms: [], kin: [] };
      if (family.forms.includes(number)) entry.forms.push(index);
      if (family.kin.length > 0) entry.kin.push(index);
      table.set(word, entry);
    }
  });
  return { words: table, outlines };
}

/** How often each family stands in a stretch of text, as forms and as kin. */
interface Counts {
  forms: Map<number, number>;
  kin: Map<number, number>;
  length: number;
}

function countsOf(text: string, { words: table, outlines }: FamilyTable): Counts {
  const counts: Counts = { forms: new Map(), kin: new Map(), length: 0 };
  for (const { key } of words(text)) {
    counts.length++;
    if (outlines[outlineOf(key)] === 0) continue;
    const entry = table.get(key);
    for (const index of entry?.forms ?? []) counts.forms.set(index, (counts.forms.get(index) ?? 0) + 1);
    for (const index of entry?.kin ?? []) counts.kin.set(index, (counts.kin.get(index) ?? 0) + 1);
  }
  return counts;
}

/** A window and its sentences. */
interface Sentences {
  window: TextWindow;
  spans: Span[];
}

/** The sentences of a window but those that its edges may have cut; in a transcript without the labels of its turns, which nobody says. */
function wholeSentences(library: Library, source: number, from: number, to: number): Sentences {
  const window = library.window(source, from, to);
  const bounds = library.positionsOf(source);
  const all = paragraphs(window.text).flatMap((paragraph) => sentencesWithin(window.text, paragraph));
  const first = window.firstPosition > bounds.from ? 1 : 0;
  const last = to < bounds.to ? all.length - 1 : all.length;
  const spans = withoutLabels(library, window, all.slice(first, last));
  return { window, spans: spans.map((span) => withoutMarks(window.text, span)) };
}

/** A sentence without a quotation mark that opens before it and closes after it: what stands inside is said by whoever is quoted. */
function withoutMarks(text: string, { start, end }: Span): Span {
  if (!EDGE_MARK.test(text.charAt(start)) && !EDGE_MARK.test(text.charAt(end - 1))) return { start, end };
  const sentence = text.slice(start, end);
  const opens = /^[“"«„]/u.test(sentence) && !/[”"»“]/u.test(sentence.slice(1, -1));
  const closes = /[”"»]$/u.test(sentence) && !/[“"«„]/u.test(sentence.slice(1, -1));
  const span = { start: start + (opens ? 1 : 0), end: end - (closes ? 1 : 0) };
  return span.end > span.start ? span : { start, end };
}

const EDGE_MARK = /["“”«»„]/u;

function withoutLabels(library: Library, { source, text }: TextWindow, spans: Span[]): Span[] {
  if (library.sources[source]?.kind !== "transcript") return spans;
  const labels = turnLabels(text);
  if (labels.length === 0) return spans;
  return spans.flatMap((span) => {
    const label = labels.find((each) => each.start >= span.start && each.start < span.end);
    if (!label) return [span];
    const start = label.end + (/^\s*/u.exec(text.slice(label.end, span.end))?.[0].length ?? 0);
    return start < span.end ? [{ start, end: span.end }] : [];
  });
}

/** A passage and which of the families it holds. */
type Held = Passage & { held: ReadonlySet<number> };

function rankSentences(
  library: Library,
  { window, spans }: Sentences,
  families: readonly Family[],
  table: FamilyTable,
  titles: Titles,
  total: number,
): Held[] {
  const { source, text, start } = window;
  const counts = spans.map((span) => countsOf(text.slice(span.start, span.end), table));
  const title = titles.get(source) ?? NO_TITLE;
  const ownWords = library.sources[source]?.words ?? 0;
  const titleCount = Math.max(
    PASSAGES.titleCountMin,
    Math.min(1, PASSAGES.titleWords / Math.max(1, ownWords)),
  );
  return spans.flatMap((span, index) => {
    const own = counts[index] as Counts;
    const isHeaded = title.forms.size > 0 && ownWords <= PASSAGES.titleWords;
    if (own.forms.size === 0 && own.kin.size === 0 && !isHeaded) return [];
    const at = { start: start + span.start, end: start + span.end };
    const beside = [counts[index - 1], counts[index + 1]];
    const held = new Set<number>();
    let relevance = 0;
    let weight = 0;
    families.forEach((family, number) => {
      const stands = own.forms.get(number) ?? 0;
      const near = beside.some((other) => other?.forms.has(number));
      const extra = title.forms.has(number) ? titleCount : 0;
      relevance += family.formWeight * saturated(stands + extra, own.length);
      relevance +=
        PASSAGES.kinShare *
        family.kinWeight *
        saturated((own.kin.get(number) ?? 0) + (title.kin.has(number) ? titleCount : 0), own.length);
      if (stands + extra === 0 && near) relevance += family.formWeight * PASSAGES.neighbourShare;
      const headed = title.forms.has(number) && ownWords <= PASSAGES.titleWords;
      if (stands === 0 && !near && !headed) return;
      weight += family.formWeight * (stands > 0 || headed ? 1 : PASSAGES.neighbourHeld);
      held.add(number);
    });
    const coverage = total === 0 ? 0 : weight / total;
    return [{ source, span: at, relevance, coverage, weight, shared: held.size, speaker: null, held }];
  });
}

const NO_TITLE = { forms: new Set<number>(), kin: new Set<number>() };

/** BM25's share of a word's weight: more for a word said again, less in a long sentence. */
function saturated(count: number, length: number): number {
  if (count === 0) return 0;
  const { saturation: k, lengthShare: b } = PASSAGES;
  return (count * (k + 1)) / (count + k * (1 - b + (b * length) / PASSAGES.sentenceWords));
}
