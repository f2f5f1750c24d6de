import { parseArgs } from "node:util";
import {
  hashOfApiKey,
  isApiKeyId,
  isApiKeyName,
  KEY_LIMITS,
  KEY_SCOPES,
  newApiKey,
  scopesIn,
} from "../corpus/api-key.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { counted } from "./counted.ts";
import { type D1Place, type RunSql, runSql } from "./keys/d1.ts";
import { insertSql, LISTED_MAX, listSql, revokeSql } from "./keys/key-sql.ts";
import { keyTable } from "./keys/key-table.ts";

const HELP = `Usage: npm run verbatim -- keys issue|list|revoke ID [options]

The API keys of an endpoint, in its database.

  issue            makes a key and prints it, once: only its hash is stored
    --name NAME    whose key it is, to know it by; up to ${KEY_LIMITS.nameCharsMax} characters
    --scope SCOPES what it is good for: one or more of ${KEY_SCOPES.join(", ")},
                   with commas between
  list             prints every key's id, scopes, days and name
  revoke ID        ends a key for good; it stays in the list

  --local          the database on this machine (what is taken without either)
  --remote         the deployed database, as the account that wrangler knows
  --persist-to DIR where the database on this machine is kept
  --config FILE    the wrangler configuration that names the database
  --help           this text

Exit status: 0 when it is done, 1 when there is no such key in use to revoke, 2
when the usage is wrong or the database cannot be used.

Examples:
  npm run --silent verbatim -- keys issue --name "Archive import" --scope write
  npm run verbatim -- keys revoke 3kq7m2xd --remote
`;

export const keysCommand: Command = {
  name: "keys",
  purpose: "issue, list and revoke the API keys of an endpoint",
  help: HELP,
  run: (args, terminal) => runKeys(args, terminal, runSql),
};

/** The command with the database handed in; tests hand in their own. */
export async function runKeys(args: string[], terminal: Terminal, sql: RunSql): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: "string" },
      scope: { type: "string" },
      local: { type: "boolean", default: false },
      remote: { type: "boolean", default: false },
      "persist-to": { type: "string" },
      config: { type: "string" },
    },
  });
  const place = placeOf(values);
  const rowsOf = async (statement: string): Promise<Record<string, unknown>[]> => {
    const result = await sql(statement, place);
    if (!result.ok) throw new UsageError(`The database cannot be used: ${result.problem}`);
    return result.rows;
  };
  const [action, ...rest] = positionals;
  const issues = values.name !== undefined || values.scope !== undefined;
  if (issues && action !== "issue") throw new UsageError("--name and --scope go with keys issue.");
  if (action === "issue" && rest.length === 0) return issue(values.name, values.scope, terminal, rowsOf);
  if (action === "list" && rest.length === 0) return list(terminal, rowsOf);
  if (action === "revoke" && rest.length === 1) return revoke(rest[0] ?? "", terminal, rowsOf);
  throw new UsageError("Say what to do: keys issue, keys list or keys revoke ID.");
}

type RowsOf = (statement: string) => Promise<Record<string, unknown>[]>;

interface PlaceValues {
  local: boolean;
  remote: boolean;
  "persist-to"?: string;
  config?: string;
}

function placeOf({ local, remote, "persist-to": persistTo, config }: PlaceValues): D1Place {
  if (local && remote) throw new UsageError("Give one of --local and --remote.");
  if (remote && persistTo !== undefined) throw new UsageError("--persist-to goes with the local database.");
  return { remote, persistTo: persistTo ?? null, config: config ?? null };
}

async function issue(
  name: string | undefined,
  scope: string | undefined,
  terminal: Terminal,
  rowsOf: RowsOf,
): Promise<number> {
  if (name === undefined || !isApiKeyName(name)) {
    throw new UsageError(`--name takes up to ${KEY_LIMITS.nameCharsMax} printable characters.`);
  }
  const scopes = scopesIn(scope ?? "");
  if (scopes === null) throw new UsageError(`--scope takes one or more of ${KEY_SCOPES.join(", ")}.`);
  const { id, key } = newApiKey();
  const createdAt = new Date().toISOString();
  await rowsOf(insertSql({ id, name, hash: await hashOfApiKey(key), scopes, createdAt }));
  terminal.out(`${key}\n`);
  terminal.err("Keep this key now: it is not shown again, and only its hash is stored.\n");
  return EXIT.good;
}

async function list(terminal: Terminal, rowsOf: RowsOf): Promise<number> {
  const rows = await rowsOf(listSql());
  terminal.out(rows.length === 0 ? "There are no keys.\n" : keyTable(rows));
  if (rows.length === LISTED_MAX) terminal.err(`Only the newest ${counted(LISTED_MAX, "key")} are shown.\n`);
  return EXIT.good;
}

async function revoke(id: string, terminal: Terminal, rowsOf: RowsOf): Promise<number> {
  // A whole key given here by mistake is not repeated.
  if (!isApiKeyId(id)) throw new UsageError("keys revoke takes the id of a key, as keys list shows it.");
  const rows = await rowsOf(revokeSql(id, new Date().toISOString()));
  terminal.out(rows.length > 0 ? `${id} is revoked.\n` : `There is no key ${id} in use.\n`);
  return rows.length > 0 ? EXIT.good : EXIT.other;
}
