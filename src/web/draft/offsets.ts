import type { Change } from "../../core/answer.ts";
import type { CheckedQuotation } from "../../core/article.ts";
import type { Draft } from "../../view/endpoint.ts";
import { readHtml } from "./html.ts";

/**
 * Returns the changes with `submitted` offsets that point into the quotation's own words in place of the draft
 * they were read from, which is what the view marks. In HTML tags and entities stand between the two; a change
 * whose place cannot be found again points nowhere behind the words, and is then only listed.
 */
export function ontoQuotation(
  { text, start, end }: Pick<CheckedQuotation, "text" | "start" | "end">,
  changes: readonly Change[],
  draft: Draft,
): Change[] {
  const offsets = changes.flatMap(({ submitted }) => [submitted.start, submitted.end]);
  const places =
    "text" in draft
      ? offsets.map((offset) => offset - start)
      : placesInHtml(
          text,
          draft.html.slice(start, end),
          offsets.map((offset) => offset - start),
        );
  return changes.map((change, index) => {
    const [from, to] = [places[index * 2] ?? null, places[index * 2 + 1] ?? null];
    if (from === null || to === null || to < from) return unplaced(change, text.length);
    return { ...change, submitted: { text: change.submitted.text, start: from, end: to } };
  });
}

/**
 * Offsets into the HTML of a quotation, as offsets into its text; null where the two cannot be brought
 * together. White space is folded in one and not in the other, so that letters are counted in its place.
 */
function placesInHtml(text: string, html: string, offsets: readonly number[]): (number | null)[] {
  const read = readHtml(html, offsets);
  const letters = lettersBefore(read.text);
  const starts = letterStarts(text);
  if (letters[read.text.length] !== starts.length) return offsets.map(() => null);
  return offsets.map((_, index) => {
    const place = read.places[index] ?? null;
    const count = place === null ? null : (letters[place] ?? null);
    if (count === null) return null;
    // The end of a stretch stands right behind its last letter, its start right before its first.
    const isEnd = index % 2 === 1 && offsets[index] !== offsets[index - 1];
    if (isEnd) return count === 0 ? 0 : (starts[count - 1] ?? 0) + 1;
    return starts[count] ?? text.length;
  });
}

/** How many units that are no white space stand before each place of a text. */
function lettersBefore(text: string): number[] {
  const counts = [0];
  for (let at = 0; at < text.length; at++) counts.push((counts[at] ?? 0) + (isBlank(text, at) ? 0 : 1));
  return counts;
}

/** Where each unit of a text stands that is no white space. */
function letterStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) if (!isBlank(text, at)) starts.push(at);
  return starts;
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** `cutAtMarks` leaves out a stretch that begins behind the text. */
function unplaced(change: Change, length: number): Change {
  return { ...change, submitted: { text: change.submitted.text, start: length + 1, end: length + 2 } };
}
