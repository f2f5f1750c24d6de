import { wordKey } from "../../../src/core/text/words.ts";

/** So many words in a row hardly ever come twice but in a text that was copied. */
const RUN_WORDS = 6;

/** Which runs of eight words a corpus has, and which of them only once: by hash, so that millions fit. */
export class Runs {
  readonly #sorted: Float64Array;

  constructor(texts: readonly string[]) {
    const hashes = texts.flatMap((text) => hashesOf(text));
    this.#sorted = Float64Array.from(hashes).sort();
  }

  /** True where each run of the text stands in the corpus once and no more. */
  areSingle(text: string): boolean {
    return hashesOf(text).every((hash) => {
      const at = this.#placeOf(hash);
      return this.#sorted[at] === hash && this.#sorted[at + 1] !== hash;
    });
  }

  /** True where every run of the text stands somewhere in the corpus: it may be a quotation of several places, or of another one. */
  areKnown(text: string): boolean {
    return hashesOf(text).every((hash) => this.#sorted[this.#placeOf(hash)] === hash);
  }

  /** The first place whose hash is not below this one. */
  #placeOf(hash: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] as number) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A hash of each run of the text's words, which are told as search tells them; dashes part words. A shorter text is one run. */
function hashesOf(text: string): number[] {
  const keys = text
    .split(/[\s–—-]+/)
    .map(wordKey)
    .filter((key) => key !== "");
  const count = Math.max(1, keys.length - RUN_WORDS + 1);
  return Array.from({ length: count }, (_, at) => hash53(keys.slice(at, at + RUN_WORDS).join(" ")));
}

/** Two 32-bit FNV-1a hashes with unlike starts, as one whole number of 53 bits. */
function hash53(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    first = Math.imul(first ^ text.charCodeAt(at), 0x01000193);
    second = Math.imul(second ^ text.charCodeAt(at), 0x5bd1e995);
  }
  return ((first ^ (first >>> 15)) >>> 0) * 2 ** 21 + ((second ^ (second >>> 13)) >>> 11);
}
