import type { Change, ChangeKind, Wording } from "../answer.ts";

const TYPOGRAPHIC: ReadonlySet<ChangeKind> = new Set(["case", "punctuation", "typography"]);
const SLIGHT: ReadonlySet<ChangeKind> = new Set(["inflection", "spelling", "filler"]);

/**
 * What the changes together make of the wording, gravest first. Several inflections are
 * still small changes; a single content word is not.
 */
export function wordingOf(changes: readonly Change[]): Wording {
  const has = (test: (change: Change) => boolean): boolean => changes.some(test);
  if (
    has(
      (change) =>
        change.kind === "splice" || (change.kind === "order" && change.material && isPieceOrder(change)),
    )
  )
    return "spliced";
  if (has((change) => change.material)) return "altered";
  if (
    has(
      (change) =>
        SLIGHT.has(change.kind) ||
        change.kind === "omission" ||
        change.kind === "insertion" ||
        change.kind === "word" ||
        change.kind === "order",
    )
  )
    return "minor_edit";
  if (has((change) => change.kind === "bracket")) return "bracketed";
  if (has((change) => change.kind === "ellipsis")) return "elided";
  return changes.every((change) => TYPOGRAPHIC.has(change.kind)) ? "verbatim" : "altered";
}

/** Whole pieces out of order, not a word moved within one. */
function isPieceOrder(change: Change): boolean {
  return /\s/u.test(change.source.text.trim());
}
