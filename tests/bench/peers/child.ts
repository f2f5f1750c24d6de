import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { ownCpuMs } from "../process-figures.ts";
import type { Engine, Hit } from "./engine.ts";
import { PEERS } from "./engines.ts";

/**
 * A process with one engine in it: its memory can be told, and no other engine's garbage is its
 * time. It builds over the corpus in a file, says what that took, and answers one question at a time.
 */

/** What holding a corpus takes. Times are CPU milliseconds. */
export interface Built {
  buildMs: number;
  openMs: number | null;
  indexBytes: number | null;
  textBytes: number | null;
  /** Bytes that the process holds more than before it read the corpus: by V8's account (heap, buffers, and what the engine holds elsewhere), and by the kernel's. */
  heldBytes: number;
  residentBytes: number;
}

/** What one question took and gave. Times are milliseconds. */
export interface Reply {
  hits: readonly Hit[];
  cpuMs: number;
  wallMs: number;
}

export type Order = { order: "build"; peer: string; corpus: string } | { order: "ask"; question: string };

process.on("message", (order: Order) => {
  run(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});

let engine: Engine | null = null;

async function run(order: Order): Promise<Built | Reply> {
  return order.order === "build" ? await build(order.peer, order.corpus) : ask(order.question);
}

async function build(id: string, corpus: string): Promise<Built> {
  const peer = PEERS.find((one) => one.id === id);
  if (peer === undefined) throw new RangeError(`there is no engine ${id}`);
  const before = held();
  // The sources are dropped with this function: an engine that answers from its own index does not hold them.
  const sources = deserialize(readFileSync(corpus)) as SourceInput[];
  const begunMs = ownCpuMs();
  engine = await peer.build(sources);
  const buildMs = ownCpuMs() - begunMs;
  sources.length = 0;
  const after = held();
  return {
    buildMs,
    openMs: engine.openMs ?? null,
    indexBytes: engine.indexBytes ?? null,
    textBytes: engine.textBytes ?? null,
    heldBytes: after.bytes - before.bytes + (engine.foreignBytes ?? 0),
    residentBytes: after.resident - before.resident,
  };
}

function ask(question: string): Reply {
  if (engine === null) throw new RangeError("nothing is built");
  const wallMs = performance.now();
  const cpuMs = ownCpuMs();
  const hits = engine.ask(question);
  return { hits, cpuMs: ownCpuMs() - cpuMs, wallMs: performance.now() - wallMs };
}

/** What is held once everything that can go is gone. */
function held(): { bytes: number; resident: number } {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { bytes: heapUsed + external, resident: rss };
}
