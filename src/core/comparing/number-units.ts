import { decadeOf, type ReadNumber, readNumber, rounded } from "../text/numbers.ts";
import type { Word } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import { opensSentence } from "./opens-sentence.ts";
import { readDateInFigures, romanValue } from "./printed-numbers.ts";
import type { Reading, Unit, UnitClass } from "./units.ts";
import { MEASURES, UNIT_SYMBOLS } from "./word-classes.ts";

/** A number on its way to units: where it is printed, and the words that it takes. */
interface Printed {
  reading: Reading;
  index: number;
  taken: number;
  start: number;
  end: number;
}

function unitOf({ reading, index, taken, start, end }: Printed, key: string, kind: UnitClass): Unit {
  const first = reading.list[index] as Word;
  return {
    key,
    printed: reading.text.slice(start, end).toLowerCase(),
    look: taken === 1 ? first.key : key,
    kind,
    start,
    end,
    weight: ALIGNING.contentWeight,
    capital: false,
    sentenceStart: opensSentence(reading.text, first.start),
    initials: false,
    word: index,
    bracket: reading.bracketOf(index),
  };
}

/** Reads the number that begins at a word into units, with the measure that is printed beside it. Returns how many words it takes; 0 where none begins. */
export function pushNumber(found: Unit[], reading: Reading, index: number): number {
  const { text, list, facts } = reading;
  if (!facts[index]?.mayBeNumber) return 0;
  const clock = clockAt(reading, index);
  if (clock) return pushClock(found, reading, index, clock);
  const [lead, number] = leadAndNumber(reading, index);
  if (!number) return 0;
  const first = list[index] as Word;
  const last = list[index + number.taken - 1] as Word;
  const before = /(\S)\s?$/u.exec(text.slice(Math.max(0, first.start - 2), first.start));
  // "the first $2 trillion": that sign belongs to what comes behind it.
  const after = /^\s?(\S)(?!\d)/u.exec(text.slice(last.end, last.end + 3));
  const [prefix, suffix] = [UNIT_SYMBOLS.get(before?.[1] ?? ""), UNIT_SYMBOLS.get(after?.[1] ?? "")];
  const signed = lead === "-" || lead === ".";
  const start =
    prefix && !suffix ? first.start - (before?.[0].length ?? 0) : first.start - (signed ? lead.length : 0);
  const end = suffix ? last.end + (after?.[0].length ?? 0) : last.end;
  const printed: Printed = { reading, index, taken: number.taken, start, end };
  found.push(numberUnit(printed, number, lead));
  const measure = number.measure === undefined ? undefined : MEASURES.get(number.measure);
  const symbol = suffix ?? prefix;
  if (measure)
    for (const key of measure) found.push(unitOf(printed, key, key.startsWith("@") ? "unit" : "plain"));
  else if (symbol) found.push(unitOf(printed, `@${symbol}`, "unit"));
  return number.taken;
}

