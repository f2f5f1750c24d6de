import type { Answer, Match, WarningKind } from "../answer.ts";
import { type Unit, units } from "../comparing/units.ts";
import type { SourceFilter } from "../finding/candidates.ts";
import { contentKeys, familiesOf, weightOf } from "../finding/families.ts";
import type { Library } from "../finding/library.ts";
import { passagesAbout } from "../finding/passages.ts";
import type { Question } from "../question.ts";
import type { Shelf } from "../text/shelf.ts";
import { readable } from "../text/tags.ts";
import { JUDGING } from "../tuning.ts";
import { ENGINE_VERSION } from "../version.ts";
import { attribute } from "./attribution.ts";
import { type Bearing, bearingOf, termsOf } from "./bearing.ts";
import { contextWarnings } from "./context.ts";
import { assemble, rounded } from "./judge.ts";
import { readPlace } from "./place.ts";
import { notFoundSummary } from "./summary.ts";

/** The answer to a claim: the sentences that bear on it, and whether one states it or conflicts. Nothing says whether the claim is true. */
export function checkClaim(question: Question, library: Library, filter: SourceFilter, shelf: Shelf): Answer {
  const claim = termsOf(claimUnits(question.text, library));
  const families = familiesOf(library, contentKeys(question.text));
  const passages = passagesAbout(library, families, filter, JUDGING.claimPassagesMax);
  const top = passages[0]?.relevance ?? 0;
  const bearings = passages
    .map((passage) => bearingOf(passage, claim, library, shelf))
    .map((bearing) =>
      bearing.complete && isOnlySupposed(bearing, library) ? { ...bearing, complete: false } : bearing,
    )
    .sort((a, b) => rank(b, top) - rank(a, top) || a.source - b.source || a.span.start - b.span.start);
  const base = { corpus: library.summary, engine: ENGINE_VERSION };
  const best = bearings[0];
  if (!best || !bearsOn(best, library, families.length)) {
    const summary = notFoundSummary(library.summary, question.within !== null);
    return { verdict: "not_found", severity: "none", summary, matches: [], ...base };
  }
  const verdict = verdictOf(best);
  const matches = bearings.slice(0, question.limit).map((bearing) => claimMatch(question, bearing, library));
  const summary = summaryOf(verdict, best, matches[0] as Match);
  return { verdict, severity: SEVERITY[verdict], summary, matches, ...base };
}

/** A claim's units, with its tags read as words; offsets point into the claim as it was sent. */
function claimUnits(text: string, library: Library): Unit[] {
  const read = readable(text);
  return units(read.text, library.lexicon)
    .slice(0, JUDGING.claimUnitsMax)
    .map((unit) => ({ ...unit, start: read.at(unit.start), end: read.at(unit.end - 1) + 1 }));
}

/** Whether the words that carry a claim are supposed, denied, asked or somebody else's in their sentence: it does not state them then. */
function isOnlySupposed({ source, stretch }: Bearing, library: Library): boolean {
  const warnings = contextWarnings(readPlace(library, source, stretch), "", []);
  return warnings.some(({ kind, material }) => material && SUPPOSED.has(kind));
}
const SUPPOSED: ReadonlySet<WarningKind> = new Set(["secondhand", "hypothetical", "negated", "question"]);

/** Whether a passage is worth reading at all: several words, and enough of them to be no accident. */
function bearsOn({ shared, weight, coverage }: Bearing, library: Library, words: number): boolean {
  if (coverage >= JUDGING.claimStated) return true;
  const enough = JUDGING.relatedWeight * weightOf(library, 1);
  const most = Math.max(coverage, shared / Math.max(1, words));
  return shared >= JUDGING.relatedShared && (weight >= enough || most >= JUDGING.claimRelated);
}

const SEVERITY = { stated: "none", related: "minor", conflicting: "material" } as const;

/**
 * What an editor should read first: a passage that states the claim; then one that conflicts
 * or has the claim's very numbers; a record before an article about it, where it carries the
 * claim as fully; a corrected source last.
 */
function rank(bearing: Bearing, top: number): number {
  const verdict = verdictOf(bearing);
  const agrees = bearing.agrees && bearing.coverage >= JUDGING.claimConflict;
  const base = verdict === "stated" ? 2 : verdict === "conflicting" ? 1 : agrees ? 1.2 : 0;
  const record = bearing.primary ? (bearing.coverage >= JUDGING.claimStated ? 1.1 : 0.05) : 0;
  return base + bearing.relevance / top + record - (bearing.superseded ? 2 : 0);
}

function verdictOf(bearing: Bearing): "stated" | "conflicting" | "related" {
  if (bearing.conflicts.length > 0 && bearing.coverage >= JUDGING.claimConflict) return "conflicting";
  return bearing.complete && bearing.coverage >= JUDGING.claimStated ? "stated" : "related";
}

function claimMatch(question: Question, bearing: Bearing, library: Library): Match {
  const place = readPlace(library, bearing.source, bearing.span);
  const { outcome, speaker } = attribute(question.speaker, place, library);
  return assemble(place, library, {
    wording: "paraphrase",
    attribution: outcome,
    score: rounded(Math.min(1, bearing.coverage)),
    changes: bearing.conflicts.map((change) => ({
      ...change,
      submitted: {
        ...change.submitted,
        text: question.text.slice(change.submitted.start, change.submitted.end),
      },
      source: {
        ...change.source,
        text: place.text.slice(change.source.start - place.textStart, change.source.end - place.textStart),
      },
    })),
    speaker,
    warnings: contextWarnings(place, question.text, []).filter((warning) => warning.kind !== "question"),
  });
}

function summaryOf(verdict: "stated" | "conflicting" | "related", bearing: Bearing, match: Match): string {
  const where = `“${match.source.title}”`;
  const said = match.speaker ? ` (${match.speaker.name})` : "";
  switch (verdict) {
    case "stated":
      return `${where}${said} states this.`;
    case "conflicting": {
      const change = match.changes[0] ?? bearing.conflicts[0];
      if (change?.kind === "negation")
        return `A passage of ${where}${said} about the same thing says the opposite or denies it; read it before you use the claim.`;
      return `A passage of ${where}${said} about the same thing has “${change?.source.text}”, not “${change?.submitted.text}”.`;
    }
    case "related":
      return `Passages of ${where} bear on this, but none says as much.`;
  }
}
