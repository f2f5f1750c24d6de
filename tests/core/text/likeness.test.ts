import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestStretch } from "../../../src/core/text/likeness.ts";
import { runs } from "../property.ts";

/** The same by the whole table (Sellers 1980). */
function bySellers(pattern: string, text: string): number {
  let row = Array.from({ length: pattern.length + 1 }, (_, index) => index);
  let least = pattern.length;
  for (const character of text) {
    const next = [0];
    for (let index = 1; index <= pattern.length; index++) {
      const same = pattern[index - 1] === character ? 0 : 1;
      next.push(Math.min((row[index - 1] ?? 0) + same, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
    least = Math.min(least, row.at(-1) ?? least);
  }
  return least;
}

describe("edits with which a pattern stands in a text", () => {
  test.each([
    ["harbour", "the new harbour is open", 0],
    ["harbonr", "the new harbour is open", 1],
    ["hrbour", "the new harbour is open", 1],
    ["harbour", "", 7],
    ["we will rebuild the northern breakwater", "soon we wi11 rebui1d the northem breakwater.", 5],
  ])("%s, %s: %d", (pattern, text, edits) => {
    expect(nearestStretch(pattern, text).edits).toBe(edits);
  });

  test("as many as the whole table says, for patterns of any length", () => {
    const letters = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom("a", "b", "c", "é"), maxLength });
    fc.assert(
      fc.property(letters(110), letters(140), (pattern, text) => {
        const { edits, start, end } = nearestStretch(pattern, text);
        expect(edits).toBe(bySellers(pattern, text));
        expect(bySellers(pattern, text.slice(start, end))).toBe(edits);
      }),
      runs(400),
    );
  });

  test.each([31, 32, 33, 63, 64, 65, 96])("a pattern of %d characters that is there needs none", (length) => {
    const pattern = Array.from({ length }, (_, index) => "abcdefg"[(index * index) % 7]).join("");
    expect(nearestStretch(pattern, `xyz${pattern}xyz`)).toEqual({ edits: 0, start: 3, end: 3 + length });
    expect(nearestStretch(`${pattern.slice(0, -1)}z`, `xyz${pattern}xyz`).edits).toBe(1);
  });
});

test("the stretch is the one in the text that needs the fewest edits", () => {
  const text = "we will repaint the house and we wi11 rebui1d the northem breakwater at once";
  const { start, end } = nearestStretch("we will rebuild the northern breakwater", text);
  expect(text.slice(start, end)).toBe("we wi11 rebui1d the northem breakwater");
});
