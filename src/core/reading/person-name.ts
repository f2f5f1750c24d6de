import { isUnspaced, words } from "../text/words.ts";
import { plainLetters, soundOf } from "./name-words.ts";
import { DOUBLE_FAMILY_NAMES, FAMILY_NAMES_FIRST, isGivenName } from "./nicknames.ts";
import { remembered } from "./remembered.ts";
import { isBehindNames, isOrdinal, isTitleWord, SUFFIXES, TITLES_OR_NAMES } from "./titles.ts";

/** A person's name taken apart; all words folded. */
export interface PersonName {
  /** First and middle names and initials, in order. Empty for a surname alone. */
  given: string[];
  /** A nickname in marks or brackets within the name. */
  nick: string | null;
  /** The family name, of several words where a hyphen joins them. Empty only where no word is left. */
  surname: string[];
  /** “van der”, “al”, “de la” before the family name. */
  particles: string[];
  titles: string[];
  /** “jr”, “iii”: what tells father from son; and “first”, “second”. */
  suffix: string | null;
  /** Words behind a comma or an “of”: an office, a party, a place. */
  rest: string;
  /** And those behind an “of” alone: “of Syracuse”. */
  place: string[];
  /** The letters that its words begin with, as bits; those that spellings exchange are one. */
  initials: number;
  /** How the hyphenated of the first names are put together, for “Jean-Luc” is not “Jean-Marie”. */
  compound: boolean;
}

const PARTICLES = new Set(
  "van von le der den de da do dos das du di del della la le al el ul ibn bin bint ter ten zu zum af av y e".split(
    " ",
  ),
);
const INVERTED_MAX = 3;
/** A bound on the memo; far above the speakers of one library. */
const REMEMBERED_MAX = 10_000;

/** Takes a person's name apart. The same object is given for the same text. */
export const personName = remembered(readPerson, REMEMBERED_MAX);

/** A stretch of a name between white space: “Ocasio-Cortez” is one of two words. */
interface Chunk {
  keys: string[];
  small: boolean;
}

