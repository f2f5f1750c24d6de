import type { Change, Match } from "../core/answer.ts";

/** A difference as it is marked in one of the two texts: UTF-16 offsets, half-open, into that text. */
export interface Mark {
  start: number;
  end: number;
  /** The difference's place in the list of changes, from 1. */
  number: number;
  material: boolean;
}

/** A run of text; `mark` is null between differences. An empty run with a mark is a place where words are missing. */
export interface Piece {
  text: string;
  mark: Mark | null;
}

/** Returns the marks for the quotation exactly as it was sent. */
export function submittedMarks(changes: readonly Change[]): Mark[] {
  return changes.map((change, index) => ({
    start: change.submitted.start,
    end: change.submitted.end,
    number: index + 1,
    material: change.material,
  }));
}

/**
 * Returns the marks for `match.quote.exact`. Source offsets count from the start of the whole source, so they
 * are moved; what lies outside the exact words (the far side of a splice) is left to the list of changes.
 */
export function sourceMarks(match: Pick<Match, "quote" | "changes">): Mark[] {
  const { start: origin, exact } = match.quote;
  const marks: Mark[] = [];
  for (const [index, { source, material }] of match.changes.entries()) {
    const start = source.start - origin;
    const end = source.end - origin;
    if (end < 0 || start > exact.length) continue;
    marks.push({ start: Math.max(0, start), end: Math.min(exact.length, end), number: index + 1, material });
  }
  return marks;
}

/** Cuts a text at its marks. The pieces' texts joined are the text again; where marks overlap the first one wins. */
export function cutAtMarks(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const inOrder = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const mark of inOrder) {
    const start = Math.max(at, Math.min(mark.start, text.length));
    const end = Math.max(start, Math.min(mark.end, text.length));
    const swallowed = start === end && mark.start !== mark.end;
    if (swallowed) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
    pieces.push({ text: text.slice(start, end), mark });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}
