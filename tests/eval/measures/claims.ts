import type { SourceInput } from "../../../src/core/reading/source.ts";
import { sourceWith } from "../../sources.ts";
import { ask } from "../ask.ts";
import { type Bench, libraryOf } from "../bench.ts";
import { shortened } from "../outcome.ts";
import type { ClaimDocument, ClaimQuery } from "../rows.ts";
import { Bm25 } from "../scoring/bm25.ts";
import { figure, figures, type Item, type Measure } from "../scoring/figures.ts";
import { averagePrecision, recall } from "../scoring/ranking.ts";
import { partOfId } from "../scoring/split.ts";
import { mean } from "../scoring/statistics.ts";
import type { Failure, Figure, Section } from "../section.ts";

const CUTOFF = 5;
const MAP_FLOOR = 0.82;

/** Gives the ids of the best documents for a query, best first. */
type Search = (query: string) => string[];

interface Ranked {
  query: ClaimQuery;
  ranked: string[];
}

/** Texts that repeat a fact-checked claim, against the claims. */
export function measureClaims(bench: Bench): Section {
  const documents = bench.rows<ClaimDocument>("claims/documents.jsonl");
  const dev = bench.rows<ClaimQuery>("claims/queries-dev.jsonl");
  const trainFile = "claims/queries-train.jsonl";
  const train = bench.has(trainFile) ? bench.rows<ClaimQuery>(trainFile) : [];
  const aside = train.filter(({ id }) => partOfId(id) === "aside");
  const engine = engineSearch(documents);
  const plain = plainSearch(documents);
  const answered = rankedBy(engine, dev);
  return {
    id: "claims",
    title: "Claims",
    notes: [
      `Each of ${documents.length.toLocaleString("en-US")} fact-checked claims is a source, its headline the source's title; each query is asked as a claim with limit ${CUTOFF}. Of a source that matches more than once only the first match counts, and the others take up places.`,
      "Plain BM25 (k1 0.9, b 0.4, stop words out, title and text) is computed in the same run: below it, a forty-line script does better. Of queries-train only the part kept aside is asked.",
      ...(train.length === 0 ? [`missing: ${trainFile}`] : []),
    ],
    figures: [
      ...devFigures("claims", answered, MAP_FLOOR),
      ...devFigures("plain BM25", rankedBy(plain, dev)),
      ...asideFigures("claims, train aside", rankedBy(engine, aside)),
      ...asideFigures("plain BM25, train aside", rankedBy(plain, aside)),
    ],
    tables: [],
    failures: failures(answered, new Map(documents.map((document) => [document.id, document]))),
  };
}

function engineSearch(documents: readonly ClaimDocument[]): Search {
  const library = libraryOf(documents.map(sourceOf));
  return (query) =>
    ask(library, query, { form: "claim", limit: CUTOFF }).matches.map(({ source }) => source.id);
}

function plainSearch(documents: readonly ClaimDocument[]): Search {
  const index = new Bm25(documents.map(({ id, title, text }) => ({ id, text: `${title} ${text}` })));
  return (query) => index.search(query, CUTOFF);
}

function sourceOf({ id, title, text }: ClaimDocument): SourceInput {
  return sourceWith(id, text, { title });
}

function rankedBy(search: Search, queries: readonly ClaimQuery[]): Ranked[] {
  return queries.map((query) => ({ query, ranked: search(query.query) }));
}

function measures(name: string, floor?: number): Measure<Ranked>[] {
  const average = (score: (each: Ranked) => number) => (all: readonly Ranked[]) => mean(all.map(score));
  return [
    { name: `${name}, MAP@5`, statistic: average(score), ...(floor === undefined ? {} : { floor }) },
    {
      name: `${name}, P@1`,
      statistic: average(({ query, ranked }) => averagePrecision(ranked, query.gold, 1)),
    },
    { name: `${name}, R@5`, statistic: average(({ query, ranked }) => recall(ranked, query.gold, CUTOFF)) },
  ];
}

function score({ query, ranked }: Ranked): number {
  return averagePrecision(ranked, query.gold, CUTOFF);
}

function devFigures(name: string, ranked: readonly Ranked[], floor?: number): Figure[] {
  const items: Item<Ranked>[] = ranked.map((value) => ({ part: partOfId(value.query.id), value }));
  return measures(name, floor).flatMap((measure) => figures(items, measure));
}

function asideFigures(name: string, ranked: readonly Ranked[]): Figure[] {
  return ranked.length === 0 ? [] : measures(name).map((measure) => figure(ranked, measure));
}

function failures(ranked: readonly Ranked[], documents: ReadonlyMap<string, ClaimDocument>): Failure[] {
  const shown = (id: string): string => {
    const { title = "", text = "" } = documents.get(id) ?? {};
    return `${id} “${title}”: ${text}`;
  };
  return ranked
    .filter((each) => partOfId(each.query.id) === "read" && score(each) < 1)
    .map((each) => ({
      id: each.query.id,
      group: score(each) > 0 ? "found, not first" : "not among the first five",
      lines: [
        `asked: ${shortened(each.query.query)}`,
        `expected: ${shortened(each.query.gold.map(shown).join("; "))}`,
        `got: ${shortened(each.ranked.slice(0, 1).map(shown).join("")) || "nothing"}`,
      ],
    }));
}
