import type { Shelf, TextWindow } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import { align, type Step, score } from "./align.ts";
import { parted } from "./joined-words.ts";
import { LIKENESS } from "./likeness.ts";
import type { ReadQuotation } from "./quotation.ts";
import { units } from "./units.ts";

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

/** A whole quotation laid out over the sources: its blocks in the quotation's order. */
export interface Arrangement {
  blocks: Block[];
  /** Units that no source accounts for, as steps of their own. */
  unplaced: Step[];
  score: number;
  /** Bits that the matching words carry. */
  bits: number;
}

interface Segment {
  from: number;
  to: number;
}

/** Work left for the alignments of one check. */
export interface Budget {
  cells: number;
}

/**
 * Lays a quotation out from one window of a source: its longest piece there, the pieces
 * beyond an ellipsis near it and in order where that is possible, and stretches that this
 * place does not explain wherever else they stand. Null when the window holds nothing of it.
 */
export function arrange(
  quotation: ReadQuotation,
  window: TextWindow,
  shelf: Shelf,
  budget: Budget,
): Arrangement | null {
  const segments = segmentsOf(quotation);
  const main = segments.toSorted((a, b) => weigh(quotation, b, shelf) - weigh(quotation, a, shelf))[0];
  if (!main) return null;
  const first = layOut(quotation, main, window, shelf, budget);
  if (!first) return null;
  const blocks = splitOff(quotation, first, shelf, budget);
  const unplaced: Step[] = [];
  const at = segments.indexOf(main);
  const outward = [...segments.slice(at + 1), ...segments.slice(0, at).reverse()];
  for (const segment of outward) {
    const block = placeNear(quotation, segment, blocks, shelf, budget);
    if (block) blocks.push(block);
    else
      for (const unit of quotation.units.slice(segment.from, segment.to))
        unplaced.push({ type: "inserted", submitted: unit });
  }
  blocks.sort((a, b) => a.from - b.from);
  const steps = [...blocks.flatMap((block) => block.steps), ...unplaced];
  const joins = blocks.filter(
    (block, index) => index > 0 && !quotation.ellipses.some((mark) => mark.before === block.from),
  ).length;
  return {
    blocks,
    unplaced,
    score: score(steps) * (1 - ALIGNING.joinCost) ** joins,
    bits: matchedBits(steps, shelf),
  };
}

function segmentsOf(quotation: ReadQuotation): Segment[] {
  const cuts = [0, ...quotation.ellipses.map((mark) => mark.before), quotation.units.length];
  const segments: Segment[] = [];
  for (let index = 1; index < cuts.length; index++) {
    const from = cuts[index - 1] as number;
    const last = segments.length >= ALIGNING.piecesMax - 1;
    const to = last ? quotation.units.length : (cuts[index] as number);
    if (to > from) segments.push({ from, to });
    if (last) break;
  }
  return segments;
}

function weigh(quotation: ReadQuotation, segment: Segment, shelf: Shelf): number {
  return quotation.units
    .slice(segment.from, segment.to)
    .reduce((sum, unit) => sum + (unit.bracket < 0 ? shelf.bits(unit.printed) : 0), 0);
}

/** Aligns a segment with a window. Null when nothing matches or the budget is spent. */
function layOut(
  quotation: ReadQuotation,
  segment: Segment,
  window: TextWindow,
  shelf: Shelf,
  budget: Budget,
): Block | null {
  const given = quotation.units.slice(segment.from, segment.to);
  const read = units(window.text, shelf.lexicon).map((unit) => ({
    ...unit,
    start: unit.start + window.start,
    end: unit.end + window.start,
  }));
  const [submitted, source] = parted(given, read);
  budget.cells -= submitted.length * source.length;
  if (budget.cells < 0) return null;
  const alignment = align(submitted, source, shelf.lexicon);
  return alignment && blockOf(alignment.steps, segment, window);
}

