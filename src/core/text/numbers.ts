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
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
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
const ORDINALS = new Map<string, number>(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`
    .split(" ")
    .map((word, index) => [word, index + 1]),
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
  ...["a", "an"],
  ...[ONES, TENS, SCALES, ORDINALS].flatMap((table) => [...table.keys()]),
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
  form: "cardinal" | "ordinal" | "amount" | "decade";
}

/**
 * Reads the number that begins at `keys[at]`, or null. `adjacent(i)` says whether word i
 * follows the one before without a comma or another mark. "33000", "33k", "4.3bn",
 * "thirty three thousand", "a hundred", "4.3 million", "12th", "twenty first", "1990s", "thousands".
 */
export function readNumber(
  keys: readonly string[],
  at: number,
  adjacent: (index: number) => boolean,
): ReadNumber | null {
  const key = keys[at] as string;
  if (AMOUNTS.has(key)) return { value: amountValue(key), taken: 1, form: "amount" };
  const digits = /^(\d+(?:\.\d+)?)(\p{L}*)$/u.exec(key);
  if (digits) return readDigits(Number(digits[1]), digits[2] ?? "", keys, at, adjacent);
  const ordinal = ORDINALS.get(key);
  if (ordinal !== undefined) return { value: ordinal, taken: 1, form: "ordinal" };
  return readWords(keys, at, adjacent);
}

function amountValue(key: string): number {
  return [...AMOUNTS].indexOf(key);
}

function readDigits(
  value: number,
  suffix: string,
  keys: readonly string[],
  at: number,
  adjacent: (index: number) => boolean,
): ReadNumber | null {
  if (/^(?:st|nd|rd|th)$/u.test(suffix)) return { value, taken: 1, form: "ordinal" };
  if (suffix === "s" && value >= 10 && value % 10 === 0) return { value, taken: 1, form: "decade" };
  const attached = SUFFIXES.get(suffix);
  if (suffix !== "" && attached === undefined) return null;
  if (attached !== undefined) return { value: round(value * attached), taken: 1, form: "cardinal" };
  const next = keys[at + 1];
  const scale =
    next !== undefined && adjacent(at + 1)
      ? (SCALES.get(next) ?? (next.length > 1 ? SUFFIXES.get(next) : undefined))
      : undefined;
  return scale === undefined
    ? { value, taken: 1, form: "cardinal" }
    : { value: round(value * scale), taken: 2, form: "cardinal" };
}

/** 4.3 × 10^6 is 4,299,999.999… in binary. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
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
  if (last === "ten" && ordinal !== undefined && ordinal < 10 && adjacent(index))
    return { value: total + group + ordinal, taken: taken + 1, form: "ordinal" };
  return taken === 0 || last === "none" ? null : { value: total + group, taken, form: "cardinal" };
}
