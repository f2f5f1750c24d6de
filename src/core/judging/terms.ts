import type { Unit } from "../comparing/units.ts";
import { isFunctionWord } from "../text/common-words.ts";
import { rootOf } from "../text/derivation.ts";
import { countryOf } from "../text/places.ts";
import { stem } from "../text/stem.ts";
import { isAntonym, isSynonym } from "./word-groups.ts";

/** A unit with what tells that two mean the same: asked of every pair of a claim and a sentence, and so read once. */
export interface Term extends Unit {
  stem: string;
  root: string;
  country: string | null;
}

/** The terms of a list of units. */
export function termsOf(list: readonly Unit[]): Term[] {
  return list.map((unit, index) => ({
    ...unit,
    stem: stem(unit.key),
    root: unit.kind === "plain" ? rootOf(unit.key) : unit.key,
    country: isOfStates(list, index)
      ? "us"
      : unit.key === "us" && unit.kind !== "name"
        ? null
        : countryOf(unit.key),
  }));
}

/** Either word of "United States". */
function isOfStates(list: readonly Unit[], index: number): boolean {
  const key = list[index]?.key;
  return (
    (key === "united" && list[index + 1]?.key === "states") ||
    (key === "states" && list[index - 1]?.key === "united")
  );
}

/** What a claim says, besides how: no grammar and no denial. */
export function isContent(unit: Unit): boolean {
  return (
    unit.kind !== "negation" &&
    unit.kind !== "modality" &&
    unit.kind !== "quantifier" &&
    (unit.kind === "name" || isDetail(unit) || !isFunctionWord(unit.key))
  );
}

/** What a claim must have right to the letter. */
export function isDetail(unit: Unit): boolean {
  return unit.kind === "number" || unit.kind === "date" || unit.kind === "unit";
}

/** One word in two forms, or two words of one root or one sense. */
export function sameContent(a: Term, b: Term): boolean {
  if (a.key === b.key || a.stem === b.stem || (a.country !== null && a.country === b.country)) return true;
  if (isDetail(a) || isDetail(b)) return false;
  return (a.kind === "plain" && b.kind === "plain" && a.root === b.root) || isSynonym(a.stem, b.stem);
}

/** Words that say the opposite: "supports" and "oppose". */
export function oppositeContent(a: Term, b: Term): boolean {
  return !isDetail(a) && !isDetail(b) && (isAntonym(a.stem, b.stem) || isAntonym(a.root, b.root));
}
