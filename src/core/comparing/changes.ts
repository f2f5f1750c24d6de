import type { Change, ChangeKind, Excerpt } from "../answer.ts";
import { withoutInnerDots } from "../text/sentences.ts";
import type { Shelf } from "../text/shelf.ts";
import { ALIGNING } from "../tuning.ts";
import type { Step } from "./align.ts";
import type { Arrangement } from "./arrange.ts";
import type { Block } from "./blocks.ts";
import { bracketChange, bracketStretch } from "./brackets.ts";
import { change, excerpts, isSame, type Reading } from "./excerpts.ts";
import { foldChanges, mergeFolds } from "./folds.ts";
import { between, endMarkChange, noteChanges, unplacedChanges } from "./joints.ts";
import { movedSteps, orderChange } from "./moves.ts";
import type { ReadQuotation } from "./quotation.ts";
import { isUnspoken, kindOf, type StepKind } from "./step-kinds.ts";
import type { Unit } from "./units.ts";

/** Every difference in wording between a quotation and where it stands, in the quotation's order. */
export function readChanges(quotation: ReadQuotation, arrangement: Arrangement, shelf: Shelf): Change[] {
  const changes: Change[] = [];
  arrangement.blocks.forEach((block, index) => {
    const before = arrangement.blocks[index - 1];
    if (before) changes.push(...between(quotation, before, block, shelf));
    changes.push(...within({ quotation, block, shelf }));
  });
  changes.push(
    ...unplacedChanges(quotation, arrangement),
    ...noteChanges(quotation, arrangement, shelf),
    ...endMarkChange(quotation, arrangement, shelf),
  );
  return changes.sort((a, b) => a.submitted.start - b.submitted.start || a.submitted.end - b.submitted.end);
}

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
  return mergeFolds(
    reading,
    changes.filter((change) => !changes.some((other) => tellsMore(other, change))),
  );
}

/** True where `other` tells of the same words and matters while this one does not or is less: both parts of a "don’t" were added. */
function tellsMore(other: Change, change: Change): boolean {
  if (other === change || !other.material) return false;
  const same = (a: Excerpt, b: Excerpt): boolean => a.start === b.start && a.end === b.end;
  if (!same(other.submitted, change.submitted) || !same(other.source, change.source)) return false;
  return !change.material || (other.kind === "negation" && change.kind !== "negation");
}

function regionChanges(reading: Reading, from: number, to: number, taken: ReadonlySet<Step>): Change[] {
  const { steps } = reading.block;
  const bracketed = steps
    .slice(from, to)
    .some((step) => step.type !== "omitted" && step.submitted.bracket >= 0);
  if (bracketed) {
    const stretch = bracketStretch(reading, from, to);
    return [
      ...regionChanges(reading, from, stretch.from, taken),
      bracketChange(reading, stretch.from, stretch.to),
      ...regionChanges(reading, stretch.to, to, taken),
    ];
  }
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
    const added = addedEnd(steps, index, to, taken);
    if (added > index) {
      const { submitted, source } = excerpts(reading, index, added);
      changes.push(change("insertion", true, submitted, source));
      index = added;
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
      (["filler", "number", "date", "name", "punctuation"] as ChangeKind[]).includes(first.kind))
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

/** Where a run of added words ends that is long enough to be told whole, or `from` where there is none: a made-up sentence is one addition, whatever its words are. */
function addedEnd(steps: readonly Step[], from: number, to: number, taken: ReadonlySet<Step>): number {
  let end = from;
  while (end < to && steps[end]?.type === "inserted" && !taken.has(steps[end] as Step)) end++;
  return end - from >= ALIGNING.addedRunMin ? end : from;
}

/** Where an unmarked gap that is a splice ends, or `from` when the steps there are none. */
function spliceEnd({ block, shelf }: Reading, from: number, to: number): number {
  let end = from;
  while (end < to && block.steps[end]?.type === "omitted") end++;
  const words = end - from;
  if (words === 0 || from === 0 || end === block.steps.length) return from;
  const run = block.steps.slice(from, end).flatMap((step) => (step.type === "omitted" ? [step.source] : []));
  if (run.every((unit) => isUnspoken(block, unit))) return from;
  if (changesVoice(block, shelf, from, end)) return end;
  const text = block.window.text.slice(
    (run[0] as Unit).start - block.window.start,
    (run.at(-1) as Unit).end + 2 - block.window.start,
  );
  const crosses = words >= 3 && /[.!?…]["”’)]*\s/u.test(withoutInnerDots(text));
  return words >= ALIGNING.spliceWordsMin || crosses ? end : from;
}

/** True where the words before and after a gap are said by different people. */
function changesVoice(block: Block, shelf: Shelf, from: number, to: number): boolean {
  const [before, after] = [block.steps[from - 1], block.steps[to]];
  if (!before || !after || before.type === "inserted" || after.type === "inserted") return false;
  return shelf.voice(block.source, before.source) !== shelf.voice(block.source, after.source);
}
