import { execFile } from "node:child_process";
import { wranglerEnvironment, wranglerPath } from "../wrangler.ts";
import { type D1Result, d1ResultIn } from "./d1-output.ts";

const DATABASE = "verbatim";
const OUTPUT_BYTES_MAX = 4_000_000;
const RUN_MS = 120_000;

/** Which database: the one on this machine, or the deployed one. */
export interface D1Place {
  remote: boolean;
  /** Where the one on this machine is kept, or null for wrangler's own place. */
  persistTo: string | null;
  /** Which wrangler configuration, or null for the one in this folder. */
  config: string | null;
}

/** Runs one statement and gives its rows. */
export type RunSql = (sql: string, place: D1Place) => Promise<D1Result>;

/** Runs a statement through wrangler, which knows how to reach both databases. It asks nothing. */
export const runSql: RunSql = (sql, place) =>
  new Promise((resolve) => {
    const args = [wranglerPath(), ...d1Arguments(sql, place)];
    const options = {
      env: { ...wranglerEnvironment(), CI: "1" },
      maxBuffer: OUTPUT_BYTES_MAX,
      timeout: RUN_MS,
    };
    const child = execFile(process.execPath, args, options, (_error, printed) =>
      resolve(d1ResultIn(printed)),
    );
    child.stdin?.end();
  });

/** The arguments for wrangler. There is no shell between: a statement is one argument as it is. */
export function d1Arguments(sql: string, { remote, persistTo, config }: D1Place): string[] {
  return [
    ...["d1", "execute", DATABASE, remote ? "--remote" : "--local", "--json", "--command", sql],
    ...(persistTo === null ? [] : ["--persist-to", persistTo]),
    ...(config === null ? [] : ["--config", config]),
  ];
}
