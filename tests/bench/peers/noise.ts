import type { Span } from "../../../src/core/text/span.ts";
import { inWords, withCommas } from "../../eval/synthetic/number-words.ts";
import { pick, type Random } from "../../eval/synthetic/random.ts";
import { misread, mistyped, retouched } from "./noise-letters.ts";
import { CONTRACTIONS, type Exchange, FUNCTION_WORDS, PRONOUNS, SPELLINGS } from "./noise-tables.ts";

/** What noise draws on: numbers in [0, 1) by the seed, and content words of the same corpus. */
export interface Tools {
  random: Random;
  otherWord(): string;
}

/** A question made of a sentence. `kept`: the stretches of the sentence whose words it still has; left out where it is the whole. */
export interface Noisy {
  text: string;
  kept?: Span[];
}

/** Makes a question of a sentence, or null where the sentence has no place for this kind of noise. Pure: the same numbers give the same text. */
export type Noise = (sentence: string, tools: Tools) => Noisy | null;

/** Words that a short question has; a clipped one and each side of an ellipsis have no fewer than its least. */
const SHORT = { min: 5, max: 8 } as const;
/** Shares of the words that fall out, and of the characters that are misread. */
const DROPPED_SHARE = 0.18;
const MISREAD_SHARE = 0.1;

/** Every kind that is made of one sentence, by name. */
export const NOISES = {
  exact: (sentence) => ({ text: sentence }),
  clipped,
  typography: (sentence, { random }) => changed(sentence, retouched(sentence, random)),
  substituted: (sentence, tools) => changed(sentence, substituted(sentence, tools)),
  typed: (sentence, { random }) => changed(sentence, mistyped(sentence, random)),
  ocr: (sentence, { random }) => changed(sentence, misread(sentence, MISREAD_SHARE, random)),
  dropped: (sentence, { random }) => changed(sentence, dropped(sentence, random)),
  swapped: (sentence, { random }) =>
    changed(sentence, swapped(sentence, 1 + Math.floor(random() * 3), random)),
  reordered: (sentence, { random }) => changed(sentence, reordered(sentence, random)),
  ellipsis,
  brackets: (sentence, tools) => changed(sentence, bracketed(sentence, tools)),
  spelling: (sentence, { random }) => changed(sentence, exchanged(sentence, SPELLINGS, random)),
  numbers: (sentence) => changed(sentence, redressed(sentence)),
  contractions: (sentence, { random }) => changed(sentence, exchanged(sentence, CONTRACTIONS, random)),
  several,
  short: (sentence, { random }) => shortened(sentence, random),
  "short, ocr": (sentence, { random }) => {
    const short = shortened(sentence, random);
    return short && then(short, (text) => misread(text, MISREAD_SHARE, random));
  },
  paraphrase: (sentence, tools) => changed(sentence, paraphrased(sentence, tools)),
} as const satisfies Record<string, Noise>;

function changed(sentence: string, text: string): Noisy | null {
  return text === sentence ? null : { text };
}

function then(noisy: Noisy, change: (text: string) => string): Noisy | null {
  const text = change(noisy.text);
  return text === noisy.text ? null : { ...noisy, text };
}

/** The words of a sentence as printed, with the marks that touch them, and where they stand; a dash with spaces around it belongs to the word before. */
export function printedWords(sentence: string): (Span & { text: string })[] {
  return [...sentence.matchAll(WORD)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

const WORD = /\S*[\p{L}\p{N}]\S*(?: [^\s\p{L}\p{N}]+(?= |$))*/gu;

/** A word of at least five letters without marks: what a substitution takes away and puts in. */
export function isContentWord(word: string): boolean {
  return /^\p{Ll}{5,}$/u.test(word);
}

function part(sentence: string, words: readonly Span[], from: number, to: number): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? sentence.length };
}

function between(min: number, max: number, random: Random): number {
  return min + Math.floor(random() * (max - min + 1));
}

function clipped(sentence: string, { random }: Tools): Noisy | null {
  const words = printedWords(sentence);
  if (words.length < 12) return null;
  const from = between(1, 3, random);
  const to = words.length - between(1, 3, random);
  const kept = part(sentence, words, from, to);
  return { text: sentence.slice(kept.start, kept.end), kept: [kept] };
}

function shortened(sentence: string, random: Random): Noisy | null {
  const words = printedWords(sentence);
  const count = between(SHORT.min, SHORT.max, random);
  if (words.length < count) return null;
  const from = between(0, words.length - count, random);
  const row = words.slice(from, from + count);
  // A row of function words could stand anywhere: there would be no right answer.
  if (row.filter(({ text }) => isContentWord(text)).length < 2) return null;
  const kept = part(sentence, words, from, from + count);
  return { text: sentence.slice(kept.start, kept.end), kept: [kept] };
}

