import type { Answer, ChangeKind, Match, Wording } from "../../src/core/answer.ts";
import type { Asked } from "./bench.ts";
import type { QuoteRow } from "./rows.ts";
import { holds } from "./scoring/fold.ts";
import { partOfId } from "./scoring/split.ts";
import type { Failure } from "./section.ts";

/** Where among the matches the first stands that is the row's own place, or −1. */
export function placeOfGold({ row, answer }: Asked<QuoteRow>): number {
  return answer.matches.findIndex(
    ({ source, context }) => source.id === row.gold.source && holds(context.passage, row.gold.texts),
  );
}

/** The first match that is the row's own place, or null. */
export function goldMatch(asked: Asked<QuoteRow>): Match | null {
  return asked.answer.matches[placeOfGold(asked)] ?? null;
}

/** Verdicts three ways, as the questions are labelled. */
export const CLASSES = ["verbatim", "altered", "absent"] as const;
export type Class = (typeof CLASSES)[number];

/** Wordings that leave the source's words as they are. */
const EXACT: readonly Wording[] = ["verbatim", "elided", "bracketed"];
const SURFACE: readonly ChangeKind[] = ["case", "punctuation", "typography"];

/** What the engine took a quotation for, three ways. */
export function predictedClass({ verdict, matches }: Answer): Class {
  if (isNothingFound(verdict)) return "absent";
  const top = matches[0];
  if (!top) return "altered";
  const onlySurface = top.changes.length > 0 && top.changes.every(({ kind }) => SURFACE.includes(kind));
  return onlySurface || (verdict !== "altered" && EXACT.includes(top.wording)) ? "verbatim" : "altered";
}

/** Whether a verdict says that the words are not there, or that they cannot be looked for. */
export function isNothingFound(verdict: Answer["verdict"]): boolean {
  return verdict === "not_found" || verdict === "cannot_check";
}

/** Whether a row is of those whose failures may be shown. */
export function isReadable({ row }: { row: { id: string } }): boolean {
  return partOfId(row.id) === "read";
}

const SHOWN_CHARS = 300;

/** A failure as a person reads it: what was asked, what was expected, what came back. */
export function failureOf(
  group: string,
  row: { id: string; quote: string; speaker: string | null },
  expected: string,
  answer: Answer,
): Failure {
  const said = row.speaker === null ? "" : ` (said to be by ${row.speaker})`;
  return {
    id: row.id,
    group,
    lines: [`asked: ${shortened(row.quote)}${said}`, `expected: ${expected}`, `got: ${described(answer)}`],
  };
}

function described({ verdict, matches }: Answer): string {
  const top = matches[0];
  if (!top) return verdict;
  const kinds = [...new Set(top.changes.map(({ kind }) => kind))].join(", ") || "no changes";
  const speaker = top.speaker?.name ?? "nobody named";
  return `${verdict}, ${top.wording} (${kinds}), ${speaker} in ${top.source.id}: ${shortened(top.context.passage)}`;
}

/** A text on one line, cut where it is long. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= SHOWN_CHARS ? line : `${line.slice(0, SHOWN_CHARS).trimEnd()} …`;
}
