import { englishDictionary } from "../../../src/cli/dictionary.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { sentences } from "../../../src/core/text/sentences.ts";
import { wordKey } from "../../../src/core/text/words.ts";
import type { World } from "./family.ts";
import { Runs } from "./runs.ts";

/** A sentence of a source, and where it stands in the source's text. */
export interface PoolSentence {
  text: string;
  source: string;
  start: number;
  end: number;
}

/** Sentences to edit, and what the corpus knows. */
export interface Pool {
  sentences: PoolSentence[];
  world: World;
  /** True where every run of eight words of the text stands somewhere in the corpus: an edit that comes out so may be a true quotation of another place. */
  isQuotable(text: string): boolean;
}

/** Shorter sentences may stand anywhere; longer ones are rarely quoted whole. */
export const SENTENCE_WORDS = { min: 8, max: 40 } as const;

/**
 * The sentences worth editing: of `SENTENCE_WORDS`, whole, without brackets and speaker
 * labels, and none of their runs of eight words said anywhere else, so that every edit of
 * one has one right place.
 */
export function poolOf(sources: readonly SourceInput[]): Pool {
  const runs = new Runs(sources.map(({ text }) => text));
  const found = sources.flatMap((source) => sentencesOf(source));
  return {
    sentences: found.filter(({ text }) => runs.areSingle(text)),
    world: worldOf(sources),
    isQuotable: (text) => runs.areKnown(text),
  };
}

function sentencesOf(source: SourceInput): PoolSentence[] {
  return sentences(source.text).flatMap((span) => {
    const printed = source.text.slice(span.start, span.end);
    const label = LABEL.exec(printed)?.[0].length ?? 0;
    const text = printed.slice(label);
    const sentence = { text, source: source.id, start: span.start + label, end: span.end };
    return isWhole(text) ? [sentence] : [];
  });
}

/** "NAME:" and "NAME, ROLE:" at the start of a turn. */
const LABEL = /^\p{Lu}[\p{L}\d .,'’()-]{1,60}:\s+/u;
/** Brackets hold remarks; a colon may be a label's; a break at either end says that the sentence was cut short. */
const NOT_WHOLE = /[()[\]{}:\n*_<>|]|(?:--|—|–|…|\.\.\.)["”]?[.?!]?$|^["“]|\.\.\./u;

/** How many words a text has; dashes are none. */
export function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function isWhole(text: string): boolean {
  const words = wordsOf(text);
  const quotes = text.match(/["“”]/g)?.length ?? 0;
  return (
    words >= SENTENCE_WORDS.min &&
    words <= SENTENCE_WORDS.max &&
    /^\p{Lu}/u.test(text) &&
    /[\p{L}\p{N}%][.?!]$/u.test(text) &&
    quotes % 2 === 0 &&
    !NOT_WHOLE.test(text)
  );
}

/** A word that a corpus prints less often may be a slip of its own. */
const WORD_TIMES_MIN = 2;

function worldOf(sources: readonly SourceInput[]): World {
  const { words, names } = englishDictionary();
  const known = new Set([...words, ...names]);
  const printed = new Map<string, number>();
  for (const { text } of sources) {
    for (const [word] of text.matchAll(/[\p{L}.]*\p{L}/gu)) printed.set(word, (printed.get(word) ?? 0) + 1);
  }
  return {
    isWord: (word) => known.has(wordKey(word)) || printed.has(word),
    isKnown: (name) => name.split(" ").every((part) => (printed.get(part) ?? 0) >= WORD_TIMES_MIN),
  };
}
