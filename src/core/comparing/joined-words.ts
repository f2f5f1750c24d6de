import type { Unit } from "./units.ts";

/**
 * Both sides with words taken apart that the other side writes as two: "ceasefire" beside
 * "cease fire". The two parts keep the printed word's place. Long joins only: "in to" and
 * "into" are left alone, because short words meet by chance.
 */
export function parted(left: readonly Unit[], right: readonly Unit[]): [Unit[], Unit[]] {
  return [split(left, pairsOf(right)), split(right, pairsOf(left))];
}

const JOINED_LETTERS_MIN = 6;

function pairsOf(list: readonly Unit[]): Map<string, [string, string]> {
  const pairs = new Map<string, [string, string]>();
  for (let index = 1; index < list.length; index++) {
    const first = list[index - 1] as Unit;
    const second = list[index] as Unit;
    const joined = first.key + second.key;
    if (first.word !== second.word && joined.length >= JOINED_LETTERS_MIN)
      pairs.set(joined, [first.key, second.key]);
  }
  return pairs;
}

function split(list: readonly Unit[], pairs: ReadonlyMap<string, [string, string]>): Unit[] {
  return list.flatMap((unit) => {
    const parts = pairs.get(unit.key);
    return parts ? parts.map((key) => ({ ...unit, key })) : [unit];
  });
}
