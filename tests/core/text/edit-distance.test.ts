import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byteEditDistance,
  editDistance,
  isPlainMask,
  letterMask,
  mayBeNear,
} from "../../../src/core/text/edit-distance.ts";
import { runs } from "../property.ts";

describe("edits between two words", () => {
  test.each([
    ["harbour", "harbour", 0],
    ["harbor", "harbour", 1],
    ["hrabour", "harbour", 1],
    ["harbuor", "harbour", 1],
    ["teh", "the", 1],
    ["form", "from", 1],
    ["stared", "started", 1],
    ["abcd", "badc", 2],
    ["", "ab", 2],
  ])("%s, %s: %d", (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits);
    expect(editDistance(b, a, 3)).toBe(edits);
  });

  test("no more is counted than was asked for", () => {
    expect(editDistance("breakwater", "lighthouse", 2)).toBe(3);
  });

  test("words longer than any row of a table are compared too", () => {
    expect(editDistance("x".repeat(100), `${"x".repeat(99)}y`, 2)).toBe(1);
  });
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
const encoder = new TextEncoder();

test("bytes and characters of plain words have one distance, wherever the bytes lie", () => {
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, max) => {
      const there = encoder.encode(`ab${b}ba`);
      const distance = byteEditDistance(encoder.encode(a), there, 2, 2 + b.length, max);
      expect(Math.min(distance, max + 1)).toBe(Math.min(editDistance(a, b, max), max + 1));
    }),
    runs(1000),
  );
});

describe("a look at two words' letters", () => {
  test("never rules out a word that is near", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdefgh12éλ"), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 2 }), (a, b, edits) => {
        if (editDistance(a, b, edits) <= edits)
          expect(mayBeNear(letterMask(a), letterMask(b), edits)).toBe(true);
      }),
      runs(2000),
    );
  });

  test("rules out a word that lacks two of the letters for one edit", () => {
    expect(mayBeNear(letterMask("harbour"), letterMask("harvest"), 1)).toBe(false);
  });

  test("tells a word with none but Latin letters and digits", () => {
    expect(["abc", "7up"].map((key) => isPlainMask(letterMask(key)))).toEqual([true, true]);
    expect(["φάρος", "a.b"].map((key) => isPlainMask(letterMask(key)))).toEqual([false, false]);
  });
});
