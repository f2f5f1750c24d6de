import type { SourceInput } from "../../src/core/reading/source.ts";
import type { WritableCorpus } from "../../src/corpus/corpus.ts";
import type { LocalDatabase } from "./local-database.ts";

/** When everything here is written. */
const AT = "2026-11-24T12:00:00.000Z";

/** Puts at a time, so that the database need not wait while the next source is being indexed. */
const AT_ONCE = 4;
/** The last sources are put in one by one, for their times: a sum of so many is steady enough. */
const TIMED_MAX = 200;

/** What putting sources in took; the times and rows are those of the last ones, put in one by one. */
export interface Putting {
  timesMs: number[];
  rowsWritten: number[];
  /** Milliseconds of all puts together, and how many there were. */
  wholeMs: number;
  puts: number;
}

/** Puts sources in by the corpus's own `put`: most of them some at a time, the last one by one. */
export async function putAll(
  sources: readonly SourceInput[],
  corpus: WritableCorpus,
  database: LocalDatabase,
  told: (done: number) => void,
): Promise<Putting> {
  const timed = Math.min(TIMED_MAX, Math.ceil(sources.length / 2));
  const first = sources.slice(0, sources.length - timed);
  const begunMs = performance.now();
  let done = 0;
  const queue = first.values();
  const worker = async () => {
    for (const source of queue) {
      await corpus.put(source, AT);
      told(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const putting: Putting = { timesMs: [], rowsWritten: [], wholeMs: 0, puts: sources.length };
  database.take();
  for (const source of sources.slice(first.length)) {
    const startMs = performance.now();
    await corpus.put(source, AT);
    putting.timesMs.push(performance.now() - startMs);
    putting.rowsWritten.push(database.take().rowsWritten);
    told(++done);
  }
  putting.wholeMs = performance.now() - begunMs;
  return putting;
}
