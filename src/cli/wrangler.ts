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

/** The path of the pinned wrangler, to be run by this Node. */
export function wranglerPath(): string {
  return join(dirname(createRequire(import.meta.url).resolve("wrangler/package.json")), "bin/wrangler.js");
}

/** The environment that wrangler runs in; what the user has set stays set. */
export function wranglerEnvironment(): NodeJS.ProcessEnv {
  return { ...QUIET, ...process.env };
}
