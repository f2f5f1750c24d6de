import { mean, random } from "../../eval/scoring/statistics.ts";
import { shuffled } from "../../eval/synthetic/random.ts";
import type { Asked } from "./asked.ts";
import type { Built } from "./child.ts";
import type { Contestant } from "./contestant.ts";
import type { Hit, Peer } from "./engine.ts";

/** Questions that are asked before the clock counts, most of all so that code is compiled; fewer of an engine that takes long. */
const WARM_UP = 60;
/** Share of an engine's budget that its warm-up may take. */
const WARM_UP_SHARE = 0.15;

/** One question, and what became of it. `number`: its place in everyone's order. */
export interface Result {
  number: number;
  asked: Asked;
  right: boolean;
  hits: readonly Hit[];
  cpuMs: number;
  wallMs: number;
}

/** What an engine did over one corpus. */
export interface Showing {
  peer: Peer;
  words: number;
  built: Built;
  results: Result[];
}

export interface Turns {
  /** Seconds of answering that each engine has. */
  budgetS: number;
  seed: number;
  told(done: number, of: number): void;
}

/**
 * Asks every engine the same questions from the first on, one at a time, the engines taking turns
 * by chance: whatever else the machine does meets all alike. How many each is asked follows from
 * its budget and what its warm-up took; one that turns out slower stops when the budget is spent.
 */
export async function askAll(
  contestants: readonly Contestant[],
  asked: readonly Asked[],
  words: number,
  { budgetS, seed, told }: Turns,
): Promise<Showing[]> {
  const runs: Run[] = [];
  for (const contestant of contestants) runs.push(await warmed(contestant, asked, words, budgetS));
  const slots = runs.flatMap((run) => Array.from({ length: run.planned }, () => run));
  const order = shuffled(slots, random(seed));
  for (const [done, run] of order.entries()) {
    told(done, order.length);
    if (run.leftMs > 0) await askNext(run, asked);
  }
  return runs.map(({ showing }) => showing);
}

interface Run {
  contestant: Contestant;
  showing: Showing;
  planned: number;
  leftMs: number;
}

/** The last questions warm an engine up, because only those with time for all come to them again. */
async function warmed(
  contestant: Contestant,
  asked: readonly Asked[],
  words: number,
  budgetS: number,
): Promise<Run> {
  const takenMs: number[] = [];
  const until = performance.now() + budgetS * 1000 * WARM_UP_SHARE;
  for (const { text } of asked.slice(-WARM_UP).reverse()) {
    takenMs.push((await contestant.ask(text)).wallMs);
    if (performance.now() > until) break;
  }
  // Code that is not compiled yet is slow: of many warm-up questions the second half tells more.
  const eachMs = mean(takenMs.slice(Math.floor(takenMs.length / 2)));
  return {
    contestant,
    showing: { peer: contestant.peer, words, built: contestant.built, results: [] },
    planned: Math.min(asked.length, Math.max(1, Math.ceil((budgetS * 1000) / eachMs))),
    leftMs: budgetS * 1000,
  };
}

async function askNext(run: Run, asked: readonly Asked[]): Promise<void> {
  const { results } = run.showing;
  const number = results.length;
  const one = asked[number] as Asked;
  const { hits, cpuMs, wallMs } = await run.contestant.ask(one.text);
  run.leftMs -= wallMs;
  results.push({ number, asked: one, right: one.isRight(hits), hits, cpuMs, wallMs });
}
