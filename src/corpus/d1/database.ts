import { CorpusUnavailable } from "../unavailable.ts";

/** What SQLite stores that is used here. */
export type Value = string | number | null;

/** What is used of a prepared statement of D1. */
export interface Statement {
  bind(...values: Value[]): Statement;
}

export interface Result<Row> {
  results: Row[];
  meta?: { rows_read?: number; rows_written?: number; duration?: number };
}

/** What is used of a D1 database, so that tests can stand something else in its place. */
export interface Database {
  prepare(sql: string): Statement;
  /** Runs statements in order in one transaction: all of them, or none. */
  batch<Row>(statements: Statement[]): Promise<Result<Row>[]>;
}

/** How long the database may take to answer one batch. A look-up takes milliseconds; a long wait is no answer in time either. */
export const DATABASE_TIMEOUT_MS = 5000;

/** SQLite's own words for a table that is not there; the first migration makes these. */
function isWithoutTables(error: unknown): boolean {
  return error instanceof Error && /no such table: (?:corpus_state|sources)\b/.test(error.message);
}

/** One statement with its values, to be run in a batch. */
export interface Query {
  sql: string;
  values: Value[];
}

export function query(sql: string, ...values: Value[]): Query {
  return { sql, values };
}

/**
 * The rows of each query, run in one transaction. Throws CorpusUnavailable where the database cannot
 * be reached or does not answer in time; what it had to say is kept as the cause and never sent on.
 */
export async function runAll(database: Database, queries: readonly Query[]): Promise<unknown[][]> {
  const statements = queries.map(({ sql, values }) => database.prepare(sql).bind(...values));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CorpusUnavailable("timeout")), DATABASE_TIMEOUT_MS);
  });
  try {
    const results = await Promise.race([database.batch<unknown>(statements), late]);
    return results.map(({ results: rows }) => rows);
  } catch (error) {
    if (error instanceof CorpusUnavailable) throw error;
    throw new CorpusUnavailable("database", { cause: error, neverSetUp: isWithoutTables(error) });
  } finally {
    clearTimeout(timer);
  }
}
