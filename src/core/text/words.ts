import { fold } from "./fold.ts";
import type { Span } from "./span.ts";

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

/** The words of a text, in order. Words that fold to nothing (a lone accent) are none. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const key = wordKey(match[0]);
    if (key !== "") found.push({ key, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** True for a key of a script written without spaces. */
export function isUnspaced(key: string): boolean {
  return UNSPACED_KEY.test(key);
}
const UNSPACED_KEY = new RegExp(`^[${UNSPACED}]`, "v");