/** What makes a number negative or a decimal ("minus" takes a word, "-" and "." none), and the number with it. */
function leadAndNumber(reading: Reading, index: number): ["" | "-" | "." | "minus", ReadNumber | null] {
  const { text, list, keys, adjacent } = reading;
  const { key, start, end } = list[index] as Word;
  const roman = reading.facts[index]?.roman ? romanValue(text.slice(start, end), key, keys[index - 1]) : null;
  if (roman !== null) return ["", { value: roman, taken: 1, form: "cardinal" }];
  if (key === "minus") {
    const number = adjacent(index + 1) ? readNumber(keys, index + 1, adjacent) : null;
    return ["minus", number && { ...number, value: -number.value, taken: number.taken + 1 }];
  }
  const decade = possessiveDecade(reading, index);
  if (decade !== null) return ["", { value: decade, taken: 2, form: "decade" }];
  const fraction = slashedFraction(reading, index);
  if (fraction !== null) return ["", { value: fraction, taken: 2, form: "fraction" }];
  const mixed = mixedNumber(reading, index);
  if (mixed !== null) return ["", { value: mixed, taken: 3, form: "cardinal" }];
  const number = readNumber(keys, index, adjacent);
  if (number?.form !== "cardinal" || !/^\d/u.test(key)) return ["", number];
  const before = text.slice(Math.max(0, start - 3), start);
  if (/(?:^|[^\d\s][\s(]|^[\s(])[-−]$/u.test(before)) return ["-", { ...number, value: -number.value }];
  if (/^\d+$/u.test(key) && number.taken === 1 && /(?:^|[\s($€£])\.$/u.test(before))
    return [".", { ...number, value: Number(`0.${key}`) }];
  return ["", number];
}

/** The value of "10 1/2", or null. */
function mixedNumber(reading: Reading, index: number): number | null {
  const { keys, adjacent } = reading;
  if (!/^\d{1,3}$/u.test(keys[index] ?? "") || !adjacent(index + 1)) return null;
  const fraction = slashedFraction(reading, index + 1);
  return fraction === null ? null : Number(keys[index]) + fraction;
}

/** The decade of "the 1980's" and "the 80’s", or null. */
function possessiveDecade({ text, list, keys }: Reading, index: number): number | null {
  if (keys[index + 1] !== "s" || !/^(?:1[5-9]|20)?[1-9]0$/u.test(keys[index] ?? "")) return null;
  const { end } = list[index] as Word;
  const isMarked = /^['’]$/u.test(text.slice(end, list[index + 1]?.start));
  return isMarked ? decadeOf(Number(keys[index])) : null;
}

/** The value of "2/3", or null: no more than tenths, and less than one ("24/7" and "9/11" are none). */
function slashedFraction({ text, list, keys }: Reading, index: number): number | null {
  const [over, under] = [keys[index] ?? "", keys[index + 1] ?? ""];
  if (!/^[1-9]$/u.test(over) || !/^(?:[2-9]|10)$/u.test(under) || Number(over) >= Number(under)) return null;
  const [first, last] = [list[index] as Word, list[index + 1] as Word];
  const isAlone = text.slice(first.end, last.start) === "/" && !/^\/|^\.\d/u.test(text.slice(last.end));
  return isAlone && text.charAt(first.start - 1) !== "/" ? rounded(Number(over) / Number(under)) : null;
}

function numberUnit(printed: Printed, number: ReadNumber, lead: string): Unit {
  if (number.form === "fraction" && number.value === 0.5) return unitOf(printed, "half", "quantifier");
  const unit = unitOf(printed, `#${number.form === "cardinal" ? "" : number.form}${number.value}`, "number");
  const { text } = printed.reading;
  const isYear = number.year === true && lead === "";
  if (!isYear && !isShortYear(unit, text, printed.start)) return unit;
  return isYear ? { ...unit, kind: "date" } : { ...unit, kind: "date", printed: `’${unit.printed}` };
}

/** "’16", "class of '68": a year without its century. */
function isShortYear({ key }: Unit, text: string, start: number): boolean {
  return /^#\d{2}$/u.test(key) && /(?:^|[\s(])['’‘]$/u.test(text.slice(Math.max(0, start - 2), start));
}

/** "9.30" before "am" is a time of day and no decimal. The minutes with what is printed right behind them. */
function clockAt({ keys }: Reading, index: number): { hour: string; minutes: string; half: string } | null {
  const parts = /^(\d{1,2})\.([0-5]\d)(am|pm)?$/u.exec(keys[index] ?? "");
  const half = parts?.[3] ?? "";
  const next = keys[index + 1] ?? "";
  if (!parts || (half === "" && next !== "am" && next !== "pm")) return null;
  return { hour: parts[1] as string, minutes: parts[2] as string, half };
}

function pushClock(
  found: Unit[],
  reading: Reading,
  index: number,
  { hour, minutes, half }: { hour: string; minutes: string; half: string },
): number {
  const { start, end } = reading.list[index] as Word;
  const printed: Printed = { reading, index, taken: 1, start, end };
  found.push(unitOf(printed, `#${Number(hour)}`, "number"), unitOf(printed, `#${Number(minutes)}`, "number"));
  if (half !== "") found.push(unitOf(printed, half, "plain"));
  return 1;
}

/** Reads a date in figures that begins at a word into its parts, in the order in which they are printed. Returns how many words it takes, 0 where none begins. */
export function pushDateInFigures(found: Unit[], reading: Reading, index: number): number {
  const { text, list, keys } = reading;
  const unit = (keys[index] ?? "").charCodeAt(0);
  if (unit < 0x30 || unit > 0x39) return 0;
  const date = readDateInFigures(text, list, keys, index);
  if (!date) return 0;
  for (let at = index; at < index + date.taken; at++) {
    const { start, end } = list[at] as Word;
    const key = at === date.month ? `month${Number(keys[at])}` : `#${Number(keys[at])}`;
    found.push(unitOf({ reading, index: at, taken: 1, start, end }, key, "date"));
  }
  return date.taken;
}
