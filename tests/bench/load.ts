import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import autocannon, { type Planned } from "autocannon";
import { EXIT, UsageError } from "../../src/cli/command.ts";
import { readSources } from "../../src/cli/read-sources.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { random } from "../eval/scoring/statistics.ts";
import { bundledWorker, Platform, SECRET } from "../jobs/platform.ts";
import { type Receiver, startReceiver } from "./callbacks.ts";
import { faultsOf, type Loaded, loadReport } from "./load-report.ts";
import { MemoryWatch } from "./memory.ts";
import { workerdPid } from "./process-figures.ts";
import { plannedFrom, type Route, routesOver, type Tally } from "./routes.ts";
import { countOf, progress, runScript, writeJson } from "./script.ts";
import { inventedTexts } from "./texts.ts";

const HELP = `Usage: npm run load -- [options]

Starts the Worker on a free port of this machine, over the sources that the
build has embedded and some in a database of its own, and sends it requests of
all kinds as fast as it answers. Exit status: 1 where an answer is an error, a
connection breaks, a report does not arrive, or the Worker's memory grows.

  --seconds N       how long (default: 60)
  --connections N   requests at a time (default: 8)
  --only TEXT       only the kinds of requests whose name has this in it, to see
                    which of them it is that costs
  --seed N          another seed draws other texts and requests (default: 1)
  --json FILE       write the figures as JSON too
  --help            this text
`;

const KEY = "vb_a-key-for-this-run-alone";
const STORED_SOURCES = 200;
const OTHER_TEXTS = 150;
const ANSWER_TIMEOUT_SECONDS = 30;
/** So long, before anything is measured, cheap requests are sent: the first tens of thousands make any Worker's process grow here, an empty one's too. */
const WARM_UP_SECONDS = 25;
/** How long the last reports may take, and how often the platform looks for jobs that were overlooked. */
const REPORTS_WAIT_MS = 60_000;
const SWEEP_MS = 60_000;

interface Options {
  seconds: number;
  connections: number;
  only: string;
  seed: number;
  json: string | null;
}

