import type { ReadQuotation } from "../comparing/quotation.ts";
import type { Library } from "../finding/library.ts";
import type { Within } from "../question.ts";
import type { Shelf } from "../text/shelf.ts";
import { JUDGING } from "../tuning.ts";

/** Why a text cannot be checked. */
export interface Obstacle {
  /** A sentence for whoever asked. */
  why: string;
  /** Nothing of a speaker's is there; or it is too common to name a place; or it names one only if the very words stand there. */
  kind: "nothing" | "common" | "unless_exact";
}

/**
 * Why a text cannot be checked, or null when it can. What counts is how distinctive its words
 * are in this corpus, not how many they are: “mushroom cloud over Albuquerque” names a place,
 * “we will see” names none.
 */
export function whyNotCheckable(quotation: ReadQuotation, shelf: Shelf): Obstacle | null {
  const own = quotation.units.filter((unit) => unit.bracket < 0);
  if (own.length === 0) {
    const why =
      quotation.units.length > 0
        ? "There is nothing to check: every word stands in brackets, and those are the author’s own."
        : "There is nothing to check: the text holds no letters or digits.";
    return { why, kind: "nothing" };
  }
  const bits = distinctKeys(own.map((unit) => unit.look)).reduce((sum, key) => sum + shelf.bits(key), 0);
  const needed = Math.max(JUDGING.distinctiveBitsMin, shelf.placeBits + JUDGING.distinctiveBitsOver);
  if (bits >= needed) return null;
  const exact = Math.max(JUDGING.exactBitsMin, shelf.placeBits + JUDGING.exactBitsOver);
  return {
    why: "This is too short to be distinctive: words so common could stand anywhere. Add the words around them.",
    kind: bits >= exact ? "unless_exact" : "common",
  };
}

/** Why a question narrowed to some sources has none to look in, or null: every one it names has been withdrawn. */
export function whyWithdrawn(within: Within | null, { withdrawn }: Library): Obstacle | null {
  const ids = within?.ids ?? [];
  if (ids.length === 0 || !ids.every((id) => withdrawn.has(id))) return null;
  const which = ids.length === 1 ? "The source to look in has" : "The sources to look in have";
  return { why: `${which} been withdrawn, so there is nothing left to check against.`, kind: "nothing" };
}

function distinctKeys(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
