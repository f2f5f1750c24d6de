import type { Change, ChangeKind, Excerpt } from "../answer.ts";
import { isFunctionWord } from "../text/common-words.ts";
import { fold } from "../text/fold.ts";
import { countryOf } from "../text/places.ts";
import type { Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { isUnspaced } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import type { Step } from "./align.ts";
import type { Arrangement, Block } from "./arrange.ts";
import { changeMessage } from "./messages.ts";
import type { ReadQuotation } from "./quotation.ts";
import type { Unit, UnitClass } from "./units.ts";
import { ARTICLES, FILLER_PHRASES, FILLERS, PLAIN_NEGATIONS, PRONOUNS, SLIGHT } from "./word-classes.ts";

/** What changes are read from: the two texts and the alignment of one block. */
interface Reading {
  quotation: ReadQuotation;
  block: Block;
  shelf: Shelf;
}

/** Every difference in wording between a quotation and where it stands, in the quotation's order. */
export function readChanges(quotation: ReadQuotation, arrangement: Arrangement, shelf: Shelf): Change[] {
  const changes: Change[] = [];
  arrangement.blocks.forEach((block, index) => {
    const before = arrangement.blocks[index - 1];
    if (before) changes.push(...between(quotation, before, block, shelf));
    changes.push(...within({ quotation, block, shelf }));
  });
  changes.push(...unplacedChanges(quotation, arrangement), ...noteChanges(quotation, arrangement));
  return changes.sort((a, b) => a.submitted.start - b.submitted.start || a.submitted.end - b.submitted.end);
}

/** "[sic]" and the like: the author's remark, in brackets and in nobody's mouth. */
function noteChanges(quotation: ReadQuotation, { blocks }: Arrangement): Change[] {
  return quotation.notes.map((note) => {
    const before = blocks
      .flatMap((block) => block.steps)
      .findLast((step) => step.type === "pair" && step.submitted.end <= note.start);
    const at = before?.type === "pair" ? before.source.end : (blocks[0]?.start ?? 0);
    return change("bracket", false, excerpt(quotation.text, note.start, note.end), {
      text: "",
      start: at,
      end: at,
    });
  });
}

/** Kinds whose change is material whatever it is. */
const ALWAYS_MATERIAL: ReadonlySet<ChangeKind> = new Set([
  "number",
  "date",
  "unit",
  "negation",
  "modality",
  "quantifier",
  "name",
]);

function change(kind: ChangeKind, material: boolean, submitted: Excerpt, source: Excerpt): Change {
  return {
    kind,
    material: material || ALWAYS_MATERIAL.has(kind),
    submitted,
    source,
    message: changeMessage(kind, submitted.text, source.text),
  };
}

function excerpt(text: string, start: number, end: number, offset = 0): Excerpt {
  return { text: text.slice(start - offset, end - offset), start, end };
}

// ── within one block ────────────────────────────────────────────────────────

function within(reading: Reading): Change[] {
  const { steps } = reading.block;
  const changes: Change[] = [];
  const moved = movedSteps(steps);
  for (const [a, b] of moved.pairs) changes.push(orderChange(reading, a, b));
  let index = 0;
  while (index < steps.length) {
    if (isSame(steps[index] as Step)) {
      changes.push(...foldChanges(reading, index));
      index++;
      continue;
    }
    let end = index;
    while (end < steps.length && !isSame(steps[end] as Step)) end++;
    changes.push(...regionChanges(reading, index, end, moved.taken));
    index = end;
  }
  return mergeFolds(reading, changes);
}

function isSame(step: Step): step is Step & { type: "pair" } {
  return step.type === "pair" && step.relation === "same";
}

/** The place between two units where nothing stands. */
function gapAt(units: readonly Unit[], fallback: number): number {
  return units.at(-1)?.end ?? fallback;
}

/** Excerpts of both texts that a run of steps covers; empty ones stand where the words would be. */
function excerpts(
  { quotation, block }: Reading,
  from: number,
  to: number,
): { submitted: Excerpt; source: Excerpt } {
  const run = block.steps.slice(from, to);
  const left = run.flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
  const right = run.flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
  const leftBefore = block.steps
    .slice(0, from)
    .flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
  const rightBefore = block.steps
    .slice(0, from)
    .flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
  const leftAt = gapAt(leftBefore, quotation.units[block.from]?.start ?? 0);
  const rightAt = gapAt(rightBefore, block.start);
  return {
    submitted: excerpt(quotation.text, left[0]?.start ?? leftAt, left.at(-1)?.end ?? leftAt),
    source: excerpt(
      block.window.text,
      right[0]?.start ?? rightAt,
      right.at(-1)?.end ?? rightAt,
      block.window.start,
    ),
  };
}

/** Differences that are none in wording: capitals, marks, the dress of a number. */
function foldChanges(reading: Reading, index: number): Change[] {
  const { quotation, block } = reading;
  const step = block.steps[index] as Step & { type: "pair" };
  const changes: Change[] = [];
  const next = block.steps[index + 1];
  const { submitted, source } = excerpts(reading, index, index + 1);
  const contraction =
    next &&
    isSame(next) &&
    (next.submitted.word === step.submitted.word || next.source.word === step.source.word);
  if (submitted.text !== source.text && !contraction)
    changes.push(foldChange(reading, index, submitted, source));
  if (next && isSame(next) && !contraction) {
    const left = quotation.text.slice(step.submitted.end, next.submitted.start);
    const right = block.window.text.slice(
      step.source.end - block.window.start,
      next.source.start - block.window.start,
    );
    if (punctuation(left) !== punctuation(right) && !/…|\.\s?\.\s?\./u.test(left)) {
      changes.push(
        change(
          "punctuation",
          false,
          excerpt(quotation.text, step.submitted.end, next.submitted.start),
          excerpt(block.window.text, step.source.end, next.source.start, block.window.start),
        ),
      );
    }
  }
  return changes;
}

/** The punctuation of a gap, quotation marks and dashes alike taken for one another, hyphens and white space aside. */
function punctuation(gap: string): string {
  return fold(gap)
    .replace(/[\s"'-]+/gu, "")
    .replace(/[[\]]/gu, "");
}

function foldChange(reading: Reading, index: number, submitted: Excerpt, source: Excerpt): Change {
  const step = reading.block.steps[index] as Step & { type: "pair" };
  const before = reading.block.steps[index - 1];
  const joined =
    before &&
    isSame(before) &&
    (before.submitted.word === step.submitted.word || before.source.word === step.source.word);
  if (joined) {
    const both = excerpts(reading, index - 1, index + 1);
    return change(
      joinedKind(step, both.submitted.text, both.source.text),
      false,
      both.submitted,
      both.source,
    );
  }
  if (submitted.text.toLowerCase() === source.text.toLowerCase())
    return change("case", false, submitted, source);
  if (
    fold(submitted.text).replace(/[^\p{L}\p{N}]/gu, "") === fold(source.text).replace(/[^\p{L}\p{N}]/gu, "")
  ) {
    return change("typography", false, submitted, source);
  }
  return step.source.kind === "plain" || step.source.kind === "name"
    ? change("spelling", false, submitted, source)
    : change("typography", false, submitted, source);
}

/** Parts of one printed word: "12%" beside "12 per cent", "cease-fire" beside "ceasefire", "don’t" beside "do not". */
function joinedKind(step: Step & { type: "pair" }, submitted: string, source: string): ChangeKind {
  if (submitted.toLowerCase() === source.toLowerCase()) return "case";
  const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
  const measured =
    step.source.kind === "number" || step.source.kind === "unit" || step.source.kind === "date";
  return measured || letters(submitted) === letters(source) ? "typography" : "spelling";
}

const MERGED: ReadonlySet<ChangeKind> = new Set(["case", "typography", "punctuation", "order"]);

/** Neighbouring folds and moved words of one kind are told as one: a quotation in capitals is one difference, not thirty. */
function mergeFolds({ quotation, block }: Reading, changes: readonly Change[]): Change[] {
  const merged: Change[] = [];
  for (const next of changes.toSorted((a, b) => a.submitted.start - b.submitted.start)) {
    const last = merged.at(-1);
    const near =
      last && MERGED.has(next.kind) && last.kind === next.kind && next.source.start >= last.source.end;
    const gap = near ? quotation.text.slice(last.submitted.end, next.submitted.start) : "";
    const beside =
      near && next.kind === "order"
        ? block.window.text.slice(
            last.source.end - block.window.start,
            next.source.start - block.window.start,
          )
        : "";
    if (near && !/[\p{L}\p{N}]/u.test(gap + beside)) {
      merged[merged.length - 1] = change(
        next.kind,
        last.material || next.material,
        excerpt(quotation.text, last.submitted.start, next.submitted.end),
        excerpt(block.window.text, last.source.start, next.source.end, block.window.start),
      );
    } else merged.push(next);
  }
  return merged;
}

// ── regions of steps that are not the same ─────────────────────────────────

type StepKind = { kind: ChangeKind; material: boolean; plain: boolean };

function regionChanges(reading: Reading, from: number, to: number, taken: ReadonlySet<Step>): Change[] {
  const { steps } = reading.block;
  const bracketed = steps
    .slice(from, to)
    .some((step) => step.type !== "omitted" && step.submitted.bracket >= 0);
  if (bracketed) return bracketChanges(reading, from, to, taken);
  const changes: Change[] = [];
  let index = from;
  while (index < to) {
    const step = steps[index] as Step;
    if (taken.has(step)) {
      index++;
      continue;
    }
    const gap = spliceEnd(reading, index, to);
    if (gap > index) {
      const { submitted, source } = excerpts(reading, index, gap);
      changes.push(change("splice", true, submitted, source));
      index = gap;
      continue;
    }
    const first = kindOf(reading, index);
    let end = index + 1;
    while (end < to && !taken.has(steps[end] as Step) && joins(first, kindOf(reading, end))) end++;
    changes.push(...runChanges(reading, index, end, first));
    index = end;
  }
  return changes;
}

function joins(first: StepKind, next: StepKind): boolean {
  return (
    (first.plain && next.plain) ||
    (first.kind === next.kind &&
      (first.kind === "filler" ||
        first.kind === "number" ||
        first.kind === "name" ||
        first.kind === "punctuation"))
  );
}

/** One change for a run of plain steps: an insertion, an omission, or words put for others. */
function runChanges(reading: Reading, from: number, to: number, first: StepKind): Change[] {
  const { submitted, source } = excerpts(reading, from, to);
  if (!first.plain) return [change(first.kind, first.material, submitted, source)];
  const run = reading.block.steps.slice(from, to);
  const material = run.some((_, offset) => kindOf(reading, from + offset).material);
  const kind = submitted.text === "" ? "omission" : source.text === "" ? "insertion" : "word";
  return [change(kind, material, submitted, source)];
}

/** Where an unmarked gap that is a splice ends, or `from` when the steps there are none. */
function spliceEnd({ block, shelf }: Reading, from: number, to: number): number {
  let end = from;
  while (end < to && block.steps[end]?.type === "omitted") end++;
  const words = end - from;
  if (words === 0 || from === 0 || end === block.steps.length) return from;
  const run = block.steps.slice(from, end).flatMap((step) => (step.type === "omitted" ? [step.source] : []));
  if (run.every((unit) => isStageDirection(block, unit))) return from;
  if (changesVoice(block, shelf, from, end)) return end;
  const text = block.window.text.slice(
    (run[0] as Unit).start - block.window.start,
    (run.at(-1) as Unit).end + 2 - block.window.start,
  );
  const crosses = words >= 3 && /[.!?…]["”’)]*\s/u.test(text);
  return words >= ALIGNING.spliceWordsMin || crosses ? end : from;
}

/** True where the words before and after a gap are said by different people. */
function changesVoice(block: Block, shelf: Shelf, from: number, to: number): boolean {
  const [before, after] = [block.steps[from - 1], block.steps[to]];
  if (!before || !after || before.type === "inserted" || after.type === "inserted") return false;
  return shelf.voice(block.source, before.source) !== shelf.voice(block.source, after.source);
}

/** True where an article's own words ("he said") stand between two parts of one speaker's quotation. */
function isInterjection(block: Block, shelf: Shelf, unit: Unit): boolean {
  if (shelf.voice(block.source, unit) !== null) return false;
  const [first, last] = [block.steps[0], block.steps.at(-1)];
  if (!first || !last || first.type === "inserted" || last.type === "inserted") return false;
  const voice = shelf.voice(block.source, first.source);
  return voice !== null && voice === shelf.voice(block.source, last.source);
}

function kindOf(reading: Reading, index: number): StepKind {
  const step = reading.block.steps[index] as Step;
  switch (step.type) {
    case "pair":
      return pairKind(step.submitted, step.source, step.relation);
    case "inserted":
      return insertedKind(reading, index, step.submitted);
    case "omitted":
      return omittedKind(reading, index, step.source);
  }
}

const plain = (kind: ChangeKind, material: boolean): StepKind => ({ kind, material, plain: true });
const typed = (kind: ChangeKind, material: boolean): StepKind => ({ kind, material, plain: false });

function pairKind(submitted: Unit, source: Unit, relation: string): StepKind {
  if (relation === "spelling" || relation === "misspelling") return typed("spelling", false);
  if (relation === "inflection") return typed("inflection", false);
  const special = strongest(submitted, source);
  if (special) return typed(special, true);
  if (submitted.kind === "name" && (source.kind === "name" || PRONOUNS.has(source.key)))
    return typed("name", true);
  if (source.kind === "name" && PRONOUNS.has(submitted.key)) return typed("name", true);
  const slight = ARTICLES.has(submitted.key) && ARTICLES.has(source.key);
  const linking = new Set(["that", "which", "who", "whom"]);
  return plain("word", !slight && !(linking.has(submitted.key) && linking.has(source.key)));
}

/** Of two units that differ, the class that decides what the change is. */
function strongest(submitted: Unit, source: Unit): ChangeKind | null {
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
  return loneKind(unit, isFiller(quotation.units, at), "insertion", partOfName(reading, index));
}

function omittedKind(reading: Reading, index: number, unit: Unit): StepKind {
  const { block } = reading;
  if (isStageDirection(block, unit)) return typed("filler", false);
  if (isInterjection(block, reading.shelf, unit)) return typed("punctuation", false);
  if (isLostSymbol(block, index, unit)) return typed("typography", false);
  const list = block.steps.flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
  const at = list.indexOf(unit);
  if (isFalseStart(list, at)) return typed("filler", false);
  return loneKind(unit, isFiller(list, at), "omission", partOfName(reading, index));
}

/** A currency's sign that did not survive copying: the number is the same, and no other currency is named. */
function isLostSymbol(block: Block, index: number, unit: Unit): boolean {
  const before = block.steps[index - 1];
  if (!before || !isSame(before) || unit.kind !== "unit" || before.source.word !== unit.word) return false;
  return /[$€£¥]/u.test(
    block.window.text.slice(
      Math.max(0, unit.start - block.window.start - 2),
      unit.start - block.window.start,
    ),
  );
}

function repeats(unit: Unit, other: Unit | undefined): boolean {
  return other !== undefined && other.key === unit.key && unit.kind === "plain";
}

/** "I have, I have only two things": words said again right after. */
function isFalseStart(list: readonly Unit[], at: number): boolean {
  for (let length = 1; length <= 3; length++) {
    for (let offset = 0; offset < length; offset++) {
      const first = at - offset;
      const keys = (start: number): string =>
        list
          .slice(start, start + length)
          .map((unit) => unit.key)
          .join(" ");
      if (first < 0 || first + 2 * length > list.length) continue;
      if (keys(first) === keys(first + length) && list[at]?.kind !== "number") return true;
    }
  }
  return false;
}

function isFiller(list: readonly Unit[], at: number): boolean {
  const unit = list[at];
  if (!unit) return false;
  if (FILLERS.has(unit.key) && unit.key !== "right" && unit.key !== "like") return true;
  return FILLER_PHRASES.some((phrase) => {
    const place = phrase.indexOf(unit.key);
    return place >= 0 && phrase.every((key, offset) => list[at - place + offset]?.key === key);
  });
}

function loneKind(unit: Unit, filler: boolean, kind: "insertion" | "omission", ofName: boolean): StepKind {
  if (unit.kind === "negation")
    return PLAIN_NEGATIONS.has(unit.key) || unit.key === "cannot"
      ? typed("negation", true)
      : typed("negation", true);
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

const DIRECTION =
  /^[([]\s*(?:applause|laughter|laughs|cheers|cheering|crosstalk|cross talk|inaudible|unintelligible|music|pause|boo|audience|video|end|begin|through (?:a |an )?(?:translator|interpreter))[^)\]]{0,60}[)\]]/iu;

/** True for a word of "(Applause.)" and the like: nobody said it. */
function isStageDirection(block: Block, unit: Unit): boolean {
  const text = block.window.text;
  const at = unit.start - block.window.start;
  const open = Math.max(text.lastIndexOf("(", at), text.lastIndexOf("[", at));
  if (open < 0 || at - open > 80) return false;
  const hit = DIRECTION.exec(text.slice(open, open + 160));
  return hit !== null && open + hit[0].length > at;
}

// ── brackets ────────────────────────────────────────────────────────────────

/** Words in brackets beside the speaker's, or in their place; other differences of the region are told on their own. */
function bracketChanges(reading: Reading, from: number, to: number, taken: ReadonlySet<Step>): Change[] {
  const { steps } = reading.block;
  const isBracketed = (index: number): boolean => {
    const step = steps[index];
    return step !== undefined && step.type !== "omitted" && step.submitted.bracket >= 0;
  };
  let first = from;
  while (!isBracketed(first)) first++;
  let last = to - 1;
  while (!isBracketed(last)) last--;
  while (first > from && steps[first - 1]?.type === "omitted") first--;
  while (last + 1 < to && steps[last + 1]?.type === "omitted") last++;
  const outside = [
    ...regionChanges(reading, from, first, taken),
    ...regionChanges(reading, last + 1, to, taken),
  ];
  return [...outside, bracketChange(reading, first, last + 1)];
}

function bracketChange(reading: Reading, from: number, to: number): Change {
  const { quotation, block } = reading;
  const run = block.steps.slice(from, to);
  const submitted = run.flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
  const source = withinSentence(
    reading,
    from,
    run.flatMap((step) => (step.type === "inserted" ? [] : [step.source])),
  );
  const marks = quotation.brackets.filter((bracket) =>
    submitted.some((unit) => unit.bracket === bracket.number),
  );
  const left = excerpt(quotation.text, marks[0]?.start ?? 0, marks.at(-1)?.end ?? 0);
  const at = source[0]?.start ?? block.start;
  const right = excerpt(block.window.text, at, source.at(-1)?.end ?? at, block.window.start);
  return change("bracket", turnsMeaning(submitted, source), left, right);
}

/** At an edge a bracket may have taken words of the sentence beside: those are not what it stands for. */
function withinSentence({ block }: Reading, from: number, source: readonly Unit[]): readonly Unit[] {
  if (from > 0) return source;
  const text = block.window.text;
  const cut = source.findLastIndex((unit) =>
    /^["”’)]*[.!?…:]["”’)]*\s/u.test(text.slice(unit.end - block.window.start)),
  );
  return source.slice(cut + 1);
}

/** A bracket may name what a pronoun means; it may not turn a negation, a number or a modal round. */
function turnsMeaning(submitted: readonly Unit[], source: readonly Unit[]): boolean {
  const of = (list: readonly Unit[], kind: UnitClass): string =>
    list
      .filter((unit) => unit.kind === kind)
      .map((unit) => unit.key)
      .sort()
      .join(" ");
  if (of(submitted, "negation") !== of(source, "negation")) return true;
  if (source.length === 0) return false;
  const [named, replaced] = [placesIn(submitted), placesIn(source)];
  if (named.length > 0 && replaced.length > 0 && !named.some((place) => replaced.includes(place)))
    return true;
  return (["number", "modality", "quantifier"] as const).some(
    (kind) => of(source, kind) !== "" && of(source, kind) !== of(submitted, kind),
  );
}

/** Countries named, by name, adjective or capital: “[Moscow]” may stand for Russia, “[Ukraine]” may not. */
function placesIn(list: readonly Unit[]): string[] {
  return list.flatMap((unit) => countryOf(unit.key) ?? []);
}

// ── order ───────────────────────────────────────────────────────────────────

interface Moved {
  pairs: [number, number][];
  taken: Set<Step>;
}

/** Words left out in one place and put in another of the same block, and neighbours of a list that changed places. */
function movedSteps(steps: readonly Step[]): Moved {
  const moved: Moved = { pairs: [], taken: new Set() };
  steps.forEach((step, index) => {
    if (
      step.type !== "omitted" ||
      moved.taken.has(step) ||
      (isFunctionWord(step.source.key) && step.source.kind === "plain")
    )
      return;
    const other = steps.findIndex(
      (candidate) =>
        candidate.type === "inserted" &&
        !moved.taken.has(candidate) &&
        candidate.submitted.key === step.source.key &&
        candidate.submitted.bracket < 0,
    );
    if (other < 0) return;
    moved.pairs.push([index, other]);
    moved.taken.add(step).add(steps[other] as Step);
  });
  steps.forEach((step, index) => {
    if (!isExchange(step) || moved.taken.has(step)) return;
    const other = steps.findIndex(
      (candidate, place) =>
        place > index &&
        isExchange(candidate) &&
        candidate.submitted.key === step.source.key &&
        candidate.source.key === step.submitted.key,
    );
    if (other < 0 || !steps.slice(index + 1, other).every(isListJoint)) return;
    moved.pairs.push([index, other]);
    moved.taken.add(step).add(steps[other] as Step);
  });
  return moved;
}

function isExchange(step: Step): step is Step & { type: "pair" } {
  return step.type === "pair" && (step.relation === "class" || step.relation === "other");
}

function isListJoint(step: Step): boolean {
  return isSame(step) && (step.source.key === "and" || step.source.key === "or");
}

function orderChange(reading: Reading, a: number, b: number): Change {
  const { quotation, block } = reading;
  const first = block.steps[a] as Step;
  const second = block.steps[b] as Step;
  if (first.type === "pair" && second.type === "pair") {
    const { submitted, source } = excerpts(reading, Math.min(a, b), Math.max(a, b) + 1);
    return change("order", false, submitted, source);
  }
  const omitted = (first.type === "omitted" ? first : second) as Step & { type: "omitted" };
  const inserted = (first.type === "inserted" ? first : second) as Step & { type: "inserted" };
  const submitted = excerpt(quotation.text, inserted.submitted.start, inserted.submitted.end);
  const source = excerpt(block.window.text, omitted.source.start, omitted.source.end, block.window.start);
  const special =
    omitted.source.kind === "negation" ? "negation" : omitted.source.key === "only" ? "quantifier" : null;
  return change(
    special ?? "order",
    omitted.source.kind === "name" || isUnspaced(omitted.source.key) || Math.abs(a - b) > MOVE_WORDS,
    submitted,
    source,
  );
}
/** A word moved by no more than this within a phrase reads the same. */
const MOVE_WORDS = 5;

// ── between blocks ──────────────────────────────────────────────────────────

function between(quotation: ReadQuotation, before: Block, after: Block, shelf: Shelf): Change[] {
  const start = quotation.units[before.to - 1]?.end ?? 0;
  const end = Math.max(start, quotation.units[after.from]?.start ?? start);
  const submitted = excerpt(quotation.text, start, end);
  const marked = quotation.ellipses.some((mark) => mark.before === after.from);
  if (before.source !== after.source)
    return [change("splice", true, submitted, { text: "", start: before.end, end: before.end })];
  if (after.start < before.end)
    return [
      change("order", true, submitted, {
        text: shelf.text(after.source, after),
        start: after.start,
        end: after.end,
      }),
    ];
  const gap = trimmed(shelf, before.source, { start: before.end, end: after.start });
  const sameVoice = shelf.voice(before.source, before) === shelf.voice(after.source, after);
  const words = gap.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words === 0 && sameVoice) return [];
  if (!sameVoice) return [change("splice", true, submitted, gap)];
  if (marked) return [change("ellipsis", false, submitted, gap)];
  const short = words < ALIGNING.spliceWordsMin && !/[.!?…]["”’)]*\s/u.test(gap.text);
  return [change(short ? "omission" : "splice", true, submitted, gap)];
}

/** What was left out, from its first letter to its last, so that it reads as words. */
function trimmed(shelf: Shelf, source: number, span: Span): Excerpt {
  const text = shelf.text(source, span);
  const lead = /^[^\p{L}\p{N}$€£¥([“"‘]*/u.exec(text)?.[0].length ?? 0;
  const words = text.slice(lead).trimEnd();
  return { text: words, start: span.start + lead, end: span.start + lead + words.length };
}

/** Pieces of the quotation that stand nowhere. */
function unplacedChanges(quotation: ReadQuotation, { blocks, unplaced }: Arrangement): Change[] {
  const changes: Change[] = [];
  let run: Unit[] = [];
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    const at =
      blocks.findLast((block) => block.to <= quotation.units.indexOf(first as Unit))?.end ??
      blocks[0]?.start ??
      0;
    if (first && last)
      changes.push(
        change("insertion", true, excerpt(quotation.text, first.start, last.end), {
          text: "",
          start: at,
          end: at,
        }),
      );
    run = [];
  };
  for (const step of unplaced) {
    if (step.type !== "inserted") continue;
    if (
      run.length > 0 &&
      quotation.units.indexOf(run.at(-1) as Unit) + 1 !== quotation.units.indexOf(step.submitted)
    )
      flush();
    run.push(step.submitted);
  }
  flush();
  return changes;
}
