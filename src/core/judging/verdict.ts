import type { Answer, Change, CorpusSummary, Match, QuoteVerdict, Severity } from "../answer.ts";
import type { Question } from "../question.ts";
import { overlaps } from "../text/span.ts";
import { ENGINE_VERSION } from "../version.ts";
import type { Obstacle } from "./checkable.ts";
import type { Nearest } from "./nearest.ts";
import { notFoundSummary, quoteSummary } from "./summary.ts";

/** What every answer on this library carries, whatever its verdict. */
function base(corpus: CorpusSummary): Pick<Answer, "corpus" | "engine"> {
  return { corpus, engine: ENGINE_VERSION };
}

/** The answer to a question that nothing can be said of, and why; with passages that have its words, where there are any. */
export function refuse({ why }: Obstacle, { matches }: Nearest, corpus: CorpusSummary): Answer {
  const summary = matches.length === 0 ? why : `${why} ${NEAREST_FOLLOW}`;
  return { verdict: "cannot_check", severity: "none", summary, matches, ...base(corpus) };
}

const NEAREST_FOLLOW = "Passages that share words with it follow.";

/**
 * The answer that these matches of a quotation make, best first, with the passages nearest to
 * it behind them. Without a match it is `altered` where the nearest passage says nearly the
 * same in other words, else `not_found`, which is never called fabricated.
 */
export function conclude(
  question: Question,
  found: readonly Match[],
  nearest: Nearest,
  corpus: CorpusSummary,
): Answer {
  const matches = withNearest(found, nearest.matches, question.limit);
  const best = found[0] ?? (nearest.reworded ? nearest.matches[0] : undefined);
  if (!best) {
    const searched = notFoundSummary(corpus, question.within !== null);
    const summary = matches.length === 0 ? searched : `${searched} ${NEAREST_FOLLOW}`;
    return { verdict: "not_found", severity: "none", summary, matches, ...base(corpus) };
  }
  const verdict = quoteVerdict(best);
  const summary = quoteSummary(verdict, best, question);
  return { verdict, severity: severityOf(verdict, best), summary, matches, ...base(corpus) };
}

/**
 * The answer where a part of the corpus was out of reach: what was found stands, but what was not
 * may stand in the other part, and is then not called "not found".
 */
export function admitGaps(answer: Answer): Answer {
  if (answer.corpus.complete || answer.verdict !== "not_found") return answer;
  return { ...answer, verdict: "cannot_check", summary: `${GAP} ${answer.summary}` };
}

const GAP = "A part of the corpus cannot be reached now; the same question may find it later.";

/** Matches, then passages that are none of them, up to the limit. */
function withNearest(found: readonly Match[], nearest: readonly Match[], limit: number): Match[] {
  const other = nearest.filter(
    (passage) =>
      !found.some((match) => match.source.id === passage.source.id && overlaps(match.quote, passage.quote)),
  );
  return [...found, ...other].slice(0, limit);
}

/** The verdict on a quotation whose best match this is, worst reason first. */
export function quoteVerdict(match: Match): QuoteVerdict {
  if (match.attribution === "misattributed") return "misattributed";
  if (
    match.wording === "altered" ||
    match.wording === "spliced" ||
    match.wording === "paraphrase" ||
    match.wording === "minor_edit"
  )
    return "altered";
  return match.context.warnings.some((warning) => warning.material) ? "missing_context" : "accurate";
}

/** How much an editor must care: `material` stops a publication, `minor` is for the desk to decide. */
export function severityOf(verdict: QuoteVerdict, match: Match): Severity {
  if (verdict === "misattributed" || verdict === "missing_context" || match.wording === "paraphrase")
    return "material";
  if (
    match.changes.some((change) => change.material) ||
    match.context.warnings.some((warning) => warning.material)
  )
    return "material";
  const slight =
    match.changes.some(deservesALook) ||
    match.wording === "minor_edit" ||
    match.context.warnings.some((warning) => warning.kind !== "repeated");
  return slight || match.attribution === "unknown" || match.attribution === "secondhand" ? "minor" : "none";
}

/** Marked or small, and still for the desk to see: words added in brackets that are no name, a question mark that is the author's. */
function deservesALook(change: Change): boolean {
  if (change.kind === "punctuation") return change.submitted.text.includes("?");
  return (
    change.kind === "bracket" &&
    change.source.text === "" &&
    /(?<![\p{L}])\p{Ll}{4,}/u.test(change.submitted.text) &&
    !/^\[\s*(?:sic|emphasis|my|our|italics|laugh|applause|pause|inaudible)/iu.test(change.submitted.text)
  );
}
