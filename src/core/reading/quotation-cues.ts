import type { MarkedQuotation } from "../text/quotation-marks.ts";
import { sentencesWithin } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import { ALSO_NOUNS, BETWEEN_SUBJECT_AND_VERB, PRONOUNS, REPORTING_VERBS } from "./cues-en.ts";
import { phraseStartingAt, type Token, tokens } from "./noun-phrases.ts";
import { isRole, subjectBefore } from "./people.ts";
import { blockOf, MASK, type Reader } from "./reader.ts";

/** The noun phrase that names a speaker, and the words that say so. */
export interface Found {
  phrase: Token[];
  evidence: Span;
}

/** The words by which a text says who said a quotation, or null when none do. */
export function findCue(reader: Reader, quotation: MarkedQuotation, block: number): Found | null {
  const opening = reader.blocks[block] ?? quotation;
  const closing =
    reader.blocks[blockOf(reader, { start: quotation.end - 1, end: quotation.end })] ?? quotation;
  const paragraph = { start: opening.start, end: Math.max(opening.end, closing.end) };
  const before = () => cueBefore(reader, quotation, paragraph, block);
  return (
    (isIntroduced(reader, quotation, paragraph) ? before() : null) ??
    cueAfter(reader, quotation, paragraph) ??
    before() ??
    cueInParagraphBefore(reader, quotation, block)
  );
}

/** “Reyle said: “… .” Someone called it …”: what leads up to a whole sentence is its cue, and what follows begins another. */
function isIntroduced({ text, masked }: Reader, quotation: MarkedQuotation, paragraph: Span): boolean {
  const leadsUp = /[:,]\s*$/u.test(
    masked.slice(Math.max(paragraph.start, quotation.start - 3), quotation.start),
  );
  return leadsUp && /[.!?…]\s*$/u.test(text.slice(quotation.inner.start, quotation.inner.end));
}

