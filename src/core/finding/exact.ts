import { isDigit } from "../text/time-codes.ts";
import { KEY_CHARS_MAX, words } from "../text/words.ts";
import { FINDING } from "../tuning.ts";
import type { Candidate, SourceFilter } from "./candidates.ts";
import { CHECKPOINT_WORDS } from "./format.ts";
import type { Library } from "./library.ts";

const starts = new Int32Array(FINDING.exactPostingsMax);
const others = new Int32Array(FINDING.exactPostingsMax);

/**
 * Where a question's words stand in a row, whole and in order, at most `max` places in the
 * library's order. Rare words' places are looked at first, and no more than it takes to be left
 * with a few, whose text is read. Empty where a word is unknown, or where even the rarest
 * stands too often to be read.
 */
export function exactPlaces(
  library: Library,
  keys: readonly string[],
  filter: SourceFilter,
  max: number,
): Candidate[] {
  const list = keys.map((key, place) => {
    const number = library.vocabulary.find(key);
    return { number, place, count: number < 0 ? 0 : library.count(number) };
  });
  if (list.length < FINDING.exactWordsMin || list.some(({ count }) => count === 0)) return [];
  const rarest = list.toSorted((a, b) => a.count - b.count);
  let read = 0;
  let left = -1;
  for (const { number, place, count } of rarest) {
    if (read + count > FINDING.exactPostingsMax || (left >= 0 && left <= max)) break;
    read += count;
    const end = library.positions(number, left < 0 ? starts : others, 0);
    left = left < 0 ? shifted(end, place) : kept(left, end, place);
  }
  const found: Candidate[] = [];
  for (let index = 0; index < left && found.length < max; index++) {
    const start = starts[index] as number;
    const place = placeAt(library, start, keys.length);
    if (!place || (filter !== null && !filter(place.source))) continue;
    if (standsAt(library, place.source, start, keys)) found.push(place);
  }
  return found;
}

/** Positions of a word turned into positions at which the question would begin. */
function shifted(end: number, place: number): number {
  for (let index = 0; index < end; index++) starts[index] = (starts[index] as number) - place;
  return end;
}

/** Keeps of the first `left` beginnings those at which another word stands in its place too. */
function kept(left: number, end: number, place: number): number {
  let next = 0;
  let at = 0;
  for (let index = 0; index < left; index++) {
    const wanted = (starts[index] as number) + place;
    while (at < end && (others[at] as number) < wanted) at++;
    if (at < end && others[at] === wanted) starts[next++] = starts[index] as number;
  }
  return next;
}

function standsAt(library: Library, source: number, start: number, keys: readonly string[]): boolean {
  const told = standsPlainly(
    library.bytes(source, start, start + keys.length),
    start % CHECKPOINT_WORDS,
    keys,
  );
  if (told !== null) return told;
  const window = library.window(source, start, start + keys.length);
  const there = words(window.text).slice(start - window.firstPosition);
  return keys.every((key, index) => there[index]?.key === key);
}

/**
 * Whether words stand whole and in a row in a text in UTF-8, after so many others; null where its
 * plain words do not tell: marks that may join, what may be a time code, and letters beyond ASCII, are
 * read by the rules for words.
 */
function standsPlainly(text: Uint8Array, skipped: number, keys: readonly string[]): boolean | null {
  let at = 0;
  for (let word = 0; word < skipped + keys.length; word++) {
    while (at < text.length && !isPlain(text[at] as number)) {
      const mark = text[at] as number;
      if (mark >= 0x80 || (MAY_OPEN_TIME.has(mark) && isDigit(text[at + 1] ?? 0))) return null;
      at++;
    }
    const start = at;
    while (at < text.length && isPlain(text[at] as number)) at++;
    const mark = text[at];
    if (mark !== undefined && mark !== SPACE && mark !== LINE_END) {
      if (mark >= 0x80) return null;
      const next = text[at + 1];
      if (next !== undefined && next !== SPACE) return null;
    }
    if (at - start > KEY_CHARS_MAX) return null;
    if (word < skipped) continue;
    const key = keys[word - skipped] as string;
    if (key.length !== at - start) return false;
    for (let index = 0; index < key.length; index++)
      if (key.charCodeAt(index) !== lower(text[start + index] as number)) return false;
  }
  return true;
}

const SPACE = 0x20;
const LINE_END = 0x0a;
/** A bracket, a parenthesis and a line's end: before a digit they may open a time code. */
const MAY_OPEN_TIME = new Set([0x5b, 0x28, LINE_END, 0x0d]);

function isPlain(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (lower(byte) >= 0x61 && lower(byte) <= 0x7a);
}

/** A letter in its small form; other bytes below 0x80 may become others, but no letter or digit. */
function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

function placeAt(library: Library, start: number, count: number): Candidate | null {
  if (start < 0) return null;
  const source = library.sourceAt(start);
  const { from, to } = library.positionsOf(source);
  if (start < from || start + count > to) return null;
  const slack = FINDING.rowSlackWords;
  return {
    source,
    from: Math.max(from, start - slack),
    to: Math.min(to, start + count + slack),
    votes: Number.POSITIVE_INFINITY,
    share: 1,
    row: start,
  };
}
