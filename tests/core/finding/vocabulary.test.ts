import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Words } from "../../../src/core/finding/library.ts";
import { sourceWith } from "../../sources.ts";
import { runs } from "../property.ts";
import { libraryOf } from "../support.ts";

const vocabularyOf = (text: string): Words => libraryOf(sourceWith("words", text)).vocabulary;

function begin(vocabulary: Words, letters: string, over: number, max = 100): string[] {
  return vocabulary.beginningWith(letters, over, max).map((number) => vocabulary.word(number));
}

describe("words by their first letters", () => {
  const vocabulary = vocabularyOf("carrying carry carries car cart cartwheel carried cat scar ca c duck");

  test("shorter first, then in order, the letters alone among them", () => {
    expect(begin(vocabulary, "car", 20)).toEqual([
      "car",
      "cart",
      "carry",
      "carried",
      "carries",
      "carrying",
      "cartwheel",
    ]);
  });

  test.each([
    [0, ["car"]],
    [1, ["car", "cart"]],
    [2, ["car", "cart", "carry"]],
    [4, ["car", "cart", "carry", "carried", "carries"]],
  ])("longer by no more than %d letters", (over, words) => {
    expect(begin(vocabulary, "car", over)).toEqual(words);
  });

  test("no more than asked for, and the shortest of them", () => {
    expect(begin(vocabulary, "car", 20, 3)).toEqual(["car", "cart", "carry"]);
    expect(begin(vocabulary, "car", 20, 0)).toEqual([]);
  });

  test.each(["carx", "b", "dz", "zebra", "duckling"])("none begins with “%s”", (letters) => {
    expect(begin(vocabulary, letters, 20)).toEqual([]);
  });

  test("the last and the first of the list are found too", () => {
    expect(begin(vocabulary, "c", 0)).toEqual(["c"]);
    expect(begin(vocabulary, "cartwheel", 5)).toEqual(["cartwheel"]);
  });

  test("letters of two bytes and more", () => {
    const greek = vocabularyOf("λιμάνι λιμένας λίμνη λόγος 漁港");
    expect(begin(greek, "λιμ", 20)).toEqual(["λιμνη", "λιμανι", "λιμενασ"].sort(byBytes));
    expect(begin(greek, "漁", 20)).toEqual(["漁"]);
  });

  test("an empty library has none", () => {
    expect(begin(libraryOf().vocabulary, "car", 20)).toEqual([]);
  });

  test("all of them and no other, whatever the words", () => {
    const letters = (most: number) =>
      fc.string({ unit: fc.constantFrom("a", "b", "λ", "z"), minLength: 1, maxLength: most });
    fc.assert(
      fc.property(
        fc.array(letters(7), { maxLength: 60 }),
        letters(3),
        fc.nat({ max: 6 }),
        fc.nat({ max: 20 }),
        (list, start, over, max) => {
          const given = vocabularyOf(list.join(" "));
          const all = [...new Set(list)];
          const wanted = all.filter(
            (word) => word.startsWith(start) && Buffer.byteLength(word) <= Buffer.byteLength(start) + over,
          );
          expect(begin(given, start, over, max)).toEqual(wanted.sort(byBytes).slice(0, max));
        },
      ),
      runs(100),
    );
  });
});

/** Shorter first, then by bytes, as a vocabulary numbers its words. */
function byBytes(a: string, b: string): number {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length - right.length || Buffer.compare(left, right);
}
