import type { ChangeKind } from "../answer.ts";
import { isFunctionWord } from "../text/common-words.ts";
import type { Shelf } from "../text/shelf.ts";
import { standingTimeCodes } from "../text/time-codes.ts";
import { ALIGNING } from "../tuning.ts";
import type { Step } from "./align.ts";
import type { Block } from "./blocks.ts";
import { isSame, type Reading } from "./excerpts.ts";
import { isFiller, type UnitsOfText } from "./fillers.ts";
import type { Unit, UnitClass } from "./units.ts";
import { ARTICLES, LOOSE_PREPOSITIONS, PRONOUNS, SLIGHT } from "./word-classes.ts";

export type StepKind = { kind: ChangeKind; material: boolean; plain: boolean };

/** What kind of change one step is, and whether it matters. */
export function kindOf(reading: Reading, index: number): StepKind {
  const step = reading.block.steps[index] as Step;
  switch (step.type) {
    case "pair":
      return isOtherPeriod(reading.block.steps, index)
        ? typed("date", true)
        : pairKind(step.submitted, step.source, step.relation);
    case "inserted":
      return insertedKind(reading, index, step.submitted);
    case "omitted":
      return omittedKind(reading, index, step.source);
  }
}

/** "last month" for "last week": of time, and no measure. */
function isOtherPeriod(steps: readonly Step[], index: number): boolean {
  const [before, step] = [steps[index - 1], steps[index]];
  if (step?.type !== "pair" || step.submitted.kind !== "unit" || step.source.kind !== "unit") return false;
  return (
    before?.type === "pair" &&
    before.source.kind === "date" &&
    /^(?:last|this|next)$/u.test(before.source.key)
  );
}

const plain = (kind: ChangeKind, material: boolean): StepKind => ({ kind, material, plain: true });

const typed = (kind: ChangeKind, material: boolean): StepKind => ({ kind, material, plain: false });

function pairKind(submitted: Unit, source: Unit, relation: string): StepKind {
  if (relation === "spelling" || relation === "misspelling") return typed("spelling", false);
  if (relation === "inflection") return typed("inflection", false);
  if (isOpposite(submitted.key, source.key)) return typed("negation", true);
  const special = strongest(submitted, source);
  if (special) return typed(special, true);
  if (submitted.kind === "name" && (source.kind === "name" || PRONOUNS.has(source.key)))
    return typed("name", true);
  if (source.kind === "name" && PRONOUNS.has(submitted.key)) return typed("name", true);
  const slight = ARTICLES.has(submitted.key) && ARTICLES.has(source.key);
  if (isRate(submitted.key, source.key)) return plain("word", false);
  if (LOOSE_PREPOSITIONS.has(submitted.key) && LOOSE_PREPOSITIONS.has(source.key))
    return plain("word", false);
  const linking = new Set(["that", "which", "who", "whom"]);
  return plain("word", !slight && !(linking.has(submitted.key) && linking.has(source.key)));
}

/** "$610,000 per year" for "$610,000 a year". */
function isRate(a: string, b: string): boolean {
  return (a === "per" && /^an?$/u.test(b)) || (b === "per" && /^an?$/u.test(a));
}

/** "unconditionally" beside "conditionally": one is the other under a prefix that denies it. */
function isOpposite(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && DENYING_PREFIXES.some((prefix) => long === prefix + short);
}
const DENYING_PREFIXES = ["un", "in", "im", "ir", "il", "dis", "non", "anti"];

/** Of two units that differ, the class that decides what the change is. */
export function strongest(submitted: Unit, source: Unit): ChangeKind | null {
  const order: readonly UnitClass[] = ["negation", "number", "date", "unit", "modality", "quantifier"];
  return (
    (order.find((kind) => submitted.kind === kind || source.kind === kind) as ChangeKind | undefined) ?? null
  );
}

function insertedKind(reading: Reading, index: number, unit: Unit): StepKind {
  const { quotation } = reading;
  const at = quotation.units.indexOf(unit);
  if (repeats(unit, quotation.units[at - 1]) || repeats(unit, quotation.units[at + 1]))
    return typed("filler", false);
  if (isRangeWord(reading, index, unit)) return typed("typography", false);
  if (isSharedUnit(quotation.units, unit)) return typed("typography", false);
  if (besideName(reading, index)) return typed("name", true);
  return loneKind(unit, isFiller(submittedUnits(reading), at), "insertion", partOfName(reading, index));
}

