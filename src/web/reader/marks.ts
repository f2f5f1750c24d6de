import type { Span } from "../../core/text/span.ts";
import type { Utterance } from "../library/ask.ts";

/** A stretch of a source's text in which nothing changes: who says it, and whether it is the passage asked for. */
export interface Stretch extends Span {
  /** The place of the utterance in the list; −1 where nobody is said to speak. */
  utterance: number;
  isPassage: boolean;
}

/** Of utterances in order of start, those that stand in no other: who speaks within a turn is told by the turn. */
export function outermost(utterances: readonly Utterance[]): Utterance[] {
  const kept: Utterance[] = [];
  for (const one of utterances)
    if (one.start >= (kept.at(-1)?.end ?? 0) && one.end > one.start) kept.push(one);
  return kept;
}

/**
 * Cuts one block of the text at the utterances and at the passage. The stretches follow on each other and cover
 * the block. `first` is the first utterance that ends behind the block's start.
 */
export function stretches(
  block: Span,
  utterances: readonly Utterance[],
  first: number,
  passage: Span | null,
): Stretch[] {
  const cuts = new Set([block.start, block.end]);
  const cut = (place: number) => {
    if (place > block.start && place < block.end) cuts.add(place);
  };
  for (let at = first; (utterances[at]?.start ?? Number.POSITIVE_INFINITY) < block.end; at++) {
    cut(utterances[at]?.start ?? 0);
    cut(utterances[at]?.end ?? 0);
  }
  if (passage !== null) {
    cut(passage.start);
    cut(passage.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  let at = first;
  return places.slice(0, -1).map((start, index) => {
    while ((utterances[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const speaks = (utterances[at]?.start ?? Number.POSITIVE_INFINITY) <= start;
    const isPassage = passage !== null && passage.start <= start && start < passage.end;
    return { start, end: places[index + 1] ?? block.end, utterance: speaks ? at : -1, isPassage };
  });
}

/** A paragraph is cut into blocks of so many characters: a browser lays out a line of millions in seconds, and these at once. */
export const BLOCK_CHARS_MAX = 4000;

/** Returns the blocks of a text, one a line that has words; a longer line is cut, at a space where it has one. */
export function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const line = text.indexOf("\n", start);
    const lineEnd = line < 0 ? text.length : line;
    let from = start;
    while (lineEnd - from > BLOCK_CHARS_MAX) {
      const end = cutBefore(text, from, from + BLOCK_CHARS_MAX);
      blocks.push({ start: from, end });
      from = end;
    }
    if (text.slice(from, lineEnd).trim() !== "") blocks.push({ start: from, end: lineEnd });
    start = lineEnd + 1;
  }
  return blocks;
}

function cutBefore(text: string, from: number, limit: number): number {
  const space = text.lastIndexOf(" ", limit);
  if (space > from) return space + 1;
  // Not between the halves of a character.
  return /[\uDC00-\uDFFF]/.test(text.charAt(limit)) ? limit - 1 : limit;
}
