import { describe, expect, test } from "vitest";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { readUtterances } from "../../../src/core/reading/utterances.ts";

const statement = (text: string, fields: Partial<SourceInput> = {}): SourceInput => ({
  id: "statement",
  title: "Statement",
  kind: "statement",
  text,
  speaker: null,
  publisher: null,
  date: null,
  url: null,
  language: null,
  licence: null,
  corrects: null,
  ...fields,
});

/** Who says these words of a statement, innermost first. */
const whoSays = (source: SourceInput, words: string): (string | null)[] => {
  const at = source.text.indexOf(words);
  return readUtterances(source)
    .filter(({ start, end }) => start <= at && end >= at + words.length)
    .sort((a, b) => b.depth - a.depth)
    .map(({ speaker }) => speaker?.name ?? null);
};

describe("a statement without a speaker of its own", () => {
  test.each([
    [
      "a letterhead in capitals",
      "PORT ELLERY HARBOUR BOARD\nCustoms Steps, Port Ellery\n\nFOR IMMEDIATE RELEASE\n\nThe bar will be sounded on Monday.",
      "Port Ellery Harbour Board",
    ],
    [
      "a letterhead below the formula",
      "PRESS RELEASE\n20 March 2025\n\nMinistry of Ports and Inland Waters\n\nThe bar will be sounded on Monday.",
      "Ministry of Ports and Inland Waters",
    ],
    [
      "a title that names a person",
      "STATEMENT BY MAYOR ADA MARLOWE ON THE BAR\n\nThe bar will be sounded on Monday.",
      "Ada Marlowe",
    ],
    [
      "a title that names a body",
      "Joint statement from the Harbour Users Association on dredging\n\nThe bar will be sounded on Monday.",
      "Harbour Users Association",
    ],
  ])("is its letterhead's: %s", (_, text, name) => {
    expect(whoSays(statement(text), "sounded on Monday")).toEqual([name]);
  });

  test("keeps the office of whoever its title names", () => {
    const text = "Statement by Mayor Ada Marlowe on the bar\n\nThe bar will be sounded on Monday.";
    expect(readUtterances(statement(text))[0]?.speaker).toMatchObject({
      role: "Mayor",
      evidence: { text: "Statement by Mayor Ada Marlowe on the bar" },
    });
  });

  test("is nobody's where its first lines name none", () => {
    expect(
      whoSays(statement("FOR IMMEDIATE RELEASE\n\nThe bar will be sounded on Monday."), "sounded on"),
    ).toEqual([]);
  });

  test("is whoever its front matter names, whatever its letterhead", () => {
    const text = "PORT ELLERY HARBOUR BOARD\n\nThe bar will be sounded on Monday.";
    expect(whoSays(statement(text, { speaker: "Ada Marlowe" }), "sounded on Monday")).toEqual([
      "Ada Marlowe",
    ]);
  });
});

describe("quotations within a statement", () => {
  const text = `PORT ELLERY HARBOUR BOARD

The bar will be sounded on Monday.

“We have never asked for a library to be closed.” — Commissioner Hale Whitcombe

And from Chairwoman Teodora Marsh:

“The bar is at six metres and should be at seven.”`;

  test.each([
    ["never asked for a library", "Hale Whitcombe"],
    ["should be at seven", "Teodora Marsh"],
  ])("“%s” is %s's, in the body's statement", (words, name) => {
    expect(whoSays(statement(text), words)).toEqual([name, "Port Ellery Harbour Board"]);
  });
});
