import { describe, expect, test } from "vitest";
import { promisingPlaces } from "../../../src/core/finding/promising.ts";
import { words } from "../../../src/core/text/words.ts";
import { sourceWith } from "../../sources.ts";
import { libraryOf } from "../support.ts";

const SAID =
  "The keepers of the northern lighthouse will paint every window of the tower before the herring fleet returns";
const OTHER =
  "Nobody on the island council has ever asked the ferrymen what the winter timetable costs their children";
const GREEK =
  "Οι φύλακες του φάρου θα βάψουν κάθε παράθυρο του πύργου πριν γυρίσουν τα πλοία της ρέγγας στο λιμάνι";
const filler = (index: number) =>
  `The ${["keepers", "lighthouse", "window", "tower", "herring", "fleet", "council", "ferrymen"][index % 8]} came up again on day ${index}, and the talk went on. `.repeat(
    6,
  );
const library = libraryOf(
  sourceWith("said", `${filler(0)} ${SAID}. ${filler(1)}`),
  sourceWith("other", `${filler(2)} ${OTHER}. ${filler(3)}`),
  sourceWith("greek", `${filler(4)} ${GREEK}. ${filler(5)}`),
  ...Array.from({ length: 30 }, (_, index) => sourceWith(`filler-${index}`, filler(index))),
);

/** The ids of the sources that are kept, of places that take in all of each. */
function kept(text: string, elided = false): string[] {
  const places = library.sources.map((_, source) => {
    return { source, ...library.positionsOf(source), votes: 1, share: 1, row: null };
  });
  const keys = words(text).map(({ key }) => key);
  return promisingPlaces(library, keys, places, elided).map(
    ({ source }) => library.sources[source]?.id ?? "",
  );
}

/** A text that a look cannot tell is always read. */
const isLatin = (id: string): boolean => id !== "greek";

describe("a place is read", () => {
  test.each([
    [
      "the words, every fifth of them another",
      SAID.replace(/(?:\S+ ){4}K?\S+/gu, (run) => run.replace(/\S+$/u, "zzz")),
    ],
    [
      "half of them",
      SAID.split(" ")
        .filter((_, index) => index % 2 === 0)
        .join(" "),
    ],
    [
      "other forms of them",
      SAID.replace("keepers", "keeper").replace("paint", "painted").replace("returns", "returned"),
    ],
    ["slips of the scanner", SAID.replaceAll("rn", "m").replaceAll("ll", "11")],
  ])("that holds %s, and look-alikes beside it are not", (_, text) => {
    expect(kept(text).filter(isLatin)).toEqual(["said"]);
  });

  test("that holds a half of two that were joined", () => {
    const half = (text: string, from: number, to: number) => text.split(" ").slice(from, to).join(" ");
    expect(
      kept(`${half(SAID, 0, 9)} ${half(OTHER, 9, 17)}`)
        .filter(isLatin)
        .toSorted(),
    ).toEqual(["other", "said"]);
  });

  test("that holds a piece around an ellipsis", () => {
    expect(kept("The keepers of the northern lighthouse … before the herring fleet returns", true)).toContain(
      "said",
    );
  });

  test("whose letters a look cannot tell", () => {
    expect(kept(GREEK.replace("κάθε", "το"))).toContain("greek");
  });
});

test("none is, where only its words are there", () => {
  expect(
    kept("fleet herring tower window every paint lighthouse northern keepers council day talk"),
  ).not.toContain("said");
});

test("a long question of words that are nowhere does not stand for the few that are somewhere", () => {
  const unknown = Array.from(
    { length: 300 },
    (_, index) => `zz${String.fromCharCode(97 + (index % 26))}q${index}`,
  );
  expect(kept(`${SAID} ${unknown.join(" ")}`).filter(isLatin)).toEqual(["said"]);
  expect(kept(["herring", ...unknown, "tower", "window"].join(" ")).filter(isLatin)).toEqual([]);
});
