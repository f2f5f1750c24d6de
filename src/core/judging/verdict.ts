import type { Match, QuoteVerdict, Severity } from "../answer.ts";

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
  if (verdict === "misattributed" || verdict === "missing_context") return "material";
  if (
    match.changes.some((change) => change.material) ||
    match.context.warnings.some((warning) => warning.material)
  )
    return "material";
  const slight =
    match.wording === "minor_edit" ||
    match.wording === "paraphrase" ||
    match.context.warnings.some((warning) => warning.kind !== "repeated");
  return slight || match.attribution === "unknown" || match.attribution === "secondhand" ? "minor" : "none";
}
