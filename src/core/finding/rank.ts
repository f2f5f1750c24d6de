import Fuse from "fuse.js";
import { fold } from "../text/fold.ts";
import type { TextWindow } from "../text/shelf.ts";
import { FINDING, RANKING } from "../tuning.ts";
import type { Candidate } from "./candidates.ts";
import type { Library } from "./library.ts";

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

/**
 * The windows of the candidates that are worth aligning, most alike first: some more than
 * the matches asked for. As many as that or fewer need no choice, and neither does a clear winner by votes: then
 * Fuse is not asked, because ranking costs a millisecond and would change nothing.
 */
export function rankPassages(
  library: Library,
  question: string,
  candidates: readonly Candidate[],
  matches: number,
): TextWindow[] {
  const max = Math.max(RANKING.alignedMin, matches + RANKING.alignedOver);
  const windows = candidates.map(({ source, from, to }) => library.window(source, from, to));
  if (windows.length <= max || clearWinner(candidates)) return windows.slice(0, max);
  const items = windows.map((window, index) => ({ index, folded: foldedWords(window.text) }));
  const pattern = foldedWords(question).slice(0, RANKING.patternCharsMax);
  const ranked = new Fuse(items, OPTIONS).search(pattern).map((result) => result.item.index);
  const rest = items.map(({ index }) => index).filter((index) => !ranked.includes(index));
  return [...ranked, ...rest].slice(0, max).flatMap((index) => windows[index] ?? []);
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
