import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { EXIT, UsageError } from "../../src/cli/command.ts";
import { englishDictionary } from "../../src/cli/dictionary.ts";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { openLibrary } from "../../src/core/finding/library.ts";
import { growingCorpus } from "../../src/corpus/growing.ts";
import { type AskedResult, askAll } from "./asking.ts";
import { LocalDatabase } from "./local-database.ts";
import { cpuMsOf, workerdPid } from "./process-figures.ts";
import { type Putting, putAll } from "./putting.ts";
import { questionsFrom } from "./questions.ts";
import { type Round, reportOf } from "./scale-report.ts";
import { countOf, progress, runScript, writeJson } from "./script.ts";
import { cutTexts, inventedTexts, type Texts } from "./texts.ts";

const HELP = `Usage: npm run scale -- [options]

Puts sources of about 1,000 words into a D1 database of its own, asks questions
of them, and prints what that costs and how it grows with their number.

  --sources N,M    how many sources are there when the questions are asked
                   (default: 1000,10000)
  --data DIR       cut the sources from the files below DIR/sources (default: an
                   invented vocabulary, drawn as often as words of a language)
  --questions N    questions of each kind (default: 50)
  --seed N         another seed draws other texts and questions (default: 1)
  --json FILE      write the figures as JSON too
  --help           this text
`;

interface Options {
  counts: number[];
  data: string | null;
  questions: number;
  seed: number;
  json: string | null;
}

function readOptions(args: string[]): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      sources: { ...text, default: "1000,10000" },
      data: text,
      questions: { ...text, default: "50" },
      seed: { ...text, default: "1" },
      json: text,
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const counts = values.sources.split(",").map((count) => countOf("sources", count.trim()));
  if (counts.some((count, index) => count <= (counts[index - 1] ?? 0)))
    throw new UsageError("--sources: each number must be larger than the one before it.");
  return {
    counts,
    data: values.data ?? null,
    questions: countOf("questions", values.questions),
    seed: countOf("seed", values.seed),
    json: values.json ?? null,
  };
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  const { counts, data, seed } = options;
  progress("reading and cutting texts");
  const most = counts.at(-1) ?? 0;
  const texts = data === null ? inventedTexts(most, seed) : await cutTexts(data, most, seed);
  const folder = await mkdtemp(join(tmpdir(), "verbatim-scale-"));
  try {
    const rounds = await measured(options, texts, folder);
    progress("");
    process.stdout.write(reportOf(rounds, texts.real));
    if (options.json !== null) await writeJson(options.json, { seed, real: texts.real, rounds });
    return EXIT.good;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same questions, of the sources that are put in first, at each number of sources. */
async function measured(
  { counts, questions, seed }: Options,
  texts: Texts,
  folder: string,
): Promise<Round[]> {
  const database = await LocalDatabase.start(folder);
  try {
    const corpus = growingCorpus(() => openLibrary(buildLibrary([], englishDictionary())), database);
    const databaseCpuMs = () => cpuMsOf(workerdPid());
    const asked = questionsFrom(texts.sources.slice(0, counts[0]), texts.heldOut, questions, seed);
    const rounds: Round[] = [];
    let there = 0;
    for (const count of counts) {
      const told = (done: number) => progress(`${there + done} of ${count} sources put in`);
      const putting: Putting = await putAll(texts.sources.slice(there, count), corpus, database, told);
      there = count;
      const sizeBytes = database.sizeBytes;
      const answered = (done: number) =>
        progress(`${count} sources: ${done} of ${asked.length} questions asked`);
      const results: AskedResult[] = await askAll(asked, { corpus, database, databaseCpuMs }, answered);
      rounds.push({ sources: count, words: (await corpus.summary()).words, sizeBytes, putting, results });
    }
    return rounds;
  } finally {
    await database.stop();
  }
}

if (import.meta.main) await runScript(main);
