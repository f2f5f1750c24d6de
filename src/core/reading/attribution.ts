import type { Speaker, Via } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { MarkedQuotation } from "../text/quotation-marks.ts";
import { paragraphs, sentencesWithin } from "../text/sentences.ts";
import { contains, type Span } from "../text/span.ts";
import { BETWEEN_SUBJECT_AND_VERB, FEMININE, MASCULINE, PRONOUNS, REPORTING_VERBS } from "./cues-en.ts";
import { phraseStartingAt, type Token, tokens } from "./noun-phrases.ts";
import {
  type Gender,
  isRole,
  issuerOf,
  type Mention,
  mentions,
  readPhrase,
  subjectBefore,
} from "./people.ts";

/** A quotation of an article and who the article says said it. */
export interface AttributedQuotation {
  quotation: MarkedQuotation;
  speaker: Speaker | null;
  /** True for scare quotes, titles and nicknames: a few words that no one is said to have said. */
  scare: boolean;
}

/**
 * How sure each way of reading is, as the share that proves right. First estimates from
 * reading news text; the calibration against annotated articles is still to come.
 */
export const CONFIDENCE = {
  named: 0.95,
  ledBack: 0.9,
  role: 0.75,
  pronoun: 0.75,
  sameParagraph: 0.8,
  floating: 0.6,
} as const;

/** A quotation of up to three words without a reporting phrase is taken for a scare quote, a title or a nickname. */
const SCARE_WORDS_MAX = 3;
/** Stands for quoted letters, so that a quotation's own words are never read as a cue. */
const MASK = "\uE000";

interface Found {
  phrase: Token[];
  evidence: Span;
}

/** The last attributed quotation: its speaker and its paragraph. */
interface Spoken {
  speaker: Speaker;
  block: number;
}

interface Reader {
  text: string;
  masked: string;
  people: Mention[];
  /** Learned from pronouns read so far: whoever was "she" is not "he" later. */
  genders: Map<string, Gender>;
  /** The last quotation that has a speaker. */
  last: Spoken | null;
}

/**
 * Who said each of the outermost quotations of a text, by its reporting phrases: after the
 * quotation, before it, within it ("…," she said, "…"), "according to", a dash and a name,
 * a name and a colon; else the speaker of the quotation before, where this one floats.
 */
export function attributeQuotations(text: string, marked: readonly MarkedQuotation[]): AttributedQuotation[] {
  const outer = marked.filter((quotation) => quotation.depth === 0);
  const closed = outer.filter(
    (quotation) => quotation.closed || quotation.continues !== null || goesOn(outer, quotation),
  );
  const reader: Reader = { text, masked: mask(text, closed), people: [], genders: new Map(), last: null };
  reader.people = mentions(reader.masked);
  const result: AttributedQuotation[] = [];
  const blocks = paragraphs(text);
  for (const quotation of outer) {
    const block = blocks.findIndex((span) =>
      contains(span, { start: quotation.start, end: quotation.start + 1 }),
    );
    const readable = closed.includes(quotation);
    const cue = readable ? findCue(reader, quotation, blocks, block) : null;
    const cued = cue && resolve(reader, cue, reader.last?.speaker ?? null, quotation);
    const uncued = (): Speaker | null =>
      introduced(reader, quotation, blocks, block) ??
      inherited(reader, quotation, blocks, block, result.at(-1), reader.last);
    const speaker = cued ?? (readable ? uncued() : null);
    const count = tokens(text, quotation.inner.start, quotation.inner.end).length;
    result.push({ quotation, speaker, scare: !speaker && count <= SCARE_WORDS_MAX });
    if (speaker) reader.last = { speaker, block };
  }
  return backfill(result, blocks);
}

function goesOn(outer: readonly MarkedQuotation[], quotation: MarkedQuotation): boolean {
  return outer.some((other) => other.continues !== null && outer[other.continues] === quotation);
}

