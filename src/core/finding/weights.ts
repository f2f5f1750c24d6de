import { englishBits } from "../text/common-words.ts";
import { isUnspaced } from "../text/words.ts";
import { FINDING } from "../tuning.ts";
import type { Library } from "./library.ts";

/** −log2 of how often a word is met: in English or in this library, whichever is more. */
export function wordBits(library: Library, key: string): number {
  const number = library.vocabulary.find(key);
  const base = isUnspaced(key) ? FINDING.unspacedBits : englishBits(key);
  if (number < 0) return base;
  const share = library.count(number) / (library.summary.words + FINDING.priorWords);
  return Math.min(base, Math.max(1, -Math.log2(share)), FINDING.rareWordBits + 5);
}

/** The same for meeting any of several words, by their numbers: less than for the commonest of them. */
export function anyBits(library: Library, numbers: readonly number[]): number {
  const share = numbers.reduce(
    (sum, number) => sum + 2 ** -wordBits(library, library.vocabulary.word(number)),
    0,
  );
  return share === 0 ? 0 : Math.max(1, -Math.log2(share));
}

/** What a match must carry to be told from chance: the bits that name one place among all the library's words. */
export function placeBits(library: Library): number {
  return Math.log2(Math.max(2, library.summary.words));
}
