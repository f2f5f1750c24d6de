import type { SpeakerKind } from "../answer.ts";
import { fold } from "../text/fold.ts";
import { countryOf } from "../text/places.ts";
import { READING } from "../tuning.ts";
import {
  DETERMINERS,
  DOCUMENT_NOUNS,
  FEMININE,
  GROUP_NOUNS,
  ISSUING_VERBS,
  MASCULINE,
  OPENERS,
  ORGANISATION_NOUNS,
  PHRASE_ENDERS,
  PLACE_NOUNS,
  REPORTING_VERBS,
} from "./cues-en.ts";
import { parseName } from "./names.ts";
import { phraseEndingAt, type Token, tokens } from "./noun-phrases.ts";

export type Gender = "masculine" | "feminine" | null;

/** Someone or something the text names, where it does so, and how. */
export interface Mention {
  name: string;
  kind: SpeakerKind;
  role: string | null;
  document: string | null;
  gender: Gender;
  start: number;
  end: number;
}

const ROLE_WORDS = parseRoleWords();
function parseRoleWords(): ReadonlySet<string> {
  const more = `senator spokesman spokeswoman spokesperson minister president mayor councillor councilor chairman chairwoman
   chairperson chair commissioner director professor teacher doctor lawyer judge officer chief manager coach leader author
   analyst economist founder owner resident executive captain librarian treasurer master harbour harbor candidate ambassador
   secretary governor representative congressman congresswoman king queen prince prime vice deputy former head`;
  return new Set(more.trim().split(/\s+/u));
}

export function isRole(key: string): boolean {
  return ROLE_WORDS.has(key) || (key.endsWith("s") && ROLE_WORDS.has(key.slice(0, -1)));
}

/**
 * What a noun phrase names, by its own words alone: a person by capitals, a body by a word
 * like "Ministry" or by being a country or an acronym, a document by its last noun. Null for
 * a bare pronoun or a common noun, which need the text around them.
 */
