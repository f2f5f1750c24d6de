import { describe, expect, test } from "vitest";
import { units } from "../../../src/core/comparing/units.ts";
import { openLexicon } from "../../../src/core/text/lexicon.ts";

const LEXICON = openLexicon(new Uint8Array(), new Uint8Array());

/** Keys and kinds of what a text says: two texts with the same list say the same. */
const said = (text: string): string[] => units(text, LEXICON).map(({ kind, key }) => `${kind} ${key}`);

describe("one number in several dresses", () => {
  test.each([
    ["33,000", "thirty-three thousand"],
    ["33,000", "33K"],
    ["33,000", "33000"],
    ["33,000", "33 thousand"],
    ["4.3 million", "4,300,000"],
    ["$4.3bn", "$4.3 billion"],
    ["$4.3bn", "4.3 billion dollars"],
    ["£610,000", "610,000 pounds"],
    ["12%", "12 per cent"],
    ["12%", "twelve percent"],
    ["a hundred", "100"],
    ["two hundred and twelve", "212"],
    ["twenty-one", "21"],
    ["300,000", "300\u202f000"],
    ["four hundred children", "400 children"],
  ])("%s is %s", (one, other) => {
    expect(said(one)).toEqual(said(other));
  });
});

describe("numbers that are not the same", () => {
  test.each([
    ["300,000", "300"],
    ["4.3 million", "4.3 billion"],
    ["4.3", "43"],
    ["thirty", "thirteen"],
    ["thousands", "millions"],
    ["12%", "12"],
    ["$5", "£5"],
    ["fifth", "five"],
    ["thirty-three thousand", "thirty-two thousand"],
  ])("%s is not %s", (one, other) => {
    expect(said(one)).not.toEqual(said(other));
  });

  test("neighbours in a list are not one number", () => {
    expect(said("five, six")).toEqual(["number #5", "number #6"]);
  });
});

describe("dates", () => {
  test.each([
    ["Feb. 24", "February 24"],
    ["30 September", "30 Sept."],
    ["12th May", "12 May"],
    ["Mon", "mon"],
  ])("%s is %s", (one, other) => {
    expect(said(one)).toEqual(said(other));
  });

  test("a day beside a month and a year are dates", () => {
    expect(said("24 February 2023")).toEqual(["date #24", "date month2", "date #2023"]);
  });

  test("“may” without a capital is no month", () => {
    expect(said("it may rain")).toContain("modality may");
  });
});

test("the parts of a contraction share its place", () => {
  const [first, second] = units("cannot", LEXICON);
  expect([first?.key, second?.key]).toEqual(["can", "not"]);
  expect([first?.start, second?.end]).toEqual([0, 6]);
});
