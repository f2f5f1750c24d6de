import { buildLibrary } from "../core/finding/build.ts";
import { openLibrary } from "../core/finding/library.ts";
import type { SourceInput } from "../core/reading/source.ts";
import type { Corpus } from "./corpus.ts";
import { libraryCorpus } from "./library-corpus.ts";

/**
 * A corpus built from sources at hand, for tests and the command line.
 * Throws RangeError when two sources have one id.
 */
export function memoryCorpus(sources: readonly SourceInput[]): Corpus {
  const library = openLibrary(buildLibrary(sources));
  return libraryCorpus(() => library);
}
