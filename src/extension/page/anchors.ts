import { EXTENSION } from "../limits.ts";
import type { PageReading } from "./reading.ts";

/** By what a quotation is known again after the page was drawn anew. */
export interface Anchor {
  text: string;
  before: string;
  after: string;
  /** Where it stood, in characters of the text as it was read then. */
  start: number;
}

/** Returns the anchor of a stretch of what was read. */
export function anchorAt({ text }: PageReading, start: number, end: number): Anchor {
  return {
    text: text.slice(start, end),
    before: text.slice(Math.max(0, start - EXTENSION.anchorCharsMax), start),
    after: text.slice(end, end + EXTENSION.anchorCharsMax),
    start,
  };
}

/**
 * Returns where an anchored quotation stands in the page as it is read now, or null where it is gone. Of
 * several places with the same words, the one with the same words around it; then the nearest to the old place.
 */
export function findAnchor(anchor: Anchor, { text }: PageReading): { start: number; end: number } | null {
  // An empty text stands everywhere, and the search for it would never end.
  if (anchor.text === "") return null;
  let best: { start: number; rank: number; away: number } | null = null;
  for (let start = text.indexOf(anchor.text); start >= 0; start = text.indexOf(anchor.text, start + 1)) {
    const rank = rankAt(anchor, text, start);
    const away = Math.abs(start - anchor.start);
    if (best === null || rank > best.rank || (rank === best.rank && away < best.away))
      best = { start, rank, away };
  }
  return best === null ? null : { start: best.start, end: best.start + anchor.text.length };
}

function rankAt({ text: words, before, after }: Anchor, text: string, start: number): number {
  const end = start + words.length;
  const sameBefore = text.slice(Math.max(0, start - before.length), start) === before;
  return (sameBefore ? 1 : 0) + (text.slice(end, end + after.length) === after ? 1 : 0);
}

/** A place of a quotation, with all that stood there when it was found, what is not read among it. */
export interface Standing {
  range: Range;
  held: string;
}

/** Returns a range with what stands in it now; null for none. */
export function standingAt(range: Range | null): Standing | null {
  return range && { range, held: range.toString() };
}

/** Returns whether a place still holds what it did. The page may have changed under it. */
export function stillHolds({ range, held }: Standing): boolean {
  return range.startContainer.isConnected && range.toString() === held;
}
