import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { SPEAKERS } from "../../src/core/tuning.ts";
import type { Corpus, SpokenPage } from "../../src/corpus/corpus.ts";
import type { Database } from "../../src/corpus/d1/database.ts";
import { D1 } from "../../src/corpus/d1/limits.ts";
import { sourceWith } from "../sources.ts";
import { AT, corpusOf, emptyDatabase, growingOver } from "./database.ts";

const said = (id: string, name: string, words: string, date: string | null = null) =>
  sourceWith(id, `${name}: ${words}`, { kind: "transcript", date });

const MARCH = said("march", "ADA MARLOWE", "The light will burn.", "2025-03-01");
const APRIL = said("april", "ADA MARLOWE", "The light is out.", "2025-04-01");

async function pageOf(
  corpus: Corpus,
  id: string,
  limit = 10,
  cursor: string | null = null,
): Promise<SpokenPage> {
  const page = await corpus.quotationsOf(id, limit, cursor);
  if (typeof page === "string") throw new Error(page);
  return page;
}

const textsOf = async (corpus: Corpus, id: string) =>
  (await pageOf(corpus, id)).quotations.map(({ text }) => text);
const idsOf = async (corpus: Corpus, named: string | null = null) =>
  (await corpus.speakers(named, 100)).speakers.map(({ id, quotations }) => `${id} ${quotations}`);

describe("what a speaker said", () => {
  test.each([
    ["in the database", [], [MARCH, APRIL]],
    ["embedded and in the database", [MARCH], [APRIL]],
    ["in the database and embedded", [APRIL], [MARCH]],
    ["embedded", [MARCH, APRIL], []],
  ])("%s is listed as one, and is gone as soon as its source is", async (_, embedded, stored) => {
    const corpus = await corpusOf(embedded, stored);
    expect(await textsOf(corpus, "ada-marlowe")).toEqual(["The light is out.", "The light will burn."]);
    await corpus.withdraw("april", AT);
    expect(await textsOf(corpus, "ada-marlowe")).toEqual(["The light will burn."]);
    expect(await idsOf(corpus)).toEqual(["ada-marlowe 1"]);
    expect(await corpus.quotationsIn("april")).toBeNull();
    await corpus.withdraw("march", AT);
    expect(await corpus.quotationsOf("ada-marlowe", 10, null)).toBe("no_speaker");
    expect(await idsOf(corpus)).toEqual([]);
    expect(await idsOf(corpus, "marlowe")).toEqual([]);
  });

  test.each([
    ["stored", [], [MARCH]],
    ["embedded", [MARCH], []],
  ])("is what the newest text of a source that was %s says", async (_, embedded, stored) => {
    const corpus = await corpusOf(embedded, stored);
    await corpus.put({ ...MARCH, text: "TOMAS REYLE: It costs too much.\n\nTOMAS REYLE: Far too much." }, AT);
    expect(await idsOf(corpus)).toEqual(["tomas-reyle 2"]);
    expect(await idsOf(corpus, "marlowe")).toEqual([]);
    expect((await corpus.quotationsIn("march"))?.quotations).toHaveLength(2);
    expect(await textsOf(corpus, "tomas-reyle")).toEqual(["It costs too much.", "Far too much."]);
    await corpus.put(MARCH, AT);
    expect(await idsOf(corpus)).toEqual(["ada-marlowe 1"]);
  });

  test("has the correction of its source beside it", async () => {
    const corpus = await corpusOf([MARCH], [{ ...APRIL, corrects: "march" }]);
    const { quotations } = await pageOf(corpus, "ada-marlowe");
    expect(quotations.map(({ source }) => source.supersededBy)).toEqual([null, "april"]);
  });

  test("is paged over many sources of both, each quotation once", async () => {
    const days = Array.from({ length: 23 }, (_, day) =>
      said(
        `day${day}`,
        "ADA MARLOWE",
        `Day ${day}.\n\nADA MARLOWE: Night ${day}.`,
        `2025-01-${10 + (day % 5)}`,
      ),
    );
    const corpus = await corpusOf(
      days.filter((_, day) => day % 3 === 0),
      days.filter((_, day) => day % 3 !== 0),
    );
    const whole = (await pageOf(corpus, "ada-marlowe", 100)).quotations;
    expect(whole).toHaveLength(46);
    const dates = whole.map(({ source }) => source.date ?? "");
    expect(dates).toEqual(dates.toSorted().reverse());
    const paged: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await pageOf(corpus, "ada-marlowe", 7, cursor);
      paged.push(...page.quotations.map(({ text }) => text));
      cursor = page.cursor;
      if (cursor === null) break;
    }
    expect(paged).toEqual(whole.map(({ text }) => text));
  });

  test("is read on where a source went between two pages", async () => {
    const corpus = await corpusOf([], [MARCH, APRIL, said("may", "ADA MARLOWE", "May.", "2025-05-01")]);
    const first = await pageOf(corpus, "ada-marlowe", 2);
    await corpus.withdraw("april", AT);
    const second = await pageOf(corpus, "ada-marlowe", 2, first.cursor);
    expect(second.quotations.map(({ source }) => source.id)).toEqual(["march"]);
  });
});

