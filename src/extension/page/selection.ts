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
  // As it is seen: without scripts and hidden words, lines and paragraphs apart.
  const seen = selection?.toString() ?? "";
  if (selection === null || selection.rangeCount === 0 || seen.trim() === "") return null;
  const range = selection.getRangeAt(0).cloneRange();
  // What is selected in a shadow tree has no place in the page.
  if (range.collapsed) return { text: squeezed(seen), prefix: "", suffix: "", range: null };
  const [before, after] = makeWhole(range);
  return { text: squeezed(before + seen + after), ...around(range), range };
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
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
/** Scripts that put no space between words: there a row of letters is a sentence. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function isOfWord(character: string): boolean {
  return LETTER.test(character) && !UNSPACED.test(character);
}

/** A selection made by hand often begins or ends within a word, which would then count as changed. Returns what was added at both ends. */
function makeWhole(range: Range): [before: string, after: string] {
  const { startContainer: first, startOffset, endContainer: last, endOffset } = range;
  let [before, after] = ["", ""];
  if (first instanceof Text && isOfWord(first.data.charAt(startOffset))) {
    let start = startOffset;
    while (start > 0 && isOfWord(first.data.charAt(start - 1))) start--;
    before = first.data.slice(start, startOffset);
    range.setStart(first, start);
  }
  if (last instanceof Text && endOffset > 0 && isOfWord(last.data.charAt(endOffset - 1))) {
    let end = endOffset;
    while (end < last.length && isOfWord(last.data.charAt(end))) end++;
    after = last.data.slice(endOffset, end);
    range.setEnd(last, end);
  }
  return [before, after];
}

/** What stands around a range within its paragraphs, which breaks a tie between places with the same words. */
function around(range: Range): { prefix: string; suffix: string } {
  const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)];
  const before = document.createRange();
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(last, last.childNodes.length);
  return {
    prefix: visibleText(before).slice(-EXTENSION.aroundCharsMax),
    suffix: visibleText(after).slice(0, EXTENSION.aroundCharsMax),
  };
}

/** The nearest element around a node that begins a block of its own. */
function blockOf(node: Node): Element {
  let element = node instanceof Element ? node : node.parentElement;
  while (element?.parentElement && /^(?:inline|contents|ruby)/u.test(getComputedStyle(element).display))
    element = element.parentElement;
  return element ?? document.body;
}

/** The words of a range that are seen: no script's, and none that is hidden. */
function visibleText(range: Range): string {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = "";
  for (
    let node = root instanceof Text ? root : (walker.nextNode() as Text | null);
    node;
    node = walker.nextNode() as Text | null
  ) {
    const seen = node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!range.intersectsNode(node) || seen !== true) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    text += node.data.slice(from, to);
  }
  return text.replaceAll(/\s+/gu, " ");
}
