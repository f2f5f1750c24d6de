import { expect, test } from "vitest";
import { isSameSpan, spanF1 } from "./spans.ts";

test("spans are the same from 80 % of the longer one on", () => {
  const gold = { start: 100, end: 200 };
  expect(isSameSpan(gold, { start: 120, end: 200 })).toBe(true);
  expect(isSameSpan(gold, { start: 121, end: 200 })).toBe(false);
  expect(isSameSpan(gold, { start: 100, end: 225 })).toBe(true);
  expect(isSameSpan(gold, { start: 90, end: 226 })).toBe(false);
});

test("spans apart, or without extent, are never the same", () => {
  expect(isSameSpan({ start: 0, end: 10 }, { start: 10, end: 20 })).toBe(false);
  expect(isSameSpan({ start: 5, end: 5 }, { start: 5, end: 5 })).toBe(false);
});

test("F1 is over the spans of all texts together", () => {
  const counts = [
    { right: 6, wrong: 1, missed: 0 },
    { right: 0, wrong: 1, missed: 2 },
  ];
  expect(spanF1(counts)).toBeCloseTo(12 / 16);
  expect(spanF1([])).toBeNaN();
});
