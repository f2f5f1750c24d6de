import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { check } from "../../src/core/check.ts";
import type { Library } from "../../src/core/finding/library.ts";
import type { Question } from "../../src/core/question.ts";
import type { WritableCorpus } from "../../src/corpus/corpus.ts";
import type { Database } from "../../src/corpus/d1/database.ts";
import { question } from "../golden/invariants.ts";
import { sourceWith } from "../sources.ts";
import { AT, corpusOf, emptyDatabase, growingOver } from "./database.ts";

async function ask(corpus: WritableCorpus, text: string, fields: Partial<Question> = {}): Promise<Answer> {
  const asked = question(text, fields);
  const [library] = await corpus.librariesFor([asked]);
  return check(asked, library as Library);
}

const MARCH = sourceWith(
  "ferry",
  "Captain Brandt said: “The ferry will sail again on the ninth of October.”",
);
const APRIL = sourceWith("ferry", "Captain Brandt said: “The ferry will not sail again before the spring.”");
const FIRST = "The ferry will sail again on the ninth of October";
const SECOND = "The ferry will not sail again before the spring";

const within = (ids: string[]) => ({ ids, speaker: null, publisher: null, after: null, before: null });

describe("a source put in", () => {
  test("is searched at once, by an isolate that knew the corpus before it too", async () => {
    const corpus = await corpusOf([]);
    expect((await ask(corpus, FIRST)).verdict).toBe("not_found");
    const { outcome, summary } = await corpus.put(MARCH, AT);
    expect(outcome).toBe("created");
    const answer = await ask(corpus, FIRST, { speaker: "Captain Brandt" });
    expect(answer).toMatchObject({ verdict: "accurate", corpus: { sources: 1, complete: true } });
    expect(answer.matches[0]?.attribution).toBe("confirmed");
    expect(answer.matches[0]?.source.revision).toBe(summary.revision);
  });

  test("a second time to the letter changes nothing", async () => {
    const corpus = await corpusOf([], [MARCH]);
    const before = await corpus.summary();
    expect((await corpus.put(MARCH, AT)).outcome).toBe("unchanged");
    expect(await corpus.summary()).toEqual(before);
    expect(await corpus.revisions("ferry")).toHaveLength(1);
  });

  test("with another text takes the place of the first, which is kept to be read", async () => {
    const corpus = await corpusOf([], [MARCH]);
    const before = await corpus.summary();
    expect((await corpus.put(APRIL, AT)).outcome).toBe("replaced");
    expect((await ask(corpus, SECOND)).verdict).toBe("accurate");
    expect((await ask(corpus, FIRST)).verdict).not.toBe("accurate");
    expect((await corpus.read("ferry"))?.text).toBe(APRIL.text);
    const revisions = await corpus.revisions("ferry");
    expect(revisions.map(({ current }) => current)).toEqual([true, false]);
    expect((await corpus.readRevision("ferry", revisions[1]?.revision ?? ""))?.text).toBe(MARCH.text);
    const after = await corpus.summary();
    expect(after.sources).toBe(1);
    expect(after.revision).not.toBe(before.revision);
    expect((await corpus.put(MARCH, AT)).outcome).toBe("replaced");
    expect(await corpus.summary()).toEqual(before);
  });

  test("takes the place of an embedded source of its id", async () => {
    const corpus = await corpusOf([MARCH, sourceWith("other", "Nothing about boats is said in here.")]);
    expect((await corpus.put(APRIL, AT)).outcome).toBe("replaced");
    expect((await ask(corpus, SECOND)).verdict).toBe("accurate");
    expect((await ask(corpus, FIRST)).verdict).not.toBe("accurate");
    expect((await corpus.summary()).sources).toBe(2);
    expect((await corpus.list(10, null))?.sources.map(({ id }) => id)).toEqual(["ferry", "other"]);
    expect((await corpus.read("ferry"))?.text).toBe(APRIL.text);
  });

  test.each([
    ["an embedded one", [MARCH], []],
    ["one in the database", [], [MARCH]],
  ])("that corrects %s marks it as superseded", async (_, embedded, stored) => {
    const corpus = await corpusOf(embedded, stored);
    await corpus.put({ ...APRIL, id: "ferry-corrected", corrects: "ferry" }, AT);
    const answer = await ask(corpus, FIRST);
    expect(answer.verdict).toBe("missing_context");
    expect(answer.matches[0]?.source.supersededBy).toBe("ferry-corrected");
    expect(answer.matches[0]?.context.warnings.map(({ kind }) => kind)).toContain("superseded");
    expect((await corpus.read("ferry"))?.supersededBy).toBe("ferry-corrected");
    const page = await corpus.list(10, null);
    expect(page?.sources.map(({ supersededBy }) => supersededBy)).toEqual(["ferry-corrected", null]);
  });

  test("with the longest text is read back to the byte and found to its last words", async () => {
    const line = (index: number) =>
      `Line ${index} of the long log of the lighthouse was kept by night 灯台 𐐀.\n`;
    let text = "";
    for (let index = 0; text.length < 1_900_000; index++) text += line(index);
    text += "At the very end the keeper wrote that the lamp had been trimmed with whale oil.";
    const corpus = await corpusOf([], [sourceWith("log", text)]);
    expect((await corpus.read("log"))?.text).toBe(text);
    const answer = await ask(corpus, "the keeper wrote that the lamp had been trimmed with whale oil");
    expect(answer.verdict).toBe("accurate");
    const { start, end } = answer.matches[0]?.quote ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe("the keeper wrote that the lamp had been trimmed with whale oil");
  }, 30_000);
});

