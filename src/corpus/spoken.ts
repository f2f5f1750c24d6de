import type { Match, SourceSpeaker, SourceSummary } from "../core/answer.ts";
import { compareIds } from "../core/finding/ids.ts";
import type { Library } from "../core/finding/library.ts";
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

/** Two tallies of one speaker as one. */
export function added(a: Tally, b: Tally): Tally {
  return {
    id: a.id,
    quotations: a.quotations + b.quotations,
    sources: a.sources + b.sources,
    name: newestFirst(a.name, b.name) <= 0 ? a.name : b.name,
    role: a.role !== null && (b.role === null || newestFirst(a.role, b.role) <= 0) ? a.role : b.role,
  };
}

export function entryOf({ id, quotations, sources, name, role }: Tally): SpeakerEntry {
  return { id, name: name.text, kind: kindOfSpeaker(id), role: role?.text ?? null, quotations, sources };
}

/** Most quoted first, of equals by id. */
export function mostQuotedFirst(a: RankedSpeaker, b: RankedSpeaker): number {
  return b.quotations - a.quotations || compareIds(a.id, b.id);
}

/** The ids of the speakers to be listed: those whose name is like this one, or the most quoted. */
export function listed(named: string | null, speakers: readonly RankedSpeaker[], limit: number): string[] {
  if (named !== null) return rankSpeakers(named, speakers, limit);
  return [...speakers]
    .sort(mostQuotedFirst)
    .slice(0, limit)
    .map(({ id }) => id);
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

  /** The sources that are not hidden in which somebody speaks, newest first. */
  sourcesOf(speaker: string, hidden: ReadonlySet<string>): OpenedSource[] {
    return shown(this.#rows.get(speaker) ?? [], hidden).map(({ index, source, date, quotations }) => ({
      source,
      date,
      quotations,
      summary: this.#library.sources[index] as SourceSummary,
      library: this.#library,
      index,
    }));
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
  speaker: SpeakerEntry,
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
    found.push(...spokenIn(source, speaker.id, after, limit + 1 - found.length));
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
  speaker: string,
  after: Span | null,
  max: number,
): Placed[] {
  const utterances = library.utterancesOf(index, { voice: isVoiceOf(speaker), after, max });
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
