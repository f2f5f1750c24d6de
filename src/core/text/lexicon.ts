/**
 * A set of words as a Bloom filter (Bloom 1970): it tells a misspelling ("startd"), which
 * no list of words knows, from one word put for another ("started" → "stared"), which
 * changes what was said. At 12 bits a word and 8 probes it takes a non-word for a word
 * 3 times in 1,000, and never misses a word.
 */
const BITS_A_WORD = 12;
const PROBES = 8;

export interface Lexicon {
  /** True for a word or a name of the language or the corpus. */
  has(key: string): boolean;
  /** True for a word that is only ever written with a capital: "ukraine", not "turkey". */
  isName(key: string): boolean;
}

/** Words of a language, to build a lexicon from: folded, names apart. */
export interface Dictionary {
  words: readonly string[];
  names: readonly string[];
}

/** The filter's bytes for a list of folded words; the same list gives the same bytes. */
export function encodeLexicon(keys: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(Math.max(8, Math.ceil((keys.length * BITS_A_WORD) / 8)));
  for (const key of keys) {
    const { first, step } = hashes(key);
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (first + probe * step) % (bytes.length * 8);
      bytes[bit >>> 3] = (bytes[bit >>> 3] as number) | (1 << (bit & 7));
    }
  }
  return bytes;
}

/** Reads the two filters, of words and of names. Empty ones know none. */
export function openLexicon(words: Uint8Array, names: Uint8Array): Lexicon {
  const isName = (key: string): boolean => holds(names, key);
  return { has: (key) => holds(words, key) || isName(key), isName };
}

function holds(filter: Uint8Array, key: string): boolean {
  const size = filter.length * 8;
  if (size === 0) return false;
  const { first, step } = hashes(key);
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = (first + probe * step) % size;
    if (((filter[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Kirsch and Mitzenmacher 2006: two hashes serve for all probes. */
function hashes(key: string): { first: number; step: number } {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995);
    second ^= second >>> 13;
  }
  return { first: first >>> 0, step: (second | 1) >>> 0 };
}
