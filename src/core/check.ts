import type { Answer, Match, Verdict } from "./answer.ts";
import { type Arrangement, arrange } from "./comparing/arrange.ts";
import { type ReadQuotation, readQuotation } from "./comparing/quotation.ts";
import { alignedPlaces } from "./finding/candidates.ts";
import type { Library } from "./finding/library.ts";
import { rankPassages } from "./finding/rank.ts";
import { openShelf, sourceFilter } from "./finding/shelf.ts";
import { whyNotCheckable } from "./judging/checkable.ts";
import { checkClaim } from "./judging/claim.ts";
import { distinctPlaces, isFound } from "./judging/found.ts";
import { judge } from "./judging/judge.ts";
import { inOrder, markRepeated, settleSuperseded } from "./judging/order.ts";
import { notFoundSummary, quoteSummary } from "./judging/summary.ts";
import { quoteVerdict, severityOf } from "./judging/verdict.ts";
import type { Question } from "./question.ts";
import type { Shelf } from "./text/shelf.ts";
import { ALIGNING } from "./tuning.ts";
import { ENGINE_VERSION } from "./version.ts";

/**
 * Checks one quote or claim against a library: finds where its words stand, compares them
 * with the source's own, judges what was done to them. Pure: the same question and the
 * same library give the same answer. The question is already validated.
 */
export function check(question: Question, library: Library): Answer {
  const filter = sourceFilter(library, question.within);
  const shelf = openShelf(library, filter);
  const quotation = readQuotation(question.text, library.lexicon);
  const obstacle = whyNotCheckable(quotation, shelf);
  if (obstacle) return answer("cannot_check", obstacle, [], library);
  if (question.form === "claim")
    return { ...answer("not_found", "", [], library), ...checkClaim(question, library, filter, shelf) };

  const passages = rankPassages(library, question.text, alignedPlaces(library, quotation.keys, filter));
  const found = compareAll(quotation, passages, shelf).filter((each) => isFound(each, quotation, shelf));
  const judged = distinctPlaces(found).map((each) => judge(question, quotation, each, library, shelf));
  const matches = settleSuperseded(markRepeated(inOrder(judged, question))).slice(0, question.limit);

  const best = matches[0];
  if (!best)
    return answer("not_found", notFoundSummary(library.summary, question.within !== null), [], library);
  const verdict = quoteVerdict(best);
  return {
    ...answer(verdict, quoteSummary(verdict, best, question.speaker), matches, library),
    severity: severityOf(verdict, best),
  };
}

function compareAll(
  quotation: ReadQuotation,
  passages: ReturnType<typeof rankPassages>,
  shelf: Shelf,
): Arrangement[] {
  const budget = { cells: ALIGNING.cellsMax };
  return passages.flatMap((passage) => arrange(quotation, passage.window, shelf, budget) ?? []);
}

function answer(verdict: Verdict, summary: string, matches: Match[], library: Library): Answer {
  return { verdict, severity: "none", summary, matches, corpus: library.summary, engine: ENGINE_VERSION };
}
