import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { workerdPid } from "../process-figures.ts";

/** A request to the Worker. */
export interface Request {
  method: "GET" | "POST";
  path: string;
  body?: string;
}

type Module =
  | { type: "ESModule"; path: string; contents: string }
  | { type: "Data"; path: string; contents: Uint8Array };

const EMPTY = "export default { fetch: () => new Response('ok') };";

/** The Worker as a deployment has it, its library a module of its own; an empty Worker for null. */
export async function workerModules(library: Uint8Array | null): Promise<Module[]> {
  if (library === null) return [{ type: "ESModule", path: "worker.js", contents: EMPTY }];
  const result = await build({
    entryPoints: ["src/worker.ts"],
    bundle: true,
    format: "esm",
    write: false,
    target: "es2024",
    logLevel: "silent",
    plugins: [
      {
        name: "library",
        setup: ({ onResolve }) =>
          onResolve({ filter: /corpus\.bin$/ }, () => ({ path: "./corpus.bin", external: true })),
      },
    ],
  });
  return [
    { type: "ESModule", path: "worker.js", contents: result.outputFiles[0]?.text ?? "" },
    { type: "Data", path: "corpus.bin", contents: library },
  ];
}

/** One workerd process with the Worker in it. */
export class Isolate {
  readonly url: URL;
  /** CPU and time from nothing until it answers, in milliseconds. */
  readonly startMs: number;
  readonly readyMs: number;
  readonly #miniflare: Miniflare;
  readonly #pid: number | null;

  private constructor(miniflare: Miniflare, url: URL, begunMs: number) {
    this.#miniflare = miniflare;
    this.url = url;
    this.#pid = workerdPid();
    this.startMs = processCpuMs(this.#pid);
    this.readyMs = performance.now() - begunMs;
  }

  static async start(modules: readonly Module[]): Promise<Isolate> {
    const begunMs = performance.now();
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: [...modules],
        compatibilityDate: "2026-11-02",
        handleStructuredLogs: () => {},
      }),
    );
    const url = await miniflare.ready;
    await (await fetch(new URL("/health", url))).arrayBuffer();
    return new Isolate(miniflare, url, begunMs);
  }

  get pid(): number | null {
    return this.#pid;
  }

  /** Throws Error for an answer that is none. */
  async ask({ method, path, body }: Request): Promise<void> {
    const headers: Record<string, string> = body === undefined ? {} : { "Content-Type": "application/json" };
    const response = await fetch(new URL(path, this.url), { method, headers, body: body ?? null });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  }

  /** What the process used up for a request, in milliseconds of CPU. */
  async cpuMsOf(request: Request): Promise<number> {
    const before = processCpuMs(this.#pid);
    await this.ask(request);
    return processCpuMs(this.#pid) - before;
  }

  async stop(): Promise<void> {
    await this.#miniflare.dispose();
  }
}

/** CPU that all threads of a process have used up, in milliseconds, to the nanosecond as the kernel counts it; NaN where it cannot be told. */
export function processCpuMs(pid: number | null): number {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
      const [onCpuNs] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ");
      return sum + Number(onCpuNs) / 1e6;
    }, 0);
  } catch {
    return Number.NaN;
  }
}
