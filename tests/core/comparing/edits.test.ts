import { describe, expect, test } from "vitest";
import { englishDictionary } from "../../../src/cli/dictionary.ts";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { openLibrary } from "../../../src/core/finding/library.ts";
import { sourceWith } from "../../sources.ts";
import { ask } from "../support.ts";

/** Sentences of one hearing, each with the words that the cases below change. */
const TEXT = `CHAIR: The hearing is open.

WITNESS: The quarry paid us $9,000 for the west field in the second spring of the war. Nobody kept the ledgers of the 1990s in that cellar. No one at the assay office has to answer for the missing ledgers. On Tuesday's ferry I met Mr. Trench, who fancied himself a surveyor. Last week the assay office returned two thousand ledgers to the cellar. And I say that, and I say that the cellar was dry when the ledgers were carried in. But only forty of the ledgers were ever weighed at the assay office. Well, you know, when we carried the ledgers across the ferry it was raining. Without the ledgers the quarry cannot prove its claim to the field. The surveyor was sceptical about the boundary of the field, okay. In the twenty-first week of the inquiry the quarry found its ledgers. On April 17, 2015 the inspector sealed the cellar of the quarry with wax. The quarry opened its second pit in the hills on June 7th. The committee voted 5-4 to keep the ledgers, after hearing 10 to 15 miners. The youngest of the miners had come to the quarry in '98 from the coast. The smelter did well in the drought of that decade. The overseer was, like, promised a new smelter by the colliers. Do you know the widow of the colliery's overseer? The colliers are okay with a shorter shift in the pit. The chaplain is a just man among rough colliers. The colliers bought the sort of lantern that fails in damp air. The overseer promised, uh, promised lanterns to the colliers. Let 'em keep the lanterns that the overseer promised. He's been the chaplain of the colliery for ages. I'd never seen the pit flood in such a drought. Quite frankly, the lanterns were worthless, of course, in damp air. Trillions flowed out of the United States through that smelter. The smelter grew by 95 to 96 percent in one decade. One out of five colliers lives beside the canal. The clerk paid $7.50 for the bottle he dropped in the canal. The inspector met the chaplain yesterday at the weir. He presented a bill in my -- our administration about canals. The Second Lord of the canal spoke on the 200th birthday of the weir. The mill was rebuilt beside the canal by masons. The dyers wash wool in both public and private vats. Yesterday evening Al paid for the new lanterns of the weir.`;

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
    ["another day in another order", "On 18 April 2015 the inspector sealed the cellar", "date: 18 < 17"],
    ["another month in another order", "On 17 May 2015 the inspector sealed the cellar", "date: May < April"],
    ["another day at the end", "The quarry opened its second pit in the hills on 8 June", "date: 8 < 7th"],
    ["a score turned round", "The committee voted 4-5 to keep the ledgers", "number: 4-5 < 5-4"],
    ["an adverb that may be a filler", "The smelter did in the drought of that decade", "omission:  < well"],
    [
      "a question's own words that may be a filler",
      "Do the widow of the colliery's overseer",
      "omission:  < you know",
    ],
    [
      "an adjective that may be a filler",
      "The colliers are with a shorter shift in the pit",
      "omission:  < okay",
    ],
    ["an adjective behind an article", "The chaplain is a man among rough colliers", "omission:  < just"],
    ["another day", "The inspector met the chaplain today at the weir", "date: today < yesterday"],
    ["another currency's sign in a range", "The smelter grew by $95 to 96 percent", "unit: $95 < 95"],
    [
      "another name that is no acronym",
      "Trillions flowed out of the UN through that smelter",
      "name: UN < United States",
    ],
    [
      "a name that only has the letters of another",
      "Yesterday evening the American Legion paid for the new lanterns of the weir",
      "name: American Legion < Al",
    ],
    ["another short year", "The youngest of the miners had come to the quarry in 1989", "date: 1989 < 98"],
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
    ["a date in another order", "On 17 April 2015 the inspector sealed the cellar of the quarry"],
    ["a date with its ordinal and “of”", "On the 17th of April, 2015 the inspector sealed the cellar"],
    ["a date in figures", "On 4/17/2015 the inspector sealed the cellar of the quarry"],
    ["a date in another order at the end", "The quarry opened its second pit in the hills on 7 June"],
    ["a score in words", "The committee voted five to four to keep the ledgers"],
    ["a range with a dash", "to keep the ledgers, after hearing 10–15 miners"],
    ["a year with its century", "The youngest of the miners had come to the quarry in 1998"],
    ["a filler that commas set off", "The overseer was promised a new smelter by the colliers"],
    ["a false start with a filler in it", "The overseer promised lanterns to the colliers"],
    ["a clipped pronoun", "Let them keep the lanterns that the overseer promised"],
    ["a perfect that was contracted", "He has been the chaplain of the colliery for ages"],
    ["a past perfect that was contracted", "I had never seen the pit flood in such a drought"],
    ["phrases of talk", "The lanterns were worthless in damp air"],
    ["a name by its initials", "Trillions flowed out of the U.S. through that smelter"],
    ["a unit said of both ends of a range", "The smelter grew by 95% to 96% in one decade"],
    ["a ratio in other words", "One in five colliers lives beside the canal"],
    ["an amount in words", "The clerk paid seven dollars and fifty cents for the bottle"],
    ["a word that was broken off", "He presented a bill in our administration about canals"],
    ["an ordinal of hundreds", "spoke on the two hundredth birthday of the weir"],
    ["a form of an irregular verb with a prefix", "The mill was rebuilding beside the canal by masons"],
    ["a preposition that says the same", "The dyers wash wool at both public and private vats"],
    ["nobody for no one", "Nobody at the assay office has to answer for the missing ledgers"],
  ])("%s", (_, quote) => {
    expect(material(quote)).toEqual([]);
    expect(ask(library, quote).matches).not.toEqual([]);
    expect(ask(library, quote).severity).not.toBe("material");
  });
});

test("a date put in another order is the source's own, whole, where the quotation ends with it", () => {
  const [match] = ask(library, "The quarry opened its second pit in the hills on 7 June").matches;
  expect(match?.quote.exact).toBe("The quarry opened its second pit in the hills on June 7th");
});
