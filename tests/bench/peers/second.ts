import type { SourceInput } from "../../../src/core/reading/source.ts";
import { overlap } from "../../eval/scoring/fold.ts";
import { random } from "../../eval/scoring/statistics.ts";
import { shuffled } from "../../eval/synthetic/random.ts";
import type { Asked } from "./asked.ts";
import type { Hit } from "./engine.ts";
import { askable, type Sentence } from "./noisy-questions.ts";
import { passageOf, sharedRuns } from "./right.ts";

/** Days that two transcripts of one evening may be dated apart. */
const DAYS_APART_MAX = 1;
const DAY_MS = 86_400_000;
/** Sentences by which two texts are compared, and the share of their runs of words that a second transcript has at least; of another evening hardly any. */
const COMPARED = 60;
const SHARED_MIN = 0.3;
/** Share of the question's words that the passage must have: two typists hear the same sentence, and not every word of it. */
const OVERLAP_MIN = 0.6;

/** Sources of two folders that are of the same event. */
export interface Pair {
  ours: SourceInput;
  theirs: SourceInput;
}

/** Every source of `others` with a second transcript in `corpus`: of about the same day, and with the same runs of words. */
export function pairsOf(corpus: readonly SourceInput[], others: readonly SourceInput[]): Pair[] {
  return others.flatMap((theirs) =>
    corpus
      .filter((ours) => daysApart(ours.date, theirs.date) <= DAYS_APART_MAX && isSameEvent(ours, theirs))
      .map((ours) => ({ ours, theirs })),
  );
}

function daysApart(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(one) - Date.parse(other)) / DAY_MS;
}

function isSameEvent(ours: SourceInput, theirs: SourceInput): boolean {
  const all = askable(theirs);
  const step = Math.max(1, Math.floor(all.length / COMPARED));
  const sample = all.filter((_, at) => at % step === 0).map(({ text }) => text);
  return sample.length > 0 && sharedRuns(sample.join(" "), ours.text) >= SHARED_MIN;
}

/** Up to so many sentences of the second transcripts, to be asked of the corpus that has the first. */
export function secondAsked(
  pairs: readonly Pair[],
  corpus: readonly SourceInput[],
  count: number,
  seed: number,
): Asked[] {
  const events = new Map<string, Set<string>>();
  for (const { ours, theirs } of pairs)
    events.set(theirs.id, (events.get(theirs.id) ?? new Set()).add(ours.id));
  const texts = new Map(pairs.map(({ theirs }) => [theirs.id, theirs]));
  const sentences = shuffled([...texts.values()].flatMap(askable), random(seed)).slice(0, count);
  return sentences.map((sentence) => ({
    group: "noise",
    kind: "second transcript",
    text: sentence.text,
    isRight: ([first]) => isSameSentence(sentence, first, events.get(sentence.source), corpus),
  }));
}

function isSameSentence(
  { text }: Sentence,
  hit: Hit | undefined,
  events: ReadonlySet<string> | undefined,
  corpus: readonly SourceInput[],
): boolean {
  const source = hit && corpus[hit.source];
  if (hit === undefined || source === undefined || !events?.has(source.id)) return false;
  return overlap(text, passageOf(source.text, hit)) >= OVERLAP_MIN;
}
