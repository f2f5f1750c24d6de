import type { Span } from "../text/span.ts";

/** Stands for quoted letters, so that a quotation's own words are never read as a cue. */
export const MASK = "\uE000";

/**
 * The text with every letter of these quotations, given in order, masked; offsets stay. A full stop
 * right before a closing mark stays as the last letter, because the sentence around it ends there too.
 */
export function masked(text: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of spans) {
    const ends = end - start > 2 && text.charAt(end - 2) === ".";
    result += text.slice(at, start) + MASK.repeat(ends ? end - start - 1 : end - start) + (ends ? "." : "");
    at = end;
  }
  return result + text.slice(at);
}

/** Whether nothing but quotations stands in a part of a masked text. */
export function isQuotedWhole(part: string): boolean {
  return part.includes(MASK) && /^[\uE000.\s]*$/u.test(part);
}
