import type { Answer } from "../../core/answer.ts";
import type { CheckedQuotation } from "../../core/article.ts";
import type { Failure } from "../../view/endpoint.ts";
import type { Replies } from "../messages.ts";
import { type Anchor, anchorAt, type Standing, standingAt } from "../page/anchors.ts";
import type { Portion } from "../page/portions.ts";
import type { PageReading } from "../page/reading.ts";
import { moved } from "./moved.ts";
import type { Facts } from "./quotation-list.ts";

/** A quotation of the page with its answer, and where it stands now. */
export interface PageQuotation {
  /** The words as the page has them. */
  text: string;
  speaker: CheckedQuotation["speaker"];
  /** The answer, whose submitted words point into `text`. */
  result: Answer;
  anchor: Anchor;
  /** Null where it is no longer on the page. */
  standing: Standing | null;
}

export interface PageReport {
  quotations: PageQuotation[];
  facts: Omit<Facts, "again">;
}

/** What was read and sent of a page. */
export interface Sent {
  reading: PageReading;
  portions: readonly Portion[];
  /** Characters that are in no portion. */
  unreadChars: number;
}

/** Joins the replies to a page's portions into one report; a failure where not even the first was answered. */
export function pageReport(replies: readonly Replies["draft"][], sent: Sent): PageReport | Failure {
  const [first] = replies;
  if (first === undefined) throw new RangeError("a page without a reply has no report");
  if ("failure" in first.outcome) return first.outcome.failure;
  const reports = replies.flatMap(({ outcome }) => ("answer" in outcome ? [outcome.answer] : []));
  const found = reports.flatMap(({ quotations }, index) =>
    placed(quotations, sent.portions[index] as Portion, sent.reading),
  );
  const quotations = found.filter(({ scare }) => !scare);
  const unanswered = sent.portions.slice(reports.length);
  return {
    quotations,
    facts: {
      origin: first.origin,
      atMs: first.atMs,
      corpus: first.outcome.answer.corpus,
      scare: found.length - quotations.length,
      unread: reports.reduce((sum, { counts }) => sum + counts.unread, 0),
      unreadChars: sent.unreadChars + unanswered.reduce((sum, { html }) => sum + html.length, 0),
    },
  };
}

/** The quotations of one portion, each in its place on the page, with the answer's words pointing into its own text. */
function placed(
  quotations: readonly CheckedQuotation[],
  portion: Portion,
  reading: PageReading,
): (PageQuotation & { scare: boolean })[] {
  return quotations.flatMap(({ start, end, speaker, scare, result }) => {
    const inText = (htmlOffset: number): number => reading.toText(portion.start + htmlOffset);
    const [from, to] = [inText(start), inText(end)];
    if (!(to > from)) return [];
    const anchor = anchorAt(reading, from, to);
    const quotation = {
      text: anchor.text,
      speaker,
      scare,
      result: moved(result, (offset) => inText(offset) - from),
      anchor,
      standing: standingAt(reading.range(from, to)),
    };
    return [quotation];
  });
}
