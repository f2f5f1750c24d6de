import { type Library, openLibrary } from "../core/finding/library.ts";
import { warmUp } from "../core/warm-up.ts";
import type { Corpus } from "./corpus.ts";
import { libraryCorpus } from "./library-corpus.ts";

/**
 * The library that is compiled into the Worker, `bytes` as `verbatim corpus` wrote them: opened at
 * once and asked some questions, because an isolate has a second of CPU to start that no request
 * pays for. A damaged file must not keep the service from saying so: it is opened again, and
 * refused with the reason, when a request needs it.
 */
export function embeddedLibrary(bytes: Uint8Array): () => Library {
  try {
    const library = openLibrary(bytes);
    warmUp(library);
    return () => library;
  } catch {
    return () => openLibrary(bytes);
  }
}

/** The corpus of that library alone. */
export function embeddedCorpus(library: () => Library): Corpus {
  return libraryCorpus(library);
}
