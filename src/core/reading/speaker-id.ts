import type { SpeakerKind } from "../answer.ts";
import { isUnspaced, words } from "../text/words.ts";
import { SPEAKERS } from "../tuning.ts";
import { isUnnamed } from "./names.ts";
import { TITLES } from "./titles.ts";

/** What stands between a name and its kind in an id: no word has it, and a URL carries it as it is (RFC 3986, 2.3). */
const KIND_MARK = "~";

/** Titles that are surnames and first names too: before a surname alone they stay, so that “Judge” and “Prince Harry” keep theirs. */
const ALSO_NAMES = new Set(
  "king queen prince princess pope bishop cardinal duke lord judge justice major".split(" "),
);
/** And one that is a first name more often than a title. */
const FIRST_NAMES = new Set(["dean"]);
/** Short forms in which transcripts print offices; how speakers are compared knows nothing of them. */
const SHORT_TITLES = new Set(["sec", "amb", "pres", "det", "insp"]);
/** The one article that names have before them: “A.” in “A. Cooper” is an initial. */
const ARTICLE = "the";

/**
 * The id of whoever is called this: the folded words of the name, without its article or the titles
 * of a person, joined by hyphens, as in `joe-biden`; for an organisation or a document with its kind behind it,
 * as in `harbour-board~organisation`. The same words are the same speaker in every source. Null for
 * a name that names nobody: a pronoun, "UNIDENTIFIED MALE", an office alone.
 */
export function speakerId(name: string, kind: SpeakerKind): string | null {
  const printed = words(name).map(({ key }) => key);
  const keys = kind === "person" ? withoutAddress(printed) : withoutArticles(printed);
  if (keys.length === 0 || isUnnamed(name)) return null;
  if (kind === "person" && keys.every(isOffice)) return null;
  const slug = boundedTo(joined(keys), SPEAKERS.idCharsMax);
  return kind === "person" ? slug : `${slug}${KIND_MARK}${kind}`;
}

/** An id as it was asked for, in the one form in which ids are given. */
export function normalizedSpeakerId(id: string): string {
  return id.normalize("NFC");
}

/** What kind of speaker has this id. */
export function kindOfSpeaker(id: string): SpeakerKind {
  const kind = id.slice(id.indexOf(KIND_MARK) + 1);
  return id.includes(KIND_MARK) && (kind === "organisation" || kind === "document") ? kind : "person";
}

/** The folded words by which a speaker is looked for, from the id. */
export function wordsOfSpeaker(id: string): string[] {
  const slug = id.includes(KIND_MARK) ? id.slice(0, id.indexOf(KIND_MARK)) : id;
  return words(slug.replaceAll("-", " ")).map(({ key }) => key);
}

/** The folded words of a name as somebody types it; where titles stand before it, once with them and once without, because “Harbour Board” begins with one too. */
export function readingsOf(name: string): string[][] {
  const keys = withoutArticles(words(name).map(({ key }) => key));
  const bare = withoutAddress(keys);
  const readings = bare.length < keys.length ? [keys, bare] : [keys];
  return readings.map((reading) => reading.slice(0, SPEAKERS.queryWordsMax));
}

/** The beginnings by which speakers are narrowed to those whose name may be like another. */
export function beginningsOf(keys: readonly string[]): string[] {
  return [...new Set(keys.map((key) => Array.from(key).slice(0, SPEAKERS.beginningChars).join("")))];
}

function withoutArticles(keys: readonly string[]): string[] {
  return withoutFirst(keys, (key) => key === ARTICLE);
}

function withoutAddress(keys: readonly string[]): string[] {
  return withoutFirst(keys, (key, left) => key === ARTICLE || isTitle(key, left));
}

/** Without the first words that are no part of a name, as long as a name is left. */
function withoutFirst(keys: readonly string[], isOther: (key: string, left: number) => boolean): string[] {
  let from = 0;
  while (from < keys.length - 1 && isOther(keys[from] as string, keys.length - from)) from++;
  return keys.slice(from);
}

function isTitle(key: string, left: number): boolean {
  const known = (TITLES.has(key) || SHORT_TITLES.has(key)) && !FIRST_NAMES.has(key);
  return known && (left > 2 || !ALSO_NAMES.has(key));
}

function isOffice(key: string): boolean {
  return TITLES.has(key) && !ALSO_NAMES.has(key) && !FIRST_NAMES.has(key);
}

/** Words joined by hyphens; characters of scripts without spaces stand side by side, as they are written. */
function joined(keys: readonly string[]): string {
  let slug = "";
  keys.forEach((key, index) => {
    const apart = index > 0 && !(isUnspaced(key) && isUnspaced(keys[index - 1] as string));
    slug += apart ? `-${key}` : key;
  });
  return normalizedSpeakerId(slug);
}

/** The beginning of a text, with no half of a character at its end. */
function boundedTo(text: string, charsMax: number): string {
  const cut = text.slice(0, charsMax);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
