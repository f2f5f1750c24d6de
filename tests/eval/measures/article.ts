import type { Bench } from "../bench.ts";
import type { ArticleRow } from "../rows.ts";
import { figures, type Item } from "../scoring/figures.ts";
import { type SpanCounts, spanF1 } from "../scoring/spans.ts";
import { partOfIndex } from "../scoring/split.ts";
import type { Figure, Section } from "../section.ts";
import { articleFailures } from "./article-failures.ts";
import { calibrationTables } from "./calibration.ts";
import {
  isSpeakerRight,
  namedPairings,
  type ReadArticle,
  readArticle,
  readQuotations,
  spanCounts,
  unattributed,
} from "./read-article.ts";

const SPAN_FLOOR = 0.92;
const SPEAKER_FLOOR = 0.9;
const FALSE_ALARM_CEILING = 0.1;

/** Rows that share an article are drawn together: so many true ones of so many. */
interface Ratio {
  hits: number;
  of: number;
}

/** The quotations of news articles, and who they are said to be by. */
export function measureArticle(bench: Bench): Section {
  const rows = bench.rows<ArticleRow>("attributions.jsonl");
  const articles = rows.map((row, index) => ({ part: partOfIndex(index), value: readArticle(row) }));
  const all = articles.map(({ value }) => value);
  return {
    id: "article",
    title: "Quotations found in an article",
    notes: [
      "Found: closed quotations at the outermost level that are no scare quotes, of four words and more, against the annotated attributed ones of four words and more; two spans are the same where they share 80 % of the longer. Intervals are over whole articles; n counts annotated spans.",
      "Speaker: of the attributed ones found whose printed speaker is a name (its last word capitalised, no pronoun, no article or number before it), the share with the same surname; one for whom the engine names nobody counts as wrong.",
      "False alarm: a speaker given to a span that is annotated as nobody's words, of whatever length.",
      `Speed: ${speed(rows).toFixed(1)} MB of text a second (marks and attribution, one thread, no interval).`,
    ],
    figures: [
      ...spanFigures(articles, "quotations in an article, span F1", false, { floor: SPAN_FLOOR }),
      ...spanFigures(articles, "the same, only those given a speaker", true),
      ...ratioFigures(articles, "speaker right, of those found with a name", speakers, {
        floor: SPEAKER_FLOOR,
      }),
      ...ratioFigures(articles, "false alarms on unattributed spans", (article) => alarms(article, false), {
        ceiling: FALSE_ALARM_CEILING,
      }),
      ...ratioFigures(articles, "the same, of four words and more", (article) => alarms(article, true)),
    ],
    tables: calibrationTables(all.flatMap(namedPairings)),
    failures: articles.filter(({ part }) => part === "read").flatMap(({ value }) => articleFailures(value)),
  };
}

function spanFigures(
  articles: readonly Item<ReadArticle>[],
  name: string,
  attributedOnly: boolean,
  bound: { floor?: number } = {},
): Figure[] {
  const items = articles.map(({ part, value }) => ({ part, value: spanCounts(value, attributedOnly) }));
  const count = (values: readonly SpanCounts[]): number =>
    values.reduce((sum, { right, missed }) => sum + right + missed, 0);
  return figures(items, { name, statistic: spanF1, count, ...bound });
}

function ratioFigures(
  articles: readonly Item<ReadArticle>[],
  name: string,
  ratioOf: (article: ReadArticle) => Ratio,
  bound: { floor?: number; ceiling?: number } = {},
): Figure[] {
  const items = articles.map(({ part, value }) => ({ part, value: ratioOf(value) }));
  const sum = (values: readonly Ratio[], field: keyof Ratio): number =>
    values.reduce((total, each) => total + each[field], 0);
  return figures(items, {
    name,
    statistic: (values) => sum(values, "hits") / sum(values, "of"),
    count: (values) => sum(values, "of"),
    ...bound,
  });
}

function speakers(article: ReadArticle): Ratio {
  const named = namedPairings(article);
  return { hits: named.filter(isSpeakerRight).length, of: named.length };
}

function alarms(article: ReadArticle, longOnly: boolean): Ratio {
  const spans = unattributed(article).filter(({ isLong }) => isLong || !longOnly);
  return { hits: spans.filter(({ alarm }) => alarm).length, of: spans.length };
}

/** Megabytes of UTF-8 read in a second of this process's time, after one round to warm up. */
function speed(rows: readonly ArticleRow[]): number {
  const bytes = rows.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  for (const { text } of rows) readQuotations(text);
  const before = process.cpuUsage();
  for (const { text } of rows) readQuotations(text);
  const { user, system } = process.cpuUsage(before);
  return bytes / (user + system);
}
