import type { Unit } from "./units.ts";
import { wordSet } from "./word-classes.ts";

/** A text's units with the text that their offsets count in; `start` is where the text begins in that count. */
export interface UnitsOfText {
  list: readonly Unit[];
  text: string;
  start: number;
}

/** Sounds that are no words. */
const SOUNDS = wordSet("um uh er erm ah oh eh hmm mm mmm uhm huh");
/** Adverbs that colour a sentence and carry none of it, wherever they stand. */
const COLOURS = wordSet("really actually basically");
/** Words of talk that are others too ("did well", "the right to", "like a captain"): fillers where they open a sentence or marks set them off. */
const TALK = wordSet("well so like okay ok yeah yes right look listen see now anyway frankly honestly");
/** The same of several words. */
const TALK_PHRASES: readonly (readonly string[])[] = [
  "you know",
  "i mean",
  "you see",
  "of course",
  "by the way",
  "if you will",
  "so to speak",
  "to be honest",
  "to be frank",
  "quite frankly",
  "at the end of the day",
  "let me tell you",
].map((phrase) => phrase.split(" "));
/** Hedges of two words: a filler before a verb or an adjective, a kind of thing behind an article. */
const SORTS: readonly (readonly string[])[] = [
  ["sort", "of"],
  ["kind", "of"],
];
const BEFORE_A_KIND = wordSet(
  "a an the this that these those some any what which every each one no same other first my your his her its our their two all new different right wrong",
);
/** Words of talk that open a sentence also where no comma follows. */
const OPENERS = wordSet("well so yeah okay ok now look listen anyway");

/** True for a unit that carries no meaning where it stands: a sound, or a word of talk that its marks or its place show to be one. */
export function isFiller({ list, text, start }: UnitsOfText, at: number): boolean {
  const unit = list[at];
  if (!unit) return false;
  if (SOUNDS.has(unit.key) || COLOURS.has(unit.key)) return true;
  if (unit.key === "just") return !BEFORE_A_KIND.has(list[at - 1]?.key ?? "");
  const sort = phraseAt(list, at, SORTS);
  if (sort) return !BEFORE_A_KIND.has(list[sort.from - 1]?.key ?? "");
  const gap = (index: number): string | null => {
    const [before, after] = [list[index - 1], list[index]];
    if (!before || !after) return null;
    return text.slice(before.end - start, after.start - start);
  };
  const isSetOff = (index: number): boolean => {
    const between = gap(index);
    return between === null || /[,;:.!?…—–()[\]“”"-]/u.test(between);
  };
  const phrase = phraseAt(list, at, TALK_PHRASES);
  if (phrase) {
    const [before, behind] = [isSetOff(phrase.from), isSetOff(phrase.to)];
    return before && (behind || list[phrase.from]?.sentenceStart === true);
  }
  if (!TALK.has(unit.key)) return false;
  if (isSetOff(at) && isSetOff(at + 1)) return true;
  return OPENERS.has(unit.key) && unit.sentenceStart;
}

/** The phrase of a list that a unit is part of, by where it begins and ends; half-open. */
function phraseAt(
  list: readonly Unit[],
  at: number,
  phrases: readonly (readonly string[])[],
): { from: number; to: number } | null {
  const key = list[at]?.key ?? "";
  for (const phrase of phrases) {
    for (let place = phrase.indexOf(key); place >= 0; place = phrase.indexOf(key, place + 1)) {
      const from = at - place;
      if (phrase.every((word, offset) => list[from + offset]?.key === word))
        return { from, to: from + phrase.length };
    }
  }
  return null;
}
