import type { Answer, Match } from "./answer.ts";
import { arrangeAll } from "./comparing/arrange.ts";
import { readQuotation } from "./comparing/quotation.ts";
import { findWindows } from "./finding/find.ts";
import type { Library } from "./finding/library.ts";
import { byFuse, type Ranker } from "./finding/rank.ts";
import { openShelf, sourceFilter } from "./finding/shelf.ts";
import { whyNotCheckable, whyWithdrawn } from "./judging/checkable.ts";
import { checkClaim } from "./judging/claim.ts";
import { distinctPlaces, isFound } from "./judging/found.ts";
import { judge } from "./judging/judge.ts";
import { isSure, type Nearest, NONE_NEAR, nearestPassages } from "./judging/nearest.ts";
import { bySpeaker, inOrder, markRepeated, settleSuperseded } from "./judging/order.ts";
import { arrangementOf, isResemblance, type Resembling, resembling } from "./judging/resemblance.ts";
import { admitGaps, conclude, refuse } from "./judging/verdict.ts";
import type { Question } from "./question.ts";

/**
 * Checks one quote or claim against a library: finds where its words stand, lays them
 * beside the source's own, judges what was done to them. Pure: the same question and the
 * same library give the same answer. The question is already validated; `rank` chooses among more
 * windows than are aligned, and is Fuse.js but where it is measured what that adds.
 */
export function check(question: Question, library: Library, rank: Ranker = byFuse): Answer {
  return admitGaps(lookUp(question, library, rank));
}

function lookUp(question: Question, library: Library, rank: Ranker): Answer {
  const withdrawn = whyWithdrawn(question.within, library);
  if (withdrawn) return refuse(withdrawn, NONE_NEAR, library.summary);
  const filter = sourceFilter(library, question.within);
  const shelf = openShelf(library, filter);
  const quotation = readQuotation(question.text, library.lexicon);

  const obstacle = whyNotCheckable(quotation, shelf);
  const nearest = (alike: readonly Resembling[] = []): Nearest =>
    nearestPassages(question, library, filter, alike);
  if (obstacle?.kind === "nothing") return refuse(obstacle, NONE_NEAR, library.summary);
  if (obstacle && (obstacle.kind === "common" || question.form === "claim"))
    return refuse(obstacle, nearest(), library.summary);
  if (question.form === "claim") return checkClaim(question, library, filter, shelf);

  const { text, speaker, limit } = question;
  const wanted = { text, keys: quotation.keys, elided: quotation.ellipses.length > 0, speaker, limit };
  const windows = findWindows(library, wanted, filter, rank);
  const laidOut = arrangeAll(quotation, windows, shelf);
  const byWords = laidOut.filter((each) => isFound(each, quotation, shelf));
  const alike = byWords.length > 0 ? [] : resembling(quotation, windows, shelf);
  const byLetters = alike.filter((each) => isResemblance(each, quotation, shelf));
  const found = distinctPlaces([...byWords, ...byLetters.map((each) => arrangementOf(each, shelf))]);
  const judged = found.map((each) => judge(question, quotation, each, library, shelf));
  const ordered = inOrder(bySpeaker(judged, question.within), question);
  const matches = settleSuperseded(markRepeated(ordered)).slice(0, question.limit);
  if (obstacle && !tellsOf(matches)) return refuse(obstacle, nearest(alike), library.summary);
  return conclude(question, matches, isSure(matches) ? NONE_NEAR : nearest(alike), library.summary);
}

/** Whether words that are hardly distinctive are found all the same: they stand there exactly so, and where another than their claimed speaker says them, nobody else does too. */
function tellsOf([first, ...others]: readonly Match[]): boolean {
  if (first?.wording !== "verbatim") return false;
  const isShared = others.some(
    ({ wording, speaker }) => wording === "verbatim" && speaker?.name !== first.speaker?.name,
  );
  return first.attribution !== "misattributed" || !isShared;
}
