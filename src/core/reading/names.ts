import type { SpeakerKind } from "../answer.ts";
import { editDistance } from "../text/edit-distance.ts";
import { fold } from "../text/fold.ts";
import { countryOf } from "../text/places.ts";
import { words } from "../text/words.ts";

/** A name taken apart: the words that identify, and the titles and roles around them. All folded. */
export interface ParsedName {
  core: string[];
  titles: string[];
}

/** Words before a name that tell the office or courtesy, not the person. */
export const TITLES = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady madam madame monsieur herr frau rev reverend fr father
   president vice prime minister chancellor king queen prince princess duke duchess pope
   senator sen representative rep congressman congresswoman governor gov lieutenant lt secretary undersecretary
   ambassador attorney general gen admiral adm colonel col major captain capt sergeant sgt commander officer chief
   mayor councillor councilor councilman councilwoman councilmember alderman alderwoman commissioner chair chairman
   chairwoman chairperson deputy director justice judge speaker clerk spokesman spokeswoman spokesperson
   former acting then elect ceo coach harbour harbor master archbishop bishop cardinal rabbi imam candidate host
   moderator reporter correspondent leader minority majority whip inspector superintendent principal dean dean`.split(
    /\s+/,
  ),
);
/** Words that say only what sort of body is meant. */
const GENERIC = new Set(
  `the a an of for and to in on at by from s his her its their our nations nation countries country leaders leader
   members member group affairs states state officials official government administration authorities representatives
   spokesman spokeswoman spokesperson office delegation inc ltd co corp corporation company llc plc gmbh`.split(
    /\s+/,
  ),
);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** Short forms of first names, one group a line of people's habit. */
const NICKNAMES =
  `joe joseph joey|bill william will billy|bob robert rob bobby|dick richard rich rick|jim james jimmy jamie
tom thomas tommy|mike michael mick|dave david|dan daniel danny|ed edward ted eddie|tony anthony|liz elizabeth beth betty eliza
kate katherine catherine kathy katie|jen jennifer jenny|sue susan|chris christopher|steve steven stephen|jeff jeffrey geoffrey
ben benjamin|sam samuel samantha|alex alexander alexandra|nick nicholas|greg gregory|andy andrew drew|matt matthew|pete peter
jack john johnny jon|chuck charles charlie|meg margaret maggie peggy|bernie bernard|al albert alan|kim kimberly|don donald
ron ronald|ken kenneth|larry lawrence|pat patrick patricia|rosie rosalind|theo theodore|zelensky zelenskyy zelenskiy
volodymyr vladimir`
    .split(/[|\n]/u)
    .map((group) => new Set(group.trim().split(" ")));

/** Takes a name apart. `core` falls back to the titles when nothing else is left ("the Mayor"). */
export function parseName(name: string): ParsedName {
  const keys = words(expandGroups(name.replace(/[’'`]s\b/gu, "").replace(/\([^)]*\)/gu, " "))).map(
    (word) => word.key,
  );
  const core: string[] = [];
  const titles: string[] = [];
  for (const key of keys) {
    if (SUFFIXES.has(key)) continue;
    if (TITLES.has(key)) titles.push(key);
    else if (!GENERIC.has(key)) core.push(countryOf(key) ?? key);
  }
  return {
    core: core.length > 0 ? core : keys.filter((key) => GENERIC.has(key) && !ARTICLES.has(key)),
    titles,
  };
}
const ARTICLES = new Set(["the", "a", "an", "of", "for", "and", "s"]);

