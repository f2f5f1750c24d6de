import type { AbsentRow, QuoteRow } from "../../eval/rows.ts";
import { hash } from "../../eval/scoring/split.ts";
import { random } from "../../eval/scoring/statistics.ts";
import { shuffled } from "../../eval/synthetic/random.ts";
import type { Hit } from "./engine.ts";
import type { NoisyQuestion, Sentence, Text } from "./noisy-questions.ts";
import { isPrinted, isRight } from "./right.ts";

/** Where a question comes from: made by noise, a sentence of a text that is in no corpus, a printed quotation, a printed one that is in none. */
export type Group = "noise" | "absent sentence" | "printed" | "printed, absent";

/** A question, and how its answer is judged. */
export interface Asked {
  group: Group;
  kind: string;
  text: string;
  /** Of an absent question: whether nothing was found, which alone is right. */
  isRight(hits: readonly Hit[]): boolean;
}

export function noisyAsked(questions: readonly NoisyQuestion[], sources: readonly Text[]): Asked[] {
  return questions.map(({ kind, text, gold }) => ({
    group: "noise",
    kind,
    text,
    isRight: ([first]) => isRight(first, gold, sources),
  }));
}

export function absentAsked(sentences: readonly Sentence[]): Asked[] {
  return sentences.map(({ text }) => ({
    group: "absent sentence",
    kind: "absent sentence",
    text,
    isRight: (hits) => !isGiven(hits),
  }));
}

/** Whether an engine says that the words stand somewhere. */
export function isGiven(hits: readonly Hit[]): boolean {
  return hits.some(({ nearest }) => nearest !== true);
}

/** Printed quotations whose source is in the corpus. Speakers are not told: the other engines would not know what to do with them. */
export function printedAsked(rows: readonly QuoteRow[], sources: readonly Text[]): Asked[] {
  const ids = new Set(sources.map(({ id }) => id));
  return rows
    .filter(({ gold }) => ids.has(gold.source))
    .map(({ kind, quote, gold }) => ({
      group: "printed",
      kind,
      text: quote,
      isRight: ([first]) => isPrinted(first, gold, sources),
    }));
}

export function printedAbsentAsked(rows: readonly AbsentRow[]): Asked[] {
  return rows.map(({ quote }) => ({
    group: "printed, absent",
    kind: "printed, absent",
    text: quote,
    isRight: (hits) => !isGiven(hits),
  }));
}

/**
 * The questions in an order of which every beginning has about as many of each kind: an engine
 * that has time for thirty is asked thirty of all kinds, the same as everyone else's first thirty.
 * Printed questions count as one kind each, whatever theirs, so that noise has most turns.
 */
export function inTurns(asked: readonly Asked[], seed: number): Asked[] {
  const strata = new Map<string, Asked[]>();
  for (const one of asked) {
    const name = one.group === "noise" ? one.kind : one.group;
    strata.set(name, [...(strata.get(name) ?? []), one]);
  }
  const queues = [...strata].map(([name, list]) => shuffled(list, random(seed ^ hash(name))));
  const rounds = Math.max(0, ...queues.map(({ length }) => length));
  const next = random(seed);
  return Array.from({ length: rounds }, (_, round) =>
    shuffled(
      queues.flatMap((queue) => queue[round] ?? []),
      next,
    ),
  ).flat();
}
