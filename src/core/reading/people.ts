import type { SpeakerKind } from "../answer.ts";
import { fold } from "../text/fold.ts";
import { countryOf } from "../text/places.ts";
import { READING } from "../tuning.ts";
import { type Cues, isBodyNoun, isPersonNoun, isRole } from "./cues/cues.ts";
import { parseName } from "./names.ts";
import { isPossessive, nameBehindOffice, phraseEndingAt, type Token, tokens } from "./noun-phrases.ts";
import { BEHIND_NAMES, SUFFIXES, TITLES_OR_FAMILY_NAMES } from "./titles.ts";

export type Gender = "masculine" | "feminine" | null;

/** Someone or something the text names, where it does so, and how. */
export interface Mention {
  name: string;
  kind: SpeakerKind;
  role: string | null;
  document: string | null;
  gender: Gender;
  /** True where a courtesy or an office stands before the name: “Frau Meier”. */
  isAddressed: boolean;
  start: number;
  end: number;
}

/**
 * What a noun phrase names, by its own words alone: a person by capitals, a body by a word
 * like "Ministry" or by being a country or an acronym, a document by its last noun. Null for
 * a bare pronoun or a common noun, which need the text around them, and for places and days.
 */
export function readPhrase(phrase: readonly Token[], cues: Cues): Mention | null {
  const content = withoutTail(
    phrase.filter((token, index) => !(cues.determiners.has(token.key) && index === 0)),
    cues,
  );
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return null;
  if (content.length === 1 && (cues.openers.has(first.key) || isPronoun(first, cues))) return null;
  const at = { start: phrase[0]?.start ?? first.start, end: last.end };
  const whole = printed(content);
  if (isPossessorsOwn(content, cues) || isOfficeOf(content, cues)) return null;
  if (
    cues.documents.has(last.key) &&
    !isCapitalName(phrase, last) &&
    !(last.capital && content.length > 1 && isBodyNoun(last.key, cues))
  )
    return {
      name: whole,
      kind: "document",
      role: null,
      document: whole,
      gender: null,
      isAddressed: false,
      ...at,
    };
  if (!content.some((token) => token.capital)) return null;
  if (nameOfOfficer(content, cues) === null && isBody(content, cues))
    return {
      name: withoutGenitive(whole),
      kind: "organisation",
      role: null,
      document: null,
      gender: null,
      isAddressed: false,
      ...at,
    };
  const { from, to } = nameWithin(content, cues);
  const name = content.slice(from, to);
  if (name.length === 0 || isNoPerson(name, cues)) return null;
  return {
    name: withoutGenitive(printed(name)),
    kind: "person",
    role: roleOf(content.slice(0, from), cues),
    document: null,
    gender: genderOf(content, cues),
    isAddressed: from > 0,
    ...at,
  };
}

/** “Ada Marlowe’s lawyer”, and in languages that say so “l’avocat de Luc Aubertin”: somebody else than who is named. */
function isPossessorsOwn(content: readonly Token[], cues: Cues): boolean {
  const last = content.at(-1) as Token;
  const owner = content.findLastIndex(isPossessive);
  if (owner >= 0 && owner < content.length - 1 && content.slice(owner + 1).every(({ capital }) => !capital))
    return isPersonNoun(last.key, cues) || cues.groups.has(last.key);
  if (cues.reading === "full") return false;
  const tail = content.findIndex(({ key }) => cues.tails.has(key));
  const head = content.slice(0, Math.max(tail, 0));
  return (
    head.length > 0 &&
    head.every(({ key, capital, printed }) => !capital || isPersonNoun(key, cues) || ELIDED.test(printed)) &&
    !isBodyNoun((head[0] as Token).key, cues)
  );
}

/** “the Bishop of Wexcombe”: an office and its place, and no name behind it; “Secretary of State Marlowe” has one. */
function isOfficeOf(content: readonly Token[], cues: Cues): boolean {
  const [office, of, ...place] = content;
  return (
    office !== undefined &&
    of !== undefined &&
    isPersonNoun(office.key, cues) &&
    cues.tails.has(of.key) &&
    place.length > 0 &&
    place.length <= OFFICE_PLACE_WORDS_MAX &&
    nameBehindOffice(content, 0, cues) === null
  );
}
/** “New Ellery”; of more words the last ones are a name. */
const OFFICE_PLACE_WORDS_MAX = 2;

