import type { Span } from "./span.ts";

/**
 * Time codes: what a transcript or a caption file prints to say when something was said. Nobody
 * says them, so that they are no words. Only those are taken that can be nothing else where they
 * stand; "at 6:30" and a runner's "(2:03:45)" are words of a text.
 */

/** Hours may be left out; a fraction of a second may follow. Minutes may count on beyond an hour. */
const CLOCK = "\\d{1,3}:[0-5]\\d(?::[0-5]\\d)?";
const FRACTION = "(?:[.,]\\d{1,3})?";
const LONG_CLOCK = `\\d{1,3}:[0-5]\\d:[0-5]\\d${FRACTION}`;

/** A time code in brackets or none, for patterns of whoever reads labels. It has no groups. */
export const TIME_CODE = `(?:\\[${CLOCK}${FRACTION}\\]|\\(${CLOCK}${FRACTION}\\)|${CLOCK}${FRACTION}(?!\\d))`;

/** "[00:12:30]" wherever it stands, from behind its bracket. */
const BRACKETED = new RegExp(`${LONG_CLOCK}\\]`, "uy");
/** "[12:30]" and "(00:12:30)" at the start of a line, from behind the bracket. */
const LEADING = new RegExp(`${CLOCK}${FRACTION}[\\])](?=\\s|$)`, "uy");
/** "00:00:01.000 --> 00:00:04.000" on a line of its own, and the number of a SubRip cue above it. */
const CUE = new RegExp(
  `(?:\\d{1,6}[ \\t]*\\r?\\n[ \\t]*)?${CLOCK}${FRACTION}[ \\t]*-->[ \\t]*${CLOCK}${FRACTION}[^\\n\\r]*`,
  "uy",
);

const OPEN_BRACKET = 0x5b;
const OPEN_PARENTHESIS = 0x28;

/** Where the time code ends, its bracket included, whose first digit stands at `at`; `at` itself where none does. */
export function timeCodeEnd(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  if (before === OPEN_BRACKET || before === OPEN_PARENTHESIS) {
    const ends = before === OPEN_BRACKET ? endOf(BRACKETED, text, at) : -1;
    if (ends >= 0) return ends;
    return opensLine(text, at - 1) ? Math.max(at, endOf(LEADING, text, at)) : at;
  }
  return opensLine(text, at) ? Math.max(at, endOf(CUE, text, at)) : at;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Whether only spaces stand before a place in its line. */
function opensLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charCodeAt(before) === 0x20 || text.charCodeAt(before) === 0x09)) before--;
  return before < 0 || text.charCodeAt(before) === 0x0a || text.charCodeAt(before) === 0x0d;
}

/** The place from `at` on that no time code opens: behind those that stand there, and the white space after them. */
export function behindTimeCodes(text: string, at: number): number {
  let start = at;
  for (;;) {
    const unit = text.charCodeAt(start);
    const digit = unit === OPEN_BRACKET || unit === OPEN_PARENTHESIS ? start + 1 : start;
    const end = isDigit(text.charCodeAt(digit)) ? timeCodeEnd(text, digit) : digit;
    if (end <= digit) return start;
    start = end;
    while (isSpace(text.charCodeAt(start))) start++;
  }
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Ends where a time code does that opens its line, and white space behind it. */
const TIMED = new RegExp(
  `(?<=^|[\\n\\r])[ \\t]*[\\[(]${CLOCK}${FRACTION}[\\])]\\s+$|\\[${LONG_CLOCK}\\]\\s+$`,
  "u",
);
/** No time code with the white space around it is longer. */
const TIMED_CHARS = 24;

/** Where a time code begins that stands before `at` with white space between; `at` itself where none does. */
export function beforeTimeCode(text: string, at: number): number {
  let last = at - 1;
  while (last >= 0 && isSpace(text.charCodeAt(last))) last--;
  const unit = text.charCodeAt(last);
  if (last === at - 1 || (unit !== 0x5d && unit !== 0x29)) return at;
  const from = Math.max(0, at - TIMED_CHARS);
  const hit = TIMED.exec(from === 0 ? text.slice(0, at) : ` ${text.slice(from, at)}`);
  return hit ? at - hit[0].length : at;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/** When something was said. */
export interface TimeCode {
  /** As the source prints it, without brackets and fractions: "00:12:30". */
  text: string;
  /** Read as hours, minutes and seconds, or as minutes and seconds. */
  seconds: number;
}

const CLOCK_WITHIN = new RegExp(`(?<![\\d:.,])(${CLOCK})(?=${FRACTION}(?![\\d:]))`, "u");

/** The first time that stands in a stretch of text, or null where there is none. */
export function clockIn(text: string): TimeCode | null {
  const printed = CLOCK_WITHIN.exec(text)?.[1];
  if (printed === undefined) return null;
  const seconds = printed.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return { text: printed, seconds };
}

/** Time codes that stand outside a label: in brackets, at the start of a line, alone on it, or before a cue. */
const STANDING = new RegExp(
  `\\[${LONG_CLOCK}\\]|(?<=^|[\\n\\r])[ \\t]*(?:[\\[(]${CLOCK}${FRACTION}[\\])](?=\\s)|${CLOCK}${FRACTION}(?=[ \\t]*(?:-->|[\\n\\r]))|${LONG_CLOCK}(?=[ \\t]))`,
  "gu",
);

/** The time codes of a text that stand outside labels, in order. */
export function standingTimeCodes(text: string): Span[] {
  return [...text.matchAll(STANDING)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
}
