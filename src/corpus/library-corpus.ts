import type { SourceDocument, SourceSummary } from "../core/answer.ts";
import { compareIds } from "../core/finding/ids.ts";
import type { Library } from "../core/finding/library.ts";
import { holdsAll, soughtIn, wordsOfSource } from "../core/finding/source-words.ts";
import { normalizedSpeakerId } from "../core/reading/speaker-id.ts";
import type { Corpus, SourcePage, SourceQuotations, SpeakerList, SpokenPage } from "./corpus.ts";
import { cursorAfter, idOfCursor, placeOfCursor } from "./cursor.ts";
import {
  isFrom,
  listed,
  pageOfSpoken,
  quotationsOfSource,
  sourcesForPage,
  speakersOfLibrary,
} from "./spoken.ts";

/**
 * A corpus over one library that holds every source. `open` is called at the first use and
 * never again, so that a Worker that only serves its page opens nothing.
 */
export function libraryCorpus(open: () => Library): Corpus {
  let opened: Library | null = null;
  const library = () => {
    opened ??= open();
    return opened;
  };
  return {
    summary: async () => library().summary,
    list: async (limit, cursor, named = null) => pageOf(library(), limit, cursor, named),
    read: async (id) => documentOf(library(), id),
    quotationsIn: async (id) => quotationsWithin(library(), id),
    speakers: async (named, limit) => speakersOf(library(), named, limit),
    quotationsOf: async (speaker, limit, cursor) => spokenPage(library(), speaker, limit, cursor),
    librariesFor: async (questions) => questions.map(library),
  };
}

function pageOf(
  library: Library,
  limit: number,
  cursor: string | null,
  named: string | null,
): SourcePage | null {
  const after = cursor === null ? "" : idOfCursor(cursor);
  if (after === null) return null;
  const found = sourcesAfter(library, after, limit + 1, named, () => true);
  const sources = found.slice(0, limit);
  const last = sources.at(-1);
  return { sources, cursor: found.length > limit && last !== undefined ? cursorAfter(last.id) : null };
}

const sourceWords = new WeakMap<Library, string[]>();

/** The first `max` sources behind an id that are shown and, where a name is given, have every word of it. */
export function sourcesAfter(
  library: Library,
  after: string,
  max: number,
  named: string | null,
  isShown: (id: string) => boolean,
): SourceSummary[] {
  const isNamed = named === null ? () => true : filterBy(library, named);
  const found: SourceSummary[] = [];
  for (let at = firstPast(library, after); at < library.sources.length && found.length < max; at++) {
    const source = library.sources[at] as SourceSummary;
    if (isShown(source.id) && isNamed(at)) found.push(source);
  }
  return found;
}

/** Whether a source, by its number, has every word of a name. The words of all are folded once a library. */
function filterBy(library: Library, named: string): (source: number) => boolean {
  const words = sourceWords.get(library) ?? library.sources.map(wordsOfSource);
  sourceWords.set(library, words);
  const sought = soughtIn(named);
  return (source) => holdsAll(words[source] ?? "", sought);
}

/** The first quotations of a source of a library, or null when there is none of that id. */
function quotationsWithin(library: Library, id: string): SourceQuotations | null {
  const index = firstPast(library, id) - 1;
  return library.sources[index]?.id === id ? quotationsOfSource(library, index) : null;
}

const NONE_HIDDEN: ReadonlySet<string> = new Set();

function speakersOf(library: Library, named: string | null, limit: number): SpeakerList {
  const built = speakersOfLibrary(library);
  const merged = built.merged(NONE_HIDDEN);
  const found = listed(named, [...built.tallies(NONE_HIDDEN).values()], merged, limit);
  return { speakers: found.flatMap((ids) => built.entry(ids, NONE_HIDDEN) ?? []), complete: true };
}

function spokenPage(
  library: Library,
  speaker: string,
  limit: number,
  cursor: string | null,
): SpokenPage | "no_speaker" | "no_cursor" {
  const from = cursor === null ? null : placeOfCursor(cursor);
  if (cursor !== null && from === null) return "no_cursor";
  const speakers = speakersOfLibrary(library);
  const ids = speakers.merged(NONE_HIDDEN).idsOf(normalizedSpeakerId(speaker));
  const entry = speakers.entry(ids, NONE_HIDDEN);
  if (entry === null) return "no_speaker";
  const sources = speakers.sourcesOf(ids, NONE_HIDDEN).filter((source) => isFrom(source, from));
  const wanted = sourcesForPage(sources, from, limit);
  const more = wanted.length < sources.length;
  return pageOfSpoken({ speaker: entry, ids }, wanted, { from, limit, more, complete: true });
}

/** A source of a library with its text, or null when there is none of that id. */
export function documentOf(library: Library, id: string): SourceDocument | null {
  const index = firstPast(library, id) - 1;
  const summary = library.sources[index];
  return summary?.id === id ? { ...summary, text: library.textOf(index) } : null;
}

/** The index of the first source whose id sorts after `id`; the number of sources when none does. */
export function firstPast(library: Library, id: string): number {
  let low = 0;
  let high = library.sources.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = library.sources[middle];
    if (other !== undefined && compareIds(other.id, id) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
