import type { Shelf, TextWindow } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { ALIGNING } from "../tuning.ts";
import { align, type Preference, type Step, score } from "./align.ts";
import { parted } from "./joined-words.ts";
import { LIKENESS } from "./likeness.ts";
import type { ReadQuotation } from "./quotation.ts";
import { type Unit, units } from "./units.ts";

/** A stretch of the quotation laid beside a stretch of one source. */
export interface Block extends Span {
  source: number;
  /** Units of the quotation, half-open. */
  from: number;
  to: number;
  steps: Step[];
  window: TextWindow;
  /** Positions of the first and last word, through the library. */
  firstPosition: number;
  lastPosition: number;
  score: number;
}

/** A stretch of the quotation, in units, half-open. */
export interface Segment {
  from: number;
  to: number;
}

/** Work left for the alignments of one check. */
export interface Budget {
  cells: number;
}

/** Aligns a segment with a window. Null when nothing matches or the budget is spent. */
export function layOut(
  quotation: ReadQuotation,
  segment: Segment,
  window: TextWindow,
  shelf: Shelf,
  budget: Budget,
  prefer: Preference = "first",
): Block | null {
  const given = quotation.units.slice(segment.from, segment.to);
  const read = units(window.text, shelf.lexicon);
  for (const unit of read) {
    unit.start += window.start;
    unit.end += window.start;
  }
  const [submitted, source] = parted(given, read);
  budget.cells -= submitted.length * source.length;
  if (budget.cells < 0) return null;
  const alignment = align(submitted, source, shelf.lexicon, prefer);
  return alignment && blockOf(alignment.steps, segment, window);
}

/** The block that these steps make, or null when they touch no word of the source. */
export function blockOf(steps: Step[], segment: Segment, window: TextWindow): Block | null {
  const found = steps.flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return null;
  return {
    source: window.source,
    ...segment,
    start: first.start,
    end: last.end,
    steps,
    window,
    firstPosition: window.firstPosition + first.word,
    lastPosition: window.firstPosition + last.word,
    score: score(steps),
  };
}

/** The units of a stretch of the quotation. */
export function unitsOf(quotation: ReadQuotation, segment: Segment): Unit[] {
  return quotation.units.slice(segment.from, segment.to);
}

/** True where the quotation marks an omission before this unit. */
export function isMarked(quotation: ReadQuotation, unit: number): boolean {
  return quotation.ellipses.some((mark) => mark.before === unit);
}

/** Bits of the words that match: a place is told from chance by what the words carry, not by how many they are. */
export function matchedBits(steps: readonly Step[], shelf: Shelf): number {
  let bits = 0;
  for (const step of steps) {
    if (step.type !== "pair" || step.submitted.bracket >= 0) continue;
    const likeness = LIKENESS[step.relation];
    if (likeness > ALIGNING.classLikeness) bits += likeness * shelf.bits(step.source.look);
    else if (likeness === 0) bits -= ALIGNING.misfitBits * step.source.weight;
  }
  return bits;
}
