import type { Speaker, Via } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { MarkedQuotation } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";
import { CONFIDENCE, READING } from "../tuning.ts";
import { meantBy, resolve } from "./cited-speaker.ts";
import { clauseSubject } from "./clauses.ts";
import { type Cues, isSkipped } from "./cues/cues.ts";
import { isQuotedWhole } from "./mask.ts";
import { isNobodysWords } from "./nobodys-words.ts";
import { type Token, tokens } from "./noun-phrases.ts";
import { findCue, reportedIn, sentenceSubject } from "./quotation-cues.ts";
import { blockOf, firstNamedAt, openReader, type Reader, type Spoken } from "./reader.ts";
import type { Found } from "./reporting-verbs.ts";

/** A quotation of an article and who the article says said it. */
export interface AttributedQuotation {
  quotation: MarkedQuotation;
  speaker: Speaker | null;
  /** True for what nobody is said to have said: titles, nicknames, words that are named, thoughts, imagined speech, and a few words without a reporting phrase. */
  scare: boolean;
}

/**
 * Who said each of the outermost quotations of a text, by its reporting phrases: after the
 * quotation, before it, within it ("…," she said, "…"), "according to", a dash and a name,
 * a name and a colon; else the speaker of the quotation before, where this one floats. Null as
 * `cues`: the language's words are not known, and every speaker is.
 */
export function attributeQuotations(
  text: string,
  marked: readonly MarkedQuotation[],
  cues: Cues | null,
): AttributedQuotation[] {
  const outer = marked.filter((quotation) => quotation.depth === 0);
  const continued = new Set(outer.map((quotation) => quotation.continues));
  const closed = outer.filter(
    (quotation) => quotation.closed || quotation.continues !== null || continued.has(quotation.start),
  );
  if (cues === null)
    return outer.map((quotation) => ({ quotation, speaker: null, scare: isShort(text, quotation) }));
  const reader = openReader(text, closed, cues);
  const readable = new Set(closed);
  const result: AttributedQuotation[] = [];
  let said: AttributedQuotation | null = null;
  let inBlock = { block: -1, count: 0 };
  for (const quotation of outer) {
    const block = blockOf(reader, quotation);
    inBlock = { block, count: inBlock.block === block ? inBlock.count + 1 : 1 };
    const isRead = readable.has(quotation) && inBlock.count <= READING.paragraphQuotationsMax;
    const before: Before = { any: result.at(-1) ?? null, said };
    const short = isShort(text, quotation);
    const { speaker, unsaid } = isRead ? readSpeaker(reader, { quotation, block, short }, before) : UNREAD;
    const read: AttributedQuotation = { quotation, speaker, scare: unsaid || (!speaker && short) };
    result.push(read);
    if (!read.scare) said = read;
    if (speaker) reader.last = { speaker, block, end: quotation.end };
  }
  return backfill(result);
}

/** A quotation, the number of its paragraph, and whether it is a few words only. */
interface Read {
  quotation: MarkedQuotation;
  block: number;
  short: boolean;
}

/** The quotation before, and the last one that somebody said. */
interface Before {
  any: AttributedQuotation | null;
  said: AttributedQuotation | null;
}

interface ReadSpeaker {
  speaker: Speaker | null;
  unsaid: boolean;
}
const UNREAD: ReadSpeaker = { speaker: null, unsaid: false };
const UNSAID: ReadSpeaker = { speaker: null, unsaid: true };

function isShort(text: string, quotation: MarkedQuotation): boolean {
  return tokens(text, quotation.inner.start, quotation.inner.end).length <= READING.scareWordsMax;
}

function readSpeaker(reader: Reader, read: Read, before: Before): ReadSpeaker {
  const { quotation, block, short } = read;
  if (isNobodysWords(reader, quotation, before.any, reader.blocks[block] ?? quotation)) return UNSAID;
  const cue = findCue(reader, quotation, block);
  if (cue?.unsaid) return UNSAID;
  const cited = cue && (cue.close || !short) ? citedBy(reader, cue, quotation) : null;
  const isOpen = cue?.close === true && cited === null && quotation.continues === null;
  if (isOpen) return { speaker: null, unsaid: false };
  const speaker =
    cited ??
    inherited(reader, read, before.said, reader.last) ??
    (short || reader.cues.reading !== "full"
      ? null
      : (inSentenceOf(reader, quotation, block) ?? introduced(reader, quotation, block, before.said)));
  return { speaker, unsaid: false };
}

function citedBy(reader: Reader, cue: Found, quotation: MarkedQuotation): Speaker | null {
  const speaker = resolve(reader, cue, reader.last?.speaker ?? null, quotation);
  return (
    speaker && { ...speaker, confidence: Math.min(speaker.confidence, cue.close ? 1 : CONFIDENCE.apart) }
  );
}

