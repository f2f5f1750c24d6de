import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { EXIT } from "../../src/cli/command.ts";
import { readSources } from "../../src/cli/read-sources.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { type AbsentRow, MissingFile, type QuoteRow, readRows } from "../eval/rows.ts";
import {
  type Asked,
  absentAsked,
  inTurns,
  noisyAsked,
  printedAbsentAsked,
  printedAsked,
} from "./peers/asked.ts";
import { absentSentences, growing, wordsOf } from "./peers/corpora.ts";
import type { Peer } from "./peers/engine.ts";
import { PEERS } from "./peers/engines.ts";
import { type FuseAdds, measureFuse } from "./peers/fuse-adds.ts";
import { match } from "./peers/match.ts";
import { noisyQuestions } from "./peers/noisy-questions.ts";
import { HELP, type Options, readOptions } from "./peers/options.ts";
import { peersTables } from "./peers/peers-report.ts";
import { linesOf, plotSvg } from "./peers/plot.ts";
import { pairsOf, secondAsked } from "./peers/second.ts";
import { fuseChanges, fuseTable, secondTable } from "./peers/sections-report.ts";
import { markdown, plainText, type Table } from "./peers/tables.ts";
import type { Showing } from "./peers/turns.ts";
import { demandFolders, progress, runScript, writeJson } from "./script.ts";

/** Corpora by size, and the questions that are asked of each. */
interface Field {
  corpora: SourceInput[][];
  asked: Asked[];
  /** What is not measured, for want of data. */
  missing: string[];
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args, process.env);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  const tables: Table[] = [];
  const results: Record<string, unknown> = {};
  const { corpora, asked, missing } = await fieldOf(options);
  for (const line of missing) process.stderr.write(`${line}\n`);
  if (options.only.includes("peers")) {
    const showings = await peersShowings(corpora, asked, options);
    tables.push(...peersTables(showings));
    results.peers = showings.map(plain);
    if (options.plot !== null) await write(options.plot, plotSvg(linesOf(showings)));
  }
  if (options.only.includes("fuse")) {
    const adds = fuseAdds(corpora.at(-1) ?? [], options);
    tables.push(withNote(fuseTable(adds), fuseChanges(adds)));
    results.fuse = adds;
  }
  if (options.only.includes("second")) tables.push(...(await second(options, results)));
  process.stdout.write(plainText(tables));
  if (options.markdown !== null) await write(options.markdown, markdown(tables));
  if (options.json !== null) await writeJson(options.json, { seed: options.seed, ...results });
  return EXIT.good;
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function withNote(table: Table, note: string): Table {
  return { ...table, notes: [...table.notes, note] };
}

/** Absent sentences for each question of a kind: few engines can tell them, and by little. */
const ABSENT_EACH = 2;

/** One corpus of all the sources, with printed questions; or growing ones, with what can be asked of the smallest. */
async function fieldOf(options: Options): Promise<Field> {
  progress("reading sources");
  const sources = await readSources(options.sources);
  const { each, seed } = options;
  if (options.sizes !== null) {
    const { corpora, heldOut } = growing(sources, options.sizes, seed);
    const largest = corpora.at(-1) ?? [];
    // Judged by the largest, which begins as every other: a second copy of the words may stand anywhere in it.
    const noisy = noisyAsked(noisyQuestions(corpora[0] ?? [], { each, seed }), largest);
    const absent = absentAsked(absentSentences(heldOut, largest, each * ABSENT_EACH, seed));
    return { corpora, asked: inTurns([...noisy, ...absent], seed), missing: [] };
  }
  const missing: string[] = [];
  const noisy = noisyAsked(noisyQuestions(sources, { each, seed }), sources);
  const others = await othersOf(options, sources);
  if (others.length === 0) missing.push("No other sources are there: no sentence is asked that is in none.");
  const absent = absentAsked(absentSentences(others, sources, each * ABSENT_EACH, seed));
  const printed = printedOf(options, sources);
  if (printed.length === 0) missing.push("There is no file of printed quotations for these sources.");
  return { corpora: [sources], asked: inTurns([...noisy, ...absent, ...printed], seed), missing };
}