describe("sources that were put in before there was a table of speakers", () => {
  let database: Database;
  beforeEach(async () => {
    database = await emptyDatabase();
  });

  /** As the migration leaves a database that had sources. */
  async function forget(): Promise<void> {
    const sql = [
      "DELETE FROM source_words",
      "DELETE FROM source_speakers",
      "DELETE FROM speakers",
      "DELETE FROM speaker_beginnings",
      "INSERT INTO sources_unread (id) SELECT id FROM sources WHERE version IS NOT NULL",
    ];
    await database.batch(sql.map((statement) => database.prepare(statement)));
  }

  test("are read in as speakers are asked for, some at a time, and until then the answer says so", async () => {
    const count = D1.unreadSourcesMax + 3;
    const writer = growingOver([], database);
    for (let index = 0; index < count; index++)
      await writer.put(said(`s${index}`, "ADA MARLOWE", "Yes."), AT);
    await forget();
    const corpus = growingOver([], database);
    const first = await corpus.speakers("marlowe", 10);
    expect(first.complete).toBe(false);
    expect(first.speakers).toMatchObject([{ quotations: D1.unreadSourcesMax }]);
    const second = await corpus.speakers("marlowe", 10);
    expect(second).toMatchObject({ complete: true, speakers: [{ quotations: count }] });
    expect(await growingOver([], database).speakers("marlowe", 10)).toEqual(second);
  });

  test("are found in the list of sources at once, page by page", async () => {
    const writer = growingOver([], database);
    for (let index = 0; index < 7; index++) await writer.put(said(`s${index}`, "ADA MARLOWE", "Yes."), AT);
    await forget();
    await writer.put(said("s7", "TOMAS REYLE", "No."), AT);
    const page = await growingOver([], database).list(1, null, "s7");
    expect(page).toMatchObject({ sources: [{ id: "s7" }], cursor: null });
    expect((await growingOver([], database).list(3, null, "paper"))?.sources).toHaveLength(3);
  });

  test("are read by one that is put in again, and go with one that is withdrawn or replaced", async () => {
    const corpus = growingOver([], database);
    for (const source of [MARCH, APRIL]) await corpus.put(source, AT);
    await forget();
    expect((await corpus.put(MARCH, AT)).outcome).toBe("replaced");
    expect((await corpus.put(MARCH, AT)).outcome).toBe("unchanged");
    await corpus.withdraw("april", AT);
    expect(await growingOver([], database).speakers(null, 10)).toMatchObject({
      complete: true,
      speakers: [{ id: "ada-marlowe", quotations: 1, sources: 1 }],
    });
  });

  test("are counted once though several readers read them in at the same time", async () => {
    const corpus = growingOver([], database);
    for (const source of [MARCH, APRIL]) await corpus.put(source, AT);
    await forget();
    const readers = Array.from({ length: 4 }, () => growingOver([], database));
    await Promise.all(readers.map((reader) => reader.speakers(null, 10)));
    expect(await idsOf(growingOver([], database))).toEqual(["ada-marlowe 2"]);
  });

  test("a speaker of whom nothing was read yet is not said to be none", async () => {
    const writer = growingOver([], database);
    for (let index = 0; index <= D1.unreadSourcesMax; index++) {
      await writer.put(
        said(`s${index + 100}`, index < D1.unreadSourcesMax ? "ADA MARLOWE" : "TOMAS REYLE", "Yes."),
        AT,
      );
    }
    await forget();
    const corpus = growingOver([], database);
    await expect(corpus.quotationsOf("tomas-reyle", 10, null)).rejects.toThrow("unread");
    expect(await textsOf(corpus, "tomas-reyle")).toEqual(["Yes."]);
  });
});

