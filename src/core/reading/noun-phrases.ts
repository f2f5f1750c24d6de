import { countryOf } from "../text/places.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { READING } from "../tuning.ts";
import { type Cues, isBodyNoun, isPersonNoun, isRole } from "./cues/cues.ts";
import { isFirstName } from "./given-names.ts";
import { isTitleWord } from "./titles.ts";

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
export function phraseEndingAt(list: readonly Token[], at: number, cues: Cues): number | null {
  const last = list[at];
  if (!last) return null;
  if (cues.pronouns.has(last.key) && last.printed !== "US") return at;
  if (isCapital(list, at)) return extendOverName(list, at, cues);
  if (cues.phraseEnders.has(last.key) || cues.determiners.has(last.key) || last.key === "there") return null;
  for (
    let first = at - 1;
    first >= 0 && at - first < LOWER_WORDS_MAX && joined(list, first + 1, cues);
    first--
  ) {
    const token = list[first] as Token;
    if (cues.determiners.has(token.key)) return first;
    if (isPossessive(token)) return token.capital ? extendOverName(list, first, cues) : first;
    if (!token.capital && (cues.phraseEnders.has(token.key) || cues.pronouns.has(token.key))) break;
  }
  const bare = cues.documents.has(last.key) || cues.groups.has(last.key) || isPersonNoun(last.key, cues);
  return bare
    ? list[at - 1]?.capital && joined(list, at, cues)
      ? extendOverName(list, at - 1, cues)
      : at
    : null;
}
/** From its determiner to its noun a phrase without a name has no more words. */
const LOWER_WORDS_MAX = 6;

/** Back from a name's last word over the rest of it, and over what its bearer is: “Quay Party chairman Tomas Reyle”. */
function extendOverName(list: readonly Token[], at: number, cues: Cues): number {
  let first = overCapitals(list, at, cues);
  const trade = overTrade(list, first, cues);
  if (trade < first) {
    first = trade;
    const before = list[first - 1];
    if (before?.capital && joined(list, first, cues) && !cues.openers.has(before.key))
      first = overCapitals(list, first - 1, cues);
  }
  const before = list[first - 1];
  return before && joined(list, first, cues) && cues.determiners.has(before.key) ? first - 1 : first;
}

function overCapitals(list: readonly Token[], at: number, cues: Cues): number {
  let first = at;
  while (first > 0 && at - first < READING.phraseWordsMax && joined(list, first, cues)) {
    const joint = joinedFrom(list, first - 1, cues);
    const initial = (list[first] as Token).gap.startsWith(".") && (list[first - 1] as Token).key.length === 1;
    if (isCapital(list, first - 1) && (initial || isNameWord(list[first - 1] as Token, cues))) first--;
    else if (joint >= 0) first = joint;
    else break;
  }
  return first;
}

function isNameWord(token: Token, cues: Cues): boolean {
  return !cues.determiners.has(token.key) && !cues.openers.has(token.key) && !cues.calendar.has(token.key);
}

/** Where the word of a name stands that one or two joiners lead back to from `list[at]`, the last of them; −1 where none do. “of the” does, “But for” does not. */
function joinedFrom(list: readonly Token[], at: number, cues: Cues): number {
  for (let first = at; first > at - JOINERS_MAX && first > 0; first--) {
    const joiner = list[first] as Token;
    if (joiner.capital || !cues.nameJoiners.has(joiner.key) || !joined(list, first, cues)) return -1;
    const before = list[first - 1] as Token;
    if (
      cues.tails.has(joiner.key) &&
      isCommonHead(before, cues) &&
      nameBehindOffice(list, first - 1, cues) === null
    )
      return -1;
    if (isCapital(list, first - 1) && isNameWord(before, cues)) return first - 1;
  }
  return -1;
}
/** “Supporters of Tomas Reyle”: behind a noun for people or a paper “of” begins another's name; “Bank of Ellery” is one. */
function isCommonHead({ key }: Token, cues: Cues): boolean {
  const isCommon = cues.groups.has(key) || cues.documents.has(key) || isPersonNoun(key, cues);
  return isCommon && !isBodyNoun(key, cues);
}

/**
 * Where a person's name begins behind the office at `list[at]` and what it is for, as an index:
 * “Secretary of State Ada Marlowe”, “Governor of the Bank of Ellery Ada Marlowe”. Null for another
 * word than an office with its capital, and where nothing tells the name from the place: “Mayor of Port Ellery”.
 */