export function readPhrase(phrase: readonly Token[]): Mention | null {
  const content = phrase.filter((token, index) => !(DETERMINERS.has(token.key) && index === 0));
  if (content.length === 1 && OPENERS.has(content[0]?.key ?? "")) return null;
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return null;
  const at = { start: phrase[0]?.start ?? first.start, end: last.end };
  const printed = content
    .map((token, index) => (index === 0 ? "" : token.gap) + token.printed)
    .join("")
    .replace(/\s+/gu, " ");
  const gender = genderOf(content);
  if (
    DOCUMENT_NOUNS.has(last.key) &&
    !(last.capital && content.length > 1 && ORGANISATION_NOUNS.has(last.key))
  ) {
    return { name: printed, kind: "document", role: null, document: printed, gender: null, ...at };
  }
  if (!content.some((token) => token.capital)) return null;
  if (isBody(content))
    return { name: printed, kind: "organisation", role: null, document: null, gender: null, ...at };
  const cut = content.findIndex((token, index) => token.capital && !isTitle(token, content.length - index));
  if (cut < 0) return null;
  const name = content.slice(cut);
  if (PLACE_NOUNS.has(last.key) || CALENDAR.has(last.key)) return null;
  return {
    name: name
      .map((token, index) => (index === 0 ? "" : token.gap) + token.printed)
      .join("")
      .replace(/[’']s?$/u, "")
      .replace(/\s+/gu, " "),
    kind: "person",
    role:
      content
        .slice(0, cut)
        .filter((token) => !COURTESY.has(token.key))
        .map((token) => token.printed)
        .join(" ") || null,
    document: null,
    gender,
    ...at,
  };
}

const CALENDAR = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december`.split(
    " ",
  ),
);

/** Titles of courtesy are no roles. */
const COURTESY = new Set(["mr", "mrs", "ms", "miss", "mx", "sir", "madam"]);

function isTitle(token: Token, remaining: number): boolean {
  const parsed = parseName(token.printed);
  const office = isRole(token.key) || (parsed.titles.length === 1 && parsed.core[0] === token.key);
  return remaining > 1 && (office || parsed.titles.length > 0 || countryOf(token.key) !== null);
}

function isBody(content: readonly Token[]): boolean {
  const last = content.at(-1) as Token;
  if (last.capital && ORGANISATION_NOUNS.has(last.key)) return true;
  if (
    content.some((token) => token.capital && ORGANISATION_NOUNS.has(token.key)) &&
    !content.some((token) => isRole(token.key) && token.capital)
  )
    return true;
  if (GROUP_NOUNS.has(last.key)) return true;
  if (content.length === 1 && countryOf(last.key) !== null) return true;
  return content.length === 1 && /^\p{Lu}[\p{Lu}\p{N}.&-]+$/u.test(last.printed) && last.printed.length <= 7;
}

function genderOf(content: readonly Token[]): Gender {
  if (content.some((token) => FEMININE.has(token.key))) return "feminine";
  if (content.some((token) => MASCULINE.has(token.key))) return "masculine";
  return null;
}

/** Every person and body named in `text`, in order: what pronouns, roles and surnames are led back to. */
export function mentions(text: string): Mention[] {
  const list = tokens(text, 0, text.length);
  const found: { mention: Mention; sure: boolean }[] = [];
  for (let at = 0; at < list.length; at++) {
    const token = list[at] as Token;
    const next = list[at + 1];
    const ends = token.capital && !(next?.capital && /^\.?[ \u00a0-]$/u.test(next.gap));
    const first = ends ? phraseEndingAt(list, at, isRole) : null;
    const mention = first === null ? null : readPhrase(list.slice(first, at + 1));
    if (!mention || first === null) continue;
    found.push({
      mention: { ...mention, role: mention.role ?? apposition(list, at) },
      sure: isNaming(text, list, first, at),
    });
  }
  const surnames = new Set(
    found.flatMap(({ mention, sure }) => (sure ? (fold(mention.name).split(" ").at(-1) ?? []) : [])),
  );
  return found
    .filter(({ mention, sure }) => sure || surnames.has(fold(mention.name)))
    .map(({ mention }) => mention);
}

/** A single capital at a sentence's start is usually no name. */
function isNaming(text: string, list: readonly Token[], first: number, last: number): boolean {
  if (last > first) return true;
  const before = text.slice(Math.max(0, (list[first] as Token).start - 3), (list[first] as Token).start);
  return !(before === "" || /[.!?:\n“"‘(—–]\s*$/u.test(before));
}

/** "Ingrid Solheim, the harbour master": the role after the comma, without its article. */
function apposition(list: readonly Token[], at: number): string | null {
  const first = list[at + 1];
  if (
    !first ||
    !/^,[ \t]*$/u.test(first.gap) ||
    PHRASE_ENDERS.has(first.key) ||
    REPORTING_VERBS.has(first.key)
  )
    return null;
  const phrase = [first];
  for (let i = at + 2; i < list.length && phrase.length < READING.roleWordsMax; i++) {
    const token = list[i] as Token;
    if (!/^[ \t]+$/u.test(token.gap) || PHRASE_ENDERS.has(token.key)) break;
    phrase.push(token);
  }
  const lead = DETERMINERS.has(first.key) ? 1 : 0;
  if (lead === 0 && !phrase.some((token) => isRole(token.key))) return null;
  return (
    phrase
      .slice(lead)
      .map((token) => token.printed)
      .join(" ") || null
  );
}

/**
 * Who issued a document that later "reads" something: the subject of the nearest earlier
 * "issued", "released" and the like with the same noun after it, or null where the text
 * does not say. Asides between dashes or commas are stepped over.
 */
export function issuerOf(text: string, document: string, before: number): Mention | null {
  const noun = fold(document).split(" ").at(-1) ?? "";
  const whole = tokens(text, 0, before);
  for (let at = whole.length - 1; at >= 0; at--) {
    if (!ISSUING_VERBS.has((whole[at] as Token).key)) continue;
    const object = whole.slice(at + 1, at + 8).findIndex((token) => token.key === noun);
    if (object < 0) continue;
    const subject = subjectBefore(whole, at);
    const mention = subject && readPhrase(subject);
    if (mention && mention.kind !== "document") return mention;
  }
  return null;
}

/** The noun phrase that is the subject of the verb at `at`: just before it, or before an aside that ends there. */
export function subjectBefore(
  list: readonly Token[],
  at: number,
  skip: (key: string) => boolean = () => false,
): Token[] | null {
  let last = at - 1;
  const verb = list[at];
  if (!verb) return null;
  while (last >= 0 && skip((list[last] as Token).key) && !/[,—–(]/u.test((list[last + 1] as Token).gap))
    last--;
  const gap = list[last + 1]?.gap ?? "";
  const aside = /\)/u.test(gap)
    ? /\(/u
    : /[—–]|\s--?\s/u.test(gap)
      ? /[—–]|\s--?\s/u
      : /,/u.test(gap)
        ? /,/u
        : null;
  if (aside) {
    const nearest = Math.max(0, last - READING.asideWordsMax);
    let opening = -1;
    for (let i = last; i > nearest && opening < 0; i--) if (aside.test((list[i] as Token).gap)) opening = i;
    if (opening > 0) last = opening - 1;
    else return null;
  }
  if (last < 0) return null;
  const first = phraseEndingAt(list, last, isRole);
  return first === null ? null : list.slice(first, last + 1);
}
