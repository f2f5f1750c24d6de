import type { TextWindow } from "../text/shelf.ts";
import { likelyPlaces, type SourceFilter } from "./candidates.ts";
import type { Library } from "./library.ts";
import { promisingPlaces } from "./promising.ts";
import { byFuse, type Ranker, rankPassages } from "./rank.ts";

/** A quotation as it is looked for. */
export interface Wanted {
  text: string;
  /** Its words in order, without those that are its author's. */
  keys: readonly string[];
  /** Whether it says itself that words were left out. */
  elided: boolean;
  speaker: string | null;
  /** Matches that are asked for. */
  limit: number;
}

/** The windows worth aligning with a quotation, best first: where its words stand or nearly stand, without look-alikes. */
export function findWindows(
  library: Library,
  wanted: Wanted,
  filter: SourceFilter,
  rank: Ranker = byFuse,
): TextWindow[] {
  const { text, keys, elided, speaker, limit } = wanted;
  const voted = likelyPlaces(library, keys, filter, speaker, elided);
  const places = promisingPlaces(library, keys, voted, elided);
  return rankPassages(library, text, places, limit, speaker, rank);
}
