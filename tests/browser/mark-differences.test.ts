import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/answer.ts";
import { cutAtMarks, sourceMarks, submittedMarks } from "../../src/view/mark-differences.ts";

const mark = (start: number, end: number, number = 1) => ({ start, end, number, material: true });

function change(submitted: [number, number], source: [number, number]): Change {
  const excerpt = ([start, end]: [number, number]) => ({ start, end, text: "" });
  return {
    kind: "word",
    material: true,
    message: "",
    submitted: excerpt(submitted),
    source: excerpt(source),
  };
}

test("a text without marks is one piece, and an empty text none", () => {
  assert.deepEqual(cutAtMarks("abc", []), [{ text: "abc", mark: null }]);
  assert.deepEqual(cutAtMarks("", []), []);
});

test("marks cut the text where they stand, in any order given", () => {
  const pieces = cutAtMarks("one two three", [mark(8, 13, 2), mark(0, 3, 1)]);
  assert.deepEqual(
    pieces.map(({ text, mark }) => [text, mark?.number ?? 0]),
    [
      ["one", 1],
      [" two ", 0],
      ["three", 2],
    ],
  );
});

test("a place where words are missing is an empty piece, at either edge too", () => {
  const pieces = cutAtMarks("abc", [mark(0, 0, 1), mark(3, 3, 2)]);
  assert.deepEqual(
    pieces.map(({ text }) => text),
    ["", "abc", ""],
  );
});

test("overlapping and overlong marks never lose or repeat a letter", () => {
  const text = "the quick brown fox";
  const marks = [mark(4, 12, 1), mark(6, 9, 2), mark(10, 15, 3), mark(16, 99, 4), mark(50, 60, 5)];
  const pieces = cutAtMarks(text, marks);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
  assert.deepEqual(
    pieces.flatMap((piece) => piece.mark?.number ?? []),
    [1, 3, 4],
  );
});

test("source offsets count from the start of the source; what lies outside the exact words is not marked", () => {
  const quote = { exact: "can end this war", prefix: "", suffix: "", start: 100, end: 116 };
  const changes = [change([0, 6], [100, 103]), change([7, 10], [40, 60]), change([7, 10], [110, 130])];
  const marks = sourceMarks({ quote, changes });
  assert.deepEqual(
    marks.map(({ start, end, number }) => [start, end, number]),
    [
      [0, 3, 1],
      [10, 16, 3],
    ],
  );
  assert.deepEqual(
    submittedMarks(changes).map(({ number }) => number),
    [1, 2, 3],
  );
});
