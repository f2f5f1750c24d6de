import { isUnspaced } from "../text/words.ts";
import {
  type EQUAL,
  givenLikeness,
  givenLikenessWithoutSlips,
  SLIP,
  SPELT,
  UNLIKE,
  wordLikeness,
} from "./name-words.ts";
import { DOUBLE_FAMILY_NAMES, genderOfGivenName, isGivenName } from "./nicknames.ts";
import { familyFirst, type PersonName } from "./person-name.ts";
import { genderOfTitle, isRegnal } from "./titles.ts";

/** How far two names of people go together. */
export const OTHER = 0;
/** They may be one person's: a slip in a short surname, an unknown short form, a title that says otherwise. */
export const POSSIBLE = 1;
/** They are one person's as far as they say anything: one of them is a surname, an initial or a first name alone. */
export const FITTING = 2;
/** First name and surname agree. */
export const FULL = 3;
/** Word by word the same. */
export const EXACT = 4;
export type Fit = typeof OTHER | typeof POSSIBLE | typeof FITTING | typeof FULL | typeof EXACT;

/** How far two names of people go together, whichever is claimed. */
export function comparePeople(a: PersonName, b: PersonName): Fit {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return OTHER;
  // Most pairs of a source have no letter to begin with in common, and then no word.
  if ((a.initials & b.initials) === 0) return OTHER;
  if (areElsewhere(a, b)) return OTHER;
  if (areEqual(a, b)) return EXACT;
  const fit = Math.max(...readings(a).flatMap((x) => readings(b).map((y) => compareReadings(x, y))));
  if (fit > POSSIBLE && (contradictsTitle(a, b) || contradictsTitle(b, a) || isAnothersTitle(a, b)))
    return POSSIBLE;
  return fit as Fit;
}

/** Whether a name says no more than a surname, a first name or an initial. */
export function isAbridged({ given }: PersonName): boolean {
  return given.every((key) => key.length === 1 || (/^[^aeiouy]{2,3}$/u.test(key) && !isGivenName(key)));
}

function readings(name: PersonName): PersonName[] {
  const other = familyFirst(name);
  return other === null ? [name] : [name, other];
}

function areEqual(a: PersonName, b: PersonName): boolean {
  if (wordsOf(a).join(" ") !== wordsOf(b).join(" ") || a.suffix !== b.suffix) return false;
  return a.given.length > 0 || a.place.join(" ") === b.place.join(" ");
}

/** “Antipholus of Ephesus” and “Antipholus of Syracuse”: one name, told apart by the place. */
function areElsewhere(a: PersonName, b: PersonName): boolean {
  if (a.place.length === 0 || b.place.length === 0 || (a.given.length > 0 && b.given.length > 0))
    return false;
  return !a.place.some((key) => b.place.includes(key));
}

function wordsOf({ given, particles, surname }: PersonName): string[] {
  return [...given, ...particles, ...surname];
}

function compareReadings(a: PersonName, b: PersonName): Fit {
  if (areReordered(a, b)) return FULL;
  const [x, y] = [withoutBareParticle(a, b), withoutBareParticle(b, a)];
  const family = compareFamilies(x, y);
  if (family === UNLIKE) return compareShort(x, y);
  if (x.given.length === 0 || y.given.length === 0) return bareFit(family, x, y);
  const given = compareGiven(x, y);
  if (given === OTHER) return OTHER;
  if (family === MIDDLE) return isGivenName(middleOf(x, y)) ? POSSIBLE : (Math.min(given, FITTING) as Fit);
  return family === SLIP ? (Math.min(given, FITTING) as Fit) : given;
}

/** “Orbán Viktor” and “Viktor Orbán”. */
function areReordered(a: PersonName, b: PersonName): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length !== right.length || left.length < 2) return false;
  return left.every((key) => right.some((other) => wordLikeness(key, other) >= SPELT)) && isRotated(a, b);
}

function isRotated(a: PersonName, b: PersonName): boolean {
  const first = a.given[0] ?? "";
  const family = b.given[0] ?? "";
  return (
    wordLikeness(first, b.surname.join("")) >= SPELT || wordLikeness(family, a.surname.join("")) >= SPELT
  );
}

/** “Van Gogh” beside “Vincent van Gogh”: what looked like a first name belongs to the family. */
function withoutBareParticle(name: PersonName, other: PersonName): PersonName {
  const [only, ...more] = name.given;
  if (only === undefined || more.length > 0 || other.particles.length === 0) return name;
  const isOne = other.particles.includes(only) || (ARABIC.has(only) && ARABIC.has(other.particles[0] ?? ""));
  return isOne ? { ...name, given: [], particles: [only, ...name.particles] } : name;
}
const ARABIC = new Set(["al", "el", "bin", "ibn", "ul"]);

