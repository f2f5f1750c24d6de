import { rounded } from "../text/numbers.ts";
import type { Word } from "../text/words.ts";

/** Numbers that only their print tells: fractions in one character, Roman numerals, dates in figures. */

/** A fraction in one character, "½" and its like, is folded into digits that say something else. */
const VULGAR = /[¼-¾⅐-⅞]/u;

/** The key of a word with a fraction in one character as a decimal ("2½" is "2.5"), or null for any other word. */
export function vulgarKey(printed: string): string | null {
  if (!VULGAR.test(printed)) return null;
  const parts = /^(\d*)([¼-¾⅐-⅞])$/u.exec(printed);
  const [over, under] = (parts?.[2] ?? "").normalize("NFKD").split("⁄").map(Number);
  if (!over || !under) return null;
  return String(rounded(Number(parts?.[1] ?? 0) + over / under));
}

/** Letters of Roman numerals up to what chapters, wars and popes are counted by. */
const ROMAN = /^(?:x{0,3}|xl|lx{0,3}|xc)(?:ix|iv|v?i{0,3})$/u;
/** Numerals that are more often a word, a name or an abbreviation: only behind what is counted by such. */
const ALSO_OTHERWISE = new Set(["i", "v", "x", "l", "xi", "li", "lv", "xl", "vi", "iv", "lx", "xc"]);
const COUNTED_BY_NUMERALS = new Set(
  "war article title chapter part act amendment section phase bowl class volume book schedule annex appendix type level grade king queen pope elizabeth george henry charles louis paul richard edward philip napoleon".split(
    " ",
  ),
);

/** Whether a key may be a Roman numeral. */
export function mayBeRoman(key: string): boolean {
  return key !== "" && key.length <= 6 && ROMAN.test(key);
}

/** The value of a Roman numeral printed in capitals behind a given word, or null where the letters are none. */
export function romanValue(printed: string, key: string, before: string | undefined): number | null {
  if (printed !== key.toUpperCase()) return null;
  if (ALSO_OTHERWISE.has(key) && !COUNTED_BY_NUMERALS.has(before ?? "")) return null;
  const values = [...key].map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** The day, month and year that words in figures are, each by its number among them; `year` is absent where none is printed. */
export interface DateInFigures {
  day: number;
  month: number;
  year?: number;
  taken: number;
}

/**
 * Reads a date in figures that begins at a word: "4/17/2015", "17/4/2015", "2015-04-17", "4/17". Null for
 * what may be read in two ways ("4/5/2015", "9/11") or is no date ("24/7").
 */
export function readDateInFigures(
  text: string,
  list: readonly Word[],
  keys: readonly string[],
  at: number,
): DateInFigures | null {
  const value = (offset: number, pattern: RegExp): number =>
    pattern.test(keys[at + offset] ?? "") ? Number(keys[at + offset]) : 0;
  const mark = (offset: number): string =>
    text.slice(list[at + offset]?.end ?? 0, list[at + offset + 1]?.start ?? 0);
  if (value(0, YEAR) > 0)
    return mark(0) === "-" && mark(1) === "-" && isMonth(value(1, TWO)) && isDay(value(2, TWO))
      ? { year: at, month: at + 1, day: at + 2, taken: 3 }
      : null;
  const [first, second] = [value(0, ONE_OR_TWO), value(1, ONE_OR_TWO)];
  if (mark(0) !== "/") return null;
  const monthFirst = isMonth(first) && second > 12 && isDay(second);
  const dayFirst = isMonth(second) && first > 12 && isDay(first) && !(first === 24 && second === 7);
  const twice = first === second && isMonth(first);
  if (!monthFirst && !dayFirst && !twice) return null;
  const hasYear = mark(1) === "/" && value(2, YEAR) > 0;
  if (!hasYear && (!monthFirst || mark(1) === "/")) return null;
  const [day, month] = dayFirst ? [at, at + 1] : [at + 1, at];
  return hasYear ? { day, month, year: at + 2, taken: 3 } : { day, month, taken: 2 };
}

const YEAR = /^(?:1[5-9]|20)\d\d$/u;
const TWO = /^\d\d$/u;
const ONE_OR_TWO = /^\d{1,2}$/u;

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}
