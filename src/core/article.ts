import {
  type Answer,
  type Change,
  type CorpusSummary,
  QUOTE_VERDICTS,
  type QuoteVerdict,
  type Severity,
  type Speaker,
} from "./answer.ts";
import { NONE_NEAR } from "./judging/nearest.ts";
import { refuse } from "./judging/verdict.ts";
import { LIMITS, type Question, type Within } from "./question.ts";
import type { DraftQuotation, ReadDraft } from "./reading/draft.ts";
import { READING } from "./tuning.ts";
import { ENGINE_VERSION } from "./version.ts";

/** One quotation of a draft with what the sources say. Every span of the draft points into it as it was sent, those of the answer's `submitted` words too. */
export interface CheckedQuotation {
  text: string;
  start: number;
  end: number;
  speaker: Speaker | null;
  scare: boolean;
  result: Answer;
}

/** How many quotations are listed; of those that are no scare quotes, how many have each verdict; how many more there are that were not even read. */
export type Counts = Record<"quotations" | "scare" | "unread" | QuoteVerdict, number>;

/** A draft, checked whole. */
export interface ArticleReport {
  /** The worst of all quotations, scare quotes apart. */
  severity: Severity;
  counts: Counts;
  quotations: CheckedQuotation[];
  corpus: CorpusSummary;
  engine: string;
}

/**
 * The question that each quotation of a draft asks; null for one that is not asked, because it is
 * longer than a quote may be or stands behind as many as one draft may have. A speaker is asked
 * after where the draft names one in so many words: a pronoun that was led to the wrong name would
 * accuse the author of the engine's own mistake.
 */
export function questionsOf(
  quotations: readonly DraftQuotation[],
  within: Within | null,
): (Question | null)[] {
  let chars = 0;
  return quotations.map(({ text, speaker }, index) => {
    if (index >= LIMITS.quotationsMax || text.length > LIMITS.quoteCharsMax) return null;
    chars += text.length;
    if (chars > LIMITS.quotedCharsMax) return null;
    const named =
      speaker !== null &&
      speaker.kind !== "document" &&
      speaker.confidence >= READING.claimedConfidenceMin &&
      speaker.name.length <= LIMITS.speakerCharsMax;
    return {
      form: "quote",
      text,
      speaker: named ? speaker.name : null,
      within,
      prefix: null,
      suffix: null,
      limit: LIMITS.matchesDefault,
    };
  });
}

/** The report on a draft: its quotations with their answers, in the order of `questionsOf`, null where nothing was asked. */
export function reportOn(
  { quotations, unread }: ReadDraft,
  answers: readonly (Answer | null)[],
  corpus: CorpusSummary,
): ArticleReport {
  const checked = quotations.map((quotation, index) => {
    const answer = answers[index] ?? notAsked(quotation, corpus);
    const { text, start, end, speaker, scare } = quotation;
    return { text, start, end, speaker, scare, result: inDraft(answer, quotation) };
  });
  return {
    severity: worstOf(checked.flatMap(({ scare, result }) => (scare ? [] : [result.severity]))),
    counts: countsOf(checked, unread),
    quotations: checked,
    corpus,
    engine: ENGINE_VERSION,
  };
}

function notAsked({ text }: DraftQuotation, corpus: CorpusSummary): Answer {
  const why =
    text.length > LIMITS.quoteCharsMax
      ? `This quotation is longer than ${LIMITS.quoteCharsMax} characters and was not checked.`
      : `One draft is checked for ${LIMITS.quotationsMax} quotations and ${LIMITS.quotedCharsMax} characters of them; this one stands behind them and was not checked.`;
  return refuse({ why, kind: "nothing" }, NONE_NEAR, corpus);
}

/** An answer whose submitted words point into the draft in place of the quotation. */
function inDraft(answer: Answer, { toDraft }: DraftQuotation): Answer {
  const moved = (change: Change): Change => ({
    ...change,
    submitted: { text: change.submitted.text, ...toDraft(change.submitted) },
  });
  return {
    ...answer,
    matches: answer.matches.map((match) => ({ ...match, changes: match.changes.map(moved) })),
  };
}

function countsOf(checked: readonly CheckedQuotation[], unread: number): Counts {
  const spoken = checked.filter(({ scare }) => !scare);
  const verdicts = QUOTE_VERDICTS.map((verdict) => [
    verdict,
    spoken.filter(({ result }) => result.verdict === verdict).length,
  ]);
  return {
    quotations: checked.length,
    scare: checked.length - spoken.length,
    unread,
    ...(Object.fromEntries(verdicts) as Record<QuoteVerdict, number>),
  };
}

const FROM_WORST: readonly Severity[] = ["material", "minor", "none"];

function worstOf(severities: readonly Severity[]): Severity {
  return FROM_WORST.find((severity) => severities.includes(severity)) ?? "none";
}