/** “L’avocat” at a sentence's start has its article's capital. */
const ELIDED = /^[LD][’']/u;

/** “Jude Law”, “said Bill”: a word for a paper with its capital and no article is a name. */
function isCapitalName(phrase: readonly Token[], last: Token): boolean {
  return last.capital && phrase.every(({ capital }) => capital) && !/^the$/iu.test(phrase[0]?.printed ?? "");
}

/** “Ada Marlowe of the Harbour Users”: a person's name is over before “of”; a body's is not, “Central Bank of Ellery”. */
function withoutTail(content: readonly Token[], cues: Cues): readonly Token[] {
  const at = content.findIndex(({ key, capital }) => !capital && cues.tails.has(key));
  const head = content.slice(0, at);
  const isPerson =
    at >= 2 &&
    head.filter(({ capital }) => capital).length >= 2 &&
    !head.some(({ key }) => isBodyNoun(key, cues) || cues.groups.has(key) || cues.documents.has(key));
  return isPerson && !isRole((head.at(-1) as Token).key, cues) ? head : content;
}

/** “She”, “I’d”; but “US” is a country. */
function isPronoun(token: Token, cues: Cues): boolean {
  const word = /^(\p{L}+)[’']/u.exec(token.printed)?.[1]?.toLowerCase() ?? token.key;
  return cues.pronouns.has(word) && !/^\p{Lu}{2}/u.test(token.printed);
}

function printed(list: readonly Token[]): string {
  return list
    .map((token, index) => (index === 0 ? "" : token.gap) + token.printed)
    .join("")
    .replace(/\s+/gu, " ");
}

function withoutGenitive(name: string): string {
  return name.replace(/[’']s$/u, "").replace(/s[’']$/u, "s");
}

/** Where in a phrase the name begins behind “Secretary of State”, “Department of Defence Chief of Staff”; null where no such office stands in it. */
function nameOfOfficer(content: readonly Token[], cues: Cues): number | null {
  for (let at = 0; at < content.length; at++) {
    const name = nameBehindOffice(content, at, cues);
    if (name !== null) return name;
  }
  return null;
}

/** Where in a phrase the name itself stands: behind titles, offices and trades. */
function nameWithin(content: readonly Token[], cues: Cues): { from: number; to: number } {
  let from =
    nameOfOfficer(content, cues) ??
    content.findIndex((token, index) => token.capital && !isTitle(token, content.length - index, cues));
  if (from < 0) return { from: 0, to: 0 };
  let to = content.length;
  while (to > from + 1 && BEHIND_NAMES.has((content[to - 1] as Token).key)) to--;
  for (let at = from; at < content.length; at++) {
    const token = content[at] as Token;
    const rest = content.slice(at + 1).some((later) => later.capital && !SUFFIXES.has(later.key));
    if (!rest) break;
    const joins = !token.capital && cues.nameJoiners.has(token.key);
    const isOffice = cues.nounsHaveCapitals ? isPersonNoun(token.key, cues) : isRole(token.key, cues);
    const office = isOffice && !TITLES_OR_FAMILY_NAMES.has(token.key);
    const rank = cues.abbreviations.has(token.key) && !SAINTS.has(token.key) && token.capital;
    if ((!token.capital && !joins) || office || rank) from = at + 1;
  }
  while (from < to && (content[from] as Token).capital === false) from++;
  return { from, to };
}

const SAINTS = new Set(["st", "al", "us", "uk"]);

/** A place, a day, a headline: capitals that name nobody. */
function isNoPerson(name: readonly Token[], cues: Cues): boolean {
  const last = name.at(-1) as Token;
  const key = name.map((token) => token.key.replace(/s$/u, "")).join("-");
  const plain = name.map((token) => token.key).join("-");
  const genitive = isPossessive(last) ? plain.replace(/s$/u, "") : plain;
  if (cues.placeNouns.has(last.key) || cues.regions.has(genitive)) return true;
  if (name.some((token) => cues.calendar.has(token.key)) || cues.calendar.has(key)) return true;
  if (name.length === 1 && (isRole(last.key, cues) || isAcronym(last))) return true;
  if (cues.nounsHaveCapitals && isPersonNoun(last.key, cues)) return true;
  const shouted =
    name.length >= SHOUTED_WORDS_MIN && name.every((token) => token.printed === token.printed.toUpperCase());
  return shouted || name.length > NAME_WORDS_MAX || name.some((token) => /\d/u.test(token.key));
}
/** From so many words on capitals throughout are a headline. */
const SHOUTED_WORDS_MIN = 3;
/** “Maria da Conceição dos Santos Silva”: no person is named at more length in running text. */
const NAME_WORDS_MAX = 6;

function roleOf(before: readonly Token[], cues: Cues): string | null {
  const words = before.filter((token) => !cues.courtesy.has(token.key));
  const printedRole = printed(words).trim();
  return printedRole === "" ? null : printedRole;
}

function isTitle(token: Token, remaining: number, cues: Cues): boolean {
  const parsed = parseName(token.printed);
  const isOffice = cues.nounsHaveCapitals ? isPersonNoun(token.key, cues) : isRole(token.key, cues);
  const office = isOffice || (parsed.titles.length === 1 && parsed.core[0] === token.key);
  const known =
    office || parsed.titles.length > 0 || countryOf(token.key) !== null || cues.courtesy.has(token.key);
  return remaining > 1 && known && !(token.key === "dean" && remaining === 2);
}

/** “UK”, “F.B.I.”: initials of a body or a country. */
function isAcronym({ printed }: Token): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}.&-]+$/u.test(printed) && printed.length <= ACRONYM_CHARS_MAX;
}
const ACRONYM_CHARS_MAX = 7;

