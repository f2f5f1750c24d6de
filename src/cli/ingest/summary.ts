import { counted } from "../counted.ts";
import { printable } from "../printable.ts";
import type { InputFile } from "./files.ts";
import { type Counts, nameOf, type Report, type Stop } from "./ingest.ts";

/** Of more refusals, or more that is left, than these the rest are only counted. */
const SHOWN_MAX = 20;
const LEFT_MAX = 1000;

export interface Summary extends Counts {
  dryRun: boolean;
  refusals: { file: string; line: number | null; reason: string }[];
  stopped: Stop | null;
  /** What has not been sent, in words; of very much the first. */
  left: string[];
  /** How many files and lines there are beyond those that `left` names. */
  leftMore: number;
}

/** What became of the inputs, for a machine to read and for `summaryText` to print. */
export function summaryOf(
  report: Report,
  files: readonly InputFile[],
  readBytes: number,
  dryRun: boolean,
): Summary {
  const left = report.stop === null ? [] : leftOf(report, files, readBytes);
  return {
    dryRun,
    ...report.counts,
    refusals: report.refusals.map(({ place, reason }) => ({ ...place, reason: printable(reason, 1000) })),
    stopped: report.stop,
    left: left.slice(0, LEFT_MAX),
    leftMore: Math.max(0, left.length - LEFT_MAX),
  };
}

/** What was read and not sent, what follows in the file that was open, and the files after it. */
function leftOf(report: Report, files: readonly InputFile[], readBytes: number): string[] {
  const last = report.lastRead;
  const open = last === null ? -1 : files.findIndex(({ path }) => path === last.file);
  const openEnd = files.slice(0, open + 1).reduce((sum, { bytes }) => sum + bytes, 0);
  const within =
    last !== null && last.line !== null && readBytes < openEnd
      ? [`${last.file} after line ${last.line}`]
      : [];
  return [...report.unsent.map(nameOf), ...within, ...files.slice(open + 1).map(({ path }) => path)];
}

/** The summary in words, each line ended. */
export function summaryText(summary: Summary): string {
  return [countsLine(summary), ...refusalLines(summary), ...stopLines(summary)]
    .map((line) => `${line}\n`)
    .join("");
}

function countsLine({ dryRun, created, replaced, unchanged, refused }: Summary): string {
  if (dryRun) return `${counted(created, "source")} can be sent, ${refused} refused; nothing was sent`;
  return `${created} created, ${replaced} replaced, ${unchanged} unchanged, ${refused} refused`;
}

function refusalLines({ refused, refusals }: Summary): string[] {
  const shown = refusals
    .slice(0, SHOWN_MAX)
    .map(({ reason, ...place }) => `  ${printable(nameOf(place), 500)}: ${reason}`);
  const more = refused - shown.length;
  return [...(refused > 0 ? ["refused:"] : []), ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}

function stopLines({ dryRun, stopped, left, leftMore }: Summary): string[] {
  if (stopped === null) return [];
  const shown = left.slice(0, SHOWN_MAX).map((name) => `  ${printable(name, 500)}`);
  const more = left.length + leftMore - shown.length;
  return [
    `stopped: ${stopped.reason}`,
    ...(shown.length > 0 ? ["not sent:", ...shown] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(dryRun ? [] : ["Run the same command again to go on: what is in already is not sent again."]),
  ];
}
