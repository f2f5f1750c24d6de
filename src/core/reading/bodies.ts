import { countryOf } from "../text/places.ts";
import { words } from "../text/words.ts";
import { plainLetters, SPELT, UNLIKE, wordLikeness } from "./name-words.ts";
import { FITTING, type Fit, FULL, OTHER, POSSIBLE } from "./same-person.ts";

/** Words that say only what sort of body is meant, or who speaks for it. */
export const GENERIC: ReadonlySet<string> = new Set(
  `the a an of for and to in on at by from s his her its their our nations nation countries country leaders leader
   members member group affairs states state officials official government administration authorities representatives
   spokesman spokeswoman spokesperson spokespeople office delegation statement inc ltd co corp corporation company llc plc gmbh ag sa nv ab spa`.split(
    /\s+/u,
  ),
);
const ARTICLES = new Set(["the", "a", "an", "of", "for", "and", "s", "on", "in", "to"]);

/** Last words of a body's name that are left out without making another body of it: “Labour”, “Amnesty”, “BBC”. */
const LEFT_OUT = new Set(
  `party international news committee ministry government embassy parliament army military foreign team club plan federation
   movement association union network television tv radio online newspaper airlines airways bank university college police service
   nations union commission court cross council board`.split(/\s+/u),
);
/** And those that speak for a country when it is named alone. */
const STATE = new Set(
  `ministry minister ministers foreign government embassy parliament army military plan paper statement presidency president cabinet
   delegation state defence defense kremlin chancellery consulate mission troops forces proposal`.split(
    /\s+/u,
  ),
);
/** Words by which a body is known from a person. */
const NOUNS = new Set(
  `board council ministry committee department agency commission party government union group association institute university college school
   bank court parliament senate congress office bureau foundation organisation organization company corporation corp inc ltd
   police army navy force forces embassy church club society trust hospital authority federation league network press news
   times post house staff team administration campaign coalition alliance nations fund service services centre center cabinet office`.split(
    /\s+/u,
  ),
);
/** Houses and towns that stand for whoever governs there, as two words or one. */
const SEATS =
  /^(?:the )?(?:white house|kremlin|downing street|number (?:10|ten)|pentagon|vatican|elysee|capitol hill)$/u;

/** All telling words of a body's name: a country by its name, a group by its number. */
function tellingWords(name: string): string[] {
  const keys = bodyWords(name);
  const telling = keys.filter((key) => !GENERIC.has(key));
  return (telling.length > 0 ? telling : keys.filter((key) => !ARTICLES.has(key))).map(
    (key) => countryOf(key) ?? key,
  );
}