function readPerson(printed: string): PersonName {
  const { text, nick } = withoutNick(
    printed.replace(/^\s*(?:the|an?)\s+/iu, "").replace(/[’'`]s(?=\s|$)/gu, ""),
  );
  const [head = "", ...parts] = text.split(",").map((part) => part.trim());
  const inverted = isInverted(head, parts[0] ?? "");
  const whole = inverted ? `${parts[0]} ${head}` : head;
  const behind = inverted ? parts.slice(1) : parts;
  const { name, tail } = withoutTail(whole);
  const suffixes = behind.flatMap((part) => (SUFFIXES.has(keyOf(part)) ? [keyOf(part)] : []));
  const rest = [tail, ...behind.filter((part) => !SUFFIXES.has(keyOf(part)))].join(" ").trim();
  const named = namedIn(chunksOf(name), suffixes[0] ?? null);
  return {
    ...named,
    nick,
    rest,
    place: words(tail)
      .map(({ key }) => key)
      .filter((key) => !isTitleWord(key)),
    initials: initialsOf([...named.given, ...named.particles, ...named.surname, ...(nick ? [nick] : [])]),
  };
}

/** Bits of the letters that words begin with. */
function initialsOf(keys: readonly string[]): number {
  let bits = 0;
  for (const key of keys) {
    const group = EXCHANGED.findIndex((letters) => letters.includes(soundOf(key).charAt(0)));
    bits |= 1 << (group < 0 ? 31 : group);
  }
  return bits;
}
const EXCHANGED = ["aeijyou", "bvwfp", "gqkhcx", "szc", "d", "t", "l", "m", "n", "r"];

function keyOf(part: string): string {
  return words(part)
    .map(({ key }) => key)
    .join("");
}

/** “William (‘Bill’) Clinton”: what stands in marks within a name. Brackets that hold a party or a note are dropped. */
function withoutNick(printed: string): { text: string; nick: string | null } {
  let nick: string | null = null;
  const text = printed.replace(/\([^)]*\)|[“"][^”"]*[”"]|(?<=\s)[‘'][^’']+[’'](?=\s)/gu, (marked) => {
    const [only, ...more] = words(marked);
    if (only && more.length === 0 && only.key.length > 1) nick = plainLetters(only.key);
    return " ";
  });
  return words(text).length > 0 ? { text, nick } : { text: printed, nick: null };
}

/** “Tansley, Winifred M.”, but not “Marlowe, mayor of Port Ellery” nor “Ada Marlowe, D-Ohio”. */
function isInverted(head: string, behind: string): boolean {
  const before = chunksOf(head).filter(({ keys }) => !PARTICLES.has(keys[0] ?? ""));
  const after = chunksOf(behind);
  return (
    before.length === 1 &&
    after.length > 0 &&
    after.length <= INVERTED_MAX &&
    after.every(
      ({ keys, small }) =>
        !small && keys.every((key) => !isTitleWord(key) && !isBehindNames(key) && !SUFFIXES.has(key)),
    )
  );
}

/** “Mayor Ada Marlowe of Port Ellery” without where she is from; “Minister of Health” as it is. */
function withoutTail(name: string): { name: string; tail: string } {
  const at = /\s(?:of|for|from|at|to)\s/iu.exec(name);
  if (!at) return { name, tail: "" };
  const before = name.slice(0, at.index);
  const isNamed = chunksOf(before).some(({ keys, small }) => !small && !keys.every(isTitleWord));
  return isNamed ? { name: before, tail: name.slice(at.index + at[0].length) } : { name, tail: "" };
}

function chunksOf(text: string): Chunk[] {
  // “H.W.” is two initials.
  const apart = text.replace(/(?<!\p{L})(?:\p{L}\.){2,}(?!\p{L})/gu, (initials) =>
    initials.replaceAll(".", ". "),
  );
  return apart.split(/[\s/]+/u).flatMap((chunk): Chunk[] => {
    const found = words(chunk).map(({ key }) => plainLetters(key));
    const keys = found.filter((key) => key !== "s");
    const small = /^\p{Ll}/u.test(chunk) && !PARTICLES.has(keys[0] ?? "");
    return keys.length > 0 ? [{ keys, small }] : [];
  });
}

function namedIn(
  chunks: readonly Chunk[],
  given: string | null,
): Omit<PersonName, "nick" | "rest" | "place" | "initials"> {
  const titles: string[] = [];
  const ordinal = chunks.length > 1 ? chunks.find(({ keys }) => keys.every(isOrdinal)) : undefined;
  let suffix = given ?? ordinal?.keys.join("") ?? null;
  let left = chunks.filter((chunk) => chunk !== ordinal);
  const drop = (from: number, to: number): void => {
    for (const { keys } of left.slice(from, to)) titles.push(...keys.filter(isTitleWord));
    left = [...left.slice(0, from), ...left.slice(to)];
  };
  const last = (): string => left.at(-1)?.keys.join("") ?? "";
  while (left.length > 1 && (SUFFIXES.has(last()) || isBehind(left))) {
    if (SUFFIXES.has(last())) suffix = last();
    drop(left.length - 1, left.length);
  }
  drop(0, endOfTitles(left));
  const { surname, particles, before } = familyIn(left);
  const [one, ...more] = before;
  if (one && more.length === 0 && [...one.keys, ...surname].every((key) => DOUBLE_FAMILY_NAMES.has(key)))
    return { given: [], surname: [...one.keys, ...surname], particles, titles, suffix, compound: false };
  const compound = before.some(({ keys }) => keys.length > 1);
  return {
    given: before.flatMap(({ keys }) => keys).filter((key, index) => index === 0 || !PARTICLES.has(key)),
    surname,
    particles,
    titles,
    suffix: suffix === "junior" ? "jr" : suffix === "senior" ? "sr" : suffix,
    compound,
  };
}

/** Whether the last word of several is an office or a degree, as in “Ada Marlowe MP”. */
function isBehind(left: readonly Chunk[]): boolean {
  const keys = left.at(-1)?.keys ?? [];
  const isNamed = left.slice(0, -1).some(({ keys: before }) => !before.every(isTitleWord));
  return isNamed && keys.every((key) => isBehindNames(key) && !isGivenName(key));
}

/** Where the name begins behind titles, and behind words in small letters, which describe; before the last word in any case. */
function endOfTitles(left: readonly Chunk[]): number {
  const mixed = left.some(({ small }) => !small);
  let end = 0;
  left.forEach(({ keys, small }, index) => {
    const isLast = index === left.length - 1;
    if (isLast) return;
    const title = keys.every(isTitleWord) || (keys.length > 1 && keys.some(isTitleWord));
    // “Dean Phillips” is read as a title here; who compares knows that it may be a name.
    if ((small && mixed) || (title && !isMiddle(left, index))) end = index + 1;
  });
  return end;
}

/** “Martin King Holt”: a word that may be a title, within a name that began already. */
function isMiddle(left: readonly Chunk[], index: number): boolean {
  const keys = left[index]?.keys ?? [];
  const begun = left.slice(0, index).some(({ keys: before }) => before.every(isGivenName));
  return begun && keys.every((key) => TITLES_OR_NAMES.has(key) || key.length <= 3);
}

function familyIn(left: readonly Chunk[]): { surname: string[]; particles: string[]; before: Chunk[] } {
  const last = left.at(-1);
  if (last === undefined) return { surname: [], particles: [], before: [] };
  if (left.every(({ keys }) => keys.every(isUnspaced)))
    return { surname: [left.flatMap(({ keys }) => keys).join("")], particles: [], before: [] };
  const own = last.keys.filter((key, index) => index === last.keys.length - 1 || !PARTICLES.has(key));
  const particles = last.keys.filter((key) => !own.includes(key));
  let from = left.length - 1;
  // “Al Gore”, “Van Jones”: at the beginning it may be a first name, unless another follows or it is written small.
  while (from > 0 && isParticle(left, from - 1)) {
    from--;
    particles.unshift(...(left[from]?.keys ?? []));
  }
  return { surname: own, particles, before: left.slice(0, from) };
}

function isParticle(left: readonly Chunk[], index: number): boolean {
  const keys = left[index]?.keys ?? [];
  return keys.length > 0 && keys.every((key) => PARTICLES.has(key)) && (index > 0 || left.length > 2);
}

/** Where several are named together, as “Ada Marlowe and Tomas Reyle” or “Both Reyle and Holt”, each of them; null for one. */
export const namedTogether = remembered((printed): { each: string[] | null } => {
  const each = printed
    .replace(/^\s*(?:both|all)\s+/iu, "")
    .split(/\s+(?:and|&)\s+/iu)
    .filter((part) => words(part).length > 0);
  const isMany = each.length > 1 || /^\s*(?:both|all)\s/iu.test(printed);
  return { each: isMany && each.length > 0 ? each : null };
}, REMEMBERED_MAX);

/** The name with its first word as the family's, as “Xi Jinping” is printed; null where it cannot be. */
export function familyFirst(name: PersonName): PersonName | null {
  const [first, ...middle] = name.given;
  if (first === undefined || !FAMILY_NAMES_FIRST.has(first) || name.particles.length > 0) return null;
  return { ...name, surname: [first], given: [...middle, ...name.surname], compound: true };
}
