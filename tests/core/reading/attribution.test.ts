import { describe, expect, test } from "vitest";
import { attributeQuotations } from "../../../src/core/reading/attribution.ts";
import { markedQuotations } from "../../../src/core/text/quotation-marks.ts";
import { SEED_ARTICLE } from "../support.ts";

const read = (text: string) => attributeQuotations(text, markedQuotations(text));

/** The name of each quotation's speaker, in order; null where nobody is said to speak. */
const speakers = (text: string) => read(text).map(({ speaker }) => speaker?.name ?? null);

describe("a reporting phrase", () => {
  test.each([
    ["after the words, verb first", "“The bar is shallow today,” said Ada Marlowe.", "Ada Marlowe"],
    ["after the words, name first", "“The bar is shallow today,” Ada Marlowe said.", "Ada Marlowe"],
    ["before the words", "Ada Marlowe said: “The bar is shallow today.”", "Ada Marlowe"],
    ["before the words, with “that”", "Ada Marlowe said that “the bar is shallow today”.", "Ada Marlowe"],
    ["with a title", "“The bar is shallow today,” said Mayor Ada Marlowe.", "Ada Marlowe"],
    [
      "with an aside between name and verb",
      "“The bar is shallow today,” Ada Marlowe, who has run the port since 1998, told the board.",
      "Ada Marlowe",
    ],
    [
      "with the role after the name",
      "“The bar is shallow today,” said Ada Marlowe, the harbour master.",
      "Ada Marlowe",
    ],
    ["with “according to” before", "According to Ada Marlowe, “the bar is shallow today”.", "Ada Marlowe"],
    ["with “according to” after", "“The bar is shallow today,” according to Ada Marlowe.", "Ada Marlowe"],
    ["with an adverb", "“The bar is shallow today,” Ada Marlowe later added.", "Ada Marlowe"],
    ["a dash and a name", "“The bar is shallow today.” — Ada Marlowe", "Ada Marlowe"],
    ["a name and a colon", "Ada Marlowe: “The bar is shallow today.”", "Ada Marlowe"],
    [
      "a paragraph before that ends in a colon",
      "And from Chairwoman Ada Marlowe:\n\n“The bar is shallow today.”",
      "Ada Marlowe",
    ],
    [
      "an organisation",
      "“The bar is shallow today,” the Harbour Board said in a statement.",
      "Harbour Board",
    ],
  ])("%s", (_, text, name) => {
    expect(speakers(text)).toEqual([name]);
  });

  test("within the words gives both halves to one speaker", () => {
    const text = "“The bar is shallow,” Ada Marlowe said, “and it will be worse by winter.”";
    expect(speakers(text)).toEqual(["Ada Marlowe", "Ada Marlowe"]);
  });

  test("the words that name the speaker are the evidence", () => {
    const text = "“The bar is shallow today,” said Ada Marlowe. Nobody asked why.";
    const evidence = read(text)[0]?.speaker?.evidence;
    expect(evidence?.text).toContain("Ada Marlowe");
    expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.text);
  });
});

describe("a pronoun or a role", () => {
  test("“she” is the woman named last", () => {
    const text =
      "Ms Ada Marlowe met Mr Tomas Reyle on Monday.\n\n“The bar is shallow today,” said Ms Marlowe. “We must dredge it before winter,” she added.";
    expect(speakers(text)).toEqual(["Ada Marlowe", "Ada Marlowe"]);
  });

  test("“he” is not the woman named last", () => {
    const text =
      "Mr Tomas Reyle waited while Mrs Ada Marlowe read the chart. “I have seen worse tides,” he said.";
    expect(speakers(text)).toEqual(["Tomas Reyle"]);
  });

  test("a role leads back to the one who holds it", () => {
    const text =
      "Ada Marlowe, the harbour master, read the chart.\n\n“The bar is shallow today,” the harbour master said.";
    expect(speakers(text)).toEqual(["Ada Marlowe"]);
  });

  test("a surname leads back to the full name", () => {
    const text = "Ada Marlowe read the chart on Monday.\n\n“The bar is shallow today,” Marlowe said.";
    expect(speakers(text)).toEqual(["Ada Marlowe"]);
  });
});

describe("a quotation without a phrase of its own", () => {
  test("belongs to who spoke just before, in the same paragraph", () => {
    const text = "“The bar is shallow today,” said Ada Marlowe. “We must dredge it before winter.”";
    expect(speakers(text)).toEqual(["Ada Marlowe", "Ada Marlowe"]);
  });

  test("belongs to the one named in the paragraph before, when it stands alone", () => {
    const text =
      "Tomas Reyle, who has fished here for forty years, drew the first applause.\n\n“You do not save a harbour by shutting a library.”";
    expect(speakers(text)).toEqual(["Tomas Reyle"]);
  });

  test("of a word or two is a scare quote that nobody says", () => {
    const text = "The so-called “experts” left early.";
    expect(read(text)).toMatchObject([{ speaker: null, scare: true }]);
  });

  test("in a text that names nobody has no speaker", () => {
    expect(speakers("“The bar is shallow today and nobody cares.”")).toEqual([null]);
  });
});

describe("whose words are not the nearest name's", () => {
  test("the one spoken to does not speak", () => {
    expect(speakers("“The bar is shallow today,” Ada Marlowe told Tomas Reyle.")).toEqual(["Ada Marlowe"]);
  });

  test("the one spoken of does not speak", () => {
    const text = "“Tomas Reyle is wrong about the bar,” said Ada Marlowe.";
    expect(speakers(text)).toEqual(["Ada Marlowe"]);
  });

  test("a new speaker's phrase is not taken for the old one's words", () => {
    const text =
      "“The bar is shallow today,” said Ada Marlowe.\n\nTomas Reyle disagreed. “It has always been shallow,” he said.";
    expect(speakers(text)).toEqual(["Ada Marlowe", "Tomas Reyle"]);
  });
});

describe("the first article", () => {
  const attributed = read(SEED_ARTICLE.text);

  test("“the Chinese plan reads” leads back to the ministry that released it", () => {
    expect(attributed[1]?.speaker).toMatchObject({
      name: "Chinese Foreign Ministry",
      kind: "organisation",
      document: "Chinese plan",
    });
    expect(attributed[1]?.speaker?.evidence?.text).toContain("Chinese plan");
  });

  test("“statement reads” leads back to the nations that issued it", () => {
    expect(attributed[2]?.speaker).toMatchObject({ name: "G7 Nations", kind: "organisation" });
    expect(attributed[2]?.speaker?.evidence?.text).toContain("statement reads");
  });

  test("the quotation that never closes has no speaker", () => {
    expect(attributed[0]?.speaker).toBeNull();
  });
});

describe("texts made to take long", () => {
  test.each([
    ["marks that only open", "“".repeat(3000)],
    ["verbs alone", "said ".repeat(3000)],
    ["a verb between marks", "“a” said ".repeat(300)],
    ["marks never closed", "“The bar is shallow, she said.\n".repeat(300)],
  ])("%s are read without an error", (_, text) => {
    expect(() => read(text)).not.toThrow();
  });

  test("five hundred quotations of one paragraph take no more than a fifth of a second", () => {
    const started = performance.now();
    read("“x” she said. ".repeat(500));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
