import type { Shelf, TextWindow } from "../text/shelf.ts";
import { ALIGNING } from "../tuning.ts";
import { type Step, score } from "./align.ts";
import {
  type Block,
  type Budget,
  blockOf,
  isMarked,
  layOut,
  matchedBits,
  type Segment,
  unitsOf,
} from "./blocks.ts";
import { isSame } from "./excerpts.ts";
import { LIKENESS } from "./likeness.ts";
import { placeNear } from "./placing.ts";
import type { ReadQuotation } from "./quotation.ts";

/** A whole quotation laid out over the sources: its blocks in the quotation's order. */
export interface Arrangement {
  blocks: Block[];
  /** Units that no source accounts for, as steps of their own. */
  unplaced: Step[];
  score: number;
  /** Bits that the matching words carry. */
  bits: number;
}

/**
 * Lays a quotation out from each window that holds some of it, most alike first: its
 * longest piece there, the pieces beyond an ellipsis near it and in order where that is
 * possible, and stretches that this place does not explain wherever else they stand. Only
 * the best few are completed so; alignments end when their budget of cells is spent.
 */
export function arrangeAll(
  quotation: ReadQuotation,
  windows: readonly TextWindow[],
  shelf: Shelf,
): Arrangement[] {
  const budget: Budget = { cells: ALIGNING.cellsMax };
  const segments = segmentsOf(quotation);
  const main = segments.toSorted((a, b) => weigh(quotation, b, shelf) - weigh(quotation, a, shelf))[0];
  if (!main) return [];
  const starts = windows.flatMap((window) => layOut(quotation, main, window, shelf, budget) ?? []);
  const best = Math.max(0, ...starts.map(({ score }) => score));
  return starts
    .toSorted((a, b) => b.score - a.score)
    .slice(0, segments.length > 1 ? ALIGNING.completedMax : starts.length)
    .map((start, index) => {
      const split =
        index < ALIGNING.completedMax && start.score >= best - ALIGNING.completedGap
          ? splitOff(quotation, start, shelf, budget)
          : { blocks: [start], unplaced: [] };
      return complete(quotation, segments, main, split, shelf, budget);
    });
}

function complete(
  quotation: ReadQuotation,
  segments: readonly Segment[],
  main: Segment,
  { blocks, unplaced }: Split,
  shelf: Shelf,
  budget: Budget,
): Arrangement {
  const at = segments.indexOf(main);
  for (const segment of [...segments.slice(at + 1), ...segments.slice(0, at).reverse()]) {
    const block = placeNear(quotation, segment, blocks, shelf, budget);
    if (block) blocks.push(block);
    else for (const unit of unitsOf(quotation, segment)) unplaced.push({ type: "inserted", submitted: unit });
  }
  blocks.sort((a, b) => a.from - b.from);
  const steps = [...blocks.flatMap((block) => block.steps), ...unplaced];
  const joins = blocks.filter(
    (block, index) =>
      index > 0 && (!isMarked(quotation, block.from) || block.source !== (blocks[index - 1] as Block).source),
  ).length;
  const alike = score(steps) * (1 - ALIGNING.joinCost) ** joins;
  return { blocks, unplaced, score: alike, bits: matchedBits(steps, shelf) };
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
    .reduce((sum, unit) => sum + (unit.bracket < 0 ? shelf.bits(unit.look) : 0), 0);
}

/** A block, what stood at its edges in places of its own, and what stands nowhere. */
interface Split {
  blocks: Block[];
  unplaced: Step[];
}

/**
 * Stretches at a block's edges that its place does not explain are looked up on their own: two
 * pieces may have been joined. One that stands nowhere, and has next to nothing of this place,
 * is taken off as an addition: told word by word beside strange words it would explain nothing.
 */
function splitOff(quotation: ReadQuotation, block: Block, shelf: Shelf, budget: Budget): Split {
  if (block.steps.every(isSame)) return { blocks: [block], unplaced: [] };
  const core = bestStretch(block.steps);
  const before = block.steps.slice(0, core.from);
  const after = block.steps.slice(core.to);
  const middle = blockOf(trimOmitted(block.steps.slice(core.from, core.to)), block, block.window);
  if (!middle || matchedBits(middle.steps, shelf) < shelf.placeBits + ALIGNING.nearBits)
    return { blocks: [block], unplaced: [] };
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
  const [addedBefore, addedAfter] = [!left && isAdded(before), !right && isAdded(after)];
  if (!left && !right && !addedBefore && !addedAfter) return { blocks: [block], unplaced: [] };
  const [cutBefore, cutAfter] = [left !== null || addedBefore, right !== null || addedAfter];
  const kept = trimOmitted([...(cutBefore ? [] : before), ...middle.steps, ...(cutAfter ? [] : after)]);
  const rest = blockOf(
    kept,
    { from: cutBefore ? middle.from : block.from, to: cutAfter ? middle.to : block.to },
    block.window,
  );
  const added = [...(addedBefore ? before : []), ...(addedAfter ? after : [])];
  return { blocks: [left, rest, right].filter((part) => part !== null), unplaced: submittedOf(added) };
}

/** True for a stretch of many words of which this place has next to none. */
function isAdded(steps: readonly Step[]): boolean {
  const own = submittedOf(steps);
  return own.length >= ALIGNING.addedWordsMin && score(steps) < ALIGNING.addedScoreMax;
}

/** The submitted units of these steps, each on its own. */
function submittedOf(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) =>
    step.type === "omitted" ? [] : [{ type: "inserted" as const, submitted: step.submitted }],
  );
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
  return block && block.score > score(now) + ALIGNING.leftoverGain ? block : null;
}
