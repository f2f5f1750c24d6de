import type { Question } from "../../core/question.ts";
import { type Query, query } from "./database.ts";
import { D1 } from "./limits.ts";
import { type Search, withinCondition } from "./terms.ts";

/** A version in which a question may stand, and how many characters it takes to load it. */
export interface Candidate {
  version: number;
  size: number;
}

/**
 * Nearest first: by bm25 over the words, with less for the title's and the speakers' names. Where the
 * words stand in a row, records come before articles that quote them.
 */
export function searchQuery({ match, rows, kind }: Search, { within }: Question): Query {
  const condition = withinCondition(within);
  const order = kind === "phrase" ? "v.kind = 'article', rank" : "rank";
  return query(
    `SELECT v.version, v.size FROM passages JOIN versions v ON v.version = passages.rowid / ${D1.passagesASource}
     WHERE passages MATCH ? AND rank MATCH 'bm25(1.0, 0.4, 0.4)'${condition.sql} ORDER BY ${order} LIMIT ?`,
    match,
    ...condition.values,
    rows,
  );
}

/** The first of all candidates, question by question, that can be loaded together. */
export function withinBudget(versions: readonly Candidate[][]): Candidate[] {
  const chosen = new Map<number, Candidate>();
  let chars = 0;
  for (const candidate of versions.flat()) {
    if (chosen.has(candidate.version) || chars + candidate.size > D1.loadedCharsMax) continue;
    chars += candidate.size;
    chosen.set(candidate.version, candidate);
  }
  return [...chosen.values()];
}

/** Versions in portions that one statement can give back; a larger one is a portion by itself. */
export function portionsOf(candidates: readonly Candidate[]): number[][] {
  const portions: number[][] = [];
  let chars = Number.POSITIVE_INFINITY;
  for (const { version, size } of candidates) {
    if (chars + size > D1.statementCharsMax) {
      portions.push([]);
      chars = 0;
    }
    portions.at(-1)?.push(version);
    chars += size;
  }
  return portions;
}

/** Which search's finds come first: what the named speaker said must not be crowded out by others who say the same. */
const SEARCH_ORDER = ["speaker", "phrase", "words"] as const;

/** The versions that each question's searches found, best first. */
export function versionsOf(
  questions: readonly Question[],
  searches: readonly { index: number; search: Search }[],
  rows: readonly unknown[][],
): Candidate[][] {
  return questions.map(({ form }, index) => {
    const own = SEARCH_ORDER.flatMap((kind) =>
      searches.flatMap((one, place) =>
        one.index === index && one.search.kind === kind ? ((rows[place] ?? []) as Candidate[]) : [],
      ),
    );
    const versions = new Map(own.map((candidate) => [candidate.version, candidate]));
    return [...versions.values()].slice(0, form === "claim" ? D1.claimSourcesMax : D1.sourcesMax);
  });
}
