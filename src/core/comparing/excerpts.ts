import type { Change, ChangeKind, Excerpt } from "../answer.ts";
import type { Shelf } from "../text/shelf.ts";
import type { Step } from "./align.ts";
import type { Block } from "./blocks.ts";
import { changeMessage } from "./messages.ts";
import type { ReadQuotation } from "./quotation.ts";

/** What changes are read from: the two texts and the alignment of one block. */
export interface Reading {
  quotation: ReadQuotation;
  block: Block;
  shelf: Shelf;
}

/** Kinds whose change is material whatever it is. */
const ALWAYS_MATERIAL: ReadonlySet<ChangeKind> = new Set([
  "number",
  "date",
  "unit",
  "negation",
  "modality",
  "quantifier",
  "name",
]);

/** A change with its message; the kinds that are always material are so here. */
export function change(kind: ChangeKind, material: boolean, submitted: Excerpt, source: Excerpt): Change {
  return {
    kind,
    material: material || ALWAYS_MATERIAL.has(kind),
    submitted,
    source,
    message: changeMessage(kind, submitted.text, source.text),
  };
}

/** A stretch of `text`, which begins at `offset` of the whole that the span counts in. */
export function excerpt(text: string, start: number, end: number, offset = 0): Excerpt {
  return { text: text.slice(start - offset, end - offset), start, end };
}

/** True for a step in which both sides say the same. */
export function isSame(step: Step): step is Step & { type: "pair" } {
  return step.type === "pair" && step.relation === "same";
}

/**
 * Excerpts of both texts that a run of steps covers; empty ones stand where the words would
 * be. A run that is part of a printed word takes the whole word in: “can’t” for “can”, and
 * “$1.8 million” for “1.8 million euros”.
 */
export function excerpts(
  { quotation, block }: Reading,
  from: number,
  to: number,
): { submitted: Excerpt; source: Excerpt } {
  const [before, after] = [block.steps[from - 1], block.steps[to]];
  const inner = block.steps.slice(from, to);
  const first = before && isSame(before) && sharesWord(before, inner) ? from - 1 : from;
  const run = block.steps.slice(first, after && isSame(after) && sharesWord(after, inner) ? to + 1 : to);
  const left = run.flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
  // In the order of the text: a date's parts stand in the quotation's.
  const right = run
    .flatMap((step) => (step.type === "inserted" ? [] : [step.source]))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const leftAt = endBefore(block.steps, from, "submitted") ?? quotation.units[block.from]?.start ?? 0;
  const rightAt = endBefore(block.steps, from, "source") ?? block.start;
  return {
    submitted: excerpt(quotation.text, left[0]?.start ?? leftAt, left.at(-1)?.end ?? leftAt),
    source: excerpt(
      block.window.text,
      right[0]?.start ?? rightAt,
      right.at(-1)?.end ?? rightAt,
      block.window.start,
    ),
  };
}

/** Where the last unit of one side before a step ends, or null where there is none: the place at which nothing stands. */
function endBefore(steps: readonly Step[], index: number, side: "submitted" | "source"): number | null {
  for (let at = index - 1; at >= 0; at--) {
    const step = steps[at] as Step;
    if (side === "submitted" && step.type !== "omitted") return step.submitted.end;
    if (side === "source" && step.type !== "inserted") return step.source.end;
  }
  return null;
}

function sharesWord(whole: Step & { type: "pair" }, run: readonly Step[]): boolean {
  return run.some(
    (step) =>
      (step.type !== "omitted" && step.submitted.word === whole.submitted.word) ||
      (step.type !== "inserted" && step.source.word === whole.source.word),
  );
}