function isBody(content: readonly Token[], cues: Cues): boolean {
  const last = content.at(-1) as Token;
  if (isBodyNoun(last.key, cues) && (last.capital || content[0]?.capital)) return true;
  if (cues.groups.has(last.key)) return true;
  if (isBodyNoun(content[0]?.key ?? "", cues) && cues.tails.has(content[1]?.key ?? "")) return true;
  if (
    content.some((token) => token.capital && isBodyNoun(token.key, cues)) &&
    !content.some(
      (token, index) => isPersonNoun(token.key, cues) && (token.capital || content[index + 1]?.capital),
    )
  )
    return true;
  if (content.length === 1 && countryOf(last.key) !== null) return true;
  return content.length === 1 && isAcronym(last);
}

function genderOf(content: readonly Token[], cues: Cues): Gender {
  if (content.some((token) => cues.feminine.has(token.key))) return "feminine";
  if (content.some((token) => cues.masculine.has(token.key))) return "masculine";
  return null;
}

/** Every person and body named in `text`, in order: what pronouns, roles and surnames are led back to. */
export function mentions(text: string, cues: Cues): Mention[] {
  const list = tokens(text, 0, text.length);
  const found: { mention: Mention; sure: boolean }[] = [];
  for (let at = 0; at < list.length; at++) {
    const token = list[at] as Token;
    const next = list[at + 1];
    const ends = token.capital && !(next?.capital && /^\.?[ \u00a0-]$/u.test(next.gap));
    const first = ends ? phraseEndingAt(list, at, cues) : null;
    const mention = first === null ? null : readPhrase(list.slice(first, at + 1), cues);
    if (!mention || first === null) continue;
    found.push({
      mention: { ...mention, role: mention.role ?? apposition(list, at, cues) },
      sure: isNaming(text, list, first, at) && (at > first || !isInHeadline(list, at)),
    });
  }
  const surnames = new Set(
    found.flatMap(({ mention, sure }) => (sure ? (fold(mention.name).split(" ").at(-1) ?? []) : [])),
  );
  return found
    .filter(({ mention, sure }) => sure || surnames.has(fold(mention.name)))
    .map(({ mention }) => mention);
}

/** Whether the words around one are all printed with capitals, as in a headline: a capital there tells nothing. */
function isInHeadline(list: readonly Token[], at: number): boolean {
  const around = list.slice(Math.max(0, at - HEADLINE_WORDS), at + HEADLINE_WORDS + 1);
  const line = around.filter(({ key }) => key.length > 3);
  return (
    line.length > HEADLINE_WORDS &&
    line.filter(({ capital }) => capital).length >= line.length * HEADLINE_SHARE
  );
}
/** So many words on each side of a capital tell a headline, if so many of the longer ones have capitals. */
const HEADLINE_WORDS = 4;
const HEADLINE_SHARE = 0.8;

/** A single capital at a sentence's start is usually no name. */
function isNaming(text: string, list: readonly Token[], first: number, last: number): boolean {
  if (last > first) return true;
  const before = text.slice(Math.max(0, (list[first] as Token).start - 3), (list[first] as Token).start);
  return !(before === "" || /[.!?:\n“"‘(—–]\s*$/u.test(before));
}

/** "Ingrid Solheim, the harbour master": the role after the comma, without its article. */
function apposition(list: readonly Token[], at: number, cues: Cues): string | null {
  const first = list[at + 1];
  if (
    !first ||
    !/^,[ \t]*$/u.test(first.gap) ||
    cues.phraseEnders.has(first.key) ||
    cues.reportingVerbs.has(first.key)
  )
    return null;
  const phrase = [first];
  for (let i = at + 2; i < list.length && phrase.length < READING.roleWordsMax; i++) {
    const token = list[i] as Token;
    if (!/^[ \t]+$/u.test(token.gap) || cues.phraseEnders.has(token.key)) break;
    phrase.push(token);
  }
  const lead = cues.determiners.has(first.key) ? 1 : 0;
  if (lead === 0 && !phrase.some((token) => isRole(token.key, cues))) return null;
  return (
    phrase
      .slice(lead)
      .map((token) => token.printed)
      .join(" ") || null
  );
}
