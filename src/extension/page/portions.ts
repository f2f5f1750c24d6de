import { EXTENSION } from "../limits.ts";
import type { PageReading } from "./reading.ts";

/** A part of a page that is sent by itself. */
export interface Portion {
  html: string;
  /** Where it begins in the whole page's HTML. */
  start: number;
}

/**
 * Cuts what was read into portions that the endpoint takes, between blocks. Returns them with the number of
 * characters that are in none, because the page is longer than a few portions.
 */
export function portionsOf({ html, cuts, text, skippedChars }: PageReading): {
  portions: Portion[];
  unreadChars: number;
} {
  const portions: Portion[] = [];
  if (text.trim() === "") return { portions, unreadChars: 0 };
  let start = 0;
  while (start < html.length && portions.length < EXTENSION.portionsMax) {
    const end = cutBefore(cuts, html, start);
    portions.push({ html: html.slice(start, end), start });
    start = end;
  }
  return { portions, unreadChars: html.length - start + skippedChars };
}

/** The last cut that keeps a portion within its limit; within one block that is longer, the limit itself, but not within a tag or an entity. */
function cutBefore(cuts: readonly number[], html: string, start: number): number {
  const limit = start + EXTENSION.portionCharsMax;
  if (html.length <= limit) return html.length;
  const cut = cuts.findLast((at) => at > start && at <= limit);
  if (cut !== undefined) return cut;
  const open = html.slice(limit - 20, limit).search(/[<&][^>;]*$/u);
  return open < 0 ? limit : limit - 20 + open;
}
