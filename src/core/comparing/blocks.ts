import type { Shelf, TextWindow } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { type Word, words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import { align, type Preference, type Step, score } from "./align.ts";
import { daysAsQuoted } from "./dates.ts";
import { pairEnds } from "./edges.ts";
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
  const whole = given.length === quotation.units.length;
  const row = whole ? rowOf(quotation, window, shelf) : null;
  if (row) return blockOf(row, segment, window);
  const read = daysAsQuoted(unitsInFocus(window, shelf), given);
  const [submitted, source] = parted(given, read);
  budget.cells -= submitted.length * source.length;
  if (budget.cells < 0) return null;
  const alignment = align(submitted, source, shelf.lexicon, prefer);
  return alignment && blockOf(alignment.steps, segment, window);
}

/** The alignment of a quotation with the words of a window that stand in a row as its own do: pair by pair, which is all that aligning would find. Null where units do not pair so. */
function rowOf(quotation: ReadQuotation, window: TextWindow, shelf: Shelf): Step[] | null {
  if (window.row === null) return null;
  const first = window.row - window.firstPosition;
  const from = first - ALIGNING.rowContextWords;
  const to = first + quotation.keys.length + ALIGNING.rowContextWords;
  const read = unitsWithin(window, words(window.text), shelf, from, to);
  const at = read.findIndex(({ word }) => word === first);
  const row = read.slice(at, at + quotation.units.length);
  const pairs = at >= 0 && row.length === quotation.units.length;
  if (!pairs || !quotation.units.every(({ key, bracket }, index) => bracket < 0 && row[index]?.key === key))
    return null;
  return quotation.units.map((submitted, index) => {
    return { type: "pair", relation: "same", submitted, source: row[index] as Unit };
  });
}

/** A quotation, whole, beside so many of a window's words, all of which are its: what stands at the ends is paired too, whatever it is. Null when nothing matches. */
export function layOutStretch(
  quotation: ReadQuotation,
  window: TextWindow,
  list: readonly Word[],
  from: number,
  to: number,
  shelf: Shelf,
): Block | null {
  const source = unitsWithin(window, list, shelf, from, to);
  const alignment = align(quotation.units, source, shelf.lexicon);
  if (!alignment) return null;
  const whole = { from: 0, to: quotation.units.length };
  return blockOf(pairEnds(alignment.steps, source, shelf.lexicon), whole, window);
}

/** The units of a window from where a look says that the words begin to where it says that they end, with room for those that it did not see; of all the window where there was no look. */
function unitsInFocus(window: TextWindow, shelf: Shelf): Unit[] {
  const list = words(window.text);
  const { focus } = window;
  if (!focus) return unitsWithin(window, list, shelf);
  const first = list.findIndex(({ end }) => end >= focus.start);
  const last = list.findLastIndex(({ start }) => start < focus.end);
  const room = (unseen: number): number =>
    ALIGNING.focusRoomWords + Math.ceil(unseen * (1 + ALIGNING.focusRoomShare));
  return unitsWithin(window, list, shelf, first - room(focus.before), last + 1 + room(focus.behind));
}

/** The units of a window's words from one to before another, with their places in the source and among the window's words. */
function unitsWithin(
  window: TextWindow,
  list: readonly Word[],
  shelf: Shelf,
  from = 0,
  to = list.length,
): Unit[] {
  const first = Math.max(0, from);
  const read = units(window.text, shelf.lexicon, list.slice(first, Math.max(first, to)));
  for (const unit of read) {
    unit.start += window.start;
    unit.end += window.start;
    unit.word += first;
  }
  return read;
}

/** The block that these steps make, or null when they touch no word of the source. */
export function blockOf(steps: Step[], segment: Segment, window: TextWindow): Block | null {
  const found = steps.flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
  // Only a date at an edge stands in another order than the source's words do.
  const [opening, closing] = [found.slice(0, DATE_UNITS_MAX), found.slice(-DATE_UNITS_MAX)];
  if (opening.length === 0) return null;
  return {
    source: window.source,
    ...segment,
    start: Math.min(...opening.map(({ start }) => start)),
    end: Math.max(...closing.map(({ end }) => end)),
    steps,
    window,
    firstPosition: window.firstPosition + Math.min(...opening.map(({ word }) => word)),
    lastPosition: window.firstPosition + Math.max(...closing.map(({ word }) => word)),
    score: score(steps),
  };
}

/** Units of a date: a day, "of", a month and a year. */
const DATE_UNITS_MAX = 4;

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
