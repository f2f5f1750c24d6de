/**
 * The library file: a header, then sections, each on a multiple of 8 bytes, little-endian.
 *
 *   "VBTM" | version | sections | checksum | (offset, length) × sections | section | section | …
 *
 * It is opened as typed-array views over the one buffer; nothing is copied and only the
 * section of metadata is parsed.
 */

export const MAGIC = 0x4d544256;
export const FORMAT_VERSION = 2;
/** Words between two checkpoints, which say where in the text a word stands. A power of two. */
export const CHECKPOINT_WORDS = 32;

export const SECTIONS = [
  "meta",
  "vocabulary",
  "vocabularyOffsets",
  "letterMasks",
  "counts",
  "postings",
  "postingOffsets",
  "sources",
  "checkpoints",
  "utterances",
  "titleWords",
  "text",
  "wordFilter",
  "nameFilter",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Fields of a row of the sources section. */
export const SOURCE_ROW = {
  firstPosition: 0,
  words: 1,
  textStart: 2,
  textBytes: 3,
  utteranceFrom: 4,
  utteranceTo: 5,
  width: 6,
} as const;
/** Fields of a row of the titleWords section, which is sorted by word, then by source. */
export const TITLE_ROW = { word: 0, source: 1, width: 2 } as const;
/** Fields of a row of the utterances section. Speaker and evidence are −1 where there is none. `via` has `TRANSLATED` added where it is a translator who speaks. */
export const UTTERANCE_ROW = {
  start: 0,
  end: 1,
  depth: 2,
  speaker: 3,
  via: 4,
  permille: 5,
  evidenceStart: 6,
  evidenceEnd: 7,
  width: 8,
} as const;

/** Above every number of a way to tell the speaker: a file from before there was this flag reads as one in which nobody is translated. */
export const TRANSLATED = 16;

const HEADER_BYTES = 16;

/** Puts sections together into one file. */
export function encodeSections(sections: Readonly<Record<Section, Uint8Array>>): Uint8Array {
  let at = align(HEADER_BYTES + SECTIONS.length * 8);
  const table = SECTIONS.map((name) => {
    const offset = at;
    at = align(at + sections[name].length);
    return { name, offset };
  });
  const file = new Uint8Array(at);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT_VERSION, true);
  view.setUint32(8, SECTIONS.length, true);
  table.forEach(({ name, offset }, index) => {
    view.setUint32(HEADER_BYTES + index * 8, offset, true);
    view.setUint32(HEADER_BYTES + index * 8 + 4, sections[name].length, true);
    file.set(sections[name], offset);
  });
  view.setUint32(12, checksum(file.subarray(HEADER_BYTES)), true);
  return file;
}

/** Views of the sections of a file. Throws RangeError, saying what is wrong, for anything but a whole file of this version. */
export function decodeSections(given: Uint8Array): Record<Section, Uint8Array> {
  const file = given.byteOffset % 8 === 0 ? given : given.slice();
  if (file.length < HEADER_BYTES + SECTIONS.length * 8)
    throw new RangeError("the library file is cut short in its header");
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError("this is not a library file");
  const version = view.getUint32(4, true);
  if (version !== FORMAT_VERSION)
    throw new RangeError(
      `the library file has format ${version}; this engine reads format ${FORMAT_VERSION}: build it again`,
    );
  if (view.getUint32(8, true) !== SECTIONS.length)
    throw new RangeError("the library file's list of sections is damaged");
  const entries = SECTIONS.map((name, index) => {
    const offset = view.getUint32(HEADER_BYTES + index * 8, true);
    const length = view.getUint32(HEADER_BYTES + index * 8 + 4, true);
    if (offset + length > file.length)
      throw new RangeError(`the library file is cut short in its section "${name}"`);
    return [name, file.subarray(offset, offset + length)] as const;
  });
  if (view.getUint32(12, true) !== checksum(file.subarray(HEADER_BYTES)))
    throw new RangeError("the library file is damaged: its checksum does not match");
  return Object.fromEntries(entries) as Record<Section, Uint8Array>;
}

/** A library file without its text, for whoever keeps the text beside it. Throws RangeError as `decodeSections` does. */
export function withoutText(file: Uint8Array): Uint8Array {
  return encodeSections({ ...decodeSections(file), text: new Uint8Array() });
}

function align(offset: number): number {
  return (offset + 7) & ~7;
}

/** Fletcher-style sum over 32-bit words: finds truncation and flipped bytes cheaply; it is no defence against forgery. */
function checksum(bytes: Uint8Array): number {
  const whole = bytes.length >>> 2;
  const list = new Int32Array(bytes.buffer, bytes.byteOffset, whole);
  let a = 1;
  let b = 0;
  let at = 0;
  // Four words at a time: a sum that waits for the last takes twice as long.
  for (; at + 4 <= whole; at += 4) {
    const first = list[at] as number;
    const second = list[at + 1] as number;
    const third = list[at + 2] as number;
    const fourth = list[at + 3] as number;
    b = (b + (a << 2) + (first << 2) + (second << 1) + second + (third << 1) + fourth) | 0;
    a = (a + first + second + third + fourth) | 0;
  }
  for (; at < whole; at++) {
    a = (a + (list[at] as number)) | 0;
    b = (b + a) | 0;
  }
  for (let index = whole * 4; index < bytes.length; index++) a = (a + (bytes[index] as number)) | 0;
  // Multiplied apart: a plain sum of both misses a change as many words from the end as its factor.
  return (Math.imul(a ^ (a >>> 15), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)) >>> 0;
}

/** A typed array's bytes, as they stand in memory. */
export function bytesOf(array: Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export function uint32View(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}

export function int32View(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}
