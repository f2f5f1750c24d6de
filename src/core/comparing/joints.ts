import type { Change, Excerpt } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import type { Step } from "./align.ts";
import type { Arrangement } from "./arrange.ts";
import type { Block } from "./blocks.ts";
import { change, excerpt } from "./excerpts.ts";
import type { ReadQuotation } from "./quotation.ts";
import { STAGE_DIRECTION } from "./step-kinds.ts";
import type { Unit } from "./units.ts";

/** What a quotation does where one piece ends and the next begins: nothing, a marked ellipsis, an omission, a change of order, a splice. */
export function between(quotation: ReadQuotation, before: Block, after: Block, shelf: Shelf): Change[] {
  const start = quotation.units[before.to - 1]?.end ?? 0;
  const end = Math.max(start, quotation.units[after.from]?.start ?? start);
  const submitted = excerpt(quotation.text, start, end);
  const marked = quotation.ellipses.some((mark) => mark.before === after.from);
  const [ending, beginning] = [
    { start: before.end - 1, end: before.end },
    { start: after.start, end: after.start + 1 },
  ];
  const sameVoice =
    before.source === after.source &&
    shelf.voice(before.source, ending) === shelf.voice(after.source, beginning);
  const inOrder = before.source === after.source && after.start >= before.end;
  const none = { text: "", start: before.end, end: before.end };
  // Two places so far apart have nothing left out between them that anybody would read.
  const isFar = inOrder && !marked && after.start - before.end > ALIGNING.gapCharsMax;
  if (isFar) return [change("splice", true, submitted, none)];
  const gap = inOrder ? trimmed(shelf, before.source, { start: before.end, end: after.start }) : none;
  const words = gap.text.replace(STAGE_DIRECTION, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  // Nothing left out: the mark is the source's own, and a change of speakers was copied with its label.
  if (inOrder && words === 0) return [];
  if (!sameVoice) return [change("splice", true, submitted, gap)];
  if (!inOrder) {
    const text = shelf.text(after.source, after);
    return [change("order", true, submitted, { text, start: after.start, end: after.end })];
  }
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
export function unplacedChanges(quotation: ReadQuotation, { blocks, unplaced }: Arrangement): Change[] {
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

/** "[sic]" and the like, and reporting phrases: the author's own, and in nobody's mouth. */
export function noteChanges(quotation: ReadQuotation, { blocks }: Arrangement, shelf: Shelf): Change[] {
  const marks = [
    ...quotation.notes.map((note) => ({ note, kind: "bracket" as const })),
    ...quotation.tags.map((note) => ({ note, kind: "punctuation" as const })),
  ];
  return marks.flatMap(({ note, kind }) => {
    const isBefore = (step: Step): boolean => step.type === "pair" && step.submitted.end <= note.start;
    const block = blocks.findLast((each) => each.steps.some(isBefore)) ?? blocks[0];
    const before = block?.steps.findLast(isBefore);
    const at = before?.type === "pair" ? before.source.end : (block?.start ?? 0);
    const submitted = excerpt(quotation.text, note.start, note.end);
    if (block && kind === "punctuation" && isCopied(quotation, note, block, at, shelf)) return [];
    if (block && standsThere(submitted.text, shelf.text(block.source, { start: at, end: at + NOTE_CHARS })))
      return [];
    return [change(kind, false, submitted, { text: "", start: at, end: at })];
  });
}

/** Whether a reporting phrase of the quotation is the source's own: "And Truman said, “…”" was copied whole. */
export function hasCopiedTag(quotation: ReadQuotation, { blocks }: Arrangement, shelf: Shelf): boolean {
  const [block] = blocks;
  return (
    block !== undefined && quotation.tags.some((tag) => isCopied(quotation, tag, block, block.end, shelf))
  );
}

/** Whether the words of a tag stand in the source too: right before the block for one that leads the quotation, else from a place on. */
function isCopied(quotation: ReadQuotation, tag: Span, block: Block, at: number, shelf: Shelf): boolean {
  const keys = words(quotation.text.slice(tag.start, tag.end)).map(({ key }) => key);
  const leads = tag.end <= (quotation.units[0]?.start ?? 0);
  const span = leads
    ? { start: Math.max(0, block.start - TAG_CHARS), end: block.start }
    : { start: at, end: at + TAG_CHARS };
  const there = words(shelf.text(block.source, span)).map(({ key }) => key);
  const beside = leads ? there.slice(-keys.length) : there.slice(0, keys.length);
  return keys.length > 0 && keys.every((key, index) => key === beside[index]);
}

/** A reporting phrase of ten words is no longer. */
const TAG_CHARS = 160;

/** How far after the words a transcript's own "(Applause.)" may stand. */
const NOTE_CHARS = 80;

/** True where the source has the same remark in brackets of its own: it was copied, not added. */
function standsThere(note: string, after: string): boolean {
  const letters = (text: string): string => fold(text).replace(/[^\p{L}]/gu, "");
  const own = /^[^\p{L}]*?([([][^)\]]*[)\]])/u.exec(after)?.[1];
  return own !== undefined && letters(own) === letters(note);
}

/** A question mark or an exclamation mark that the quotation puts at its end and the source does not. */
export function endMarkChange(quotation: ReadQuotation, { blocks }: Arrangement, shelf: Shelf): Change[] {
  const last = blocks.at(-1);
  const end = quotation.units.at(-1)?.end ?? 0;
  const mark = /^["”’»)\]]*([?!]+)/u.exec(quotation.text.slice(end));
  if (!last || !mark || last.to !== quotation.units.length) return [];
  const there = shelf.text(last.source, { start: last.end, end: last.end + END_MARK_CHARS });
  if (/^["”’»)\]]*[?!]/u.test(there)) return [];
  const source = /^["”’»)\]]*[.,;:]?/u.exec(there)?.[0] ?? "";
  return [
    change("punctuation", false, excerpt(quotation.text, end, end + mark[0].length), {
      text: source,
      start: last.end,
      end: last.end + source.length,
    }),
  ];
}
/** A sentence's end with its closing marks. */
const END_MARK_CHARS = 4;
