import { join } from "node:path";
import { parseArgs } from "node:util";
import { EXIT, UsageError } from "../../src/cli/command.ts";
import { readSources } from "../../src/cli/read-sources.ts";
import type { ArticleReport } from "../../src/core/article.ts";
import type { Library } from "../../src/core/finding/library.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { checkDraft } from "../../src/corpus/checking.ts";
import { libraryCorpus } from "../../src/corpus/library-corpus.ts";
import { ask } from "../eval/ask.ts";
import { libraryOf } from "../eval/bench.ts";
import { quantile, random } from "../eval/scoring/statistics.ts";
import type { Chain } from "./chain.ts";
import { draftFrom, type Quotation, unquoted } from "./drafts.ts";
import { ownCpuMs } from "./process-figures.ts";
import { contentWord, oneChanged, wordsFrom } from "./questions.ts";
import { countOf, demandFolders, progress, runScript, shown, tableOf, writeJson } from "./script.ts";
import { chainOf, shuffled } from "./texts.ts";

const CORPUS = "political-events";
const DRAFT_WORDS = 3000;
const QUOTATIONS = { "word for word": 20, "one word changed": 6, absent: 4 } as const;
const WARM_UP = 10;

const HELP = `Usage: npm run draft -- --data DIR [options]

Measures the CPU that checking a draft takes: ${DRAFT_WORDS} words with 30 quotations,
of which 20 stand word for word in the sources, 6 with a word changed and 4 not
at all, over the library of DIR/sources/${CORPUS}.

  --data DIR    the folder of data
  --drafts N    how many drafts are measured (default: 30)
  --seed N      another seed draws other drafts (default: 1)
  --json FILE   write the figures as JSON too
  --help        this text
`;

interface Options {
  data: string;
  drafts: number;
  seed: number;
  json: string | null;
}

function readOptions(args: string[]): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      data: text,
      drafts: { ...text, default: "30" },
      seed: { ...text, default: "1" },
      json: text,
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  if (!values.data) throw new UsageError("Give the folder of data: --data DIR.");
  demandFolders(values.data, join(values.data, "sources"), join(values.data, "sources", CORPUS));
  return {
    data: values.data,
    drafts: countOf("drafts", values.drafts),
    seed: countOf("seed", values.seed),
    json: values.json ?? null,
  };
}

/** What one draft took, in milliseconds, and how many of its quotations got each verdict. */
interface Drafted {
  cpuMs: number;
  wallMs: number;
  quotations: number;
  verdicts: Record<string, number>;
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  progress("reading and indexing the sources");
  const sources = await readSources(join(options.data, "sources", CORPUS));
  const library = libraryOf(sources);
  const drafts = draftsOver(sources, library, options.drafts + WARM_UP, random(options.seed));
  const corpus = libraryCorpus(() => library);
  const measured: Drafted[] = [];
  for (const [index, body] of drafts.entries()) {
    const before = { cpuMs: ownCpuMs(), wallMs: performance.now() };
    const report = await checkDraft({ form: "text", body, title: null }, null, corpus);
    const cpuMs = ownCpuMs() - before.cpuMs;
    const wallMs = performance.now() - before.wallMs;
    if (index >= WARM_UP) measured.push({ cpuMs, wallMs, ...verdictsOf(report) });
    progress(`${index + 1} of ${drafts.length} drafts`);
  }
  progress("");
  process.stdout.write(reportOf(measured, library.summary.words));
  if (options.json !== null) await writeJson(options.json, { seed: options.seed, drafts: measured });
  return EXIT.good;
}

function draftsOver(
  sources: readonly SourceInput[],
  library: Library,
  count: number,
  next: () => number,
): string[] {
  const chain = chainOf(shuffled(sources, next));
  const made: Record<keyof typeof QUOTATIONS, () => Quotation> = {
    "word for word": () => quotationOf(sources, library, next),
    "one word changed": () => {
      const { words, speaker } = quotationOf(sources, library, next);
      return { words: oneChanged(words, () => contentWord(sources, next), next), speaker };
    },
    absent: () => ({ words: absentWords(chain, next), speaker: null }),
  };
  const kinds = Object.entries(QUOTATIONS) as [keyof typeof QUOTATIONS, number][];
  return Array.from({ length: count }, () => {
    const quotations = kinds.flatMap(([kind, times]) => Array.from({ length: times }, made[kind]));
    return draftFrom(shuffled(quotations, next), unquoted(chain.text(DRAFT_WORDS, next)), DRAFT_WORDS);
  });
}

/** Words of a source; for every other quotation with whoever said them there, as the engine reads it. */
function quotationOf(sources: readonly SourceInput[], library: Library, next: () => number): Quotation {
  const { words } = wordsFrom(sources, 10 + Math.floor(next() * 20), next);
  if (next() < 0.5) return { words, speaker: null };
  return { words, speaker: ask(library, words.join(" ")).matches[0]?.speaker?.name ?? null };
}

/** Words that stand in a row nowhere, as far as a chain can tell. */
function absentWords(chain: Chain, next: () => number): string[] {
  return unquoted(chain.text(18, next))
    .replace(/[:()[\]]/gu, "")
    .split(/\s+/u);
}

function verdictsOf({ quotations }: ArticleReport): Pick<Drafted, "quotations" | "verdicts"> {
  const verdicts: Record<string, number> = {};
  for (const { result } of quotations) verdicts[result.verdict] = (verdicts[result.verdict] ?? 0) + 1;
  return { quotations: quotations.length, verdicts };
}

function reportOf(drafts: readonly Drafted[], words: number): string {
  const row = (name: string, values: readonly number[]) => [
    name,
    ...[0.5, 0.99, 1].map((part) => shown(quantile(values, part))),
  ];
  const verdicts: Record<string, number> = {};
  for (const draft of drafts)
    for (const [verdict, count] of Object.entries(draft.verdicts))
      verdicts[verdict] = (verdicts[verdict] ?? 0) + count;
  const quotations = drafts.reduce((sum, draft) => sum + draft.quotations, 0);
  const counted = Object.entries(verdicts).map(([verdict, count]) => `${verdict} ${count}`);
  return [
    `${drafts.length} drafts of ${DRAFT_WORDS} words over ${words} words of sources. Times depend on the machine and on what else it does.\n`,
    tableOf(
      ["a draft", "median", "p99", "most"],
      [
        row(
          "CPU, ms",
          drafts.map(({ cpuMs }) => cpuMs),
        ),
        row(
          "wall, ms",
          drafts.map(({ wallMs }) => wallMs),
        ),
        row(
          "quotations",
          drafts.map((draft) => draft.quotations),
        ),
      ],
    ),
    `\nVerdicts of ${quotations} quotations: ${counted.join(", ")}.\n`,
  ].join("");
}

if (import.meta.main) await runScript(main);