function bodyWords(name: string): string[] {
  const bare = expandedGroups(name)
    .replace(/[’'`]s(?![\p{L}\p{N}])/gu, "")
    .replace(/\([^)]*\)/gu, " ");
  return words(bare).map(({ key }) => plainLetters(key));
}

/** Groups and states of several words in the form that is compared. */
export function expandedGroups(name: string): string {
  return name
    .replace(/\bG[-‐‑–\s](\d+)\b/gu, "G$1")
    .replace(
      /\bgroup of (seven|eight|twenty|7|8|20)\b/giu,
      (_, size: string) => `G${{ seven: 7, eight: 8, twenty: 20 }[size.toLowerCase()] ?? size}`,
    )
    .replace(/\bunited states(?: of america)?\b/giu, "US")
    .replace(/\bunited kingdom\b/giu, "Britain")
    .replace(/\b(?:people(?:['’]?s)? republic of china|prc)\b/giu, "China");
}

/** Whether a name is a body's by its own words: it has one like “Ministry”, or is a country, or a seat of government. */
export function isBodyName(name: string): boolean {
  const keys = bodyWords(name);
  return keys.some((key) => NOUNS.has(key)) || isState(name);
}

/** Whether a country is named, or the house of those who govern it. */
export function isState(name: string): boolean {
  const telling = tellingWords(name);
  return telling.every((key) => countryOf(key) === key) || SEATS.test(bodyWords(name).join(" "));
}

/** How far two names of organisations or documents go together: all the words of the shorter stand in the longer. */
export function compareBodies(a: string, b: string): Fit {
  const [left, right] = [tellingWords(a), tellingWords(b)];
  if (left.length === 0 || right.length === 0) return OTHER;
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (few.every((key) => has(many, key))) {
    if (few.length === many.length) return FULL;
    return isShortFor(few, many, left.length <= right.length ? b : a) ? FITTING : POSSIBLE;
  }
  const [x, y] = [bodyWords(a), bodyWords(b)];
  if (isAnyBody(x) || isAnyBody(y) || areArmies(left, right)) return POSSIBLE;
  if (isAcronymOf(x, y) || isAcronymOf(y, x)) return FITTING;
  return isLikeAcronym(a, y) || isLikeAcronym(b, x) ? POSSIBLE : OTHER;
}

/** “Israeli army” and “Israel Defense Forces”: one country's soldiers. */
function areArmies(a: readonly string[], b: readonly string[]): boolean {
  const isArmed = (keys: readonly string[]): boolean => keys.some((key) => ARMED.has(key));
  return isArmed(a) && isArmed(b) && a.some((key) => countryOf(key) === key && b.includes(key));
}
const ARMED = new Set("army military forces troops".split(" "));

/** “The company” may be any, and “the Fed” is the Federal Reserve. */
function isAnyBody([article, noun, ...more]: readonly string[]): boolean {
  return article === "the" && noun !== undefined && more.length === 0 && ANY.has(noun);
}
const ANY = new Set(
  "company firm group agency charity organisation organization club body union fed commission department".split(
    " ",
  ),
);

function has(keys: readonly string[], key: string): boolean {
  return keys.some(
    (other) => wordLikeness(key, other) > UNLIKE && !(countryOf(key) === key && other !== key),
  );
}

/** “Harbour Board” for “Port Ellery Harbour Board”, “Labour” for “Labour Party”; but “Washington” is not “Washington Post”. */
function isShortFor(few: readonly string[], many: readonly string[], long: string): boolean {
  const left = many.filter((key) => !has(few, key));
  const state = few.every((key) => countryOf(key) === key);
  if (left.some((key) => SIDES.has(key))) return false;
  if (left.every((key) => countryOf(key) === key)) return true;
  if (state) return left.every((key) => STATE.has(key));
  const head = headOf(long);
  return head === null || has(few, head) || GENERIC.has(head) || LEFT_OUT.has(head);
}

/** Words that make another body of one: the University of Southern California is not that of California. */
const SIDES = new Set(
  "north south east west northern southern eastern western central new former shadow real".split(" "),
);

/** The noun that says what it is: the last, or the one before “of”. */
function headOf(name: string): string | null {
  const keys = bodyWords(name);
  const of = keys.findIndex((key) => key === "of" || key === "for");
  const head = (of > 0 ? keys.slice(0, of) : keys).filter((key) => !ARTICLES.has(key)).at(-1);
  return head === undefined ? null : (countryOf(head) ?? head);
}

function isAcronymOf(short: readonly string[], long: readonly string[]): boolean {
  const [only, ...more] = short.filter((key) => !ARTICLES.has(key));
  if (only === undefined || more.length > 0 || only.length < 2) return false;
  const initials = (keys: readonly string[]): string => keys.map((key) => key[0] ?? "").join("");
  const named = long.filter((key) => !ARTICLES.has(key));
  return named.length > 1 && (only === initials(named) || only === initials(long));
}

/** “UNICEF” beside four words that begin with its letter: it may be made of them in a way of its own. */
function isLikeAcronym(short: string, long: readonly string[]): boolean {
  const named = long.filter((key) => !ARTICLES.has(key));
  const only = /^\s*(?:the )?(\p{Lu}{3,7})\s*$/iu.exec(short)?.[1];
  if (only === undefined || only !== only.toUpperCase() || named.length < 3) return false;
  return (
    named[0]?.[0] === only[0]?.toLowerCase() &&
    named.slice(1).some((key) => only.toLowerCase().includes(key[0] ?? "-"))
  );
}

/** Whether the words of a body stand in a description of somebody: “White House press secretary” speaks for the White House. */
export function standsIn(name: string, description: string): boolean {
  const there = bodyWords(description).map((key) => countryOf(key) ?? key);
  const telling = tellingWords(name);
  return (
    telling.length > 0 && telling.every((key) => there.some((other) => wordLikeness(key, other) >= SPELT))
  );
}
