import { paragraphs } from "./sentences.ts";
import type { Span } from "./span.ts";
import { isUnspaced } from "./words.ts";

/** Words between quotation marks. The span holds the marks; `inner` does not. */
export interface MarkedQuotation extends Span {
  inner: Span;
  /** 0 for a quotation, 1 for one inside it, and so on. */
  depth: number;
  /** False when the closing mark is missing; the span then ends with its paragraph. */
  closed: boolean;
  /** Where the quotation of the paragraph before starts that this one goes on from (each paragraph opens anew, only the last closes). */
  continues: number | null;
}

/** Closing marks by opening mark: English, French, German, Swedish, Polish, Chinese, Japanese and Korean styles. */
const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "„": "“”",
  "‚": "‘’",
  "«": "»",
  "»": "«»",
  "‹": "›",
  "”": "”",
  "「": "」",
  "『": "』",
  "﹁": "﹂",
  "〝": "〟",
  "＂": "＂",
  '"': '"',
  "'": "'",
};
const MARK = /["'“”„‟‘’‚«»‹›「」『』﹁﹂〝〟＂]/gu;
/** Lines of a quotation that is set line by line: a stanza, an address. */
const BROKEN_LINES_MAX = 12;
/** Nothing real nests deeper; a text of a million opening marks stays cheap. */
const DEPTH_MAX = 4;

interface Open {
  mark: string;
  start: number;
  index: number;
}

/**
 * The quotations of a text in order of their opening marks. A single mark between
 * letters is an apostrophe; an opening single mark that never closes is one too. Other
 * unclosed quotations end with their paragraph, marked so.
 */
export function markedQuotations(text: string): MarkedQuotation[] {
  const found: MarkedQuotation[] = [];
  const marks = Array.from(text.matchAll(MARK), (hit) => hit.index);
  let next = 0;
  let pending: { mark: string; start: number } | null = null;
  const blocks = paragraphs(text);
  for (let block = 0; block < blocks.length; block++) {
    let paragraph = blocks[block] as Span;
    const first = found.length;
    const from = next;
    while (next < marks.length && (marks[next] as number) < paragraph.end) next++;
    let unclosed = scan(text, paragraph, marks.slice(from, next), found);
    const longer = unclosed && closedLater(text, blocks, block, unclosed.mark, marks, from);
    if (longer) {
      found.splice(first, found.length, ...longer.found);
      paragraph = longer.paragraph;
      next = longer.next;
      block = longer.block;
      unclosed = null;
    }
    const opener = found[first];
    if (pending && opener && opensWith(text, paragraph, opener, pending.mark))
      opener.continues = pending.start;
    const last = unclosed && found[unclosed.index];
    pending = unclosed && last && mayGoOn(text, last) ? { mark: unclosed.mark, start: unclosed.start } : null;
  }
  return found.filter(({ inner, start }) => inner.end > inner.start && !isAttribute(text, start));
}

/** The value of an attribute in markup that was left in a text: href="…". Nobody quotes right behind a sign of equality. */
function isAttribute(text: string, start: number): boolean {
  return start > 1 && text.charAt(start - 1) === "=" && /[\w-]/u.test(text.charAt(start - 2));
}

/** A paragraph with the lines that go on from it. */
interface Longer {
  paragraph: Span;
  found: MarkedQuotation[];
  next: number;
  block: number;
}

/**
 * A line may be broken behind a sentence within a quotation, which then goes on in the next: the
 * lines up to the one that closes it, read as one; null where an empty line comes first, or none closes it.
 */
function closedLater(
  text: string,
  blocks: readonly Span[],
  block: number,
  mark: string,
  marks: readonly number[],
  from: number,
): Longer | null {
  const { start } = blocks[block] as Span;
  let next = from;
  for (let last = block + 1; last <= block + BROKEN_LINES_MAX; last++) {
    const [before, following] = [blocks[last - 1], blocks[last]];
    if (!before || !following || text.startsWith(mark, following.start)) return null;
    if (/\n\s*\n|\r\s*\r/u.test(text.slice(before.end, following.start))) return null;
    while (next < marks.length && (marks[next] as number) < following.end) next++;
    const paragraph = { start, end: following.end };
    const found: MarkedQuotation[] = [];
    if (scan(text, paragraph, marks.slice(from, next), found) === null)
      return { paragraph, found, next, block: last };
  }
  return null;
}

function opensWith(text: string, paragraph: Span, quotation: MarkedQuotation, mark: string): boolean {
  return text.slice(paragraph.start, quotation.start).trim() === "" && text.startsWith(mark, quotation.start);
}

/** A fragment that opens in mid-sentence with a small letter cannot run over paragraphs: its closing mark was forgotten. */
function mayGoOn(text: string, quotation: MarkedQuotation): boolean {
  return !/^\s*\p{Ll}/u.test(text.slice(quotation.inner.start, quotation.inner.start + 8));
}

/** Reads one paragraph's marks, given by their places; returns the outermost quotation that stays open, if any. */
function scan(
  text: string,
  paragraph: Span,
  marks: readonly number[],
  found: MarkedQuotation[],
): Open | null {
  const stack: Open[] = [];
  for (const at of marks) {
    const mark = text.charAt(at);
    const level = closingLevel(text, paragraph, at, mark, stack);
    if (level >= 0) {
      const open = stack[level] as Open;
      for (const inner of stack.splice(level).slice(1)) drop(found, inner);
      const quotation = found[open.index] as MarkedQuotation;
      quotation.inner.end = at;
      quotation.end = at + 1;
      quotation.closed = true;
    } else if (opens(text, paragraph, at, mark) && stack.length < DEPTH_MAX) {
      stack.push({ mark, start: at, index: found.length });
      found.push({
        start: at,
        end: paragraph.end,
        inner: { start: at + 1, end: paragraph.end },
        depth: stack.length - 1,
        closed: false,
        continues: null,
      });
    }
  }
  for (const open of stack) if (isSingle(open.mark)) drop(found, open);
  return stack.find((open) => !isSingle(open.mark)) ?? null;
}

function drop(found: MarkedQuotation[], open: Open): void {
  const quotation = found[open.index];
  if (quotation && !quotation.closed) quotation.inner.end = quotation.inner.start;
}

function isSingle(mark: string): boolean {
  return mark === "'" || mark === "‘" || mark === "‚";
}

const LETTER = /[\p{L}\p{N}]/u;
const BLANK = /[\s\u00a0\u202f]/u;

function closingLevel(text: string, paragraph: Span, at: number, mark: string, stack: Open[]): number {
  for (let level = stack.length - 1; level >= 0; level--) {
    const open = stack[level] as Open;
    if (!(CLOSERS[open.mark] ?? "").includes(mark)) continue;
    if (at === open.start + 1) return -1;
    if (mark !== "'" && mark !== "’" && mark !== '"') return level;
    const before = text.charAt(at - 1);
    const after = at + 1 < paragraph.end ? text.charAt(at + 1) : " ";
    if (BLANK.test(before) || (mark !== '"' && LETTER.test(after))) return -1;
    if (mark !== '"' && isPossessive(text, paragraph, at, mark)) return -1;
    return level;
  }
  return -1;
}

/** “the troops’ orders”: the mark after a plural s closes nothing when a better place to close follows. */
function isPossessive(text: string, paragraph: Span, at: number, mark: string): boolean {
  if (!/s.\s\p{Ll}/u.test(text.slice(at - 1, at + 3))) return false;
  const rest = text.slice(at + 1, Math.min(paragraph.end, at + 400));
  const next = rest.search(mark === "'" ? /[^\s\p{L}]'(?!\p{L})|'(?=\s*[",.”])/u : /‘|’(?!\p{L})/u);
  return next >= 0 && rest.charAt(next) !== "‘";
}

function opens(text: string, paragraph: Span, at: number, mark: string): boolean {
  if (!(mark in CLOSERS)) return false;
  const before = at > paragraph.start ? text.charAt(at - 1) : " ";
  const after = at + 1 < paragraph.end ? text.charAt(at + 1) : " ";
  if ("「『﹁〝".includes(mark)) return true;
  const unspaced = isUnspaced(before);
  if (unspaced && (mark === "“" || mark === "‘" || mark === "＂")) return true;
  if (LETTER.test(before)) return false;
  if (mark === "«") return true;
  return (
    !BLANK.test(after) &&
    (mark !== "’" && mark !== "”" ? true : BLANK.test(before) && LETTER.test(after) && mark === "”")
  );
}
