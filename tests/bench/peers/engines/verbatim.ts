import { englishDictionary } from "../../../../src/cli/dictionary.ts";
import { check } from "../../../../src/core/check.ts";
import { readQuotation } from "../../../../src/core/comparing/quotation.ts";
import { buildLibrary } from "../../../../src/core/finding/build.ts";
import { findWindows, type Wanted } from "../../../../src/core/finding/find.ts";
import { withoutText } from "../../../../src/core/finding/format.ts";
import { type Library, openLibrary } from "../../../../src/core/finding/library.ts";
import type { SourceInput } from "../../../../src/core/reading/source.ts";
import { question } from "../../../golden/invariants.ts";
import { ownCpuMs } from "../../process-figures.ts";
import { type Engine, HITS_MAX, type Hit, type Peer } from "../engine.ts";

/** The windows that `check` would align, in the order in which it gets them. */
function windowsOf(library: Library, text: string): Hit[] {
  return findWindows(library, wantedOf(library, text), null)
    .slice(0, HITS_MAX)
    .map(({ source, start, text: said }) => ({ source, start, end: start + said.length }));
}

/** A question as `check` looks for it. */
export function wantedOf(library: Library, text: string): Wanted {
  const { keys, ellipses } = readQuotation(text, library.lexicon);
  return { text, keys, elided: ellipses.length > 0, speaker: null, limit: HITS_MAX };
}

/** A library over these sources, built and opened, and how it answers. */
function engineOf(
  sources: readonly SourceInput[],
  ask: (library: Library, numbers: ReadonlyMap<string, number>, text: string) => Hit[],
): Engine {
  const bytes = buildLibrary(sources, englishDictionary());
  const indexBytes = withoutText(bytes).length;
  const begunMs = ownCpuMs();
  const library = openLibrary(bytes);
  const openMs = ownCpuMs() - begunMs;
  // A library sorts its sources by id; hits count them as the corpus has them.
  const numbers = new Map(sources.map(({ id }, number) => [id, number]));
  return {
    ask: (text) => ask(library, numbers, text),
    indexBytes,
    textBytes: bytes.length - indexBytes,
    openMs,
  };
}

export const finding: Peer = {
  id: "finding",
  name: "Verbatim, finding",
  shape: "whole texts",
  build: (sources) =>
    engineOf(sources, (library, numbers, text) =>
      windowsOf(library, text).map((hit) => ({
        ...hit,
        source: numbers.get(library.sources[hit.source]?.id ?? "") ?? -1,
      })),
    ),
};

export const wholeCheck: Peer = {
  id: "check",
  name: "Verbatim, whole check",
  shape: "whole texts",
  build: (sources) =>
    engineOf(sources, (library, numbers, text) => {
      const { verdict, matches } = check(question(text, { limit: HITS_MAX }), library);
      const isFound = verdict !== "not_found" && verdict !== "cannot_check";
      return matches.map(({ source, quote }) => ({
        source: numbers.get(source.id) ?? -1,
        start: quote.start,
        end: quote.end,
        ...(isFound ? {} : { nearest: true }),
      }));
    }),
};
