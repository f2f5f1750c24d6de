import { compareNames } from "../reading/names.ts";
import type { Focus } from "../text/shelf.ts";
import { FINDING, RANKING } from "../tuning.ts";
import { exactPlaces } from "./exact.ts";
import type { Library } from "./library.ts";
import { VoteTable } from "./vote-table.ts";
import { anyBits, placeBits, wordBits } from "./weights.ts";

/** A place where a question may stand: positions counted through the library, and how much speaks for it. */
export interface Candidate {
  source: number;
  from: number;
  to: number;
  votes: number;
  /** Share, 0..1, of all the votes that the question's words could give. */
  share: number;
  /** The position of their first where the words stand there whole and in a row, else null. */
  row: number | null;
  /** Where in the place's text the question seems to stand, where a look told. */
  focus?: Focus;
}

/** A word of the question as a voter: which words of the library it may be, and where it stands in the question. */
export interface Voter {
  numbers: number[];
  places: number[];
  weight: number;
  postings: number;
}

/** Which sources may be searched; null for all. */
export type SourceFilter = ((source: number) => boolean) | null;

const table = new VoteTable();
const buffer = new Int32Array(FINDING.postingsMax);

/**
 * The places where a question's words stand, best first: exactly, those that `alignedPlaces`
 * finds, and those where one half stands exactly.
 */
export function likelyPlaces(
  library: Library,
  keys: readonly string[],
  filter: SourceFilter,
  speaker: string | null = null,
  elided = false,
): Candidate[] {
  const exact = telling(library, exactPlaces(library, keys, filter, FINDING.exactReadMax), speaker);
  const read = exact.length > 0 ? FINDING.besideRowPostings : undefined;
  const voted = alignedPlaces(library, keys, filter, read, elided).filter(
    (place) => !exact.some(isBeside(place)),
  );
  const halves = exact.length > 0 ? [] : halfPlaces(library, keys, filter);
  const others = halves.filter((place) => !voted.some(isBeside(place)));
  return [...exact, ...others, ...voted].slice(0, placesMax(library, keys));
}

/** How many places are handed on: more where few words were asked for and some are garbled, because then many places have as many of the others. */
function placesMax(library: Library, keys: readonly string[]): number {
  const isGarbled = keys.some((key) => library.vocabulary.find(key) < 0);
  return isGarbled && keys.length <= FINDING.fewWords ? FINDING.candidatesOfFewMax : FINDING.candidatesMax;
}

/**
 * The exact places in the order in which an editor needs them, where there are more than are looked
 * at: some where the named speaker speaks and some records, then the others. Ten articles that repeat
 * a false attribution must crowd out neither what was said nor who is claimed to have said it.
 */
function telling(library: Library, exact: readonly Candidate[], speaker: string | null): Candidate[] {
  if (exact.length <= RANKING.alignedMin) return [...exact];
  const named = exact.filter(({ source }) => speaker !== null && speaks(library, source, speaker));
  const records = exact.filter(
    (place) => library.sources[place.source]?.kind !== "article" && !named.includes(place),
  );
  const some = RANKING.alignedMin / 2;
  return [...new Set([...named.slice(0, some), ...records.slice(0, some), ...named, ...records, ...exact])];
}

/** Whether somebody of this name surely speaks in a source. */
export function speaks(library: Library, source: number, name: string): boolean {
  return library.speakersOf(source).some((speaker) => compareNames(name, speaker, []) === "same");
}

/** The places where a piece of a question stands exactly, whole or by one half. */
export function exactlyPlaces(library: Library, keys: readonly string[], filter: SourceFilter): Candidate[] {
  const whole = exactPlaces(library, keys, filter, FINDING.candidatesMax);
  return whole.length > 0 ? whole : halfPlaces(library, keys, filter);
}

/** Whether another place lies within this one, or this one within it, but for some words. */
function isBeside(place: Candidate): (other: Candidate) => boolean {
  const slack = FINDING.slackWordsMin;
  return ({ source, from, to }) =>
    source === place.source &&
    ((place.from <= from + slack && place.to >= to - slack) ||
      (from <= place.from + slack && to >= place.to - slack));
}

/** Where one half of a question stands exactly, where that is in few places: one word was changed, and it was the telling one. */
function halfPlaces(library: Library, keys: readonly string[], filter: SourceFilter): Candidate[] {
  const middle = keys.length >> 1;
  if (middle < FINDING.halfWordsMin) return [];
  const max = FINDING.halfPlacesMax;
  const halves: [number, number][] = [
    [0, middle],
    [middle, keys.length],
  ];
  return halves.flatMap(([from, to]) => {
    const found = exactPlaces(library, keys.slice(from, to), filter, max + 1);
    if (found.length > max) return [];
    return found.flatMap((place) => {
      if (place.row === null) return [];
      const bounds = library.positionsOf(place.source);
      const start = place.row - from;
      return {
        ...place,
        row: null,
        from: Math.max(bounds.from, start - FINDING.slackWordsMin),
        to: Math.min(bounds.to, start + keys.length + FINDING.slackWordsMin),
      };
    });
  });
}

/**
 * The places where most of the question's words stand in its order, best first. Each word
 * votes for diagonals: its position in the text minus its position in the question. Rare
 * words weigh more and are read first; all is bounded by counts, and reading stops once
 * one place has nearly all the votes. Words that the library does not have vote through
 * those within an edit or two of them.
 */
