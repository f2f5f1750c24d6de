import { fold } from "./fold.ts";
import type { Span } from "./span.ts";
import { isDigit, timeCodeEnd } from "./time-codes.ts";

/**
 * A word of a text. `key` is what search and comparison go by: folded, without
 * apostrophes, dots and thousands separators ("don’t" → "dont", "U.S." → "us",
 * "300,000" → "300000").
 */
export interface Word extends Span {
  key: string;
}

/** Scripts written without spaces: each character is a word of its own, so that phrases of them can be found. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const LETTER = `[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]`;
const HIDDEN = "[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]";
/** What may stand inside one word: an apostrophe, a decimal point, a thousands separator, invisible characters, a hyphen at a line's end. */
const JOINT = [
  "(?<=[\\p{L}\\p{M}])['’‛ʼ＇`´](?=\\p{L})",
  "(?<=\\p{Nd})\\.(?=\\p{Nd})",
  "(?<=\\p{Nd})[,٬’'\\u00A0\\u202F](?=\\p{Nd}{3}(?!\\p{Nd}))",
  `${HIDDEN}+(?=${LETTER})`,
  "(?<=\\p{L})[\\-‐]\\r?\\n[ \\t]*(?=\\p{Ll})",
].join("|");
const INITIALS = "(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L}(?![\\p{L}\\p{N}]))+\\.?";
const WORD = new RegExp(`${INITIALS}|${LETTER}+(?:(?:${JOINT})${LETTER}+)*|[${UNSPACED}]\\p{M}*`, "gv");

/** Longer words are cut in their key only; no real word is longer, and the vocabulary stays bounded. */
export const KEY_CHARS_MAX = 48;

const PLAIN_WORD = /^[A-Za-z0-9]+$/;
const NOT_KEY = /[^\p{L}\p{N}\p{M}.]/gu;
const STRAY_DOT = /(?<!\p{Nd})\.|\.(?!\p{Nd})/gu;

/** The key of one word as printed. Empty when nothing but marks is left of it. */
export function wordKey(printed: string): string {
  const bounded = printed.length > 4 * KEY_CHARS_MAX ? printed.slice(0, 4 * KEY_CHARS_MAX) : printed;
  const key = PLAIN_WORD.test(bounded)
    ? bounded.toLowerCase()
    : fold(bounded).replace(NOT_KEY, "").replace(STRAY_DOT, "");
  return key.length > KEY_CHARS_MAX ? key.slice(0, KEY_CHARS_MAX) : key;
}

/** The words of a text, in order. Words that fold to nothing (a lone accent) are none, and nor are time codes. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = KINDS[text.charCodeAt(at)] as number;
    if (kind > DIGIT && kind !== UNSURE) {
      at++;
      continue;
    }
    const word = (kind === UNSURE ? null : plainWord(text, at)) ?? nextByPattern(text, at);
    if (word === null) break;
    if (kind !== LETTER_KIND && isDigit(text.charCodeAt(word.start))) {
      const behind = timeCodeEnd(text, word.start);
      if (behind > word.start) {
        at = behind;
        continue;
      }
    }
    if (word.key !== "") found.push(word);
    at = word.end;
  }
  return found;
}

/** The first word from a place on at which none has begun before. */
function nextByPattern(text: string, from: number): Word | null {
  WORD.lastIndex = from;
  const match = WORD.exec(text);
  return match && { key: wordKey(match[0]), start: match.index, end: match.index + match[0].length };
}

/**
 * What a character may be to a word, for the characters that most text is made of: they are
 * read here, five times as fast as by the pattern. Where any other is met, or marks stand so
 * that several readings are possible, the pattern decides.
 */
const LETTER_KIND = 0;
const DIGIT = 2;
const BREAK = 3;
const APOSTROPHE = 4;
const DOT = 5;
const COMMA = 6;
const HYPHEN = 7;
const UNSURE = 8;

const KINDS = new Uint8Array(0x10000).fill(UNSURE).fill(BREAK, 0, 0x80);
for (const [characters, kind] of [
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", LETTER_KIND],
  ["0123456789", DIGIT],
  ["'`’", APOSTROPHE],
  [".", DOT],
  [",", COMMA],
  ["-", HYPHEN],
  ["–—‘“”„…", BREAK],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;

function kindAt(text: string, at: number): number {
  return at < text.length ? (KINDS[text.charCodeAt(at)] as number) : BREAK;
}

/** The end of the run of letters and digits that begins before `from`. */
function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && (KINDS[text.charCodeAt(at)] as number) <= DIGIT) at++;
  return at;
}

/** The word that begins at `start` with a plain character, or null where the pattern must decide. */
function plainWord(text: string, start: number): Word | null {
  let end = runEnd(text, start + 1);
  let joined = false;
  for (let kind = kindAt(text, end); kind !== BREAK; kind = kindAt(text, end)) {
    const joint = kind === UNSURE ? OPEN : jointAt(text, end, kind, end === start + 1);
    if (joint === OPEN) return null;
    if (joint === PARTED) break;
    joined = true;
    end = runEnd(text, end + 1);
  }
  const printed = text.slice(start, end);
  if (printed.length > KEY_CHARS_MAX) return { key: wordKey(printed), start, end };
  const key = printed.toLowerCase();
  return { key: joined ? key.replace(/['`’]/gu, "") : key, start, end };
}

const PARTED = 0;
const JOINED = 1;
const OPEN = 2;

/** Whether a mark after a plain character ends the word, joins it to what follows, or is left to the pattern. `single`: the word has one character so far, as initials have. */
function jointAt(text: string, at: number, kind: number, single: boolean): number {
  const next = kindAt(text, at + 1);
  if (kind === HYPHEN) return isLineEnd(text, at + 1) ? OPEN : PARTED;
  if (next === UNSURE) return OPEN;
  if (kindAt(text, at - 1) === DIGIT)
    return next !== DIGIT || kind === DOT ? (next === DIGIT ? JOINED : PARTED) : OPEN;
  if (next !== LETTER_KIND || kind === COMMA) return PARTED;
  return kind === APOSTROPHE ? JOINED : single ? OPEN : PARTED;
}

function isLineEnd(text: string, at: number): boolean {
  return text.charAt(at) === "\n" || text.charAt(at) === "\r";
}

/** True for a key of a script written without spaces. */
export function isUnspaced(key: string): boolean {
  return key.charCodeAt(0) >= 0x80 && UNSPACED_KEY.test(key);
}
const UNSPACED_KEY = new RegExp(`^[${UNSPACED}]`, "v");
