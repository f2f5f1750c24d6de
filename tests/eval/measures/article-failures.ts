import type { AttributedQuotation } from "../../../src/core/reading/attribution.ts";
import { shortened } from "../outcome.ts";
import type { AnnotatedSpan, ArticleRow } from "../rows.ts";
import type { Failure } from "../section.ts";
import {
  attributedPairings,
  innerText,
  isSpeakerRight,
  namedPairings,
  type Pairing,
  type ReadArticle,
} from "./read-article.ts";

const AROUND_CHARS = 120;

/** Everything that was read otherwise than annotated in one article. */
export function articleFailures(article: ReadArticle): Failure[] {
  const { row } = article;
  const missed = attributedPairings(article).filter(({ read }) => read === null);
  const wrong = namedPairings(article).filter((pairing) => !isSpeakerRight(pairing));
  const alarms = article.pairings.filter(({ gold, read }) => !gold.attributed && read?.speaker);
  return [
    ...missed.map(({ gold }) => failure(row, "quotation missed", gold, "a quotation", "none of this extent")),
    ...article.surplus.map((read) =>
      failure(row, "not annotated as attributed", spanOf(row, read), "none", nameOf(read)),
    ),
    ...wrong.map((pairing) =>
      failure(row, "wrong speaker", pairing.gold, printed(pairing), nameOf(pairing.read)),
    ),
    ...alarms.map(({ gold, read }) => failure(row, "false alarm", gold, "nobody's words", nameOf(read))),
  ];
}

function failure(
  row: ArticleRow,
  group: string,
  { start, end, text }: Pick<AnnotatedSpan, "start" | "end" | "text">,
  expected: string,
  got: string,
): Failure {
  const before = row.text.slice(Math.max(0, start - AROUND_CHARS), start);
  const after = row.text.slice(end, end + AROUND_CHARS);
  return {
    id: `${row.id}, ${start}`,
    group,
    lines: [
      `asked: ${shortened(text)}`,
      `expected: ${expected}`,
      `got: ${got}`,
      `where: … ${shortened(before)} [here] ${shortened(after)} …`,
    ],
  };
}

function spanOf(row: ArticleRow, read: AttributedQuotation): Pick<AnnotatedSpan, "start" | "end" | "text"> {
  return { ...read.quotation.inner, text: innerText(row, read) };
}

function printed({ gold }: Pairing): string {
  return gold.speaker?.text ?? "nobody";
}

function nameOf(read: AttributedQuotation | null): string {
  const speaker = read?.speaker;
  return speaker ? `${speaker.name} (${speaker.via}, ${speaker.confidence})` : "nobody named";
}
