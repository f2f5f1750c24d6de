import { EXTENSION } from "../limits.ts";
import { breaksLine, isSkipped, keepsSpace, shapeOf } from "./elements.ts";

/** What is read of a page: what is sent of it, and the way back from there to the page. */
export interface PageReading {
  /** The article as plain HTML: paragraphs, quotations and captions, without attributes, scripts and pictures. */
  html: string;
  /** Offsets into `html` at which it can be cut in two. */
  cuts: readonly number[];
  /** The words as they are read, blocks apart by an empty line. */
  text: string;
  /** The offset into `text` of an offset into `html`; the end of the words before it where it points at a tag. */
  toText(htmlOffset: number): number;
  /** Characters behind as many as are sent of one page, which were not read. */
  skippedChars: number;
  /** The page's own place of a stretch of `text`, or null where there are no words in it. */
  range(start: number, end: number): Range | null;
}

/** A stretch that stands in one text node. It is the same in node, text and html, or one character that is written differently. */
interface Run {
  node: Text;
  nodeStart: number;
  nodeChars: number;
  textStart: number;
  textChars: number;
  htmlStart: number;
  htmlChars: number;
}

/** A map, because words of a page are looked up in it: an object has a “constructor”. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);

/** Reads what an element shows, in the order of the document. */
export function readElement(root: Element): PageReading {
  const reader = new Reader();
  walk(root, reader);
  return reader.finish();
}

/** Goes through a tree without recursion: pages can be nested deeper than a stack. */
function walk(root: Element, reader: Reader): void {
  let node: Node | null = root;
  while (node !== null) {
    const descends = reader.enter(node, node === root);
    if (descends && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (descends) reader.leave(node);
    while (node !== root && node !== null && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) reader.leave(node);
    }
    node = node === root || node === null ? null : node.nextSibling;
  }
}

/** An element that was entered and not left yet. */
interface Open {
  element: Element;
  /** The tag that was written for it, or null where none was. */
  tag: string | null;
  /** Whether it was written as a block, outside of any paragraph. */
  block: boolean;
  keepsSpace: boolean;
}

const HEADING = /^h[1-6]$/;

/** What goes in all portions of one page: nothing beyond it is sent. */
const PAGE_CHARS_MAX = EXTENSION.portionCharsMax * EXTENSION.portionsMax;

/** Writes html and text side by side. */
class Reader {
  readonly #runs: Run[] = [];
  readonly #cuts: number[] = [];
  readonly #open: Open[] = [];
  readonly #html: string[] = [];
  #htmlChars = 0;
  #skippedChars = 0;
  readonly #text: string[] = [];
  #textChars = 0;
  /** The block of words that is open: one with a tag of its own, one in a heading, or none. */
  #paragraph: "tagged" | "bare" | null = null;
  /** Whether the next space would be one too many. */
  #spaced = true;

