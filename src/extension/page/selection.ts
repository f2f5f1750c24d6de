import { EXTENSION } from "../limits.ts";

/** Words that were selected, and what stands around them. */
export interface Selected {
  text: string;
  prefix: string;
  suffix: string;
  /** Where they stand, to underline them; null in a field. */
  range: Range | null;
}

/** Returns what is selected in the page, words at both ends made whole; null where nothing is. */
export function readSelection(): Selected | null {
  const field = selectedInField();
  if (field !== null) return field;
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  makeWhole(range);
  const text = range.toString().replaceAll(/\s+/gu, " ").trim();
  return text === "" ? null : { text, ...around(range), range };
}

function selectedInField(): Selected | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return null;
  // A password is not for checking; other fields have no selection to ask for.
  if (field instanceof HTMLInputElement && !/^(?:text|search)$/.test(field.type)) return null;
  const { value, selectionStart: start, selectionEnd: end } = field;
  if (start === null || end === null || value.slice(start, end).trim() === "") return null;
  const max = EXTENSION.aroundCharsMax;
  const [prefix, suffix] = [value.slice(Math.max(0, start - max), start), value.slice(end, end + max)];
  return { text: value.slice(start, end).trim(), prefix, suffix, range: null };
}

const LETTER = /[\p{L}\p{N}\p{M}’']/u;

/** A selection made by hand often begins or ends within a word, which would then count as changed. */
function makeWhole(range: Range): void {
  const { startContainer: first, endContainer: last } = range;
  if (first instanceof Text) {
    let start = range.startOffset;
    if (LETTER.test(first.data.charAt(start)))
      while (start > 0 && LETTER.test(first.data.charAt(start - 1))) start--;
    range.setStart(first, start);
  }
  if (last instanceof Text) {
    let end = range.endOffset;
    if (end > 0 && LETTER.test(last.data.charAt(end - 1)))
      while (end < last.length && LETTER.test(last.data.charAt(end))) end++;
    range.setEnd(last, end);
  }
}

const BLOCK = "p, li, blockquote, td, dd, article, section, div, body";

/** What stands around a range within its block, which breaks a tie between places with the same words. */
function around(range: Range): { prefix: string; suffix: string } {
  const { commonAncestorContainer: common } = range;
  const element = common instanceof Element ? common : common.parentElement;
  const block = element?.closest(BLOCK) ?? document.body;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(block, block.childNodes.length);
  const one = (text: string) => text.replaceAll(/\s+/gu, " ");
  return {
    prefix: one(before.toString()).slice(-EXTENSION.aroundCharsMax),
    suffix: one(after.toString()).slice(0, EXTENSION.aroundCharsMax),
  };
}