/** Sources below the data folder that are not among those asked. */
async function othersOf({ data }: Options, sources: readonly SourceInput[]): Promise<SourceInput[]> {
  if (data === null) return [];
  const ids = new Set(sources.map(({ id }) => id));
  return (await readSources(join(data, "sources"))).filter(({ id }) => !ids.has(id));
}

function printedOf({ questions }: Options, sources: readonly SourceInput[]): Asked[] {
  if (questions === null) return [];
  const folder = dirname(questions);
  const printed = printedAsked(readRows<QuoteRow>(folder, basename(questions)), sources);
  if (printed.length === 0) return [];
  return [...printed, ...printedAbsentAsked(absentRows(folder))];
}

function absentRows(folder: string): AbsentRow[] {
  try {
    return readRows<AbsentRow>(folder, "absent.jsonl");
  } catch (error) {
    if (error instanceof MissingFile) return [];
    throw error;
  }
}

async function peersShowings(
  corpora: readonly SourceInput[][],
  asked: readonly Asked[],
  options: Options,
): Promise<Showing[]> {
  const showings: Showing[] = [];
  for (const corpus of corpora) {
    const words = corpus.reduce((sum, source) => sum + wordsOf(source), 0);
    showings.push(...(await match(takingPart(words, options), corpus, asked, options)));
  }
  return showings;
}

/** The engines that can handle so many words; the others are told, with the reason. */
function takingPart(words: number, { engines, all }: Options): Peer[] {
  const named = engines ?? PEERS;
  if (all || engines !== null) return [...named];
  return named.filter(({ name, wordsMax }) => {
    if (wordsMax === undefined || words <= wordsMax.count) return true;
    process.stderr.write(
      `${words.toLocaleString("en-US")} words: without ${name} (${wordsMax.why}); --all asks it too.\n`,
    );
    return false;
  });
}

/** Questions of each kind for this section alone: few leave a choice. */
const FUSE_EACH = 4;

function fuseAdds(corpus: readonly SourceInput[], { each, seed }: Options): FuseAdds {
  progress("What Fuse.js adds: building");
  // Of another seed than the other section's, whose questions the machine has just been warmed by.
  const questions = noisyQuestions(corpus, { each: each * FUSE_EACH, seed: seed + 1 });
  const asked = inTurns(noisyAsked(questions, corpus), seed);
  const adds = measureFuse(corpus, asked, (done) =>
    progress(`What Fuse.js adds: ${done} of ${asked.length}`),
  );
  progress("");
  return adds;
}

/** Engines that are asked sentences of a second transcript, and how many for each question of a kind. */
const SECOND_PEERS = ["finding", "check", "fts5-all", "minisearch"];
const SECOND_EACH = 10;
const FIRST_FOLDER = "political-events";
const SECOND_FOLDER = "presidential-debates";

async function second(options: Options, results: Record<string, unknown>): Promise<Table[]> {
  const { data, each, seed } = options;
  if (data === null) {
    process.stderr.write("Without --data there is no second transcript to ask.\n");
    return [];
  }
  const [first, other] = [join(data, "sources", FIRST_FOLDER), join(data, "sources", SECOND_FOLDER)];
  demandFolders(first, other);
  const corpus = await readSources(first);
  const pairs = pairsOf(corpus, await readSources(other));
  const asked = secondAsked(pairs, corpus, each * SECOND_EACH, seed);
  const peers = PEERS.filter(({ id }) => SECOND_PEERS.includes(id));
  const showings = await match(peers, corpus, asked, options);
  results.second = showings.map(plain);
  return [secondTable(showings, [...new Set(pairs.map(({ theirs }) => theirs.id))])];
}

/** A showing without functions, for JSON. */
function plain({ peer, words, built, results }: Showing) {
  return {
    engine: peer.id,
    words,
    built,
    results: results.map(({ asked, ...rest }) => ({
      group: asked.group,
      kind: asked.kind,
      text: asked.text,
      ...rest,
    })),
  };
}

if (import.meta.main) await runScript(main);
