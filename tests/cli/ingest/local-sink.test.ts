import { join } from "node:path";
import { expect, test } from "vitest";
import { sinkOver } from "../../../src/cli/ingest/local-sink.ts";
import { SinkUnusable } from "../../../src/cli/ingest/sink.ts";
import { check } from "../../../src/core/check.ts";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { type Library, openLibrary } from "../../../src/core/finding/library.ts";
import { growingCorpus } from "../../../src/corpus/growing.ts";
import { question } from "../../golden/invariants.ts";
import { HARBOUR, HARBOUR_QUOTE, sourceWith } from "../../sources.ts";
import { sqliteDatabase } from "../../sqlite-database.ts";
import { folderWith, HARBOUR_FILE, run } from "../support.ts";

const NOW = () => "2026-11-24T12:00:00Z";

test("what is put in is known, page after page, and found by the service over the same database", async () => {
  const database = sqliteDatabase();
  const sink = sinkOver(database, NOW);
  expect(await sink.known()).toEqual(new Map());
  expect(await sink.put(HARBOUR)).toBe("created");
  expect(await sink.put(HARBOUR)).toBe("unchanged");
  expect(await sink.put({ ...HARBOUR, title: "Another" })).toBe("replaced");
  for (let index = 0; index < 510; index++) await sink.put(sourceWith(`s${index}`, `Entry ${index}.`));
  const known = await sink.known();
  expect(known.size).toBe(511);
  const corpus = growingCorpus(() => openLibrary(buildLibrary([])), database);
  expect(known.get("harbour")).toBe((await corpus.read("harbour"))?.revision);
  const asked = question(HARBOUR_QUOTE);
  const [library] = await corpus.librariesFor([asked]);
  expect(check(asked, library as Library).verdict).toBe("accurate");
});

test("a database that does not answer takes nothing", async () => {
  const gone = {
    prepare: () => ({ bind: () => gone.prepare() }),
    batch: () => Promise.reject(new Error("locked")),
  };
  await expect(sinkOver(gone, NOW).put(HARBOUR)).rejects.toBeInstanceOf(SinkUnusable);
});

test("--local fills the database on this machine, and again changes nothing", {
  timeout: 180_000,
}, async () => {
  const files = await folderWith({ "harbour.md": HARBOUR_FILE });
  const place = join(await folderWith({}), "state");
  const local = () => run(["ingest", files, "--local", "--persist-to", place, "--json"]);
  const first = await local();
  expect(first.err).toBe("");
  expect(JSON.parse(first.out)).toMatchObject({ created: 1, refused: 0 });
  expect(JSON.parse((await local()).out)).toMatchObject({ created: 0, unchanged: 1 });
});

test.each([
  [["--local", "--to", "https://quotes.example.org"]],
  [["--to", "https://quotes.example.org", "--persist-to", "x"]],
  [[]],
])("%j is a wrong usage", async (args) => {
  const files = await folderWith({ "harbour.md": HARBOUR_FILE });
  expect((await run(["ingest", files, ...args])).status).toBe(2);
});
