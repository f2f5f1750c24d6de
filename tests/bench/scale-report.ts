import { mean, quantile, share } from "../eval/scoring/statistics.ts";
import type { AskedResult } from "./asking.ts";
import type { Putting } from "./putting.ts";
import { KINDS } from "./questions.ts";
import { shown, tableOf } from "./script.ts";

/** One number of sources: what putting them in took, and what came of the questions. */
export interface Round {
  sources: number;
  words: number;
  sizeBytes: number;
  putting: Putting;
  results: AskedResult[];
}

const MIB = 1024 * 1024;

/** All figures as plain text: a table of questions and one of growth. It ends with a line break. */
export function reportOf(rounds: readonly Round[], real: number): string {
  const [first] = rounds;
  const last = rounds.at(-1);
  if (first === undefined || last === undefined) return "";
  const texts =
    real === 0 ? "an invented vocabulary" : `${real} cut from real text, the others made by a chain`;
  return [
    `Sources: ${texts}. Times depend on the machine and on what else it does; compare ratios.\n`,
    ...rounds.map(roundText),
    ...(first === last ? [] : [growthText(first, last)]),
  ].join("\n");
}

const HEAD = [
  "questions",
  "n",
  "right",
  "wall p50",
  "p99",
  "CPU p50",
  "p99",
  "DB CPU",
  "batches",
  "stmts",
  "read p50",
  "p99",
  "max",
  "counted p50",
  "max",
  "matched p50",
  "max",
  "opened",
];

function roundText({ sources, words, sizeBytes, putting, results }: Round): string {
  const rows = [
    ...KINDS.map((kind) =>
      rowOf(
        kind,
        results.filter((result) => result.kind === kind),
      ),
    ),
    rowOf("all", results),
  ];
  const { timesMs, rowsWritten, wholeMs, puts } = putting;
  const put = `A put: median ${shown(quantile(timesMs, 0.5))} ms, p99 ${shown(quantile(timesMs, 0.99))} ms, ${shown(mean(rowsWritten))} rows written (the last ${timesMs.length}, one by one; all ${puts}: ${shown(wholeMs / puts)} ms each).`;
  return `${sources} sources, ${words} words, ${shown(sizeBytes / MIB)} MiB\n${put}\n${tableOf(HEAD, rows)}`;
}

function rowOf(name: string, results: readonly AskedResult[]): string[] {
  const all = (figure: (result: AskedResult) => number) => results.map(figure);
  const at = (figure: (result: AskedResult) => number, part: number) => shown(quantile(all(figure), part));
  return [
    name,
    String(results.length),
    share(results.map(({ right }) => right)).toFixed(3),
    at(({ wallMs }) => wallMs, 0.5),
    at(({ wallMs }) => wallMs, 0.99),
    at(({ cpuMs }) => cpuMs, 0.5),
    at(({ cpuMs }) => cpuMs, 0.99),
    shown(mean(all(({ databaseCpuMs }) => databaseCpuMs))),
    shown(mean(all(({ batches }) => batches))),
    shown(mean(all(({ statements }) => statements))),
    at(({ rowsRead }) => rowsRead, 0.5),
    at(({ rowsRead }) => rowsRead, 0.99),
    at(({ rowsRead }) => rowsRead, 1),
    at(({ rowsCounted }) => rowsCounted, 0.5),
    at(({ rowsCounted }) => rowsCounted, 1),
    at(({ rowsMatched }) => rowsMatched, 0.5),
    at(({ rowsMatched }) => rowsMatched, 1),
    shown(mean(all(({ sourcesOpened }) => sourcesOpened))),
  ];
}

/** The figures whose growth is told, each of a round as one number. */
const GROWING: Record<string, (round: Round) => number> = {
  sources: ({ sources }) => sources,
  "database, MiB": ({ sizeBytes }) => sizeBytes / MIB,
  "a put, median ms": ({ putting }) => quantile(putting.timesMs, 0.5),
  "a put, p99 ms": ({ putting }) => quantile(putting.timesMs, 0.99),
  "a put, rows written": ({ putting }) => mean(putting.rowsWritten),
  right: ({ results }) => share(results.map(({ right }) => right)),
  "wall, median ms": of(({ wallMs }) => wallMs, 0.5),
  "wall, p99 ms": of(({ wallMs }) => wallMs, 0.99),
  "CPU, median ms": of(({ cpuMs }) => cpuMs, 0.5),
  "CPU, p99 ms": of(({ cpuMs }) => cpuMs, 0.99),
  "database's CPU, mean ms": ({ results }) => mean(results.map(({ databaseCpuMs }) => databaseCpuMs)),
  "rows read, median": of(({ rowsRead }) => rowsRead, 0.5),
  "rows read, max": of(({ rowsRead }) => rowsRead, 1),
  "rows counted, median": of(({ rowsCounted }) => rowsCounted, 0.5),
  "rows matched, median": of(({ rowsMatched }) => rowsMatched, 0.5),
  "rows matched, max": of(({ rowsMatched }) => rowsMatched, 1),
  "sources opened, mean": ({ results }) => mean(results.map(({ sourcesOpened }) => sourcesOpened)),
};

function of(figure: (result: AskedResult) => number, part: number): (round: Round) => number {
  return ({ results }) => quantile(results.map(figure), part);
}

function growthText(first: Round, last: Round): string {
  const rows = Object.entries(GROWING).map(([name, figure]) => {
    const [before, after] = [figure(first), figure(last)];
    return [name, shown(before), shown(after), `× ${shown(after / before)}`];
  });
  return tableOf(["growth", `${first.sources} sources`, `${last.sources} sources`, "ratio"], rows);
}
