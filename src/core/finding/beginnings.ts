import { GLANCING } from "../tuning.ts";

/** What a byte of UTF-8 is to a word: 0 ends it, up to 36 are letters and digits, the others as they are called. */
const OTHER_LETTER = 37;
const WITHIN_WORD = 62;
const LEAD = 63;
const KINDS = new Uint8Array(256).fill(LEAD, 0x80);
for (let letter = 0; letter < 26; letter++) KINDS[0x41 + letter] = KINDS[0x61 + letter] = letter + 1;
for (let digit = 0; digit < 10; digit++) KINDS[0x30 + digit] = 27 + digit;
for (const mark of "'`") KINDS[mark.charCodeAt(0)] = WITHIN_WORD;

/** The letters from U+00C0 to U+017F without their marks. */
const LATIN = Uint8Array.from({ length: 0xc0 }, (_, at) => {
  const base = String.fromCharCode(0xc0 + at)
    .normalize("NFD")
    .charCodeAt(0);
  return base < 0x80 ? (KINDS[base] as number) : OTHER_LETTER;
});

const BITS_A_LETTER = 6;
const BEGINNING_BITS = BITS_A_LETTER * GLANCING.beginningChars;

/** The first letters of a word, folded, as one number that is not 0. */
function beginningOf(key: string): number {
  let beginning = 0;
  // A decimal point stands in a key and is passed over in a text.
  const letters = key.slice(0, 2 * GLANCING.beginningChars).replaceAll(".", "");
  for (let at = 0; at < Math.min(letters.length, GLANCING.beginningChars); at++) {
    const kind = KINDS[letters.charCodeAt(at)] ?? LEAD;
    beginning |= (kind === 0 || kind > OTHER_LETTER ? OTHER_LETTER : kind) << (BITS_A_LETTER * at);
  }
  return beginning;
}

/** What a character of two bytes and more is to a word, by its first three: letters of Latin scripts, marks over them, and what may stand within a word unseen. */
function kindBeyondAscii(first: number, second: number, third: number): number {
  if (first === 0xe2 && second === 0x80) return third === 0x99 || third === 0x8b ? WITHIN_WORD : 0;
  if (first === 0xc2) return second === 0xad ? WITHIN_WORD : 0;
  if (first >= 0xc3 && first <= 0xc5) return LATIN[((first & 0x1f) << 6) + (second & 0x3f) - 0xc0] as number;
  const isMark = first === 0xcc || (first === 0xcd && second < 0xb0);
  return isMark || (first === 0xca && second === 0xbc) ? WITHIN_WORD : OTHER_LETTER;
}

const DOT = 0x2e;
const COMMA = 0x2c;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isLetter(byte: number | undefined): boolean {
  const kind = byte === undefined ? 0 : (KINDS[byte] as number);
  return kind > 0 && kind <= 26;
}

/** Whether a dot or a comma at a place joins what stands beside it: digits of one number, or initials. */
function joins(text: Uint8Array, at: number): boolean {
  if (isDigit(text[at - 1]) && isDigit(text[at + 1])) return true;
  const isInitial = (letter: number): boolean =>
    isLetter(text[letter]) && !isLetter(text[letter - 1]) && !isLetter(text[letter + 1]);
  return text[at] === DOT && isInitial(at - 1) && isInitial(at + 1);
}

/**
 * Lists of words, by how their words begin. A text's bytes are searched for words that begin
 * alike, which are those words and their forms, and some that are neither: for telling what is
 * surely not there, at a hundredth of what reading the text takes.
 */
export class Beginnings {
  readonly #mask: number;
  readonly #beginnings: Int32Array;
  /** For each slot the first of its entries, −1 for none; for each entry the next, and which list it is of. */
  readonly #heads: Int32Array;
  readonly #next: number[] = [];
  readonly #lists: number[] = [];

