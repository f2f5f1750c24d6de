import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { BODY_LIMITS } from "../src/api/body.ts";
import { openApiDocument } from "../src/api/openapi.ts";
import { PROBLEMS } from "../src/api/problem.ts";
import { RATE_LIMITS } from "../src/api/rate-limits.ts";
import { EDGE_LIMITS } from "../src/api/schemas.ts";
import { reportOf } from "../src/cli/report.ts";
import {
  type Answer,
  ATTRIBUTIONS,
  CHANGE_KINDS,
  type ChangeKind,
  CLAIM_VERDICTS,
  QUOTE_VERDICTS,
  SEVERITIES,
  SOURCE_KINDS,
  SPEAKER_KINDS,
  VIAS,
  WARNING_KINDS,
  WORDINGS,
} from "../src/core/answer.ts";
import { check } from "../src/core/check.ts";
import { SECTIONS } from "../src/core/finding/format.ts";
import { openLibrary } from "../src/core/finding/library.ts";
import { LIMITS } from "../src/core/question.ts";
import { parseSourceFile } from "../src/core/reading/source-file.ts";

/** The documents are read from the root, where the tests run. */
const DOCUMENTS = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs/api.md",
  "docs/corpus-format.md",
  "docs/decisions.md",
  "docs/deploy.md",
  "docs/ingest.md",
  "docs/storage.md",
  "docs/verdicts.md",
  "docs/webhooks.md",
];

const read = (path: string) => readFileSync(path, "utf8");
const verdicts = read("docs/verdicts.md");

/** The corpus that `npm run build` made, which is what a reader who tries an example asks. */
const library = openLibrary(new Uint8Array(readFileSync("build/corpus.bin")));

