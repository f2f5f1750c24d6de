import { READING } from "../tuning.ts";
import { type Cues, isBodyNoun, isPersonNoun, isSkipped } from "./cues/cues.ts";
import { MASK } from "./mask.ts";
import {
  isPossessive,
  joined,
  nameBehindOffice,
  phraseEndingAt,
  phraseStartingAt,
  type Token,
} from "./noun-phrases.ts";

/** What may divide a clause from an aside in it. */
const DIVIDES = /[,;:()—–―]|\s--?\s/u;
/** “Ada Marlowe, mayor, chairwoman, …, said”: more asides in a row nobody follows. */
const ASIDES_MAX = 5;

/**
 * The noun phrase that is the subject of the verb at `list[at]`, or null where none is read. It
 * stands right before the verb, or before one or several asides that end there, “Ada Marlowe, the
 * mayor of Port Ellery, a town of fishermen, said”; of a participle, and behind “and”, it is the
 * subject of the clause: “Marlowe left the hall, adding”.
 */
export function subjectOf(list: readonly Token[], at: number, cues: Cues): Token[] | null {
  const verb = list[at];
  if (!verb) return null;
  let last = at - 1;
  while (last >= 0 && isSkipped(list[last], cues) && !DIVIDES.test((list[last + 1] as Token).gap)) last--;
  if (last < 0) return null;
  const divided = DIVIDES.test((list[last + 1] as Token).gap);
  if (isParticiple(list, at, cues)) {
    const own = divided ? null : ownSubject(list, last, cues);
    return own ?? clauseSubject(list, at, cues);
  }
  if (cues.conjunctions.has((list[last] as Token).key)) return clauseSubject(list, at, cues);
  if (divided) return beforeAsides(list, last, cues);
  if (cues.relative.has((list[last] as Token).key)) return beforeRelative(list, last, cues);
  const first = phraseEndingAt(list, last, cues);
  if (first === null || isPossessive(list[last] as Token)) return null;
  return headOf(list, first, last, cues);
}

/** “…, adding”, “Reyle, speaking”; not “was saying”. */
function isParticiple(list: readonly Token[], at: number, cues: Cues): boolean {
  return cues.participle?.test((list[at] as Token).key) === true && !cues.be.has(list[at - 1]?.key ?? "");
}

/** “with Marlowe shouting”, “remembers Marlowe saying”, “quoted Marlowe as saying”: the phrase before the participle is its own subject. */
function ownSubject(list: readonly Token[], last: number, cues: Cues): Token[] | null {
  const isJoined = cues.joining.has((list[last] as Token).key);
  const end = isJoined ? last - 1 : last;
  const first = end < 0 ? null : phraseEndingAt(list, end, cues);
  if (first === null || first === 0) return null;
  const phrase = list.slice(first, end + 1);
  const lends = isJoined ? speaks(phrase, cues) : cues.lending.has((list[first - 1] as Token).key);
  return lends ? phrase : null;
}

/** “Residents of Port Ellery said”, “the mayor for the Quay Party said”: the head of a phrase, not the name in it that a preposition governs. */
function headOf(list: readonly Token[], first: number, last: number, cues: Cues): Token[] | null {
  const phrase = list.slice(first, last + 1);
  if (isCoordinated(list, first, cues)) return null;
  const preposition = list[first - 1];
  if (
    preposition !== undefined &&
    cues.governing.has(preposition.key) &&
    !preposition.capital &&
    first >= 2
  ) {
    const head = phraseEndingAt(list, first - 2, cues);
    if (head === null || (cues.reading === "full" && !speaks(list.slice(head, first - 1), cues)))
      return phrase;
    const before = /,/u.test((list[head] as Token).gap) ? beforeAsides(list, first - 2, cues) : null;
    return before ?? list.slice(head, first - 1);
  }
  const owner = commonHeadBefore(list, first, cues);
  if (owner) return owner;
  const isRegion = cues.regions.has(phrase.map(({ key }) => key).join("-"));
  return isRegion && /,/u.test((list[first] as Token).gap) ? beforeAsides(list, last, cues) : phrase;
}

