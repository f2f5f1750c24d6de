import { join } from "node:path";
import type { Database } from "../../corpus/d1/database.ts";
import { SourceStore } from "../../corpus/d1/store.ts";
import { prepare } from "../../corpus/d1/write.ts";
import { CorpusUnavailable } from "../../corpus/unavailable.ts";
import { migrateLocally } from "../wrangler.ts";
import { SinkUnusable, type SourceSink } from "./sink.ts";

const PAGE_SOURCES = 500;

/** A sink that has something to let go of at its end. */
export interface LocalSink extends SourceSink {
  close(): Promise<void>;
}

/**
 * The database on this machine, the one that `npm run dev` serves from, brought to its newest tables;
 * `persistTo` is where it is kept, null for wrangler's own place. Throws SinkUnusable where it cannot be opened.
 */
export async function localSink(persistTo: string | null): Promise<LocalSink> {
  const fault = migrateLocally(persistTo);
  if (fault !== null) throw new SinkUnusable(`the database on this machine cannot be opened: ${fault}`);
  // Loaded late, because nothing else here needs the whole of it, and told first to print nothing among our lines.
  process.env.WRANGLER_LOG ??= "error";
  const { getPlatformProxy } = await import("wrangler");
  const persist = persistTo === null ? true : { path: join(persistTo, "v3") };
  const proxy = await getPlatformProxy<{ DB: Database }>({ persist });
  return { ...sinkOver(proxy.env.DB, () => new Date().toISOString()), close: () => proxy.dispose() };
}

/** A sink over a database that is open and has its tables. */
export function sinkOver(database: Database, now: () => string): SourceSink {
  const store = new SourceStore(database, () => []);
  const orUnusable = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof CorpusUnavailable)
        throw new SinkUnusable("the database on this machine does not answer");
      throw error;
    }
  };
  return {
    known: () =>
      orUnusable(async () => {
        const known = new Map<string, string>();
        for (let after = ""; ; ) {
          const page = await store.list(after, PAGE_SOURCES);
          for (const { id, revision } of page) known.set(id, revision);
          const last = page.at(-1);
          if (last === undefined || page.length < PAGE_SOURCES) return known;
          after = last.id;
        }
      }),
    put: (source) =>
      orUnusable(async () => {
        const outcome = await store.put(prepare(source), now());
        return outcome === "restored" ? "created" : outcome;
      }),
  };
}
