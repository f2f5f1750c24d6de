import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { progress } from "../script.ts";
import type { Asked } from "./asked.ts";
import { Contestant } from "./contestant.ts";
import { wordsOf } from "./corpora.ts";
import type { Peer } from "./engine.ts";
import { askAll, type Showing } from "./turns.ts";

/** Builds every engine over one corpus, asks them all, and ends their processes. */
export async function match(
  peers: readonly Peer[],
  sources: readonly SourceInput[],
  asked: readonly Asked[],
  { budgetS, seed }: { budgetS: number; seed: number },
): Promise<Showing[]> {
  const words = sources.reduce((sum, source) => sum + wordsOf(source), 0);
  const folder = await mkdtemp(join(tmpdir(), "verbatim-bench-"));
  const contestants: Contestant[] = [];
  try {
    const corpus = join(folder, "corpus");
    await writeFile(corpus, serialize(sources));
    // One after the other: two that build at once would be each other's noise.
    for (const peer of peers) {
      progress(`${words.toLocaleString("en-US")} words: building ${peer.name}`);
      contestants.push(await Contestant.start(peer, corpus));
    }
    const told = (done: number, of: number) =>
      progress(`${words.toLocaleString("en-US")} words: ${done} of ${of} questions asked`);
    return await askAll(contestants, asked, words, { budgetS, seed, told });
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
    await rm(folder, { recursive: true, force: true });
    progress("");
  }
}