function omittedKind(reading: Reading, index: number, unit: Unit): StepKind {
  const { block } = reading;
  if (isUnspoken(block, unit)) return typed("punctuation", false);
  if (isInterjection(block, reading.shelf, unit)) return typed("punctuation", false);
  if (isLostSymbol(block, index, unit)) return typed("typography", false);
  const there = sourceUnits(reading);
  const at = there.list.indexOf(unit);
  if (isFalseStart(reading, unit) || isBrokenOff(reading, unit)) return typed("filler", false);
  if (isRangeWord(reading, index, unit)) return typed("typography", false);
  if (isSharedUnit(there.list, unit)) return typed("typography", false);
  if (besideName(reading, index)) return typed("name", true);
  return loneKind(unit, isFiller(there, at), "omission", partOfName(reading, index));
}

function submittedUnits({ quotation }: Reading): UnitsOfText {
  return { list: quotation.units, text: quotation.text, start: 0 };
}

function sourceUnits({ block }: Reading): UnitsOfText {
  const list = block.steps.flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
  return { list, text: block.window.text, start: block.window.start };
}

/** A currency's sign that did not survive copying: the number is the same, and no other currency is named. */
function isLostSymbol(block: Block, index: number, unit: Unit): boolean {
  const before = block.steps[index - 1];
  if (!before || !isSame(before) || unit.kind !== "unit" || before.source.word !== unit.word) return false;
  return /^[$€£¥]/u.test(block.window.text.slice(unit.start - block.window.start));
}

function repeats(unit: Unit, other: Unit | undefined): boolean {
  return other !== undefined && other.key === unit.key && unit.kind === "plain";
}

/**
 * "I have, I have only two things": words said again right after. Which of the two copies was
 * left out, or the end of one and the beginning of the other, is the alignment's choice.
 */
function isFalseStart(reading: Reading, unit: Unit): boolean {
  if (unit.kind === "number") return false;
  const there = sourceUnits(reading);
  const all = reading.block.steps.flatMap((step) => (step.type === "inserted" ? [] : [step]));
  const list = all.filter(
    (step, index) => step.source === unit || step.type !== "omitted" || !isFiller(there, index),
  );
  const keys = list.map((step) => step.source.key);
  const at = list.findIndex((step) => step.source === unit);
  for (let length = 1; length <= ALIGNING.falseStartWordsMax; length++) {
    for (let first = Math.max(0, at - 2 * length + 1); first <= at; first++) {
      if (!isSaidTwice(keys, first, length)) continue;
      const twice = list.slice(first, first + 2 * length);
      if (twice.filter((step) => step.type === "omitted").length >= length) return true;
    }
  }
  return false;
}

/** A small word that a dash breaks off, and another of its kind that the speaker goes on with: "in my — our administration". */
function isBrokenOff({ block }: Reading, unit: Unit): boolean {
  if (unit.kind !== "plain" || !isFunctionWord(unit.key)) return false;
  return /^\s*(?:--|—|–|-\s)/u.test(block.window.text.slice(unit.end - block.window.start));
}

/** Whether so many words from a place on are said again right after. */
function isSaidTwice(keys: readonly string[], first: number, length: number): boolean {
  if (first + 2 * length > keys.length) return false;
  for (let at = first; at < first + length; at++) if (keys[at] !== keys[at + length]) return false;
  return true;
}

function loneKind(unit: Unit, filler: boolean, kind: "insertion" | "omission", ofName: boolean): StepKind {
  if (unit.kind === "negation") return typed("negation", true);
  if (filler) return typed("filler", false);
  if (
    unit.kind === "number" ||
    unit.kind === "date" ||
    unit.kind === "unit" ||
    unit.kind === "modality" ||
    unit.kind === "quantifier"
  )
    return typed(unit.kind, true);
  if (ofName) return plain(kind, false);
  return plain(kind, !SLIGHT.has(unit.key));
}

/** The "to" of "10 to 15" or "five to four" where the other side prints a dash. */
function isRangeWord({ quotation, block }: Reading, index: number, unit: Unit): boolean {
  if (unit.key !== "to") return false;
  const [before, after] = [block.steps[index - 1], block.steps[index + 1]];
  if (!before || !after || !isSame(before) || !isSame(after)) return false;
  if (before.source.kind !== after.source.kind || !/^(?:number|date)$/u.test(before.source.kind))
    return false;
  const between =
    block.steps[index]?.type === "inserted"
      ? block.window.text.slice(
          before.source.end - block.window.start,
          after.source.start - block.window.start,
        )
      : quotation.text.slice(before.submitted.end, after.submitted.start);
  return /^\s*[-‐‑–—]\s*$/u.test(between);
}

