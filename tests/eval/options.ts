import { statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../../src/cli/command.ts";
import { corporaOf, SOURCES_DEFAULT } from "./bench.ts";

/** What to measure, on what, and where the report goes. */
export interface Options {
  data: string;
  questions: string;
  corpora: string[];
  /** The sections to measure, or null for all. */
  only: string[] | null;
  out: string;
  json: string | null;
}

/** The text that `--help` prints, with these sections. */
export function helpOf(sections: readonly string[]): string {
  return `Usage: npm run eval -- --data DIR [options]

Measures the engine on real text and real quotations, writes a report in
Markdown and prints its figures. DIR is a folder with

  sources/CORPUS/*.md   corpora, in the project's own source-file format
  dev/*.jsonl           questions with answers: quotes, absent, misquotes,
                        attributions
  dev/claims/*.jsonl    documents, queries-dev, queries-train

  --data DIR         the folder (default: the environment variable EVAL_DATA)
  --questions DIR    the folder of questions (default: dev in the data folder)
  --sources NAMES    the corpora to ask, by comma, or all (default:
                     ${SOURCES_DEFAULT.join(",")}); misquotes are always asked of all
  --only SECTIONS    measure only these, by comma, of: ${sections.join(", ")}
  --out FILE         where the report goes (default: build/eval/report.md)
  --json FILE        write the figures, tables and failures as JSON too
  --help             this text

A file of questions that is not there makes its section say so. Two thirds of
the rows may be read: only their failures are listed. Exit status: 0 when the
report was written, whatever its figures; 2 when the usage is wrong or a folder
is missing.
`;
}

/** The options that the arguments give, or null where they ask for help. Throws UsageError, which names everything that is missing. */
export function readOptions(
  args: string[],
  environment: NodeJS.ProcessEnv,
  sections: readonly string[],
): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      data: text,
      questions: text,
      sources: text,
      only: text,
      out: { ...text, default: join("build", "eval", "report.md") },
      json: text,
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const data = values.data ?? environment.EVAL_DATA;
  if (!data)
    throw new UsageError("Give the folder of data: --data DIR, or the environment variable EVAL_DATA.");
  const questions = values.questions ?? join(data, "dev");
  const only = values.only === undefined ? null : listOf(values.only);
  refuse(
    (only ?? []).filter((name) => !sections.includes(name)).map((name) => `There is no section ${name}.`),
    `The sections are: ${sections.join(", ")}.`,
  );
  refuse([data, join(data, "sources"), questions].filter((path) => !isFolder(path)).map(missing));
  const corpora = corporaFor(values.sources, data);
  refuse(
    corpora
      .map((name) => join(data, "sources", name))
      .filter((path) => !isFolder(path))
      .map(missing),
  );
  return { data, questions, corpora, only, out: values.out, json: values.json ?? null };
}

function corporaFor(given: string | undefined, data: string): string[] {
  const names = given === undefined ? SOURCES_DEFAULT : listOf(given);
  return names.includes("all") ? corporaOf(data) : names;
}

function listOf(given: string): string[] {
  const names = given
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return [...new Set(names)];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function missing(path: string): string {
  return `missing: the folder ${path}`;
}

function refuse(faults: readonly string[], advice?: string): void {
  if (faults.length > 0) throw new UsageError([...faults, ...(advice ? [advice] : [])].join("\n"));
}