  constructor(lists: readonly (readonly string[])[]) {
    const size = 2 ** Math.ceil(Math.log2(SLOTS_A_WORD * lists.reduce((sum, keys) => sum + keys.length, 1)));
    this.#mask = size - 1;
    this.#beginnings = new Int32Array(size);
    this.#heads = new Int32Array(size).fill(-1);
    lists.forEach((keys, list) => {
      for (const beginning of new Set(keys.map(beginningOf))) this.#put(beginning, list);
    });
  }

  #put(beginning: number, list: number): void {
    let slot = slotOf(beginning) & this.#mask;
    while (this.#beginnings[slot] !== 0 && this.#beginnings[slot] !== beginning)
      slot = (slot + 1) & this.#mask;
    this.#beginnings[slot] = beginning;
    this.#next.push(this.#heads[slot] as number);
    this.#heads[slot] = this.#lists.push(list) - 1;
  }

  /** Searches a text in UTF-8, up to as many words as there is room for; returns what was met, which holds until the next search. */
  search(text: Uint8Array): Met {
    const size = text.length;
    let beginning = 0;
    let shift = 0;
    let word = 0;
    /** UTF-8 bytes beyond the UTF-16 units that they stand for. */
    let beyond = 0;
    met.count = 0;
    met.unread = 0;
    for (let at = 0; at < size; at++) {
      let kind = KINDS[text[at] as number] as number;
      if (kind > OTHER_LETTER) {
        if (kind === WITHIN_WORD) continue;
        const lead = text[at] as number;
        kind = kindBeyondAscii(lead, text[at + 1] as number, text[at + 2] as number);
        if (kind === OTHER_LETTER) met.unread++;
        const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        at += more;
        beyond += more === 3 ? 2 : more;
        if (kind === WITHIN_WORD) continue;
      }
      if (kind === 0) {
        if (shift === 0) continue;
        if ((text[at] === DOT || text[at] === COMMA) && joins(text, at)) continue;
        this.#meet(beginning, word++, at - beyond);
        beginning = 0;
        shift = 0;
      } else if (shift < BEGINNING_BITS) {
        beginning |= kind << shift;
        shift += BITS_A_LETTER;
      }
    }
    if (shift !== 0) this.#meet(beginning, word, size - beyond);
    return met;
  }

  #meet(beginning: number, word: number, end: number): void {
    let slot = slotOf(beginning) & this.#mask;
    while (this.#beginnings[slot] !== beginning) {
      if (this.#beginnings[slot] === 0) return;
      slot = (slot + 1) & this.#mask;
    }
    if (met.count === GLANCING.wordsMax) return;
    met.words[met.count] = word;
    met.ends[met.count] = end;
    met.entries[met.count++] = this.#heads[slot] as number;
  }

  /** Marks the lists that have a word which begins so. */
  mark(entry: number, marks: Uint8Array): void {
    for (let each = entry; each >= 0; each = this.#next[each] as number)
      marks[this.#lists[each] as number] = 1;
  }

  /** Marks the lists of which the text has a word; returns how many of its characters were not told. */
  markAll(text: Uint8Array, marks: Uint8Array): number {
    const { count, entries, unread } = this.search(text);
    for (let index = 0; index < count; index++) this.mark(entries[index] as number, marks);
    return unread;
  }
}

/** The words of a text that begin as one that is sought: their numbers in the text, where they end in UTF-16 units, and their entries. */
export interface Met {
  count: number;
  words: Int32Array;
  ends: Int32Array;
  entries: Int32Array;
  /** Characters that are neither ASCII nor letters of Western European languages. */
  unread: number;
}

const met: Met = {
  count: 0,
  words: new Int32Array(GLANCING.wordsMax),
  ends: new Int32Array(GLANCING.wordsMax),
  entries: new Int32Array(GLANCING.wordsMax),
  unread: 0,
};

/** So few words of a text are sought that most should fall on an empty slot. */
const SLOTS_A_WORD = 16;

/** Fibonacci hashing (Knuth 1973, 6.4). */
function slotOf(beginning: number): number {
  return Math.imul(beginning, 0x9e3779b1) >>> 14;
}
