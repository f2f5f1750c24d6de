import { describe, expect, test } from "vitest";
import type { Library } from "../../../src/core/finding/library.ts";
import { partsOf } from "../../../src/core/finding/run-together.ts";
import { sourceWith } from "../../sources.ts";
import { libraryOf } from "../support.ts";

/** A library in which each word stands so often. */
function standing(counts: Readonly<Record<string, number>>): Library {
  const text = Object.entries(counts).map(([word, count]) => `${word} `.repeat(count));
  return libraryOf(sourceWith("words", text.join("\n")));
}

const library = standing({
  harbour: 3,
  fires: 2,
  storm: 2,
  over: 4,
  sea: 3,
  bird: 3,
  go: 9,
  fog: 1,
  wall: 2,
  école: 2,
  2024: 5,
});

describe("the words that a long one runs together", () => {
  test.each([
    ["two", "harbourfires", ["harbour", "fires"]],
    ["three", "stormoverharbour", ["storm", "over", "harbour"]],
    ["one of them twice", "stormstorm", ["storm", "storm"]],
    ["folded letters", "ecolestorm", ["ecole", "storm"]],
  ])("%s", (_, key, parts) => {
    expect(partsOf(library, key)).toEqual(parts);
  });

  test.each([
    ["letters in the middle that are no word", "harbourqqfires"],
    ["letters at the end that are no word", "harbourfiresqq"],
    ["letters at the start that are no word", "qqharbourfires"],
    ["a part of two letters", "goharbour"],
    ["a part that stands only once, perhaps a slip", "fogharbour"],
    ["a word so short that it may be anything", "seabird"],
    ["figures, known or not", "harbour2024"],
    ["nothing", ""],
    ["no word of the library", "zzzzzzzzzzzz"],
  ])("none where there are %s", (_, key) => {
    expect(partsOf(library, key)).toEqual([]);
  });

  test("nothing is run together in an empty library", () => {
    expect(partsOf(libraryOf(), "harbourfires")).toEqual([]);
  });
});

describe("of several readings the likeliest", () => {
  test.each([
    ["pen sale", { pen: 9, sale: 9, pens: 2, ale: 2, house: 4 }, ["pen", "sale", "house"]],
    ["pens ale", { pen: 2, sale: 2, pens: 9, ale: 9, house: 4 }, ["pens", "ale", "house"]],
  ])("by how often the parts stand: %s", (_, counts, parts) => {
    expect(partsOf(standing(counts), "pensalehouse")).toEqual(parts);
  });

  test("few long words rather than many short ones", () => {
    expect(partsOf(standing({ car: 3, pet: 3, carpet: 3, shop: 3 }), "carpetshop")).toEqual([
      "carpet",
      "shop",
    ]);
  });
});

test("a key of any length is read at once", () => {
  expect(partsOf(library, "harbour".repeat(700))).toHaveLength(700);
  expect(partsOf(library, "a".repeat(5000))).toEqual([]);
});
