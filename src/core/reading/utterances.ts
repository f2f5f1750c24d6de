import type { SourceSpeaker } from "../answer.ts";
import { markedQuotations } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { READING } from "../tuning.ts";
import { attributeQuotations } from "./attribution.ts";
import { cuesOf } from "./cues/of-language.ts";
import { letterhead } from "./letterhead.ts";
import { parseName } from "./names.ts";
import type { SourceInput } from "./source.ts";
import { speakerTurns } from "./turns.ts";

/** Words that one speaker says, in the source's text. `depth` 0: said in the source; 1: quoted by whoever speaks around it. */
export interface Utterance extends Span {
  speaker: SourceSpeaker | null;
  depth: 0 | 1;
}

/**
 * Who says what in a source, in order of start; an utterance of depth 1 lies within one of
 * depth 0 or in narration. What no utterance covers is the source's own narration.
 */
export function readUtterances(source: SourceInput): Utterance[] {
  switch (source.kind) {
    case "transcript":
      return transcript(source);
    case "speech":
    case "statement":
      return spoken(source);
    case "article":
      return merge(
        quotations(source).map((utterance) => ({ ...utterance, depth: 0 as const })),
        nestedWithin(source),
      );
  }
}

function transcript(source: SourceInput): Utterance[] {
  const turns = speakerTurns(source.text).map((turn): Utterance => {
    const evidence = { text: source.text.slice(turn.label.start, turn.label.end), ...turn.label };
    const confidence = turn.certain ? 1 : READING.uncertainTurn;
    const speaker: SourceSpeaker = {
      name: turn.name,
      kind: "person",
      via: "turn",
      confidence,
      evidence,
      role: turn.role,
      document: null,
      translated: turn.translated,
    };
    return { start: turn.start, end: turn.end, speaker, depth: 0 };
  });
  if (turns.length === 0) return spoken(source);
  return merge(turns, quotedWithin(source.text));
}

function spoken(source: SourceInput): Utterance[] {
  const speaker = ownSpeaker(source);
  if (speaker === null) return quotations(source).map((utterance) => ({ ...utterance, depth: 0 as const }));
  const whole: Utterance = { start: 0, end: source.text.length, speaker, depth: 0 };
  const inner = source.kind === "statement" ? quotations(source) : quotedWithin(source.text);
  return merge([whole], inner);
}

/** Who speaks throughout: whoever the front matter names; else, of a statement, the letterhead. */
function ownSpeaker(source: SourceInput): SourceSpeaker | null {
  if (source.speaker === null) {
    const cues = source.kind === "statement" ? cuesOf(source.language) : null;
    const head = cues && letterhead(source.text, cues);
    return head && { ...head, translated: false };
  }
  return {
    name: source.speaker,
    kind: looksLikePerson(source.speaker) ? "person" : "organisation",
    via: "metadata",
    confidence: 1,
    evidence: null,
    role: null,
    document: null,
    translated: false,
  };
}

function looksLikePerson(name: string): boolean {
  const { core } = parseName(name);
  return (
    core.length >= 2 &&
    core.length <= 4 &&
    !/\b(?:board|council|ministry|party|committee|nations|bible|group|union|agency|department|government|commission)\b/iu.test(
      name,
    )
  );
}

function quotations(source: SourceInput): Utterance[] {
  const marked = markedQuotations(source.text);
  const cues = cuesOf(source.language);
  if (cues === null) return quotedWithin(source.text);
  return attributeQuotations(source.text, marked, cues)
    .filter(
      ({ quotation, scare }) =>
        !scare && (quotation.closed || quotation.continues !== null || isContinued(marked, quotation)),
    )
    .map(({ quotation, speaker }) => ({
      ...quotation.inner,
      speaker: speaker && { ...speaker, translated: false },
      depth: 1 as const,
    }));
}

function isContinued(marked: ReturnType<typeof markedQuotations>, quotation: Span): boolean {
  return marked.some((other) => other.continues === quotation.start);
}

/** A quotation within a quotation of an article: the speaker quotes someone. Fewer words are names and scare quotes. */
function nestedWithin(source: SourceInput): Utterance[] {
  return markedQuotations(source.text)
    .filter(
      (quotation) =>
        quotation.depth === 1 &&
        quotation.closed &&
        words(source.text.slice(quotation.inner.start, quotation.inner.end)).length > READING.scareWordsMax,
    )
    .map((quotation) => ({ ...quotation.inner, speaker: null, depth: 1 as const }));
}

/** Words in marks inside someone's speech, with no cue read: they are quoted, by whom is said, from whom is not. */
function quotedWithin(text: string): Utterance[] {
  return markedQuotations(text)
    .filter(
      (quotation) =>
        quotation.depth === 0 &&
        quotation.closed &&
        words(text.slice(quotation.inner.start, quotation.inner.end)).length > READING.scareWordsMax,
    )
    .map((quotation) => ({ ...quotation.inner, speaker: null, depth: 1 as const }));
}

function merge(outer: Utterance[], inner: Utterance[]): Utterance[] {
  return [...outer, ...inner].sort((a, b) => a.start - b.start || b.end - a.end || a.depth - b.depth);
}
