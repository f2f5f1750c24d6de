import type { Lexicon } from "../text/lexicon.ts";
import { readNumber } from "../text/numbers.ts";
import { countryOf } from "../text/places.ts";
import { TITLES } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { beforeTimeCode } from "../text/time-codes.ts";
import { type Word, words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import { ALSO_A_WORD, markDates } from "./dates.ts";
import { MODALS, MONTHS, NEGATIONS, QUANTIFIERS, UNIT_SYMBOLS, UNITS, WEEKDAYS } from "./word-classes.ts";
import { factsOf, type WordFacts, weekdayOf } from "./word-facts.ts";

export type UnitClass =
  | "number"
  | "date"
  | "unit"
  | "negation"
  | "modality"
  | "quantifier"
  | "name"
  | "plain";

/**
 * What alignment compares: a word, one part of a contraction ("don’t" is "do" and "not"),
 * a number in whatever dress, or a unit of measure by word or symbol. `start` and `end`
 * are the printed place; parts of one contraction share it.
 */
export interface Unit extends Span {
  /** Two units with the same key say the same. */
  key: string;
  /** The word as printed, folded: tells "cannot" from "can not" once the keys are equal. */
  printed: string;
  /** The word as the index has it: its bits are looked up by this. */
  look: string;
  kind: UnitClass;
  weight: number;
  /** Capitalised where a sentence's start does not demand it, or a word that is always a name. */
  capital: boolean;
  /** True where a sentence, a quotation or a heading begins with it. */
  sentenceStart: boolean;
  /** Index among the words of the text it was read from. */
  word: number;
  /** Number of the bracket the word stands in, or −1. Only quotations have them. */
  bracket: number;
}

/** Contractions whose letters without the mark spell another word: taken apart only where the apostrophe is printed. */
const MARKED: readonly [RegExp, string][] = [
  [/^(\p{L}+)['’‛ʼ＇`´]re$/iu, "are"],
  [/^(\p{L}+)['’‛ʼ＇`´]ve$/iu, "have"],
  [/^(\p{L}+)['’‛ʼ＇`´]ll$/iu, "will"],
  [/^(\p{L}+)['’‛ʼ＇`´]d$/iu, "would"],
  [/^(i)['’‛ʼ＇`´]m$/iu, "am"],
  [/^(it|he|she|what|where|who|how|there|here|that|this)['’‛ʼ＇`´]s$/iu, "is"],
];

function parts(printed: string, { key, contracted }: WordFacts): readonly string[] {
  if (contracted) return contracted;
  if (!mayBeMarked(printed)) return [key];
  for (const [pattern, ending] of MARKED) {
    const hit = pattern.exec(printed);
    if (hit?.[1]) return [hit[1].toLowerCase(), ending];
  }
  return [key];
}

/** False for most words: before the last letter or the last two no apostrophe stands. */
function mayBeMarked(printed: string): boolean {
  return !isSmall(printed, printed.length - 2) || !isSmall(printed, printed.length - 3);
}

function isSmall(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x61 && unit <= 0x7a;
}

/** A text on its way to units. */
interface Reading {
  text: string;
  list: readonly Word[];
  keys: readonly string[];
  facts: readonly WordFacts[];
  lexicon: Lexicon;
  /** A text without capitals says nothing by them: its names are told by the lexicon. */
  caseless: boolean;
  bracketOf: (word: number) => number;
  /** Whether a word follows the one before with nothing but a space or a hyphen between. */
  adjacent: (word: number) => boolean;
}

/** The units of a text. `lexicon` tells names at a sentence's start; `list` are the text's words; `bracketOf` says in which bracket a word stands. */
export function units(
  text: string,
  lexicon: Lexicon,
  list: readonly Word[] = words(text),
  bracketOf: (word: number) => number = () => -1,
): Unit[] {
  const facts = list.map((word) => factsOf(word.key));
  const keys = facts.map(({ key }) => key);
  const adjacent = (word: number): boolean => isAdjacent(reading, word);
  const caseless = !/\p{Lu}/u.test(text);
  const reading: Reading = { text, list, keys, facts, lexicon, caseless, bracketOf, adjacent };
  const found: Unit[] = [];
  for (let index = 0; index < list.length; ) {
    index +=
      pushNoOne(found, reading, index) ||
      pushNumber(found, reading, index) ||
      pushWord(found, reading, index);
  }
  return markDates(found);
}

function isAdjacent({ text, list, bracketOf }: Reading, index: number): boolean {
  const before = list[index - 1];
  const here = list[index];
  if (!before || !here || bracketOf(index - 1) !== bracketOf(index)) return false;
  return /^(?:\s+|\s*[-‐‑]\s*)$/u.test(text.slice(before.end, beforeTimeCode(text, here.start)));
}

function pushNumber(found: Unit[], reading: Reading, index: number): number {
  const { text, list, keys, facts } = reading;
  if (!facts[index]?.beginsNumber) return 0;
  const number = readNumber(keys, index, reading.adjacent);
  if (!number) return 0;
  const first = list[index] as Word;
  const last = list[index + number.taken - 1] as Word;
  const before = /(\S)\s?$/u.exec(text.slice(Math.max(0, first.start - 2), first.start));
  const after = /^\s?(\S)/u.exec(text.slice(last.end, last.end + 2));
  const [prefix, suffix] = [UNIT_SYMBOLS.get(before?.[1] ?? ""), UNIT_SYMBOLS.get(after?.[1] ?? "")];
  const start = prefix && !suffix ? first.start - (before?.[0].length ?? 0) : first.start;
  const end = suffix ? last.end + (after?.[0].length ?? 0) : last.end;
  const make = (key: string, kind: UnitClass): Unit => ({
    key,
    printed: text.slice(start, end).toLowerCase(),
    look: number.taken === 1 ? first.key : key,
    kind,
    start,
    end,
    weight: ALIGNING.contentWeight,
    capital: false,
    sentenceStart: opensSentence(text, first.start),
    word: index,
    bracket: reading.bracketOf(index),
  });
  found.push(make(`#${number.form === "cardinal" ? "" : number.form}${number.value}`, "number"));
  const symbol = suffix ?? prefix;
  if (symbol) found.push(make(`@${symbol}`, "unit"));
  return number.taken;
}

/** "no one" is one word in two: a denial, and no number. */
function pushNoOne(found: Unit[], reading: Reading, index: number): number {
  const { text, list, keys } = reading;
  if (keys[index] !== "no" || keys[index + 1] !== "one" || !isAdjacent(reading, index + 1)) return 0;
  if (keys[index + 2] === "of") return 0;
  const [first, last] = [list[index] as Word, list[index + 1] as Word];
  found.push({
    key: "noone",
    printed: text.slice(first.start, last.end).toLowerCase(),
    look: "no",
    kind: "negation",
    start: first.start,
    end: last.end,
    weight: ALIGNING.contentWeight,
    capital: false,
    sentenceStart: opensSentence(text, first.start),
    word: index,
    bracket: reading.bracketOf(index),
  });
  return 2;
}

function pushWord(found: Unit[], reading: Reading, index: number): number {
  const { text, list } = reading;
  const word = list[index] as Word;
  const whole = reading.facts[index] as WordFacts;
  const printed = text.slice(word.start, word.end);
  const perCent = word.key === "per" && list[index + 1]?.key === "cent";
  const sentenceStart = opensSentence(text, word.start);
  const capital = isCapital(reading, whole, printed, sentenceStart);
  for (const key of perCent ? ["percent"] : parts(printed, whole)) {
    const facts = key === whole.key ? whole : factsOf(key);
    const kind = classOf(facts, printed, capital);
    found.push({
      key: canonical(facts.key, kind),
      printed: printed.toLowerCase(),
      look: whole.key,
      kind,
      start: word.start,
      end: perCent ? (list[index + 1] as Word).end : word.end,
      weight: facts.common && kind === "plain" ? ALIGNING.commonWeight : ALIGNING.contentWeight,
      capital,
      sentenceStart,
      word: index,
      bracket: reading.bracketOf(index),
    });
  }
  return perCent ? 2 : 1;
}

/** A capital that says "name": inside a sentence by itself, at its start or in a text without capitals by the lexicon. */
function isCapital(
  { lexicon, caseless }: Reading,
  { key, common }: WordFacts,
  printed: string,
  sentenceStart: boolean,
): boolean {
  const upper = isUpper(printed);
  if (upper && !sentenceStart) return true;
  if (upper && countryOf(key) !== null && key !== "us") return true;
  return (upper || caseless) && !common && lexicon.isName(key);
}

function isUpper(printed: string): boolean {
  const unit = printed.charCodeAt(0);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Lu}/u.test(printed);
}

/** One key for what is the same: "Feb." and "February", "dollars" and "$". */
function canonical(key: string, kind: UnitClass): string {
  if (kind === "unit") return `@${UNITS.get(key)}`;
  if (kind !== "date") return key;
  const month = MONTHS.get(key);
  return month === undefined ? `weekday${WEEKDAYS.get(weekdayOf(key))}` : `month${month}`;
}

/** A title's stop ends no sentence: what follows is a name. */
const AFTER_TITLE = new RegExp(`(?<!\\p{L})(?:${TITLES})\\.\\s$`, "u");

/** True where a capital is owed to the sentence's start, an opening mark, or a heading's. */
function opensSentence(text: string, from: number): boolean {
  if (isMidSentence(text, from)) return false;
  const at = beforeTimeCode(text, from);
  const before = text.slice(Math.max(0, at - 8), at);
  if (AFTER_TITLE.test(before)) return false;
  return at === 0 || /(?:^|[.!?…:\n。])[\s"'“”‘’«»„([—–-]*$|[“"‘«„([]$/u.test(before);
}

/** True for most words, without a pattern: a space stands before, and a small letter or a comma before that. */
function isMidSentence(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x20) return false;
  const unit = text.charCodeAt(at - 2);
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0x2c;
}

function classOf({ key, common, closed }: WordFacts, printed: string, capital: boolean): UnitClass {
  const known = closed ? closedClassOf(key, capital) : null;
  return known ?? ((capital && key !== "i" && !common) || isInitials(printed) ? "name" : "plain");
}

/** "U.S." */
function isInitials(printed: string): boolean {
  return printed.includes(".") && /^\p{Lu}\.(?:\p{Lu}\.?)+$/u.test(printed);
}

function closedClassOf(key: string, capital: boolean): UnitClass | null {
  if (NEGATIONS.has(key)) return "negation";
  if (MONTHS.has(key) && !ALSO_A_WORD.has(key)) return "date";
  if (WEEKDAYS.has(weekdayOf(key)) && weekdayOf(key).length > 3) return "date";
  if (MODALS.has(key) && !(capital && key !== "i")) return "modality";
  if (QUANTIFIERS.has(key)) return "quantifier";
  return UNITS.has(key) ? "unit" : null;
}