describe("a withdrawn source", () => {
  test.each([
    ["from the database", [], [MARCH]],
    ["that was embedded", [MARCH], []],
  ])("%s is gone with its text, and a search narrowed to it says so", async (_, embedded, stored) => {
    const corpus = await corpusOf(embedded, stored);
    expect(await corpus.withdraw("ferry", AT)).toBe(true);
    expect(await corpus.read("ferry")).toBeNull();
    expect((await corpus.list(10, null))?.sources).toEqual([]);
    expect((await corpus.summary()).sources).toBe(0);
    expect((await ask(corpus, FIRST)).verdict).toBe("not_found");
    const narrowed = await ask(corpus, FIRST, { within: within(["ferry"]) });
    expect(narrowed).toMatchObject({ verdict: "cannot_check" });
    expect(narrowed.summary).toContain("withdrawn");
    expect(await corpus.withdraw("ferry", AT)).toBe(false);
  });

  test("leaves no text behind in any table", async () => {
    const database = await emptyDatabase();
    const corpus = growingOver([], database);
    await corpus.put(MARCH, AT);
    await corpus.put(APRIL, AT);
    await corpus.withdraw("ferry", AT);
    const named = ["source_words", "source_speakers", "speakers", "speaker_beginnings"];
    for (const table of ["versions", "version_pieces", "passages", ...named]) {
      const [result] = await database.batch<{ rows: number }>([
        database.prepare(`SELECT count(*) AS rows FROM ${table}`),
      ]);
      expect(result?.results[0]?.rows, table).toBe(0);
    }
  });

  test.each([
    ["stored", [], [MARCH]],
    ["embedded", [MARCH], []],
  ])("that was %s can be put in again, and is new then", async (_, embedded, stored) => {
    const corpus = await corpusOf(embedded, stored);
    await corpus.withdraw("ferry", AT);
    expect((await corpus.put(APRIL, AT)).outcome).toBe("created");
    expect((await ask(corpus, SECOND)).verdict).toBe("accurate");
  });
});

describe("searches narrowed by what a source is", () => {
  const stored = [
    sourceWith("old", "The council voted to sell the lifeboat station.", {
      date: "2020-01-01",
      publisher: "The Quay",
    }),
    sourceWith("new", "The council voted to sell the lifeboat station.", {
      date: "2024-01-01",
      publisher: "Le Môle",
    }),
    sourceWith("said", "RUTH ABARA: The council voted to sell the lifeboat station.", { kind: "transcript" }),
  ];
  test.each([
    [{ after: "2023-01-01" }, ["new"]],
    [{ before: "2023-01-01" }, ["old"]],
    [{ publisher: "le mole" }, ["new"]],
    [{ speaker: "Ruth Abara" }, ["said"]],
    [{ ids: ["said", "old"] }, ["old", "said"]],
  ])("%j", async (narrowing, ids) => {
    const corpus = await corpusOf([], stored);
    const everything = { ids: null, speaker: null, publisher: null, after: null, before: null };
    const answer = await ask(corpus, "The council voted to sell the lifeboat station", {
      within: { ...everything, ...narrowing },
    });
    expect(answer.matches.map(({ source }) => source.id).sort()).toEqual(ids);
  });
});

