import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { openLibrary } from "../../src/core/finding/library.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import type { WritableCorpus } from "../../src/corpus/corpus.ts";
import type { Database } from "../../src/corpus/d1/database.ts";
import { growingCorpus } from "../../src/corpus/growing.ts";

/** When everything in these tests is written. */
export const AT = "2026-11-24T12:00:00.000Z";

/** The real database with its tables and nothing in them. */
export async function emptyDatabase(): Promise<Database> {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  return env.DB;
}

/** A corpus with some sources embedded and others in an otherwise empty database. */
export async function corpusOf(
  embedded: readonly SourceInput[],
  stored: readonly SourceInput[] = [],
): Promise<WritableCorpus> {
  const database = await emptyDatabase();
  const corpus = growingOver(embedded, database);
  for (const source of stored) await corpus.put(source, AT);
  return corpus;
}

/** Another isolate's view of a database: it has kept nothing yet. */
export function growingOver(embedded: readonly SourceInput[], database: Database): WritableCorpus {
  return growingCorpus(() => openLibrary(buildLibrary(embedded)), database);
}
