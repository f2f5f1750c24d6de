import { describe, expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import type { Library } from "../../src/core/finding/library.ts";
import { LIMITS } from "../../src/core/question.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import type { Corpus } from "../../src/corpus/corpus.ts";
import { question } from "../golden/invariants.ts";
import { COUNCIL, DEBATE, HARBOUR, HARBOUR_QUOTE, SPEECH, sourceWith } from "../sources.ts";

/** What every corpus must do, whichever backend it has. `make` gives one that holds these sources. */
export function conformsToCorpus(name: string, make: (sources: readonly SourceInput[]) => Promise<Corpus>) {
  describe(name, () => {
    const ids = ["b", "ä-quay", "a", "harbour", "Z", "10", "9", "漁港", "𐐀", "ｚ"];
    /** By code point: the last two are the other way round by UTF-16 unit. */
    const inOrder = ["10", "9", "Z", "a", "b", "harbour", "ä-quay", "漁港", "ｚ", "𐐀"];
    const many = ids.map((id) => (id === "harbour" ? HARBOUR : sourceWith(id, `The words of ${id} alone.`)));

    test("the summary counts sources and words and names a revision", async () => {
      const corpus = await make([HARBOUR, SPEECH]);
      const { revision, sources, words } = await corpus.summary();
      expect(sources).toBe(2);
      expect(words).toBeGreaterThan(30);
      expect(revision).not.toBe("");
    });

    test("the same sources give the same revision, others another", async () => {
      const revisionOf = async (sources: SourceInput[]) => (await (await make(sources)).summary()).revision;
      const revision = await revisionOf([HARBOUR, SPEECH]);
      expect(await revisionOf([SPEECH, HARBOUR])).toBe(revision);
      expect(await revisionOf([HARBOUR])).not.toBe(revision);
      expect(await revisionOf([{ ...HARBOUR, title: "Another" }, SPEECH])).not.toBe(revision);
    });

    test.each([1, 2, 3, 8, 100])("pages of %i give every source once, in order of id", async (limit) => {
      const corpus = await make(many);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await corpus.list(limit, cursor);
        expect(page?.sources.length).toBeGreaterThan(0);
        expect(page?.sources.length).toBeLessThanOrEqual(limit);
        seen.push(...(page?.sources ?? []).map(({ id }) => id));
        cursor = page?.cursor ?? null;
      } while (cursor !== null && seen.length <= ids.length);
      expect(seen).toEqual(inOrder);
    });

    test("a listed source has its fields and no text", async () => {
      const page = await (await make([HARBOUR])).list(10, null);
      const [source] = page?.sources ?? [];
      expect(source).toMatchObject({
        id: "harbour",
        title: HARBOUR.title,
        kind: "article",
        date: "2024-03-01",
        publisher: "The Quay",
      });
      expect(source).not.toHaveProperty("text");
    });

    test.each(["", "x", "!!!", "YWZ0ZXI6", "aGFyYm91cg", "YWZ0ZXI6aGFyYm91cg==", "_____w"])(
      "a cursor that no page gave, %j, is refused",
      async (cursor) => {
        expect(await (await make([HARBOUR])).list(10, cursor)).toBeNull();
      },
    );

    test("a source is read whole, its text to the byte", async () => {
      const corpus = await make([...many, SPEECH]);
      const source = await corpus.read("harbour");
      expect(source).toMatchObject({ id: "harbour", url: "https://example.org/harbour", text: HARBOUR.text });
      expect((await corpus.read("speech"))?.text).toBe(SPEECH.text);
      expect((await corpus.read("漁港"))?.text).toBe("The words of 漁港 alone.");
    });

    test.each(["", "harbou", "harbour2", "HARBOUR", "zzz", "\ud800"])("there is no source %j", async (id) => {
      expect(await (await make(many)).read(id)).toBeNull();
    });

    test("the library for a question has the sources", async () => {
      const corpus = await make([HARBOUR]);
      const [library] = await corpus.librariesFor([
        {
          form: "quote",
          text: "lighthouse",
          speaker: null,
          within: null,
          prefix: null,
          suffix: null,
          limit: 3,
        },
      ]);
      expect(library?.summary).toEqual(await corpus.summary());
      expect(library?.sources.map(({ id }) => id)).toContain("harbour");
    });

    test.each<[string, string[]]>([
      ["harb", ["harbour"]],
      ["HARBOUR paper", ["harbour"]],
      ["the quay", ["harbour", "ä-quay"]],
      ["night quay", []],
      ["a quay", ["ä-quay"]],
      ["tomas rey", ["speech"]],
      ["paper the 9", ["9"]],
      ["漁港", ["漁港"]],
      ["arbour", []],
      ["harbour quarry", []],
      ["%", []],
      ["_", []],
      ["h_rbour", []],
      ["<script>", []],
      ['" OR 1=1 --', []],
      ["paper ".repeat(33), [...inOrder.slice(0, 6), "speech", ...inOrder.slice(6)]],
      [String.fromCodePoint(...Array.from({ length: 200 }, (_, index) => 0x4e00 + index)), []],
    ])("sources named %j", async (named, found) => {
      const page = await (await make([...many, SPEECH])).list(100, null, named);
      expect(page?.sources.map(({ id }) => id)).toEqual(found);
      expect(page?.cursor).toBeNull();
    });

    test.each([1, 3, 6])("pages of %i sources of a name are whole until the last", async (limit) => {
      const log = Array.from({ length: 13 }, (_, index) =>
        sourceWith(`log${index % 2}-${index}`, `Entry ${index}.`, { title: index % 2 ? "Odd" : "Even" }),
      );
      const corpus = await make(log);
      const sizes: number[] = [];
      const seen: string[] = [];
      for (let cursor: string | null = null; ; ) {
        const page = await corpus.list(limit, cursor, "odd");
        sizes.push(page?.sources.length ?? 0);
        seen.push(...(page?.sources ?? []).map(({ id }) => id));
        cursor = page?.cursor ?? null;
        if (cursor === null) break;
      }
      expect(seen).toEqual(["log1-1", "log1-11", "log1-3", "log1-5", "log1-7", "log1-9"]);
      expect(sizes.slice(0, -1).every((size) => size === limit)).toBe(true);
    });

    test("the quotations of a source are its words in order, each with who says it", async () => {
      const corpus = await make([HARBOUR, DEBATE]);
      const harbour = await corpus.quotationsIn("harbour");
      expect(harbour).toMatchObject({ source: { id: "harbour", title: HARBOUR.title }, more: false });
      expect(harbour?.source.revision).toBe((await corpus.read("harbour"))?.revision);
      expect(harbour?.quotations).toHaveLength(1);
      expect(harbour?.quotations[0]?.speaker).toMatchObject({ name: "Ada Marlowe", via: "cue" });
      const debate = await corpus.quotationsIn("debate");
      const shown = debate?.quotations.map(({ start, end, speaker }) => [
        speaker?.name ?? null,
        DEBATE.text.slice(start, end),
      ]);
      expect(shown).toEqual([
        ["Ada Marlowe", "The light will burn. 灯台 𐐀"],
        ["Tomas Reyle", "It costs too much."],
        ["Unidentified Male", "Shame!"],
        ["Ada Marlowe", "It costs less than a ship."],
      ]);
      expect(await corpus.quotationsIn("nothing")).toBeNull();
    });

    test("of a source with thousands of quotations the first are listed, and that there are more", async () => {
      const text = Array.from({ length: LIMITS.listedQuotationsMax + 1 }, (_, turn) => `ADA: Turn ${turn}.`);
      const long = sourceWith("long", text.join("\n"), { kind: "transcript" });
      const { quotations = [], more } = (await (await make([long])).quotationsIn("long")) ?? {};
      expect(quotations).toHaveLength(LIMITS.listedQuotationsMax);
      expect(more).toBe(true);
    });

    const spoken = [HARBOUR, SPEECH, DEBATE, COUNCIL];

    test("the speakers are listed by how often they are quoted, each once, without those who have no name", async () => {
      const { speakers, complete } = await (await make(spoken)).speakers(null, 100);
      expect(complete).toBe(true);
      expect(speakers).toEqual([
        {
          id: "ada-marlowe",
          name: "Ada Márlowe",
          kind: "person",
          role: "Mayor",
          quotations: 4,
          sources: 3,
          aliases: [],
          mayBe: [],
        },
        {
          id: "tomas-reyle",
          name: "Tomas Reyle",
          kind: "person",
          role: null,
          quotations: 2,
          sources: 2,
          aliases: [],
          mayBe: [],
        },
        {
          id: "harbour-board~organisation",
          name: "Harbour Board",
          kind: "organisation",
          role: null,
          quotations: 1,
          sources: 1,
          aliases: [],
          mayBe: [],
        },
      ]);
      const first = await (await make(spoken)).speakers(null, 1);
      expect(first.speakers.map(({ id }) => id)).toEqual(["ada-marlowe"]);
    });

    test.each<[string, string[]]>([
      ["Ada Marlow", ["ada-marlowe"]],
      ["marlow ada", ["ada-marlowe"]],
      ["Mayor Ada Marlowe", ["ada-marlowe"]],
      ["Tomás Reylle", ["tomas-reyle"]],
      ["the harbour board", ["harbour-board~organisation"]],
      ["Brandt", []],
      ["%", []],
      ["<b>&amp;</b>", []],
      ["unidentified male", []],
      ["a".repeat(200), []],
    ])("speakers named %j", async (named, ids) => {
      const { speakers } = await (await make(spoken)).speakers(named, 20);
      expect(speakers.map(({ id }) => id)).toEqual(ids);
    });

    test.each([1, 2, 3, 100])(
      "in pages of %i a speaker's quotations come once, newest first",
      async (limit) => {
        const corpus = await make(spoken);
        const seen: [string, string | null, string][] = [];
        for (let cursor: string | null = null; ; ) {
          const page = await corpus.quotationsOf("ada-marlowe", limit, cursor);
          if (typeof page === "string") throw new Error(page);
          expect(page.speaker).toMatchObject({ id: "ada-marlowe", quotations: 4, sources: 3 });
          expect(page.quotations.length).toBe(Math.min(limit, 4 - seen.length));
          seen.push(
            ...page.quotations.map(({ source, text }): [string, string | null, string] => [
              source.id,
              source.date,
              text,
            ]),
          );
          cursor = page.cursor;
          if (cursor === null) break;
        }
        expect(seen).toEqual([
          ["council", "2025-01-02", "The old lighthouse stays dark,"],
          ["harbour", "2024-03-01", `${HARBOUR_QUOTE},`],
          ["debate", null, "The light will burn. 灯台 𐐀"],
          ["debate", null, "It costs less than a ship."],
        ]);
      },
    );

    const turn = (id: string, text: string, date: string) =>
      sourceWith(id, text, { kind: "transcript", date });
    const forms = [
      turn("one", "JOSEPH REYLE: The dam holds.\n\nJOE REYLE: It does.", "2025-01-01"),
      turn("two", "REYLE: It will hold.", "2025-02-01"),
      turn("three", "JOE REYLE: I said so.", "2025-03-01"),
      turn("four", "TOM HOLT: No.\n\nMARY HOLT: Yes.", "2025-04-01"),
      turn("five", "HOLT: Perhaps.", "2025-05-01"),
    ];

    test("a person whom the sources print in several forms is one, found by each", async () => {
      const corpus = await make(forms);
      for (const named of [null, "joe reyle", "joseph", "reyle"]) {
        const { speakers } = await corpus.speakers(named, 100);
        expect(speakers.filter(({ id }) => id.includes("reyle"))).toMatchObject([
          {
            id: "joe-reyle",
            name: "Joe Reyle",
            aliases: ["Joseph Reyle", "Reyle"],
            quotations: 4,
            sources: 3,
          },
        ]);
      }
      for (const id of ["joe-reyle", "joseph-reyle", "reyle"]) {
        const seen: string[] = [];
        for (let cursor: string | null = null; ; ) {
          const page = await corpus.quotationsOf(id, 1, cursor);
          if (typeof page === "string") throw new Error(page);
          expect(page.speaker).toMatchObject({ id: "joe-reyle", quotations: 4, sources: 3 });
          seen.push(...page.quotations.map(({ text }) => text));
          cursor = page.cursor;
          if (cursor === null) break;
        }
        expect(seen, id).toEqual(["I said so.", "It will hold.", "The dam holds.", "It does."]);
      }
    });

    test("a surname that two people of the sources share is neither's, and says so", async () => {
      const corpus = await make(forms);
      const { speakers } = await corpus.speakers("holt", 100);
      expect(speakers.map(({ id, mayBe }) => [id, mayBe])).toEqual([
        ["holt", ["mary-holt", "tom-holt"]],
        ["mary-holt", []],
        ["tom-holt", []],
      ]);
      const page = await corpus.quotationsOf("holt", 10, null);
      if (typeof page === "string") throw new Error(page);
      expect(page.quotations.map(({ text }) => text)).toEqual(["Perhaps."]);
      expect(page.speaker.mayBe).toEqual(["mary-holt", "tom-holt"]);
    });

    test("a listed quotation has its place, its evidence and its source, and a long one is cut", async () => {
      const corpus = await make([
        HARBOUR,
        sourceWith("long", "a𐐀".repeat(5000), { kind: "speech", speaker: "Ada Marlowe" }),
      ]);
      const page = await corpus.quotationsOf("ada-marlowe", 10, null);
      if (typeof page === "string") throw new Error(page);
      const [short, long] = page.quotations;
      expect(short).toMatchObject({
        text: `${HARBOUR_QUOTE},`,
        cut: false,
        speaker: { name: "Ada Marlowe", evidence: { text: expect.stringContaining("Ada Marlowe") } },
        source: { id: "harbour", publisher: "The Quay", url: HARBOUR.url, supersededBy: null },
      });
      expect(HARBOUR.text.slice(short?.start, short?.end)).toBe(`${HARBOUR_QUOTE},`);
      expect(long).toMatchObject({ cut: true, start: 0, end: 15_000 });
      expect(long?.text.length).toBeLessThanOrEqual(LIMITS.listedQuotationCharsMax);
      expect(long?.text.isWellFormed()).toBe(true);
    });

    test("there is no speaker of an id that no list gave, and no cursor that no page gave", async () => {
      const corpus = await make(spoken);
      for (const id of ["", "marlowe", "Ada Marlowe", "unidentified-male", "harbour-board", "%", "\ud800"]) {
        expect(await corpus.quotationsOf(id, 10, null), id).toBe("no_speaker");
      }
      for (const cursor of ["", "x", "YWZ0ZXI6aGFyYm91cg", "c3Bva2VuOg"]) {
        expect(await corpus.quotationsOf("ada-marlowe", 10, cursor), cursor).toBe("no_cursor");
      }
    });

    test.each([
      ["Gabriel García Prado", true],
      ["García Prado", true],
      ["García", true],
      ["Prado", true],
      ["the harbour master", true],
      ["Harbour Master García", true],
      ["MBZ", false],
      ["the mayor", false],
      ["Ada Marlowe", false],
    ])(
      "a check narrowed to the sources in which %s speaks finds the words there: %s",
      async (speaker, isFound) => {
        const corpus = await make([
          ...many,
          sourceWith(
            "port",
            "GABRIEL GARCÍA PRADO, HARBOUR MASTER: The quay will not flood before the spring tides.",
            {
              kind: "transcript",
            },
          ),
        ]);
        const within = { ids: null, speaker, publisher: null, after: null, before: null };
        const asked = question("The quay will not flood before the spring tides", { within });
        const [library] = await corpus.librariesFor([asked]);
        expect(check(asked, library as Library).verdict).toBe(isFound ? "accurate" : "not_found");
      },
    );

    test("a quotation is found with its source, and one that nobody said is not", async () => {
      const corpus = await make([...many, SPEECH]);
      const asked = [question(HARBOUR_QUOTE), question("Seventeen lanterns were lowered into the quarry")];
      const libraries = await corpus.librariesFor(asked);
      const answers = asked.map((one, index) => check(one, libraries[index] as Library));
      expect(answers.map(({ verdict }) => verdict)).toEqual(["accurate", "not_found"]);
      expect(answers[0]?.matches[0]?.source).toMatchObject({ id: "harbour", url: HARBOUR.url });
      expect(answers[0]?.matches[0]?.speaker?.name).toBe("Ada Marlowe");
      expect(answers[0]?.corpus).toEqual(await corpus.summary());
    });
  });
}
