import { isFunctionWord } from "../text/common-words.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { readNumber } from "../text/numbers.ts";
import { countryOf } from "../text/places.ts";
import { TITLES } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { type Word, words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import { ALSO_A_WORD, markDates } from "./dates.ts";
import { MODALS, MONTHS, NEGATIONS, QUANTIFIERS, UNIT_SYMBOLS, UNITS, WEEKDAYS } from "./word-classes.ts";

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

const CONTRACTED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cannot: "can not",
    wont: "will not",
    cant: "can not",
    shant: "shall not",
    aint: "is not",
    dont: "do not",
    doesnt: "does not",
    didnt: "did not",
    isnt: "is not",
    arent: "are not",
    wasnt: "was not",
    werent: "were not",
    hasnt: "has not",
    havent: "have not",
    hadnt: "had not",
    couldnt: "could not",
    wouldnt: "would not",
    shouldnt: "should not",
    mustnt: "must not",
    neednt: "need not",
    im: "i am",
    ive: "i have",
    youre: "you are",
    theyre: "they are",
    weve: "we have",
    youve: "you have",
    theyve: "they have",
    theyll: "they will",
    youll: "you will",
    thats: "that is",
    whats: "what is",
    theres: "there is",
    gonna: "going to",
    wanna: "want to",
    gotta: "got to",
    lets: "let us",
    alright: "all right",
  }).map(([key, parts]) => [key, parts.split(" ")]),
);
/** Contractions whose letters without the mark spell another word: taken apart only where the apostrophe is printed. */
const MARKED: readonly [RegExp, string][] = [
  [/^(\p{L}+)['’‛ʼ＇`´]re$/iu, "are"],
  [/^(\p{L}+)['’‛ʼ＇`´]ve$/iu, "have"],
  [/^(\p{L}+)['’‛ʼ＇`´]ll$/iu, "will"],
  [/^(\p{L}+)['’‛ʼ＇`´]d$/iu, "would"],
  [/^(i)['’‛ʼ＇`´]m$/iu, "am"],
  [/^(it|he|she|what|where|who|how|there|here|that|this)['’‛ʼ＇`´]s$/iu, "is"],
];

const APOSTROPHE = /['’‛ʼ＇`´]/u;

function parts(printed: string, key: string): readonly string[] {
  const whole = CONTRACTED.get(key);
  if (whole) return whole;
  if (!APOSTROPHE.test(printed)) return [key];
  for (const [pattern, ending] of MARKED) {
    const hit = pattern.exec(printed);
    if (hit?.[1]) return [hit[1].toLowerCase(), ending];
  }
  return [key];
}

/** A text on its way to units. */
interface Reading {
  text: string;
  list: readonly Word[];
  keys: readonly string[];
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
  const keys = list.map((word) => word.key);
  const adjacent = (word: number): boolean => isAdjacent(reading, word);
  const caseless = !/\p{Lu}/u.test(text);
  const reading: Reading = { text, list, keys, lexicon, caseless, bracketOf, adjacent };
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
  return /^(?:\s+|\s*[-‐‑]\s*)$/u.test(text.slice(before.end, here.start));
}

function pushNumber(found: Unit[], reading: Reading, index: number): number {
  const { text, list, keys } = reading;
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
  const { text, list, lexicon } = reading;
  const word = list[index] as Word;
  const printed = text.slice(word.start, word.end);
  const perCent = word.key === "per" && list[index + 1]?.key === "cent";
  const sentenceStart = opensSentence(text, word.start);
  const capital = isCapital(reading, word.key, printed, sentenceStart, lexicon);
  for (const key of perCent ? ["percent"] : parts(printed, word.key)) {
    const kind = classOf(key, printed, capital);
    found.push({
      key: canonical(key, kind),
      printed: printed.toLowerCase(),
      look: word.key,
      kind,
      start: word.start,
      end: perCent ? (list[index + 1] as Word).end : word.end,
      weight: isFunctionWord(key) && kind === "plain" ? ALIGNING.commonWeight : ALIGNING.contentWeight,
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
  reading: Reading,
  key: string,
  printed: string,
  sentenceStart: boolean,
  lexicon: Lexicon,
): boolean {
  const upper = isUpper(printed);
  if (upper && !sentenceStart) return true;
  if (upper && countryOf(key) !== null && key !== "us") return true;
  return (upper || reading.caseless) && !isFunctionWord(key) && lexicon.isName(key);
}

function isUpper(printed: string): boolean {
  const unit = printed.charCodeAt(0);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Lu}/u.test(printed);
}

/** "Tuesday" of "Tuesday’s" and "Tuesdays". */
function weekdayOf(key: string): string {
  return WEEKDAYS.has(key) || !key.endsWith("s") ? key : key.slice(0, -1);
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
function opensSentence(text: string, at: number): boolean {
  if (isMidSentence(text, at)) return false;
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

/** Every word that `classOf` knows by its key. */
const CLOSED: ReadonlySet<string> = new Set(
  [NEGATIONS, MODALS, QUANTIFIERS, MONTHS, WEEKDAYS, UNITS].flatMap((words) => [...words.keys()]),
);

function classOf(key: string, printed: string, capital: boolean): UnitClass {
  return (
    closedClassOf(key, capital) ??
    ((capital && key !== "i" && !isFunctionWord(key)) || isInitials(printed) ? "name" : "plain")
  );
}

/** "U.S." */
function isInitials(printed: string): boolean {
  return printed.includes(".") && /^\p{Lu}\.(?:\p{Lu}\.?)+$/u.test(printed);
}

function closedClassOf(key: string, capital: boolean): UnitClass | null {
  if (!CLOSED.has(key) && !CLOSED.has(weekdayOf(key))) return null;
  if (NEGATIONS.has(key)) return "negation";
  if (MONTHS.has(key) && !ALSO_A_WORD.has(key)) return "date";
  if (WEEKDAYS.has(weekdayOf(key)) && weekdayOf(key).length > 3) return "date";
  if (MODALS.has(key) && !(capital && key !== "i")) return "modality";
  if (QUANTIFIERS.has(key)) return "quantifier";
  return UNITS.has(key) ? "unit" : null;
}
