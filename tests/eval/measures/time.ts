import { ask } from "../ask.ts";
import type { Bench } from "../bench.ts";
import type { AbsentRow, QuoteRow } from "../rows.ts";
import { mean, quantile } from "../scoring/statistics.ts";
import type { Section } from "../section.ts";

/** So many questions are asked before the clock counts: the engine's code is compiled by then. */
const WARM_UP = 200;

/** How long a check takes, one after the other in one thread. */
export async function measureTime(bench: Bench): Promise<Section> {
  const present = bench.rows<QuoteRow>("quotes.jsonl");
  const absent = bench.rows<AbsentRow>("absent.jsonl");
  const library = await bench.library();
  const asked = [...present, ...absent];
  for (const { quote, speaker } of asked.slice(0, WARM_UP)) ask(library, quote, { speaker });
  const timesMs = new Map(
    asked.map(({ id, quote, speaker }) => {
      const begunMs = performance.now();
      ask(library, quote, { speaker });
      return [id, performance.now() - begunMs];
    }),
  );
  const rowOf = (name: string, rows: readonly { id: string }[]): string[] => {
    const own = rows.map(({ id }) => timesMs.get(id) ?? Number.NaN);
    const values = [quantile(own, 0.5), quantile(own, 0.99), Math.max(...own), mean(own)];
    return [name, String(own.length), ...values.map((value) => value.toFixed(2))];
  };
  return {
    id: "time",
    title: "Time of a check",
    notes: [
      `Milliseconds a check in one thread after ${WARM_UP} questions to warm up, on ${library.summary.words.toLocaleString("en-US")} words. For information: it depends on the machine, and nothing is asked of it here.`,
    ],
    figures: [],
    tables: [
      {
        title: "Milliseconds a check",
        head: ["questions", "n", "median", "p99", "most", "mean"],
        rows: [rowOf("in the corpora", present), rowOf("absent", absent), rowOf("both", asked)],
      },
    ],
    failures: [],
  };
}
