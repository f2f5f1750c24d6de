import type { Speaker, Via } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { MarkedQuotation } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";
import { CONFIDENCE, READING } from "../tuning.ts";
import { resolve } from "./cited-speaker.ts";
import { type Token, tokens } from "./noun-phrases.ts";
import { subjectBefore } from "./people.ts";
import { findCue, found, isReportingVerb, isSkipped, sentenceSubject } from "./quotation-cues.ts";
import { blockOf, fullName, MASK, openReader, type Reader, type Spoken } from "./reader.ts";

/** A quotation of an article and who the article says said it. */
export interface AttributedQuotation {
  quotation: MarkedQuotation;
  speaker: Speaker | null;
  /** True for scare quotes, titles and nicknames: a few words that no one is said to have said. */
  scare: boolean;
}

/**
 * Who said each of the outermost quotations of a text, by its reporting phrases: after the
 * quotation, before it, within it ("…," she said, "…"), "according to", a dash and a name,
 * a name and a colon; else the speaker of the quotation before, where this one floats.
 */
export function attributeQuotations(text: string, marked: readonly MarkedQuotation[]): AttributedQuotation[] {
  const outer = marked.filter((quotation) => quotation.depth === 0);
  const continued = new Set(outer.map((quotation) => quotation.continues));
  const closed = outer.filter(
    (quotation) => quotation.closed || quotation.continues !== null || continued.has(quotation.start),
  );
  const reader = openReader(text, closed);
  const readable = new Set(closed);
  const result: AttributedQuotation[] = [];
  let inBlock = { block: -1, count: 0 };
  for (const quotation of outer) {
    const block = blockOf(reader, quotation);
    inBlock = { block, count: inBlock.block === block ? inBlock.count + 1 : 1 };
    const isRead = readable.has(quotation) && inBlock.count <= READING.paragraphQuotationsMax;
    const speaker = isRead ? speakerOf(reader, quotation, block, result.at(-1)) : null;
    const count = tokens(text, quotation.inner.start, quotation.inner.end).length;
    result.push({ quotation, speaker, scare: !speaker && count <= READING.scareWordsMax });
    if (speaker) reader.last = { speaker, block };
  }
  return backfill(result);
}

function speakerOf(
  reader: Reader,
  quotation: MarkedQuotation,
  block: number,
  previous: AttributedQuotation | undefined,
): Speaker | null {
  const cue = findCue(reader, quotation, block);
  const cited = cue && resolve(reader, cue, reader.last?.speaker ?? null, quotation);
  return (
    cited ??
    inSentenceOf(reader, quotation, block) ??
    introduced(reader, quotation, block) ??
    inherited(reader, quotation, block, previous, reader.last)
  );
}

/** A quotation with no cue of its own: it goes on from one that has, in its paragraph or just before. */
function inherited(
  reader: Reader,
  quotation: MarkedQuotation,
  block: number,
  previous: AttributedQuotation | undefined,
  last: Spoken | null,
): Speaker | null {
  if (!previous || !last || previous.speaker !== last.speaker) return null;
  const from = (via: Via, confidence: number): Speaker => ({
    ...last.speaker,
    via,
    confidence: Math.min(confidence, last.speaker.confidence),
  });
  if (quotation.continues !== null) return from(last.speaker.via, last.speaker.confidence);
  const paragraph = reader.blocks[block] as Span;
  const count = tokens(reader.text, quotation.inner.start, quotation.inner.end).length;
  if (count <= READING.scareWordsMax) return null;
  if (last.block === block) {
    const between = reader.masked.slice(previous.quotation.end, quotation.start);
    const names = reader.people.some(
      (person) =>
        person.start >= previous.quotation.end &&
        person.end <= quotation.start &&
        fold(person.name) !== fold(last.speaker.name),
    );
    const afterTag = /[.!?]\s*["“”]?\s*$/u.test(between);
    if (names && !afterTag && /[.!?]\s/u.test(between)) return null;
    return from("floating", CONFIDENCE.sameParagraph);
  }
  const alone = reader.masked.slice(paragraph.start, paragraph.end).replaceAll(MASK, "").trim() === "";
  return alone && block - last.block === 1 ? from("floating", CONFIDENCE.floating) : null;
}

/** A quotation of some length in a sentence about somebody, whatever the sentence's verb: most often theirs. */
function inSentenceOf(reader: Reader, quotation: MarkedQuotation, block: number): Speaker | null {
  const sentence = reader.sentencesOf(block).findLast((span) => span.start < quotation.start);
  if (
    !sentence ||
    sentence.end <= quotation.start ||
    quotation.start - sentence.start > READING.sentenceChars
  )
    return null;
  if (tokens(reader.text, quotation.inner.start, quotation.inner.end).length <= READING.scareWordsMax)
    return null;
  const list = tokens(reader.masked, sentence.start, quotation.start);
  const subject = sentenceSubject(reader, list, quotation);
  const speaker = subject && resolve(reader, subject, null, quotation);
  return speaker && { ...speaker, confidence: CONFIDENCE.sentence };
}

/** A quotation alone in its paragraph, after one that quotes nobody: it belongs to the person that one is about. */
function introduced(reader: Reader, quotation: MarkedQuotation, block: number): Speaker | null {
  const [before, here] = [reader.blocks[block - 1], reader.blocks[block]];
  if (!before || !here || quotation.continues !== null) return null;
  const alone = reader.masked.slice(here.start, here.end).replaceAll(MASK, "").trim() === "";
  if (!alone || reader.masked.slice(before.start, before.end).includes(MASK)) return null;
  const sentence = reader.sentencesOf(block - 1).at(-1) ?? before;
  const subject = reader.people.find(
    (mention) => mention.start >= sentence.start && mention.end <= sentence.end,
  );
  if (subject?.kind !== "person" || subject.start - sentence.start > READING.subjectChars) return null;
  const evidence = {
    text: reader.text.slice(subject.start, subject.end),
    start: subject.start,
    end: subject.end,
  };
  const { name, kind, role, document } = fullName(reader, subject);
  return { name, kind, role, document, via: "floating", confidence: CONFIDENCE.floating, evidence };
}

/** A quotation of many paragraphs whose only cue stands after its last: the earlier parts belong to the same speaker. */
function backfill(result: AttributedQuotation[]): AttributedQuotation[] {
  for (let index = result.length - 1; index > 0; index--) {
    const current = result[index] as AttributedQuotation;
    const previous = result[index - 1] as AttributedQuotation;
    if (current.quotation.continues !== null && current.speaker && !previous.speaker) {
      result[index - 1] = { ...previous, speaker: current.speaker, scare: false };
    }
  }
  return result;
}

/**
 * Who a sentence of an article reports, without quotation marks ("Biden stressed support
 * for Poland"): the subject of its first reporting verb, or null. `sentence` is a span of
 * `text`; words in quotation marks are not looked at.
 */
export function reportedSpeaker(text: string, sentence: Span, quotations: readonly Span[]): Speaker | null {
  const local = text.slice(0, sentence.end);
  const reader = openReader(
    local,
    quotations.filter((quotation) => quotation.end <= sentence.end),
  );
  const list = tokens(reader.masked, sentence.start, sentence.end);
  for (let at = 1; at < list.length; at++) {
    if (!isReportingVerb(list, at)) continue;
    const subject = subjectBefore(list, at, isSkipped);
    const cue = subject && found(subject, list.slice(list.indexOf(subject[0] as Token), at + 1));
    if (cue) return resolve(reader, cue, null, sentence);
  }
  return null;
}
