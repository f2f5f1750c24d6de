import { ALIGNING } from "../tuning.ts";
import type { Unit } from "./units.ts";
import { MONTHS } from "./word-classes.ts";

/** Months that are more often another word. */
export const ALSO_A_WORD = new Set(["may", "march", "mar"]);

/**
 * A day beside a month and a year beside either are dates; a four-digit year is one alone, and
 * so is the "last" of "last week".
 * "May" is a month beside a number or after a word like "in", however it is capitalised.
 */
export function markDates(list: Unit[]): Unit[] {
  list.forEach((unit, index) => {
    if (ALSO_A_WORD.has(unit.key) && isDated(list, index)) readMonth(unit);
  });
  list.forEach((unit, index) => {
    if (DEICTIC.has(unit.key) && isTime(list[index + 1])) readDeictic(unit);
    if (unit.kind !== "number") return;
    const beside = [list[index - 1], list[index + 1], afterOf(list, index), beforeThe(list, index)];
    const year = isYear(unit, list[index + 1]);
    const dated =
      beside.some((other) => other?.key.startsWith("month")) && /^#(?:ordinal)?\d{1,4}$/u.test(unit.key);
    if (year || dated) unit.kind = "date";
    if (dated) unit.key = unit.key.replace("#ordinal", "#");
  });
  return list;
}

/** The month of "the 17th of April". */
function afterOf(list: readonly Unit[], index: number): Unit | undefined {
  return list[index + 1]?.key === "of" ? list[index + 2] : undefined;
}

/** The month of "September the 11th". */
function beforeThe(list: readonly Unit[], index: number): Unit | undefined {
  return list[index - 1]?.key === "the" ? list[index - 2] : undefined;
}

/** A day and its month as they stand in a list of units, with a year before or behind: its first unit, and the units in between. */
interface DayAndMonth {
  from: number;
  to: number;
  day: Unit;
  month: Unit;
  order: "day first" | "month first" | "year first";
}

/**
 * The units of a source with each day and month in the order in which the quotation has that date, or one
 * with the same day or the same month: "June 7th" and "7 June" are one date in two dresses. The units keep their places.
 */
export function daysAsQuoted(source: readonly Unit[], quoted: readonly Unit[]): Unit[] {
  const own = datesIn(quoted);
  const ordered = [...source];
  if (own.length === 0) return ordered;
  for (const { from, to, day, month, order } of datesIn(source)) {
    const like = own.find((other) => other.day.key === day.key && other.month.key === month.key);
    const near = like ?? own.find((other) => other.day.key === day.key || other.month.key === month.key);
    if (!near || near.order === order) continue;
    const inner = source.slice(from, to);
    const rest = inner.filter((unit) => unit !== day && unit !== month);
    const years = rest.filter(({ key }) => isYearKey(key));
    const others = rest.filter(({ key }) => !isYearKey(key));
    const turned =
      near.order === "year first"
        ? [...years, month, ...others, day]
        : near.order === "day first"
          ? [day, ...others, month, ...years]
          : [month, ...others, day, ...years];
    ordered.splice(from, to - from, ...turned);
  }
  return ordered;
}

function datesIn(list: readonly Unit[]): DayAndMonth[] {
  const found: DayAndMonth[] = [];
  for (let index = 0; index < list.length; index++) {
    const month = list[index] as Unit;
    if (!month.key.startsWith("month")) continue;
    const [before, after] = [list[index - 1], list[index + 1]];
    const of = before?.key === "of" ? list[index - 2] : undefined;
    if (isYearKey(before?.key) && isDayKey(after)) {
      found.push({ from: index - 1, to: index + 2, day: after as Unit, month, order: "year first" });
    } else if (isDayKey(before) || isDayKey(of)) {
      const day = (isDayKey(before) ? before : of) as Unit;
      const from = list.indexOf(day, Math.max(0, index - 2));
      found.push({ from, to: index + (isYearKey(after?.key) ? 2 : 1), day, month, order: "day first" });
    } else {
      const behind = after?.key === "the" ? 2 : 1;
      const day = list[index + behind];
      if (!day || !isDayKey(day)) continue;
      const to = index + behind + (isYearKey(list[index + behind + 1]?.key) ? 2 : 1);
      found.push({ from: index, to, day, month, order: "month first" });
    }
  }
  return found;
}

function isDayKey(unit: Unit | undefined): boolean {
  return unit?.kind === "date" && /^#(?:[1-9]|[12]\d|3[01])$/u.test(unit.key);
}

function isYearKey(key: string | undefined): boolean {
  return key !== undefined && /^#(?:1[5-9]|20)\d\d$/u.test(key);
}

/** Four digits and no more, of nothing: "2,000 miles" and "$2000" are amounts. A decade is a date of ten years. */
function isYear({ key, printed }: Unit, next: Unit | undefined): boolean {
  if (/^#decade(?:1[5-9]|20)?\d0$/u.test(key)) return true;
  return /^#(?:1[5-9]|20)\d\d$/u.test(key) && /^\d{4}$/u.test(printed) && next?.kind !== "unit";
}

/** "last week", "this year", "next Tuesday": which one is meant depends on the first word alone. */
const DEICTIC = new Set(["last", "this", "next"]);
const TIMES = new Set([
  "@week",
  "@month",
  "@year",
  "@decade",
  "@century",
  "night",
  "morning",
  "afternoon",
  "evening",
  "weekend",
  "spring",
  "summer",
  "autumn",
  "winter",
  "season",
  "quarter",
  "semester",
]);

function isTime(unit: Unit | undefined): boolean {
  return unit !== undefined && (TIMES.has(unit.key) || /^(?:weekday|month)\d/u.test(unit.key));
}

function readDeictic(unit: Unit): void {
  unit.kind = "date";
  unit.weight = ALIGNING.contentWeight;
}

const BEFORE_A_MONTH = new Set([
  "in",
  "since",
  "until",
  "by",
  "last",
  "next",
  "early",
  "late",
  "mid",
  "every",
]);

function isDated(list: readonly Unit[], index: number): boolean {
  const [before, after] = [list[index - 1], list[index + 1]];
  if (before?.key === "of" && list[index - 2]?.kind === "number") return true;
  return before?.kind === "number" || after?.kind === "number" || BEFORE_A_MONTH.has(before?.key ?? "");
}

function readMonth(unit: Unit): void {
  unit.kind = "date";
  unit.key = `month${MONTHS.get(unit.key)}`;
}
