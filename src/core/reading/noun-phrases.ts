import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { READING } from "../tuning.ts";
import {
  BETWEEN_SUBJECT_AND_VERB,
  DETERMINERS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  NAME_JOINERS,
  OPENERS,
  PHRASE_ENDERS,
  PRONOUNS,
} from "./cues-en.ts";

/** A word of a clause with what stands before it: enough to read noun phrases without a parser. */
export interface Token extends Span {
  key: string;
  printed: string;
  capital: boolean;
  /** Text between the word before and this one. */
  gap: string;
}

/** The words of `text.slice(from, to)` with offsets into `text`. */
export function tokens(text: string, from: number, to: number): Token[] {
  let last = from;
  return words(text.slice(from, to)).map((word) => {
    const start = from + word.start;
    const end = from + word.end;
    const printed = text.slice(start, end);
    const token = {
      key: word.key,
      printed,
      start,
      end,
      capital: /^\p{Lu}/u.test(printed),
      gap: text.slice(last, start),
    };
    last = end;
    return token;
  });
}

/**
 * The noun phrase whose last word is `list[at]`, as its first index, or null when no
 * phrase ends there. Reads capitals, the roles and determiner before them; or a
 * lower-case noun back to its determiner; or a pronoun.
 */
export function phraseEndingAt(
  list: readonly Token[],
  at: number,
  isRole: (key: string) => boolean,
): number | null {
  const last = list[at];
  if (!last) return null;
  if (PRONOUNS.has(last.key) && last.printed !== "US") return at;
  if (last.capital) return extendOverName(list, at, isRole);
  if (PHRASE_ENDERS.has(last.key) || DETERMINERS.has(last.key) || last.key === "there") return null;
  for (let first = at - 1; first >= 0 && at - first < 6 && joined(list, first + 1); first--) {
    const token = list[first] as Token;
    if (DETERMINERS.has(token.key)) return first;
    if (!token.capital && (PHRASE_ENDERS.has(token.key) || PRONOUNS.has(token.key))) break;
  }
  const bare = DOCUMENT_NOUNS.has(last.key) || GROUP_NOUNS.has(last.key) || isRole(last.key);
  return bare
    ? list[at - 1]?.capital && joined(list, at)
      ? extendOverName(list, at - 1, isRole)
      : at
    : null;
}

function extendOverName(list: readonly Token[], at: number, isRole: (key: string) => boolean): number {
  let first = at;
  while (first > 0 && at - first < READING.phraseWordsMax && joined(list, first)) {
    const before = list[first - 1] as Token;
    const joiner =
      NAME_JOINERS.has(before.key) &&
      before.key !== "and" &&
      list[first - 2]?.capital &&
      joined(list, first - 1);
    if (before.capital && !DETERMINERS.has(before.key) && !OPENERS.has(before.key)) first--;
    else if (joiner) first -= 2;
    else break;
  }
  while (first > 0 && joined(list, first) && isRole((list[first - 1] as Token).key)) first--;
  const before = list[first - 1];
  return before && joined(list, first) && DETERMINERS.has(before.key) ? first - 1 : first;
}

/** No comma, dash or other mark between this word and the one before; the stop of an abbreviation is none. */
function joined(list: readonly Token[], at: number): boolean {
  const gap = (list[at] as Token).gap;
  return (
    /^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)$/u.test(gap) ||
    gap === "-" ||
    (/^\.\s+$/u.test(gap) && (list[at - 1]?.key.length ?? 9) <= 4)
  );
}

/** The noun phrase that begins at `list[at]`, as the index after its last word, or null when none begins there. */
export function phraseStartingAt(
  list: readonly Token[],
  at: number,
  isRole: (key: string) => boolean,
): number | null {
  const first = list[at];
  if (!first) return null;
  if (PRONOUNS.has(first.key)) return at + 1;
  let end = at;
  let named = false;
  for (; end < list.length && end - at < READING.phraseWordsMax; end++) {
    const token = list[end] as Token;
    if (end > at && !joined(list, end)) break;
    if (token.capital) named = true;
    else if (NAME_JOINERS.has(token.key) && token.key !== "and" && named && list[end + 1]?.capital) continue;
    else if (named && !DOCUMENT_NOUNS.has(token.key) && !isRole(token.key)) break;
    else if (
      PHRASE_ENDERS.has(token.key) ||
      PRONOUNS.has(token.key) ||
      BETWEEN_SUBJECT_AND_VERB.has(token.key)
    )
      break;
  }
  if (end === at) return null;
  if (end === at + 1 && DETERMINERS.has(first.key)) return null;
  const startsWell =
    named || DETERMINERS.has(first.key) || GROUP_NOUNS.has((list[end - 1] as Token).key) || isRole(first.key);
  return startsWell ? end : null;
}
