import { openLibrary } from "../core/finding/library.ts";
import type { Corpus } from "./corpus.ts";
import { libraryCorpus } from "./library-corpus.ts";

/**
 * The corpus that is compiled into the Worker: `bytes` as `verbatim corpus` wrote them.
 * Nothing is read before the first request asks for it.
 */
export function embeddedCorpus(bytes: Uint8Array): Corpus {
  return libraryCorpus(() => openLibrary(bytes));
}
