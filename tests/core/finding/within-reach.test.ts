import fc from "fast-check";
import Fuse from "fuse.js";
import { describe, expect, test } from "vitest";
import { withinReach } from "../../../src/core/finding/within-reach.ts";
import { runs } from "../property.ts";

const THRESHOLD = 0.3;

function isFoundByFuse(pattern: string, text: string): boolean {
  const fuse = new Fuse([{ text }], {
    keys: ["text"],
    threshold: THRESHOLD,
    ignoreLocation: true,
    isCaseSensitive: true,
  });
  return fuse.search(pattern).length > 0;
}

/** Letters few enough that pieces of one text stand in another by chance. */
const letters = fc.constantFrom(..."abcde", " ", "é", "漢");
const textOf = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(letters, { minLength, maxLength }).map((list) => list.join(""));

describe("what Fuse will find", () => {
  test("a pattern with a slip or two", () => {
    const reaches = withinReach("the harbour wall will be built", THRESHOLD);
    expect(reaches("he said the harbor wall wil be built by spring")).toBe(true);
    expect(reaches("nothing of the kind was ever promised to anyone here")).toBe(false);
  });

  test("a long pattern of which one piece stands there", () => {
    const pattern = `${"x".repeat(70)} the harbour wall will be built up`;
    expect(withinReach(pattern, THRESHOLD)("so the harbour wall will be built up")).toBe(true);
  });

  test("is told for any pattern and text as Fuse itself tells it", () => {
    const pattern = textOf(1, 100).map((text) => `a${text}`);
    const edited = fc.tuple(pattern, textOf(0, 60), fc.nat(80), fc.nat(30), textOf(0, 8));
    fc.assert(
      fc.property(edited, ([whole, around, from, length, put]) => {
        const text = around + whole.slice(from, from + length) + put + whole.slice(from + length + 4);
        expect(withinReach(whole, THRESHOLD)(text)).toBe(isFoundByFuse(whole, text));
      }),
      runs(1500),
    );
  });
});