function expandGroups(name: string): string {
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

export type NameComparison = "same" | "different" | "unsure";

/** Another way in which the source names a speaker, beside the name: a role, or the document that spoke. */
export interface NamedSpeaker {
  name: string;
  kind: SpeakerKind;
  role: string | null;
  document: string | null;
}

/**
 * Whether a claimed name means this speaker. "unsure" where the claim fits but fits others
 * of the source as well (a surname that two share, a bare role), or says too little.
 */
export function compareNames(
  claimed: string,
  speaker: NamedSpeaker,
  others: readonly NamedSpeaker[],
): NameComparison {
  if (NOBODY.test(fold(claimed).trim()) || UNNAMED.test(fold(speaker.name).trim())) return "unsure";
  const whole = compareParsed(parseName(claimed), claimed, speaker, others);
  const inverted = whole === "different" ? uninverted(claimed) : null;
  if (inverted && compareParsed(parseName(inverted), inverted, speaker, others) === "same") return "same";
  if (whole === "different" && namesDocument(claimed, speaker)) return "unsure";
  const office = whole === "different" ? officeOf(claimed) : null;
  return office ? compareParsed(office, claimed, speaker, others) : whole;
}

/** Says nothing of who it is: a pronoun, "a source", "officials". */
const NOBODY =
  /^(?:i|we|you|he|she|it|they|(?:an? |the |some )?(?:unknown|anonymous|unnamed|source|sources|official|officials|speaker|woman|man|person|people|someone|somebody|others|n\/a|none))$/u;

/** How transcripts label a turn of somebody whom they cannot name. It may have been anybody, so it contradicts nobody. */
const UNNAMED =
  /^(?:unknown|unidentified|unnamed|anonymous|unidentifiable)\b.*$|^(?:(?:the |an? |several |some |all )?(?:audience|crowd|protest[eo]rs?|voices?|speakers?|question(?:er)?|members?|participants?|callers?|q|a)(?: members?| \d+)?|(?:fe)?male (?:speaker|voice)(?: \d+)?)$/u;

/** Whether a name says nothing of who it is: a pronoun, "a source", or a transcript's label for somebody it cannot name. */
export function isUnnamed(name: string): boolean {
  const folded = fold(name).trim();
  return NOBODY.test(folded) || UNNAMED.test(folded);
}

/** "Tansley, Winifred" as "Winifred Tansley"; null for a name with no comma, or with a role behind it. */
function uninverted(claimed: string): string | null {
  const parts = /^\s*(\p{L}[\p{L}'’-]*)\s*,\s*(\p{L}[\p{L}'’.-]*(?:\s\p{L}\.?)?)\s*$/u.exec(claimed);
  return parts ? `${parts[2]} ${parts[1]}` : null;
}

function compareParsed(
  claim: ParsedName,
  claimed: string,
  speaker: NamedSpeaker,
  others: readonly NamedSpeaker[],
): NameComparison {
  if (claim.core.length === 0 && claim.titles.length === 0) return "unsure";
  if (claim.core.length === 0 && speaker.kind === "person" && !hasRole(speaker)) return "unsure";
  if (!fits(claim, claimed, speaker)) return "different";
  const rivals = others.filter(
    (other) => fold(other.name) !== fold(speaker.name) && fits(claim, claimed, other),
  );
  const told = claim.titles.length > 0 && roleFits(claim.titles, speaker);
  const open = told ? rivals.filter((other) => roleFits(claim.titles, other)) : rivals;
  return open.length > 0 && !exactly(claim, speaker) ? "unsure" : "same";
}

/** "Mayor of Port Ellery" may name an office and its place: the office alone, or null when there is none. */
function officeOf(claimed: string): ParsedName | null {
  const office = /^(.+?)\s+(?:of|for)\s+/iu.exec(claimed.trim());
  const parsed = office && parseName(office[1] ?? "");
  return parsed && parsed.titles.length > 0 && parsed.core.length === 0 ? parsed : null;
}

/** "The 12-point plan" may well be "the Chinese plan": the same sort of document, told otherwise. */
function namesDocument(claimed: string, speaker: NamedSpeaker): boolean {
  if (speaker.document === null) return false;
  const noun = (name: string): string | undefined => words(name).at(-1)?.key;
  return noun(claimed) !== undefined && noun(claimed) === noun(speaker.document);
}

function hasRole(speaker: NamedSpeaker): boolean {
  return speaker.role !== null || parseName(speaker.name).titles.length > 0;
}

function exactly(claim: ParsedName, speaker: NamedSpeaker): boolean {
  return claim.core.join(" ") === parseName(speaker.name).core.join(" ");
}

function fits(claim: ParsedName, claimed: string, speaker: NamedSpeaker): boolean {
  if (fold(claimed.trim()) === fold(speaker.name)) return true;
  if (claim.core.length === 0) return roleFits(claim.titles, speaker);
  const name = parseName(speaker.name);
  if (speaker.kind === "person" ? personFits(claim, name, speaker) : bodyFits(claim.core, name.core))
    return true;
  return speaker.document !== null && bodyFits(claim.core, parseName(speaker.document).core);
}

/** "the Mayor" fits a speaker whose role or title says so. */
function roleFits(titles: readonly string[], speaker: NamedSpeaker): boolean {
  const known = [...words(speaker.role ?? "").map((word) => word.key), ...parseName(speaker.name).titles];
  return (
    titles.length > 0 &&
    titles.every((title) => known.includes(title) || known.some((word) => abbreviates(title, word)))
  );
}

function abbreviates(short: string, long: string): boolean {
  return short.length >= 2 && long.length > short.length && long.startsWith(short);
}

function personFits(claim: ParsedName, name: ParsedName, speaker: NamedSpeaker): boolean {
  const role = words(speaker.role ?? "").map((word) => countryOf(word.key) ?? word.key);
  const stated = claim.core.filter((key) => !role.includes(key));
  const surname = stated.at(-1);
  const known = name.core.at(-1);
  if (surname === undefined) return claim.core.every((key) => role.includes(key));
  if (known === undefined) return false;
  if (
    stated.length === 1 &&
    name.core.length > 1 &&
    sameWord(surname, name.core[0] as string) &&
    !sameWord(surname, known)
  )
    return true;
  if (!sameWord(surname, known) && !name.core.slice(1).some((key) => sameWord(surname, key))) return false;
  const first = stated[0] as string;
  const knownFirst = name.core[0] as string;
  if (stated.length === 1 || name.core.length === 1) return true;
  return sameFirstName(first, knownFirst) || name.core.slice(0, -1).some((key) => sameFirstName(first, key));
}

function sameFirstName(a: string, b: string): boolean {
  if (sameWord(a, b)) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return NICKNAMES.some((group) => group.has(a) && group.has(b));
}

/** One slip in five letters and more, two in nine and more; transliterations differ by as much. */
function sameWord(a: string, b: string): boolean {
  if (a === b || NICKNAMES.some((group) => group.has(a) && group.has(b) && a.startsWith("zel"))) return true;
  const length = Math.min(a.length, b.length);
  const slips = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return slips > 0 && a[0] === b[0] && editDistance(a, b, slips) <= slips;
}

/** An organisation or a document: all the words of the shorter name stand in the longer. */
function bodyFits(claim: readonly string[], name: readonly string[]): boolean {
  if (claim.length === 0 || name.length === 0) return false;
  const [few, many] = claim.length <= name.length ? [claim, name] : [name, claim];
  if (few.every((key) => many.some((other) => sameWord(key, other)))) return true;
  return acronym(many) === few.join("") || acronym(few) === many.join("");
}

function acronym(keys: readonly string[]): string {
  return keys.length > 1 ? keys.map((key) => key[0] ?? "").join("") : "";
}
