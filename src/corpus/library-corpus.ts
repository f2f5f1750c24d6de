import type { SourceDocument } from "../core/answer.ts";
import { compareIds } from "../core/finding/ids.ts";
import type { Library } from "../core/finding/library.ts";
import type { Corpus, SourcePage } from "./corpus.ts";
import { cursorAfter, idOfCursor } from "./cursor.ts";

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
    list: async (limit, cursor) => pageOf(library(), limit, cursor),
    read: async (id) => documentOf(library(), id),
    librariesFor: async (questions) => questions.map(library),
  };
}

function pageOf(library: Library, limit: number, cursor: string | null): SourcePage | null {
  const after = cursor === null ? "" : idOfCursor(cursor);
  if (after === null) return null;
  const start = firstPast(library, after);
  const sources = library.sources.slice(start, start + limit);
  const last = sources.at(-1);
  const more = start + limit < library.sources.length;
  return { sources, cursor: more && last !== undefined ? cursorAfter(last.id) : null };
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
