import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Database, Result, Statement, Value } from "../src/corpus/d1/database.ts";

interface Prepared extends Statement {
  sql: string;
  values: Value[];
}

/**
 * SQLite in memory behind D1's face, with all migrations applied: for tests that cannot run in
 * workerd, where the real D1 is. A batch is one transaction, as D1's is.
 */
export function sqliteDatabase(): Database {
  const sqlite = new DatabaseSync(":memory:");
  for (const name of readdirSync("data/migrations").sort())
    sqlite.exec(readFileSync(`data/migrations/${name}`, "utf8"));
  const prepared = (sql: string, values: Value[]): Prepared => ({
    sql,
    values,
    bind: (...given) => prepared(sql, given),
  });
  return {
    prepare: (sql) => prepared(sql, []),
    batch: async <Row>(statements: Statement[]) => {
      sqlite.exec("BEGIN");
      try {
        const results = (statements as Prepared[]).map(
          ({ sql, values }): Result<Row> => ({ results: sqlite.prepare(sql).all(...values) as Row[] }),
        );
        sqlite.exec("COMMIT");
        return results;
      } catch (error) {
        sqlite.exec("ROLLBACK");
        throw error;
      }
    },
  };
}
