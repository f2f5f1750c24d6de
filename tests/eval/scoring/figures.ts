import type { Figure } from "../section.ts";
import type { Part } from "./split.ts";
import { bootstrap, share } from "./statistics.ts";

/** What one row gave, and the part that the row belongs to. */
export interface Item<Value> {
  part: Part;
  value: Value;
}

/** What makes a figure of the rows' values. */
export interface Measure<Value> {
  name: string;
  statistic: (values: readonly Value[]) => number;
  /** What the figure's n counts; the rows where absent. */
  count?: (values: readonly Value[]) => number;
  floor?: number;
  /** The most that the figure may be, instead of a floor. */
  ceiling?: number;
}

/** The figure over all rows, then over those that may be read, then over those kept aside. Only the first has a floor. */
export function figures<Value>(items: readonly Item<Value>[], measure: Measure<Value>): Figure[] {
  const valuesOf = (part: Part): Value[] =>
    items.filter((item) => item.part === part).map((item) => item.value);
  const all = items.map((item) => item.value);
  return [
    figure(all, measure),
    { ...figure(valuesOf("read"), measure), floor: null, part: "read" },
    { ...figure(valuesOf("aside"), measure), floor: null, part: "aside" },
  ];
}

/** One figure over these values. */
export function figure<Value>(values: readonly Value[], measure: Measure<Value>): Figure {
  return {
    name: measure.name,
    n: measure.count ? measure.count(values) : values.length,
    value: measure.statistic(values),
    ...bootstrap(values, measure.statistic),
    floor: measure.floor ?? measure.ceiling ?? null,
    atMost: measure.ceiling !== undefined,
  };
}

/** The share of the rows that are true. */
export function shareFigures(
  items: readonly Item<boolean>[],
  name: string,
  bound: Pick<Measure<boolean>, "floor" | "ceiling"> = {},
): Figure[] {
  return figures(items, { name, statistic: share, ...bound });
}

/** Whether a figure keeps to its floor; null where there is none, or no row. */
export function isMet({ n, value, floor, atMost }: Figure): boolean | null {
  if (floor === null || n === 0) return null;
  return atMost ? value <= floor : value >= floor;
}
