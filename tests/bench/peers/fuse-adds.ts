import { check } from "../../../src/core/check.ts";
import { findWindows } from "../../../src/core/finding/find.ts";
import type { Library } from "../../../src/core/finding/library.ts";
import { byFuse, type Ranker } from "../../../src/core/finding/rank.ts";
import { withinReach } from "../../../src/core/finding/within-reach.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { RANKING } from "../../../src/core/tuning.ts";
import { libraryOf } from "../../eval/bench.ts";
import { question } from "../../golden/invariants.ts";
import { ownCpuMs } from "../process-figures.ts";
import type { Asked } from "./asked.ts";
import { HITS_MAX, type Hit } from "./engine.ts";
import { wantedOf } from "./engines/verbatim.ts";

/** One question for which more windows were found than are compared, and what came of two ways to choose among them. Times are CPU milliseconds. */
export interface Choice {
  kind: string;
  windows: number;
  /** Whether Fuse.js is called at all: it is shown only windows that are near enough, and asked only where there are two. */
  called: boolean;
  byFuse: Chosen;
  byBits: Chosen;
}

export interface Chosen {
  /** The right window is among those kept, and it is the first of them. */
  kept: boolean;
  first: boolean;
  /** The whole check's first match is right. */
  found: boolean;
  /** Finding with the choice in it, and the whole check. */
  choiceMs: number;
  checkMs: number;
}

/** What choosing by Fuse.js adds to choosing by what a look told of each window, over the questions that leave a choice; `asked`: how many there were in all. */
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
  const wanted = wantedOf(library, asked.text);
  const open = { windows: 0, called: false };
  const watched: Ranker = (items, pattern) => {
    open.windows = items.length;
    const near = items.filter(({ folded }) => withinReach(pattern, RANKING.threshold)(folded));
    open.called = near.length >= 2;
    return [];
  };
  findWindows(library, wanted, null, watched);
  if (open.windows === 0) return null;
  const chosen = (rank: Ranker): Chosen => {
    const begunMs = ownCpuMs();
    const windows = findWindows(library, wanted, null, rank);
    const chosenMs = ownCpuMs();
    const [match] = check(question(asked.text, { limit: HITS_MAX }), library, rank).matches;
    const checkMs = ownCpuMs() - chosenMs;
    const rights = windows.map(({ source, start, text }) =>
      asked.isRight([hitOf(library.sources[source]?.id ?? "", start, start + text.length)]),
    );
    const found =
      match !== undefined && asked.isRight([hitOf(match.source.id, match.quote.start, match.quote.end)]);
    const [kept, first] = [rights.includes(true), rights[0] === true];
    return { kept, first, found, choiceMs: chosenMs - begunMs, checkMs };
  };
  return { kind: asked.kind, ...open, byFuse: chosen(byFuse), byBits: chosen(() => []) };
}
