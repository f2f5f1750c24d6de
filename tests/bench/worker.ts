import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { EXIT, UsageError } from "../../src/cli/command.ts";
import { englishDictionary } from "../../src/cli/dictionary.ts";
import { readSources } from "../../src/cli/read-sources.ts";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { mean, quantile } from "../eval/scoring/statistics.ts";
import { type Kind, noisyQuestions } from "./peers/noisy-questions.ts";
import { countOf, demandFolders, progress, runScript, shown, tableOf, writeJson } from "./script.ts";
import { type Fired, fire } from "./worker/fire.ts";
import { Isolate, type Request, workerModules } from "./worker/isolate.ts";

const HELP = `Usage: npm run worker -- --data DIR [options]

Starts the Worker in workerd over a corpus that is compiled into it, as a
deployment has it, and prints what a start costs, what the first questions of
an isolate cost, and how many requests a second it answers, with the cost of
/health beside it.

  --data DIR       a folder as tests/eval/README.md has it; the corpus is all
                   below DIR/sources (default: the environment variable
                   EVAL_DATA)
  --sources DIR    any folder of source files instead
  --starts N       isolates that are started anew (default: 7)
  --seconds N      how long each kind of request is sent (default: 8)
  --connections N  requests at a time (default: 4)
  --seed N         another seed asks other questions (default: 1)
  --json FILE      write the figures as JSON too
  --help           this text
`;

interface Options {
  sources: string;
  starts: number;
  seconds: number;
  connections: number;
  seed: number;
  json: string | null;
}

function readOptions(args: string[]): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      data: text,
      sources: text,
      starts: { ...text, default: "7" },
      seconds: { ...text, default: "8" },
      connections: { ...text, default: "4" },
      seed: { ...text, default: "1" },
      json: text,
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const data = values.data ?? process.env.EVAL_DATA;
  if (data === undefined && values.sources === undefined)
    throw new UsageError("missing: --data DIR, or the environment variable EVAL_DATA, or --sources DIR");
  const sources = values.sources ?? join(data ?? "", "sources");
  demandFolders(sources);
  return {
    sources,
    starts: countOf("starts", values.starts),
    seconds: countOf("seconds", values.seconds),
    connections: countOf("connections", values.connections),
    seed: countOf("seed", values.seed),
    json: values.json ?? null,
  };
}

/** What one isolate cost, in milliseconds of CPU: its start, and the first request of each kind after some to /health. */
interface Started {
  startMs: number;
  readyMs: number;
  healthMs: number;
  firstMs: number[];
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  if (!existsSync("/proc/self/schedstat"))
    throw new UsageError("This script reads CPU times from /proc, which only Linux has.");
  progress("building the corpus");
  const sources = await readSources(options.sources);
  const library = buildLibrary(sources, englishDictionary());
  const asked = noisyQuestions(sources, { each: 60, seed: options.seed });
  progress("bundling the Worker");
  const modules = await workerModules(library);
  const empty = await startsOf(await workerModules(null), options.starts, []);
  const started = await startsOf(modules, options.starts, firstOnes(asked));
  const fired = await fireAll(modules, asked, options);
  progress("");
  const words = sources.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  process.stdout.write(report(words, library.length, empty, started, fired));
  if (options.json !== null) await writeJson(options.json, { words, empty, started, fired });
  return EXIT.good;
}

/** The first questions of an isolate: none stands word for word, so that each takes the whole way. */
const FIRST: readonly Kind[] = ["typed", "substituted", "ocr"];

function firstOnes(asked: readonly { kind: Kind; text: string }[]): Request[] {
  return FIRST.flatMap((kind) => asked.find((one) => one.kind === kind) ?? []).map(({ text }) =>
    checkOf(text),
  );
}

function checkOf(quote: string): Request {
  return { method: "POST", path: "/v1/check", body: JSON.stringify({ quote }) };
}

