import type { Match, SourceSpeaker, SourceSummary } from "../core/answer.ts";
import { compareIds } from "../core/finding/ids.ts";
import type { Library } from "../core/finding/library.ts";
import { type MergedSpeakers, mergedSpeakers } from "../core/finding/merged-speakers.ts";
import {
  isVoiceOf,
  type RankedSpeaker,
  rankSpeakers,
  type SpokenIn,
  speakersIn,
} from "../core/finding/speakers.ts";
import { LIMITS } from "../core/question.ts";
import { kindOfSpeaker } from "../core/reading/speaker-id.ts";
import type { Span } from "../core/text/span.ts";
import type { SourceQuotations, SpeakerEntry, Spoken, SpokenPage } from "./corpus.ts";
import { cursorAfterSpoken, type SpokenPlace } from "./cursor.ts";

/** A source in the order of what is newest: by date, undated ones last, then by id. `date` is empty where there is none. */
export interface Dated {
  date: string;
  source: string;
}

/** Negative where a comes before b. */
export function newestFirst(a: Dated, b: Dated): number {
  if (a.date !== b.date) return a.date > b.date ? -1 : 1;
  return compareIds(a.source, b.source);
}

/** What sources say of one speaker, to be added to what others say. */
export interface Tally {
  id: string;
  quotations: number;
  sources: number;
  /** The name in the newest of them. */
  name: Dated & { text: string };
  /** The role in the newest of them that has one. */
  role: (Dated & { text: string }) | null;
}

/** Two tallies of one id as one. */
export function added(a: Tally, b: Tally): Tally {
  return {
    id: a.id,
    quotations: a.quotations + b.quotations,
    sources: a.sources + b.sources,
    name: newestFirst(a.name, b.name) <= 0 ? a.name : b.name,
    role: a.role !== null && (b.role === null || newestFirst(a.role, b.role) <= 0) ? a.role : b.role,
  };
}

/** What is told of a speaker: of each id a tally, the first that of the name by which the speaker is listed. Null without any. */
export function entryOf(
  tallies: readonly Tally[],
  sources: number,
  mayBe: readonly string[],
): SpeakerEntry | null {
  const [first] = tallies;
  if (first === undefined) return null;
  const all = tallies.reduce(added);
  const names = new Set(tallies.map(({ name }) => name.text));
  return {
    id: first.id,
    name: first.name.text,
    kind: kindOfSpeaker(first.id),
    role: all.role?.text ?? null,
    quotations: all.quotations,
    sources,
    aliases: [...names].filter((name) => name !== first.name.text),
    mayBe: [...mayBe],
  };
}

/** Most quoted first, of equals by id. */
export function mostQuotedFirst(a: RankedSpeaker, b: RankedSpeaker): number {
  return b.quotations - a.quotations || compareIds(a.id, b.id);
}

/** The speakers to be listed, each by all ids: those whose name is like this one, or the most quoted. */
export function listed(
  named: string | null,
  speakers: readonly RankedSpeaker[],
  merged: MergedSpeakers,
  limit: number,
): (readonly string[])[] {
  const counts = new Map(speakers.map(({ id, quotations }) => [id, quotations]));
  const totalOf = (id: string): number =>
    merged.idsOf(id).reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  const totals = speakers.map(({ id }) => ({ id, quotations: totalOf(id) }));
  const heads = totals.filter(({ id }) => merged.idsOf(id)[0] === id);
  const others = totals.length - heads.length;
  const ids =
    named === null
      ? heads.sort(mostQuotedFirst).map(({ id }) => id)
      : rankSpeakers(named, totals, limit + others).map((id) => merged.idsOf(id)[0] ?? id);
  return [...new Set(ids)].slice(0, limit).map((id) => merged.idsOf(id));
}

/** A source in which somebody speaks. `quotations` is how many are that speaker's. */
export interface SpokenSource extends Dated {
  quotations: number;
  /** What is now known of it. */
  summary: SourceSummary;
}

