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
    ["two dozen boats", "24 boats"],
    ["half a million dollars", "$500,000"],
    ["half a dozen boats", "6 boats"],
    ["one and a half million", "1.5 million"],
    ["two and a half years", "2½ years"],
    ["two-thirds of them", "2/3 of them"],
    ["one half of them", "half of them"],
    ["minus five percent", "-5%"],
    [".5 percent", "0.5 percent"],
    ["thirtieth", "30th"],
    ["World War II", "World War Two"],
    ["Article V", "Article 5"],
    ["No. 52", "number 52"],
    ["9:30 a.m.", "9.30am"],
    ["46 centimetres", "46cm"],
    ["30 miles per hour", "30mph"],
    ["20 degrees", "20°"],
    ["20 pounds", "20 lbs"],
    ["US$50 million", "$50m"],
    ["5 lakh", "500,000"],
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
    ["a dozen boats", "two dozen boats"],
    ["half a million", "half a billion"],
    ["two-thirds of them", "one third of them"],
    ["2½ years", "212 years"],
    ["a third party", "1/3 party"],
    ["24/7", "7/24"],
    ["World War II", "World War I"],
    ["9:30 a.m.", "9:30 p.m."],
    ["10-15 boats", "10 minus 15 boats"],
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
    ["nineteen eighty-four", "1984"],
    ["twenty sixteen", "2016"],
    ["nineteen oh five", "1905"],
    ["the eighties", "the 1980s"],
    ["the '80s", "the 1980s"],
    ["nineteen-nineties", "1990s"],
    ["4/17/2015", "April 17, 2015"],
    ["17/4/2015", "17 April 2015"],
    ["2015-04-17", "2015 April 17"],
  ])("%s is %s", (one, other) => {
    expect(said(one)).toEqual(said(other));
  });

  test("a day beside a month and a year are dates", () => {
    expect(said("24 February 2023")).toEqual(["date #24", "date month2", "date #2023"]);
  });

  test.each([
    ["a ratio", "24/7"],
    ["a day that may be read in two ways", "4/5/2015"],
    ["what is known by its day", "9/11"],
  ])("%s in figures is no date", (_, text) => {
    expect(said(text).filter((key) => key.includes("month"))).toEqual([]);
  });

  test("fives and tens without a decade before them are banknotes", () => {
    expect(said("fifties and twenties")).not.toContain("date #decade1950");
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
