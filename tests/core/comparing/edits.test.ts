import { describe, expect, test } from "vitest";
import { englishDictionary } from "../../../src/cli/dictionary.ts";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { openLibrary } from "../../../src/core/finding/library.ts";
import { sourceWith } from "../../sources.ts";
import { ask } from "../support.ts";

/** Sentences of one hearing, each with the words that the cases below change. */
const TEXT = `CHAIR: The hearing is open.

WITNESS: The quarry paid us $9,000 for the west field in the second spring of the war. Nobody kept the ledgers of the 1990s in that cellar. No one at the assay office has to answer for the missing ledgers. On Tuesday's ferry I met Mr. Trench, who fancied himself a surveyor. Last week the assay office returned two thousand ledgers to the cellar. And I say that, and I say that the cellar was dry when the ledgers were carried in. But only forty of the ledgers were ever weighed at the assay office. Well, you know, when we carried the ledgers across the ferry it was raining. Without the ledgers the quarry cannot prove its claim to the field. The surveyor was sceptical about the boundary of the field, okay. In the twenty-first week of the inquiry the quarry found its ledgers.`;

const hearing = sourceWith("hearing", TEXT, { kind: "transcript" });
const library = openLibrary(buildLibrary([hearing], englishDictionary()));

/** The changes of the first match that matter, as "kind: submitted < source". */
function material(quote: string): string[] {
  return (ask(library, quote).matches[0]?.changes ?? [])
    .filter((change) => change.material)
    .map(({ kind, submitted, source }) => `${kind}: ${submitted.text} < ${source.text}`);
}

describe("a change that matters is told as what it is", () => {
  test.each([
    [
      "an amount that looks like a year",
      "The quarry paid us $2,000 for the west field",
      "number: $2,000 < $9,000",
    ],
    ["a decade", "Nobody kept the ledgers of the 1980s in that cellar", "date: 1980s < 1990s"],
    ["an ordinal", "for the west field in the third spring of the war", "number: third < second"],
    [
      "an ordinal of two words",
      "In the twenty-third week of the inquiry the quarry found its ledgers",
      "number: twenty-third < twenty-first",
    ],
    [
      "who is denied",
      "Everyone at the assay office has to answer for the missing ledgers",
      "negation: Everyone < No one",
    ],
    ["a weekday in the possessive", "On Thursday's ferry I met Mr. Trench", "date: Thursday's < Tuesday's"],
    [
      "a name behind a title",
      "I met Mr. Pembroke, who fancied himself a surveyor",
      "name: Pembroke < Trench",
    ],
    [
      "which week, at the start",
      "This week the assay office returned two thousand ledgers",
      "date: This < Last",
    ],
    ["a limit left out within an edge", "But forty of the ledgers were ever weighed", "quantifier:  < only"],
    [
      "a denial turned at the start",
      "With the ledgers the quarry cannot prove its claim",
      "negation: With < Without",
    ],
  ])("%s", (_, quote, expected) => {
    expect(material(quote)).toEqual([expected]);
    expect(ask(library, quote)).toMatchObject({ verdict: "altered", severity: "material" });
  });
});

describe("what an editor would wave through is not material", () => {
  test.each([
    ["an ordinal in digits", "for the west field in the 2nd spring of the war"],
    ["an ordinal of two words in digits", "In the 21st week of the inquiry the quarry found its ledgers"],
    [
      "a false start of four words left out",
      "And I say that the cellar was dry when the ledgers were carried in",
    ],
    [
      "a filler left out behind a kept word",
      "Well … when we carried the ledgers across the ferry it was raining",
    ],
    ["the other spelling", "The surveyor was skeptical about the boundary of the field, ok"],
    ["a misspelt number", "But only froty of the ledgers were ever weighed at the assay office"],
    ["nobody for no one", "Nobody at the assay office has to answer for the missing ledgers"],
  ])("%s", (_, quote) => {
    expect(material(quote)).toEqual([]);
    expect(ask(library, quote).matches).not.toEqual([]);
    expect(ask(library, quote).severity).not.toBe("material");
  });
});