test("of more speakers than are ranked, those whose words begin alike are", async () => {
  const database = await emptyDatabase();
  const corpus = growingOver([MARCH], database);
  await corpus.put(said("reyle", "TOMAS REYLE", "No."), AT);
  await database.batch([
    database
      .prepare(
        `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n <= ?1)
         INSERT INTO speakers (id, quotations, sources) SELECT 'voice-' || n, 9, 1 FROM n`,
      )
      .bind(SPEAKERS.rankedMax),
  ]);
  expect(await idsOf(corpus, "Tomas Rayle")).toEqual(["tomas-reyle 1"]);
  expect(await idsOf(corpus, "Ada Marlow")).toEqual(["ada-marlowe 1"]);
});

test("a speaker of both kinds of sources is as often quoted as in both", async () => {
  const others = Array.from({ length: 4 }, (_, index) =>
    said(`o${index}`, `${"QXYZ"[index]}ARA HOLT`, "A.\n\nHOLT: B."),
  );
  const corpus = await corpusOf([MARCH, ...others], [APRIL, said("may", "ADA MARLOWE", "May.")]);
  const { speakers } = await corpus.speakers(null, 1);
  expect(speakers).toMatchObject([{ id: "ada-marlowe", quotations: 3, sources: 3 }]);
});

test("a source withdrawn while a page of quotations is made is not on it", async () => {
  const database = await emptyDatabase();
  const writer = growingOver([], database);
  await writer.put(MARCH, AT);
  await writer.put(APRIL, AT);
  let looks = 0;
  const reader = growingOver([], {
    prepare: (sql) => database.prepare(sql),
    batch: async <Row>(statements: Parameters<Database["batch"]>[0]) => {
      if (++looks === 3) await writer.withdraw("april", AT);
      return database.batch<Row>(statements);
    },
  });
  expect(await textsOf(reader, "ada-marlowe")).toEqual(["The light will burn."]);
  expect(looks).toBeGreaterThan(3);
});

describe("a database without the tables of speakers", () => {
  beforeEach(async () => {
    await reset();
    await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, 3));
  });

  test("is behind: its sources are listed, and of speakers the embedded ones", async () => {
    const corpus = growingOver([MARCH], env.DB);
    expect(await corpus.probe()).toBe("behind");
    expect((await corpus.list(10, null))?.sources).toHaveLength(1);
    expect((await corpus.quotationsIn("march"))?.quotations).toHaveLength(1);
    expect(await corpus.speakers(null, 10)).toMatchObject({
      complete: false,
      speakers: [{ id: "ada-marlowe" }],
    });
    await expect(corpus.put(APRIL, AT)).rejects.toThrow("database");
  });

  test("has each source that it holds marked as unread once it gets them", async () => {
    const insert =
      "INSERT INTO sources (id, version, changed_at, a, b, c, d) VALUES (?1, ?2, '', 1, 1, 1, 1)";
    await env.DB.batch([env.DB.prepare(insert).bind("old", 1), env.DB.prepare(insert).bind("gone", null)]);
    await applyD1Migrations(env.DB, env.MIGRATIONS);
    const [unread] = await env.DB.batch<{ id: string }>([env.DB.prepare("SELECT id FROM sources_unread")]);
    expect(unread?.results).toEqual([{ id: "old" }]);
  });
});

describe("with the database out of reach", () => {
  const gone: Database = {
    prepare: () => ({ bind: () => gone.prepare("") }),
    batch: () => Promise.reject(new Error("D1_ERROR: no such thing")),
  };

  test("the embedded sources are listed with what they hold, and nothing else is said to be none", async () => {
    const corpus = growingOver([MARCH], gone);
    expect((await corpus.list(10, null, "march"))?.sources).toHaveLength(1);
    expect(await corpus.speakers("marlow", 10)).toMatchObject({
      complete: false,
      speakers: [{ id: "ada-marlowe" }],
    });
    expect(await pageOf(corpus, "ada-marlowe")).toMatchObject({
      complete: false,
      quotations: [{ start: 13 }],
    });
    expect((await corpus.quotationsIn("march"))?.quotations).toHaveLength(1);
    await expect(corpus.quotationsIn("april")).rejects.toThrow("database");
    await expect(corpus.quotationsOf("tomas-reyle", 10, null)).rejects.toThrow("unread");
  });

  test("one that was never set up holds nothing", async () => {
    await reset();
    const corpus = growingOver([MARCH], env.DB);
    expect(await corpus.speakers(null, 10)).toMatchObject({ complete: true, speakers: [{ quotations: 1 }] });
    expect(await corpus.quotationsOf("tomas-reyle", 10, null)).toBe("no_speaker");
    expect(await corpus.quotationsIn("april")).toBeNull();
  });
});
