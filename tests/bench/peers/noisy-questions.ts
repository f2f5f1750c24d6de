import { sentences } from "../../../src/core/text/sentences.ts";
import type { Span } from "../../../src/core/text/span.ts";
import { hash } from "../../eval/scoring/split.ts";
import { random } from "../../eval/scoring/statistics.ts";
import type { Random } from "../../eval/synthetic/random.ts";
import { isContentWord, NOISES, type Noise, printedWords } from "./noise.ts";

/** The ways in which questions are made: those of one sentence, and two sentences joined. */
export const KINDS = [...(Object.keys(NOISES) as (keyof typeof NOISES)[]), "spliced"] as const;
export type Kind = (typeof KINDS)[number];

/** A stretch of a source's text, in UTF-16 units. */
export interface Place extends Span {
  source: string;
}

/** A question, and the places that its words were taken from. Where there are several, each is an answer: the pieces of an ellipsis, the two sentences of a splice. */
export interface NoisyQuestion {
  kind: Kind;
  text: string;
  gold: Place[];
}

/** What is read of a source. */
export interface Text {
  id: string;
  text: string;
}

/** Words of a sentence that is worth asking; a longer one is seldom quoted whole. */
const WORDS = { min: 8, max: 40 } as const;
/** Characters between two sentences that are spliced: too far to be an omission. */
const SPLICE_CHARS_MIN = 2000;
const SPLICE_WORDS_MAX = 24;
/** How often a sentence is drawn in search of one that has a place for a kind of noise. British spellings are rare. */
const DRAWS_MAX = 20_000;

/**
 * So many questions of each kind, by seed; fewer of a kind for which the sources have no place.
 * Each kind draws its own numbers, so that one more kind leaves the others as they are.
 */
export function noisyQuestions(
  sources: readonly Text[],
  { each, seed }: { each: number; seed: number },
): NoisyQuestion[] {
  const drawing = new Drawing(sources);
  return KINDS.flatMap((kind) => {
    const next = random(seed ^ hash(kind));
    const made: NoisyQuestion[] = [];
    for (let draw = 0; draw < DRAWS_MAX && made.length < each; draw++) {
      const question = kind === "spliced" ? spliced(drawing, next) : single(kind, drawing, next);
      if (question !== null) made.push(question);
    }
    return made;
  });
}

function single(kind: Exclude<Kind, "spliced">, drawing: Drawing, next: Random): NoisyQuestion | null {
  const { source, start, text } = drawing.sentence(next);
  const noise: Noise = NOISES[kind];
  const noisy = noise(text, { random: next, otherWord: () => drawing.contentWord(next) });
  if (noisy === null) return null;
  const kept = noisy.kept ?? [{ start: 0, end: text.length }];
  return {
    kind,
    text: noisy.text,
    gold: kept.map((span) => ({ source, start: start + span.start, end: start + span.end })),
  };
}

/** Two sentences of one source that stand far apart, as if one followed the other. */
function spliced(drawing: Drawing, next: Random): NoisyQuestion | null {
  const first = drawing.sentence(next);
  const second = drawing.sentenceOf(first.source, next);
  if (second === null || Math.abs(second.start - first.start) < SPLICE_CHARS_MIN) return null;
  if ([first, second].some(({ text }) => printedWords(text).length > SPLICE_WORDS_MAX)) return null;
  const gold = [first, second].map(({ source, start, end }) => ({ source, start, end }));
  return { kind: "spliced", text: `${first.text} ${second.text}`, gold };
}

/** A sentence that is worth asking. */
export interface Sentence extends Place {
  text: string;
}

/** The sentences of a source that are worth asking: whole, of eight to forty words, without brackets, labels and breaks. */
export function askable({ id, text }: Text): Sentence[] {
  return sentences(text).flatMap((span) => {
    const printed = text.slice(span.start, span.end);
    const label = LABEL.exec(printed)?.[0].length ?? 0;
    const sentence = { source: id, start: span.start + label, end: span.end, text: printed.slice(label) };
    return isWhole(sentence.text) ? [sentence] : [];
  });
}

/** "NAME:" at the start of a turn, and the number of a verse. */
const LABEL = /^(?:\p{Lu}[\p{L} .,'’()-]{1,60}:\s+|\d[\d:]*\s+)/u;
const NOT_WHOLE = /[()[\]{}\n*_<>|:…]|\.\.\./u;

function isWhole(text: string): boolean {
  const words = printedWords(text);
  if (words.length < WORDS.min || words.length > WORDS.max || NOT_WHOLE.test(text)) return false;
  return words.filter((word) => isContentWord(word.text)).length >= 3;
}

/** Draws sentences and words of a corpus: long sources as often as their length, whatever their number. */
class Drawing {
  readonly #sentences: readonly Sentence[];
  readonly #ofSource: ReadonlyMap<string, readonly Sentence[]>;

  /** Throws RangeError where there is no sentence worth asking. */
  constructor(sources: readonly Text[]) {
    const lists = sources.map((source) => [source.id, askable(source)] as const);
    this.#sentences = lists.flatMap(([, list]) => list);
    this.#ofSource = new Map(lists);
    if (this.#sentences.length === 0) throw new RangeError("the sources have no sentence worth asking");
  }

  sentence(next: Random): Sentence {
    return this.#sentences[Math.floor(next() * this.#sentences.length)] as Sentence;
  }

  sentenceOf(source: string, next: Random): Sentence | null {
    const list = this.#ofSource.get(source) ?? [];
    return list[Math.floor(next() * list.length)] ?? null;
  }

  contentWord(next: Random): string {
    const words = printedWords(this.sentence(next).text).map(({ text }) => text);
    const content = words.filter(isContentWord);
    return content[Math.floor(next() * content.length)] as string;
  }
}
