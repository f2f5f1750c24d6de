import { ALIGNING } from "../tuning.ts";
import type { Unit } from "./units.ts";

/**
 * Both sides with words taken apart that the other side writes as two: "ceasefire" beside
 * "cease fire", and "its" beside "it’s", whose apostrophe was lost in copying. The parts
 * keep the printed word's place. Long joins only: "in to" and "into" are left alone,
 * because short words meet by chance.
 */
export function parted(left: readonly Unit[], right: readonly Unit[]): [Unit[], Unit[]] {
  const joins = new Map([...joinsOf(left), ...joinsOf(right)]);
  return [split(left, right, joins), split(right, left, joins)];
}

/** Joins of either side are parted on both, so that a word that the source writes both ways equals itself. */
function split(list: readonly Unit[], other: readonly Unit[], joins: ReadonlyMap<string, string[]>): Unit[] {
  const contractions = contractionsOf(other);
  return list.flatMap((unit, index) => {
    const keys = joins.get(unit.key) ?? (isWhole(list, index) ? contractions.get(unit.key) : undefined);
    return keys ? keys.map((key) => ({ ...unit, key })) : [unit];
  });
}

/** Neighbouring words by what they spell when joined. */
function joinsOf(list: readonly Unit[]): Map<string, string[]> {
  const joins = new Map<string, string[]>();
  for (let index = 1; index < list.length; index++) {
    const first = list[index - 1] as Unit;
    const second = list[index] as Unit;
    const joined = first.key + second.key;
    if (first.word !== second.word && joined.length >= ALIGNING.joinedLettersMin)
      joins.set(joined, [first.key, second.key]);
  }
  return joins;
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
  for (const [index, unit] of list.entries()) if (isWhole(list, index)) found.delete(unit.key);
  return found;
}

function isWhole(list: readonly Unit[], index: number): boolean {
  const word = list[index]?.word;
  return list[index - 1]?.word !== word && list[index + 1]?.word !== word;
}
