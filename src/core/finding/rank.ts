import Fuse from "fuse.js";
import { compareNames } from "../reading/names.ts";
import { foldedWords } from "../text/likeness.ts";
import type { TextWindow } from "../text/shelf.ts";
import { words } from "../text/words.ts";
import { RANKING } from "../tuning.ts";
import type { Candidate } from "./candidates.ts";
import type { Library } from "./library.ts";
import { withinReach } from "./within-reach.ts";

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
 * the matches asked for. As many as that or fewer need no choice, and neither do windows whose votes
 * decide: then Fuse is not asked, because ranking costs milliseconds and
 * would change nothing. Beside an exact place in a record only what is nearly as exact matters,
 * if no speaker is named or it is the named one who says the words there.
 */
export function rankPassages(
  library: Library,
  question: string,
  given: readonly Candidate[],
  matches: number,
  speaker: string | null,
  rank: Ranker,
): TextWindow[] {
  const settled = given.some(
    (candidate) =>
      isOnRecord(library, candidate) && (speaker === null || isSaidBy(library, candidate, speaker)),
  );
  const candidates = settled ? given.filter(({ share }) => share >= RANKING.besideExactShare) : given;
  const max = Math.max(RANKING.alignedMin, matches + RANKING.alignedOver);
  const windows = candidates.map(({ source, from, to, row, focus }) => ({
    ...library.window(source, from, to),
    row,
    focus,
  }));
  if (windows.length <= max || decided(candidates, max)) return windows.slice(0, max);
  const items = windows.map((window, index) => ({ index, folded: foldedWords(window.text) }));
  const pattern = foldedWords(question).slice(0, RANKING.patternCharsMax);
  const ranked = rank(items, pattern);
  const rest = items.map(({ index }) => index).filter((index) => !ranked.includes(index));
  return [...ranked, ...rest].slice(0, max).flatMap((index) => windows[index] ?? []);
}

/** A window's folded words, and its number. */
export interface Item {
  index: number;
  folded: string;
}

/** Which of more windows than are aligned come first: the numbers of some, best first; the others follow in their order. */
export type Ranker = (items: readonly Item[], pattern: string) => number[];

/** The numbers of the windows in which Fuse finds the pattern, most alike first. It is shown only those where it will, and asked only where there is a choice. */
export const byFuse: Ranker = (items, pattern) => {
  const isWithinReach = withinReach(pattern, RANKING.threshold);
  const near = items.filter(({ folded }) => isWithinReach(folded));
  if (near.length < 2) return near.map(({ index }) => index);
  return new Fuse(near, OPTIONS).search(pattern).map((result) => result.item.index);
};

/** Whether the one who speaks at a place is surely this speaker, and quotes nobody there. */
function isSaidBy(library: Library, { source, from, to }: Candidate, speaker: string): boolean {
  const middle = (from + to) >>> 1;
  const { text, start, firstPosition } = library.window(source, middle, middle + 1);
  const word = words(text)[middle - firstPosition];
  if (word === undefined) return false;
  const span = { start: start + word.start, end: start + word.end };
  const [voice, inner] = library.utterancesAround(source, span);
  if (!voice?.speaker || inner !== undefined) return false;
  return compareNames(speaker, voice.speaker, library.speakersOf(source)) === "same";
}

/** True for an exact place in a transcript, a speech or a statement; an article's wording may be the slip. */
function isOnRecord(library: Library, { row, source }: Candidate): boolean {
  return row !== null && library.sources[source]?.kind !== "article";
}

/** True where the first window that would be left out has far fewer votes than the best. */
function decided(candidates: readonly Candidate[], max: number): boolean {
  const [best, next] = [candidates[0], candidates[max]];
  return best !== undefined && next !== undefined && next.votes < best.votes * RANKING.closeVotes;
}
