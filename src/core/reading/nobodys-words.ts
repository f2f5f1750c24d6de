import type { MarkedQuotation } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import { type Cues, isSkipped } from "./cues/cues.ts";
import { isPossessive, type Token, tokens } from "./noun-phrases.ts";
import type { Reader } from "./reader.ts";

/**
 * Whether what stands in quotation marks is the title of a work, a nickname or a word that is named
 * and not said, by how it is printed and what stands right around it. Nobody is quoted with it.
 */
export function isNobodysWords(
  reader: Reader,
  quotation: MarkedQuotation,
  previous: { quotation: MarkedQuotation; scare: boolean } | null,
  paragraph: Span,
): boolean {
  const { text, masked, cues } = reader;
  const inner = tokens(text, quotation.inner.start, quotation.inner.end);
  if (inner.length === 0) return true;
  if (inner.length > READING.titleWordsMax) return false;
  const from = Math.max(paragraph.start, quotation.start - AROUND_CHARS);
  const before = tokens(masked, from, quotation.start).at(-1) ?? null;
  const after =
    tokens(masked, quotation.end, Math.min(paragraph.end, quotation.end + AROUND_CHARS))[0] ?? null;
  const gapBefore = masked.slice(before?.end ?? from, quotation.start);
  const follows = /^[^\S\n]*$/u.test(gapBefore) ? before : null;
  const isFollowed = after !== null && /^[^\S\n]*$/u.test(after.gap);
  if (isNickname(inner, follows, isFollowed ? after : null)) return true;
  if (follows !== null && isMentioned(follows, inner, cues)) return true;
  if (!isTitleCase(inner, cues)) return false;
  const goesOn = previous?.scare === true && isRow(text.slice(previous.quotation.end, quotation.start));
  return goesOn || standsAsTitle(inner, follows, isFollowed ? after : null, cues);
}
/** Enough for the word before and the one behind. */
const AROUND_CHARS = 48;

/** “Apollo 13,” “Willow” and “Splash”: what goes on from a title, with nothing but a comma between. */
function isRow(between: string): boolean {
  return /^,?\s*(?:and|or|&)?\s*$/u.test(between);
}

/** Marcia “Cia” Price: a word or two with a capital between two names. */
function isNickname(inner: readonly Token[], before: Token | null, after: Token | null): boolean {
  return (
    inner.length <= 3 &&
    inner.some(({ capital }) => capital) &&
    before?.capital === true &&
    !isPossessive(before) &&
    after?.capital === true
  );
}

/** the term “…”, so-called “…”, dubbed “…” */
function isMentioned(before: Token, inner: readonly Token[], cues: Cues): boolean {
  if (before.gap.endsWith("-") && cues.reportingVerbs.has(before.key)) return true;
  return cues.beforeMentions.has(before.key) && inner.length <= READING.mentionedWordsMax;
}

/** Every word with a capital but the small ones between; more than one word, or one in a place of titles. */
function isTitleCase(inner: readonly Token[], cues: Cues): boolean {
  if (!inner[0]?.capital && !/^\d/u.test(inner[0]?.printed ?? "")) return false;
  return inner.every(
    (token) =>
      token.capital ||
      /\d/u.test(token.key) ||
      token.key.length <= SMALL_WORD_CHARS ||
      cues.nameJoiners.has(token.key),
  );
}
/** “of”, “and”, “with” stay small in titles. */
const SMALL_WORD_CHARS = 4;

/** on CNN’s “…”, the film “…”, “…” podcast, his “… …” interview */
function standsAsTitle(
  inner: readonly Token[],
  before: Token | null,
  after: Token | null,
  cues: Cues,
): boolean {
  if (after !== null && cues.afterTitles.has(after.key)) return true;
  if (before === null) return false;
  const capitals = inner.filter(({ capital }) => capital).length;
  if (cues.beforeTitles.has(before.key) && (capitals >= 2 || !cues.reportingVerbs.has(before.key)))
    return true;
  if (isPossessive(before)) return true;
  const labels =
    after !== null && !after.capital && !cues.phraseEnders.has(after.key) && !isSkipped(after, cues);
  if (labels && (capitals >= 2 || cues.determiners.has(before.key))) return true;
  return (
    capitals >= 2 &&
    (cues.phraseEnders.has(before.key) || cues.determiners.has(before.key)) &&
    !NO_TITLE.has(before.key)
  );
}
/** Behind these stands what somebody says more often than a work: “that ‘America First’”, “as ‘Little Marco’”, “is ‘Dead On Arrival’”. */
const NO_TITLE = new Set(
  "that as is are was were be been being but because if who which for than".split(" "),
);
