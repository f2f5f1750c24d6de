import { check } from "../../../src/core/check.ts";
import { arrangeAll } from "../../../src/core/comparing/arrange.ts";
import { readQuotation } from "../../../src/core/comparing/quotation.ts";
import { type Candidate, likelyPlaces } from "../../../src/core/finding/candidates.ts";
import type { Library } from "../../../src/core/finding/library.ts";
import { rankPassages } from "../../../src/core/finding/rank.ts";
import { openShelf } from "../../../src/core/finding/shelf.ts";
import { withinReach } from "../../../src/core/finding/within-reach.ts";
import { distinctPlaces, isFound } from "../../../src/core/judging/found.ts";
import { judge } from "../../../src/core/judging/judge.ts";
import { bySpeaker, inOrder, markRepeated, settleSuperseded } from "../../../src/core/judging/order.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { fold } from "../../../src/core/text/fold.ts";
import type { TextWindow } from "../../../src/core/text/shelf.ts";
import { RANKING } from "../../../src/core/tuning.ts";
import { libraryOf } from "../../eval/bench.ts";
import { question } from "../../golden/invariants.ts";
import { ownCpuMs } from "../process-figures.ts";
import type { Asked } from "./asked.ts";
import { HITS_MAX, type Hit } from "./engine.ts";

/** One question for which more windows were found than are compared, and what came of two ways to choose among them. Times are CPU milliseconds. */
export interface Choice {
  kind: string;
  windows: number;
  /** Whether Fuse.js is called at all: it is shown only windows that are near enough, and asked only where there are two. */
  called: boolean;
  byFuse: Chosen;
  byVotes: Chosen;
}

export interface Chosen {
  /** The right window is among those kept, and it is the first of them. */
  kept: boolean;
  first: boolean;
  /** The whole check's first match is right. */
  found: boolean;
  /** Choosing, and all from the chosen windows on. */
  choiceMs: number;
  checkMs: number;
}

/** What choosing by Fuse.js adds to choosing by votes, over the questions that leave a choice; `asked`: how many there were in all. */
export interface FuseAdds {
  words: number;
  asked: number;
  choices: Choice[];
}

const WARM_UP = 100;

/** Asks this engine's own parts, in this process: nothing else runs meanwhile. */
export function measureFuse(
  sources: readonly SourceInput[],
  asked: readonly Asked[],
  told: (done: number) => void,
): FuseAdds {
  const library = libraryOf(sources);
  const numbers = new Map(sources.map(({ id }, number) => [id, number]));
  const hitOf = (source: string, start: number, end: number): Hit => ({
    source: numbers.get(source) ?? -1,
    start,
    end,
  });
  for (const { text } of asked.slice(0, WARM_UP)) check(question(text), library);
  const choices = asked.flatMap((one, done) => {
    told(done);
    return choiceOf(one, library, hitOf) ?? [];
  });
  return { words: library.summary.words, asked: asked.length, choices };
}

type HitOf = (source: string, start: number, end: number) => Hit;

function choiceOf(asked: Asked, library: Library, hitOf: HitOf): Choice | null {
  const { keys } = readQuotation(asked.text, library.lexicon);
  const places = likelyPlaces(library, keys, null);
  const open = openChoice(library, places);
  if (open === null) return null;
  const ways = {
    byFuse: () => rankPassages(library, asked.text, places, HITS_MAX, null),
    byVotes: () => open.slice(0, KEPT_MAX).map(({ source, from, to }) => library.window(source, from, to)),
  };
  const chosen = (choose: () => TextWindow[]): Chosen => {
    const begunMs = ownCpuMs();
    const windows = choose();
    const chosenMs = ownCpuMs();
    const [match] = matchesOf(asked.text, windows, library);
    const checkMs = ownCpuMs() - chosenMs;
    const rights = windows.map(({ source, start, text }) =>
      asked.isRight([hitOf(library.sources[source]?.id ?? "", start, start + text.length)]),
    );
    const found =
      match !== undefined && asked.isRight([hitOf(match.source.id, match.quote.start, match.quote.end)]);
    return {
      kept: rights.includes(true),
      first: rights[0] === true,
      found,
      choiceMs: chosenMs - begunMs,
      checkMs,
    };
  };
  return {
    kind: asked.kind,
    windows: open.length,
    called: isCalled(library, asked.text, open),
    byFuse: chosen(ways.byFuse),
    byVotes: chosen(ways.byVotes),
  };
}

/** Windows that `rankPassages` keeps for three matches. */
const KEPT_MAX = Math.max(RANKING.alignedMin, HITS_MAX + RANKING.alignedOver);

/** The candidates among which `rankPassages` would choose by Fuse, in the order of votes, or null where it keeps all or the votes decide. The conditions are those of `rank.ts`, which has no switch. */
function openChoice(library: Library, places: readonly Candidate[]): readonly Candidate[] | null {
  const settled = places.some(({ exact, source }) => exact && library.sources[source]?.kind !== "article");
  const open = settled ? places.filter(({ share }) => share >= RANKING.besideExactShare) : places;
  const [best, next] = [open[0], open[KEPT_MAX]];
  if (best === undefined || next === undefined || next.votes < best.votes * RANKING.closeVotes) return null;
  return open;
}

/** Whether at least two of the windows are near enough for Fuse.js to be shown them; as in `rank.ts`. */
function isCalled(library: Library, text: string, open: readonly Candidate[]): boolean {
  const isNear = withinReach(folded(text).slice(0, RANKING.patternCharsMax), RANKING.threshold);
  const near = open.filter(({ source, from, to }) => isNear(folded(library.window(source, from, to).text)));
  return near.length >= 2;
}

function folded(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** The rest of the pipeline of `check.ts`, from the chosen windows on. */
function matchesOf(text: string, windows: readonly TextWindow[], library: Library) {
  const asked = question(text, { limit: HITS_MAX });
  const shelf = openShelf(library, null);
  const quotation = readQuotation(text, library.lexicon);
  const laidOut = arrangeAll(quotation, windows, shelf);
  const found = distinctPlaces(laidOut.filter((each) => isFound(each, quotation, shelf)));
  const judged = found.map((each) => judge(asked, quotation, each, library, shelf));
  const ordered = inOrder(bySpeaker(judged, null), asked);
  return settleSuperseded(markRepeated(ordered)).slice(0, HITS_MAX);
}
