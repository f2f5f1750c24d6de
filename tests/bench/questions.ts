import type { Answer } from "../../src/core/answer.ts";
import type { Question } from "../../src/core/question.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { tokens } from "../eval/scoring/fold.ts";
import { random } from "../eval/scoring/statistics.ts";
import { question } from "../golden/invariants.ts";

/** The ways in which a question is made from a row of words. */
export const KINDS = [
  "word for word",
  "one word changed",
  "five words dropped",
  "six words",
  "absent",
  "claim",
] as const;
export type Kind = (typeof KINDS)[number];

/** A question, and where its words were taken from: null for words of a source that was put nowhere. */
export interface Asked {
  kind: Kind;
  question: Question;
  gold: { id: string; words: string } | null;
}

/** How often a place is drawn in search of a row of words that stands in one paragraph. */
const DRAWS_MAX = 200;
const WORD_CHARS_MAX = 30;

/** So many questions of each kind, by seed. Absent ones are quotes of `heldOut`, all others of `sources`. */
export function questionsFrom(
  sources: readonly SourceInput[],
  heldOut: readonly SourceInput[],
  each: number,
  seed: number,
): Asked[] {
  const next = random(seed);
  return KINDS.flatMap((kind) =>
    Array.from({ length: each }, () => {
      const from = kind === "absent" ? heldOut : sources;
      const { id, words } = wordsFrom(from, lengthOf(kind, next), next);
      const text = MADE[kind](words, () => contentWord(sources, next), next).join(" ");
      const gold = kind === "absent" ? null : { id, words: words.join(" ") };
      return { kind, question: question(text, { form: kind === "claim" ? "claim" : "quote" }), gold };
    }),
  );
}

type Make = (words: string[], other: () => string, next: () => number) => string[];

const MADE: Record<Kind, Make> = {
  "word for word": (words) => words,
  "six words": (words) => words,
  absent: (words) => words,
  "one word changed": oneChanged,
  "five words dropped": (words, _, next) => {
    const dropped = new Set<number>();
    while (dropped.size < 5) dropped.add(1 + Math.floor(next() * (words.length - 2)));
    return words.filter((_word, index) => !dropped.has(index));
  },
  claim: (words) => words.filter((_, index) => index % 3 !== 1),
};

/** A row of words with a content word among them, within its ends, changed for another. */
export function oneChanged(words: readonly string[], other: () => string, next: () => number): string[] {
  const inner = words.flatMap((word, index) =>
    index > 0 && index < words.length - 1 && isContentWord(word) ? [index] : [],
  );
  const at = inner[Math.floor(next() * inner.length)] ?? Math.floor(words.length / 2);
  return words.with(at, other());
}

function lengthOf(kind: Kind, next: () => number): number {
  if (kind === "six words") return 6;
  return kind === "five words dropped" ? 22 + Math.floor(next() * 9) : 12 + Math.floor(next() * 14);
}

/** A row of so many words of one of these sources that stands in one paragraph without marks of a transcript. */
export function wordsFrom(
  sources: readonly SourceInput[],
  count: number,
  next: () => number,
): { id: string; words: string[] } {
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const { id, text } = sources[Math.floor(next() * sources.length)] as SourceInput;
    const begin = text.indexOf(" ", Math.floor(next() * text.length)) + 1;
    const [paragraph = ""] = text.slice(begin, begin + count * WORD_CHARS_MAX).split("\n", 1);
    const words = paragraph.split(" ").slice(0, count);
    if (words.length === count && words.every(isPlain)) return { id, words };
  }
  throw new RangeError(`no ${count} words in a row were found in the sources`);
}

/** A word of at least five letters, from anywhere. */
export function contentWord(sources: readonly SourceInput[], next: () => number): string {
  return wordsFrom(sources, 6, next).words.find(isContentWord) ?? contentWord(sources, next);
}

function isContentWord(word: string): boolean {
  return /^\p{L}{5,}$/u.test(word);
}

function isPlain(word: string): boolean {
  return /\p{L}|\p{N}/u.test(word) && !/[:[\]()"“”*_]/u.test(word);
}

const NOT_THERE: readonly string[] = ["not_found", "cannot_check"];

/**
 * Whether an answer is right: its first match stands in the source that the words were taken from,
 * or its passage has these words too, as a text that stands in two sources does; and that nothing
 * is found of absent words.
 */
export function isRight({ gold }: Asked, { verdict, matches }: Answer): boolean {
  if (gold === null) return NOT_THERE.includes(verdict);
  const [first] = matches;
  if (first === undefined) return false;
  const said = ` ${tokens(first.context.passage).join(" ")} `;
  return first.source.id === gold.id || said.includes(` ${tokens(gold.words).join(" ")} `);
}
