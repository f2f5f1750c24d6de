import { ALIGNING } from "../tuning.ts";
import type { Unit } from "./units.ts";

/**
 * Both sides with words taken apart that the other side writes as two: "ceasefire" beside
 * "cease fire", and "its" beside "it’s", whose apostrophe was lost in copying. The parts
 * keep the printed word's place. Long joins only: "in to" and "into" are left alone,
 * because short words meet by chance.
 */
export function parted(left: readonly Unit[], right: readonly Unit[]): [Unit[], Unit[]] {
  const wanted = longKeys([left, right]);
  const joins = new Map([...joinsOf(left, wanted), ...joinsOf(right, wanted)]);
  const acronyms = new Map([...acronymsOf(left, right), ...acronymsOf(right, left)]);
  return [split(left, right, joins, acronyms), split(right, left, joins, acronyms)];
}

/** Joins of either side are parted on both, so that a word that the source writes both ways equals itself. */
function split(
  list: readonly Unit[],
  other: readonly Unit[],
  joins: ReadonlyMap<string, string[]>,
  acronyms: ReadonlyMap<string, string[]>,
): Unit[] {
  const contractions = contractionsOf(other);
  if (joins.size === 0 && contractions.size === 0 && acronyms.size === 0) return [...list];
  const keysOf = (unit: Unit, index: number): string[] | undefined =>
    joins.get(unit.key) ??
    (unit.initials ? acronyms.get(unit.key) : undefined) ??
    (isWhole(list, index) ? contractions.get(unit.key) : undefined);
  return list.flatMap((unit, index) => keysOf(unit, index)?.map((key) => ({ ...unit, key })) ?? [unit]);
}

/** Words that two others may spell when joined, by their ends and length: few pairs need be spelt out then. */
type LongKeys = ReadonlyMap<number, ReadonlySet<string>>;

function longKeys(lists: readonly (readonly Unit[])[]): LongKeys {
  const found = new Map<number, Set<string>>();
  for (const list of lists) {
    for (const { key } of list) {
      if (key.length < ALIGNING.joinedLettersMin) continue;
      const outline = outlineOf(key, key);
      const alike = found.get(outline);
      if (alike) alike.add(key);
      else found.set(outline, new Set([key]));
    }
  }
  return found;
}

/** The first unit of one word, the last of another and a length, in one number. */
function outlineOf(first: string, last: string, length = last.length): number {
  return (length * 0x10000 + first.charCodeAt(0)) * 0x10000 + last.charCodeAt(last.length - 1);
}

/** Neighbouring words by what they spell when joined, where that is a word of either side. */
function joinsOf(list: readonly Unit[], wanted: LongKeys): Map<string, string[]> {
  const joins = new Map<string, string[]>();
  for (let index = 1; index < list.length; index++) {
    const first = list[index - 1] as Unit;
    const second = list[index] as Unit;
    if (first.word === second.word) continue;
    const alike = wanted.get(outlineOf(first.key, second.key, first.key.length + second.key.length));
    const joined = alike ? first.key + second.key : "";
    if (alike?.has(joined)) joins.set(joined, [first.key, second.key]);
  }
  return joins;
}

/** Acronyms of one side by the names of the other whose initials they are: "UN" by "united nations", "FBI" by "federal bureau of investigation". */
function acronymsOf(list: readonly Unit[], other: readonly Unit[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { key, initials } of list) {
    if (!initials || found.has(key) || other.some((unit) => unit.key === key)) continue;
    for (let at = 0; at < other.length && !found.has(key); at++) {
      const name = nameOf(key, other, at);
      if (name) found.set(key, name);
    }
  }
  return found;
}

/** The keys from a place on whose capitalised words begin with the letters of an acronym, small words between them passed over; null where they do not. */
function nameOf(acronym: string, list: readonly Unit[], at: number): string[] | null {
  const keys: string[] = [];
  let letter = 0;
  for (let index = at; letter < acronym.length; index++) {
    const unit = list[index];
    if (!unit || keys.length > 2 * acronym.length) return null;
    const isSmall = /^(?:of|and|the|for|on|in|to)$/u.test(unit.key) && keys.length > 0;
    if (!isSmall && (!unit.capital || unit.key.charAt(0) !== acronym.charAt(letter))) return null;
    if (!isSmall) letter++;
    keys.push(unit.key);
  }
  return keys;
}

/** Contractions by their letters alone, where those letters do not stand as a word of their own too. */
function contractionsOf(list: readonly Unit[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (let index = 1; index < list.length; index++) {
    const first = list[index - 1] as Unit;
    const second = list[index] as Unit;
    if (first.word === second.word && first.look === second.look && first.kind !== "number")
      found.set(first.look, [first.key, second.key]);
  }
  if (found.size === 0) return found;
  for (const [index, unit] of list.entries()) if (isWhole(list, index)) found.delete(unit.key);
  return found;
}

function isWhole(list: readonly Unit[], index: number): boolean {
  const word = list[index]?.word;
  return list[index - 1]?.word !== word && list[index + 1]?.word !== word;
}
