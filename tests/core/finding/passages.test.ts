import { describe, expect, test } from "vitest";
import type { SourceFilter } from "../../../src/core/finding/candidates.ts";
import { contentKeys, familiesOf } from "../../../src/core/finding/families.ts";
import type { Library } from "../../../src/core/finding/library.ts";
import { type Passage, passagesAbout } from "../../../src/core/finding/passages.ts";
import { sourceWith } from "../../sources.ts";
import { libraryOf } from "../support.ts";

/** A passage with its source's id and its words. */
interface Read extends Omit<Passage, "source"> {
  id: string;
  text: string;
}

function about(library: Library, question: string, filter: SourceFilter = null, max = 10): Read[] {
  return passagesAbout(library, familiesOf(library, contentKeys(question)), filter, max).map(
    ({ source, ...passage }) => ({
      ...passage,
      id: library.sources[source]?.id ?? "",
      text: library.textOf(source).slice(passage.span.start, passage.span.end),
    }),
  );
}

const texts = (passages: readonly Read[]): string[] => passages.map(({ text }) => text);
const ids = (passages: readonly Read[]): string[] => passages.map(({ id }) => id);

/** The passages of a library with one source for each text, named a, b, c … and titled alike. */
function among(list: readonly string[], question: string): Read[] {
  const sources = list.map((text, index) =>
    sourceWith(String.fromCharCode(97 + index), text, { title: "Papers" }),
  );
  return about(libraryOf(...sources), question);
}

describe("what comes first", () => {
  test("the sentence with more of the question's words, in any order", () => {
    const list = ["The mast is new.", "New is the mast of the ferry, said the cook.", "The ferry is late."];
    expect(ids(among(list, "ferry new mast"))[0]).toBe("b");
    expect(ids(among(list, "mast new ferry"))[0]).toBe("b");
  });

  test("a rare word outweighs a common one", () => {
    const list = ["The ferry is late.", "The ferry is full.", "The ferry is red.", "The zither is lost."];
    expect(ids(among(list, "ferry zither"))[0]).toBe("d");
  });

  test("a short sentence before a long one that has as much", () => {
    const list = [
      "The ferry, with all that was stowed in her hold that day and all who slept on her deck that night, got a mast of oak from upriver.",
      "The ferry got a mast.",
    ];
    expect(ids(among(list, "ferry mast"))[0]).toBe("b");
  });

  test("a form of the word before a word of one root, and that before neither", () => {
    const list = [
      "The town hall counts boats.",
      "The town hall has an investment.",
      "The town hall invested early.",
    ];
    const found = among(list, "Who invests in the town hall?");
    expect(ids(found)).toEqual(["c", "b", "a"]);
    expect(found[0]?.relevance).toBeGreaterThan((found[1] as Read).relevance);
    expect(found[1]?.relevance).toBeGreaterThan((found[2] as Read).relevance);
  });

  test("a word as it was asked before one that it may be a slip of", () => {
    const list = ["The lighthouse is shut.", "The cathedral is shut."];
    expect(ids(among(list, "cathedral lighthuose"))).toEqual(["b", "a"]);
  });

  test("what ties stands in the order of the sources, then of the text", () => {
    const twice = "The ferry is late. Nobody minded it much, as far as one could tell.\n\nThe ferry is late.";
    const found = among([twice, "The ferry is late."], "late ferry");
    expect(found.map(({ id, span }) => [id, span.start])).toEqual([
      ["a", 0],
      ["a", twice.lastIndexOf("The ferry")],
      ["b", 0],
    ]);
  });
});

describe("titles", () => {
  const text = "The new engine cost nine crowns, and nobody asked why.";
  const library = libraryOf(
    sourceWith("a", text, { title: "What the mill bought" }),
    sourceWith("b", text, { title: "What the boat bought" }),
    sourceWith("c", "The hall was cold and the cook went home.", { title: "An evening at Zithertown" }),
  );

  test("the same words count more under a title that has the question's others", () => {
    expect(ids(about(library, "engine of the boat"))).toEqual(["b", "a"]);
    expect(ids(about(library, "engine of the mill"))).toEqual(["a", "b"]);
  });

  test("a source whose title alone has a word comes in", () => {
    expect(ids(about(library, "Zithertown"))).toEqual(["c"]);
  });

  test("in a long text, of which a title says less, its words count less than the text's own", () => {
    const filler = "Nobody knows why that is so, and nobody asks. ".repeat(80);
    const own = libraryOf(
      sourceWith("a", `The hall was cold all day. ${filler}`, { title: "The zither" }),
      sourceWith("b", `The zither was cold all day. ${filler}`, { title: "The hall" }),
    );
    const [first, second] = about(own, "zither cold");
    expect([first?.id, second?.id]).toEqual(["b", "a"]);
    expect(first?.coverage).toBe(1);
    expect(second?.coverage).toBeLessThan(1);
  });
});

