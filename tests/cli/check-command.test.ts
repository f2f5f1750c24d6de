import { beforeAll, expect, test } from "vitest";
import { HARBOUR_QUOTE } from "../sources.ts";
import { folderWith, HARBOUR_FILE, run } from "./support.ts";

let sources = "";
beforeAll(async () => {
  sources = await folderWith({ "harbour.md": HARBOUR_FILE });
});

const check = (...args: string[]) => run(["check", ...args, "--sources", sources]);

test("an accurate quote exits with 0 and says where it stands", async () => {
  const { status, out, err } = await check(HARBOUR_QUOTE);
  expect(status).toBe(0);
  expect(err).toBe("");
  expect(out.split("\n")[0]).toBe("ACCURATE");
  expect(out).toContain(HARBOUR_QUOTE);
  expect(out).toContain("harbour");
  expect(out).toContain("1 source,");
});

test("a stated claim exits with 0", async () => {
  expect((await check("--claim", HARBOUR_QUOTE)).status).toBe(0);
});

test.each([
  ["not found", "Walruses will take over the parliament by Thursday evening"],
  ["cannot check", " "],
])("%s exits with 1", async (verdict, quote) => {
  const { status, out } = await check(quote);
  expect(status).toBe(1);
  expect(out).toContain(verdict.toUpperCase());
});

test("--json is the endpoint's answer", async () => {
  const { status, out } = await check(HARBOUR_QUOTE, "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    verdict: "accurate",
    matches: [{ source: { id: "harbour" }, attribution: "not_claimed" }],
  });
});

test("a dash reads the words from standard input, without the line break at their end", async () => {
  const readInput = async () => `${HARBOUR_QUOTE}\n`;
  const { status, out } = await run(["check", "-", "--json", "--sources", sources], { readInput });
  expect(status).toBe(0);
  expect(JSON.parse(out).matches[0].changes).toEqual([]);
});

test("after two dashes the words may begin with one, and may be --help", async () => {
  expect((await run(["check", "--sources", sources, "--", "--help"])).out).not.toContain("Usage");
});

test.each([
  ["no words", []],
  ["empty words", [""]],
  ["two quotes", ["one", "two"]],
  ["an unknown option", ["one", "--speeker", "Ada"]],
  ["an option without its value", ["one", "--speaker"]],
  ["a limit of none", ["one", "--limit", "0"]],
  ["a limit in words", ["one", "--limit", "three"]],
  ["too many words", ["a".repeat(5001)]],
  ["too long a speaker", ["one", "--speaker", "a".repeat(201)]],
])("exits with 2 and one sentence: %s", async (_, args) => {
  const { status, out, err } = await check(...args);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err).not.toBe("");
  expect(err).not.toContain("    at ");
});

test("a folder that is not there exits with 2 and names it", async () => {
  const { status, err } = await run(["check", HARBOUR_QUOTE, "--sources", "/nowhere/at/all"]);
  expect(status).toBe(2);
  expect(err).toContain("/nowhere/at/all");
});

test("without --sources the terminal's folder is taken", async () => {
  expect((await run(["check", HARBOUR_QUOTE], { sourcesFolder: sources })).status).toBe(0);
});

test("help is printed for the whole and for each command, and a wrong command is refused", async () => {
  const help = await run(["--help"]);
  expect(help.status).toBe(0);
  for (const command of ["check", "corpus", "ingest", "keys"]) {
    expect(help.out).toContain(`\n  ${command} `);
    const { status, out } = await run([command, "--help"]);
    expect(status).toBe(0);
    expect(out).toContain(`Usage: npm run verbatim -- ${command}`);
    expect(out).toContain("Exit status");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(85);
  }
  expect((await run([])).status).toBe(2);
  expect((await run(["chek", "x"])).status).toBe(2);
});
