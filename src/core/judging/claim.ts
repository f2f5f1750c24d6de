import type { Answer, Match, WarningKind } from "../answer.ts";
import { units } from "../comparing/units.ts";
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
import { type Bearing, bearingOf, bearingWith, type ReadClaim } from "./bearing.ts";
import { frameOf } from "./claim-frame.ts";
import { contextWarnings } from "./context.ts";
import { assemble, rounded } from "./judge.ts";
import { readPlace } from "./place.ts";
import { notFoundSummary } from "./summary.ts";
import { isContent, type Term, termsOf } from "./terms.ts";

/** The answer to a claim: the sentences that bear on it, and whether one states it or conflicts. Nothing says whether the claim is true. */
export function checkClaim(question: Question, library: Library, filter: SourceFilter, shelf: Shelf): Answer {
  const claim = readClaim(question.text, library);
  const families = familiesOf(library, contentKeys(question.text));
  const passages = passagesAbout(library, families, filter, JUDGING.claimPassagesMax);
  const top = passages[0]?.relevance ?? 0;
  const bearings = passages
    .map((passage) => bearingOf(passage, claim, library, shelf))
    .map((bearing, index) =>
      index < JUDGING.claimWidenedMax ? widened(bearing, claim, library, shelf) : bearing,
    )
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

/** A claim, with its tags read as words and without its frame; offsets point into the claim as it was sent. */
function readClaim(text: string, library: Library): ReadClaim {
  const read = readable(text);
  const { who, core } = frameOf(read.text);
  const terms = termsOf(units(read.text, library.lexicon))
    .filter(({ start, end }) => start >= core.start && end <= core.end)
    .slice(0, JUDGING.claimUnitsMax)
    .map((unit) => ({ ...unit, start: read.at(unit.start), end: read.at(unit.end - 1) + 1 }));
  const [first] = terms;
  const begins = first !== undefined && isNameAtStart(text.slice(first.start, first.end), first);
  return { terms: begins ? [{ ...first, kind: "name" }, ...terms.slice(1)] : terms, who };
}

/** "Reyle has …": a subject of one word without an article is a name, unless it is a plural. Lists of names do not have those that are words too. */
function isNameAtStart(printed: string, unit: Term): boolean {
  return (
    unit.kind === "plain" &&
    /^\p{Lu}\p{Ll}+$/u.test(printed) &&
    !/(?:s|ing)$/u.test(unit.key) &&
    isContent(unit)
  );
}

/** A passage that does not state a claim by itself, with the sentence before or behind it where the two do together. */
function widened(bearing: Bearing, claim: ReadClaim, library: Library, shelf: Shelf): Bearing {
  const isOpen = bearing.conflicts.length === 0 && verdictOf(bearing) === "related";
  if (!isOpen || bearing.coverage < JUDGING.claimWidened) return bearing;
  const { previous, next } = readPlace(library, bearing.source, bearing.span);
  for (const beside of [previous, next]) {
    if (!beside) continue;
    const both = bearingWith(bearing, beside, claim, library, shelf);
    if (both.conflicts.length === 0 && verdictOf(both) === "stated") return both;
  }
  return bearing;
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
