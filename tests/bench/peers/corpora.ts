import type { SourceInput } from "../../../src/core/reading/source.ts";
import { random } from "../../eval/scoring/statistics.ts";
import { shuffled } from "../../eval/synthetic/random.ts";
import { prepared } from "./folded.ts";
import { askable, type Sentence, type Text } from "./noisy-questions.ts";

/** How many words a text has, as printed. */
export function wordsOf({ text }: { text: string }): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** Sources that are kept out of every corpus, so that there are sentences which are in none. */
const HELD_OUT_SHARE = 0.02;

/** Corpora that grow, each within the next, and what is in none of them. */
export interface Growth {
  corpora: SourceInput[][];
  heldOut: SourceInput[];
}

/**
 * Corpora of about so many words each, made of whole sources in an order by seed, the last one
 * cut; each is the beginning of the next. Fewer words where the sources have no more.
 */
export function growing(sources: readonly SourceInput[], sizes: readonly number[], seed: number): Growth {
  const order = shuffled(sources, random(seed));
  const heldOut = order.splice(0, Math.max(1, Math.floor(order.length * HELD_OUT_SHARE)));
  return { heldOut, corpora: sizes.map((size) => upTo(order, size)) };
}

function upTo(sources: readonly SourceInput[], size: number): SourceInput[] {
  const taken: SourceInput[] = [];
  let left = size;
  for (const source of sources) {
    if (left <= 0) break;
    const words = wordsOf(source);
    taken.push(words <= left ? source : { ...source, text: cutAfter(source.text, left) });
    left -= words;
  }
  return taken;
}

function cutAfter(text: string, words: number): string {
  let left = words;
  for (const { 0: word, index } of text.matchAll(/\S+/gu))
    if (--left === 0) return text.slice(0, index + word.length);
  return text;
}

/** Words in the middle of a sentence by which it is looked for: so many in a row hardly come twice by chance. */
const RUN_WORDS = 6;

/** So many sentences of texts that are in no corpus; one whose middle stands in the corpus all the same is left out. */
export function absentSentences(
  from: readonly Text[],
  corpus: readonly Text[],
  count: number,
  seed: number,
): Sentence[] {
  const sentences = shuffled(from.flatMap(askable), random(seed));
  const whole = corpus.map(({ text }) => ` ${prepared(text)} `);
  const found: Sentence[] = [];
  for (const sentence of sentences) {
    if (found.length === count) break;
    const words = prepared(sentence.text).split(" ");
    const at = Math.max(0, (words.length - RUN_WORDS) >> 1);
    const run = ` ${words.slice(at, at + RUN_WORDS).join(" ")} `;
    if (!whole.some((text) => text.includes(run))) found.push(sentence);
  }
  return found;
}
