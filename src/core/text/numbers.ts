/** Numbers as they are spoken and printed, read into values. */

const ONES = new Map<string, number>(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
    .split(" ")
    .map((word, value) => [word, value]),
);
const TENS = new Map<string, number>(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10]),
);
const SCALES = new Map<string, number>([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const SUFFIXES = new Map<string, number>([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["bn", 1e9],
  ["b", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
]);
const ORDINALS = new Map<string, number>([
  ...`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1]),
  ..."thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
    .split(" ")
    .map((word, index): [string, number] => [word, (index + 3) * 10]),
]);
/** Parts of a whole, in the singular and in the plural, by what they are parts of. */
const PARTS = new Map<string, number>([
  ["half", 2],
  ["quarter", 4],
  ..."third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 3]),
]);
const MANY_PARTS = new Map<string, number>(
  [...PARTS].map(([word, value]) => [word === "half" ? "halves" : `${word}s`, value]),
);
const DECADES = new Map<string, number>(
  "twenties thirties forties fifties sixties seventies eighties nineties"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10]),
);
/** Before a decade in words: “fifties” alone may be banknotes. */
const BEFORE_A_DECADE = new Set("the early mid late my your his her our their".split(" "));
/** Measures that are printed right behind figures. What they are short for is known to whoever knows units. */
const ATTACHED = new Set(
  "am pm cm mm km kg mg lb lbs oz ft mph kph kmh hr hrs yr yrs pc p kw mw gw kwh mwh gwh mb gb tb ml".split(
    " ",
  ),
);
/** A small number in its other dress: "ten" and "10", "second" and "2nd"; null for anything else. */
export function otherDress(key: string): string | null {
  const [cardinal, ordinal] = [ONES.get(key), ORDINALS.get(key)];
  if (cardinal !== undefined) return String(cardinal);
  if (ordinal !== undefined) return `${ordinal}${["st", "nd", "rd"][ordinal - 1] ?? "th"}`;
  const digits = /^(\d{1,2})(st|nd|rd|th)?$/u.exec(key);
  if (!digits) return null;
  return [...(digits[2] ? ORDINALS : ONES)].find(([, value]) => value === Number(digits[1]))?.[0] ?? null;
}

/** Vague amounts: no value, yet one put for another is a different number. */
const AMOUNTS = new Set("dozens hundreds thousands millions billions trillions scores".split(" "));

/** Words that may begin a number, beside figures. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...["a", "an", "half", "quarter"],
  ...[ONES, TENS, SCALES, ORDINALS, DECADES].flatMap((table) => [...table.keys()]),
  ...AMOUNTS,
]);

/** False for a word with which no number begins: a look that spares reading most words. */
export function mayBeginNumber(key: string): boolean {
  const first = key.charAt(0);
  return (first >= "0" && first <= "9") || BEGINNINGS.has(key);
}

/** A number read from words: its value and how many words it takes. `form` keeps apart what equal values do not make equal. */
export interface ReadNumber {
  value: number;
  taken: number;
  form: "cardinal" | "ordinal" | "amount" | "decade" | "fraction";
  /** True for a year in words: "nineteen eighty-four". */
  year?: boolean;
  /** A measure printed right behind the figures, "cm" of "46cm". */
  measure?: string;
}

/** Words on their way to a number. */
interface Reading {
  keys: readonly string[];
  /** Whether a word follows the one before without a comma or another mark. */
  adjacent(index: number): boolean;
}

/**
 * Reads the number that begins at `keys[at]`, or null. `adjacent(i)` says whether word i
 * follows the one before without a comma or another mark. "33000", "33k", "4.3bn", "46cm",
 * "thirty three thousand", "a hundred", "two dozen", "4.3 million", "half a million", "two and a
 * half", "two thirds", "12th", "twenty first", "nineteen eighty four", "1990s", "the nineties",
 * "thousands".
 */
export function readNumber(
  keys: readonly string[],
  at: number,
  adjacent: (index: number) => boolean,
): ReadNumber | null {
  const key = keys[at] as string;
  const reading: Reading = { keys, adjacent };
  if (AMOUNTS.has(key)) return { value: amountValue(key), taken: 1, form: "amount" };
  const part = readPartOfScale(reading, at) ?? readFraction(reading, at);
  if (part) return part;
  const digits = /^(\d+(?:\.\d+)?)(\p{L}*)$/u.exec(key);
  if (digits) return withFraction(readDigits(Number(digits[1]), digits[2] ?? "", reading, at), reading, at);
  const ordinal = ORDINALS.get(key);
  if (ordinal !== undefined) return { value: ordinal, taken: 1, form: "ordinal" };
  return (
    readDecade(reading, at) ??
    readSpokenYear(reading, at) ??
    withFraction(readWords(keys, at, adjacent), reading, at)
  );
}

function amountValue(key: string): number {
  return [...AMOUNTS].indexOf(key);
}

function readDigits(
  value: number,
  suffix: string,
  { keys, adjacent }: Reading,
  at: number,
): ReadNumber | null {
  if (/^(?:st|nd|rd|th)$/u.test(suffix)) return { value, taken: 1, form: "ordinal" };
  if (suffix === "s" && value >= 10 && value % 10 === 0)
    return { value: decadeOf(value), taken: 1, form: "decade" };
  if (ATTACHED.has(suffix)) return { value, taken: 1, form: "cardinal", measure: suffix };
  const attached = SUFFIXES.get(suffix);
  if (suffix !== "" && attached === undefined) return null;
  if (attached !== undefined) return { value: rounded(value * attached), taken: 1, form: "cardinal" };
  const next = keys[at + 1];
  const scale =
    next !== undefined && adjacent(at + 1)
      ? (SCALES.get(next) ?? (next.length > 1 ? SUFFIXES.get(next) : undefined))
      : undefined;
  return scale === undefined
    ? { value, taken: 1, form: "cardinal" }
    : { value: rounded(value * scale), taken: 2, form: "cardinal" };
}

/** The "80s" are those of the last century: what is printed without one was. */
export function decadeOf(value: number): number {
  return value < 100 ? 1900 + value : value;
}

/** A value to the millionth: 4.3 × 10^6 is 4,299,999.999… in binary, and 2/3 has no end. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** "half a million", "half a dozen", "a quarter million", "a quarter of a million". */
function readPartOfScale({ keys, adjacent }: Reading, at: number): ReadNumber | null {
  const first = keys[at] === "a" ? at + 1 : at;
  const part = keys[first] === "half" ? 0.5 : keys[first] === "quarter" ? 0.25 : 0;
  if (part === 0 || (first > at && !adjacent(first))) return null;
  const behind = ["of a", "a", "an", ""].find((link) => {
    const words = link === "" ? [] : link.split(" ");
    return words.every((word, offset) => keys[first + 1 + offset] === word && adjacent(first + 1 + offset));
  });
  const last = first + 1 + (behind ? behind.split(" ").length : 0);
  const scale = SCALES.get(keys[last] ?? "");
  return scale === undefined || !adjacent(last)
    ? null
    : { value: rounded(part * scale), taken: last + 1 - at, form: "cardinal" };
}

/**
 * "two thirds", "one third", "a fifth of". With “a” before it, and of small parts with “one”, it is a
 * fraction only before “of”: “a third party” is none.
 */
function readFraction(reading: Reading, at: number): ReadNumber | null {
  const { keys } = reading;
  const fraction = fractionAt(reading, at);
  if (!fraction) return null;
  const sure = keys[at] !== "a" && (fraction.many || fraction.parts <= 4);
  return sure || keys[at + 2] === "of" ? { value: fraction.value, taken: 2, form: "fraction" } : null;
}

function fractionAt(
  { keys, adjacent }: Reading,
  at: number,
): { value: number; parts: number; many: boolean } | null {
  const first = keys[at] ?? "";
  const count = first === "a" ? 1 : /^[1-9]$/u.test(first) ? Number(first) : (ONES.get(first) ?? 0);
  if (count === 0 || count > 9 || !adjacent(at + 1)) return null;
  const parts = (count === 1 ? PARTS : MANY_PARTS).get(keys[at + 1] ?? "");
  return parts === undefined ? null : { value: rounded(count / parts), parts, many: count > 1 };
}

/** A number with what is added to it: "two and a half", "seven and a half million". */
function withFraction(number: ReadNumber | null, reading: Reading, at: number): ReadNumber | null {
  if (number?.form !== "cardinal" || number.measure || number.value >= 1000) return number;
  const { keys, adjacent } = reading;
  const and = at + number.taken;
  const fraction =
    keys[and] === "and" && adjacent(and) && adjacent(and + 1) ? fractionAt(reading, and + 1) : null;
  if (!fraction) return number;
  const value = number.value + fraction.value;
  const scale = adjacent(and + 3) ? SCALES.get(keys[and + 3] ?? "") : undefined;
  const taken = number.taken + 3;
  return scale === undefined
    ? { value: rounded(value), taken, form: "cardinal" }
    : { value: rounded(value * scale), taken: taken + 1, form: "cardinal" };
}

/** "the nineties", "nineteen nineties". */
function readDecade({ keys, adjacent }: Reading, at: number): ReadNumber | null {
  const alone = DECADES.get(keys[at] ?? "");
  if (alone !== undefined)
    return BEFORE_A_DECADE.has(keys[at - 1] ?? "") && adjacent(at)
      ? { value: decadeOf(alone), taken: 1, form: "decade" }
      : null;
  const century = centuryOf(keys[at]);
  const decade = adjacent(at + 1) ? DECADES.get(keys[at + 1] ?? "") : undefined;
  return century === null || decade === undefined
    ? null
    : { value: century * 100 + decade, taken: 2, form: "decade" };
}

/** The century that a year in words begins with, "nineteen" and "twenty"; null for one before the sixteenth. */
function centuryOf(key: string | undefined): number | null {
  const value = ONES.get(key ?? "") ?? TENS.get(key ?? "") ?? 0;
  return value >= 15 && value <= 20 ? value : null;
}

/** "nineteen eighty four", "twenty sixteen", "nineteen oh five". */
function readSpokenYear({ keys, adjacent }: Reading, at: number): ReadNumber | null {
  const century = centuryOf(keys[at]);
  if (century === null || !adjacent(at + 1)) return null;
  const next = keys[at + 1] ?? "";
  const one = adjacent(at + 2) ? (ONES.get(keys[at + 2] ?? "") ?? 0) : 0;
  const isDigit = one >= 1 && one <= 9;
  const rest = (value: number, taken: number): ReadNumber | null =>
    SCALES.has(keys[at + taken] ?? "") || value === century + 1
      ? null
      : { value: century * 100 + value, taken, form: "cardinal", year: true };
  if (next === "oh" || next === "o") return isDigit ? rest(one, 3) : null;
  const ten = TENS.get(next);
  if (ten !== undefined) return isDigit ? rest(ten + one, 3) : rest(ten, 2);
  const teen = ONES.get(next) ?? 0;
  return teen >= 10 ? rest(teen, 2) : null;
}

function readWords(
  keys: readonly string[],
  at: number,
  adjacent: (index: number) => boolean,
): ReadNumber | null {
  let total = 0;
  let group = 0;
  let index = at;
  let last: "none" | "one" | "ten" | "scale" = "none";
  if ((keys[at] === "a" || keys[at] === "an") && adjacent(at + 1) && SCALES.has(keys[at + 1] ?? "")) {
    group = 1;
    index++;
    last = "one";
  }
  for (; index < keys.length && (index === at || adjacent(index)); index++) {
    const key = keys[index] as string;
    const one = ONES.get(key);
    const ten = TENS.get(key);
    const scale = SCALES.get(key);
    if (one !== undefined && last !== "one" && !(last === "ten" && (one === 0 || one > 9))) {
      group += one;
      last = "one";
    } else if (ten !== undefined && (last === "none" || last === "scale")) {
      group += ten;
      last = "ten";
    } else if (scale !== undefined && (last !== "none" || index === at)) {
      if (scale === 100) group = Math.max(1, group) * 100;
      else {
        total += Math.max(1, group) * scale;
        group = 0;
      }
      last = "scale";
    } else if (
      key === "and" &&
      last === "scale" &&
      (ONES.has(keys[index + 1] ?? "") || TENS.has(keys[index + 1] ?? "")) &&
      adjacent(index + 1)
    ) {
    } else break;
  }
  const taken = index - at;
  const ordinal = ORDINALS.get(keys[index] ?? "");
  if (ordinal === 100 && last === "one" && group < 10 && adjacent(index))
    return { value: total + group * 100, taken: taken + 1, form: "ordinal" };
  if (last === "ten" && ordinal !== undefined && ordinal < 10 && adjacent(index))
    return { value: total + group + ordinal, taken: taken + 1, form: "ordinal" };
  return taken === 0 || last === "none" ? null : { value: total + group, taken, form: "cardinal" };
}
