import { type AttributedQuotation, attributeQuotations } from "../../../src/core/reading/attribution.ts";
import { ENGLISH } from "../../../src/core/reading/cues/en.ts";
import { markedQuotations } from "../../../src/core/text/quotation-marks.ts";
import type { AnnotatedSpan, ArticleRow } from "../rows.ts";
import { tokens } from "../scoring/fold.ts";
import { isSameSpan, type SpanCounts } from "../scoring/spans.ts";
import { isName, isSamePerson } from "../scoring/surname.ts";

/** Shorter quotations are most often titles, nicknames and single words; the spans are measured without them. */
const WORDS_MIN = 4;

/** An annotated span and the quotation that the engine read there, if any. */
export interface Pairing {
  gold: AnnotatedSpan;
  read: AttributedQuotation | null;
}

/** One article: its annotation, what the engine read, and the two laid side by side. */
export interface ReadArticle {
  row: ArticleRow;
  pairings: Pairing[];
  /** Quotations of four words and more that are none of the attributed ones. */
  surplus: AttributedQuotation[];
}

/** What the engine takes for quotations in a text: the outermost, closed or going on over paragraphs, without scare quotes. */
export function readQuotations(text: string): AttributedQuotation[] {
  const marked = markedQuotations(text);
  const continued = new Set(marked.map(({ continues }) => continues));
  return attributeQuotations(text, marked, ENGLISH).filter(
    ({ quotation, scare }) =>
      !scare && (quotation.closed || quotation.continues !== null || continued.has(quotation.start)),
  );
}

/** Reads an article and pairs each annotated span with the quotation at its place. */
export function readArticle(row: ArticleRow): ReadArticle {
  const all = readQuotations(row.text);
  const pairings = row.quotations.map((gold) => ({
    gold,
    read: all.find(({ quotation }) => isSameSpan(quotation.inner, gold)) ?? null,
  }));
  const right = new Set(pairings.filter(({ gold }) => gold.attributed).map(({ read }) => read));
  const surplus = all.filter((read) => !right.has(read) && isLong(innerText(row, read)));
  return { row, pairings, surplus };
}

/** The attributed spans of four words and more, with what was read there. */
export function attributedPairings({ pairings }: ReadArticle): Pairing[] {
  return pairings.filter(({ gold }) => gold.attributed && isLong(gold.text));
}

/** The spans that were found, among those whose printed speaker is a name. */
export function namedPairings(article: ReadArticle): Pairing[] {
  return attributedPairings(article).filter(
    ({ gold, read }) => read !== null && gold.speaker !== null && isName(gold.speaker.text),
  );
}

/** Whether the speaker read has the surname of the printed one. */
export function isSpeakerRight({ gold, read }: Pairing): boolean {
  return isSamePerson(read?.speaker?.name ?? "", gold.speaker?.text ?? "");
}

/** An article's spans, counted; `attributedOnly` takes only what the engine gave a speaker. */
export function spanCounts(article: ReadArticle, attributedOnly: boolean): SpanCounts {
  const counts = (read: AttributedQuotation | null): boolean =>
    read !== null && (!attributedOnly || read.speaker !== null);
  const pairings = attributedPairings(article);
  const right = pairings.filter(({ read }) => counts(read)).length;
  return { right, wrong: article.surplus.filter(counts).length, missed: pairings.length - right };
}

/** The spans that nobody is said to have said, and whether the engine names somebody all the same. */
export function unattributed({ pairings }: ReadArticle): { alarm: boolean; isLong: boolean }[] {
  return pairings
    .filter(({ gold }) => !gold.attributed)
    .map(({ gold, read }) => ({ alarm: (read?.speaker ?? null) !== null, isLong: isLong(gold.text) }));
}

/** The words of a quotation, without its marks. */
export function innerText(row: ArticleRow, { quotation }: AttributedQuotation): string {
  return row.text.slice(quotation.inner.start, quotation.inner.end);
}

function isLong(text: string): boolean {
  return tokens(text).length >= WORDS_MIN;
}
