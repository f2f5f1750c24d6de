import type { Span } from "./span.ts";
import { behindTimeCodes } from "./time-codes.ts";

/** Titles that are printed with a stop before a name, for patterns. */
export const TITLES = "Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Hon|St";

/** The text with the dots of numbers, initials and titles as underscores: they end no sentence, and patterns for a clause stop at one that does. */
export function withoutInnerDots(text: string): string {
  return text.replace(INNER_DOT, "_");
}
const INNER_DOT = new RegExp(
  `(?<=\\d)\\.(?=\\d)|(?<=(?<!\\p{L})\\p{Lu})\\.(?=\\p{Lu}|\\s)|(?<=(?<!\\p{L})(?:${TITLES}))\\.(?=\\s)`,
  "gu",
);

/** Words whose full stop ends no sentence. Folded, without the stop. */
const ABBREVIATIONS = new Set(
  `mr mrs ms mx dr prof st sr jr rev fr hon gov sen sens rep reps gen lt col sgt capt cmdr adm maj pres del det supt insp asst atty amb cpl pvt msgr
   jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
   no nos vol pp ed eds art para fig cf vs approx est inc ltd co corp dept univ assn bros
   ave blvd rd mt ft av ca al m mme mlle bzw usw evtl ggf nr d.h z.b e.g i.e`.split(/\s+/),
);
/** Abbreviations that stand before a name or a number and so end no sentence even before a capital; other dotted initials may. */
const SENTENCE_STARTERS = new Set(
  `the a an he she it we they i you this that these those there but and in on at as when if after before
   however meanwhile for so to our his her their what who while although`.split(/\s+/),
);

const TERMINATOR = /[.!?…]+|[。！？]/gu;
const CLOSERS = /["'”’»›)\]」』]/u;
const SPACE = /\s/u;

/** White space; of ASCII characters, which nearly all are, without the pattern. */
function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return SPACE.test(text.charAt(at));
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a && unit < 0x80;
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/**
 * The sentences of `text`, each from its first to its last character other than white
 * space, without a time code before it. Line breaks that `paragraphs` sees end a sentence too.
 * `Intl.Segmenter` is not used: it splits "Mr. | Smith" and is half as slow again, in workerd and in Node.
 */
export function sentences(text: string): Span[] {
  return paragraphs(text).flatMap((paragraph) => sentencesWithin(text, paragraph));
}

/** The sentences of one paragraph. */
export function sentencesWithin(text: string, paragraph: Span): Span[] {
  const found: Span[] = [];
  let start = paragraph.start;
  // Searched in the paragraph alone: in a text without stops each paragraph would be searched to the text's end.
  const own = text.slice(paragraph.start, paragraph.end);
  TERMINATOR.lastIndex = 0;
  for (let hit = TERMINATOR.exec(own); hit; hit = TERMINATOR.exec(own)) {
    const stop = { mark: hit[0], at: paragraph.start + hit.index };
    let end = stop.at + stop.mark.length;
    while (end < paragraph.end && isCloser(text, end)) end++;
    if (!endsSentence(text, stop, end, paragraph)) continue;
    pushTrimmed(found, text, start, end);
    start = end;
    TERMINATOR.lastIndex = end - paragraph.start;
  }
  pushTrimmed(found, text, start, paragraph.end);
  return found;
}

function isCloser(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isAsciiLetter(unit) || unit === 0x20 ? false : CLOSERS.test(text.charAt(at));
}

/** A mark that may end a sentence, and where it stands. */
interface Stop {
  mark: string;
  at: number;
}

function endsSentence(text: string, { mark, at }: Stop, end: number, paragraph: Span): boolean {
  if (end >= paragraph.end) return true;
  if (mark !== "." && /[。！？]/u.test(mark)) return true;
  if (!isSpace(text, end)) return false;
  const next = wordAfter(text, end);
  if (/^\p{Ll}/u.test(next)) return false;
  if (mark !== ".") return true;
  const word = wordBefore(text, Math.max(paragraph.start, at - WORD_BEFORE_CHARS), at);
  if (ABBREVIATIONS.has(word)) return false;
  const initials = /^\p{L}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
  return !initials || SENTENCE_STARTERS.has(next.toLowerCase());
}

const NEXT_WORD = /\s+["'“‘„‚«‹([「『—–-]*\s*(\S\S*)/uy;

/** What stands up to the next white space behind the space at `at` and marks that open. */
function wordAfter(text: string, at: number): string {
  let start = at;
  while (start < text.length && isSpace(text, start)) start++;
  if (isAsciiLetter(text.charCodeAt(start))) {
    let end = start + 1;
    while (end < text.length && !isSpace(text, end)) end++;
    return text.slice(start, end);
  }
  NEXT_WORD.lastIndex = at;
  return NEXT_WORD.exec(text)?.[1] ?? "";
}

/** No abbreviation is longer. */
const WORD_BEFORE_CHARS = 24;

/** The letters, digits and dots right before `end`, in small letters, none of them before `from`. */
function wordBefore(text: string, from: number, end: number): string {
  let start = end;
  for (; start > from; start--) {
    const unit = text.charCodeAt(start - 1);
    if (unit >= 0x80) return /[\p{L}\p{N}.]+$/u.exec(text.slice(from, end))?.[0].toLowerCase() ?? "";
    if (!isAsciiLetter(unit) && !isAsciiDigit(unit) && unit !== 0x2e) break;
  }
  return text.slice(start, end).toLowerCase();
}

function pushTrimmed(into: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  start = behindTimeCodes(text, start);
  while (end > start && isSpace(text, end - 1)) end--;
  if (start < end) into.push({ start, end });
}

const LINE_ENDS_THOUGHT = /[.!?…:;"'”’»)\]」』。！？*_-]$/u;
const LINE_OPENS = /^(?:["“‘„«「『(*#>—–-]|\p{Lu}|\p{N}|\p{Lo})/u;

/**
 * The paragraphs of a text, without their line ends. A blank line always divides; a
 * single line break does where the line before has ended a thought and the next one
 * opens one, so that hard-wrapped text stays together and one-line paragraphs stay apart.
 */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let open: Span | null = null;
  for (const line of lines(text)) {
    const content = text.slice(line.start, line.end).trim();
    if (content === "") {
      open = null;
    } else if (open && !dividesAt(text.slice(open.start, open.end), content)) {
      open.end = line.end;
    } else {
      open = { ...line };
      found.push(open);
    }
  }
  return found;
}

function dividesAt(before: string, line: string): boolean {
  return LINE_ENDS_THOUGHT.test(before.trimEnd().slice(-1)) && LINE_OPENS.test(line);
}

function* lines(text: string): Generator<Span> {
  const breaks = /\r\n|[\n\r\u2028\u2029]/gu;
  let start = 0;
  for (const hit of text.matchAll(breaks)) {
    yield { start, end: hit.index };
    start = hit.index + hit[0].length;
  }
  yield { start, end: text.length };
}