/** The first "%" of "30% to 40%", which "30 to 40 percent" leaves to the second. */
function isSharedUnit(list: readonly Unit[], unit: Unit): boolean {
  if (unit.kind !== "unit") return false;
  const at = list.indexOf(unit);
  const next = /^(?:to|and|or)$/u.test(list[at + 1]?.key ?? "") ? at + 2 : at + 1;
  return list[at - 1]?.kind === "number" && list[next]?.kind === "number" && list[next + 1]?.key === unit.key;
}

/** A further word of a name that was put for another: "the European Union" for "NATO". */
function besideName({ block }: Reading, index: number): boolean {
  const step = block.steps[index];
  const unit = step?.type === "inserted" ? step.submitted : step?.type === "omitted" ? step.source : null;
  if (unit?.kind !== "name") return false;
  return [block.steps[index - 1], block.steps[index + 1]].some(
    (other) => other?.type === "pair" && other.relation === "class" && other.source.kind === "name",
  );
}

/** "Joe" left out of "Joe Biden" leaves the same person. */
function partOfName({ block }: Reading, index: number): boolean {
  const step = block.steps[index] as Step;
  const unit = step.type === "omitted" ? step.source : step.type === "inserted" ? step.submitted : null;
  if (!unit?.capital) return false;
  return [block.steps[index - 1], block.steps[index + 1]].some((other) => {
    if (!other || !isSame(other)) return false;
    const beside = step.type === "omitted" ? other.source : other.submitted;
    return beside.kind === "name" && Math.abs(beside.word - unit.word) === 1 && isFirst(unit, beside);
  });
}

function isFirst(unit: Unit, beside: Unit): boolean {
  return unit.word < beside.word;
}

/** "(Applause.)", "[crosstalk]", "([ laughter ])": what a transcript notes and nobody says. */
export const STAGE_DIRECTION =
  /[([]+\s*(?:sic|applause|laugh(?:s|ter|ing)?|chuckl(?:es|ing)|cheer(?:s|ing)?|cross[ -]?talk|inaudible|indiscernible|unintelligible|music|pauses?|boo(?:s|ing)?|audience|crowd|bells?|gavel|coughs?|sighs?|chant(?:s|ing)|whistl(?:es|ing)|shouting|silence|recess|no (?:audible |verbal )?response|off[ -]?mi(?:c|ke|crophone)|voice-?over|video(?:tape|clip)?|audio|commercial break|break|(?:begin|end|start)(?:s|ning)?(?:(?: of)? (?:video|audio|tape|clip|recording)\w*|(?=\s*[.)\]]))|speak(?:s|ing) (?:in )?(?:a )?(?:foreign language|\p{L}+)(?=\s*[.)\]])|(?:as |voice )?(?:through|via|of|by) (?:a |an |the )?(?:translator|interpreter))\b[^)\]]{0,60}[)\]]+/giu;

/** True for a word that a transcript prints and nobody says: of "(Applause.)" and the like, or of a time at the start of a line. */
export function isUnspoken(block: Block, unit: Unit): boolean {
  const text = block.window.text;
  const at = unit.start - block.window.start;
  if (unit.kind === "number" && isTimed(text, at)) return true;
  const open = Math.max(text.lastIndexOf("(", at), text.lastIndexOf("[", at));
  if (open < 0 || at - open > 80) return false;
  const from = Math.max(0, open - 1);
  return [...text.slice(from, open + 160).matchAll(STAGE_DIRECTION)].some(
    (hit) => from + hit.index <= open && from + hit.index + hit[0].length > at,
  );
}

/** Whether a place lies in a time code that opens its line without brackets: with them it has no words. */
function isTimed(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf("\n", at), 0);
  if (at - from > TIMED_CHARS) return false;
  return standingTimeCodes(text.slice(from, at + TIMED_CHARS)).some(
    ({ start, end }) => from + start <= at && from + end > at,
  );
}

/** No time code with the line's end and the spaces before it is longer. */
const TIMED_CHARS = 24;

/** True where an article's own words ("he said") stand between two parts of one speaker's quotation. */
function isInterjection(block: Block, shelf: Shelf, unit: Unit): boolean {
  if (shelf.voice(block.source, unit) !== null) return false;
  const [first, last] = [block.steps[0], block.steps.at(-1)];
  if (!first || !last || first.type === "inserted" || last.type === "inserted") return false;
  const voice = shelf.voice(block.source, first.source);
  return voice !== null && voice === shelf.voice(block.source, last.source);
}