export function alignedPlaces(
  library: Library,
  keys: readonly string[],
  filter: SourceFilter,
  postingsMax = Math.min(
    FINDING.postingsMax,
    Math.max(FINDING.postingsMin, library.summary.words * FINDING.postingsAWord),
  ),
  elided = false,
): Candidate[] {
  const slack = Math.max(FINDING.slackWordsMin, Math.ceil(keys.length * FINDING.slackShare));
  return elect(library, votersOf(library, keys), {
    filter,
    postingsMax,
    lead: keys.length,
    binShift: BIN_SHIFT,
    paired: true,
    stretchOf: (bin) => {
      const from = bin * FINDING.binWords - keys.length;
      return { from: from - slack, to: from + 2 * FINDING.binWords + keys.length + slack };
    },
    slack,
    placesMax: placesMax(library, keys),
    votesShareMin: FINDING.votesShareMin,
    // The pieces of an elided question stand in several places, each of which must be heard.
    enough: elided ? Number.POSITIVE_INFINITY : placeBits(library) + FINDING.enoughBitsOver,
  });
}

/** How an election goes: what may be voted for, how much is read, and what is kept. */
interface Election {
  filter: SourceFilter;
  /** Postings read, rarest words first. */
  postingsMax: number;
  /** A position votes for the bin of so many words (2 to this power) that it lies in, counted from the word's place in the question and `lead` words on. */
  binShift: number;
  lead: number;
  /** Whether a bin counts with its right neighbour, for bins that do not overlap. */
  paired: boolean;
  /** The positions that a bin stands for. */
  stretchOf: (bin: number) => { from: number; to: number };
  /** Words that two places may have apart and still be one. */
  slack: number;
  placesMax: number;
  /** Places with less than this share of the best one's votes are dropped. */
  votesShareMin: number;
  /** Bits cast after which a clear winner ends the reading; none ends it where left out. */
  enough?: number;
}

/** Counts the votes of a question's words for bins, and turns the bins with the most into places. */
export function elect(library: Library, given: readonly Voter[], election: Election): Candidate[] {
  const voters = given
    .filter((voter) => voter.weight > 0 && voter.numbers.length > 0)
    .sort((a, b) => a.postings - b.postings);
  const enough = election.enough ?? Number.POSITIVE_INFINITY;
  table.open(((library.positionsEnd + election.lead) >> election.binShift) + 1);
  let cast = 0;
  let read = 0;
  for (const [number, voter] of voters.entries()) {
    if (read > 0 && read + voter.postings > election.postingsMax) break;
    castVotes(library, voter, number, election);
    read += voter.postings * voter.places.length;
    cast += voter.weight;
    if (cast >= enough && table.most >= cast * FINDING.clearWinnerShare) break;
  }
  const bins = table.take(election.placesMax * 3, election.votesShareMin / 2, election.paired);
  const places = bins.map(({ bin, votes }) => ({
    source: 0,
    ...election.stretchOf(bin),
    votes,
    share: votes / Math.max(1, cast),
    row: null,
  }));
  return withinSources(library, places, election);
}

function castVotes(
  library: Library,
  { numbers, places, weight }: Voter,
  voter: number,
  { filter, lead, binShift }: Election,
): void {
  for (const number of numbers) {
    const count = allowed(library, library.positions(number, buffer, 0), filter);
    for (const place of places) table.add(buffer, count, lead - place, binShift, voter, weight);
  }
}

const BIN_SHIFT = Math.log2(FINDING.binWords);

function votersOf(library: Library, keys: readonly string[]): Voter[] {
  const byKey = new Map<string, Voter>();
  let unknown = 0;
  keys.forEach((key, place) => {
    const known = byKey.get(key);
    if (known) {
      if (known.places.length < FINDING.occurrencesMax) known.places.push(place);
      return;
    }
    const number = library.vocabulary.find(key);
    const numbers =
      number >= 0
        ? [number]
        : unknown++ < FINDING.unknownWordsMax
          ? library.vocabulary.near(key, FINDING.nearWordsMax)
          : [];
    const postings = numbers.reduce((sum, each) => sum + library.count(each), 0);
    const weight = number >= 0 ? wordBits(library, key) : anyBits(library, numbers);
    byKey.set(key, { numbers, places: [place], weight, postings });
  });
  return [...byKey.values()];
}

/** Keeps, of the first `count` positions in the buffer, those in sources that may be searched; returns how many. */
function allowed(library: Library, count: number, filter: SourceFilter): number {
  if (!filter) return count;
  let kept = 0;
  let until = -1;
  let good = false;
  for (let index = 0; index < count; index++) {
    const position = buffer[index] as number;
    if (position >= until) {
      const source = library.sourceAt(position);
      until = library.positionsOf(source).to;
      good = filter(source);
    }
    if (good) buffer[kept++] = position;
  }
  return kept;
}

/** Keeps each place within its source, joins places that overlap, drops the weak ones. */
function withinSources(
  library: Library,
  places: readonly Candidate[],
  { slack, placesMax, votesShareMin }: Election,
): Candidate[] {
  const kept: Candidate[] = [];
  const best = places[0]?.votes ?? 0;
  for (const place of places) {
    if (place.votes < best * votesShareMin || kept.length >= placesMax) break;
    const source = library.sourceAt(Math.max(0, Math.floor((place.from + place.to) / 2)));
    const bounds = library.positionsOf(source);
    const from = Math.max(place.from, bounds.from);
    const to = Math.min(place.to, bounds.to);
    if (from >= to) continue;
    const same = kept.find(
      (other) =>
        other.source === source &&
        Math.min(other.to, to) - Math.max(other.from, from) > to - from - 2 * slack,
    );
    if (same) {
      same.from = Math.min(same.from, from);
      same.to = Math.max(same.to, to);
    } else {
      kept.push({ ...place, source, from, to });
    }
  }
  return kept;
}
