import { expect, test } from "vitest";
import { figures, type Item, isMet, shareFigures } from "./figures.ts";
import { mean } from "./statistics.ts";

const ITEMS: Item<boolean>[] = [true, true, false, true].map((value, index) => ({
  part: index < 2 ? "read" : "aside",
  value,
}));

test("a share is given for all rows, those that may be read and those kept aside", () => {
  const [all, read, aside] = shareFigures(ITEMS, "right", { floor: 0.7 });
  expect(all).toMatchObject({ name: "right", n: 4, value: 0.75, floor: 0.7, atMost: false });
  expect(all?.part).toBeUndefined();
  expect(read).toMatchObject({ n: 2, value: 1, low: 1, high: 1, floor: null, part: "read" });
  expect(aside).toMatchObject({ n: 2, value: 0.5, low: 0, high: 1, floor: null, part: "aside" });
});

test("a figure may count something else than rows", () => {
  const items: Item<number>[] = [3, 5].map((value) => ({ part: "read", value }));
  const [all, , aside] = figures(items, {
    name: "size",
    statistic: mean,
    count: ([...values]) => values.length * 10,
  });
  expect(all).toMatchObject({ n: 20, value: 4, low: 3, high: 5 });
  expect(aside?.value).toBeNaN();
});

test("a floor is met from its value on, a ceiling up to it", () => {
  const met = (bound: { floor?: number; ceiling?: number }) => shareFigures(ITEMS, "right", bound).map(isMet);
  expect(met({ floor: 0.75 })).toEqual([true, null, null]);
  expect(met({ floor: 0.76 })).toEqual([false, null, null]);
  expect(met({ ceiling: 0.75 })).toEqual([true, null, null]);
  expect(met({ ceiling: 0.74 })).toEqual([false, null, null]);
  expect(met({})).toEqual([null, null, null]);
  expect(shareFigures([], "right", { floor: 0.5 }).map(isMet)).toEqual([null, null, null]);
});
