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
    const beside = [list[index - 1], list[index + 1]];
    const year = isYear(unit, list[index + 1]);
    const dated =
      beside.some((other) => other?.key.startsWith("month")) && /^#(?:ordinal)?\d{1,4}$/u.test(unit.key);
    if (year || dated) unit.kind = "date";
    if (dated) unit.key = unit.key.replace("#ordinal", "#");
  });
  return list;
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
  return before?.kind === "number" || after?.kind === "number" || BEFORE_A_MONTH.has(before?.key ?? "");
}

function readMonth(unit: Unit): void {
  unit.kind = "date";
  unit.key = `month${MONTHS.get(unit.key)}`;
}