/** A quotation with no cue of its own: it goes on from one that has, in its paragraph or just before. */
function inherited(
  reader: Reader,
  { quotation, block, short }: Read,
  previous: AttributedQuotation | null,
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
  if (short && !isSentence(reader, quotation, block)) return null;
  if (last.block === block) {
    if (isAboutAnother(reader, quotation, block, previous, last)) return null;
    const between = reader.masked.slice(previous.quotation.end, quotation.start);
    const names = namesAnother(reader, { start: previous.quotation.end, end: quotation.start }, last.speaker);
    const afterTag = /[.!?]\s*["“”]?\s*$/u.test(between);
    if (names && !afterTag && /[.!?]\s/u.test(between)) return null;
    return from("floating", CONFIDENCE.sameParagraph);
  }
  const alone = isQuotedWhole(reader.masked.slice(paragraph.start, paragraph.end));
  return reader.cues.reading === "full" && alone && block - last.block === 1
    ? from("floating", CONFIDENCE.floating)
    : null;
}

/** “…,” said Marlowe. But Reyle disagreed. “…”: whether the sentence right before a quotation, behind the last one, is about somebody else than its speaker. */
function isAboutAnother(
  reader: Reader,
  quotation: MarkedQuotation,
  block: number,
  previous: AttributedQuotation,
  last: Spoken,
): boolean {
  const between = reader
    .sentencesOf(block)
    .findLast(({ start, end }) => start >= previous.quotation.end && end <= quotation.start);
  if (!between) return false;
  if (reader.cues.reading !== "full") return true;
  const list = tokens(reader.masked, between.start, between.end);
  const subject = clauseSubject(list, list.length, reader.cues);
  const [first] = subject ?? [];
  if (!subject || !first || (subject.length === 1 && reader.cues.pronouns.has(first.key))) return false;
  const meant = meantBy(reader, subject, first.start);
  return meant === null || fold(meant.mention.name) !== fold(last.speaker.name);
}

/** Whether somebody else than a speaker is named in a part of the text. */
function namesAnother(reader: Reader, { start, end }: Span, speaker: Speaker): boolean {
  const key = fold(speaker.name);
  for (let at = firstNamedAt(reader, start); at < reader.people.length; at++) {
    const mention = reader.people[at];
    if (!mention || mention.end > end) return false;
    if (reader.keys[at] !== key) return true;
  }
  return false;
}

/** A quotation that is a sentence by itself, with its capital and its stop: “Neither do I.” */
function isSentence(reader: Reader, { start, inner }: MarkedQuotation, block: number): boolean {
  const words = reader.text.slice(inner.start, inner.end);
  return (
    /^\s*\p{Lu}/u.test(words) &&
    /[.!?…]\s*$/u.test(words) &&
    reader.sentencesOf(block).some((sentence) => sentence.start === start)
  );
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
  const list = tokens(reader.masked, sentence.start, quotation.start);
  if (isLabel(reader, quotation, list)) return null;
  const subject = sentenceSubject(reader, list);
  const speaker = subject && resolve(reader, subject, null, quotation);
  return speaker?.kind === "person" ? { ...speaker, confidence: CONFIDENCE.sentence } : null;
}

/** “the ‘keep off the grass’ sign”: words between an article and a noun name a thing. */
function isLabel({ masked, cues }: Reader, { end }: MarkedQuotation, before: readonly Token[]): boolean {
  const [behind] = tokens(masked, end, end + LABELLED_CHARS);
  return (
    cues.determiners.has(before.at(-1)?.key ?? "") &&
    behind?.gap === " " &&
    !behind.capital &&
    !cues.phraseEnders.has(behind.key) &&
    !isSkipped(behind, cues)
  );
}
/** Enough for the word behind a quotation. */
const LABELLED_CHARS = 40;

/**
 * A quotation that is a sentence of its own, behind one that quotes nobody, in its paragraph or
 * alone in the next: it belongs to whom that sentence reports, or is about.
 */
function introduced(
  reader: Reader,
  quotation: MarkedQuotation,
  block: number,
  said: AttributedQuotation | null,
): Speaker | null {
  const here = reader.blocks[block];
  if (!here || quotation.continues !== null) return null;
  const sentences = reader.sentencesOf(block);
  const own = sentences.findLastIndex((span) => span.start <= quotation.start);
  const opens = own >= 0 && (sentences[own] as Span).start === quotation.start;
  if (!opens) return null;
  if (own === 0 && !isQuotedWhole(reader.masked.slice(here.start, here.end))) return null;
  const before = own > 0 ? sentences[own - 1] : reader.sentencesOf(block - 1).at(-1);
  if (!before || (said !== null && said.quotation.end > before.start)) return null;
  const lead =
    reportedIn(reader, before) ?? sentenceSubject(reader, tokens(reader.masked, before.start, before.end));
  const speaker = lead && resolve(reader, lead, null, quotation);
  return speaker && speaker.kind === "person"
    ? { ...speaker, via: "floating", confidence: CONFIDENCE.introduced }
    : null;
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
export function reportedSpeaker(
  text: string,
  sentence: Span,
  quotations: readonly Span[],
  cues: Cues,
): Speaker | null {
  const from = Math.max(0, sentence.start - READING.reportCharsMax);
  const moved = (span: Span): Span => ({ start: span.start - from, end: span.end - from });
  const reader = openReader(
    text.slice(from, sentence.end),
    quotations.filter(({ start, end }) => start >= from && end <= sentence.end).map(moved),
    cues,
  );
  const cue = reportedIn(reader, moved(sentence));
  const speaker = cue && resolve(reader, cue, null, moved(sentence));
  if (!speaker?.evidence) return speaker;
  const { start, end } = speaker.evidence;
  return { ...speaker, evidence: { ...speaker.evidence, start: start + from, end: end + from } };
}
