import type { Focus, Shelf, TextWindow } from "../text/shelf.ts";
import { words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import type { Preference } from "./align.ts";
import { type Block, type Budget, isMarked, layOut, matchedBits, type Segment, unitsOf } from "./blocks.ts";
import type { ReadQuotation } from "./quotation.ts";

/** One place to look for a segment, and what it takes to be believed there. */
interface Search {
  open: () => TextWindow[];
  scoreMin: number;
  bitsMin: number;
  /** A piece that belongs before another stands nearest to it where it stands last. */
  prefer: Preference;
  /** The word at which it must begin or end, through the library; null for none. */
  edge: number | null;
}

/** Finds a segment: near the blocks that are placed, first where it belongs by order; then in their source; then anywhere. */
export function placeNear(
  quotation: ReadQuotation,
  segment: Segment,
  blocks: readonly Block[],
  shelf: Shelf,
  budget: Budget,
): Block | null {
  for (const { open, scoreMin, bitsMin, prefer, edge } of searches(quotation, segment, blocks, shelf)) {
    const found = open().flatMap((window) => layOut(quotation, segment, window, shelf, budget, prefer) ?? []);
    const best = found.toSorted((a, b) => b.score - a.score)[0];
    const placed = best && (edge === null || best.firstPosition === edge || best.lastPosition === edge);
    if (placed && best.score >= scoreMin && matchedBits(best.steps, shelf) >= bitsMin) return best;
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
  const bitsMin = marked ? ALIGNING.nearBits : 2 * ALIGNING.nearBits;
  const keys = unitsOf(quotation, segment)
    .filter((unit) => unit.bracket < 0)
    .map((unit) => unit.look);
  const bits = keys.reduce((sum, key) => sum + shelf.bits(key), 0);
  const found: Search[] = marked
    ? besideSearches(before, after, unitsOf(quotation, segment).length, shelf)
    : [];
  const glance = shelf.glance(keys);
  const near = (
    source: number,
    from: number,
    to: number,
    prefer: Preference,
    open: () => TextWindow,
  ): void => {
    const { bits: there, share, focus } = glance(source, from, to);
    if (there >= ALIGNING.glancedShare * bitsMin && share >= ALIGNING.glancedShare * scoreMin)
      found.push({ open: () => [focused(open(), focus, prefer)], scoreMin, bitsMin, prefer, edge: null });
  };
  if (before) {
    const { source, lastPosition: last, end } = before;
    near(source, last + 1, last + ALIGNING.nearWords, "first", () =>
      cutBefore(shelf.stretch(source, last + 1, last + ALIGNING.nearWords), end),
    );
  }
  if (after) {
    const { source, firstPosition: first, start } = after;
    near(source, first - ALIGNING.nearWords, first - 1, "last", () =>
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
      edge: null,
    });
  };
  const anchor = before ?? after;
  if (anchor) far(anchor.source, shelf.placeBits + ALIGNING.nearBits / 2);
  far(null, shelf.placeBits + 2 * ALIGNING.nearBits);
  return found;
}

/** A window with where a look says that the words stand: unless the last such place is wanted, of which a look tells nothing, or what it saw was cut off. */
function focused(window: TextWindow, focus: Focus | null, prefer: Preference): TextWindow {
  const cut = window.text.length - window.text.trimStart().length;
  const isSeen = focus !== null && prefer === "first" && focus.start > cut && focus.end <= window.text.length;
  return isSeen ? { ...window, focus } : window;
}

/** A piece of a word or two is believed right beside another: the mark may be the source's own, with nothing left out. */
function besideSearches(
  before: Block | undefined,
  after: Block | undefined,
  count: number,
  shelf: Shelf,
): Search[] {
  const found: Search[] = [];
  const exact = { scoreMin: ALIGNING.besideScoreMin, bitsMin: 0 };
  if (before) {
    const { source, lastPosition: last, end } = before;
    const open = (): TextWindow[] => [cutBefore(shelf.stretch(source, last + 1, last + count + 1), end)];
    found.push({ open, ...exact, prefer: "first", edge: last + 1 });
    if (count <= ALIGNING.shortPieceWords)
      found.push({
        open: () => [cutBefore(shelf.stretch(source, last + 1, last + ALIGNING.shortPieceGap), end)],
        ...exact,
        prefer: "first",
        edge: null,
      });
  }
  if (after) {
    const { source, firstPosition: first, start } = after;
    const open = (): TextWindow[] => [cutAfter(shelf.stretch(source, first - count - 1, first), start)];
    found.push({ open, ...exact, prefer: "last", edge: first - 1 });
    if (count <= ALIGNING.shortPieceWords)
      found.push({
        open: () => [cutAfter(shelf.stretch(source, first - ALIGNING.shortPieceGap, first - 1), start)],
        ...exact,
        prefer: "last",
        edge: null,
      });
  }
  return found;
}

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
