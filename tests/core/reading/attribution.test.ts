import { describe, expect, test } from "vitest";
import { attributeQuotations } from "../../../src/core/reading/attribution.ts";
import { ENGLISH } from "../../../src/core/reading/cues/en.ts";
import { cuesOf } from "../../../src/core/reading/cues/of-language.ts";
import { markedQuotations } from "../../../src/core/text/quotation-marks.ts";
import { SEED_ARTICLE } from "../support.ts";
import whoSpeaks from "./who-speaks.json" with { type: "json" };

/** Invented sentences in which a wrong name was once read, or none, each with who speaks. */
const cases: { text: string; language?: string; speakers: (string | null)[] }[] = whoSpeaks;

const read = (text: string) => attributeQuotations(text, markedQuotations(text), ENGLISH);

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

describe("a subject that does not stand right before its verb", () => {
  test.each([
    [
      "several asides in a row",
      "Ada Marlowe, the mayor of Port Ellery, a town of fishermen, said the channel was “a matter of life and death”.",
    ],
    [
      "an aside that ends in a place",
      "Ada Marlowe, a 55-year-old pilot from Quay Street, Port Ellery, says the bar is “far too shallow for us”.",
    ],
    [
      "a party in brackets",
      "Ada Marlowe (Quay Party), who lost to Tomas Reyle, called it “a very sad day for us”.",
    ],
    [
      "a participle",
      "On Monday, Ada Marlowe attacked Tomas Reyle for his plan, saying “it will drown the lot of us”.",
    ],
    [
      "a second verb",
      "Ada Marlowe left Tomas Reyle in the hall and called the plan “a boat with no bottom to it”.",
    ],
    ["the tag behind a role", "“The bar is shallow today,” said Quay Party strategist Ada Marlowe."],
    ["the tag behind a trade", "“The bar is shallow today,” said former Reyle adviser Ada Marlowe."],
    ["an initial", "“The bar is shallow today,” Harbour Board Chief Pilot Ada B. Marlowe wrote."],
    ["a place behind the name", "“The bar is shallow today,” Ada Marlowe of the Harbour Users said."],
    ["a tag with a verb on no list", "“The bar is shallow today,” Ada Marlowe barked."],
    ["a rest of the sentence before the tag", "The bar is “shallow as a saucer” in March, said Ada Marlowe."],
  ])("%s", (_, text) => {
    expect(speakers(text).map((name) => name?.replace(" B.", ""))).toEqual(["Ada Marlowe"]);
  });

  test.each([
    ["“The bar is shallow today,” the bespectacled old salt said.", "bespectacled old salt"],
    ["“The bar is shallow today,” said the woman who sounds it.", "woman"],
    ["“The bar is shallow today!” — the balloons drifted off.", null],
  ])("%s: somebody without a name", (text, name) => {
    expect(speakers(text)).toEqual([name]);
  });

  test("who asks does not answer", () => {
    const text = "A reporter asked Ada Marlowe when it would end. “When the silt is gone,” she said.";
    expect(speakers(text)).toEqual(["Ada Marlowe"]);
  });

  test("the one who reports speaks, not the one who is reported", () => {
    const text =
      "Ada Marlowe said Tomas Reyle promised the crews a berth by Easter and that the board would “find every penny of it”.";
    expect(speakers(text)).toEqual(["Ada Marlowe"]);
  });

  test("what begins a new sentence is no tag of the one before", () => {
    const text =
      "Reyle branded the plan “a hole in the water.” Marlowe insisted that “nothing has been decided yet”.";
    expect(speakers(text)).toEqual(["Reyle", "Marlowe"]);
  });

  test("signatures line by line go each to its own quotation", () => {
    const text = "“The bar is shallow today.” ― Ada Marlowe\n“It always was so here.” ― Tomas Reyle";
    expect(speakers(text)).toEqual(["Ada Marlowe", "Tomas Reyle"]);
  });

  test("a name in apposition to an office keeps it as its role", () => {
    const text = "The mayor, Ada Marlowe, was angry:\n\n“We were promised a dredger and got a rowing boat.”";
    expect(read(text)[0]?.speaker).toMatchObject({ name: "Ada Marlowe", role: "mayor" });
  });

  test.each([
    ["“The bar is shallow today,” said harbour pilot Ada Marlowe.", "harbour pilot"],
    ["“The bar is shallow today,” said Quay Party chairwoman Ada Marlowe.", "Quay Party chairwoman"],
  ])("%s: the role is kept beside the name", (text, role) => {
    expect(read(text)[0]?.speaker).toMatchObject({ name: "Ada Marlowe", role });
  });
});

describe("a document", () => {
  test.each([
    [
      "its owner's",
      "From Ada Marlowe’s letter: “The bar is shallow and nobody has come.” Ada Marlowe sent it in May.",
    ],
    [
      "its author's",
      "“The bar is shallow and nobody has come,” according to a complaint filed by Ada Marlowe.",
    ],
  ])("speaks %s words", (_, text) => {
    expect(read(text)[0]?.speaker).toMatchObject({ name: "Ada Marlowe", kind: "person" });
    expect(read(text)[0]?.speaker?.document).toMatch(/letter|complaint/u);
  });
});