function ellipsis(sentence: string, { random }: Tools): Noisy | null {
  const words = printedWords(sentence);
  const least = SHORT.min;
  const most = words.length - 2 * least;
  if (most < 3) return null;
  const left = between(3, Math.min(12, most), random);
  const from = between(least, words.length - least - left, random);
  const kept = [part(sentence, words, 0, from), part(sentence, words, from + left, words.length)];
  const mark = pick([" … ", " ... ", " . . . ", " […] "], random);
  return { text: kept.map(({ start, end }) => sentence.slice(start, end)).join(mark), kept };
}

/** One to three content words, each another one of the corpus. */
function substituted(sentence: string, { random, otherWord }: Tools): string {
  const words = printedWords(sentence).map(({ text }) => text);
  const open = words.flatMap((word, index) => (isContentWord(word) ? [index] : []));
  for (let left = between(1, 3, random); left > 0 && open.length > 0; left--) {
    const [index = 0] = open.splice(Math.floor(random() * open.length), 1);
    words[index] = otherWord();
  }
  return words.join(" ");
}

/** Some words within the ends, at least two, are left out without a mark. */
function dropped(sentence: string, random: Random): string {
  const words = printedWords(sentence).map(({ text }) => text);
  for (let left = Math.max(2, Math.round(words.length * DROPPED_SHARE)); left > 0 && words.length > 4; left--)
    words.splice(between(1, words.length - 2, random), 1);
  return words.join(" ");
}

function swapped(sentence: string, pairs: number, random: Random): string {
  const words = printedWords(sentence).map(({ text }) => text);
  for (let left = pairs; left > 0; left--) {
    const at = between(0, words.length - 2, random);
    [words[at], words[at + 1]] = [words[at + 1] as string, words[at] as string];
  }
  return words.join(" ");
}

/** A break between clauses with at least four words to each side: what stood behind it comes first. */
function reordered(sentence: string, random: Random): string {
  const breaks = [...sentence.matchAll(/[,;] | (?:—|–|--) /gu)]
    .map(({ 0: mark, index }) => ({
      first: sentence.slice(0, index),
      second: sentence.slice(index + mark.length),
    }))
    .filter((sides) => [sides.first, sides.second].every((side) => printedWords(side).length >= 4));
  if (breaks.length === 0) return sentence;
  const { first, second } = pick(breaks, random);
  return `${second.replace(/[.?!]$/u, "")}, ${first}.`;
}

/** What editors put in brackets: a name for a pronoun, a capital, a note. */
function bracketed(sentence: string, { random, otherWord }: Tools): string {
  const words = printedWords(sentence).map(({ text }) => text);
  const pronouns = words.flatMap((word, index) => (PRONOUNS.has(word) ? [index] : []));
  if (pronouns.length > 0) words[pick(pronouns, random)] = `[the ${otherWord()}]`;
  else words.splice(between(2, words.length - 2, random), 0, pick(["[sic]", `[${otherWord()}]`], random));
  const text = words.join(" ");
  return random() < 0.5 ? text.replace(/^\p{L}/u, (first) => `[${first.toUpperCase()}]`) : text;
}

/** The first of these exchanges that the text has a place for, in an order of chance; the text itself where there is none. */
function exchanged(text: string, exchanges: readonly Exchange[], random: Random): string {
  const begin = Math.floor(random() * exchanges.length);
  for (let step = 0; step < exchanges.length; step++) {
    const { from, to } = exchanges[(begin + step) % exchanges.length] as Exchange;
    if (from.test(text)) return text.replace(from, (hit) => likeCase(hit, to));
  }
  return text;
}

function likeCase(hit: string, text: string): string {
  return /^\p{Lu}/u.test(hit) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const SMALL =
  /(?<![\p{L}\p{N}-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)(?![\p{L}-])/giu;
const WHOLE = /(?<![\p{L}\p{N}.,$-])\d{1,3}(?:,\d{3})?(?![\p{L}\p{N}.%-]|,\d)/gu;
const VALUES = new Map(Array.from({ length: 51 }, (_, value) => [inWords(value), value]));

/** Numbers in words put in digits; where there are none, those in digits put in words. */
function redressed(sentence: string): string {
  const digits = sentence.replace(SMALL, (word) => withCommas(VALUES.get(word.toLowerCase()) ?? 0));
  if (digits !== sentence) return digits;
  return sentence.replace(WHOLE, (number) => inWords(Number(number.replace(",", ""))));
}

function several(sentence: string, tools: Tools): Noisy | null {
  const { random } = tools;
  const fewer = dropped(substituted(sentence, tools), random);
  return changed(sentence, retouched(mistyped(fewer, random), random));
}

/** Some words dropped, two swapped, and every other function word another one. */
function paraphrased(sentence: string, { random }: Tools): string {
  const words = printedWords(swapped(dropped(sentence, random), 1, random)).map(({ text }) => {
    const others = FUNCTION_WORDS.get(text.toLowerCase());
    return others === undefined || random() < 0.5 ? text : likeCase(text, pick(others, random));
  });
  return words.join(" ");
}
