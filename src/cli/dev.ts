import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Serves the endpoint on this machine, on what `npm run build` made. Arguments go on to
 * `wrangler dev`, so that `npm run dev -- --port 9000` works. Nothing is sent anywhere: no
 * usage counts, no error reports, no look for a newer version, and no log file, which would
 * keep the URLs of checks.
 */
const QUIET = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_WRITE_LOGS: "false",
};

const ORPHAN_CHECK_MS = 500;

const wrangler = join(
  dirname(createRequire(import.meta.url).resolve("wrangler/package.json")),
  "bin/wrangler.js",
);
const child = spawn(process.execPath, [wrangler, "dev", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...QUIET, ...process.env },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
// Whoever ends npm ends its shell, but not what the shell had started: without a parent, this stops too.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill();
}, ORPHAN_CHECK_MS).unref();
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 0);
});
