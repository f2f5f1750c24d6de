import type { Library } from "../finding/library.ts";
import type { Utterance } from "../reading/utterances.ts";
import { paragraphs, sentencesWithin } from "../text/sentences.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import { JUDGING } from "../tuning.ts";

/** A stretch of a source with what stands around it. All spans are offsets into the source. */
export interface Place {
  source: number;
  span: Span;
  /** Text around the span; `at(span)` reads from it. */
  text: string;
  textStart: number;
  /** The sentences that hold the span, first to last, within one speaker's words. */
  sentences: Span[];
  /** The sentence before the first, or null at the beginning of the paragraph or turn. */
  previous: Span | null;
  /** The sentence after the last, or null at the end of the paragraph or turn. */
  next: Span | null;
  outer: Utterance | null;
  inner: Utterance | null;
  /** Every utterance that shares a place with the span, whole or in part. */
  touched: readonly Utterance[];
}

/** Reads the surroundings of a span: its sentences, its speaker turn, the quotation it lies in. */
export function readPlace(library: Library, source: number, span: Span): Place {
  const around = library.textAround(source, span, JUDGING.aroundChars);
  const utterances = library.utterancesAround(source, span);
  const outer = utteranceOf(utterances, 0, span);
  const inner = utteranceOf(utterances, 1, span);
  const bounds = turnBounds(library, source, outer, around);
  const local = { start: span.start - around.start, end: span.end - around.start };
  const all = paragraphs(around.text)
    .flatMap((paragraph) => sentencesWithin(around.text, clip(paragraph, bounds)))
    .filter((sentence) => sentence.end > sentence.start);
  const holding = all.filter((sentence) => overlaps(sentence, local));
  const last = holding.at(-1);
  const next = last ? all[all.indexOf(last) + 1] : undefined;
  const previous = holding[0] ? all[all.indexOf(holding[0]) - 1] : undefined;
  const shift = (sentence: Span): Span => ({
    start: sentence.start + around.start,
    end: sentence.end + around.start,
  });
  return {
    source,
    span,
    text: around.text,
    textStart: around.start,
    sentences: holding.length > 0 ? holding.map(shift) : [span],
    previous: previous ? shift(previous) : null,
    next: next ? shift(next) : null,
    outer,
    inner,
    touched: utterances,
  };
}

/** The utterance that holds a span; or, where one speaker's words are printed in parts ("…," she said, "…"), those parts as one. */
function utteranceOf(utterances: readonly Utterance[], depth: 0 | 1, span: Span): Utterance | null {
  const level = utterances.filter((utterance) => utterance.depth === depth);
  const whole = level.findLast((utterance) => contains(utterance, span));
  if (whole) return whole;
  const [first, last] = [level[0], level.at(-1)];
  const oneVoice =
    first?.speaker && level.every((utterance) => utterance.speaker?.name === first.speaker?.name);
  if (!first || !last || !oneVoice || first.start > span.start || last.end < span.end) return null;
  return { ...first, end: last.end };
}

/** In a transcript sentences end with the turn, so that the next speaker's label is in none. */
function turnBounds(
  library: Library,
  source: number,
  outer: Utterance | null,
  around: { text: string; start: number },
): Span {
  const whole = { start: 0, end: around.text.length };
  if (outer === null || library.sources[source]?.kind !== "transcript") return whole;
  return {
    start: Math.max(0, outer.start - around.start),
    end: Math.min(whole.end, outer.end - around.start),
  };
}

function clip(span: Span, bounds: Span): Span {
  const start = Math.max(span.start, bounds.start);
  return { start, end: Math.max(start, Math.min(span.end, bounds.end)) };
}

/** The source's words at a span that lies in the place's text. */
export function wordsAt(place: Place, span: Span): string {
  return place.text.slice(Math.max(0, span.start - place.textStart), Math.max(0, span.end - place.textStart));
}

/** The whole sentences that hold the match, and some text to both sides, for people to read. */
export function contextOf(place: Place): { before: string; passage: string; after: string } & { span: Span } {
  const span = {
    start: Math.min(place.span.start, place.sentences[0]?.start ?? place.span.start),
    end: Math.max(place.span.end, place.sentences.at(-1)?.end ?? place.span.end),
  };
  const before = wordsAt(place, {
    start: Math.max(place.textStart, span.start - JUDGING.contextChars),
    end: span.start,
  });
  const after = wordsAt(place, { start: span.end, end: span.end + JUDGING.contextChars });
  return { before: fromWord(before), passage: wordsAt(place, span), after: toWord(after, place, span), span };
}

/** Text cut at its front is shown from a whole word on. */
export function fromWord(text: string): string {
  if (text.length < JUDGING.affixChars) return text.toWellFormed();
  return text.replace(/^\S*\s/u, "").toWellFormed();
}

function toWord(text: string, place: Place, span: Span): string {
  const reachesEnd = span.end - place.textStart + text.length >= place.text.length;
  return (reachesEnd ? text : text.replace(/\s\S*$/u, "")).toWellFormed();
}
