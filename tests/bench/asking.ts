import { check } from "../../src/core/check.ts";
import type { Library } from "../../src/core/finding/library.ts";
import type { Corpus } from "../../src/corpus/corpus.ts";
import type { LocalDatabase, Usage } from "./local-database.ts";
import { ownCpuMs } from "./process-figures.ts";
import { type Asked, isRight, type Kind } from "./questions.ts";

/** Questions that are asked before the clock counts: the code is compiled by then, and the overlay read. */
const WARM_UP = 40;

/** What one question took and gave. Times are milliseconds. */
export interface AskedResult {
  kind: Kind;
  right: boolean;
  verdict: string;
  /** The id of the first match's source, or null. */
  first: string | null;
  wallMs: number;
  /** CPU of this process, which the Worker would have used up: searching, fetching and checking. */
  cpuMs: number;
  /** CPU of the database's process, to ten milliseconds: only sums of many tell something. */
  databaseCpuMs: number;
  batches: number;
  statements: number;
  rowsRead: number;
  rowsCounted: number;
  /** Rows that the searches matched, each of which ranking reads. */
  rowsMatched: number;
  sourcesOpened: number;
}

/** What is asked, and what measures it. */
export interface World {
  corpus: Corpus;
  database: LocalDatabase;
  databaseCpuMs(): number;
}

/** Asks each question in turn, as the API does. Throws where the database could not be reached: a part of the corpus answers faster. */
export async function askAll(
  asked: readonly Asked[],
  world: World,
  told: (done: number) => void,
): Promise<AskedResult[]> {
  const step = Math.max(1, Math.floor(asked.length / WARM_UP));
  for (let at = 0; at < asked.length; at += step) await ask(asked[at] as Asked, world);
  const results: AskedResult[] = [];
  for (const one of asked) {
    results.push(await ask(one, world));
    told(results.length);
  }
  return results;
}

async function ask(asked: Asked, { corpus, database, databaseCpuMs }: World): Promise<AskedResult> {
  database.take();
  const before = { wallMs: performance.now(), cpuMs: ownCpuMs(), databaseMs: databaseCpuMs() };
  const [library] = await corpus.librariesFor([asked.question]);
  const answer = check(asked.question, library as Library);
  const wallMs = performance.now() - before.wallMs;
  const cpuMs = ownCpuMs() - before.cpuMs;
  const usage = database.take();
  const spentMs = databaseCpuMs() - before.databaseMs;
  if (!answer.corpus.complete) throw new Error("the database was out of reach");
  const { batches, statements, rowsRead, rowsCounted, sourcesOpened } = usage;
  const rowsMatched = await matchedRows(usage, database);
  return {
    kind: asked.kind,
    right: isRight(asked, answer),
    verdict: answer.verdict,
    first: answer.matches[0]?.source.id ?? null,
    wallMs,
    cpuMs,
    databaseCpuMs: spentMs,
    batches,
    statements,
    rowsRead,
    rowsCounted,
    rowsMatched,
    sourcesOpened,
  };
}

/** D1 meters the rows that a search gives, not those that FTS5 reads to rank them: these are counted afterwards. */
async function matchedRows({ matches }: Usage, database: LocalDatabase): Promise<number> {
  let sum = 0;
  for (const match of matches) {
    const sql = "SELECT count(*) AS matched FROM passages WHERE passages MATCH ?1";
    const [row] = await database.rows<{ matched: number }>(sql, match);
    sum += row?.matched ?? 0;
  }
  return sum;
}
