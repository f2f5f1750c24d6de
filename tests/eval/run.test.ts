import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HARBOUR_QUOTE } from "../sources.ts";
import { main } from "./run.ts";
import type { Section } from "./section.ts";

let data = "";

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "eval-"));
  const lines = [
    "MARLOWE: The board met on Monday.",
    "REYLE: I like boats.",
    `MARLOWE: ${HARBOUR_QUOTE}.`,
    "REYLE: Forty people came to listen to us.",
    "MARLOWE: Good.",
    "REYLE: So it is.",
  ];
  put("sources/political-events/board.md", `---\ntitle: Board\nkind: transcript\n---\n${lines.join("\n")}\n`);
  const gold = { source: "board", texts: [`${HARBOUR_QUOTE}.`], speakers: ["Ada Marlowe"] };
  const quote = { id: "q1", set: "made up", quote: HARBOUR_QUOTE, speaker: null, kind: "verbatim", gold };
  const lost = { ...quote, id: "q2", quote: "Nobody on this island ever grew a pineapple in the snow" };
  put("dev/quotes.jsonl", `${JSON.stringify(quote)}\n${JSON.stringify(lost)}\n`);
});

afterAll(() => rmSync(data, { recursive: true }));

function put(path: string, content: string): void {
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), content);
}

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const status = await main(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    environment: {},
  });
  return { status, ...said };
}

test("figures of a small library of our own are what they must be", async () => {
  const [out, json] = [join(data, "report.md"), join(data, "report.json")];
  const only = "found,speaker,absent,article";
  const { status, out: summary } = await run("--data", data, "--only", only, "--out", out, "--json", json);
  expect(status).toBe(0);
  const sections = (JSON.parse(readFileSync(json, "utf8")) as { sections: Section[] }).sections;
  const value = (name: string): (number | undefined)[] => {
    const figure = sections.flatMap(({ figures }) => figures).find((one) => one.name === name && !one.part);
    return [figure?.n, figure?.value];
  };
  expect(value("found at 3: verbatim")).toEqual([2, 0.5]);
  expect(value("speaker right, of those found")).toEqual([1, 1]);
  expect(value("misattribution seen, of swapped speakers")).toEqual([2, 0.5]);
  expect(value("false alarms on the true speaker")).toEqual([2, 0]);
  expect(summary).toContain("absent: missing: absent.jsonl\narticle: missing: attributions.jsonl\n");
  expect(readFileSync(out, "utf8")).toContain("| found at 3: verbatim | 2 | 0.500 |");
});

test("what is missing is named, and the status is 2", async () => {
  expect(await run()).toMatchObject({ status: 2, err: expect.stringContaining("EVAL_DATA") });
  const nowhere = join(data, "nowhere");
  expect(await run("--data", nowhere)).toMatchObject({
    status: 2,
    err: [nowhere, join(nowhere, "sources"), join(nowhere, "dev")]
      .map((path) => `missing: the folder ${path}\n`)
      .join(""),
  });
  const absent = join(data, "sources", "absent");
  expect(await run("--data", data, "--sources", "absent")).toMatchObject({
    status: 2,
    err: `missing: the folder ${absent}\n`,
  });
});

test("a section or option that does not exist is refused", async () => {
  expect(await run("--data", data, "--only", "found,wishes")).toMatchObject({
    status: 2,
    err: expect.stringMatching(/^There is no section wishes\.\nThe sections are: found, /u),
  });
  expect((await run("--wishes")).status).toBe(2);
});

test("help needs no data", async () => {
  expect(await run("--help")).toMatchObject({
    status: 0,
    err: "",
    out: expect.stringContaining("--questions DIR"),
  });
});

test("a line of a file of questions that is not JSON is named", async () => {
  put("broken/quotes.jsonl", '{"id": 1}\nnot this\n');
  const { status, err } = await run("--data", data, "--questions", join(data, "broken"), "--only", "found");
  expect([status, err]).toEqual([2, "quotes.jsonl:2 is not JSON.\n"]);
});
