import { readdirSync, readFileSync } from "node:fs";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import type { Database, Result, Statement, Value } from "../../src/corpus/d1/database.ts";

/**
 * Hands each batch to its D1 binding. Miniflare's own way to a binding from Node blocks this thread
 * for every `prepare` and every `bind`, ten times as long as D1 takes; this is one request a batch.
 */
const GATE = `export default {
  async fetch(request, { DB }) {
    const queries = await request.json();
    try {
      return Response.json(await DB.batch(queries.map(({ sql, values }) => DB.prepare(sql).bind(...values))));
    } catch (error) {
      return new Response(error.message, { status: 500 });
    }
  },
};`;

/** Packed answers would cost more CPU than they are worth on one machine, and it would be counted. */
const PLAIN = { "Accept-Encoding": "identity" };

interface Prepared extends Statement {
  sql: string;
  values: Value[];
}

/** What was asked of the database since it was last looked at. */
export interface Usage {
  batches: number;
  statements: number;
  /** As D1 meters them. */
  rowsRead: number;
  rowsWritten: number;
  /** Sources whose text and library were fetched. */
  sourcesOpened: number;
  /** Rows that have a word, of each word that was looked up: fts5vocab reads each of them to count. */
  rowsCounted: number;
  /** The searches, as FTS5 expressions. */
  matches: string[];
}

/** A D1 database in Miniflare with all migrations applied, which counts what is asked of it. */
export class LocalDatabase implements Database {
  readonly #miniflare: Miniflare;
  readonly #url: URL;
  #usage = none();
  /** Bytes of the database after the last batch. */
  sizeBytes = 0;

  private constructor(miniflare: Miniflare, url: URL) {
    this.#miniflare = miniflare;
    this.#url = url;
  }

  /** Starts a database that is kept in a folder, which must be empty. */
  static async start(folder: string): Promise<LocalDatabase> {
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: true,
        script: GATE,
        compatibilityDate: "2026-11-02",
        d1Databases: ["DB"],
        resourcePersistencePath: folder,
      }),
    );
    const database = new LocalDatabase(miniflare, await miniflare.ready);
    for (const name of readdirSync("data/migrations").sort()) {
      const sql = readFileSync(`data/migrations/${name}`, "utf8").replace(/^\s*--.*$/gm, "");
      const statements = sql.split(";").filter((statement) => statement.trim() !== "");
      await database.batch(statements.map((statement) => database.prepare(statement)));
    }
    return database;
  }

  prepare(sql: string): Prepared {
    const prepared = (values: Value[]): Prepared => ({ sql, values, bind: (...given) => prepared(given) });
    return prepared([]);
  }

  async batch<Row>(statements: Statement[]): Promise<Result<Row>[]> {
    const queries = (statements as Prepared[]).map(({ sql, values }) => ({ sql, values }));
    const response = await fetch(this.#url, {
      method: "POST",
      headers: PLAIN,
      body: JSON.stringify(queries),
    });
    if (!response.ok) throw new Error(await response.text());
    const results = (await response.json()) as (Result<Row> & { meta: { size_after?: number } })[];
    this.#count(queries, results);
    this.sizeBytes = results.at(-1)?.meta.size_after ?? this.sizeBytes;
    return results;
  }

  /** What was asked since the last call. */
  take(): Usage {
    const usage = this.#usage;
    this.#usage = none();
    return usage;
  }

  /** The rows of one statement, which is not counted. */
  async rows<Row>(sql: string, ...values: Value[]): Promise<Row[]> {
    const counted = this.#usage;
    this.#usage = none();
    const [result] = await this.batch<Row>([this.prepare(sql).bind(...values)]);
    this.#usage = counted;
    return result?.results ?? [];
  }

  stop(): Promise<void> {
    return this.#miniflare.dispose();
  }

  #count(queries: readonly { sql: string; values: Value[] }[], results: readonly Result<unknown>[]): void {
    const usage = this.#usage;
    usage.batches++;
    usage.statements += queries.length;
    queries.forEach(({ sql, values }, index) => {
      const { results: rows = [], meta } = results[index] ?? {};
      usage.rowsRead += meta?.rows_read ?? 0;
      usage.rowsWritten += meta?.rows_written ?? 0;
      if (/^SELECT\b.*\bpassages MATCH\b/su.test(sql)) usage.matches.push(String(values[0]));
      if (/^SELECT version, part, data\b/u.test(sql)) usage.sourcesOpened += countOfList(values[0]);
      if (/\bFROM\b.*\bpassage_terms\b/su.test(sql)) {
        usage.rowsCounted += (rows as { doc?: number }[]).reduce((sum, { doc = 0 }) => sum + doc, 0);
      }
    });
  }
}

function none(): Usage {
  return {
    batches: 0,
    statements: 0,
    rowsRead: 0,
    rowsWritten: 0,
    sourcesOpened: 0,
    rowsCounted: 0,
    matches: [],
  };
}

function countOfList(json: Value | undefined): number {
  return (JSON.parse(String(json)) as unknown[]).length;
}