/** “The man beside Tomas Reyle said”, “Police who arrested Reyle said”: the noun for people or a paper with which the clause begins, where nothing divides it from the name; else null. */
function commonHeadBefore(list: readonly Token[], first: number, cues: Cues): Token[] | null {
  if (cues.reading !== "full") return null;
  let start = first;
  while (
    start > 0 &&
    !DIVIDES.test((list[start] as Token).gap) &&
    !cues.clauseOpeners.has((list[start - 1] as Token).key)
  )
    start--;
  if (start >= first - 1) return null;
  for (let at = start; at < Math.min(first - 1, start + HEAD_WORDS_MAX); at++) {
    const token = list[at] as Token;
    if (token.capital && (at > start || isOfficeOfName(list, at, cues))) return null;
    if (isCommonNoun(token.key, cues)) return list.slice(start, at + 1);
  }
  return null;
}

/** “Secretary General Tomas Reyle”, “Secretary of State Reyle”: an office that goes on to its bearer's name. */
function isOfficeOfName(list: readonly Token[], at: number, cues: Cues): boolean {
  const next = list[at + 1];
  return (next?.capital === true && joined(list, at + 1, cues)) || nameBehindOffice(list, at, cues) !== null;
}

/** “the other, younger harbour pilot”. */
const HEAD_WORDS_MAX = 5;

/** Whether a word is for people, a body or a paper. */
function isCommonNoun(key: string, cues: Cues): boolean {
  return cues.groups.has(key) || cues.documents.has(key) || isPersonNoun(key, cues) || isBodyNoun(key, cues);
}

/** “Ada Marlowe and Tomas Reyle said”: two have said it, and neither alone. */
function isCoordinated(list: readonly Token[], first: number, cues: Cues): boolean {
  const [joint, other] = [list[first - 1], list[first - 2]];
  return joint !== undefined && cues.coordinating.has(joint.key) && other?.capital === true;
}

/** “Ada Marlowe, who said”: whoever stands before the relative pronoun. */
function beforeRelative(list: readonly Token[], relative: number, cues: Cues): Token[] | null {
  if (relative === 0) return null;
  const first = phraseEndingAt(list, relative - 1, cues);
  return first === null ? null : list.slice(first, relative);
}

