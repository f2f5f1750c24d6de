import type { MarkedQuotation } from "../text/quotation-marks.ts";
import { sentencesWithin } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import { clauseSubject, speaks, subjectOf } from "./clauses.ts";
import { type Cues, isRole, isSkipped } from "./cues/cues.ts";
import { MASK } from "./mask.ts";
import { isPossessive, phraseStartingAt, type Token, tokens } from "./noun-phrases.ts";
import { readPhrase } from "./people.ts";
import { blockOf, namedOver, type Reader } from "./reader.ts";

/** The noun phrase that names a speaker, and the words that say so. */
export interface Found {
  phrase: Token[];
  evidence: Span;
  /** True where a reporting phrase stands right at the quotation; else the quotation is a part of a longer sentence. */
  close: boolean;
  /** True where nobody has said it: the verb is one of thinking, or makes the speech imagined. */
  unsaid: boolean;
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
function cueAfter(reader: Reader, quotation: MarkedQuotation, paragraph: Span): Found | null {
  const { text, masked, cues } = reader;
  const end = clauseEnd(masked, quotation.end, paragraph.end);
  if (end <= quotation.end) return null;
  const list = tokens(masked, quotation.end, end);
  const first = list[0];
  if (!first) return null;
  const signed = signature(masked, list, end, paragraph, cues);
  if (signed) return signed;
  const isCut =
    /^\s*\uE000/u.test(masked.slice(end, end + 3)) || /,\s*$/u.test(masked.slice(first.start, end));
  if (endsSentence(text, quotation) && first.capital && (isCut || !isShortTag(list, cues))) return null;
  const according = accordingTo(list, cues);
  if (according && list.indexOf(according.phrase[0] as Token) <= ACCORDING_WITHIN) return according;
  return tagBehind(list, isSetOff(text, quotation, first), cues);
}
/** “…, according to”: an adverb may stand before it. */
const ACCORDING_WITHIN = 5;

/** “… .” — Ada Marlowe, at the end of a paragraph or a line, or before the next quotation. */
function signature(
  masked: string,
  list: readonly Token[],
  end: number,
  paragraph: Span,
  cues: Cues,
): Found | null {
  if (!/^\s*(?:[—–―]|--?\s)\s*$/u.test((list[0] as Token).gap)) return null;
  const stop = phraseStartingAt(list, 0, cues);
  if (stop === null) return null;
  const last = list[stop - 1] as Token;
  const rest = masked.slice(last.end, end);
  const line = rest.split("\n", 1)[0] ?? "";
  const isLast = end >= paragraph.end - 1 || /^\s*\uE000/u.test(masked.slice(end, end + 4)) || line !== rest;
  const ends =
    isLast && /^\s*(?:[,(].*|\.?)\s*$/u.test(line) && list.slice(0, stop).some(({ capital }) => capital);
  return ends ? found(list.slice(0, stop)) : null;
}

/** A full stop within the marks ends the sentence around them too; a comma would stand before a tag. */
function endsSentence(text: string, quotation: MarkedQuotation): boolean {
  return (
    /[.!?…]\s*["”’»]*\s*$/u.test(text.slice(quotation.end - 3, quotation.end)) &&
    /^\.["”’»]/u.test(text.slice(quotation.inner.end - 1, quotation.end))
  );
}

/** “… .” Smith said. — a sentence that is nothing but a tag belongs to the quotation before it. */
function isShortTag(list: readonly Token[], cues: Cues): boolean {
  return list.length <= 4 && list.some((token) => cues.reportingVerbs.has(token.key));
}

/** Whether a mark sets what follows off from the quotation: “…,” X said; ‘…’, X said; “…?” X asked. */
function isSetOff(text: string, quotation: MarkedQuotation, first: Token): boolean {
  return (
    /[,.!?…—–-]\s*$/u.test(text.slice(quotation.inner.start, quotation.inner.end)) || /[,—–]/u.test(first.gap)
  );
}

/** A reporting phrase right behind a quotation, or behind the rest of its sentence and a comma: “… ” in the hall, Marlowe said. */
function tagBehind(list: readonly Token[], isSetApart: boolean, cues: Cues): Found | null {
  const limit = Math.min(list.length, READING.verbWithinWords);
  for (let at = 0; at < limit; at++) {
    if (at > 0 && !/[,—–―]/u.test((list[at] as Token).gap)) continue;
    const tag = tagAt(list, at, isSetApart && at === 0, cues);
    if (tag) return { ...tag, close: isSetApart || at > 0 };
  }
  return null;
}

/** A tag that begins at `list[opening]`: verb and speaker, or speaker and verb with asides between them. */
function tagAt(list: readonly Token[], opening: number, isSetApart: boolean, cues: Cues): Found | null {
  let start = opening;
  while (
    AS.has(list[start]?.key ?? "") ||
    (isSkipped(list[start]?.key ?? "", cues) && start - opening < AUXILIARIES_MAX)
  )
    start++;
  if (isReportingVerb(list, start, cues)) {
    const from = behindAuxiliaries(list, start + 1, cues);
    const stop = phraseStartingAt(list, from, cues);
    if (stop !== null && isInverted(list, from, stop, isSetApart, cues))
      return byVerb(list, start, list.slice(from, stop), list.slice(opening, stop), cues);
  }
  const stop = phraseStartingAt(list, start, cues);
  const subject = stop === null ? [] : list.slice(start, stop);
  if (stop === null || !(speaks(subject, cues) || (isSetApart && isAnybody(subject, cues)))) return null;
  let verb = stop;
  while (isSkipped(list[verb]?.key ?? "", cues)) verb++;
  if (isReportingVerb(list, verb, cues))
    return byVerb(list, verb, subject, list.slice(opening, verb + 1), cues);
  const next = list[verb];
  if (isSetApart && speaks(subject, cues) && next?.gap === " " && cues.past?.test(next.key) && !next.capital)
    return found(subject, list.slice(opening, verb + 1));
  if (!next || !/[,(—–―]|\s--?\s/u.test((list[stop] ?? next).gap)) return null;
  for (let at = stop + 1; at < Math.min(list.length, stop + READING.asideWordsMax); at++) {
    if (!isReportingVerb(list, at, cues)) continue;
    if (subjectOf(list, at, cues)?.at(-1) === subject.at(-1))
      return byVerb(list, at, subject, list.slice(opening, at + 1), cues);
  }
  return null;
}
const AS = new Set(["as", "comme", "wie", "como"]);

/** “déclare-t-elle”, “sagte gestern Ada Marlowe”: what may stand between a verb and its subject behind it. */
function behindAuxiliaries(list: readonly Token[], from: number, cues: Cues): number {
  let at = from;
  while (at - from < AUXILIARIES_MAX && isAuxiliary(list, at, cues)) at++;
  return at;
}

/** “t”, “gestern”, “mardi”, and the first word of “este lunes”. */
function isAuxiliary(list: readonly Token[], at: number, cues: Cues): boolean {
  const [token, next] = [list[at], list[at + 1]];
  if (!token || token.capital) return false;
  const isDay = (word: Token | undefined) => word?.capital === false && cues.calendar.has(word.key);
  return isSkipped(token.key, cues) || isDay(token) || (cues.determiners.has(token.key) && isDay(next));
}
const AUXILIARIES_MAX = 2;

/** “said he” but not “told him”; “said Marlowe” but not “said Monday”. */
function isInverted(
  list: readonly Token[],
  from: number,
  stop: number,
  isSetApart: boolean,
  cues: Cues,
): boolean {
  const phrase = list.slice(from, stop);
  const [first] = phrase;
  if (phrase.length === 1 && first && cues.pronouns.has(first.key))
    return cues.reading !== "full" || first.gap === "-" || stop >= list.length;
  return speaks(phrase, cues) || (isSetApart && isAnybody(phrase, cues));
}

/** “…,” the old salt told us: whatever stands behind its article and before a reporting verb, right at a quotation, speaks. */
function isAnybody(phrase: readonly Token[], cues: Cues): boolean {
  return phrase.length >= 2 && cues.determiners.has((phrase[0] as Token).key);
}

/** A verb of reporting, and no part of a name ("the United States") or a noun ("an executive order"). */
export function isReportingVerb(list: readonly Token[], at: number, cues: Cues): boolean {
  const token = list[at];
  if (!token || !(cues.reportingVerbs.has(token.key) || cues.thinkingVerbs.has(token.key))) return false;
  if (isNoCue(list, at, cues)) return false;
  const before = list[at - 1];
  if (token.capital && at > 0 && /^\s+$/u.test(token.gap)) return false;
  if (before !== undefined && isPossessive(before)) return false;
  return !(
    cues.alsoNouns.has(token.key) &&
    before !== undefined &&
    !before.capital &&
    !cues.pronouns.has(before.key) &&
    !cues.relative.has(before.key) &&
    !/[,)]/u.test(token.gap) &&
    !isSkipped(before.key, cues)
  );
}

/** "was called", "is said": the subject is spoken of, and does not speak. "so-called" is no verb at all. */
function isNoCue(list: readonly Token[], at: number, cues: Cues): boolean {
  const token = list[at] as Token;
  if (token.gap.endsWith("-")) return true;
  const before = list[at - 1]?.key ?? "";
  const auxiliary = isSkipped(before, cues) && !cues.be.has(before) ? (list[at - 2]?.key ?? "") : before;
  return cues.be.has(auxiliary) && cues.participle?.test(token.key) !== true;
}

/** A cue of these words, or null when there are none. */
export function found(phrase: Token[], evidence: readonly Token[] = phrase, close = true): Found | null {
  const first = evidence[0];
  const last = evidence.at(-1);
  return phrase.length > 0 && first && last
    ? { phrase, evidence: { start: first.start, end: last.end }, close, unsaid: false }
    : null;
}

/** The cue of a verb: whether it says that words were said, or thought, or might be. */
function byVerb(
  list: readonly Token[],
  at: number,
  subject: Token[],
  evidence: readonly Token[],
  cues: Cues,
  close = true,
): Found | null {
  const cue = found(subject, evidence, close);
  return cue && { ...cue, unsaid: isUnsaid(list, at, subject, cues) };
}

/** “he thought”, “he might say”, “if he says”; but “he would often say” tells what was said. */
function isUnsaid(list: readonly Token[], at: number, subject: readonly Token[], cues: Cues): boolean {
  if (cues.thinkingVerbs.has((list[at] as Token).key)) return true;
  const auxiliaries = [];
  for (let i = at - 1; i >= 0 && isSkipped((list[i] as Token).key, cues); i--)
    auxiliaries.push((list[i] as Token).key);
  const before = list[list.indexOf(subject[0] as Token) - 1]?.key ?? "";
  return (
    (auxiliaries.some((key) => cues.imagined.has(key)) &&
      !auxiliaries.some((key) => cues.habitual.has(key))) ||
    cues.conditional.has(before)
  );
}

function clauseEnd(masked: string, from: number, limit: number): number {
  const quoted = masked.indexOf(MASK, from);
  const stop = quoted >= 0 && quoted < limit ? quoted : limit;
  return sentencesWithin(masked, { start: from, end: stop })[0]?.end ?? from;
}

/** “according to X”, wherever it stands in the words. */
function accordingTo(list: readonly Token[], cues: Cues): Found | null {
  for (const phrase of cues.according) {
    const at = list.findIndex((_, index) => phrase.every((key, step) => list[index + step]?.key === key));
    const stop = at < 0 ? null : phraseStartingAt(list, at + phrase.length, cues);
    if (stop !== null) return found(list.slice(at + phrase.length, stop), list.slice(at, stop));
  }
  return null;
}

/** X said: “…” / X said that “…” / According to X, “…” / X: “…” */
function cueBefore(reader: Reader, quotation: MarkedQuotation, paragraph: Span, block: number): Found | null {
  const list = leadUp(reader, quotation, paragraph, block);
  if (list.length === 0) return null;
  const gap = reader.masked.slice((list.at(-1) as Token).end, quotation.start);
  const { cues } = reader;
  const according = accordingTo(list, cues);
  if (according) return according;
  if (/:\s*$/u.test(gap)) {
    const named = nameBeforeColon(list, cues);
    if (named) return named;
  }
  const isSetApart = /[:,—–―]\s*$/u.test(gap);
  const verbs = verbsWithSubjects(list, cues);
  const verb = governing(verbs, list, cues);
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

interface Verb {
  at: number;
  subject: Token[];
}

/** The reporting verbs of a clause whose subject may speak. */
function verbsWithSubjects(list: readonly Token[], cues: Cues): Verb[] {
  const verbs: Verb[] = [];
  for (let at = 0; at < list.length; at++) {
    const agent = passiveAgent(list, at, cues);
    if (agent) verbs.push({ at: at + 1, subject: agent });
    if (!isReportingVerb(list, at, cues)) continue;
    const subject = at > 0 ? subjectOf(list, at, cues) : null;
    if (subject && speaks(subject, cues)) {
      verbs.push({ at, subject });
      continue;
    }
    const after = at <= 1 ? phraseStartingAt(list, at + 1, cues) : null;
    const inverted = after === null ? [] : list.slice(at + 1, after);
    if (speaks(inverted, cues)) verbs.push({ at, subject: inverted });
  }
  return verbs;
}

/** “was asked by Ada Marlowe”: the one who acts. */
function passiveAgent(list: readonly Token[], at: number, cues: Cues): Token[] | null {
  if (!cues.be.has(list[at - 1]?.key ?? "") || !cues.reportingVerbs.has(list[at]?.key ?? "")) return null;
  if (!cues.agent.has(list[at + 1]?.key ?? "")) return null;
  const stop = phraseStartingAt(list, at + 2, cues);
  return stop === null ? null : list.slice(at + 2, stop);
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
  const from = own.findIndex((token) => FROM.has(token.key));
  const start = from >= 0 ? from + 1 : 0;
  const stop = own.length - start <= NAME_WORDS_MAX ? phraseStartingAt(own, start, cues) : null;
  if (stop === null || !(own[start]?.capital || own[start + 1]?.capital)) return null;
  const phrase = own.slice(start, stop);
  return readPhrase(phrase, cues) === null ? null : found(phrase, own.slice(Math.max(from, 0), stop));
}
const FROM = new Set(["from", "de", "von"]);
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
export function reportedBy(reader: Reader, sentence: Span): Token[][] {
  const list = tokens(reader.masked, sentence.start, sentence.end);
  const verbs = verbsWithSubjects(list, reader.cues);
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