function blockOf(steps: Step[], segment: Segment, window: TextWindow): Block | null {
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

/** Stretches at a block's edges that its place does not explain are looked up on their own: two pieces may have been joined. */
function splitOff(quotation: ReadQuotation, block: Block, shelf: Shelf, budget: Budget): Block[] {
  const core = bestStretch(block.steps);
  const before = block.steps.slice(0, core.from);
  const after = block.steps.slice(core.to);
  const middle = blockOf(trimOmitted(block.steps.slice(core.from, core.to)), block, block.window);
  if (!middle) return [block];
  const head = submittedCount(before);
  const tail = submittedCount(after);
  middle.from = block.from + head;
  middle.to = block.to - tail;
  const anchor = [middle];
  const left = worthALookUp(before)
    ? placeLeftover(quotation, { from: block.from, to: middle.from }, before, anchor, shelf, budget)
    : null;
  const right = worthALookUp(after)
    ? placeLeftover(quotation, { from: middle.to, to: block.to }, after, anchor, shelf, budget)
    : null;
  if (!left && !right) return [block];
  const kept = trimOmitted([...(left ? [] : before), ...middle.steps, ...(right ? [] : after)]);
  const rest = blockOf(
    kept,
    { from: left ? middle.from : block.from, to: right ? middle.to : block.to },
    block.window,
  );
  return [left, rest, right].filter((part) => part !== null);
}

/** The consecutive steps with the highest sum of matches less misfits (Kadane): what really is this place. */
function bestStretch(steps: readonly Step[]): Segment {
  let best = { from: 0, to: steps.length, sum: Number.NEGATIVE_INFINITY };
  let sum = 0;
  let from = 0;
  let gap = false;
  steps.forEach((step, index) => {
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += worth(step, gap);
    gap = step.type === "omitted";
    if (sum > best.sum) best = { from, to: index + 1, sum };
  });
  return best;
}

function worth(step: Step, inGap: boolean): number {
  if (step.type === "omitted") return inGap ? -ALIGNING.omitExtend : -ALIGNING.omitOpen;
  if (step.submitted.bracket >= 0) return 0;
  if (step.type === "inserted") return -step.submitted.weight;
  return (LIKENESS[step.relation] * 2 - 1) * step.submitted.weight;
}

function trimOmitted(steps: Step[]): Step[] {
  let from = 0;
  let to = steps.length;
  while (from < to && steps[from]?.type === "omitted") from++;
  while (to > from && steps[to - 1]?.type === "omitted") to--;
  return steps.slice(from, to);
}

function submittedCount(steps: readonly Step[]): number {
  return steps.filter((step) => step.type !== "omitted").length;
}

function worthALookUp(steps: readonly Step[]): boolean {
  const submitted = steps.flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
  return (
    submitted.length >= ALIGNING.leftoverWordsMin &&
    submitted.filter((unit) => unit.weight >= ALIGNING.contentWeight).length >= 2
  );
}

function placeLeftover(
  quotation: ReadQuotation,
  segment: Segment,
  now: readonly Step[],
  anchors: readonly Block[],
  shelf: Shelf,
  budget: Budget,
): Block | null {
  const block = placeNear(quotation, segment, anchors, shelf, budget);
  return block && block.score > score(now) + LEFTOVER_GAIN ? block : null;
}
/** A leftover moves to another place only when it fits there clearly better. */
const LEFTOVER_GAIN = 0.25;

/** Finds a segment: near the blocks that are placed, first where it belongs by order; then in their source; then anywhere. */
function placeNear(
  quotation: ReadQuotation,
  segment: Segment,
  blocks: readonly Block[],
  shelf: Shelf,
  budget: Budget,
): Block | null {
  const before = blocks.filter((block) => block.to <= segment.from).toSorted((a, b) => b.to - a.to)[0];
  const after = blocks.filter((block) => block.from >= segment.to).toSorted((a, b) => a.from - b.from)[0];
  const windows: (() => TextWindow[])[] = [];
  if (before)
    windows.push(() => [
      cutBefore(
        shelf.stretch(before.source, before.lastPosition + 1, before.lastPosition + ALIGNING.nearWords),
        before.end,
      ),
    ]);
  if (after)
    windows.push(() => [
      cutAfter(
        shelf.stretch(after.source, after.firstPosition - ALIGNING.nearWords, after.firstPosition),
        after.start,
      ),
    ]);
  const keys = quotation.units
    .slice(segment.from, segment.to)
    .filter((unit) => unit.bracket < 0)
    .map((unit) => unit.printed);
  const anchor = before ?? after;
  if (anchor) windows.push(() => shelf.places(keys, anchor.source).slice(0, 3));
  windows.push(() => shelf.places(keys, null).slice(0, 3));
  const needed = [NEAR_BITS, NEAR_BITS, shelf.placeBits, shelf.placeBits + NEAR_BITS].slice(-windows.length);
  for (const [index, open] of windows.entries()) {
    const found = open().flatMap((window) => layOut(quotation, segment, window, shelf, budget) ?? []);
    const best = found.toSorted((a, b) => b.score - a.score)[0];
    if (
      best &&
      best.score >= ALIGNING.pieceScoreMin &&
      matchedBits(best.steps, shelf) >= (needed[index] as number)
    )
      return best;
  }
  return null;
}
/** Bits a piece must carry to be taken as found close by, where only some hundred places are possible. */
const NEAR_BITS = 9;

/** The window without what stands before `end`: a later piece is looked for after an earlier one. */
function cutBefore(window: TextWindow, end: number): TextWindow {
  const cut = Math.max(0, Math.min(window.text.length, end - window.start));
  return {
    ...window,
    text: " ".repeat(cut) + window.text.slice(cut),
    firstPosition: window.firstPosition + countWords(window, 0, cut),
  };
}

function cutAfter(window: TextWindow, start: number): TextWindow {
  return { ...window, text: window.text.slice(0, Math.max(0, start - window.start)) };
}

function countWords(window: TextWindow, from: number, to: number): number {
  return words(window.text.slice(from, to)).length;
}

/** Bits of the words that match: a place is told from chance by what the words carry, not by how many they are. */
export function matchedBits(steps: readonly Step[], shelf: Shelf): number {
  let bits = 0;
  for (const step of steps) {
    if (step.type !== "pair" || step.submitted.bracket >= 0) continue;
    const likeness = LIKENESS[step.relation];
    if (likeness > ALIGNING.classLikeness) bits += likeness * shelf.bits(step.source.printed);
    else if (likeness === 0) bits -= MISFIT_BITS * step.source.weight;
  }
  return bits;
}
/** What a word that does not fit takes away: it could have been any of some sixteen. */
const MISFIT_BITS = 4;