export function nameBehindOffice(list: readonly Token[], at: number, cues: Cues): number | null {
  const [office, of] = [list[at], list[at + 1]];
  if (!office?.capital || !isTitleWord(office.key) || !of || !cues.tails.has(of.key)) return null;
  const from = cues.determiners.has(list[at + 2]?.key ?? "") ? at + 3 : at + 2;
  let end = at + 1;
  while (end < list.length && end - at < READING.phraseWordsMax && joined(list, end, cues)) {
    const { capital, key } = list[end] as Token;
    if (!capital && !cues.nameJoiners.has(key)) break;
    end++;
  }
  while (end > from && !isCapital(list, end - 1)) end--;
  if (end - from < 2 || isBodyNoun((list[end - 1] as Token).key, cues)) return null;
  const seat = seatEnd(list, from, end, cues);
  if (seat >= end) return null;
  if (seat > from && isCapital(list, seat)) return seat;
  for (let name = end - 2; name > from; name--) {
    if (!isFirstName((list[name] as Token).key)) continue;
    while (name - 1 > from && isFirstName((list[name - 1] as Token).key)) name--;
    return name;
  }
  return null;
}

/** Behind the country, the portfolio and the body with which `list[from]` to `list[end]` begin, “New York City”; `from` where they begin with none. */
function seatEnd(list: readonly Token[], from: number, end: number, cues: Cues): number {
  let seat = regionEnd(list, from, cues);
  for (let at = seat; at < end; at++) {
    const { key } = list[at] as Token;
    if (cues.portfolios.has(key) || isBodyNoun(key, cues)) seat = at + 1;
    else if (at > seat || isFirstName(key)) break;
  }
  return seat;
}

/** Behind the country or the state that begins at `list[from]`, of two words or one; `from` where none does. */
function regionEnd(list: readonly Token[], from: number, cues: Cues): number {
  for (const end of [from + 2, from + 1]) {
    const place = list.slice(from, end).map(({ key }) => key);
    if (cues.regions.has(place.join("-")) || countryOf(place.join(" ")) !== null) return end;
  }
  return from;
}

/** “van der”, “of the”. */
const JOINERS_MAX = 2;

/** Whether joiners that begin at `list[at]` lead on to another word of the name. */
function joinsOn(list: readonly Token[], at: number, cues: Cues): boolean {
  for (let next = at; next < at + JOINERS_MAX; next++) {
    const joiner = list[next];
    if (!joiner || joiner.capital || !cues.nameJoiners.has(joiner.key)) return false;
    const following = list[next + 1];
    if (!following || !joined(list, next + 1, cues)) return false;
    if (following.capital) return joinedFrom(list, next, cues) >= 0;
  }
  return false;
}

/** A capital, or what a hyphen joins to one: “Geun-hye”. */
function isCapital(list: readonly Token[], at: number): boolean {
  const token = list[at] as Token;
  return token.capital || (token.gap === "-" && list[at - 1]?.capital === true);
}

/** Back over the lower-case words that tell what somebody is, up to the last that may: only behind a trade, “campaign manager”, “political scientist”. */
function overTrade(list: readonly Token[], first: number, cues: Cues): number {
  let start = first;
  if (!joined(list, first, cues) || !isPersonNoun(list[first - 1]?.key ?? "", cues)) return first;
  for (let at = first - 1; at >= 0 && first - at <= TRADE_WORDS_MAX && joined(list, at + 1, cues); at--) {
    const token = list[at] as Token;
    if (token.capital || isNoNoun(token, cues)) break;
    start = at;
    if (isPossessive(token)) break;
  }
  return start;
}
/** “chief White House political correspondent” is as long as they get. */
const TRADE_WORDS_MAX = 4;

function isNoNoun(token: Token, cues: Cues): boolean {
  const { key } = token;
  if (isRole(key, cues)) return false;
  return (
    cues.phraseEnders.has(key) ||
    cues.pronouns.has(key) ||
    cues.determiners.has(key) ||
    cues.betweenSubjectAndVerb.has(key) ||
    cues.reportingVerbs.has(key) ||
    cues.participle?.test(key) === true ||
    cues.past?.test(key) === true
  );
}

