/** Words of grammar, most frequent first: the engine treats them apart, so an invented language has the real ones. */
const GRAMMAR =
  `the of and to in a that is it we for you be our this have are not on as with they he was by will their all
from at but has or an which there his who no them so can if were would been do my more what your when its her about these must
had than those out only up any other may because she should time new very`.split(/\s+/u);

const VOCABULARY_WORDS = 60_000;
/** Mandelbrot's correction of Zipf's law, as it is usually fitted to English: frequency ~ 1 / (rank + 2.7). */
const RANK_SHIFT = 2.7;

const ONSETS = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "h",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const CODAS = ["", "", "", "n", "r", "l", "s", "t", "nd", "ck"];

/** Words by rank, with the sums of their frequencies up to each. */
export interface Vocabulary {
  words: string[];
  sums: Float64Array;
}

/** An invented vocabulary: the words of English grammar, and behind them words that nobody has ever used. */
export function inventedVocabulary(next: () => number): Vocabulary {
  const words = new Set(GRAMMAR);
  while (words.size < VOCABULARY_WORDS) words.add(inventedWord(2 + Math.floor(next() * 3), next));
  const sums = new Float64Array(words.size);
  let sum = 0;
  for (let rank = 0; rank < sums.length; rank++) {
    sum += 1 / (rank + 1 + RANK_SHIFT);
    sums[rank] = sum;
  }
  return { words: [...words], sums };
}

/** So many words in sentences and paragraphs. */
export function inventedText(vocabulary: Vocabulary, count: number, next: () => number): string {
  const parts: string[] = [];
  let left = 0;
  for (let made = 0; made < count; made++) {
    const word = wordByChance(vocabulary, next);
    const begins = left === 0;
    if (begins) left = 8 + Math.floor(next() * 18);
    left--;
    const end = left > 0 ? " " : next() < 0.2 ? ".\n\n" : ". ";
    parts.push(begins ? word.charAt(0).toUpperCase() + word.slice(1) : word, end);
  }
  return parts.join("").trim();
}

function inventedWord(syllables: number, next: () => number): string {
  const one = (parts: readonly string[]) => parts[Math.floor(next() * parts.length)] as string;
  return Array.from({ length: syllables }, () => one(ONSETS) + one(VOWELS) + one(CODAS)).join("");
}

function wordByChance({ words, sums }: Vocabulary, next: () => number): string {
  const wanted = next() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low] as string;
}