function mask(text: string, quotations: readonly Span[]): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of quotations) {
    masked += text.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

function findCue(
  reader: Reader,
  quotation: MarkedQuotation,
  blocks: readonly Span[],
  block: number,
): Found | null {
  const paragraph = blocks[block] ?? quotation;
  return (
    cueAfter(reader, quotation, paragraph) ??
    cueBefore(reader, quotation, paragraph) ??
    cueInParagraphBefore(reader, quotation, blocks, block)
  );
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
  return verbCue(list, VERB_WITHIN_WORDS);
}

/** “… .” Smith said. — a sentence that is nothing but a tag belongs to the quotation before it. */
function isShortTag(list: readonly Token[]): boolean {
  return list.length <= 4 && list.some((token) => REPORTING_VERBS.has(token.key));
}

/** How many words after a quotation its reporting verb may stand; asides are long. */
const VERB_WITHIN_WORDS = 24;

function verbCue(list: readonly Token[], within: number): Found | null {
  for (let at = 0; at < Math.min(list.length, within); at++) {
    if (!REPORTING_VERBS.has((list[at] as Token).key) || isNoCue(list, at)) continue;
    const inverted =
      at === 0 || BETWEEN_SUBJECT_AND_VERB.has((list[at - 1] as Token).key)
        ? phraseStartingAt(list, at + 1, isRole)
        : null;
    if (inverted !== null && !PRONOUNS.has(list[at + 1]?.key ?? ""))
      return found(list.slice(at + 1, inverted), list.slice(at, inverted));
    const subject = subjectBefore(list, at, (key) => BETWEEN_SUBJECT_AND_VERB.has(key) || key.endsWith("ly"));
    if (subject) return found(subject, list.slice(list.indexOf(subject[0] as Token), at + 1));
  }
  return null;
}

/** "was called", "is said": the subject is spoken of, and does not speak. "so-called" is no verb at all. */
function isNoCue(list: readonly Token[], at: number): boolean {
  if ((list[at] as Token).gap.endsWith("-")) return true;
  const before = list[at - 1]?.key ?? "";
  const auxiliary =
    BETWEEN_SUBJECT_AND_VERB.has(before) && !BE.has(before) ? (list[at - 2]?.key ?? "") : before;
  return BE.has(auxiliary) && !(list[at] as Token).key.endsWith("ing");
}
const BE = new Set(["is", "are", "was", "were", "be", "been", "being"]);

function found(phrase: Token[], evidence: readonly Token[] = phrase): Found | null {
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
function cueBefore({ masked }: Reader, quotation: MarkedQuotation, paragraph: Span): Found | null {
  const sentence = sentencesWithin(masked, paragraph).findLast((span) => span.start <= quotation.start);
  const start = sentence?.start ?? paragraph.start;
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
    if (!REPORTING_VERBS.has((list[at] as Token).key) || isNoCue(list, at)) continue;
    const subject = subjectBefore(list, at, (key) => BETWEEN_SUBJECT_AND_VERB.has(key) || key.endsWith("ly"));
    if (subject) return found(subject, list.slice(list.indexOf(subject[0] as Token), at + 1));
    const after = phraseStartingAt(list, at + 1, isRole);
    if (after !== null && at <= 1) return found(list.slice(at + 1, after), list.slice(at, after));
  }
  return null;
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
function cueInParagraphBefore(
  reader: Reader,
  quotation: MarkedQuotation,
  blocks: readonly Span[],
  block: number,
): Found | null {
  const before = blocks[block - 1];
  const here = blocks[block];
  if (!before || !here || reader.text.slice(here.start, quotation.start).trim() !== "") return null;
  if (!/:$/u.test(reader.text.slice(before.start, before.end).trimEnd())) return null;
  const sentence = sentencesWithin(reader.masked, before).at(-1) ?? before;
  const list = tokens(reader.masked, sentence.start, sentence.end);
  return nameBeforeColon(list) ?? verbCue(list, list.length);
}

function resolve(reader: Reader, cue: Found, last: Speaker | null, quotation: Span): Speaker | null {
  const evidence = { text: reader.text.slice(cue.evidence.start, cue.evidence.end), ...cue.evidence };
  const speaker = (mention: Mention, confidence: number): Speaker => ({
    name: mention.name,
    kind: mention.kind,
    via: "cue",
    confidence,
    evidence,
    role: mention.role,
    document: mention.document,
  });
  const head = cue.phrase.at(-1) as Token;
  if (cue.phrase.length === 1 && PRONOUNS.has(head.key)) {
    const person = antecedent(reader, head.key, cue.evidence.start, last, quotation);
    return person && speaker(person, CONFIDENCE.pronoun);
  }
  const mention = readPhrase(cue.phrase);
  if (mention?.kind === "document") return documentSpeaker(reader, mention, quotation, speaker);
  if (mention) return speaker(fullName(reader, mention), CONFIDENCE.named);
  const keys = cue.phrase.map((token) => token.key);
  const bearer = reader.people.findLast(
    (person) =>
      person.start < cue.evidence.start &&
      person.kind === "person" &&
      person.role !== null &&
      holdsRole(person.role, keys),
  );
  if (bearer) return speaker(fullName(reader, bearer), CONFIDENCE.role);
  const printed = cue.phrase.map((token) => token.printed).join(" ");
  const body = reader.people.findLast(
    (person) =>
      person.start < cue.evidence.start &&
      person.kind === "organisation" &&
      fold(person.name).endsWith(head.key),
  );
  if (body) return speaker(body, CONFIDENCE.role);
  const plain = printed.replace(/^(?:the|a|an)\s+/iu, "");
  return speaker(
    {
      name: plain,
      kind: isRole(head.key) ? "person" : "organisation",
      role: null,
      document: null,
      gender: null,
      start: 0,
      end: 0,
    },
    CONFIDENCE.role,
  );
}

function holdsRole(role: string, phrase: readonly string[]): boolean {
  const held = fold(role).split(/[\s-]+/u);
  const asked = phrase.filter((key) => isRole(key));
  return asked.length > 0 && asked.every((key) => held.includes(key));
}

function documentSpeaker(
  reader: Reader,
  mention: Mention,
  quotation: Span,
  speaker: (mention: Mention, confidence: number) => Speaker,
): Speaker {
  const issuer = issuerOf(reader.masked, mention.name, quotation.start);
  if (!issuer) return speaker(mention, CONFIDENCE.ledBack);
  return speaker({ ...fullName(reader, issuer), document: mention.name }, CONFIDENCE.ledBack);
}

/** A surname leads back to the first full name that ends with it, with its role. */
function fullName(reader: Reader, mention: Mention): Mention {
  if (mention.kind !== "person") return mention;
  const key = fold(mention.name);
  const full = reader.people.filter(
    (person) => person.kind === "person" && fold(person.name).endsWith(` ${key}`),
  );
  const names = new Set(full.map((person) => fold(person.name)));
  const same = reader.people.filter(
    (person) => fold(person.name) === key || (names.size === 1 && names.has(fold(person.name))),
  );
  const role = mention.role ?? same.find((person) => person.role !== null)?.role ?? null;
  const named = names.size === 1 ? (full[0] as Mention) : mention;
  return { ...mention, name: named.name, role };
}

/**
 * Whom a pronoun means: the subject of the nearest sentence of its paragraph that names
 * someone who fits; else whoever spoke last; else the nearest one named before.
 */
function antecedent(
  reader: Reader,
  pronoun: string,
  before: number,
  last: Speaker | null,
  quotation: Span,
): Mention | null {
  const gender = FEMININE.has(pronoun) ? "feminine" : MASCULINE.has(pronoun) ? "masculine" : null;
  const limit = Math.min(before, quotation.start);
  const fits = (mention: Mention): boolean => {
    if (mention.start >= limit) return false;
    if (gender === null) return mention.kind === "organisation";
    const known = knownGender(reader, mention);
    return mention.kind === "person" && (known === null || known === gender);
  };
  const paragraph = paragraphs(reader.text).find((span) =>
    contains(span, { start: quotation.start, end: quotation.start + 1 }),
  );
  const here = paragraph
    ? sentencesWithin(reader.masked, paragraph).filter((sentence) => sentence.start < limit)
    : [];
  const subjects = here.map((sentence) =>
    reader.people.find(
      (mention) => mention.start >= sentence.start && mention.start < sentence.end && fits(mention),
    ),
  );
  const subject = subjects.findLast((mention) => mention !== undefined);
  const speaking =
    last &&
    reader.people.findLast((mention) => fits(mention) && fullName(reader, mention).name === last.name);
  const chosen = subject ?? speaking ?? reader.people.findLast(fits);
  if (!chosen) return null;
  const full = fullName(reader, chosen);
  if (gender !== null) reader.genders.set(full.name, gender);
  return full;
}

function knownGender(reader: Reader, mention: Mention): Mention["gender"] {
  if (mention.gender) return mention.gender;
  const name = fullName(reader, mention).name;
  const learned = reader.genders.get(name);
  if (learned) return learned;
  return (
    reader.people.find((other) => other.gender !== null && fullName(reader, other).name === name)?.gender ??
    null
  );
}

/** A quotation with no cue of its own: it goes on from one that has, in its paragraph or just before. */
function inherited(
  reader: Reader,
  quotation: MarkedQuotation,
  blocks: readonly Span[],
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
  const paragraph = blocks[block] as Span;
  const count = tokens(reader.text, quotation.inner.start, quotation.inner.end).length;
  if (count <= SCARE_WORDS_MAX) return null;
  if (last.block === block) {
    const between = reader.masked.slice(previous.quotation.end, quotation.start);
    const names = reader.people.some(
      (person) =>
        person.start >= previous.quotation.end &&
        person.end <= quotation.start &&
        fold(person.name) !== fold(last.speaker.name),
    );
    if (names && /[.!?]\s/u.test(between)) return null;
    return from("floating", CONFIDENCE.sameParagraph);
  }
  const alone = reader.masked.slice(paragraph.start, paragraph.end).replaceAll(MASK, "").trim() === "";
  return alone && block - last.block === 1 ? from("floating", CONFIDENCE.floating) : null;
}

/** A quotation alone in its paragraph, after one that quotes nobody: it belongs to the person that one is about. */
function introduced(
  reader: Reader,
  quotation: MarkedQuotation,
  blocks: readonly Span[],
  block: number,
): Speaker | null {
  const [before, here] = [blocks[block - 1], blocks[block]];
  if (!before || !here || quotation.continues !== null) return null;
  const alone = reader.masked.slice(here.start, here.end).replaceAll(MASK, "").trim() === "";
  if (!alone || reader.masked.slice(before.start, before.end).includes(MASK)) return null;
  const sentence = sentencesWithin(reader.masked, before).at(-1) ?? before;
  const subject = reader.people.find(
    (mention) => mention.start >= sentence.start && mention.end <= sentence.end,
  );
  if (subject?.kind !== "person" || subject.start - sentence.start > SUBJECT_CHARS) return null;
  const evidence = {
    text: reader.text.slice(subject.start, subject.end),
    start: subject.start,
    end: subject.end,
  };
  const { name, kind, role, document } = fullName(reader, subject);
  return { name, kind, role, document, via: "floating", confidence: CONFIDENCE.floating, evidence };
}
/** A subject stands at its sentence's start, after an adverb or two at most. */
const SUBJECT_CHARS = 30;

/** A quotation of many paragraphs whose only cue stands after its last: the earlier parts belong to the same speaker. */
function backfill(result: AttributedQuotation[], blocks: readonly Span[]): AttributedQuotation[] {
  for (let index = result.length - 1; index > 0; index--) {
    const current = result[index] as AttributedQuotation;
    const previous = result[index - 1] as AttributedQuotation;
    if (current.quotation.continues !== null && current.speaker && !previous.speaker) {
      result[index - 1] = { ...previous, speaker: current.speaker, scare: false };
    }
  }
  return blocks.length === 0 ? [] : result;
}

/**
 * Who a sentence of an article reports, without quotation marks ("Biden stressed support
 * for Poland"): the subject of its first reporting verb, or null. `sentence` is a span of
 * `text`; words in quotation marks are not looked at.
 */
export function reportedSpeaker(text: string, sentence: Span, quotations: readonly Span[]): Speaker | null {
  const local = text.slice(0, sentence.end);
  const masked = mask(
    local,
    quotations.filter((quotation) => quotation.end <= sentence.end),
  );
  const list = tokens(masked, sentence.start, sentence.end);
  for (let at = 1; at < list.length; at++) {
    if (!REPORTING_VERBS.has((list[at] as Token).key)) continue;
    const subject = subjectBefore(list, at, (key) => BETWEEN_SUBJECT_AND_VERB.has(key) || key.endsWith("ly"));
    const cue = subject && found(subject, list.slice(list.indexOf(subject[0] as Token), at + 1));
    if (!cue) continue;
    const reader: Reader = { text: local, masked, people: mentions(masked), genders: new Map(), last: null };
    return resolve(reader, cue, null, sentence);
  }
  return null;
}
