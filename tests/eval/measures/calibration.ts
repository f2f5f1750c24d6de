import { VIAS } from "../../../src/core/answer.ts";
import { mean } from "../scoring/statistics.ts";
import type { Table } from "../section.ts";
import { isSpeakerRight, type Pairing } from "./read-article.ts";

/** Lower bounds of the bins of confidence; the reading gives few distinct values, most of them high. */
const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** How often attributions of each confidence, and of each way of reading, are right. */
export function calibrationTables(pairings: readonly Pairing[]): Table[] {
  const read = pairings.filter((pairing) => pairing.read?.speaker);
  const bins = BINS.map((from, index) => {
    const to = BINS[index + 1] ?? Number.POSITIVE_INFINITY;
    const inBin = read.filter((pairing) => confidenceOf(pairing) >= from && confidenceOf(pairing) < to);
    return [
      `${from.toFixed(2)} to ${Number.isFinite(to) ? `below ${to.toFixed(2)}` : "1.00"}`,
      ...cells(inBin),
    ];
  });
  const vias = VIAS.map((via) => [
    via,
    ...cells(read.filter((pairing) => pairing.read?.speaker?.via === via)),
  ]);
  const head = ["n", "mean confidence", "share right"];
  return [
    {
      title: "Attributions by confidence, where the printed speaker is a name",
      head: ["confidence", ...head],
      rows: bins,
    },
    { title: "The same by the way they were read", head: ["via", ...head], rows: vias },
  ];
}

function confidenceOf({ read }: Pairing): number {
  return read?.speaker?.confidence ?? 0;
}

function cells(pairings: readonly Pairing[]): string[] {
  if (pairings.length === 0) return ["0", "–", "–"];
  const right = pairings.filter(isSpeakerRight).length / pairings.length;
  return [String(pairings.length), mean(pairings.map(confidenceOf)).toFixed(3), right.toFixed(3)];
}