const HEALTH: Request = { method: "GET", path: "/health" };
/** Requests to /health before any is counted, and those that are. */
const HEALTH_BEFORE = 5;
const HEALTH_COUNTED = 20;

async function startsOf(
  modules: Awaited<ReturnType<typeof workerModules>>,
  count: number,
  first: readonly Request[],
): Promise<Started[]> {
  const started: Started[] = [];
  for (let start = 0; start < count; start++) {
    progress(`start ${start + 1} of ${count}`);
    const isolate = await Isolate.start(modules);
    try {
      for (let index = 0; index < HEALTH_BEFORE; index++) await isolate.ask(HEALTH);
      const health: number[] = [];
      for (let index = 0; index < HEALTH_COUNTED; index++) health.push(await isolate.cpuMsOf(HEALTH));
      const firstMs: number[] = [];
      for (const request of first) firstMs.push(await isolate.cpuMsOf(request));
      const { startMs, readyMs } = isolate;
      started.push({ startMs, readyMs, healthMs: quantile(health, 0.5), firstMs });
    } finally {
      await isolate.stop();
    }
  }
  return started;
}

/** Requests a second of each sort, one sort after the other, in one isolate. */
async function fireAll(
  modules: Awaited<ReturnType<typeof workerModules>>,
  asked: readonly { kind: Kind; text: string }[],
  { seconds, connections }: Options,
): Promise<Fired[]> {
  const of = (...kinds: Kind[]) =>
    asked.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => checkOf(text));
  const sorts: [string, Request[]][] = [
    ["/health", [HEALTH]],
    ["word for word", of("exact", "clipped", "short")],
    ["altered", of("substituted", "typed", "dropped", "swapped", "paraphrase")],
    ["misread", of("ocr", "short, ocr")],
    ["all kinds", asked.map(({ text }) => checkOf(text))],
  ];
  const isolate = await Isolate.start(modules);
  try {
    const fired: Fired[] = [];
    for (const [name, requests] of sorts) {
      progress(`sending: ${name}`);
      fired.push(await fire(name, requests, isolate, { seconds, connections }));
    }
    return fired;
  } finally {
    await isolate.stop();
  }
}

function report(words: number, bytes: number, empty: Started[], started: Started[], fired: Fired[]): string {
  const median = (list: Started[], of: (one: Started) => number) => quantile(list.map(of), 0.5);
  const over = (of: (one: Started) => number) => shown(median(started, of) - median(empty, of));
  const firsts = FIRST.map((kind, index) => {
    const own = started.map(({ firstMs, healthMs }) => (firstMs[index] ?? Number.NaN) - healthMs);
    return [
      `${index === 0 ? "first question" : "the next"}: ${kind}`,
      shown(quantile(own, 0.5)),
      shown(Math.max(...own)),
    ];
  });
  const rows = fired.map(({ name, timesMs, seconds, cpuMs, residentMb, failed }) => [
    name,
    String(timesMs.length),
    shown(timesMs.length / seconds),
    shown(quantile(timesMs, 0.5)),
    shown(quantile(timesMs, 0.99)),
    shown(cpuMs / timesMs.length),
    shown(residentMb),
    String(failed),
  ]);
  return [
    `The Worker over ${(words / 1e6).toFixed(2)} million words (${(bytes / 1e6).toFixed(1)} MB compiled in), in workerd. CPU is that of its process.\n`,
    `A start, over that of an empty Worker: ${over(({ startMs }) => startMs)} ms of CPU, ${over(({ readyMs }) => readyMs)} ms until it answers (medians of ${started.length}).\n`,
    tableOf(["CPU ms over /health", "median", "most"], firsts),
    tableOf(["requests", "n", "a second", "p50 ms", "p99 ms", "CPU ms", "resident MB", "failed"], rows),
    `/health takes ${shown(mean(started.map(({ healthMs }) => healthMs)))} ms of CPU when it is asked alone.\n`,
  ].join("\n");
}

if (import.meta.main) await runScript(main);
