import { editDistance, letterMask, mayBeNear } from "../text/edit-distance.ts";
import { uint32View } from "./format.ts";
import type { Words } from "./library.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Shorter words first, then by bytes: words of one length stand together, which is what an approximate look-up scans. */
export function compareKeys(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The words of a library, by number. */
export class Vocabulary implements Words {
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #masks: Uint32Array;

  constructor(bytes: Uint8Array, offsets: Uint8Array, masks: Uint8Array) {
    this.#bytes = bytes;
    this.#offsets = uint32View(offsets);
    this.#masks = uint32View(masks);
  }

  get size(): number {
    return this.#masks.length;
  }

  /** The number of a word, or −1 when the library does not have it. */
  find(key: string): number {
    const wanted = encoder.encode(key);
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = compareKeys(this.#key(middle), wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  word(number: number): string {
    return decoder.decode(this.#key(number));
  }

  #key(number: number): Uint8Array {
    return this.#bytes.subarray(this.#offsets[number] as number, this.#offsets[number + 1] as number);
  }

  /** The first word whose key has at least `bytes` bytes. */
  #firstOfLength(bytes: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const length = (this.#offsets[middle + 1] as number) - (this.#offsets[middle] as number);
      if (length < bytes) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The words that begin with these letters and have at most `over` bytes more, shorter first, at most `max`. */
  beginningWith(letters: string, over: number, max: number): number[] {
    const prefix = encoder.encode(letters);
    const found: number[] = [];
    for (let length = prefix.length; length <= prefix.length + over; length++) {
      const end = this.#firstOfLength(length + 1);
      let number = this.#firstAtLeast(prefix, this.#firstOfLength(length), end);
      for (; number < end && found.length < max && this.#begins(number, prefix); number++) found.push(number);
    }
    return found;
  }

  /** The first of the words from `low` to before `high`, all of one length, that does not come before a prefix. */
  #firstAtLeast(prefix: Uint8Array, low: number, high: number): number {
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(this.#key(middle).subarray(0, prefix.length), prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #begins(number: number, prefix: Uint8Array): boolean {
    return compareKeys(this.#key(number).subarray(0, prefix.length), prefix) === 0;
  }

  /** Words within one edit (two from seven letters on) of an unknown one, nearest first, at most `max`. */
  near(key: string, max: number): number[] {
    const edits = key.length >= 7 ? 2 : key.length >= 3 ? 1 : 0;
    if (edits === 0) return [];
    const mask = letterMask(key);
    const length = encoder.encode(key).length;
    const found: { number: number; distance: number }[] = [];
    const end = this.#firstOfLength(length + edits + 1);
    for (let number = this.#firstOfLength(length - edits); number < end; number++) {
      if (!mayBeNear(this.#masks[number] as number, mask, edits)) continue;
      const distance = editDistance(key, this.word(number), edits);
      if (distance <= edits) found.push({ number, distance });
    }
    return found
      .sort((a, b) => a.distance - b.distance || a.number - b.number)
      .slice(0, max)
      .map(({ number }) => number);
  }
}
