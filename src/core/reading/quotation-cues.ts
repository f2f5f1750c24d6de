import type { MarkedQuotation } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import { clauseSubject } from "./clauses.ts";
import { type Cues, isRole } from "./cues/cues.ts";
import { phraseStartingAt, type Token, tokens } from "./noun-phrases.ts";
import { readPhrase } from "./people.ts";
import { blockOf, namedOver, type Reader } from "./reader.ts";
import {
  accordingTo,
  byVerb,
  type Found,
  found,
  isPassive,
  type Verb,
  verbsWithSubjects,
} from "./reporting-verbs.ts";
import { cueAfter } from "./tags.ts";

/** The words by which a text says who said a quotation, or null when none do. */
export function findCue(reader: Reader, quotation: MarkedQuotation, block: number): Found | null {
  const opening = reader.blocks[block] ?? quotation;
  const closing =
    reader.blocks[blockOf(reader, { start: quotation.end - 1, end: quotation.end })] ?? quotation;
  const paragraph = { start: opening.start, end: Math.max(opening.end, closing.end) };
  const before = () => cueBefore(reader, quotation, paragraph, block);
  const after = () => cueAfter(reader, quotation, paragraph);
  const [first, second] = isIntroduced(reader, quotation, paragraph) ? [before, after] : [after, before];
  return first() ?? second() ?? cueInParagraphBefore(reader, quotation, block);
}

/** “Reyle said: “… .” Someone called it …”: what leads up to a whole sentence is its cue, and what follows begins another. */
function isIntroduced({ text, masked }: Reader, quotation: MarkedQuotation, paragraph: Span): boolean {
  const leadsUp = /[:,]\s*$/u.test(
    masked.slice(Math.max(paragraph.start, quotation.start - 3), quotation.start),
  );
  return leadsUp && /[.!?…]\s*$/u.test(text.slice(quotation.inner.start, quotation.inner.end));
}

/** X said: “…” / X said that “…” / According to X, “…” / X: “…” */
function cueBefore(reader: Reader, quotation: MarkedQuotation, paragraph: Span, block: number): Found | null {
  const list = leadUp(reader, quotation, paragraph, block);
  if (list.length === 0) return null;
  const gap = reader.masked.slice((list.at(-1) as Token).end, quotation.start);
  const { cues } = reader;
  const according = accordingTo(list, cues);
  const verbs = verbsWithSubjects(list, cues);
  const verb = governing(verbs, list, cues);
  const isNearer =
    verb !== null && (verb.subject[0]?.start ?? 0) > (according?.evidence.end ?? Number.POSITIVE_INFINITY);
  if (according && !isNearer) return according;
  if (/:\s*$/u.test(gap)) {
    const named = nameBeforeColon(list, cues);
    if (named) return named;
  }
  const isSetApart = /[:,—–―]\s*$/u.test(gap);
  if (verb) {
    const between = list.length - 1 - verb.at;
    const evidence = evidenceOf(verb.subject, list.slice(verb.at, verb.at + 1));
    const close = isSetApart || between <= READING.closeVerbWords;
    return byVerb(list, verb.at, verb.subject, evidence, cues, close);
  }
  if (!isSetApart || cues.reading !== "full") return null;
  const subject = clauseSubject(list, list.length, cues);
  return subject && found(subject, subject, /:\s*$/u.test(gap));
}

/** The words of a quotation's sentence that stand before it. */
function leadUp(reader: Reader, quotation: MarkedQuotation, paragraph: Span, block: number): Token[] {
  const sentence = reader.sentencesOf(block).findLast((span) => span.start <= quotation.start);
  const start = Math.max(sentence?.start ?? paragraph.start, quotation.start - READING.cueCharsMax);
  return tokens(reader.masked, start, quotation.start);
}

/** The words from a subject's first to a verb. */
function evidenceOf(subject: readonly Token[], verb: readonly Token[]): Token[] {
  const all = [...subject, ...verb].sort((a, b) => a.start - b.start);
  const chars = (all.at(-1)?.end ?? 0) - (all[0]?.start ?? 0);
  return chars > READING.evidenceCharsMax ? [...subject] : all;
}

/**
 * The verb that the quotation hangs on: the last one, if it stands close; else the first of those
 * that report one another, because "Reyle said Marlowe reassured them that all would be well and
 * that “…”" goes on with what Reyle said.
 */
