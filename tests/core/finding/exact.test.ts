import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceFilter } from "../../../src/core/finding/candidates.ts";
import { likelyPlaces } from "../../../src/core/finding/candidates.ts";
import { exactPlaces } from "../../../src/core/finding/exact.ts";
import { words } from "../../../src/core/text/words.ts";
import { sourceWith } from "../../sources.ts";
import { runs } from "../property.ts";
import { libraryOf } from "../support.ts";

const filler = "It was so and they had it so. ".repeat(60);
const library = libraryOf(
  sourceWith("a", `${filler} We had it and they had it too, and so it was. ${filler}`),
  sourceWith("b", `${filler} So they had it, and it was too late. ${filler}`),
);
const keys = (text: string): string[] => words(text).map(({ key }) => key);

/** The sources and the words at each exact place. */
function found(text: string, filter: SourceFilter = null, max = 5): string[] {
  return exactPlaces(library, keys(text), filter, max).map(({ source, from, to }) => {
    const window = library.window(source, from, to);
    return window.text.replace(/\s+/gu, " ").includes(text) ? (library.sources[source]?.id ?? "") : "?";
  });
}

describe("words in a row", () => {
  test("are found where they stand, however common each is", () => {
    expect(found("We had it and they had it too")).toEqual(["a"]);
    expect(found("and it was too late")).toEqual(["b"]);
  });

  test("are not found in another order, with a gap, or with a word that stands nowhere", () => {
    expect(found("They had it too and we had it")).toEqual([]);
    expect(found("We had it and had it too")).toEqual([]);
    expect(found("We had it and they had it yesterday")).toEqual([]);
  });

  test("are found in the sources that may be searched only, and no more often than asked", () => {
    expect(found("and they had it so", (source) => source === 1, 100).every((id) => id === "b")).toBe(true);
    expect(found("and they had it so", null, 4)).toHaveLength(4);
  });

  test("come before places that only share the words", () => {
    const first = likelyPlaces(library, keys("We had it and they had it too"), null)[0];
    expect(first && library.sources[first.source]?.id).toBe("a");
  });
});

test("any words of a text are found there, whatever marks and letters stand between them", () => {
  const token = fc.constantFrom(
    ..."I we had it don’t won't U.S. 3.5 1,000 well-known café naïve Ω the (so) “said” end. and, x".split(
      " ",
    ),
    "har-\nbour",
    "w".repeat(60),
    "—",
  );
  const text = fc.array(token, { minLength: 12, maxLength: 80 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 3, max: 9 }), (said, at, count) => {
      const all = keys(said);
      const from = at % Math.max(1, all.length - count);
      const asked = all.slice(from, from + count);
      const there = libraryOf(sourceWith("a", said));
      const rows = exactPlaces(there, asked, null, 100).map(({ row }) => row);
      expect(rows).toEqual(
        all.flatMap((_, index) => (asked.every((key, step) => all[index + step] === key) ? [index] : [])),
      );
    }),
    runs(60),
  );
});
