import { describe, expect, test } from "vitest";
import { contentKeys, type Family, familiesOf } from "../../../src/core/finding/families.ts";
import { PASSAGES } from "../../../src/core/tuning.ts";
import { sourceWith } from "../../sources.ts";
import { libraryOf } from "../support.ts";

const library = libraryOf(
  sourceWith(
    "crew",
    `The crew carried nets to the harbour. A boy carries rope, and two girls were carrying lamps.
The mate went home and the cook had gone before. Nobody knew why they were going.
A lighthouse stood over the harbour, and the keeper carted coal to it by cart.
They invested in the mast. The investment was lost and the investors wept.
Fires burned by the harbour; the fires were out by dawn, and a net hung in a belt of fog.
In Port Ellery the port was shut. Ellery slept.`,
  ),
);

const wordsOf = (numbers: readonly number[]): string[] =>
  numbers.map((number) => library.vocabulary.word(number)).sort();

/** The only family of a question of one word. */
function family(question: string): Family {
  const families = familiesOf(library, contentKeys(question));
  expect(families).toHaveLength(1);
  return families[0] as Family;
}

const forms = (question: string): string[] => wordsOf(family(question).forms);

describe("what is looked for in a question", () => {
  test.each([
    ["a tag in capitals and small letters", "The #HarbourFires spread", ["harbour", "fires", "spread"]],
    ["an account with a number", "@PortEllery2024 votes", ["port", "ellery", "2024", "votes"]],
    ["a tag that opens with initials", "#NATOSummit ends", ["nato", "summit", "ends"]],
    ["a tag with an underscore", "#harbour_master rows", ["harbour", "master", "rows"]],
    ["a tag with letters of another script", "#ÉcoleDuPort ferme", ["ecole", "du", "port", "ferme"]],
    ["capitals without a tag stay one word", "McAllister rows", ["mcallister", "rows"]],
    ["an address of the web", "Fires https://quay.example/a/b?ferry=late spread", ["fires", "spread"]],
    ["an address without its scheme", "Fires www.quay.example spread", ["fires", "spread"]],
    ["a path on a host", "Fires quay.example/ferry-late spread", ["fires", "spread"]],
    ["a picture's address", "Fires spread pic.twitter.com/FerryLate9", ["fires", "spread"]],
    [
      "a slash that is no address",
      "The ferry/tug sank.Nobody drowned",
      ["ferry", "tug", "sank", "nobody", "drowned"],
    ],
    ["words of grammar are left out", "It was not to be about the harbour", ["harbour"]],
    ["a word said twice counts once", "Harbour, harbour and HARBOUR nets", ["harbour", "nets"]],
    ["no words of content", "It is what it is, and that was that", []],
    ["no words at all", "", []],
  ])("%s", (_, question, keys) => {
    expect(contentKeys(question)).toEqual(keys);
  });

  test("of a very long question only the first words", () => {
    const many = Array.from(
      { length: 700 },
      (_, index) => `nt${String.fromCharCode(97 + (index % 26))}${index}`,
    );
    const long = many.join(" ").slice(0, 5000);
    const keys = contentKeys(long);
    expect(keys).toHaveLength(PASSAGES.keysMax);
    expect(keys).toEqual(many.slice(0, keys.length));
  });
});

describe("the words of the library that may stand for one", () => {
  test.each([
    ["a regular verb by its stem", "carry", ["carried", "carries", "carrying"]],
    ["and the other way round", "carried", ["carried", "carries", "carrying"]],
    ["an irregular verb", "go", ["going", "gone", "went"]],
    ["and from its past", "went", ["going", "gone", "went"]],
    ["a plural", "fire", ["fires"]],
    ["a word that only begins alike is none", "cart", ["cart", "carted"]],
    ["a slip in a long word", "lighthuose", ["lighthouse"]],
    ["a letter left out", "lighthose", ["lighthouse"]],
    ["a short word that is not there", "bolt", []],
    ["nor one as short with an edit", "nut", []],
    ["a long word like none", "cathedral", []],
    ["a word with a figure in it is no slip", "lighthouse7", []],
  ])("%s", (_, question, expected) => {
    expect(forms(question)).toEqual(expected);
  });

  test("words of one root are kin and not forms", () => {
    const { forms: own, kin } = family("investing");
    expect(wordsOf(own)).toEqual(["invested"]);
    expect(wordsOf(kin)).toEqual(["invested", "investment", "investors"]);
  });

  test("a short word has no kin, or anything would be", () => {
    expect(family("net").kin).toEqual([]);
  });

  test("forms of one word are one family", () => {
    expect(familiesOf(library, contentKeys("carry carried carrying nets")).map(({ key }) => key)).toEqual([
      "carry",
      "nets",
    ]);
  });

  test("a tag without capitals is the words that it runs together", () => {
    const keys = (question: string): string[] =>
      familiesOf(library, contentKeys(question)).map(({ key }) => key);
    expect(keys("#harbourfires spread")).toEqual(["harbour", "fires", "spread"]);
    expect(keys("#portellery")).toEqual(["port", "ellery"]);
  });

  test("words of grammar in it are left out", () => {
    const keys = familiesOf(library, contentKeys("#theharbourfires")).map(({ key }) => key);
    expect(keys).toEqual(["harbour", "fires"]);
  });

  test("a word that the library has is not parted, whatever it is made of", () => {
    const made = libraryOf(
      sourceWith("lamps", "A light in a house, or a house full of light, is no lighthouse."),
    );
    expect(familiesOf(made, contentKeys("lighthouse")).map(({ key }) => key)).toEqual(["lighthouse"]);
  });

  test("no keys, no families", () => {
    expect(familiesOf(library, [])).toEqual([]);
  });

  test("an empty library has no forms and fails on nothing", () => {
    const [only] = familiesOf(libraryOf(), contentKeys("lighthouse"));
    expect(only).toMatchObject({ key: "lighthouse", forms: [], kin: [] });
  });
});

describe("what meeting a word tells", () => {
  test("a rare word more than a common one", () => {
    expect(family("lighthouse").formWeight).toBeGreaterThan(family("harbour").formWeight);
  });

  test("a word counts with all its forms: met in any of them, it is as common as all together", () => {
    expect(family("carry").formWeight).toBeLessThan(family("lighthouse").formWeight);
  });

  test("a word that is not there as much as the rarest that is", () => {
    expect(family("cathedral").formWeight).toBe(family("lighthouse").formWeight);
  });

  test("a word taken for a slip of another less than that other", () => {
    const slip = family("lighthuose").formWeight;
    expect(slip).toBeGreaterThan(0);
    expect(slip).toBeLessThan(family("lighthouse").formWeight);
  });

  test("a root no more than a form", () => {
    const { formWeight, kinWeight } = family("invested");
    expect(kinWeight).toBeGreaterThan(0);
    expect(kinWeight).toBeLessThan(formWeight);
  });
});

describe("small numbers", () => {
  const wharf = libraryOf(
    sourceWith("wharf", "Two girls on the second wharf. The 10 crates stood on the 3rd pier."),
  );
  const numbers = (question: string): string[] =>
    (familiesOf(wharf, contentKeys(question))[0]?.forms ?? []).map((number) => wharf.vocabulary.word(number));

  test.each([
    ["2", "two"],
    ["2nd", "second"],
    ["ten", "10"],
    ["third", "3rd"],
  ])("%s is %s in its other dress", (asked, there) => {
    expect(numbers(asked)).toEqual([there]);
  });

  test("an ordinal is no cardinal", () => {
    expect(numbers("2nd")).not.toContain("two");
    expect(numbers("99")).toEqual([]);
  });
});
