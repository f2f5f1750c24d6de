import type { Shelf, TextWindow } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
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
  return starts
    .toSorted((a, b) => b.score - a.score)
    .slice(0, segments.length > 1 ? ALIGNING.completedMax : starts.length)
    .map((start, index) => {
      const blocks = index < ALIGNING.completedMax ? splitOff(quotation, start, shelf, budget) : [start];
      return complete(quotation, segments, main, blocks, shelf, budget);
    });
}

function complete(
  quotation: ReadQuotation,
  segments: readonly Segment[],
  main: Segment,
  blocks: Block[],
  shelf: Shelf,
  budget: Budget,
): Arrangement {
  const unplaced: Step[] = [];
  const at = segments.indexOf(main);
  for (const segment of [...segments.slice(at + 1), ...segments.slice(0, at).reverse()]) {
    const block = placeNear(quotation, segment, blocks, shelf, budget);
    if (block) blocks.push(block);
    else for (const unit of unitsOf(quotation, segment)) unplaced.push({ type: "inserted", submitted: unit });
  }
  blocks.sort((a, b) => a.from - b.from);
  const steps = [...blocks.flatMap((block) => block.steps), ...unplaced];
  const joins = blocks.filter((block, index) => index > 0 && !isMarked(quotation, block.from)).length;
  const alike = score(steps) * (1 - ALIGNING.joinCost) ** joins;
  return { blocks, unplaced, score: alike, bits: matchedBits(steps, shelf) };
}

function unitsOf(quotation: ReadQuotation, segment: Segment): Unit[] {
  return quotation.units.slice(segment.from, segment.to);
}

/** True where the quotation marks an omission before this unit. */
function isMarked(quotation: ReadQuotation, unit: number): boolean {
  return quotation.ellipses.some((mark) => mark.before === unit);
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

/** Aligns a segment with a window. Null when nothing matches or the budget is spent. */
function layOut(
  quotation: ReadQuotation,
  segment: Segment,
  window: TextWindow,
  shelf: Shelf,
  budget: Budget,
  prefer: Preference = "first",
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
  const alignment = align(submitted, source, shelf.lexicon, prefer);
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
  if (!middle || matchedBits(middle.steps, shelf) < shelf.placeBits + NEAR_BITS) return [block];
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

/** One place to look for a segment, and what it takes to be believed there. */
interface Search {
  open: () => TextWindow[];
  scoreMin: number;
  bitsMin: number;
  /** A piece that belongs before another stands nearest to it where it stands last. */
  prefer: Preference;
}

/** Finds a segment: near the blocks that are placed, first where it belongs by order; then in their source; then anywhere. */
function placeNear(
  quotation: ReadQuotation,
  segment: Segment,
  blocks: readonly Block[],
  shelf: Shelf,
  budget: Budget,
): Block | null {
  for (const { open, scoreMin, bitsMin, prefer } of searches(quotation, segment, blocks, shelf)) {
    const found = open().flatMap((window) => layOut(quotation, segment, window, shelf, budget, prefer) ?? []);
    const best = found.toSorted((a, b) => b.score - a.score)[0];
    if (best && best.score >= scoreMin && matchedBits(best.steps, shelf) >= bitsMin) return best;
  }
  return null;
}

function searches(
  quotation: ReadQuotation,
  segment: Segment,
  blocks: readonly Block[],
  shelf: Shelf,
): Search[] {
  const before = blocks.filter((block) => block.to <= segment.from).toSorted((a, b) => b.to - a.to)[0];
  const after = blocks.filter((block) => block.from >= segment.to).toSorted((a, b) => a.from - b.from)[0];
  const marked = isMarked(quotation, segment.from) || isMarked(quotation, segment.to);
  const scoreMin = marked ? ALIGNING.pieceScoreMin : ALIGNING.looseScoreMin;
  const bitsMin = marked ? NEAR_BITS : 2 * NEAR_BITS;
  const keys = unitsOf(quotation, segment)
    .filter((unit) => unit.bracket < 0)
    .map((unit) => unit.look);
  const bits = keys.reduce((sum, key) => sum + shelf.bits(key), 0);
  const found: Search[] = [];
  const near = (from: number, to: number, prefer: Preference, open: () => TextWindow): void => {
    if (shelf.bitsWithin(keys, from, to) >= bitsMin)
      found.push({ open: () => [open()], scoreMin, bitsMin, prefer });
  };
  if (before) {
    const { source, lastPosition: last, end } = before;
    near(last + 1, last + ALIGNING.nearWords, "first", () =>
      cutBefore(shelf.stretch(source, last + 1, last + ALIGNING.nearWords), end),
    );
  }
  if (after) {
    const { source, firstPosition: first, start } = after;
    near(first - ALIGNING.nearWords, first - 1, "last", () =>
      cutAfter(shelf.stretch(source, first - ALIGNING.nearWords, first), start),
    );
  }
  const far = (source: number | null, needed: number): void => {
    if (bits < needed) return;
    found.push({
      open: () => shelf.places(keys, source).slice(0, 3),
      scoreMin: ALIGNING.looseScoreMin,
      bitsMin: needed,
      prefer: "first",
    });
  };
  const anchor = before ?? after;
  if (anchor) far(anchor.source, shelf.placeBits + NEAR_BITS / 2);
  far(null, shelf.placeBits + 2 * NEAR_BITS);
  return found;
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
    if (likeness > ALIGNING.classLikeness) bits += likeness * shelf.bits(step.source.look);
    else if (likeness === 0) bits -= MISFIT_BITS * step.source.weight;
  }
  return bits;
}
/** What a word that does not fit takes away: it could have been any of some sixteen. */
const MISFIT_BITS = 4;
