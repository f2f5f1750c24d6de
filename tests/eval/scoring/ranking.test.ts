import { expect, test } from "vitest";
import { averagePrecision, recall } from "./ranking.ts";

test("average precision of one gold document is one over its place", () => {
  expect(averagePrecision(["x", "y", "z"], ["x"], 5)).toBe(1);
  expect(averagePrecision(["x", "y", "z"], ["z"], 5)).toBeCloseTo(1 / 3);
  expect(averagePrecision(["x", "y", "z"], ["z"], 2)).toBe(0);
  expect(averagePrecision([], ["z"], 5)).toBe(0);
});

test("average precision of several sums the precision at each", () => {
  expect(averagePrecision(["a", "x", "b", "y", "c"], ["a", "b", "c"], 5)).toBeCloseTo(
    (1 + 2 / 3 + 3 / 5) / 3,
  );
  expect(averagePrecision(["a"], ["a", "b"], 5)).toBe(0.5);
  expect(averagePrecision(["a"], ["a", "b"], 1)).toBe(1);
});

test("a document that comes again counts once and takes up its place", () => {
  expect(averagePrecision(["a", "a", "b"], ["a", "b"], 5)).toBeCloseTo((1 + 2 / 3) / 2);
  expect(averagePrecision(["x", "x", "a"], ["a"], 5)).toBeCloseTo(1 / 3);
});

test("recall is the share of gold documents before the cutoff", () => {
  expect(recall(["a", "x", "b"], ["a", "b"], 5)).toBe(1);
  expect(recall(["a", "x", "b"], ["a", "b"], 2)).toBe(0.5);
  expect(recall(["a", "a"], ["b"], 5)).toBe(0);
});
