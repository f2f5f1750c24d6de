import { PASSAGES } from "../tuning.ts";
import type { Library } from "./library.ts";

/**
 * The words that a word the library does not have runs together, as tags do
 * ("harbourfires"): the likeliest parts by how often each stands in the library, after
 * Norvig's segmentation by unigrams (2009). Empty where some letters belong to no word of it,
 * or where the parts are too short to be believed.
 */
export function partsOf(library: Library, key: string): string[] {
  if (key.length < PASSAGES.joinedCharsMin || !/^\p{L}+$/u.test(key)) return [];
  const best: { bits: number; from: number }[] = [{ bits: 0, from: 0 }];
  for (let end = 1; end <= key.length; end++) {
    best[end] = { bits: Number.POSITIVE_INFINITY, from: end };
    for (let from = Math.max(0, end - PASSAGES.partCharsMax); from <= end - PASSAGES.partCharsMin; from++) {
      const bits = (best[from]?.bits ?? Number.POSITIVE_INFINITY) + partBits(library, key.slice(from, end));
      if (bits < (best[end]?.bits ?? 0)) best[end] = { bits, from };
    }
  }
  if (!Number.isFinite(best[key.length]?.bits ?? Number.POSITIVE_INFINITY)) return [];
  const parts: string[] = [];
  for (let end = key.length; end > 0; end = best[end]?.from ?? 0)
    parts.unshift(key.slice(best[end]?.from ?? 0, end));
  return parts;
}

/** Surprisal of a part; a word seen once may be a slip of somebody's finger. */
function partBits(library: Library, part: string): number {
  const number = library.vocabulary.find(part);
  const count = number < 0 ? 0 : library.count(number);
  return count < PASSAGES.partCountMin
    ? Number.POSITIVE_INFINITY
    : Math.log2((library.summary.words + PASSAGES.priorWords) / count);
}
