import { join } from "node:path";
import { expect, test } from "vitest";
import type { Terminal } from "../../../src/cli/command.ts";
import { type D1Place, runSql } from "../../../src/cli/keys/d1.ts";
import type { D1Result } from "../../../src/cli/keys/d1-output.ts";
import { runKeys } from "../../../src/cli/keys-command.ts";
import { hashOfApiKey, idOfApiKey } from "../../../src/corpus/api-key.ts";
import { folderWith, run } from "../support.ts";
import { API_KEYS_TABLE } from "./api-keys-table.ts";

/** Runs the command over a database that answers with `result`, and tells what it was asked. */
async function keys(args: string[], result: D1Result = { ok: true, rows: [] }) {
  const printed = { out: "", err: "" };
  const asked: { sql: string; place: D1Place }[] = [];
  const terminal = {
    out(text: string) {
      printed.out += text;
    },
    err(text: string) {
      printed.err += text;
    },
  } as Terminal;
  const status = await runKeys(args, terminal, async (sql, place) => {
    asked.push({ sql, place });
    return result;
  });
  return { ...printed, status, asked };
}

test("a key is printed once, alone on standard output; only its hash is stored", async () => {
  const { status, out, err, asked } = await keys([
    "issue",
    "--name",
    "Archive import",
    "--scope",
    "write,read",
  ]);
  const key = out.trim();
  expect(status).toBe(0);
  expect(idOfApiKey(key)).not.toBeNull();
  expect(err).toContain("not shown again");
  expect(err).not.toContain(key);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.place).toEqual({ remote: false, persistTo: null, config: null });
  expect(asked[0]?.sql).toContain(`'${await hashOfApiKey(key)}', 'read,write'`);
  expect(asked[0]?.sql).not.toContain(key.slice(12));
});

test("the list is a table", async () => {
  const rows = [
    {
      id: "3kq7m2xd",
      name: "Archive import",
      scopes: "read,write",
      created_at: "2026-11-24",
      revoked_at: null,
    },
    {
      id: "00000000",
      name: "Old\u001b[31m",
      scopes: "admin",
      created_at: "2026-11-23",
      revoked_at: "2026-11-24",
    },
  ];
  const { out } = await keys(["list", "--remote"], { ok: true, rows });
  expect(out).toBe(
    [
      "id        scopes      created     revoked     name",
      "3kq7m2xd  read,write  2026-11-24  -           Archive import",
      "00000000  admin       2026-11-23  2026-11-24  Old [31m",
      "",
    ].join("\n"),
  );
  expect((await keys(["list"])).out).toBe("There are no keys.\n");
});

test("a key is revoked by its id, and 1 says that there is none in use", async () => {
  const done = await keys(["revoke", "3kq7m2xd"], { ok: true, rows: [{ id: "3kq7m2xd", name: "x" }] });
  expect(done).toMatchObject({ status: 0, out: "3kq7m2xd is revoked.\n" });
  expect(await keys(["revoke", "3kq7m2xd"])).toMatchObject({
    status: 1,
    out: "There is no key 3kq7m2xd in use.\n",
  });
});

test.each([
  ["nothing", []],
  ["another action", ["rotate"]],
  ["no name", ["issue", "--scope", "write"]],
  ["a name of two lines", ["issue", "--name", "a\nb", "--scope", "write"]],
  ["no scope", ["issue", "--name", "a"]],
  ["a scope that is none", ["issue", "--name", "a", "--scope", "root"]],
  ["too much", ["issue", "extra", "--name", "a", "--scope", "write"]],
  ["a name to revoke", ["revoke", "3kq7m2xd", "--name", "a"]],
  ["no id", ["revoke"]],
  ["an id that is none", ["revoke", "' OR 1=1 --"]],
  ["a whole key for an id", ["revoke", `vb_3kq7m2xd_${"A".repeat(43)}`]],
  ["both databases", ["list", "--local", "--remote"]],
  ["a folder for the deployed one", ["list", "--remote", "--persist-to", "x"]],
])("%s is refused with 2, before the database is asked", async (_, args) => {
  const { status, out, err } = await run(["keys", ...args]);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).not.toContain("AAAA");
});

test("no key is printed when it could not be stored", async () => {
  const failing = keys(["issue", "--name", "a", "--scope", "read"], { ok: false, problem: "no such table" });
  await expect(failing).rejects.toThrow("The database cannot be used: no such table");
});

test("through wrangler, a key is issued, revoked and listed on this machine", {
  timeout: 120_000,
}, async () => {
  const folder = await folderWith({
    "wrangler.toml":
      'name = "keys-test"\ncompatibility_date = "2026-11-02"\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "verbatim"\ndatabase_id = "local"\n',
  });
  const [config, persistTo] = [join(folder, "wrangler.toml"), join(folder, "state")];
  const made = await runSql(API_KEYS_TABLE, { remote: false, persistTo, config });
  expect(made).toEqual({ ok: true, rows: [] });
  const wrangled = (...args: string[]) =>
    run(["keys", ...args, "--config", config, "--persist-to", persistTo]);
  const name = "L'été; DROP TABLE api_keys; --";
  const issued = await wrangled("issue", "--name", name, "--scope", "write");
  expect(issued.status).toBe(0);
  const id = idOfApiKey(issued.out.trim()) ?? "";
  expect((await wrangled("revoke", id)).status).toBe(0);
  const listed = await wrangled("list");
  expect(listed.out.split("\n")).toHaveLength(3);
  expect(listed.out).toMatch(new RegExp(`^${id}  write   \\S+Z  \\S+Z  ${name}$`, "m"));
});
