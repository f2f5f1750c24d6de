import { describe, expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import type { Library } from "../../src/core/finding/library.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import type { Corpus } from "../../src/corpus/corpus.ts";
import { question } from "../golden/invariants.ts";
import { HARBOUR, HARBOUR_QUOTE, SPEECH, sourceWith } from "../sources.ts";

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
