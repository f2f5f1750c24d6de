import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { regionsOf } from "../../src/cli/draft-file.ts";
import { HARBOUR_QUOTE } from "../sources.ts";
import { folderWith, HARBOUR_FILE, run } from "./support.ts";

const ALTERED = HARBOUR_QUOTE.replace("will", "may");
const MARKDOWN = `---\ntitle: “A heading that is no quotation”\n---\n\nAda Marlowe said: “${ALTERED}.”\n\nThe “plan” is old. “Nobody has ever counted the walruses of the moon,” said Bo Lind.\n`;

let sources = "";
let drafts = "";
beforeAll(async () => {
  sources = await folderWith({ "harbour.md": HARBOUR_FILE });
  drafts = await folderWith({
    "draft.md": MARKDOWN,
    "good.txt": `“${HARBOUR_QUOTE},” said Ada Marlowe.`,
    "unknown.txt": "“Nobody has ever counted the walruses of the moon,” said Bo Lind.",
    "draft.html": `<p>Ada Marlowe said:\n<q>${ALTERED}</q></p>`,
    "bad.md": new Uint8Array([0xff, 0xfe, 0x00]),
    "long.txt": "a ".repeat(100_001),
    "odd, name: 100%.md": MARKDOWN,
  });
});

const check = (name: string, ...args: string[]) =>
  run(["check", join(drafts, name), ...args, "--sources", sources]);

test("a draft is told quotation by quotation, with place, verdict and speaker", async () => {
  const { status, out } = await check("draft.md");
  expect(status).toBe(1);
  expect(out).toMatch(/draft\.md:5:20 ALTERED/);
  expect(out).toContain("The draft gives it to Ada Marlowe");
  expect(out).toMatch(/draft\.md:7:\d+ NOT FOUND/);
  expect(out).toContain("2 quotations: 1 not found, 1 altered. 1 scare quote left out.");
  expect(out).not.toContain("heading");
});

test("HTML is read as HTML", async () => {
  const { out } = await check("draft.html");
  expect(out).toMatch(/draft\.html:2:4 ALTERED/);
});

describe("the exit status", () => {
  test.each([
    ["good.txt", "material", 0],
    ["good.txt", "unverified", 0],
    ["unknown.txt", "material", 0],
    ["unknown.txt", "unverified", 1],
    ["draft.md", "minor", 1],
    ["draft.md", "never", 0],
  ])("of %s where it fails on %s is %i", async (name, failOn, status) => {
    expect((await check(name, "--fail-on", failOn)).status).toBe(status);
  });
});

test("--format json is what the endpoint answers", async () => {
  const { out } = await check("draft.md", "--format", "json");
  const report = JSON.parse(out);
  expect(report.counts).toMatchObject({ quotations: 3, scare: 1, altered: 1, not_found: 1 });
  for (const { text, start, end } of report.quotations) expect(MARKDOWN.slice(start, end)).toBe(text);
});

test("--format sarif has a result at the place of each finding, and a rule for each", async () => {
  const { out } = await check("draft.md", "--format", "sarif");
  const { version, runs } = JSON.parse(out);
  expect(version).toBe("2.1.0");
  const [{ tool, results, columnKind }] = runs;
  expect(columnKind).toBe("utf16CodeUnits");
  expect(results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([
    ["altered", "error"],
    ["not_found", "warning"],
  ]);
  const rules = tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const { ruleId } of results) expect(rules).toContain(ruleId);
  const { region } = results[0].locations[0].physicalLocation;
  const line = MARKDOWN.split("\n")[region.startLine - 1] ?? "";
  expect(line.slice(region.startColumn - 1, region.endColumn - 1)).toBe(`${ALTERED}.`);
});

test("--format github is one command a finding, whatever the file is called", async () => {
  const { out } = await check("odd, name: 100%.md", "--format", "github");
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^::error file=[^,:]*odd%2C name%3A 100%25\.md,line=5,endLine=5,col=20,endColumn=\d+,title=altered::/,
  );
  expect(lines[1]).toMatch(/^::warning /);
});

test.each([
  ["a file that is not there", ["none.md"]],
  ["a file that is not UTF-8", ["bad.md"]],
  ["a file that is too long", ["long.txt"]],
  ["a format that is none", ["draft.md", "--format", "xml"]],
  ["a threshold that is none", ["draft.md", "--fail-on", "sometimes"]],
  ["a speaker for a draft", ["draft.md", "--speaker", "Ada"]],
])("%s is a wrong usage, told in one line", async (_, [name = "", ...args]) => {
  const { status, err, out } = await check(name, ...args);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("the options of a draft are refused for a quote", async () => {
  expect((await run(["check", HARBOUR_QUOTE, "--format", "sarif", "--sources", sources])).status).toBe(2);
});

test("places are counted by lines as editors count them", () => {
  const region = regionsOf("one\r\ntwo\rthree\nfour");
  expect(region(5, 8)).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 });
  expect(region(9, 15)).toEqual({ startLine: 3, startColumn: 1, endLine: 4, endColumn: 1 });
  expect(region(0, 0)).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
});