/** A family's name that stands within the other's longer one. */
const MIDDLE = 0.5;
type Family = typeof UNLIKE | typeof MIDDLE | typeof SLIP | typeof SPELT | typeof EQUAL;

function compareFamilies(a: PersonName, b: PersonName): Family {
  const whole = (name: PersonName): string => [...name.particles, ...name.surname].join("");
  const isOne = a.surname.length === 1 || b.surname.length === 1;
  const best = Math.max(
    ...a.surname.flatMap((key) => b.surname.map((other) => (isOne ? familyLikeness(key, other) : UNLIKE))),
    wordLikeness(a.surname.join(""), b.surname.join("")),
    wordLikeness(whole(a), whole(b)) >= SPELT ? SPELT : UNLIKE,
  );
  if (best >= SPELT) return best as Family;
  if (isWithin(a, b) || isWithin(b, a)) return SPELT;
  if (middleOf(a, b) !== "") return MIDDLE;
  return best as Family;
}

function familyLikeness(a: string, b: string): number {
  if (isUnspaced(a) && isUnspaced(b) && (a.startsWith(b) || b.startsWith(a))) return SPELT;
  return wordLikeness(a, b);
}

/** The first of two family names, as “García” of “García Márquez”, where it is one that is known to be one of two. */
function isWithin(a: PersonName, b: PersonName): boolean {
  const [key] = a.surname;
  const before = b.given.slice(1).at(-1);
  return (
    key !== undefined &&
    before !== undefined &&
    DOUBLE_FAMILY_NAMES.has(key) &&
    wordLikeness(key, before) >= SPELT
  );
}

/** The family name of one that stands among the middle names of the other; empty where there is none. */
function middleOf(a: PersonName, b: PersonName): string {
  const within = (name: PersonName, other: PersonName): string | undefined =>
    name.surname.find(
      (key) =>
        key.length > 1 &&
        [...other.given.slice(1)].some((middle) => middle.length > 1 && wordLikeness(key, middle) >= SPELT),
    );
  return within(a, b) ?? within(b, a) ?? "";
}

/** A surname alone against a name: sure, but for a slip in few letters, or where it is only a middle name. */
function bareFit(family: Family, a: PersonName, b: PersonName): Fit {
  // “Salman” is not “bin Salman”, but his father.
  if (isSonOf(a) !== isSonOf(b)) return POSSIBLE;
  if (family >= SPELT) return FITTING;
  if (family !== SLIP) return POSSIBLE;
  const length = Math.min(a.surname.join("").length, b.surname.join("").length);
  return length >= TELLING_CHARS ? FITTING : POSSIBLE;
}
function isSonOf({ particles }: PersonName): boolean {
  return particles.some((key) => key === "bin" || key === "ibn");
}

/** Letters of a surname in which one wrong letter still leaves one person: “Hanson” and “Hansen” are two families. */
const TELLING_CHARS = 8;

/** A first name alone, or the initials of the whole name, as in “Oprah” and “JFK”. */
function compareShort(a: PersonName, b: PersonName): Fit {
  const [short, long] = a.given.length === 0 ? [a, b] : [b, a];
  const only = short.surname.join("");
  const [first] = long.given;
  if (short.given.length > 0 || first === undefined || only.length < 2) return OTHER;
  if (wordLikeness(only, first) >= SPELT || (long.nick !== null && only === long.nick)) return FITTING;
  const initials = wordsOf(long).map((key) => key[0]);
  if (only.length >= 3 && only === initials.join("")) return FITTING;
  const stem = long.particles.length > 0 ? [...long.given, ...long.surname].map((key) => key[0]) : initials;
  if (only.length >= 3 && only === stem.join("")) return FITTING;
  const ends = only.length === 3 && only[0] === initials[0] && only[2] === initials.at(-1);
  return ends && initials.length === 2 && !/[aeiouy]/u.test(only.slice(1)) ? POSSIBLE : OTHER;
}