/** The phrase before the asides that end behind `list[last]`: the nearest at which a clause begins, else the nearest. What brackets or dashes close, brackets or dashes have opened. */
function beforeAsides(list: readonly Token[], last: number, cues: Cues): Token[] | null {
  const closing = list[last + 1]?.gap ?? "";
  const opening = /\)/u.test(closing) ? BRACKET : DASH.test(closing) ? DASH : COMMA;
  let nearest: Token[] | null = null;
  let found = 0;
  const from = Math.max(0, last - READING.asideWordsMax);
  for (let at = last; at > from && found < ASIDES_MAX; at--) {
    const { gap } = list[at] as Token;
    if (opening === COMMA && /\)/u.test(gap) && !/\(/u.test(gap)) at = bracketBefore(list, at, from);
    if (!opening.test(gap)) continue;
    found++;
    const first = phraseEndingAt(list, at - 1, cues);
    if (first === null) continue;
    const phrase = list.slice(first, at);
    if (opensClause(list, first, cues)) return phrase;
    const head = cues.governing.has(list[first - 1]?.key ?? "")
      ? phraseEndingAt(list, first - 2, cues)
      : null;
    if (head !== null && opensClause(list, head, cues)) {
      const governed = list.slice(head, first - 1);
      if (speaks(governed, cues)) return governed;
    }
    nearest ??= phrase;
  }
  return nearest;
}
const BRACKET = /\(/u;
const DASH = /[—–―]|\s--?\s/u;
const COMMA = /[,;:]/u;

/** Where the bracket opens that closes before `list[at]`. */
function bracketBefore(list: readonly Token[], at: number, from: number): number {
  let open = at - 1;
  while (open > from && !BRACKET.test((list[open] as Token).gap)) open--;
  return open > from ? open : at;
}

/** Whether a subject may stand here: at the sentence's start, behind what opens a clause, behind an introduction and its comma. */
function opensClause(list: readonly Token[], at: number, cues: Cues): boolean {
  const before = list[at - 1];
  if (!before) return true;
  const { gap } = list[at] as Token;
  if (/[;:“”"]/u.test(gap) || gap.includes(MASK)) return true;
  if (cues.clauseOpeners.has(before.key) && !/[,()]/u.test(gap)) return true;
  if (cues.adverb.test(before.key) && at === 1) return true;
  if (!gap.includes(",") || at > READING.introductionWordsMax) return false;
  for (let start = at - 1; start >= 0; start--)
    if (start === 0 || DIVIDES.test((list[start] as Token).gap)) {
      if (!isIntroduction(list, start, cues)) return false;
    }
  return true;
}

/** “In the hall”, “Speaking on Monday”, “Later”, “Asked why”: a segment in which the subject does not stand. */
function isIntroduction(list: readonly Token[], at: number, cues: Cues): boolean {
  const token = list[at];
  if (!token) return false;
  const { key } = token;
  const next = list[at + 1];
  return (
    cues.openers.has(key) ||
    (cues.phraseEnders.has(key) && !cues.relative.has(key)) ||
    (cues.adverb.test(key) && !(token.capital && next?.capital === true && next.gap === " ")) ||
    (next?.gap.includes(",") === true && isAdverbAlone(token, cues)) ||
    cues.participle?.test(key) === true ||
    (at === 0 && !token.printed.includes("’") && cues.past?.test(key) === true)
  );
}

function isAdverbAlone({ key }: Token, cues: Cues): boolean {
  return cues.adverb.test(key) || cues.betweenSubjectAndVerb.has(key);
}

/**
 * The subject of the clause before `list[before]`: the first noun phrase behind what introduces
 * the sentence, a name before “the” and what it may stand in apposition to. Where none stands there, the first name of the clause that no preposition governs; else null.
 */
export function clauseSubject(list: readonly Token[], before: number, cues: Cues): Token[] | null {
  let at = 0;
  let apposed: Token[] | null = null;
  for (let segments = 0; segments < ASIDES_MAX && at < before; segments++) {
    if (!isIntroduction(list, at, cues)) {
      const end = phraseStartingAt(list, at, cues);
      const phrase = end !== null && end <= before ? list.slice(at, end) : [];
      if (end !== null && cues.coordinating.has(list[end]?.key ?? "") && list[end + 1]?.capital) return null;
      const names = speaks(phrase, cues);
      if (names && (at === 0 || !cues.determiners.has((phrase[0] as Token).key))) return phrase;
      if (names) apposed ??= phrase;
      if (at === 0) break;
    }
    let next = at + 1;
    while (next < before && !endsSegment(list[next] as Token)) next++;
    if (next >= before) break;
    at = next;
  }
  return apposed ?? firstName(list, before, cues);
}

/** A comma, or a quotation, which may have it within its marks. */
function endsSegment({ gap }: Token): boolean {
  return DIVIDES.test(gap) || gap.includes(MASK);
}

function firstName(list: readonly Token[], before: number, cues: Cues): Token[] | null {
  for (let at = 0; at < before; at++) {
    const token = list[at] as Token;
    if (!token.capital || cues.openers.has(token.key)) continue;
    if (at === 0 && cues.participle?.test(token.key)) continue;
    const previous = list[at - 1];
    const governed =
      previous !== undefined &&
      (cues.phraseEnders.has(previous.key) || cues.determiners.has(previous.key)) &&
      !cues.clauseOpeners.has(previous.key);
    const end = phraseStartingAt(list, at, cues);
    if (end === null) continue;
    const phrase = list.slice(at, end);
    if (!governed && end <= before && !cues.calendar.has(token.key) && speaks(phrase, cues)) return phrase;
    at = end - 1;
  }
  return null;
}

/** Whether a phrase may be a speaker's: a pronoun, capitals, or a word for people or a document. */
export function speaks(phrase: readonly Token[], cues: Cues): boolean {
  const last = phrase.at(-1);
  if (!last) return false;
  if (phrase.length === 1 && cues.pronouns.has(last.key)) return true;
  if (isPossessive(last)) return false;
  if (phrase.length === 1 && cues.openers.has(last.key)) return false;
  if (
    phrase.some((token) => token.capital && !cues.determiners.has(token.key) && !cues.calendar.has(token.key))
  )
    return true;
  return (
    cues.documents.has(last.key) ||
    cues.groups.has(last.key) ||
    isBodyNoun(last.key, cues) ||
    isPersonNoun(last.key, cues)
  );
}
