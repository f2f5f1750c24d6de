import type { Span } from "../../../src/core/text/span.ts";
import { foldText } from "../../eval/scoring/fold.ts";

const HIDDEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const LINE_END_HYPHEN = /(?<=\p{L})[-‐]\r?\n\s*(?=\p{Ll})/gu;

/**
 * A text as every peer gets it, on both sides: small letters, no accents, ligatures taken
 * apart, nothing but words with a space between. Without this, half of the noise would measure
 * how each engine's tokenizer sees a curly apostrophe, and soft hyphens would part words.
 */
export function prepared(text: string): string {
  return foldText(text.replace(HIDDEN, "").replace(LINE_END_HYPHEN, ""));
}

/** A prepared text that knows where its words came from. It begins and ends with a space, so that whole words can be looked for. */
export class FoldedText {
  readonly text: string;
  /** For each printed word: where it begins in the prepared text, and where it stands in the original. */
  readonly #at: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  constructor(original: string) {
    const parts = [""];
    const at: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let length = 1;
    for (const { 0: printed, index } of original.matchAll(/\S+/gu)) {
      const word = prepared(printed);
      if (word === "") continue;
      at.push(length);
      starts.push(index);
      ends.push(index + printed.length);
      parts.push(word);
      length += word.length + 1;
    }
    this.text = `${parts.join(" ")} `;
    this.#at = Uint32Array.from(at);
    this.#starts = Uint32Array.from(starts);
    this.#ends = Uint32Array.from(ends);
  }

  /** The stretch of the original that a stretch of the prepared text came from, in whole printed words. */
  original({ start, end }: Span): Span {
    const first = this.#wordAt(start);
    const last = Math.max(first, this.#wordAt(end - 1));
    return { start: this.#starts[first] ?? 0, end: this.#ends[last] ?? 0 };
  }

  /** The last word that begins at or before a place. */
  #wordAt(place: number): number {
    let low = 0;
    let high = this.#at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#at[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
