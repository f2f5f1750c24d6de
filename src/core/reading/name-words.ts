import { editDistance } from "../text/edit-distance.ts";
import { firstSpelling, genderOfGivenName, isGivenName, isSameGivenName, isSpellingOf } from "./nicknames.ts";
import { remembered } from "./remembered.ts";

/** How alike two words of names are: not at all, but for a slip, in another spelling, wholly. */
export const UNLIKE = 0;
export const SLIP = 1;
export const SPELT = 2;
export const EQUAL = 3;
export type Likeness = typeof UNLIKE | typeof SLIP | typeof SPELT | typeof EQUAL;

/** Letters that no mark can be taken off, as they are written where there are none. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ħ: "h",
  ə: "a",
};
const SPECIAL = /[øłßđðþæœıħə]/gu;

/** A folded word in plain letters: "søren" as "soren". */
export function plainLetters(key: string): string {
  return key.replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/** What transliterations write in several ways, in one of them. In order; each works on what the ones before have left. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|tsh/gu, "ch"],
  [/sch/gu, "sh"],
  [/^chr/u, "hr"],
  [/dj/gu, "d"],
  [/kh/gu, "h"],
  [/gh/gu, "g"],
  [/ph/gu, "f"],
  [/ck|q/gu, "k"],
  [/t[sz]|cz/gu, "z"],
  [/c(?![ehiy])/gu, "k"],
  [/x/gu, "ks"],
  [/w/gu, "v"],
  [/ff$/u, "v"],
  [/ou|oo/gu, "u"],
  [/(?<=[aeou])[ijy](?=e)/gu, ""],
  [/^[ijy]e/u, "e"],
  [/(?<=.{5})j|j(?=.{5})|y/gu, "i"],
  [/ei/gu, "ai"],
  [/([aou])e(?!$)/gu, "$1"],
  [/(.)\1+/gu, "$1"],
  [/(ch|sh|zh)ov$/u, "$1ev"],
  [/enka$/u, "enko"],
];

/** A bound on the memo; far above the names of one library. */
const REMEMBERED_MAX = 20_000;

/** What a word of a name sounds like, roughly: equal for "yeltsin" and "jelzin", "mueller" and "müller". Words of fewer than four letters are as they are. */
export const soundOf = remembered((key) => {
  const plain = plainLetters(key);
  if (plain.length < 4 || !/^[a-z]+$/u.test(plain)) return plain;
  const sound = SOUNDS.reduce((text, [written, as]) => text.replace(written, as), plain);
  return sound.length >= 5 ? sound.replace(/e$/u, "") : sound;
}, REMEMBERED_MAX);

/** What spellings of one family name have in common, to look them up by. */
export function familyNameKey(key: string): string {
  return soundOf(firstSpelling(key));
}

/** How alike two words of family names, or of names of bodies, are. */
export function wordLikeness(a: string, b: string): Likeness {
  if (a === b) return EQUAL;
  if (soundOf(a) === soundOf(b) || isSpellingOf(a, b)) return SPELT;
  return isSlip(a, b) || isSlip(soundOf(a), soundOf(b)) ? SLIP : UNLIKE;
}

/** One slip in five letters and more, two in nine and more; the first letter is never wrong. */
function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  const slips = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return slips > 0 && a[0] === b[0] && editDistance(a, b, slips) <= slips;
}

/** How alike two first names are, but for slips: “Marie” is near “Marine” and no other way to write it. */
export function givenLikenessWithoutSlips(a: string, b: string): Likeness {
  const likeness = givenLikeness(a, b);
  const isTold = a.length === 1 || b.length === 1 || isSameGivenName(a, b) || soundOf(a) === soundOf(b);
  return likeness === SPELT && !isTold ? UNLIKE : likeness;
}

/** How alike two first names are: SLIP where one may be short for the other and no table says so. */
export function givenLikeness(a: string, b: string): Likeness {
  if (a === b) return EQUAL;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? SPELT : UNLIKE;
  if (isSameGivenName(a, b)) return SPELT;
  if (areTwoNames(a, b)) return UNLIKE;
  if (soundOf(a) === soundOf(b) || isSlip(a, b)) return SPELT;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short) ? SLIP : UNLIKE;
}

/** Mario is not Maria, nor Frances Francis: a slip that makes another person's name is none. */
function areTwoNames(a: string, b: string): boolean {
  const [hers, his] = [genderOfGivenName(a), genderOfGivenName(b)];
  if (hers !== null && his !== null && hers !== his) return true;
  const stem = a.length <= b.length ? a : b;
  const other = stem === a ? b : a;
  const endsOtherwise = (word: string): boolean => /[aeio]$/u.test(word);
  const sameStem = a.length === b.length && a.slice(0, -1) === b.slice(0, -1);
  if (sameStem && endsOtherwise(a) && endsOtherwise(b)) return true;
  if (other.length === stem.length + 1 && other.startsWith(stem) && /[aeo]$/u.test(other)) return true;
  return isGivenName(a) && isGivenName(b) && soundOf(a) !== soundOf(b);
}
