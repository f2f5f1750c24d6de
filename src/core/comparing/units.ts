import type { Lexicon } from "../text/lexicon.ts";
import { countryOf } from "../text/places.ts";
import type { Span } from "../text/span.ts";
import { irregularForms } from "../text/stem.ts";
import { beforeTimeCode } from "../text/time-codes.ts";
import { type Word, words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import { ALSO_A_WORD, markDates } from "./dates.ts";
import { pushDateInFigures, pushNumber } from "./number-units.ts";
import { opensSentence } from "./opens-sentence.ts";
import { vulgarKey } from "./printed-numbers.ts";
import { DEICTIC_DAYS, MODALS, MONTHS, NEGATIONS, QUANTIFIERS, UNITS, WEEKDAYS } from "./word-classes.ts";
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
  /** True for letters in capitals that may be the initials of a name, in a text that has small ones too. */
  initials: boolean;
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

function parts(printed: string, { key, contracted }: WordFacts, next: string): readonly string[] {
  if (contracted) return contracted;
  if (!mayBeMarked(printed)) return [key];
  for (const [pattern, ending] of MARKED) {
    const hit = pattern.exec(printed);
    if (hit?.[1]) return [hit[1].toLowerCase(), isPerfect(ending, next) ? PERFECT[ending] : ending];
  }
  return [key];
}

/** What "’s" and "’d" are before a participle: "he’s been", "I’d seen". */
const PERFECT = { is: "has", would: "had" } as const;
const AFTER_HAS = new Set(["been", "had", "got", "gotten", "become"]);

function isPerfect(ending: string, next: string): ending is keyof typeof PERFECT {
  if (ending === "is") return AFTER_HAS.has(next);
  if (ending !== "would") return false;
  const forms = irregularForms(next);
  return forms.length > 0 ? forms[0] !== next && !next.endsWith("ing") : /..[^e]ed$/u.test(next);
}

/** Adverbs that stand between an auxiliary and its verb. */
const BETWEEN = new Set([
  "not",
  "never",
  "always",
  "ever",
  "also",
  "just",
  "already",
  "only",
  "really",
  "long",
  "even",
]);

/** The verb that a word may be an auxiliary of: the next word that is no adverb. */
function verbAfter({ keys }: Reading, index: number): string {
  const next = keys[index + 1] ?? "";
  return BETWEEN.has(next) ? (keys[index + 2] ?? "") : next;
}

/** Words that have lost their beginning, behind the mark that says so: "’em". */
const CLIPPED: ReadonlyMap<string, string> = new Map([
  ["em", "them"],
  ["cause", "because"],
  ["til", "until"],
]);

/** What a clipped word stands for, or null. */
function clippedFrom(text: string, key: string, start: number): string | null {
  const whole = CLIPPED.get(key);
  return whole !== undefined && /(?:^|\s)['’‘]$/u.test(text.slice(Math.max(0, start - 2), start))
    ? whole
    : null;
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
export interface Reading {
  text: string;
  list: readonly Word[];
  keys: readonly string[];
  facts: readonly WordFacts[];
  lexicon: Lexicon;
  /** A text without capitals says nothing by them: its names are told by the lexicon. */
  caseless: boolean;
  /** Nor does one in capitals throughout: its "US" may be "us". */
  upper: boolean;
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
  const facts = list.map((word) => factsOf(keyOf(word, text)));
  const keys = facts.map(({ key }) => key);
  const adjacent = (word: number): boolean => isAdjacent(reading, word);
  const caseless = !/\p{Lu}/u.test(text);
  const upper = !/\p{Ll}/u.test(text);
  const reading: Reading = { text, list, keys, facts, lexicon, caseless, upper, bracketOf, adjacent };
  const found: Unit[] = [];
  for (let index = 0; index < list.length; ) {
    index +=
      pushNo(found, reading, index) ||
      pushDateInFigures(found, reading, index) ||
      pushNumber(found, reading, index) ||
      partOfSign(reading, index) ||
      pushOutOf(found, reading, index) ||
      pushWord(found, reading, index);
  }
  return markDates(mergeMoney(found));
}

/** "seven dollars and fifty cents" as one amount: "$7.50". */
function mergeMoney(list: Unit[]): Unit[] {
  for (let index = 1; index < list.length; index++) {
    const money = list[index] as Unit;
    if (!WITH_CENTS.has(money.key)) continue;
    const at = list[index + 1]?.key === "and" ? index + 2 : index + 1;
    const [whole, cents, unit] = [list[index - 1], list[at], list[at + 1]];
    if (!whole || !/^#\d+$/u.test(whole.key) || !cents || !unit) continue;
    if (unit.key !== WITH_CENTS.get(money.key)) continue;
    const part = /^#(\d{1,2})$/u.exec(cents.key)?.[1];
    if (part === undefined) continue;
    const key = `#${Number(whole.key.slice(1)) + Number(part) / 100}`;
    list.splice(index - 1, at + 3 - index, { ...whole, key, end: unit.end }, { ...money, end: unit.end });
  }
  return list;
}
const WITH_CENTS: ReadonlyMap<string, string> = new Map([
  ["@dollar", "@cent"],
  ["@euro", "@cent"],
  ["@pound", "@pence"],
]);

/** "one out of five" is one in five. */
function pushOutOf(found: Unit[], reading: Reading, index: number): number {
  const { list, keys, facts } = reading;
  const isRatio =
    keys[index] === "out" &&
    keys[index + 1] === "of" &&
    found.at(-1)?.kind === "number" &&
    facts[index + 2]?.mayBeNumber;
  if (!isRatio || found.at(-1)?.word !== index - 1) return 0;
  pushWord(found, reading, index);
  const unit = found.at(-1) as Unit;
  unit.key = "in";
  unit.end = (list[index + 1] as Word).end;
  return 2;
}

/** The key by which a word is read: its own, or a decimal for "2½", which folds into "212". */
function keyOf({ key, start, end }: Word, text: string): string {
  const unit = key.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39 ? (vulgarKey(text.slice(start, end)) ?? key) : key;
}

/** The letters of "US$" are a part of the sign: 1 for them, else 0. */
function partOfSign({ text, list, keys }: Reading, index: number): number {
  return keys[index] === "us" && text.charAt(list[index]?.end ?? 0) === "$" ? 1 : 0;
}

function isAdjacent({ text, list, bracketOf }: Reading, index: number): boolean {
  const before = list[index - 1];
  const here = list[index];
  if (!before || !here || bracketOf(index - 1) !== bracketOf(index)) return false;
  return /^(?:\s+|\s*[-‐‑]\s*)$/u.test(text.slice(before.end, beforeTimeCode(text, here.start)));
}

/** "no one" is one word in two: a denial, and no number. "No. 52" is number 52. */
function pushNo(found: Unit[], reading: Reading, index: number): number {
  const { text, list, keys } = reading;
  if (keys[index] !== "no") return 0;
  const first = list[index] as Word;
  const push = (last: Word, key: string, kind: UnitClass, weight: number): void => {
    found.push({
      key,
      printed: text.slice(first.start, last.end).toLowerCase(),
      look: "no",
      kind,
      start: first.start,
      end: last.end,
      weight,
      capital: false,
      sentenceStart: opensSentence(text, first.start),
      initials: false,
      word: index,
      bracket: reading.bracketOf(index),
    });
  };
  if (isNumero(text, first)) {
    push(first, "number", "plain", ALIGNING.contentWeight);
    return 1;
  }
  if (keys[index + 1] !== "one" || !isAdjacent(reading, index + 1) || keys[index + 2] === "of") return 0;
  push(list[index + 1] as Word, "noone", "negation", ALIGNING.contentWeight);
  return 2;
}

/** "No. 52", and "No 10" where a capital is not owed to the sentence's start. */
function isNumero(text: string, { start, end }: Word): boolean {
  const after = text.slice(end, end + 3);
  return (
    /^\.\s?\d/u.test(after) ||
    (text.charAt(start) === "N" && /^\s\d/u.test(after) && !opensSentence(text, start))
  );
}

function pushWord(found: Unit[], reading: Reading, index: number): number {
  const { text, list } = reading;
  const word = list[index] as Word;
  const whole = reading.facts[index] as WordFacts;
  const printed = text.slice(word.start, word.end);
  const perCent = word.key === "per" && list[index + 1]?.key === "cent";
  const sentenceStart = opensSentence(text, word.start);
  const capital = isCapital(reading, whole, printed, sentenceStart);
  const clipped = clippedFrom(text, word.key, word.start);
  const keys = clipped ? [clipped] : parts(printed, whole, verbAfter(reading, index));
  for (const key of perCent ? ["percent"] : keys) {
    const facts = key === whole.key ? whole : factsOf(key);
    const kind = printed === "US" && !reading.upper ? "name" : classOf(facts, printed, capital);
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
      initials: !reading.upper && INITIALS.test(printed),
      word: index,
      bracket: reading.bracketOf(index),
    });
  }
  return perCent ? 2 : 1;
}

/** "UN", "U.N." and "FBI", and no longer than the longest that are held against names. */
const INITIALS = new RegExp(`^(?:\\p{Lu}\\.?){2,${ALIGNING.acronymLettersMax}}$`, "u");

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
  if (kind !== "date" || DEICTIC_DAYS.has(key)) return key;
  const month = MONTHS.get(key);
  return month === undefined ? `weekday${WEEKDAYS.get(weekdayOf(key))}` : `month${month}`;
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
  if (DEICTIC_DAYS.has(key)) return "date";
  if (WEEKDAYS.has(weekdayOf(key)) && weekdayOf(key).length > 3) return "date";
  if (MODALS.has(key) && !(capital && key !== "i")) return "modality";
  if (QUANTIFIERS.has(key)) return "quantifier";
  return UNITS.has(key) ? "unit" : null;
}