/** First names and what stands behind them, where both names have some. */
function compareGiven(a: PersonName, b: PersonName): Fit {
  if (areInitials(a, b) || areInitials(b, a)) return FITTING;
  // “Jong-un” is not “Yo-jong”: of first names of several parts each is in its place.
  if (a.compound && b.compound && givenLikeness(a.given[0] as string, b.given[0] as string) === UNLIKE)
    return areJoined(a, b) ? FULL : OTHER;
  const best = likenessOf(a, b, () => true);
  if (best === UNLIKE) return areJoined(a, b) ? FULL : OTHER;
  if (best === SLIP) return POSSIBLE;
  const conflict = middleConflict(a, b);
  if (conflict !== null) return conflict;
  const isWhole = likenessOf(a, b, (key, other) => key.length > 1 && other.length > 1) >= SPELT;
  return isWhole ? FULL : FITTING;
}

/** How alike the first names are, or the first name of one and a middle name of the other, which may not have slips. */
function likenessOf(a: PersonName, b: PersonName, isMeant: (key: string, other: string) => boolean): number {
  const [first, other] = [a.given[0] as string, b.given[0] as string];
  const own = isMeant(first, other) ? givenLikeness(first, other) : UNLIKE;
  const meant = pairsOf(a, b).filter((pair) => isMeant(...pair));
  return Math.max(own, ...meant.map((pair) => givenLikenessWithoutSlips(...pair)));
}

/** The first name of either with each of the other's: people are called by their middle names too. */
function pairsOf(a: PersonName, b: PersonName): [string, string][] {
  const [left, right] = [calledBy(a), calledBy(b)];
  const [first, other] = [left[0] as string, right[0] as string];
  const pairs: [string, string][] = [
    ...right.map((key): [string, string] => [first, key]),
    ...left.map((key): [string, string] => [key, other]),
  ];
  if (a.nick !== null && b.nick !== null) pairs.push([a.nick, b.nick]);
  return pairs;
}

function calledBy({ given, nick }: PersonName): string[] {
  return nick === null ? given : [...given, nick];
}

/** “JK” beside “J. K.” and “Joanne Kathleen”; a short word that is a first name is that. */
function areInitials(a: PersonName, b: PersonName): boolean {
  const [first] = a.given;
  if (first === undefined || first.length < 2 || first.length > 3 || isGivenName(first)) return false;
  const initials = b.given.map((key) => key[0]).join("");
  const single = b.given.length === 1 && b.given[0] !== first && !/[aeiou]/u.test(first);
  return first === initials.slice(0, first.length) || (single && b.given[0]?.[0] === first[0]);
}

/** “Jong-un” and “Jongun”. */
function areJoined(a: PersonName, b: PersonName): boolean {
  if (a.given.length === b.given.length) return false;
  const [left, right] = [a.given.join(""), b.given.join("")];
  return left.length >= 4 && wordLikeness(left, right) >= SPELT;
}

/** Middle names of both of which none agree: another person where they are initials or parts of one first name, else not sure. */
function middleConflict(a: PersonName, b: PersonName): Fit | null {
  const [left, right] = [middles(a, b), middles(b, a)];
  if (left.length === 0 || right.length === 0) return null;
  if (a.given[0] !== b.given[0] && givenLikeness(a.given[0] ?? "", b.given[0] ?? "") === UNLIKE) return null;
  const initials = [...left, ...right].every((key) => key.length === 1);
  const first = givenLikeness(left[0] as string, right[0] as string);
  if (first >= SPELT) return null;
  if (initials || (a.compound && b.compound)) return OTHER;
  const agree = left.some((key) => right.some((other) => givenLikeness(key, other) >= SPELT));
  return agree && left.length !== right.length ? FITTING : POSSIBLE;
}

/** What stands between the first name and the family's, without what is the other's family name. */
function middles(name: PersonName, other: PersonName): string[] {
  return name.given
    .slice(1)
    .filter((key) => key.length === 1 || !other.surname.some((family) => wordLikeness(key, family) >= SPELT));
}

/** “Mrs” before a man's name. */
function contradictsTitle(titled: PersonName, named: PersonName): boolean {
  const told = titled.titles.map(genderOfTitle).find((gender) => gender !== null);
  const first = named.given[0];
  if (
    told === undefined ||
    first === undefined ||
    named.titles.some((title) => genderOfTitle(title) === told)
  )
    return false;
  const known = genderOfGivenName(first);
  return known !== null && known !== told;
}

/** “King Charles” is not everyone called Charles. */
function isAnothersTitle(a: PersonName, b: PersonName): boolean {
  const of = (name: PersonName, other: PersonName): boolean =>
    name.given.length === 0 &&
    name.titles.some(isRegnal) &&
    other.given.length > 0 &&
    !other.titles.some(isRegnal) &&
    wordLikeness(name.surname.join(""), other.surname.join("")) < SPELT;
  return of(a, b) || of(b, a);
}