function readOptions(args: string[]): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      seconds: { ...text, default: "60" },
      connections: { ...text, default: "8" },
      only: { ...text, default: "" },
      seed: { ...text, default: "1" },
      json: text,
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  return {
    seconds: countOf("seconds", values.seconds),
    connections: countOf("connections", values.connections),
    only: values.only,
    seed: countOf("seed", values.seed),
    json: values.json ?? null,
  };
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  const folder = await mkdtemp(join(tmpdir(), "verbatim-load-"));
  const receiver = await startReceiver(SECRET);
  try {
    progress("starting the Worker");
    const platform = await Platform.start(await workerScript(), folder, receiver.origin);
    try {
      const loaded = await load(options, platform, receiver);
      progress("");
      process.stdout.write(loadReport(loaded));
      if (options.json !== null) await writeJson(options.json, loaded);
      return faultsOf(loaded).length === 0 ? EXIT.good : EXIT.other;
    } finally {
      await platform.miniflare.dispose();
    }
  } finally {
    receiver.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function workerScript(): Promise<string> {
  const script = await bundledWorker().catch(() => "");
  if (script === "") throw new UsageError("The Worker cannot be bundled: run npm run build first.");
  return script;
}

async function load(options: Options, platform: Platform, receiver: Receiver): Promise<Loaded> {
  const { seconds, connections, only, seed } = options;
  const { sources, heldOut: others } = inventedTexts(STORED_SOURCES, seed, OTHER_TEXTS);
  await addKey(platform);
  await putSources(sources, platform);
  const accepted = new Set<string>();
  const material = {
    sources: [...(await readSources("data/sources")), ...sources],
    others,
    key: KEY,
    secret: SECRET,
    callback: `${receiver.origin}/report`,
  };
  const routes = routesOver(material, (job) => accepted.add(job), random(seed)).filter(({ name }) =>
    name.includes(only),
  );
  if (routes.length === 0)
    throw new UsageError(`--only: no kind of request has ${JSON.stringify(only)} in its name.`);
  progress("warming up");
  await warmUp(platform, connections);
  let sweeping = Promise.resolve();
  const sweeps = setInterval(() => {
    sweeping = platform.sweep().catch((error) => progress(`a sweep failed: ${error}`));
  }, SWEEP_MS);
  const memory = new MemoryWatch(workerdPid(), (mib) =>
    progress(`${memory.samples.length * 5} s, ${Math.round(mib)} MiB`),
  );
  try {
    const shot = await shoot(routes, platform, { seconds, connections, seed });
    memory.stop();
    const waitedMs = await reportsOf(accepted, receiver);
    return { ...shot, seconds, memory: memory.samples, ...countsOf(accepted, receiver), waitedMs };
  } finally {
    memory.stop();
    clearInterval(sweeps);
    await sweeping;
  }
}

/** Sends what needs no check, as fast as it is answered. */
async function warmUp({ url }: Platform, connections: number): Promise<void> {
  const planned = (method: string, path: string): Planned => ({
    method,
    path,
    setupRequest: (request) => request,
    onResponse: () => {},
  });
  const preflights = Array.from({ length: 19 }, () => planned("OPTIONS", "/v1/check"));
  await autocannon({
    url: url.origin,
    connections,
    duration: WARM_UP_SECONDS,
    timeout: ANSWER_TIMEOUT_SECONDS,
    requests: [...preflights, planned("GET", "/health")],
    setupClient: () => {},
  });
}

/** Sends all kinds of requests over some connections, each in its own order. */
async function shoot(
  routes: readonly Route[],
  { url }: Platform,
  { seconds, connections, seed }: Pick<Options, "seconds" | "connections" | "seed">,
): Promise<Pick<Loaded, "routes" | "connectionErrors" | "timeouts">> {
  if (url.hostname !== "127.0.0.1") throw new Error("the Worker does not listen on this machine alone");
  const tallies = new Map<string, Tally>();
  const next = random(seed + 1);
  const { errors, timeouts } = await autocannon({
    url: url.origin,
    connections,
    duration: seconds,
    timeout: ANSWER_TIMEOUT_SECONDS,
    requests: plannedFrom(routes, new Map(), next),
    setupClient: (client) => client.setRequests(plannedFrom(routes, tallies, next)),
  });
  const names = [...new Set(routes.map(({ name }) => name))];
  return {
    routes: names.map((name) => ({ name, ...statusesOf(tallies.get(name)) })),
    connectionErrors: errors - timeouts,
    timeouts,
  };
}

function statusesOf(tally: Tally | undefined): { timesMs: number[]; statuses: Record<string, number> } {
  return { timesMs: tally?.timesMs ?? [], statuses: Object.fromEntries(tally?.statuses ?? []) };
}

/** Waits for the report of each job that was taken; gives the milliseconds that it took. */
async function reportsOf(accepted: ReadonlySet<string>, { reports }: Receiver): Promise<number> {
  const begunMs = performance.now();
  while (performance.now() - begunMs < REPORTS_WAIT_MS) {
    const missing = [...accepted].filter((job) => !reports.has(job));
    if (missing.length === 0) break;
    progress(`waiting for ${missing.length} reports`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return performance.now() - begunMs;
}

function countsOf(accepted: ReadonlySet<string>, { reports, unsigned }: Receiver) {
  return {
    accepted: accepted.size,
    arrived: [...accepted].filter((job) => reports.has(job)).length,
    again: [...reports.values()].reduce((sum, times) => sum + times - 1, 0),
    unsigned,
  };
}

async function addKey({ miniflare }: Platform): Promise<void> {
  const database = await miniflare.getD1Database("DB");
  const hash = createHash("sha256").update(KEY).digest("hex");
  await database
    .prepare("INSERT INTO api_keys VALUES ('load', 'load', ?1, 'write', '2026-11-24T12:00:00Z', NULL)")
    .bind(hash)
    .run();
}

async function putSources(sources: readonly SourceInput[], { url }: Platform): Promise<void> {
  for (const [index, { id, title, kind, text }] of sources.entries()) {
    const response = await fetch(new URL(`/v1/sources/${id}`, url), {
      method: "PUT",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ title, kind, text }),
    });
    if (response.status !== 201) throw new Error(`putting a source in answered ${response.status}`);
    progress(`${index + 1} of ${sources.length} sources put in`);
  }
}

if (import.meta.main) await runScript(main);