describe("speakers", () => {
  const meeting = sourceWith(
    "meeting",
    `CLERK: Item four is the baker's chimney.

ADA MARLOWE: The ferry needs a new engine before the spring.

CLERK: Thank you for that. Is there anybody else who wants to say something tonight?

TOMAS REYLE: The ferry needs a new captain before the spring.

CLERK: Item five is the baker's oven.`,
    { kind: "transcript" },
  );
  const library = libraryOf(meeting);

  test.each([
    ["Marlowe", "The ferry needs a new engine before the spring."],
    ["Reyle", "The ferry needs a new captain before the spring."],
  ])("%s in the question brings what %s said first", (name, sentence) => {
    const [first, second] = about(library, `${name} on what the ferry needs before spring`);
    expect(first?.text).toBe(sentence);
    expect(first?.coverage).toBeGreaterThan(second?.coverage ?? 1);
    expect(first?.shared).toBe((second?.shared ?? 0) + 1);
  });

  test("a speech is its speaker's throughout", () => {
    const text = "The ferry needs a captain before the spring.";
    const speeches = libraryOf(
      sourceWith("a", text, { kind: "speech", speaker: "Ada Marlowe" }),
      sourceWith("b", text, { kind: "speech", speaker: "Tomas Reyle" }),
      sourceWith("c", "In the hall sat Reyle and Marlowe, far apart."),
    );
    expect(ids(about(speeches, "Reyle about the ferry"))[0]).toBe("b");
    expect(ids(about(speeches, "Marlowe about the ferry"))[0]).toBe("a");
  });

  test("a name that the sentence has already is not counted twice", () => {
    const text = "Reyle mends the ferry.";
    const [own] = about(
      libraryOf(sourceWith("a", text, { kind: "speech", speaker: "Tomas Reyle" })),
      "Reyle ferry",
    );
    expect(own).toMatchObject({ coverage: 1, shared: 2 });
  });

  test("the label of a turn is no part of a passage", () => {
    const found = about(library, "clerk baker chimney oven ferry captain engine");
    expect(texts(found)).toContain("Item four is the baker's chimney.");
    for (const { text } of found) expect(text).not.toMatch(/CLERK|MARLOWE|REYLE/u);
  });

  test("a word that only a label has makes no passage", () => {
    expect(
      about(libraryOf({ ...meeting, text: "HARBOUR MASTER: It is late.\n\nCOOK: It is." }), "harbour"),
    ).toEqual([]);
  });

  test("an article has no labels: a colon takes nothing off", () => {
    const news = sourceWith("news", "FERRY NEWS: The engine is new.");
    expect(texts(about(libraryOf(news), "new engine of the ferry"))).toEqual([
      "FERRY NEWS: The engine is new.",
    ]);
  });
});

describe("sentences beside", () => {
  const own = "The ferry has a mast of oak.";
  const beside = "The ferry has a deck of oak. It has a mast as well.";
  const alone = "The ferry has a deck of oak. It has a bell as well.";

  test("what the neighbour says counts, and less than what the sentence says", () => {
    const found = among([alone, beside, own], "ferry mast");
    expect(ids(found)).toEqual(["c", "b", "a"]);
    expect(new Set(found.map(({ relevance }) => relevance.toFixed(3))).size).toBe(3);
  });

  test("it counts towards what is covered, and less than the sentence's own", () => {
    const of = (id: string): Read | undefined =>
      among([alone, beside, own], "ferry mast").find((passage) => passage.id === id);
    const [alone_, beside_] = [of("a")?.coverage ?? 1, of("b")?.coverage ?? 1];
    expect(alone_).toBeLessThan(beside_);
    expect(beside_).toBeLessThan(1);
    expect(of("b")).toMatchObject({ shared: 2 });
    expect(of("c")).toMatchObject({ coverage: 1, shared: 2 });
  });

  test("a sentence two further on does not", () => {
    const found = among(
      ["The ferry has a deck of oak. It was a day of rain and of little wind. It has a mast as well."],
      "ferry mast",
    );
    for (const { coverage } of found) expect(coverage).toBeLessThan(1);
  });

  test("one that adjoins a better one is left out; one further on is not", () => {
    const text = `The ferry needs an engine. The ferry needs paint. ${"Nobody in the hall said anything about it for some time. ".repeat(2)}Then the ferry came up again.`;
    expect(texts(among([text], "ferry engine"))).toEqual([
      "The ferry needs an engine.",
      "Then the ferry came up again.",
    ]);
  });
});