describe("a sentence that is a quotation, behind one that reports somebody", () => {
  test("is theirs", () => {
    const text =
      "Ada Marlowe complained that nobody had measured the bar. “We have had to sound it from a rowing boat.”";
    expect(speakers(text)).toEqual(["Ada Marlowe"]);
  });

  test("short as it is, goes on from the one before", () => {
    expect(speakers("“The bar is shallow today,” said Ada Marlowe. “So what?”")).toEqual([
      "Ada Marlowe",
      "Ada Marlowe",
    ]);
  });
});

describe("what nobody is said to have said", () => {
  test.each([
    ["a programme", "Ada Marlowe said on Radio Ellery’s “Good Morning Harbour” that the bar is shallow."],
    ["a book", "Ada Marlowe, who wrote the novel “The Old Man and His Boat”, told of her plans."],
    [
      "an interview named after its programme",
      "In a “Harbour Hour” interview Ada Marlowe told of her plans.",
    ],
    ["a nickname", "Ada “Dredger” Marlowe told the board of her plans."],
    ["a slogan", "Ada Marlowe spoke under the slogan “more depth now” for an hour."],
    ["a word that is named", "Ada Marlowe explained that the term “dead low water” is older than the port."],
    ["so-called", "Ada Marlowe said the so-called “experts” had left."],
    ["a label", "Ada Marlowe wrote to the “Deep Water” campaign in May."],
    ["a thought", "“This will be a long and wet evening,” Ada Marlowe thought."],
    ["imagined speech", "Ada Marlowe might say “we never wanted the money in the first place”."],
    ["speech on a condition", "If Ada Marlowe says “we have nothing to hide from you”, ask for the books."],
    [
      "markup that was left in",
      'Ada Marlowe said so. See <a href="harbour.example/the long road home">here</a>.',
    ],
    [
      "a scare quote far from the verb",
      "Ada Marlowe said, after a long pause in which, as ever, the “friends” of the port coughed, nothing.",
    ],
  ])("%s", (_, text) => {
    expect(read(text).filter(({ speaker }) => speaker !== null)).toEqual([]);
  });

  test("titles in a row are titles", () => {
    const text = "Ada Marlowe, who starred in the film “Deep Water”, “The Bar” and “Silt”, said little.";
    expect(read(text).every(({ scare, speaker }) => scare && speaker === null)).toBe(true);
  });

  test.each([
    ["a fragment behind its verb", "Ada Marlowe called the plan “nonsense”.", "Ada Marlowe"],
    ["a fragment in what is reported", "Ada Marlowe said that the plan was “plain silly”.", "Ada Marlowe"],
    ["a habit of speech", "Ada Marlowe would often say “the sea sends its bill to the port”.", "Ada Marlowe"],
    ["a slogan that is shouted", "“More Depth Now,” Ada Marlowe shouted.", "Ada Marlowe"],
  ])("but %s is said", (_, text, name) => {
    expect(speakers(text)).toEqual([name]);
  });
});

describe("a pronoun among several people", () => {
  test.each([
    [
      "the subject, not whoever is named last",
      "Ada Marlowe criticised Tomas Reyle over the dredging.\n\n“I have seen worse captains,” she said.",
      "Ada Marlowe",
    ],
    [
      "a first name tells who “she” is not",
      "Ada Marlowe met Thomas Reyle. Thomas Reyle poured the tea. “I take it black,” she said.",
      "Ada Marlowe",
    ],
    [
      "a name in apposition",
      "The harbour pilot, Ada Marlowe, fought back. “We are open all night,” she said.",
      "Ada Marlowe",
    ],
    [
      "the head of the reported clause",
      "Aides say Ada Marlowe advises the crews as well. “They ask and I answer,” she said.",
      "Ada Marlowe",
    ],
    [
      "the tag of the sentence before",
      "The bar in Hartsea would drown the trade, Ada Marlowe said. “Hartsea is no port,” she said.",
      "Ada Marlowe",
    ],
    [
      "a subject behind an introduction",
      "Soon after the burial of Father Thomas Reyle, Ada Marlowe left. “It was time to go,” she said.",
      "Ada Marlowe",
    ],
  ])("%s", (_, text, name) => {
    expect(speakers(text).at(-1)).toBe(name);
  });

  test("“it” is no person", () => {
    expect(speakers("Ada Marlowe walked by the sign. “Keep off the quay,” it says.")).not.toContain(
      "Ada Marlowe",
    );
  });

  test("“they” are not one person", () => {
    expect(speakers("Ada Marlowe met the crews. “We are tired of waiting,” they said.")).not.toContain(
      "Ada Marlowe",
    );
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

describe("who speaks, text by text", () => {
  test.each(cases)("$text", ({ text, language, speakers: named }) => {
    const found = attributeQuotations(text, markedQuotations(text), cuesOf(language ?? null));
    expect(found.map(({ speaker }) => speaker?.name ?? null)).toEqual(named);
  });
});

describe("texts made to take long", () => {
  test.each([
    ["marks that only open", "“".repeat(3000)],
    ["verbs alone", "said ".repeat(3000)],
    ["a verb between marks", "“a” said ".repeat(300)],
    [
      "a document again and again",
      "The board met. “We are glad of it,” the statement reads.\n\n".repeat(2000),
    ],
    [
      "an office again and again",
      "The mayor, Ada Marlowe, came. “I am glad,” the mayor said.\n\n".repeat(2000),
    ],
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
