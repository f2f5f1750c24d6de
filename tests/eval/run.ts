import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { EXIT, UsageError } from "../../src/cli/command.ts";
import { ENGINE_VERSION } from "../../src/core/version.ts";
import { Bench } from "./bench.ts";
import { measureAbsent } from "./measures/absent.ts";
import { measureArticle } from "./measures/article.ts";
import { measureClaimVerdicts } from "./measures/claim-verdicts.ts";
import { measureClaims } from "./measures/claims.ts";
import { measureFound } from "./measures/found.ts";
import { measureMisquotes } from "./measures/misquotes.ts";
import { measureSpeaker } from "./measures/speaker.ts";
import { measureSyntheticOn } from "./measures/synthetic.ts";
import { measureTime } from "./measures/time.ts";
import { measureVerdict } from "./measures/verdict.ts";
import { helpOf, type Options, readOptions } from "./options.ts";
import { type Measured, markdownOf } from "./report.ts";
import { MissingFile } from "./rows.ts";
import type { Section } from "./section.ts";
import { summaryOf } from "./summary.ts";

type Measurement = (bench: Bench) => Section | Promise<Section>;

/** Every section by the name that `--only` takes, in the report's order. */
const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  found: measureFound,
  verdict: measureVerdict,
  speaker: measureSpeaker,
  absent: measureAbsent,
  misquotes: measureMisquotes,
  article: measureArticle,
  claims: measureClaims,
  "claim-verdicts": measureClaimVerdicts,
  synthetic: measureSyntheticOn,
  time: measureTime,
};
const SECTIONS = Object.keys(MEASUREMENTS);

/** What a run may touch beside the files it is told of; tests hand in their own. */
export interface Surroundings {
  out(text: string): void;
  err(text: string): void;
  environment: NodeJS.ProcessEnv;
}

/** Measures what the arguments ask for and gives the process's exit status. */
export async function main(args: string[], around: Surroundings): Promise<number> {
  try {
    const options = readOptions(args, around.environment, SECTIONS);
    if (options === null) around.out(helpOf(SECTIONS));
    else await evaluate(options, around);
    return EXIT.good;
  } catch (error) {
    if (!isCallersMistake(error)) throw error;
    around.err(`${error.message}\n`);
    return EXIT.badUsage;
  }
}

async function evaluate(options: Options, around: Surroundings): Promise<void> {
  const bench = new Bench(options.data, options.questions, options.corpora);
  const sections: Section[] = [];
  for (const [id, measure] of Object.entries(MEASUREMENTS)) {
    if (options.only !== null && !options.only.includes(id)) continue;
    const begunMs = performance.now();
    sections.push(await measured(id, measure, bench));
    around.err(`${id}: ${((performance.now() - begunMs) / 1000).toFixed(1)} s\n`);
  }
  const result: Measured = { engine: ENGINE_VERSION, corpora: options.corpora, sections };
  await write(options.out, markdownOf(result));
  if (options.json !== null) await write(options.json, `${JSON.stringify(result, null, 2)}\n`);
  around.out(`${summaryOf(sections)}\nThe report is in ${options.out}.\n`);
}

/** A section, or one that says which file it would have needed. */
async function measured(id: string, measure: Measurement, bench: Bench): Promise<Section> {
  try {
    return await measure(bench);
  } catch (error) {
    if (!(error instanceof MissingFile)) throw error;
    return { id, title: id, notes: [error.message], figures: [], tables: [], failures: [] };
  }
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** A mistake in the arguments or the files they name: ours to explain, without a stack. */
function isCallersMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    environment: process.env,
  });
}
