import { expect, test } from "vitest";
import { d1Arguments } from "../../../src/cli/keys/d1.ts";
import { d1ResultIn } from "../../../src/cli/keys/d1-output.ts";

const printed = (value: unknown) => JSON.stringify(value, null, 2);

test("rows are read, with or without a warning before them", () => {
  const output = printed([{ results: [{ id: "a" }], success: true, meta: { duration: 0 } }]);
  expect(d1ResultIn(output)).toEqual({ ok: true, rows: [{ id: "a" }] });
  expect(d1ResultIn(`[WARNING] something [new]\n{is} there\n${output}\n`)).toEqual({
    ok: true,
    rows: [{ id: "a" }],
  });
});

test.each([
  [
    "an error",
    printed({ error: { text: "no such table: api_keys: SQLITE_ERROR" } }),
    "no such table: api_keys: SQLITE_ERROR",
  ],
  ["an error over lines", printed({ error: { text: "near\n\u001b[31m x" } }), "near [31m x"],
  ["an error that repeats the statement", printed({ error: { text: "in INSERT INTO api_keys 0f0f" } }), "in"],
  ["a statement that failed", printed([{ success: false, error: "locked" }]), "locked"],
  ["nothing", "", "wrangler gave no result"],
  ["no list", "[]", "wrangler gave no result"],
  ["half of it", '[{"results":', "wrangler gave no result"],
])("%s is told in one line", (_, output, problem) => {
  expect(d1ResultIn(output)).toEqual({ ok: false, problem });
});

test("a statement is one argument, whatever stands in it", () => {
  const sql = "SELECT '; --remote $HOME'";
  expect(d1Arguments(sql, { remote: false, persistTo: "state of mine", config: "w.toml" })).toEqual([
    ...["d1", "execute", "verbatim", "--local", "--json", "--command", sql],
    ...["--persist-to", "state of mine", "--config", "w.toml"],
  ]);
  expect(d1Arguments(sql, { remote: true, persistTo: null, config: null })).toContain("--remote");
});
