import { countryOf } from "../text/places.ts";
import { words } from "../text/words.ts";
import { plainLetters, SPELT, wordLikeness } from "./name-words.ts";
import { isGivenName } from "./nicknames.ts";
import { FITTING, type Fit, OTHER, POSSIBLE } from "./same-person.ts";
import { isTitleWord, TITLES, TITLES_OR_NAMES } from "./titles.ts";

/** What anybody may be beside an office. */
const ANYBODY = new Set(
  `employee resident official neighbour neighbor voter critic supporter expert source witness friend colleague relative worker man woman person people
   victim survivor crowd police protesters lawmaker aide adviser advisor`.split(/\s+/u),
);
/** Nouns for people that are no titles. */
const PEOPLE: ReadonlySet<string> = new Set([
  ...ANYBODY,
  ...`student teacher doctor nurse lawyer librarian treasurer owner manager head executive analyst economist journalist editor author
   scientist researcher activist farmer fisherman driver grandmother grandfather mother father wife husband son daughter founder
   spokespeople lawmakers mp ministers senators envoy negotiator diplomat premier lady`.split(/\s+/u),
]);
/** Words before an office that make another of it. */
const BELOW = new Set("vice deputy assistant under associate shadow".split(" "));
/** And those that tell only when somebody held it, or how. */
const WHEN = new Set("former acting then ex late retired interim incoming outgoing elect".split(" "));
const ARTICLES = new Set("the a an of for and in at to s from on his her its their".split(" "));

/** A description of somebody by office or otherwise, and where: “minister” of “finance”. */
export interface Described {
  head: string[];
  tail: string[];
  indefinite: boolean;
  /** False for what may be a thing as well: “the G7 statement”. */
  isOffice: boolean;
  /** A name may stand behind the place: “Secretary of State Antony Blinken”. */
  mayBeNamed: boolean;
}

/** A claimed name that is no name but a description, as “the finance minister” or “a former employee”; null for a name. */
export function describedBy(claimed: string): Described | null {
  const [text = ""] = claimed.trim().split(/\s*,/u);
  const at = /\s(?:of|for|from|at|in|with)\s/iu.exec(text);
  const before = at ? text.slice(0, at.index) : text;
  const list = words(before);
  const last = list.at(-1);
  if (last === undefined) return null;
  const printed = text.slice(last.start, last.end);
  const small = /^\p{Ll}/u.test(printed);
  const article = /^(?:the|an?|his|her|its|their|our)\s/iu.test(text);
  const key = singular(plainLetters(last.key));
  const office = isOffice(key) || (PEOPLE.has(key) && (small || article));
  // “a Harbour Board spokesman” describes; so does “the old keeper”, of which the last word is written small.
  const described =
    (article && small) || (office && (list.length > 1 || article || small || TITLES.has(key)));
  if (!described || (list.length > 1 && !small && !article && TITLES_OR_NAMES.has(key) && !allTitles(list)))
    return null;
  const behind = at ? text.slice(at.index + at[0].length) : "";
  return {
    head: tellingWords(before),
    tail: tellingWords(behind),
    isOffice: office,
    mayBeNamed: words(behind)
      .slice(1, -1)
      .some(({ key }) => isGivenName(key)),
    indefinite: /^an?\s/iu.test(text),
  };
}

function isOffice(key: string): boolean {
  return TITLES.has(key) || key === "premier";
}

function allTitles(list: readonly { key: string }[]): boolean {
  return list.every(({ key }) => isTitleWord(key));
}

function singular(key: string): string {
  return key.endsWith("s") && TITLES.has(key.slice(0, -1)) ? key.slice(0, -1) : key;
}

function tellingWords(text: string): string[] {
  return words(text.replace(/[’'`]s(?![\p{L}\p{N}])/gu, " "))
    .map(({ key }) => sameOffice(plainLetters(key)))
    .filter((key) => !ARTICLES.has(key));
}

/** Offices whose name tells a man or a woman, and spellings, as one. */
function sameOffice(key: string): string {
  const bare = key.replace(/(?:wo)?m[ae]n$|person$|people$/u, "");
  if (/^(?:chair|spokes|congress|council|alder)$/u.test(bare)) return bare;
  if (key === "councillor" || key === "councilor" || key === "councilmember") return "council";
  if (key === "harbor") return "harbour";
  if (key === "sec") return "secretary";
  return countryOf(key) ?? key;
}

/** How far a description fits somebody of whom the source tells this office; POSSIBLE where it tells none. */
export function compareRoles({ head, tail, indefinite }: Described, role: string | null): Fit {
  const known = tellingWords(role ?? "");
  const main = head.at(-1);
  if (known.length === 0 || main === undefined) return POSSIBLE;
  // “The US secretary of state” is whom the source calls “Secretary of State”: it leaves out the country that is plain there.
  const isAbroad = known.some(isCountry);
  const wanted = head.filter((key) => !WHEN.has(key) && (isAbroad || !isCountry(key)));
  if (isBelow(wanted) !== isBelow(known) && wanted.some((key) => hasWord(known, key))) return OTHER;
  const own = wanted.every((key) => hasWord(known, key));
  if (own) return tailFit(tail, known, wanted, role ?? "");
  if (hasWord(known, main))
    return known.every((key) => hasWord([...wanted, ...tail], key)) ? POSSIBLE : OTHER;
  return indefinite || head.some((key) => ANYBODY.has(key)) || !isOfficeLike(main) ? POSSIBLE : OTHER;
}

function isCountry(key: string): boolean {
  return countryOf(key) === key;
}

function isOfficeLike(key: string): boolean {
  return isTitleWord(key) || PEOPLE.has(key) || /^(?:chair|spokes|congress|council|alder)$/u.test(key);
}

/** What stands behind “of”: “minister of finance” is the finance minister, and the mayor of a place that the source does not name is its mayor. */
function tailFit(
  tail: readonly string[],
  known: readonly string[],
  head: readonly string[],
  role: string,
): Fit {
  if (tail.length === 0 || tail.every((key) => hasWord(known, key))) return FITTING;
  const more = known.filter((key) => !hasWord(head, key) && !WHEN.has(key));
  if (more.length === 0) return FITTING;
  return /\s(?:of|for)\s/iu.test(role) && !tail.some((key) => hasWord(more, key)) ? OTHER : POSSIBLE;
}

function isBelow(keys: readonly string[]): boolean {
  return keys.some((key) => BELOW.has(key));
}

function hasWord(keys: readonly string[], key: string): boolean {
  return keys.some(
    (other) => wordLikeness(key, other) >= SPELT || abbreviates(key, other) || abbreviates(other, key),
  );
}

function abbreviates(short: string, long: string): boolean {
  return short.length >= 3 && long.length > short.length && long.startsWith(short) && isTitleWord(short);
}

/** Whether titles before a claimed name are those that the source gives somebody. */
export function hasOffice(titles: readonly string[], role: string | null): boolean {
  const known = tellingWords(role ?? "");
  const wanted = titles.map(sameOffice).filter((key) => !WHEN.has(key));
  return (
    wanted.length > 0 && wanted.every((key) => hasWord(known, key)) && isBelow(wanted) === isBelow(known)
  );
}

/** Whose office is told by another's: “First Lady”, “wife of the mayor”. A title of office with the surname alone is then not theirs. */
export function isByMarriage(role: string | null): boolean {
  return (
    role !== null && /^(?:first (?:lady|gentleman)|(?:wife|husband|widow|spouse|son|daughter)\b)/iu.test(role)
  );
}
