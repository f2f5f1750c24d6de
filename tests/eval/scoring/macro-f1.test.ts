import { expect, test } from "vitest";
import { confusion, labelScores, macroF1, type Pair } from "./macro-f1.ts";

const LABELS = ["a", "b", "c"] as const;
type Label = (typeof LABELS)[number];

function pairs(gold: Label, predicted: Label, count: number): Pair<Label>[] {
  return Array.from({ length: count }, () => ({ gold, predicted }));
}

/** By hand: a has precision 8/9 and recall 8/10, b 3/5 and 3/4, c 5/6 and 5/6. */
const ROWS = [
  ...pairs("a", "a", 8),
  ...pairs("a", "b", 2),
  ...pairs("b", "b", 3),
  ...pairs("b", "c", 1),
  ...pairs("c", "c", 5),
  ...pairs("c", "a", 1),
];

test("a confusion matrix has the gold labels as rows", () => {
  expect(confusion(ROWS, LABELS)).toEqual([
    [8, 2, 0],
    [0, 3, 1],
    [1, 0, 5],
  ]);
});

test("precision, recall and F1 are those worked out by hand", () => {
  const [a, b, c] = labelScores(confusion(ROWS, LABELS));
  expect(a).toEqual({ precision: 8 / 9, recall: 8 / 10, f1: 16 / 19 });
  expect(b).toEqual({ precision: 3 / 5, recall: 3 / 4, f1: 6 / 9 });
  expect(c).toEqual({ precision: 5 / 6, recall: 5 / 6, f1: 10 / 12 });
});

test("macro-F1 is the mean over the labels, whatever their size", () => {
  expect(macroF1(ROWS, LABELS)).toBeCloseTo((16 / 19 + 6 / 9 + 10 / 12) / 3, 12);
  expect(macroF1(pairs("a", "a", 4), LABELS)).toBe(1);
  expect(macroF1(pairs("a", "b", 4), LABELS)).toBe(0);
  expect(macroF1([], LABELS)).toBeNaN();
});