/** The cells of the table whose header row begins with this cell, without its header; a cell's code marks stay. */
function tableOf(text: string, header: string): string[][] {
  const lines = text.split("\n");
  const top = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  const rows = lines.slice(top + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  if (top < 0) return [];
  return rows.slice(0, end < 0 ? rows.length : end).map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const bare = (cell: string | undefined) => (cell ?? "").replaceAll("`", "");

/** Asks what an example, written as arguments of the `check` command, asks. */
function answerTo(example: string): Answer {
  const parts = /^(["'])(.+?)\1( --claim)?(?: --speaker "(.+)")?$/.exec(example);
  if (parts === null) throw new RangeError(`not an example: ${example}`);
  const [, , text = "", claim, speaker = null] = parts;
  return check(
    {
      form: claim === undefined ? "quote" : "claim",
      text,
      speaker,
      within: null,
      prefix: null,
      suffix: null,
      limit: LIMITS.matchesDefault,
    },
    library,
  );
}

/** Each table of docs/verdicts.md by its first header cell: the list that it must hold, and what an answer shows of it. */
const LISTS: readonly { header: string; list: readonly string[]; shows: (answer: Answer) => unknown[] }[] = [
  { header: "verdict", list: QUOTE_VERDICTS, shows: ({ verdict }) => [verdict] },
  { header: "severity", list: SEVERITIES, shows: ({ severity }) => [severity] },
  { header: "wording", list: WORDINGS, shows: ({ matches }) => [matches[0]?.wording] },
  { header: "attribution", list: ATTRIBUTIONS, shows: ({ matches }) => [matches[0]?.attribution] },
  {
    header: "change",
    list: CHANGE_KINDS,
    shows: ({ matches }) => (matches[0]?.changes ?? []).map(({ kind }) => kind),
  },
  {
    header: "warning",
    list: WARNING_KINDS,
    shows: ({ matches }) => (matches[0]?.context.warnings ?? []).map(({ kind }) => kind),
  },
  { header: "via", list: VIAS, shows: ({ matches }) => [matches[0]?.speaker?.via] },
  { header: "speaker", list: SPEAKER_KINDS, shows: ({ matches }) => [matches[0]?.speaker?.kind] },
  { header: "source", list: SOURCE_KINDS, shows: ({ matches }) => [matches[0]?.source.kind] },
];

const CLAIMS = verdicts.slice(verdicts.indexOf("## Verdicts on a claim"));

const TABLES = [
  ...LISTS.map((one) => ({ ...one, rows: tableOf(verdicts, one.header) })),
  {
    header: "verdict on a claim",
    list: CLAIM_VERDICTS,
    shows: ({ verdict }: Answer) => [verdict],
    rows: tableOf(CLAIMS, "verdict"),
  },
];

test.each(TABLES)("docs/verdicts.md explains every $header and no other", ({ list, rows }) => {
  expect(rows.map((cells) => bare(cells[0]))).toEqual([...list]);
  for (const cells of rows) expect(cells[1]).toMatch(/\.$/);
});

/** An example that the corpus cannot give yet; every other row has one that runs. */
const WITHOUT_EXAMPLE = ["document"];

const EXAMPLES = TABLES.flatMap(({ header, rows, shows }) =>
  rows
    .filter((cells) => !WITHOUT_EXAMPLE.includes(bare(cells[0])))
    .map((cells) => ({ header, entry: bare(cells[0]), example: bare(cells.at(-1)), shows })),
);

test.each(EXAMPLES)("the example for the $header “$entry” shows it", ({ entry, example, shows }) => {
  expect(shows(answerTo(example))).toContain(entry);
});

test("every kind of change that is said to be always or never material is, in its example", () => {
  const rows = tableOf(verdicts, "change");
  const sure = rows.filter((cells) => /^(?:always|never)/.test(cells[2] ?? ""));
  expect(sure.length).toBeGreaterThan(12);
  for (const cells of sure) {
    const kind = bare(cells[0]) as ChangeKind;
    const changes = answerTo(bare(cells.at(-1))).matches[0]?.changes.filter((change) => change.kind === kind);
    const material = cells[2]?.startsWith("always");
    expect(
      changes?.map((change) => change.material),
      kind,
    ).toEqual(changes?.map(() => material));
  }
});

test("docs/api.md has every route of the API's description and no other", () => {
  const paths = openApiDocument().paths as Record<string, object>;
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const headings = [...read("docs/api.md").matchAll(/^### `([A-Z]+ \/[^`]*)`$/gm)].map(
    ([, route = ""]) => route,
  );
  expect(headings.toSorted()).toEqual(described.toSorted());
});

test("docs/api.md has every error with its status", () => {
  const rows = tableOf(read("docs/api.md"), "status").map(([status, code]) => [Number(status), bare(code)]);
  expect(rows).toEqual(Object.entries(PROBLEMS).map(([code, { status }]) => [status, code]));
});

test("docs/api.md has every limit and no other", () => {
  const cells = tableOf(read("docs/api.md"), "what").map((row) => row[1] ?? "");
  const named = cells.flatMap((cell) => cell.match(/\d[\d,]*/g) ?? []).map((one) => one.replaceAll(",", ""));
  const limits = [LIMITS, EDGE_LIMITS, BODY_LIMITS].flatMap((group) => Object.values(group));
  expect([...new Set(named)].sort()).toEqual([...new Set(limits.map(String))].sort());
});

test("docs/storage.md has every table that the migrations make, and no other", () => {
  const sql = readdirSync("data/migrations").map((name) => read(`data/migrations/${name}`));
  const made = sql.flatMap((text) =>
    [...text.matchAll(/CREATE (?:VIRTUAL )?TABLE (\w+)/g)].map(([, table = ""]) => table),
  );
  const rows = tableOf(read("docs/storage.md"), "table").map((cells) => bare(cells[0]));
  // A view of another table, told of beneath.
  expect([...rows, "passage_terms"].sort()).toEqual(made.sort());
});

test("docs/deploy.md has every binding and setting that the Worker reads, and no other", () => {
  const worker = read("src/worker.ts");
  const bindings = worker.slice(worker.indexOf("interface Bindings {"), worker.indexOf("interface Context"));
  const names = [...bindings.matchAll(/^ {2}([A-Z_]+)\??:/gm)].map(([, name = ""]) => name);
  const told = ["binding", "name"].flatMap((header) =>
    tableOf(read("docs/deploy.md"), header).flatMap(([first = ""]) => first.match(/[A-Z][A-Z_]+/g) ?? []),
  );
  expect(told.sort()).toEqual(names.sort());
});

test("wrangler.toml counts requests as the API says it does", () => {
  const toml = read("wrangler.toml");
  for (const { name, requests, seconds } of Object.values(RATE_LIMITS)) {
    const [, limit, period] =
      new RegExp(`name = "${name.toUpperCase()}_LIMIT"[^[]*limit = (\\d+), period = (\\d+)`).exec(toml) ?? [];
    expect([Number(limit), Number(period)], name).toEqual([requests, seconds]);
  }
});

test("docs/corpus-format.md has every section of the library file in its order", () => {
  const rows = tableOf(read("docs/corpus-format.md"), "section");
  expect(rows.map((cells) => bare(cells[0]))).toEqual([...SECTIONS]);
});

test("docs/corpus-format.md has every front matter field and no other", () => {
  const fields = tableOf(read("docs/corpus-format.md"), "field").map((cells) => bare(cells[0]));
  const given: Record<string, string> = {
    kind: "article",
    date: "2025-03-11",
    url: "https://courier.example/",
  };
  const front = fields.map((name) => `${name}: "${given[name] ?? "words"}"\n`).join("");
  const result = parseSourceFile("one.md", `---\n${front}---\nThe text.\n`);
  if (!result.ok) throw new Error(result.problem);
  const { id, text, ...rest } = result.source;
  expect(id).toBe("one");
  expect(text).toBe("The text.\n");
  expect(fields.toSorted()).toEqual(Object.keys(rest).sort());
});

test("the README explains every verdict on a quote", () => {
  const rows = tableOf(read("README.md"), "verdict on a quote").map((cells) => bare(cells[0]));
  expect(rows.toSorted()).toEqual([...QUOTE_VERDICTS].sort());
});

test("the README shows what the command line prints and what the endpoint answers", () => {
  const readme = read("README.md");
  const [, quote = ""] = /verbatim -- check "([^"]+)"/.exec(readme) ?? [];
  expect(readme).toContain(reportOf(answerTo(`"${quote}"`), (_, text) => text));
  const [, sent = "{}"] = /-d '(\{"quote".*\})'/.exec(readme) ?? [];
  const answer = JSON.stringify(answerTo(`"${JSON.parse(sent).quote}"`));
  const [, shown = ""] = /```text\n(\{"verdict".*?)```/s.exec(readme) ?? [];
  const pieces = shown.split("…").map((piece) => piece.replace(/\n\s*/g, ""));
  let at = 0;
  for (const piece of pieces) {
    const found = answer.indexOf(piece, at);
    expect(found, piece).toBeGreaterThanOrEqual(at);
    at = found + piece.length;
  }
  expect(pieces.length).toBeGreaterThan(3);
});

test("every npm script that the documents name exists", () => {
  const { scripts } = JSON.parse(read("package.json"));
  for (const path of DOCUMENTS) {
    for (const [, name = ""] of read(path).matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)) {
      expect(Object.keys(scripts), `${path}: npm run ${name}`).toContain(name);
    }
  }
});

test("every link between the documents leads somewhere", () => {
  for (const path of DOCUMENTS) {
    for (const [, target = ""] of read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      expect(existsSync(join(dirname(path), target)), `${path} links to ${target}`).toBe(true);
    }
  }
});