/** “…,” said X / “…,” X said / “…,” according to X / “…” — X */
function cueAfter({ text, masked }: Reader, quotation: MarkedQuotation, paragraph: Span): Found | null {
  const end = clauseEnd(masked, quotation.end, paragraph.end);
  if (end <= quotation.end) return null;
  const list = tokens(masked, quotation.end, end);
  const first = list[0];
  if (!first) return null;
  if (/^[^\p{L}\p{N}]*[—–]\s*$|^\s*--?\s*$/u.test(first.gap) && /[—–-]/u.test(first.gap)) {
    const stop = phraseStartingAt(list, 0, isRole);
    if (stop !== null && end >= paragraph.end - 1) return found(list.slice(0, stop));
  }
  if (
    /[.!?…]\s*["”’»]*\s*$/u.test(text.slice(quotation.end - 3, quotation.end)) &&
    /^\.["”’»]/u.test(text.slice(quotation.inner.end - 1, quotation.end)) &&
    first.capital &&
    !isShortTag(list)
  )
    return null;
  const according = list.findIndex(
    (token, index) => token.key === "according" && list[index + 1]?.key === "to",
  );
  if (according >= 0 && according <= 3) {
    const stop = phraseStartingAt(list, according + 2, isRole);
    if (stop !== null) return found(list.slice(according + 2, stop), list.slice(according, stop));
  }
  return verbCue(list, READING.verbWithinWords);
}

/** “… .” Smith said. — a sentence that is nothing but a tag belongs to the quotation before it. */
function isShortTag(list: readonly Token[]): boolean {
  return list.length <= 4 && list.some((token) => REPORTING_VERBS.has(token.key));
}

function verbCue(list: readonly Token[], within: number): Found | null {
  for (let at = 0; at < Math.min(list.length, within); at++) {
    if (!isReportingVerb(list, at)) continue;
    const inverted =
      at === 0 || BETWEEN_SUBJECT_AND_VERB.has((list[at - 1] as Token).key)
        ? phraseStartingAt(list, at + 1, isRole)
        : null;
    if (inverted !== null && !PRONOUNS.has(list[at + 1]?.key ?? ""))
      return found(list.slice(at + 1, inverted), list.slice(at, inverted));
    const subject = subjectBefore(list, at, isSkipped);
    if (subject) return found(subject, list.slice(list.indexOf(subject[0] as Token), at + 1));
  }
  return null;
}

/** A verb of reporting, and no part of a name ("the United States") or a noun ("an executive order"). */
export function isReportingVerb(list: readonly Token[], at: number): boolean {
  const token = list[at];
  if (!token || !REPORTING_VERBS.has(token.key) || isNoCue(list, at)) return false;
  const before = list[at - 1];
  if (token.capital && at > 0 && /^\s+$/u.test(token.gap)) return false;
  return !(
    ALSO_NOUNS.has(token.key) &&
    before !== undefined &&
    !before.capital &&
    !PRONOUNS.has(before.key) &&
    !BETWEEN_SUBJECT_AND_VERB.has(before.key)
  );
}

/** "was called", "is said": the subject is spoken of, and does not speak. "so-called" is no verb at all. */
export function isNoCue(list: readonly Token[], at: number): boolean {
  if ((list[at] as Token).gap.endsWith("-")) return true;
  const before = list[at - 1]?.key ?? "";
  const auxiliary =
    BETWEEN_SUBJECT_AND_VERB.has(before) && !BE.has(before) ? (list[at - 2]?.key ?? "") : before;
  return BE.has(auxiliary) && !(list[at] as Token).key.endsWith("ing");
}

const BE = new Set(["is", "are", "was", "were", "be", "been", "being"]);

/** A cue of these words, or null when there are none. */
export function found(phrase: Token[], evidence: readonly Token[] = phrase): Found | null {
  const first = evidence[0];
  const last = evidence.at(-1);
  return phrase.length > 0 && first && last
    ? { phrase, evidence: { start: first.start, end: last.end } }
    : null;
}

function clauseEnd(masked: string, from: number, limit: number): number {
  const quoted = masked.indexOf(MASK, from);
  const stop = quoted >= 0 && quoted < limit ? quoted : limit;
  return sentencesWithin(masked, { start: from, end: stop })[0]?.end ?? from;
}

/** X said: “…” / X said that “…” / According to X, “…” / X: “…” */
function cueBefore(reader: Reader, quotation: MarkedQuotation, paragraph: Span, block: number): Found | null {
  const { masked } = reader;
  const sentence = reader.sentencesOf(block).findLast((span) => span.start <= quotation.start);
  const start = Math.max(sentence?.start ?? paragraph.start, quotation.start - READING.cueCharsMax);
  const list = tokens(masked, start, quotation.start).filter((token) => !token.printed.includes(MASK));
  if (list.length === 0) return null;
  const according = list.findIndex(
    (token, index) => token.key === "according" && list[index + 1]?.key === "to",
  );
  if (according >= 0) {
    const stop = phraseStartingAt(list, according + 2, isRole);
    if (stop !== null) return found(list.slice(according + 2, stop), list.slice(according, stop));
  }
  if (/:\s*$/u.test(masked.slice(paragraph.start, quotation.start))) {
    const named = nameBeforeColon(list);
    if (named) return named;
  }
  for (let at = list.length - 1; at > 0; at--) {
    if (!isReportingVerb(list, at)) continue;
    const subject = subjectBefore(list, at, isSkipped);
    if (subject) return found(subject, list.slice(list.indexOf(subject[0] as Token), at + 1));
    if ((list[at] as Token).key.endsWith("ing")) {
      const doer = sentenceSubject(reader, list, quotation);
      if (doer) return found(doer.phrase, [...doer.phrase, list[at] as Token]);
    }
    const after = phraseStartingAt(list, at + 1, isRole);
    if (after !== null && at <= 1) return found(list.slice(at + 1, after), list.slice(at, after));
  }
  return null;
}

/** The name at the start of a quotation's sentence, whatever its verb: "Clinton celebrated in Florida, declaring it “…”". Null where the sentence begins with none. */
export function sentenceSubject(reader: Reader, list: readonly Token[], quotation: Span): Found | null {
  const start = list[0]?.start;
  if (start === undefined) return null;
  const subject = reader.people.find((mention) => mention.start >= start && mention.end <= quotation.start);
  if (!subject || subject.start - start > READING.subjectChars) return null;
  const phrase = list.filter((token) => token.start >= subject.start && token.end <= subject.end);
  return found(phrase);
}

/** `And from Chairwoman Y:` and `Commissioner X:` */
function nameBeforeColon(list: readonly Token[]): Found | null {
  if (list.some((token) => REPORTING_VERBS.has(token.key))) return null;
  const from = list.findIndex((token) => token.key === "from");
  const start = from >= 0 ? from + 1 : 0;
  const stop = list.length - start <= 8 ? phraseStartingAt(list, start, isRole) : null;
  return stop !== null && (list[start]?.capital || list[start + 1]?.capital)
    ? found(list.slice(start, stop), list.slice(Math.max(from, 0), stop))
    : null;
}

/** A paragraph that ends in a colon introduces the quotation that opens the next. */
function cueInParagraphBefore(reader: Reader, quotation: MarkedQuotation, block: number): Found | null {
  const before = reader.blocks[block - 1];
  const here = reader.blocks[block];
  if (!before || !here || reader.text.slice(here.start, quotation.start).trim() !== "") return null;
  if (!/:$/u.test(reader.text.slice(before.start, before.end).trimEnd())) return null;
  const sentence = reader.sentencesOf(block - 1).at(-1) ?? before;
  const list = tokens(reader.masked, sentence.start, sentence.end);
  return nameBeforeColon(list) ?? verbCue(list, list.length);
}

/** Words that a subject and its verb may have between them. */
export function isSkipped(key: string): boolean {
  return BETWEEN_SUBJECT_AND_VERB.has(key) || key.endsWith("ly");
}