describe("what many sources say", () => {
  const SENTENCE = "We will rebuild the northern breakwater before the herring return to the bay";
  test.each([6, 30])(
    "of %i articles that give it to somebody else none crowds out the record",
    async (count) => {
      const articles = Array.from({ length: count }, (_, index) =>
        sourceWith(`m${index}`, `Robert Stone said: “${SENTENCE}.” It was day ${index}.`),
      );
      const record = sourceWith("zz", `JANE DOE: Good evening. ${SENTENCE}. Thank you.`, {
        kind: "transcript",
      });
      const corpus = await corpusOf([], [...articles, record]);
      expect(await ask(corpus, SENTENCE, { speaker: "Jane Doe" })).toMatchObject({ verdict: "accurate" });
      const claimed = await ask(corpus, SENTENCE, { speaker: "Robert Stone" });
      expect(claimed.verdict).toBe("missing_context");
      expect(claimed.summary).toContain("Jane Doe");
    },
  );

  test("more than can be loaded at once is not said to be all", async () => {
    const filler = "Of the lamp and its keeper nothing new was written on this day. ".repeat(28_000);
    const logs = Array.from({ length: 9 }, (_, index) => sourceWith(`log${index}`, `${filler} ${SENTENCE}.`));
    const corpus = await corpusOf([], logs);
    const answer = await ask(corpus, SENTENCE);
    expect(answer.corpus.complete).toBe(false);
    expect(answer.verdict).toBe("accurate");
  }, 120_000);
});

/** A database in which something happens between two of a reader's looks at it. */
function interrupted(database: Database, before: number, happen: () => Promise<unknown>): Database {
  let looks = 0;
  return {
    prepare: (sql) => database.prepare(sql),
    batch: async <Row>(statements: Parameters<Database["batch"]>[0]) => {
      if (++looks === before) await happen();
      return database.batch<Row>(statements);
    },
  };
}

describe("a write in the middle of a check", () => {
  test.each([1, 2, 3, 4])(
    "the first source put in before look %i: found, or the revision before it",
    async (look) => {
      const database = await emptyDatabase();
      const writer = growingOver([APRIL], database);
      const before = await writer.summary();
      const reader = growingOver(
        [APRIL],
        interrupted(database, look, () => writer.put({ ...MARCH, id: "march" }, AT)),
      );
      const answer = await ask(reader, FIRST);
      if (answer.corpus.revision === before.revision) expect(answer.verdict).not.toBe("accurate");
      else expect(answer.verdict).toBe("accurate");
    },
  );

  test.each([1, 2, 3])(
    "a source withdrawn before look %i: not found under the new revision alone",
    async (look) => {
      const database = await emptyDatabase();
      const writer = growingOver([], database);
      await writer.put(MARCH, AT);
      await writer.put(sourceWith("other", "Nothing about boats is said in here."), AT);
      const before = await writer.summary();
      const reader = growingOver(
        [],
        interrupted(database, look, () => writer.withdraw("ferry", AT)),
      );
      const answer = await ask(reader, FIRST);
      if (answer.corpus.revision === before.revision) expect(answer.verdict).toBe("accurate");
      else expect(answer.verdict).toBe("not_found");
    },
  );

  test("a list names no source twice", async () => {
    const database = await emptyDatabase();
    const writer = growingOver([MARCH], database);
    const reader = growingOver(
      [MARCH, sourceWith("other", "Else.")],
      interrupted(database, 2, () => writer.put(APRIL, AT)),
    );
    const page = await reader.list(10, null);
    expect(page?.sources.map(({ id }) => id)).toEqual(["ferry", "other"]);
  });
});

describe("corrections among embedded and stored sources", () => {
  const corrected = { ...APRIL, id: "ferry-corrected", corrects: "ferry" };

  test("a correction that is withdrawn corrects nothing any more", async () => {
    const corpus = await corpusOf([MARCH, corrected]);
    expect((await ask(corpus, FIRST)).verdict).toBe("missing_context");
    await corpus.withdraw("ferry-corrected", AT);
    expect((await ask(corpus, FIRST)).verdict).toBe("accurate");
    expect((await corpus.read("ferry"))?.supersededBy).toBeNull();
    expect((await corpus.list(10, null))?.sources[0]?.supersededBy).toBeNull();
  });

  test("an embedded source may correct a stored one, and all say so", async () => {
    const corpus = await corpusOf([corrected], [MARCH]);
    expect((await corpus.read("ferry"))?.supersededBy).toBe("ferry-corrected");
    expect((await corpus.list(10, null))?.sources[0]?.supersededBy).toBe("ferry-corrected");
    expect((await ask(corpus, FIRST)).matches[0]?.source.supersededBy).toBe("ferry-corrected");
  });
});

test("a source whose passages were lost is indexed again when it is put in again", async () => {
  const database = await emptyDatabase();
  const corpus = growingOver([], database);
  await corpus.put(MARCH, AT);
  await database.batch([database.prepare("DELETE FROM passages")]);
  expect((await ask(corpus, FIRST)).verdict).toBe("not_found");
  expect((await corpus.put(MARCH, AT)).outcome).toBe("replaced");
  expect((await ask(corpus, FIRST)).verdict).toBe("accurate");
});

