import Fuse from "fuse.js";
import { fold } from "../text/fold.ts";
import type { TextWindow } from "../text/shelf.ts";
import { FINDING, RANKING } from "../tuning.ts";
import type { Candidate } from "./candidates.ts";
import type { Library } from "./library.ts";

/** A candidate with its text read. */
export interface Passage {
  candidate: Candidate;
  window: TextWindow;
}

/**
 * Fuse.js is at its best choosing among a handful of short texts, and that is all it does
 * here: it never sees the corpus, and gives neither a verdict nor an offset. Its options:
 * location and field length mean nothing for windows of one size; case and accents are
 * folded already on both sides; matches are not asked for, because its indices are not the
 * source's; a query is words, never its extended syntax.
 */
const OPTIONS = {
  keys: ["folded"],
  threshold: RANKING.threshold,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  isCaseSensitive: true,
  ignoreDiacritics: false,
  includeScore: true,
  includeMatches: false,
  findAllMatches: false,
  minMatchCharLength: 1,
  shouldSort: true,
  useExtendedSearch: false,
  useTokenSearch: false,
};

/** Reads candidates' texts and puts the most alike first. A clear winner by votes is not ranked again: it costs a millisecond and changes nothing. */
export function rankPassages(
  library: Library,
  question: string,
  candidates: readonly Candidate[],
): Passage[] {
  const passages = candidates.map((candidate) => ({
    candidate,
    window: library.window(candidate.source, candidate.from, candidate.to),
  }));
  if (passages.length < 2 || clearWinner(candidates)) return passages;
  const items = passages.map((passage, index) => ({
    index,
    passage,
    folded: foldedWords(passage.window.text),
  }));
  const pattern = foldedWords(question).slice(0, RANKING.patternCharsMax);
  const order = new Map(
    new Fuse(items, OPTIONS).search(pattern).map((result, place) => [result.item.index, place]),
  );
  return items
    .sort(
      (a, b) =>
        (order.get(a.index) ?? items.length) - (order.get(b.index) ?? items.length) || a.index - b.index,
    )
    .map(({ passage }) => passage);
}

function foldedWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

function clearWinner(candidates: readonly Candidate[]): boolean {
  const [first, second] = candidates;
  return (
    first !== undefined &&
    second !== undefined &&
    first.share >= FINDING.clearWinnerShare &&
    second.votes * 2 <= first.votes
  );
}
