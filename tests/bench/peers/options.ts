import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../../../src/cli/command.ts";
import { countOf, demandFolders } from "../script.ts";
import type { Peer } from "./engine.ts";
import { PEERS, YARDSTICK } from "./engines.ts";

export const SECTIONS = ["peers", "fuse", "second"] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What to measure, on what, and where it goes. */
export interface Options {
  /** The folder of data, or null: then only `sources` is there. */
  data: string | null;
  sources: string;
  /** The file of printed quotations, or null where there is none. */
  questions: string | null;
  /** Words of each corpus; null for one corpus of all of `sources`. */
  sizes: number[] | null;
  /** The engines named, or null for all that can handle the corpus; `all` for those that cannot, too. */
  engines: Peer[] | null;
  all: boolean;
  only: SectionName[];
  each: number;
  seed: number;
  budgetS: number;
  json: string | null;
  plot: string | null;
  markdown: string | null;
}

export const HELP = `Usage: npm run bench -- --data DIR [options]

Asks this engine and others the same questions over the same corpus, one at a
time and in turns, and prints what they find, what that costs and what they
hold. DIR is a folder as tests/eval/README.md has it.

  --data DIR       the folder (default: the environment variable EVAL_DATA)
  --sources DIR    any folder of source files (default:
                   DATA/sources/political-events)
  --questions FILE printed quotations with their places (default:
                   DATA/dev/quotes.jsonl, and absent.jsonl beside it)
  --sizes N,M      millions of words: instead, corpora of so many words of all
                   below DATA/sources, each within the next, as 0.1,1,7
  --engines A,B    only these, whatever the size, of:
${listed(PEERS.map(({ id }) => id))}
  --all            all engines at all sizes, however long they take
  --only NAMES     of peers, fuse, second (default: all; with --sizes, peers
                   and fuse)
  --each N         questions of each kind of noise (default: 50)
  --budget N       seconds of answering that each engine has a corpus
                   (default: 45)
  --seed N         another seed asks other questions (default: 1)
  --json FILE      write every answer as JSON
  --markdown FILE  write the tables as Markdown
  --plot FILE      write time against words as an SVG
  --help           this text
`;

function listed(names: readonly string[]): string {
  const lines = [""];
  for (const name of names) {
    if (`${lines.at(-1)}, ${name}`.length > 55) lines.push("");
    lines[lines.length - 1] += lines.at(-1) === "" ? name : `, ${name}`;
  }
  return lines.map((line) => `                   ${line}`).join(",\n");
}

/** The options that the arguments give, or null where they ask for help. Throws UsageError, which names what is missing. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      data: text,
      sources: text,
      questions: text,
      sizes: text,
      engines: text,
      all: { type: "boolean", default: false },
      only: text,
      each: { ...text, default: "50" },
      budget: { ...text, default: "45" },
      seed: { ...text, default: "1" },
      json: text,
      markdown: text,
      plot: text,
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const data = values.data ?? (environment.EVAL_DATA || null);
  const sizes = values.sizes === undefined ? null : sizesOf(values.sizes);
  const sources = sourcesOf(values.sources, data, sizes);
  return {
    data,
    sources,
    questions: questionsOf(values.questions, data),
    sizes,
    engines: values.engines === undefined ? null : enginesOf(values.engines),
    all: values.all,
    only: sectionsOf(values.only, sizes),
    each: countOf("each", values.each),
    seed: countOf("seed", values.seed),
    budgetS: countOf("budget", values.budget),
    json: values.json ?? null,
    plot: values.plot ?? null,
    markdown: values.markdown ?? null,
  };
}

function sourcesOf(given: string | undefined, data: string | null, sizes: number[] | null): string {
  if (data === null && given === undefined)
    throw new UsageError(
      "Give the folder of data: --data DIR, or the environment variable EVAL_DATA; or a folder of source files: --sources DIR.",
    );
  const all = join(data ?? "", "sources");
  const sources = given ?? (sizes === null ? join(all, "political-events") : all);
  demandFolders(...(data === null ? [] : [data, all]), sources);
  return sources;
}

function questionsOf(given: string | undefined, data: string | null): string | null {
  if (given !== undefined && !existsSync(given)) throw new UsageError(`missing: the file ${given}`);
  const usual = data === null ? null : join(data, "dev", "quotes.jsonl");
  return given ?? (usual !== null && existsSync(usual) ? usual : null);
}

function sizesOf(given: string): number[] {
  const sizes = namesOf(given).map((size) => Number(size) * 1e6);
  if (sizes.every((size, at) => size >= 1000 && size > (sizes[at - 1] ?? 0))) return sizes;
  throw new UsageError("--sizes: millions of words by comma, each more than the one before, as 0.1,1,7.");
}

function enginesOf(given: string): Peer[] {
  const names = namesOf(given);
  const unknown = names.filter((name) => !PEERS.some(({ id }) => id === name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no engine ${unknown.join(", ")}. The engines are: ${PEERS.map(({ id }) => id).join(", ")}.`,
    );
  // Times are told as multiples of the yardstick's.
  return PEERS.filter(({ id }) => names.includes(id) || id === YARDSTICK);
}

function sectionsOf(given: string | undefined, sizes: number[] | null): SectionName[] {
  if (given === undefined) return sizes === null ? [...SECTIONS] : ["peers", "fuse"];
  const names = namesOf(given);
  const unknown = names.filter((name) => !SECTIONS.some((section) => section === name));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no section ${unknown.join(", ")}. The sections are: ${SECTIONS.join(", ")}.`,
    );
  return SECTIONS.filter((section) => names.includes(section));
}

function namesOf(given: string): string[] {
  return given
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
