import { sentences } from "../../../src/core/text/sentences.ts";
import type { Span } from "../../../src/core/text/span.ts";
import { holds } from "../../eval/scoring/fold.ts";
import type { Hit } from "./engine.ts";
import { prepared } from "./folded.ts";
import type { Place, Text } from "./noisy-questions.ts";

/**
 * What counts as found, once for every engine. An engine answers with a stretch of a source; whether
 * it is a sentence, a passage or an exact span, what is asked is whether a reader who opens it
 * sees the words.
 */

/** Share of the gold words that the answer must cover. */
const COVERED_MIN = 0.5;
/** An answer of more words is not a place, for whole speeches would always be right: of such a one only so many at its beginning and at its end are looked at. They are where the pieces stand of a quotation that was joined from two places. */
const PLACE_WORDS_MAX = 400;
const END_WORDS = 60;
/** Words in a row by which one text is known in another. */
const RUN_WORDS = 4;

/**
 * Whether an answer is one of the gold places: it covers half of the words that were taken from
 * one of them, or, standing elsewhere, has half of their runs of four words, as the second copy
 * of a speech has.
 */
export function isRight(hit: Hit | undefined, gold: readonly Place[], sources: readonly Text[]): boolean {
  const source = hit && sources[hit.source];
  if (hit === undefined || source === undefined) return false;
  return looked(source.text, hit).some((span) => {
    const said = source.text.slice(span.start, span.end);
    return gold.some((place) =>
      place.source === source.id && isBeside(place, span)
        ? covered(source.text, place, span) >= COVERED_MIN
        : sharedRuns(textAt(place, sources), said) >= COVERED_MIN,
    );
  });
}

/** The stretches of an answer that are looked at. */
function looked(text: string, { start, end }: Span): Span[] {
  const words = [...text.slice(start, end).matchAll(/\S+/gu)];
  if (words.length <= PLACE_WORDS_MAX) return [{ start, end }];
  const [first, last] = [words[END_WORDS], words.at(-END_WORDS)];
  return [
    { start, end: start + (first?.index ?? 0) },
    { start: start + (last?.index ?? 0), end },
  ];
}

function isBeside(place: Span, other: Span): boolean {
  return place.start < other.end && other.start < place.end;
}

/** The share of a place's words that lie within a span, 0..1. */
function covered(text: string, place: Span, span: Span): number {
  const words = [...text.slice(place.start, place.end).matchAll(/\S+/gu)];
  const within = words.filter(
    ({ 0: word, index }) =>
      place.start + index >= span.start && place.start + index + word.length <= span.end + MARKS_CHARS,
  );
  return within.length / words.length;
}

/** Marks behind the last word, which some spans leave out. */
const MARKS_CHARS = 3;

function textAt({ source, start, end }: Place, sources: readonly Text[]): string {
  return sources.find(({ id }) => id === source)?.text.slice(start, end) ?? "";
}

/** The share of a text's runs of four words that another has, 0..1; a shorter text is one run. */
export function sharedRuns(gold: string, said: string): number {
  const words = prepared(gold).split(" ");
  const inside = ` ${prepared(said)} `;
  const count = Math.max(1, words.length - RUN_WORDS + 1);
  const runs = Array.from({ length: count }, (_, at) => ` ${words.slice(at, at + RUN_WORDS).join(" ")} `);
  return runs.filter((run) => inside.includes(run)).length / count;
}

/** Whether an answer is of the right source, and the whole sentences that it touches have 80 % of the words of one of the gold texts: the rule of `tests/eval`. */
export function isPrinted(
  hit: Hit | undefined,
  gold: { source: string; texts: readonly string[] },
  sources: readonly Text[],
): boolean {
  const source = hit && sources[hit.source];
  if (hit === undefined || source === undefined || source.id !== gold.source) return false;
  return holds(passageOf(source.text, hit), gold.texts);
}

/** Characters around an answer in which its sentences are looked for. */
const AROUND_CHARS = 1500;

/** The whole sentences that a span touches. */
export function passageOf(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - AROUND_CHARS);
  const around = text.slice(from, end + AROUND_CHARS);
  const touched = sentences(around).filter((span) =>
    isBeside(span, { start: start - from, end: end - from }),
  );
  return around.slice(touched[0]?.start ?? start - from, touched.at(-1)?.end ?? end - from);
}
