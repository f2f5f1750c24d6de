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

/** Returns whether a range still holds the words it was made for. The page may have changed under it. */
export function stillHolds(range: Range, { text }: Anchor): boolean {
  return range.startContainer.isConnected && squeezed(range.toString()) === squeezed(text);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