/** “Marlowe’s” and “the Boards’” stand before a noun as “the” does. */
export function isPossessive(token: Token): boolean {
  return /[’']s$/u.test(token.printed);
}

/** No comma, dash or other mark between this word and the one before; the stop of an abbreviation or an initial is none. */
export function joined(list: readonly Token[], at: number, cues: Cues): boolean {
  const gap = (list[at] as Token).gap;
  if (gap === " " || gap === "-") return true;
  if (gap === "/") return /^\d+$/u.test((list[at] as Token).key);
  if (/^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)$/u.test(gap)) return true;
  const before = list[at - 1];
  return (
    /^\.\s+$/u.test(gap) &&
    before !== undefined &&
    (before.key.length === 1 || cues.abbreviations.has(before.key))
  );
}

/** The noun phrase that begins at `list[at]`, as the index after its last word, or null when none begins there. */
export function phraseStartingAt(list: readonly Token[], at: number, cues: Cues): number | null {
  const first = list[at];
  if (!first) return null;
  if (cues.pronouns.has(first.key) && first.printed !== "US") return at + 1;
  let named = -1;
  let end = at;
  for (; end < list.length && end - at < READING.phraseWordsMax; end++) {
    const token = list[end] as Token;
    if (end > at && !joined(list, end, cues)) break;
    if (token.capital) {
      if (end > at && (cues.calendar.has(token.key) || !followsName(list, named, end, cues))) break;
      if (end > at || !cues.determiners.has(token.key)) named = end;
      continue;
    }
    if (named >= 0 && (joinsOn(list, end, cues) || joinsOn(list, end - 1, cues))) continue;
    if (named === end - 1 && token.gap === "-") {
      named = end;
      continue;
    }
    if (isBreak(token, cues)) break;
    if (named >= 0 && endsName(token, cues)) break;
  }
  end = named >= 0 ? withoutTrail(list, named, end, cues) : withoutParticiples(list, at, end, cues);
  if (end === at) return null;
  if (end === at + 1 && cues.determiners.has(first.key)) return null;
  const startsWell =
    named >= 0 ||
    cues.determiners.has(first.key) ||
    cues.groups.has((list[end - 1] as Token).key) ||
    cues.documents.has((list[end - 1] as Token).key) ||
    isPersonNoun(first.key, cues);
  return startsWell ? end : null;
}

/** Whether a capital goes on from the last one: right behind it or a joiner, or behind what its bearer is: “9/11 widow Terry Strada”. */
function followsName(list: readonly Token[], named: number, at: number, cues: Cues): boolean {
  const token = list[at] as Token;
  if (named < 0 || named === at - 1 || token.gap === "-" || joinedFrom(list, at - 1, cues) >= 0) return true;
  if (cues.abbreviations.has(token.key) || isRole(token.key, cues)) return true;
  return isPersonNoun((list[at - 1] as Token).key, cues);
}

function isBreak({ key }: Token, cues: Cues): boolean {
  if (isRole(key, cues)) return false;
  return (
    cues.phraseEnders.has(key) ||
    cues.pronouns.has(key) ||
    cues.betweenSubjectAndVerb.has(key) ||
    (cues.reportingVerbs.has(key) && !cues.alsoNouns.has(key))
  );
}

/** “Harbour Foods sued the city”: behind a name an article or a verb in the past ends it. */
function endsName({ key }: Token, cues: Cues): boolean {
  return cues.determiners.has(key) || (cues.past?.test(key) === true && !isRole(key, cues));
}

/** Behind the last word of a name only what it names may stand: “Harbour Board officials”, “the Chinese plan”. */
function withoutTrail(list: readonly Token[], named: number, end: number, cues: Cues): number {
  for (let last = end - 1; last > named; last--) {
    const { key } = list[last] as Token;
    if (cues.documents.has(key) || cues.groups.has(key) || isBodyNoun(key, cues) || isRole(key, cues))
      return last + 1;
  }
  return named + 1;
}

/** “a document filed”: what a noun for a paper or for people has behind it tells what was done, and is no part of its name. */
function withoutParticiples(list: readonly Token[], at: number, end: number, cues: Cues): number {
  let last = end;
  while (last - 1 > at && cues.past?.test((list[last - 1] as Token).key)) last--;
  const { key } = list[last - 1] ?? { key: "" };
  return cues.documents.has(key) || cues.groups.has(key) || isPersonNoun(key, cues) ? last : end;
}
