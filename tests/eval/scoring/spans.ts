import type { Span } from "../../../src/core/text/span.ts";

/** How much of the longer of two spans they share to count as the same. */
const OVERLAP_MIN = 0.8;

/** Whether two spans share at least 80 % of the longer one. */
export function isSameSpan(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= OVERLAP_MIN * Math.max(a.end - a.start, b.end - b.start);
}

/** Spans that were found and should be, that should not be, and that were missed. */
export interface SpanCounts {
  right: number;
  wrong: number;
  missed: number;
}

/** F1 over the spans of all these texts together, 0..1; NaN where there are none at all. */
export function spanF1(counts: readonly SpanCounts[]): number {
  const sum = (field: keyof SpanCounts): number => counts.reduce((total, each) => total + each[field], 0);
  const right = 2 * sum("right");
  return right / (right + sum("wrong") + sum("missed"));
}
