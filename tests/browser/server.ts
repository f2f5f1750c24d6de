import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** A cold start compiles the Worker; on a small machine that takes some ten seconds. */
const START_MS_MAX = 90_000;
const POLL_MS = 200;
/** How long the group may take to end by itself before it is made to. */
const STOP_MS_MAX = 5_000;

export interface Endpoint {
  /** The origin, without a slash at the end. */
  origin: string;
  stop(): Promise<void>;
}

/**
 * Starts the built endpoint in wrangler's own runtime and resolves once it answers /health. Throws with
 * what wrangler printed where it does not. With `VERBATIM_URL` set, that endpoint is used and left running.
 */
export async function startEndpoint(): Promise<Endpoint> {
  const running = process.env.VERBATIM_URL;
  if (running !== undefined) return { origin: running.replace(/\/$/, ""), stop: async () => {} };
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  // A state of its own: what somebody has put into this machine's database is no part of a test.
  const state = await mkdtemp(join(tmpdir(), "verbatim-browser-"));
  await applyMigrations(state);
  const address = ["--ip", "127.0.0.1", "--port", String(port)];
  // Its own process group: wrangler starts others, and all of them have to end with it.
  const child = spawn("npx", ["wrangler", "dev", ...address, "--persist-to", state], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CI: "1" },
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => printed.push(String(chunk)));
  const killGroup = () => signalGroup(child, "SIGKILL");
  process.once("exit", killGroup);
  const stop = async () => {
    process.off("exit", killGroup);
    await stopGroup(child);
    await rm(state, { recursive: true, force: true });
  };
  try {
    await answers(origin, child);
  } catch (error) {
    await stop();
    throw new Error(`The endpoint did not start.\n${printed.join("")}`, { cause: error });
  }
  return { origin, stop };
}

/** Makes the database's tables, as `npm run dev` does. */
async function applyMigrations(state: string): Promise<void> {
  const apply = ["wrangler", "d1", "migrations", "apply", "verbatim", "--local", "--persist-to", state];
  await promisify(execFile)("npx", apply, { cwd: ROOT, env: { ...process.env, CI: "1" } });
}

async function answers(origin: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS_MAX;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`wrangler ended with status ${child.exitCode}`);
    const response = await fetch(`${origin}/health`).catch(() => null);
    if (response?.ok === true) return;
    await wait(POLL_MS);
  }
  throw new Error(`no answer from ${origin}/health within ${START_MS_MAX} ms`);
}

async function stopGroup(child: ChildProcess): Promise<void> {
  const ended =
    child.exitCode === null ? new Promise<void>((done) => child.once("exit", () => done())) : null;
  signalGroup(child, "SIGTERM");
  await Promise.race([ended, wait(STOP_MS_MAX, undefined, { ref: false })]);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise<void>((done) => server.close(() => done()));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