describe("what FTS5 could take for its own syntax", () => {
  test.each([
    "NEAR OR AND NOT",
    '"" * ^ : { } ( ) - +',
    "words: NOT",
    "speakers : lamp*",
    "a\"b'c;--",
    "漁港",
    "4.3 % of 7,000",
  ])("%j is answered", async (text) => {
    const corpus = await corpusOf([], [MARCH]);
    for (const form of ["quote", "claim"] as const) {
      expect(["not_found", "cannot_check"]).toContain(
        (await ask(corpus, text, { form, speaker: 'x" OR "y' })).verdict,
      );
    }
  });
});

describe("writers and readers at once", () => {
  let database: Database;
  beforeEach(async () => {
    database = await emptyDatabase();
  });

  test("of two writers one text stands whole, and the count is right", async () => {
    const isolates = [growingOver([], database), growingOver([], database)] as const;
    for (let round = 0; round < 8; round++) {
      await Promise.all([isolates[0].put(MARCH, AT), isolates[1].put(APRIL, AT)]);
      const text = (await isolates[0].read("ferry"))?.text ?? "";
      expect([MARCH.text, APRIL.text]).toContain(text);
      const found = await Promise.all([FIRST, SECOND].map((quote) => ask(isolates[1], quote)));
      expect(found.filter(({ verdict }) => verdict === "accurate")).toHaveLength(1);
      expect((await isolates[1].summary()).sources).toBe(1);
    }
  });

  test("a reader sees the text before or the text after, with its own revision, never a mixture", async () => {
    const writer = growingOver([], database);
    const reader = growingOver([], database);
    await writer.put(MARCH, AT);
    const revisions = new Map([[(await writer.summary()).revision, "March"]]);
    await writer.put(APRIL, AT);
    revisions.set((await writer.summary()).revision, "April");
    let done = false;
    const writing = (async () => {
      for (let round = 0; round < 12; round++) await writer.put(round % 2 === 0 ? MARCH : APRIL, AT);
      done = true;
    })();
    let asked = 0;
    while (!done) {
      const answer = await ask(reader, FIRST);
      const month = revisions.get(answer.corpus.revision);
      expect(month).toBeDefined();
      expect(answer.verdict === "accurate" ? "March" : "April").toBe(month);
      asked++;
    }
    await writing;
    expect(asked).toBeGreaterThan(3);
  });

  test("old revisions beyond the limit go", async () => {
    const corpus = growingOver([], database);
    for (let round = 0; round < 54; round++) {
      await corpus.put(sourceWith("log", `Entry ${round} of the log.`), AT);
    }
    expect(await corpus.revisions("log")).toHaveLength(51);
  });
});

describe("with the database out of reach", () => {
  const gone: Database = {
    prepare: () => ({ bind: () => gone.prepare("") }),
    batch: () => Promise.reject(new Error("D1_ERROR: no such thing")),
  };

  test("the embedded sources still answer and say that they are not all", async () => {
    const corpus = growingOver([MARCH], gone);
    expect(await ask(corpus, FIRST)).toMatchObject({ verdict: "accurate", corpus: { complete: false } });
    expect(await ask(corpus, "Seventeen lanterns were lowered into the quarry")).toMatchObject({
      verdict: "cannot_check",
    });
    expect((await corpus.summary()).complete).toBe(false);
    expect((await corpus.list(10, null))?.sources).toHaveLength(1);
    expect((await corpus.read("ferry"))?.text).toBe(MARCH.text);
  });

  test("one that was never set up holds nothing, and the answer is whole", async () => {
    await reset();
    const corpus = growingOver([MARCH], env.DB);
    expect(await corpus.probe()).toBe("behind");
    expect(await ask(corpus, "Seventeen lanterns were lowered into the quarry")).toMatchObject({
      verdict: "not_found",
      corpus: { complete: true },
    });
    expect((await corpus.read("ferry"))?.text).toBe(MARCH.text);
    expect(await corpus.read("elsewhere")).toBeNull();
    await expect(corpus.put(APRIL, AT)).rejects.toThrow("database");
  });

  test("what might be in the database is neither there nor not there, and nothing is taken in", async () => {
    const corpus = growingOver([MARCH], gone);
    await expect(corpus.read("elsewhere")).rejects.toThrow("database");
    await expect(corpus.put(APRIL, AT)).rejects.toThrow("database");
    await expect(corpus.withdraw("ferry", AT)).rejects.toThrow("database");
  });
});
