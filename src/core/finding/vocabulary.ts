import { byteEditDistance, editDistance, isPlainMask, letterMask, mayBeNear } from "../text/edit-distance.ts";
import { uint32View } from "./format.ts";
import type { Words } from "./library.ts";

/** Unknown words whose near ones are remembered: a long draft's. Emptied when full. */
const NEARBY_MAX = 512;
/** And words whose numbers are. */
const FOUND_MAX = 4096;

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

/** Room for the bytes of any key that is looked up; longer ones get their own. */
const scratch = new Uint8Array(256);

/** A key's bytes, good until the next are asked for: looked up far too often to be allocated. */
function bytesOfKey(key: string): Uint8Array {
  if (key.length * 3 > scratch.length) return encoder.encode(key);
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    if (unit >= 0x80) return scratch.subarray(0, encoder.encodeInto(key, scratch).written);
    scratch[index] = unit;
  }
  return scratch.subarray(0, key.length);
}

/** The words of a library, by number. */
export class Vocabulary implements Words {
  readonly #bytes: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #masks: Uint32Array;
  /** For each length in bytes, the first word that has it or more. */
  readonly #starts: readonly number[];
  /** The numbers of words that were asked for: one question asks for each a dozen times. */
  readonly #found = new Map<string, number>();
  /** What is near to words that were asked for: one question asks for each several times. */
  readonly #nearby = new Map<string, readonly number[]>();

  constructor(bytes: Uint8Array, offsets: Uint8Array, masks: Uint8Array) {
    this.#bytes = bytes;
    this.#offsets = uint32View(offsets);
    this.#masks = uint32View(masks);
    this.#starts = this.#lengthStarts();
  }

  #lengthStarts(): number[] {
    const starts: number[] = [];
    for (let from = 0; from < this.size; ) {
      const length = (this.#offsets[from + 1] as number) - (this.#offsets[from] as number);
      while (starts.length <= length) starts.push(from);
      from = this.#searchLength(length + 1, from);
    }
    return starts;
  }

  get size(): number {
    return this.#masks.length;
  }

  /** The number of a word, or −1 when the library does not have it. */
  find(key: string): number {
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    if (this.#found.size >= FOUND_MAX) this.#found.clear();
    const found = this.#search(key);
    this.#found.set(key, found);
    return found;
  }

  #search(key: string): number {
    const wanted = bytesOfKey(key);
    const end = this.#firstOfLength(wanted.length + 1);
    const found = this.#firstAtLeast(wanted, this.#firstOfLength(wanted.length), end);
    return found < end && this.#compare(found, wanted) === 0 ? found : -1;
  }

  word(number: number): string {
    return decoder.decode(
      this.#bytes.subarray(this.#offsets[number] as number, this.#offsets[number + 1] as number),
    );
  }

  /** How the beginning of a word stands to a prefix that is no longer: negative before it, 0 where it is the same. */
  #compare(number: number, prefix: Uint8Array): number {
    const from = this.#offsets[number] as number;
    for (let index = 0; index < prefix.length; index++) {
      const difference = (this.#bytes[from + index] as number) - (prefix[index] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The first word whose key has at least `bytes` bytes. */
  #firstOfLength(bytes: number): number {
    return this.#starts[Math.max(0, bytes)] ?? this.size;
  }

  /** The same, searched for among the words from `low` on. */
  #searchLength(bytes: number, from: number): number {
    let low = from;
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
    const prefix = bytesOfKey(letters);
    const found: number[] = [];
    for (let length = prefix.length; length <= prefix.length + over; length++) {
      const end = this.#firstOfLength(length + 1);
      let number = this.#firstAtLeast(prefix, this.#firstOfLength(length), end);
      for (; number < end && found.length < max && this.#compare(number, prefix) === 0; number++)
        found.push(number);
    }
    return found;
  }

  /** The first of the words from `low` to before `high`, all of one length, that does not come before a prefix. */
  #firstAtLeast(prefix: Uint8Array, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Words within one edit (two from seven letters on, three from ten) of an unknown one, nearest first, at most `max`. */
  near(key: string, max: number): number[] {
    const known = this.#nearby.get(key);
    if (known) return known.slice(0, max);
    if (this.#nearby.size >= NEARBY_MAX) this.#nearby.clear();
    const found = this.#allNear(key);
    this.#nearby.set(key, found);
    return found.slice(0, max);
  }

  #allNear(key: string): number[] {
    const edits = key.length >= 10 ? 3 : key.length >= 7 ? 2 : key.length >= 3 ? 1 : 0;
    if (edits === 0) return [];
    const mask = letterMask(key);
    const bytes = encoder.encode(key);
    const { length } = bytes;
    const plain = isPlainMask(mask) ? bytes : null;
    const found: { number: number; distance: number }[] = [];
    const end = this.#firstOfLength(length + edits + 1);
    for (let number = this.#firstOfLength(length - edits); number < end; number++) {
      if (!mayBeNear(this.#masks[number] as number, mask, edits)) continue;
      const distance = this.#distance(key, number, edits, plain);
      if (distance <= edits) found.push({ number, distance });
    }
    return found.sort((a, b) => a.distance - b.distance || a.number - b.number).map(({ number }) => number);
  }

  /** Edits from a key to a word, or one more than are allowed; told from the bytes where both are plain. */
  #distance(key: string, number: number, edits: number, plain: Uint8Array | null): number {
    if (plain === null || !isPlainMask(this.#masks[number] as number))
      return editDistance(key, this.word(number), edits);
    const [from, to] = [this.#offsets[number] as number, this.#offsets[number + 1] as number];
    return byteEditDistance(plain, this.#bytes, from, to, edits);
  }
}
