import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Nothing is sent anywhere on the side: no usage counts, no error reports, no look for a newer
 * version, and no log file, which would keep the URLs of checks.
 */
const QUIET = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_WRITE_LOGS: "false",
};

const MIGRATE_MS = 120_000;

/** The path of the pinned wrangler, to be run by this Node. */
export function wranglerPath(): string {
  return join(dirname(createRequire(import.meta.url).resolve("wrangler/package.json")), "bin/wrangler.js");
}

/** Brings the database on this machine to its newest tables; null when that is done, else what wrangler said. */
export function migrateLocally(persistTo: string | null): string | null {
  const place = persistTo === null ? [] : ["--persist-to", persistTo];
  const done = spawnSync(
    process.execPath,
    [wranglerPath(), "d1", "migrations", "apply", "verbatim", "--local", ...place],
    {
      env: { ...wranglerEnvironment(), CI: "true" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      timeout: MIGRATE_MS,
    },
  );
  return done.status === 0 ? null : `${done.stdout}${done.stderr}`.trim();
}

/** The environment that wrangler runs in; what the user has set stays set. */
export function wranglerEnvironment(): NodeJS.ProcessEnv {
  return { ...QUIET, ...process.env };
}