describe("sources that may not be searched", () => {
  const library = libraryOf(
    sourceWith("a", "The ferry has a mast of oak.", { title: "Papers" }),
    sourceWith("b", "The hall was cold that evening.", { title: "The ferry and its mast" }),
    sourceWith("c", "A mast of oak for the ferry.", { title: "The ferry" }),
  );

  test("none of theirs appears, by their words or by their title alone", () => {
    expect(ids(about(library, "ferry mast")).sort()).toEqual(["a", "b", "c"]);
    for (const allowed of ["a", "b", "c"]) {
      const filter: SourceFilter = (source) => library.sources[source]?.id === allowed;
      expect(new Set(ids(about(library, "ferry mast", filter)))).toEqual(new Set([allowed]));
    }
  });

  test("where none may, there is none", () => {
    expect(about(library, "ferry mast", () => false)).toEqual([]);
  });

  test("a long source keeps its passages to itself, whichever stand beside it", () => {
    for (const words of [1, 31, 32, 33, 63, 64, 65]) {
      const long = `${"and so on ".repeat(30).split(" ").slice(0, words).join(" ")} the ferry has a mast.`;
      const three = libraryOf(sourceWith("a", long), sourceWith("b", long), sourceWith("c", long));
      const found = about(three, "ferry mast", (source) => three.sources[source]?.id === "b");
      expect(ids(found)).toEqual(["b"]);
    }
  });
});

describe("what is covered", () => {
  const [ferry, mast] = ["The ferry is late today.", "A mast is a pole."];

  test("all of a question whose words all stand there", () => {
    expect(among([ferry, mast], "late ferry")[0]).toMatchObject({ coverage: 1, shared: 2 });
  });

  test("a word that the library does not have counts as not covered", () => {
    const all = among([ferry, mast], "late ferry")[0] as Read;
    const less = among([ferry, mast], "late ferry Zanzibar")[0] as Read;
    expect(less).toMatchObject({ shared: 2, weight: all.weight });
    expect(less.coverage).toBeLessThan(0.7);
    expect(less.coverage).toBeGreaterThan(0.5);
  });

  test("the more of them, the less", () => {
    const [one] = among([ferry], "late ferry Zanzibar");
    const [two] = among([ferry], "late ferry Zanzibar Valparaiso");
    expect(two?.coverage).toBeLessThan(one?.coverage ?? 0);
  });

  test("is a share", () => {
    for (const { coverage } of among([ferry, mast, `${ferry} ${mast}`], "ferry mast late pole ferries")) {
      expect(coverage).toBeGreaterThan(0);
      expect(coverage).toBeLessThanOrEqual(1);
    }
  });
});

describe("bounds", () => {
  const library = libraryOf(
    ...Array.from({ length: 120 }, (_, index) =>
      sourceWith(
        `source-${index}`,
        `The ferry number ${index} has a mast. ${"Nobody knows why that is so. ".repeat(9)}`,
      ),
    ),
  );

  test.each([
    ["nothing", ""],
    ["words of grammar only", "It is what it is, and so it was with them"],
    ["marks only", "?! … —"],
    ["words that are not there", "Zanzibar Valparaiso"],
  ])("%s has no passages", (_, question) => {
    expect(about(library, question)).toEqual([]);
  });

  test.each([0, 1, 7])("no more than %d of them", (max) => {
    expect(about(library, "ferry mast", null, max)).toHaveLength(max);
  });

  test("a question as long as may be asked, of distinct words, is answered", () => {
    const many = Array.from({ length: 900 }, (_, index) => `z${index.toString(26)}`);
    const found = about(library, `ferry mast ${many.join(" ")}`.slice(0, 5000));
    expect(texts(found)[0]).toMatch(/^The ferry number \d+ has a mast\.$/u);
    expect(found[0]?.coverage).toBeLessThan(0.1);
  });

  test("an empty library has none", () => {
    expect(about(libraryOf(), "ferry mast")).toEqual([]);
  });

  test("the same question gives the same passages, whatever was asked between", () => {
    const first = about(library, "ferry number 7 mast");
    expect(first[0]?.text).toBe("The ferry number 7 has a mast.");
    about(library, "nobody knows");
    about(library, "Zanzibar");
    about(library, "mast", (source) => source === 3);
    expect(about(library, "ferry number 7 mast")).toEqual(first);
  });
});

describe("what a passage must hold at least", () => {
  const texts = Array.from({ length: 24 }, (_, index) => {
    const word = (list: readonly string[]) => list[index % list.length];
    return `The ${word(["harbour", "ferry", "council"])} met ${word(["Tansley", "nobody"])} about the ${word(["mast", "masts", "quay", "budget", "winter"])}. ${word(["“It is late,” he said.", "Was it the café?", "All was well."])}`;
  });
  const sources = texts.map((text, index) =>
    sourceWith(`s${index}`, text, { title: index % 7 ? "Papers" : "Mast" }),
  );
  const library = libraryOf(
    ...sources,
    sourceWith("greek", "Ο Tansley είπε για το λιμάνι. Το mast του harbour."),
  );

  test.each([
    ["Tansley on the harbour mast", 0.5, 2],
    ["the council met about the winter", 0.6, 2],
    ["masts late at the café", 0.3, 1],
  ])("%s: leaves what all of the passages have of it", (question, coverage, shared) => {
    const families = familiesOf(library, contentKeys(question));
    const enough = (passage: Passage): boolean => passage.coverage >= coverage && passage.shared >= shared;
    const all = passagesAbout(library, families, null, 500).filter(enough);
    expect(all.length).toBeGreaterThan(0);
    expect(passagesAbout(library, families, null, 500, { coverage, shared }).filter(enough)).toEqual(all);
  });
});