/** One that is at hand, by its number in a library. */
export interface OpenedSource extends SpokenSource {
  library: Library;
  index: number;
}

interface Row extends Dated, SpokenIn {
  index: number;
}

const indexes = new WeakMap<Library, LibrarySpeakers>();

/** Who speaks in a library and where, read from it at the first request and kept with it. */
export function speakersOfLibrary(library: Library): LibrarySpeakers {
  const speakers = indexes.get(library) ?? new LibrarySpeakers(library);
  indexes.set(library, speakers);
  return speakers;
}

class LibrarySpeakers {
  readonly #library: Library;
  readonly #rows = new Map<string, Row[]>();
  #tallied: { hidden: ReadonlySet<string>; tallies: ReadonlyMap<string, Tally> } | null = null;
  #merged: { tallies: ReadonlyMap<string, Tally>; merged: MergedSpeakers } | null = null;

  constructor(library: Library) {
    this.#library = library;
    library.sources.forEach(({ id, date }, index) => {
      for (const one of speakersIn(library, index)) {
        const row = { ...one, index, source: id, date: date ?? "" };
        const own = this.#rows.get(one.speaker);
        if (own) own.push(row);
        else this.#rows.set(one.speaker, [row]);
      }
    });
    for (const own of this.#rows.values()) own.sort(newestFirst);
  }

  /** What the sources that are not hidden say of each of their speakers. */
  tallies(hidden: ReadonlySet<string>): ReadonlyMap<string, Tally> {
    if (this.#tallied?.hidden === hidden) return this.#tallied.tallies;
    const each = [...this.#rows].flatMap(([id, rows]) => tallyOf(id, shown(rows, hidden)) ?? []);
    const tallies = new Map(each.map((tally) => [tally.id, tally]));
    this.#tallied = { hidden, tallies };
    return tallies;
  }

  /** Which ids of the sources that are not hidden are one speaker's. */
  merged(hidden: ReadonlySet<string>): MergedSpeakers {
    const tallies = this.tallies(hidden);
    if (this.#merged?.tallies !== tallies)
      this.#merged = { tallies, merged: mergedSpeakers([...tallies.values()]) };
    return this.#merged.merged;
  }

  /** What the sources that are not hidden say of the speaker who has these ids; null where none does. */
  entry(ids: readonly string[], hidden: ReadonlySet<string>): SpeakerEntry | null {
    const tallies = this.tallies(hidden);
    const own = ids.flatMap((id) => tallies.get(id) ?? []);
    const mayBe = this.merged(hidden).mayBe(ids[0] ?? "");
    return entryOf(own, this.sourcesOf(ids, hidden).length, mayBe);
  }

  /** The sources that are not hidden in which the speaker who has these ids speaks, newest first. */
  sourcesOf(ids: readonly string[], hidden: ReadonlySet<string>): OpenedSource[] {
    const sources = new Map<number, OpenedSource>();
    for (const { index, source, date, quotations } of ids.flatMap((id) =>
      shown(this.#rows.get(id) ?? [], hidden),
    )) {
      const known = sources.get(index);
      const summary = this.#library.sources[index] as SourceSummary;
      if (known) known.quotations += quotations;
      else sources.set(index, { source, date, quotations, summary, library: this.#library, index });
    }
    return [...sources.values()].sort(newestFirst);
  }
}

function shown<Source extends Dated>(rows: readonly Source[], hidden: ReadonlySet<string>): Source[] {
  return rows.filter(({ source }) => !hidden.has(source));
}

/** What rows, newest first, amount to; null for none. */
function tallyOf(id: string, rows: readonly Row[]): Tally | null {
  const [newest] = rows;
  if (newest === undefined) return null;
  const inOffice = rows.find(({ role }) => role !== null);
  return {
    id,
    quotations: rows.reduce((sum, { quotations }) => sum + quotations, 0),
    sources: rows.length,
    name: { date: newest.date, source: newest.source, text: newest.name },
    role: inOffice?.role ? { date: inOffice.date, source: inOffice.source, text: inOffice.role } : null,
  };
}

/** Whether a source comes no earlier in the order than the one in which a page ended. */
export function isFrom({ date, source }: Dated, from: SpokenPlace | null): boolean {
  return from === null || newestFirst({ date, source }, from) >= 0;
}

/** The first of these sources that have a page's quotations and one more between them. */
export function sourcesForPage<Source extends SpokenSource>(
  sources: readonly Source[],
  from: SpokenPlace | null,
  limit: number,
): Source[] {
  let known = 0;
  const end = sources.findIndex(({ date, source, quotations }) => {
    // Of the source in which the last page ended there may be none left.
    if (from === null || newestFirst({ date, source }, from) !== 0) known += quotations;
    return known > limit;
  });
  return end < 0 ? [...sources] : sources.slice(0, end + 1);
}

/** A page of what a speaker says in these sources behind a place. `more`: whether there are further sources behind them. */
export function pageOfSpoken(
  { speaker, ids }: { speaker: SpeakerEntry; ids: readonly string[] },
  sources: readonly OpenedSource[],
  {
    from,
    limit,
    more,
    complete,
  }: { from: SpokenPlace | null; limit: number; more: boolean; complete: boolean },
): SpokenPage {
  const found: Placed[] = [];
  for (const source of sources) {
    if (found.length > limit) break;
    const after = from !== null && newestFirst(source, from) === 0 ? from : null;
    found.push(...spokenIn(source, ids, after, limit + 1 - found.length));
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const goesOn = found.length > limit || more;
  return {
    speaker,
    quotations: page.map(({ spoken }) => spoken),
    cursor: goesOn && last !== undefined ? cursorAfterSpoken(last.place) : null,
    complete,
  };
}

/** The first quotations of a source by its number. */
export function quotationsOfSource(library: Library, index: number): SourceQuotations {
  const { id, title, revision } = library.sources[index] as SourceSummary;
  const max = LIMITS.listedQuotationsMax;
  const utterances = library.utterancesOf(index, { voice: null, after: null, max: max + 1 });
  const text = library.textOf(index);
  const quotations = utterances
    .slice(0, max)
    .map(({ start, end, depth, speaker }) => ({ ...trimmed(text, { start, end }), depth, speaker }));
  return { source: { id, title, revision }, quotations, more: utterances.length > max };
}

/** One quotation, and its place in the order of a speaker's. */
interface Placed {
  place: SpokenPlace;
  spoken: Spoken;
}

/** What a speaker says in one source behind a place of it, at most so much. */
function spokenIn(
  { library, index, summary, date, source }: OpenedSource,
  ids: readonly string[],
  after: Span | null,
  max: number,
): Placed[] {
  const utterances = library.utterancesOf(index, { voice: isVoiceOf(ids), after, max });
  return utterances.map((utterance) => {
    const around = library.textAround(index, utterance, 0);
    const within = { start: utterance.start - around.start, end: utterance.end - around.start };
    const { start, end } = trimmed(around.text, within);
    const text = bounded(around.text.slice(start, end));
    return {
      place: { date, source, start: utterance.start, end: utterance.end },
      spoken: {
        text,
        cut: text.length < end - start,
        start: start + around.start,
        end: end + around.start,
        speaker: utterance.speaker as SourceSpeaker,
        source: citedSource(summary),
      },
    };
  });
}

/** The fields of a source that stand beside its words, as in an answer's matches. */
function citedSource({
  id,
  title,
  kind,
  publisher,
  date,
  url,
  speaker,
  revision,
  supersededBy,
}: SourceSummary): Match["source"] {
  return { id, title, kind, publisher, date, url, speaker, revision, supersededBy };
}

/** A span without the white space at its ends: a turn runs from one label to the next, and its words do not. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

function bounded(text: string): string {
  const cut = text.slice(0, LIMITS.listedQuotationCharsMax);
  return cut.length < text.length && !cut.isWellFormed() ? cut.slice(0, -1) : cut;
}
