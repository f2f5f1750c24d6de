/** A stretch of text: UTF-16 offsets, half-open, into the caller's original string. */
export interface Span {
  start: number;
  end: number;
}

/** True when the two share at least one place. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
