import { editDistance } from "../text/edit-distance.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { ALIGNING } from "../tuning.ts";
import type { Unit } from "./units.ts";
import { spellingPattern, stem } from "./word-classes.ts";

/** How two units relate, from the same word to nothing in common. */
export type Relation = "same" | "spelling" | "misspelling" | "inflection" | "class" | "other";

/** How much of a match a relation is worth to alignment, 0..1. */
export const LIKENESS: Readonly<Record<Relation, number>> = {
  same: 1,
  spelling: ALIGNING.spellingLikeness,
  misspelling: ALIGNING.spellingLikeness,
  inflection: ALIGNING.inflectionLikeness,
  class: ALIGNING.classLikeness,
  other: 0,
};

/**
 * How a submitted unit relates to one of the source. A misspelling is a near miss that is
 * no word: "startd" for "started", but not "stared", which is another word.
 */
export function relate(submitted: Unit, source: Unit, lexicon: Lexicon): Relation {
  if (submitted.key === source.key) return "same";
  const closed = submitted.kind !== "plain" && submitted.kind !== "name";
  if (submitted.kind === source.kind && closed)
    return stem(submitted.key) === stem(source.key) ? "inflection" : "class";
  if (submitted.kind === "number" || source.kind === "number")
    return isSlip(submitted, source, lexicon) ? "misspelling" : "other";
  if (stem(submitted.key) === stem(source.key)) return "inflection";
  if (submitted.key.length > 3 && spellingPattern(submitted.key) === spellingPattern(source.key))
    return "spelling";
  if (isSlip(submitted, source, lexicon)) return "misspelling";
  return submitted.kind === "name" && source.kind === "name" ? "class" : "other";
}

/** Edits that a slip of the finger or of the scanner makes: one in four letters, at most three. */
function isSlip(submitted: Unit, source: Unit, lexicon: Lexicon): boolean {
  const length = Math.max(submitted.key.length, source.key.length);
  const edits = length <= 2 ? 0 : Math.min(3, Math.max(1, Math.floor(length / 4)));
  if (edits === 0 || /^\d/u.test(source.key) !== /^\d/u.test(submitted.key))
    return isConfusion(submitted.key, source.key);
  if (lexicon.has(submitted.key) || /^\d+$/u.test(submitted.key)) return false;
  return isConfusion(submitted.key, source.key) || editDistance(submitted.key, source.key, edits) <= edits;
}

/** Shapes that scanners take for one another. */
function isConfusion(a: string, b: string): boolean {
  return a !== b && shape(a) === shape(b) && !(/^\d+$/u.test(a) && /^\d+$/u.test(b));
}

function shape(key: string): string {
  return key
    .replace(/[1|i]/gu, "l")
    .replace(/0/gu, "o")
    .replace(/5/gu, "s")
    .replace(/rn/gu, "m")
    .replace(/vv/gu, "w")
    .replace(/cl/gu, "d")
    .replace(/8/gu, "b");
}
