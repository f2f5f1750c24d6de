import { fold } from "./fold.ts";
import type { Span } from "./span.ts";

/** A text's folded words with single spaces between: what is compared letter by letter. */
export function foldedWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** Bits of a word of the machine that bit operations work on. */
const WORD_BITS = 32;

/** Where a pattern stands in a text with the least number of edits, in UTF-16 units of both. */
export interface Approximately extends Span {
  /** Insertions, deletions and substitutions. */
  edits: number;
}

/** The first place at which a pattern stands in a text with the fewest edits, and so at its shortest; bit-parallel (Myers 1999), by blocks (Hyyrö 2003). All of an empty pattern stands at 0. */
export function nearestStretch(pattern: string, text: string): Approximately {
  const { edits, end } = leastEdits(pattern, text);
  const back = leastEdits(reversed(pattern), reversed(text.slice(0, end)));
  return { edits, start: end - back.end, end };
}

function reversed(text: string): string {
  return text.split("").reverse().join("");
}

/** The least number of edits with which a pattern stands somewhere in a text, and where it first ends so. */
function leastEdits(pattern: string, text: string): { edits: number; end: number } {
  const blocks = Math.ceil(pattern.length / WORD_BITS);
  const places = placesOf(pattern, blocks);
  const none = new Int32Array(blocks);
  /** By block, where the edits grow by one from a row to the next, and where they fall. */
  const more = new Int32Array(blocks).fill(-1);
  const less = new Int32Array(blocks);
  const lastBit = 1 << ((pattern.length - 1) % WORD_BITS);
  let edits = pattern.length;
  const least = { edits, end: 0 };
  for (let at = 0; at < text.length; at++) {
    const equal = places.get(text.charCodeAt(at)) ?? none;
    let carry = 0;
    for (let block = 0; block < blocks; block++) {
      const bit = block === blocks - 1 ? lastBit : 1 << 31;
      carry = advance(more, less, block, equal[block] as number, carry, bit);
    }
    edits += carry;
    if (edits >= least.edits) continue;
    least.edits = edits;
    least.end = at + 1;
  }
  return least;
}

/** Takes one character of the text into a block: `carry` says how the edits change at its first row, what is returned how they change at its last. */
function advance(
  more: Int32Array,
  less: Int32Array,
  block: number,
  given: number,
  carry: number,
  lastBit: number,
): number {
  const up = more[block] as number;
  const down = less[block] as number;
  const across = given | down;
  const equal = carry < 0 ? given | 1 : given;
  const along = (((equal & up) + up) ^ up) | equal;
  let right = down | ~(along | up);
  let left = up & along;
  const out = (right & lastBit) !== 0 ? 1 : (left & lastBit) !== 0 ? -1 : 0;
  right = (right << 1) | (carry > 0 ? 1 : 0);
  left = (left << 1) | (carry < 0 ? 1 : 0);
  more[block] = left | ~(across | right);
  less[block] = right & across;
  return out;
}

/** For each character of a pattern, the bits of its places. */
function placesOf(pattern: string, blocks: number): Map<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    const bits = places.get(unit) ?? new Int32Array(blocks);
    places.set(unit, bits);
    const block = Math.floor(at / WORD_BITS);
    bits[block] = (bits[block] as number) | (1 << (at % WORD_BITS));
  }
  return places;
}
