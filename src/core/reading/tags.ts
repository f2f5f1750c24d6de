import type { MarkedQuotation } from "../text/quotation-marks.ts";
import { sentencesWithin } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import { speaks, subjectOf } from "./clauses.ts";
import { type Cues, isSkipped } from "./cues/cues.ts";
import { MASK } from "./mask.ts";
import { phraseStartingAt, type Token, tokens } from "./noun-phrases.ts";
import type { Reader } from "./reader.ts";
import { accordingTo, byVerb, type Found, found, isReportingVerb } from "./reporting-verbs.ts";

/** “…,” said X / “…,” X said / “…,” according to X / “…” — X */
export function cueAfter(reader: Reader, quotation: MarkedQuotation, paragraph: Span): Found | null {
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
  const tag = tagBehind(list, setOffBy(text, quotation, first), cues);
  if (tag) return tag;
  const according = accordingTo(list, cues);
  return according && list.indexOf(according.phrase[0] as Token) <= ACCORDING_WITHIN ? according : null;
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
  return /^\.["”’»]/u.test(text.slice(quotation.inner.end - 1, quotation.end));
}

/** “… .” Smith said. — a sentence that is nothing but a tag belongs to the quotation before it. */
function isShortTag(list: readonly Token[], cues: Cues): boolean {
  return list.length <= TAG_WORDS_MAX && list.some((token) => cues.reportingVerbs.has(token.key));
}

/** “Mayor Ada Marlowe said.” */
const TAG_WORDS_MAX = 4;

/** What sets the words behind a quotation off from it: a comma, “…,” X said; another mark, “…?” X asked; or nothing. */
type SetOff = "comma" | "mark" | null;

function setOffBy(text: string, quotation: MarkedQuotation, first: Token): SetOff {
  const inner = text.slice(quotation.inner.start, quotation.inner.end);
  if (/[,—–-]\s*$/u.test(inner) || /[,—–]/u.test(first.gap)) return "comma";
  return /[.!?…]\s*$/u.test(inner) ? "mark" : null;
}

/** A reporting phrase right behind a quotation, or behind the rest of its sentence and a comma: “… ” in the hall, Marlowe said. */
function tagBehind(list: readonly Token[], setOff: SetOff, cues: Cues): Found | null {
  const limit = Math.min(list.length, READING.verbWithinWords);
  for (let at = 0; at < limit; at++) {
    if (at > 0 && !/[,—–―]/u.test((list[at] as Token).gap)) continue;
    const tag = tagAt(list, at, at === 0 ? setOff : null, cues);
    if (tag) return { ...tag, close: setOff !== null || at > 0 };
  }
  return null;
}

/** A tag that begins at `list[opening]`: verb and speaker, or speaker and verb with asides between them. */
function tagAt(list: readonly Token[], opening: number, setOff: SetOff, cues: Cues): Found | null {
  const isSetApart = setOff !== null;
  let start = opening;
  while (
    cues.as.has(list[start]?.key ?? "") ||
    (isSkipped(list[start], cues) && start - opening < AUXILIARIES_MAX)
  )
    start++;
  if (isReportingVerb(list, start, cues)) {
    const from = behindAuxiliaries(list, start + 1, cues);
    const stop = phraseStartingAt(list, from, cues);
    const isJoint =
      stop !== null && cues.coordinating.has(list[stop]?.key ?? "") && list[stop + 1]?.capital === true;
    if (stop !== null && !isJoint && isInverted(list, from, stop, isSetApart, cues))
      return byVerb(list, start, list.slice(from, stop), list.slice(opening, stop), cues);
  }
  const stop = phraseStartingAt(list, start, cues);
  const subject = stop === null ? [] : list.slice(start, stop);
  if (stop === null || !(speaks(subject, cues) || (isSetApart && isAnybody(subject, cues)))) return null;
  let verb = behindPrepositions(list, stop, cues);
  while (isSkipped(list[verb], cues)) verb++;
  if (isReportingVerb(list, verb, cues))
    return byVerb(list, verb, subject, list.slice(opening, verb + 1), cues);
  const next = list[verb];
  const isTag = setOff === "comma" || (isSetApart && verb === list.length - 1);
  const isVerb = next?.gap === " " && !next.capital && cues.past?.test(next.key) === true;
  if (isTag && isVerb && start === opening && speaks(subject, cues))
    return found(subject, list.slice(opening, verb + 1));
  if (!next || !/[,(—–―]|\s--?\s/u.test((list[stop] ?? next).gap)) return null;
  for (let at = stop + 1; at < Math.min(list.length, stop + READING.asideWordsMax); at++) {
    if (!isReportingVerb(list, at, cues)) continue;
    if (subjectOf(list, at, cues)?.at(-1) === subject.at(-1))
      return byVerb(list, at, subject, list.slice(opening, at + 1), cues);
  }
  return null;
}

/** “a spokesman for Ada Marlowe said”: behind what a preposition joins to a speaker. */
function behindPrepositions(list: readonly Token[], from: number, cues: Cues): number {
  let at = from;
  while (cues.governing.has(list[at]?.key ?? "")) {
    const stop = phraseStartingAt(list, at + 1, cues);
    if (stop === null) return from;
    at = stop;
  }
  return at;
}

/** “déclare-t-elle”, “sagte gestern Ada Marlowe”: what may stand between a verb and its subject behind it. */
function behindAuxiliaries(list: readonly Token[], from: number, cues: Cues): number {
  let at = from;
  while (at - from < AUXILIARIES_MAX && isAuxiliary(list, at, cues)) at++;
  return at;
}

/** “t”, “gestern”, “mardi”, and the first word of “este lunes”. */
function isAuxiliary(list: readonly Token[], at: number, cues: Cues): boolean {
  const [token, next] = [list[at], list[at + 1]];
  if (!token || token.capital || token.printed === "à") return false;
  const isDay = (word: Token | undefined) => word?.capital === false && cues.calendar.has(word.key);
  return isSkipped(token, cues) || isDay(token) || (cues.determiners.has(token.key) && isDay(next));
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

function clauseEnd(masked: string, from: number, limit: number): number {
  const quoted = masked.indexOf(MASK, from);
  const stop = quoted >= 0 && quoted < limit ? quoted : limit;
  return sentencesWithin(masked, { start: from, end: stop })[0]?.end ?? from;
}