  /** Takes a node up; returns whether what is in it is to be read. */
  enter(node: Node, isRoot: boolean): boolean {
    const full = this.#htmlChars > PAGE_CHARS_MAX;
    if (node.nodeType === Node.TEXT_NODE) {
      if (full) this.#skippedChars += (node as Text).length;
      else this.#words(node as Text);
      return false;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return false;
    if (full) return true;
    const element = node as Element;
    if (breaksLine(element)) {
      this.#break();
      return false;
    }
    const style = getComputedStyle(element);
    if (!isRoot && isSkipped(element, style)) return false;
    const shape = shapeOf(element, style);
    const block = shape.block && !this.#insideInline();
    if (shape.block) this.#endBlock();
    if (shape.tag !== null && block) this.#tag(`<${shape.tag}>`);
    if (shape.tag !== null && !block) this.#inlineTag(`<${shape.tag}>`);
    this.#open.push({ element, tag: shape.tag, block, keepsSpace: keepsSpace(style) });
    return true;
  }

  /** Lets go of a node that was entered. */
  leave(node: Node): void {
    const last = this.#open.at(-1);
    if (last === undefined || last.element !== node) return;
    this.#open.pop();
    if (last.tag !== null && !last.block) this.#tag(`</${last.tag}>`);
    if (last.block) this.#endBlock();
    if (last.tag !== null && last.block) this.#tag(`</${last.tag}>`);
    if (last.block && !this.#open.some(({ tag }) => tag !== null)) this.#cuts.push(this.#htmlChars);
  }

  finish(): PageReading {
    this.#endBlock();
    const runs = this.#runs;
    const text = this.#text.join("");
    return {
      html: this.#html.join(""),
      cuts: this.#cuts,
      text,
      skippedChars: this.#skippedChars,
      toText: (htmlOffset) => toText(runs, htmlOffset),
      range: (start, end) => rangeOf(runs, start, end),
    };
  }

  #insideInline(): boolean {
    return this.#open.some(({ tag, block }) => tag !== null && !block);
  }

  #words(node: Text): void {
    const folded = this.#open.at(-1)?.element;
    if (folded instanceof HTMLDetailsElement && !folded.open) return;
    const data = node.data;
    const keeps = this.#open.at(-1)?.keepsSpace ?? false;
    const pieces = keeps ? /[&<>]|[^&<>]+/g : /[&<>]|[\t\n\f\r ]+|[^&<>\t\n\f\r ]+/g;
    for (const { 0: piece, index } of data.matchAll(pieces)) {
      const isSpace = !keeps && /^[\t\n\f\r ]/.test(piece);
      if (isSpace && this.#spaced) continue;
      this.#beginParagraph();
      const text = isSpace ? " " : piece;
      this.#run(node, index, piece.length, text, ESCAPES.get(piece) ?? text);
      this.#spaced = isSpace;
    }
  }

  #run(node: Text, nodeStart: number, nodeChars: number, text: string, html: string): void {
    this.#runs.push({
      node,
      nodeStart,
      nodeChars,
      textStart: this.#textChars,
      textChars: text.length,
      htmlStart: this.#htmlChars,
      htmlChars: html.length,
    });
    this.#addText(text);
    this.#tag(html);
  }

  #break(): void {
    if (this.#paragraph === null) return;
    this.#tag("<br>");
    this.#addText("\n");
    this.#spaced = true;
  }

  #beginParagraph(): void {
    if (this.#paragraph !== null) return;
    const bare = this.#open.some(({ tag }) => tag !== null && HEADING.test(tag));
    this.#paragraph = bare ? "bare" : "tagged";
    if (!bare) this.#tag("<p>");
  }

  #endBlock(): void {
    if (this.#paragraph === null) return;
    if (this.#insideInline()) {
      this.#break();
      return;
    }
    if (this.#paragraph === "tagged") this.#tag("</p>");
    this.#addText("\n\n");
    this.#paragraph = null;
    this.#spaced = true;
  }

  #inlineTag(tag: string): void {
    this.#beginParagraph();
    this.#tag(tag);
  }

  #tag(html: string): void {
    this.#html.push(html);
    this.#htmlChars += html.length;
  }

  #addText(text: string): void {
    this.#text.push(text);
    this.#textChars += text.length;
  }
}

function toText(runs: readonly Run[], htmlOffset: number): number {
  const run = runs[lastAt(runs, ({ htmlStart }) => htmlStart <= htmlOffset)];
  if (run === undefined) return 0;
  const inside = htmlOffset - run.htmlStart;
  if (run.htmlChars === run.textChars) return run.textStart + Math.min(inside, run.textChars);
  return run.textStart + (inside >= run.htmlChars ? run.textChars : 0);
}

function rangeOf(runs: readonly Run[], start: number, end: number): Range | null {
  if (end <= start) return null;
  let first = lastAt(runs, ({ textStart }) => textStart <= start);
  const isPast = first >= 0 && start >= (runs[first] as Run).textStart + (runs[first] as Run).textChars;
  if (first < 0 || isPast) first++;
  const last = lastAt(runs, ({ textStart }) => textStart < end);
  const [from, to] = [runs[first], runs[last]];
  if (from === undefined || to === undefined || last < first) return null;
  const range = document.createRange();
  range.setStart(from.node, offsetIn(from, start));
  range.setEnd(to.node, offsetIn(to, end));
  return range;
}

/** The place in the node of a place in the text, kept within the run and within a node that has shrunk since. */
function offsetIn(run: Run, textOffset: number): number {
  const inside = Math.max(0, textOffset - run.textStart);
  const offset =
    run.nodeChars === run.textChars ? Math.min(inside, run.nodeChars) : inside > 0 ? run.nodeChars : 0;
  return Math.min(run.nodeStart + offset, run.node.length);
}

/** The index of the last run for which this holds, of runs for which it holds up to somewhere; −1 for none. */
function lastAt(runs: readonly Run[], holds: (run: Run) => boolean): number {
  let low = -1;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(runs[middle] as Run)) low = middle;
    else high = middle - 1;
  }
  return low;
}