function governing(verbs: readonly Verb[], list: readonly Token[], cues: Cues): Verb | null {
  const last = verbs.at(-1);
  if (!last) return null;
  if (list.length - 1 - last.at <= READING.closeVerbWords) return last;
  let chosen = last;
  for (let index = verbs.length - 2; index >= 0; index--) {
    const earlier = verbs[index] as Verb;
    const start = list.indexOf(chosen.subject[0] as Token);
    const between = start - earlier.at - 1;
    const isComplement =
      between >= 0 &&
      between <= 1 &&
      list.slice(earlier.at + 1, start).every(({ key }) => cues.clauseOpeners.has(key));
    if (!isComplement) break;
    chosen = earlier;
  }
  return chosen;
}

/** The one whom a quotation's sentence is about, whatever its verb: "Clinton celebrated in Florida, declaring it “…”". Null where that is nobody. */
export function sentenceSubject(reader: Reader, list: readonly Token[]): Found | null {
  if (list.some((_, at) => isPassive(list, at, reader.cues))) return null;
  const subject = clauseSubject(list, list.length, reader.cues);
  if (!subject || !isKnown(reader, subject)) return null;
  return found(subject, subject, false);
}

/** A pronoun, an office, or a name that the text has: a capital at a sentence's start alone is none. */
function isKnown(reader: Reader, phrase: readonly Token[]): boolean {
  const last = phrase.at(-1) as Token;
  if (phrase.length === 1 && reader.cues.pronouns.has(last.key)) return true;
  if (!last.capital) return isRole(last.key, reader.cues);
  return namedOver(reader, last)?.kind === "person";
}

/** `And from Chairwoman Y:`, `Commissioner X:`, `… — Commissioner X:` */
function nameBeforeColon(list: readonly Token[], cues: Cues): Found | null {
  const dash = list.findLastIndex(({ gap }) => /[—–―]|\s--?\s|[.!?]\s/u.test(gap));
  const own = dash > 0 ? list.slice(dash) : list;
  if (own.some((token) => cues.reportingVerbs.has(token.key) && !token.capital)) return null;
  const from = own.findIndex((token) => cues.from.has(token.key));
  let start = from >= 0 ? from + 1 : 0;
  while (from < 0 && cues.conjunctions.has(own[start]?.key ?? "")) start++;
  if (from < 0 && cues.phraseEnders.has(own[start]?.key ?? "")) return null;
  const stop = own.length - start <= NAME_WORDS_MAX ? phraseStartingAt(own, start, cues) : null;
  if (stop === null || !(own[start]?.capital || own[start + 1]?.capital)) return null;
  const phrase = own.slice(start, stop);
  const next = own[stop];
  if (next && !/[,(]/u.test(next.gap)) return null;
  return readPhrase(phrase, cues) === null ? null : found(phrase, own.slice(Math.max(from, 0), stop));
}
/** A name with office and party: longer introductions are sentences. */
const NAME_WORDS_MAX = 9;

/** A paragraph that ends in a colon introduces the quotation that opens the next. */
function cueInParagraphBefore(reader: Reader, quotation: MarkedQuotation, block: number): Found | null {
  const before = reader.blocks[block - 1];
  const here = reader.blocks[block];
  if (!before || !here || reader.text.slice(here.start, quotation.start).trim() !== "") return null;
  if (!/:$/u.test(reader.text.slice(before.start, before.end).trimEnd())) return null;
  const sentence = reader.sentencesOf(block - 1).at(-1) ?? before;
  const list = tokens(reader.masked, sentence.start, sentence.end);
  const { cues } = reader;
  const verb = verbsWithSubjects(list, cues).at(-1);
  return (
    nameBeforeColon(list, cues) ??
    (verb ? found(verb.subject, evidenceOf(verb.subject, list.slice(verb.at, verb.at + 1))) : null) ??
    sentenceSubject(reader, list)
  );
}

/** Whom a sentence reports: the subjects of its reporting verbs, that of the tag at its end first. */
export function reportedBy(list: readonly Token[], cues: Cues): Token[][] {
  const verbs = verbsWithSubjects(list, cues);
  const tag = verbs.at(-1);
  const isTag = tag !== undefined && list.length - 1 - tag.at <= 1;
  return (isTag ? [tag, ...verbs.slice(0, -1)] : verbs).map(({ subject }) => subject);
}

/** Who a sentence reports: the subject of its first reporting verb, or null. */
export function reportedIn(reader: Reader, sentence: Span): Found | null {
  const list = tokens(reader.masked, sentence.start, sentence.end);
  const verb = verbsWithSubjects(list, reader.cues).find(({ at }) => at > 0);
  return verb ? found(verb.subject, evidenceOf(verb.subject, list.slice(verb.at, verb.at + 1)), false) : null;
}
