import { check } from "./check.ts";
import type { Library } from "./finding/library.ts";
import type { Question } from "./question.ts";
import { words } from "./text/words.ts";
import { WARM_UP } from "./tuning.ts";

/**
 * Asks the engine questions of a library's own text, so that its code is compiled before the
 * first question of a person comes: a cold one would take several times as long. Every way through the
 * engine is taken: words as they stand, changed, misspelt, left out, joined, in no source, and
 * a claim. Returns how many were asked; the answers are dropped.
 */
export function warmUp(library: Library): number {
  const stretches = stretchesOf(library);
  let asked = 0;
  for (let round = 0; round < WARM_UP.rounds && stretches.length > 1; round++) {
    for (const make of WAYS) {
      const own = stretches[asked % stretches.length] as string[];
      const other = stretches[(asked + 1) % stretches.length] as string[];
      check(make(own, other), library);
      asked++;
    }
  }
  return asked;
}

/** Rows of words as printed, from places all over a library. */
function stretchesOf(library: Library): string[][] {
  const count = WARM_UP.rounds * WAYS.length;
  return Array.from({ length: count }, (_, index) => {
    const source = Math.floor((index * library.sources.length) / count);
    if (library.sources.length === 0) return [];
    const { from, to } = library.positionsOf(source);
    const at = from + Math.floor(((to - from) * (index % 7)) / 8);
    const { text } = library.window(source, at, at + WARM_UP.words);
    return words(text)
      .map(({ start, end }) => text.slice(start, end))
      .slice(0, WARM_UP.words);
  }).filter((list) => list.length >= WARM_UP.wordsMin);
}

type Make = (own: readonly string[], other: readonly string[]) => Question;

const WAYS: readonly Make[] = [
  (own) => quote(own),
  (own, other) => quote(own.map((word, index) => (index % 6 === 3 ? (other[index] ?? word) : word))),
  (own) => quote(own.map((word, index) => (index % 3 === 1 ? word.replace(/[aeiou]/u, "x") : word))),
  (own) => quote(own.filter((_, index) => index % 5 !== 2)),
  (own) => quote([...own.slice(0, 7), "…", ...own.slice(11)]),
  (own, other) => quote([...own.slice(0, 10), ...other.slice(0, 10)]),
  (own, other) =>
    quote(
      own
        .flatMap((word, index) => [word, other[own.length - 1 - index] ?? word])
        .filter((_, index) => index % 3 !== 0),
    ),
  (own) => ({ ...quote(own.filter((_, index) => index % 2 === 0)), form: "claim" }),
];

function quote(list: readonly string[]): Question {
  const text = list.join(" ");
  return { form: "quote", text, speaker: null, within: null, prefix: null, suffix: null, limit: 3 };
}
