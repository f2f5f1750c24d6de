import type { Change, ChangeKind, Excerpt } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { Step } from "./align.ts";
import { change, excerpt, excerpts, isSame, type Reading } from "./excerpts.ts";

/** Differences that are none in wording: capitals, marks, the dress of a number. */
export function foldChanges(reading: Reading, index: number): Change[] {
  const { quotation, block } = reading;
  const step = block.steps[index] as Step & { type: "pair" };
  const changes: Change[] = [];
  const next = block.steps[index + 1];
  const contraction = next && isSame(next) && oneWord(step, next);
  if (!contraction && !isPrintedAlike(reading, index)) {
    const { submitted, source } = excerpts(reading, index, index + 1);
    if (submitted.text !== source.text && !partly(reading, index))
      changes.push(foldChange(reading, index, submitted, source));
  }
  if (next && isSame(next) && !contraction) {
    const left = quotation.text.slice(step.submitted.end, next.submitted.start);
    const right = block.window.text.slice(
      step.source.end - block.window.start,
      next.source.start - block.window.start,
    );
    if (left !== right && punctuation(left) !== punctuation(right) && !/…|\.\s?\.\s?\./u.test(left)) {
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

/** True for most words: both sides print them by the same characters, and neither is a part of a longer one. */
function isPrintedAlike({ quotation, block }: Reading, index: number): boolean {
  const step = block.steps[index] as Step & { type: "pair" };
  const before = block.steps[index - 1];
  if (before && isSame(before) && oneWord(before, step)) return false;
  const { submitted, source } = step;
  const length = submitted.end - submitted.start;
  return (
    length === source.end - source.start &&
    block.window.text.startsWith(
      quotation.text.slice(submitted.start, submitted.end),
      source.start - block.window.start,
    )
  );
}

function oneWord(step: Step & { type: "pair" }, next: Step & { type: "pair" }): boolean {
  return next.submitted.word === step.submitted.word || next.source.word === step.source.word;
}

/** True for a part of a word whose other part differs ("can" of "can’t"): that change tells of both. */
function partly({ block }: Reading, index: number): boolean {
  const step = block.steps[index] as Step & { type: "pair" };
  return [block.steps[index - 1], block.steps[index + 1]].some((other) => {
    if (!other || isSame(other)) return false;
    const left = other.type !== "omitted" && other.submitted.word === step.submitted.word;
    return left || (other.type !== "inserted" && other.source.word === step.source.word);
  });
}

/** What stands of time codes between two words: they are no words, and no marks either. */
const TIME_CODES = /[[(]?\d[\d:.,]*[\])]?|-->[^\n\r]*/gu;

/** The punctuation of a gap, quotation marks and dashes alike taken for one another, hyphens, time codes and white space aside. */
function punctuation(gap: string): string {
  return fold(gap.replace(TIME_CODES, ""))
    .replace(/[\s"'-]+/gu, "")
    .replace(/\[[^\]]*\]|[[\]]/gu, "");
}

function foldChange(reading: Reading, index: number, submitted: Excerpt, source: Excerpt): Change {
  const step = reading.block.steps[index] as Step & { type: "pair" };
  const before = reading.block.steps[index - 1];
  const joined = before && isSame(before) && oneWord(before, step);
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
  if (step.source.kind === "unit" && isPlural(submitted.text.toLowerCase(), source.text.toLowerCase()))
    return change("inflection", false, submitted, source);
  return step.source.kind === "plain" || step.source.kind === "name"
    ? change("spelling", false, submitted, source)
    : change("typography", false, submitted, source);
}

/** "metre" beside "metres"; not "cm" beside "centimetres", which are the same in another dress. */
function isPlural(a: string, b: string): boolean {
  return a === `${b}s` || b === `${a}s`;
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
export function mergeFolds({ quotation, block }: Reading, changes: readonly Change[]): Change[] {
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
