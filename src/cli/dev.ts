import { type ChildProcess, spawn } from "node:child_process";
import { migrateLocally, wranglerEnvironment, wranglerPath } from "./wrangler.ts";

/**
 * Serves the endpoint on this machine, on what `npm run build` made, with a database of its own below
 * `.wrangler`. Arguments go on to `wrangler dev`, so that `npm run dev -- --port 9000` works.
 */
const PORT_DEFAULT = "8787";
const ORPHAN_CHECK_MS = 500;
/** How often the sweep runs where the service is deployed; a server on this machine has no clock of its own. */
const SWEEP_MS = 60_000;

const wrangler = wranglerPath();
const given = process.argv.slice(2);
const env = wranglerEnvironment();

migrate();
const child = spawn(process.execPath, [wrangler, "dev", ...given], { stdio: "inherit", env });
endWith(child);
setInterval(sweep, SWEEP_MS).unref();

/** Says nothing unless it fails, when checks still work. */
function migrate(): void {
  const fault = migrateLocally(optionOf("--persist-to"));
  if (fault !== null) process.stderr.write(`The database was not migrated:\n${fault}\n`);
}

function optionOf(option: string): string | null {
  const place = given.findIndex((word) => word === option || word.startsWith(`${option}=`));
  if (place < 0) return null;
  const word = given[place] as string;
  return word === option ? (given[place + 1] ?? null) : word.slice(option.length + 1);
}

function sweep(): void {
  const port = optionOf("--port") ?? PORT_DEFAULT;
  fetch(`http://127.0.0.1:${port}/cdn-cgi/local/scheduled`).catch(() => {
    // Not up yet, or on its way down: the next sweep does it.
  });
}

function endWith(server: ChildProcess): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => server.kill(signal));
  // Whoever ends npm ends its shell, but not what the shell had started: without a parent, this stops too.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) server.kill();
  }, ORPHAN_CHECK_MS).unref();
  server.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 0);
  });
}
