import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import { TIME_CODE } from "../text/time-codes.ts";

/** The words by which a transcript opens a turn, as they are printed. */
export interface Printed extends Span {
  named: string;
  role: string | null;
  /** True where the transcript says that a translator speaks the words. */
  translated: boolean;
  /** Who asks, where a `Q.` says so: "Q. (BY MR. SMITH)". Else null. */
  by: string | null;
}

/** A line that tells who asks, or who answers, from there on: "EXAMINATION BY MS. JONES", "JOHN DOE, having been duly sworn". */
export interface Installed extends Span {
  as: "questioner" | "witness";
  named: string;
}

/** Bold or italic letters in Markdown. */
const MARK = "[*_]{0,3}";
/** `NAME:`, `NAME, ROLE:`, `NAME (D-OH):`, `[00:12:03] NAME:`, `NAME (00:12):`, `>> NAME:`, `**NAME:**`. */
const LABEL = new RegExp(
  `^[ \\t]*(?:>{2,}[ \\t]*)?${MARK}(?:${TIME_CODE}(?:[ \\t]+|[ \\t]*[-–—|][ \\t]*)${MARK})?(\\p{L}[^:\\n]{0,118}?)[ \\t]*(?:${TIME_CODE}[ \\t]*)?${MARK}:${MARK}(?=\\s|$)`,
  "muy",
);
/** A name with its role and, on both sides, what stands there beside it. */
const LABEL_CHARS_MAX = 180;
/** `Q.` and `A.` as courts print them, behind the number of the line, and `Q` as press offices do. */
const LETTER = /^[ \t]*(?:\d{1,2}[ \t]+)?([QA])(?:[.:](?=[ \t]+\S)|(?=(?:\t| {2,})\S)|(?<=Q)(?= \p{Lu}))/gmu;
/** Between a label and the words: when they are said, in brackets, and that a translator says them. */
const TIME_BEHIND = new RegExp(`[ \\t]*(?=[[(])${TIME_CODE}(?=\\s|$)`, "uy");
const NOTE_BEHIND = /[ \t]*[[(]([^\])\n]{1,60})[\])](?:[:.](?=\s|$))?/uy;

/** What stands in brackets within a label is no part of the name: a party, "via video". */
const ASIDE = /\s*[[(]([^\])]*)(?:[\])]|$)/gu;
const TRANSLATED =
  /\b(?:through|via|with|by|voice of)\s+(?:\p{L}+\s+){0,2}(?:translat|interpret)|^\s*(?:as\s+)?(?:translat|interpret)(?:ed|ion)\b/iu;
/** "D-OH" and "R", which are nobody's role. */
const PARTY = /^[DRI](?:[-–][\p{L}. ]{1,20})?$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq)\.?$/iu;

/** Words that open a line with a colon and are no one's name. */
const NOT_A_NAME = new Set(
  `note correction update editor source date time place location subject present re to from by
   kind language appearances agenda`.split(/\s+/u),
);

/** The labels of a text's turns, in order. */
export function printedLabels(text: string): Printed[] {
  const named = text.includes(":") ? namedLabels(text) : [];
  const letters = lettersIn(text).filter(({ start }) => !named.some((label) => label.start === start));
  return letters.length === 0 ? named : [...named, ...letters].sort((a, b) => a.start - b.start);
}

function namedLabels(text: string): Printed[] {
  const found: Printed[] = [];
  let lastLine = -1;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    const line = lineStart(text, colon);
    if (line === null || line === lastLine) continue;
    lastLine = line;
    LABEL.lastIndex = line;
    const hit = LABEL.exec(text);
    const label = hit && readLabel((hit[1] ?? "").trim());
    if (label) found.push(withBehind(text, hit, label));
  }
  return found;
}

/** Where the line of a place begins, or null where that is further away than any label is long: a pattern tried at every line takes twice as long. */
function lineStart(text: string, at: number): number | null {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) !== 0x0a && text.charCodeAt(start - 1) !== 0x0d) {
    if (at - start > LABEL_CHARS_MAX) return null;
    start--;
  }
  return start;
}

/** A letter alone is a label where somebody asks: "A. Smith went home" begins with an initial. */
function lettersIn(text: string): Printed[] {
  if (!asks(text)) return [];
  return [...text.matchAll(LETTER)].map((hit) =>
    withBehind(text, hit, { named: hit[1] ?? "", role: null, translated: false, by: null }),
  );
}

/** Whether a line begins with a `Q` that is a label's. */
function asks(text: string): boolean {
  for (let at = text.indexOf("Q"); at >= 0; at = text.indexOf("Q", at + 1)) {
    if (!/[.:\t ]/u.test(text.charAt(at + 1))) continue;
    const line = lineStart(text, at);
    if (line !== null && /^[ \t]*(?:\d{1,2}[ \t]+)?$/u.test(text.slice(line, at))) return true;
  }
  return false;
}

/** A label from its first character to the last of what belongs to it behind its colon. */
function withBehind(text: string, hit: RegExpExecArray, label: Omit<Printed, keyof Span>): Printed {
  const start = hit.index + (hit[0].length - hit[0].trimStart().length);
  const colon = hit.index + hit[0].length;
  const end = endOf(TIME_BEHIND, text, colon)?.end ?? colon;
  const note = endOf(NOTE_BEHIND, text, end);
  if (note && TRANSLATED.test(note.inner)) return { ...label, translated: true, start, end: note.end };
  const by = note && label.named === "Q" ? (BY.exec(note.inner)?.[1] ?? null) : null;
  return note && by ? { ...label, by, start, end: note.end } : { ...label, start, end };
}

function endOf(pattern: RegExp, text: string, at: number): { end: number; inner: string } | null {
  pattern.lastIndex = at;
  const hit = pattern.exec(text);
  return hit && { end: at + hit[0].length, inner: hit[1] ?? "" };
}

/** Who a label names, or null where it names nobody: a sentence with a colon, a heading. */
function readLabel(label: string): Omit<Printed, keyof Span> | null {
  const asides = [...label.matchAll(ASIDE)].map((aside) => aside[1] ?? "");
  const printed = label.replace(ASIDE, "").replace(/[*_]+/gu, "");
  const comma = commaBeforeRole(printed);
  const named = (comma > 0 ? printed.slice(0, comma) : printed).trim();
  const behindComma = comma > 0 ? printed.slice(comma + 1).trim() : "";
  const role = behindComma === "" || PARTY.test(behindComma) ? null : behindComma;
  const asker = /^Q\.?\s+(BY\s.*)$/u.exec(named)?.[1];
  const by = asker === undefined ? null : (BY.exec(asker)?.[1] ?? null);
  const translated = asides.some((aside) => TRANSLATED.test(aside));
  return isName(named) ? { named: by ? "Q" : named, role, translated, by } : null;
}

/** The comma behind which the role stands: not the one of "JOHN SMITH, JR." */
function commaBeforeRole(printed: string): number {
  const first = printed.indexOf(",");
  if (first <= 0) return -1;
  const second = printed.indexOf(",", first + 1);
  const part = printed.slice(first + 1, second < 0 ? undefined : second).trim();
  return SUFFIX.test(part) ? second : first;
}

function isName(named: string): boolean {
  const parts = named.split(/\s+/u);
  if (parts.length > 7 || NOT_A_NAME.has(fold(parts[0] ?? ""))) return false;
  const letters = named.replace(/[^\p{L}]/gu, "");
  const upper = letters.replace(/[^\p{Lu}]/gu, "").length;
  const unicase = letters !== "" && !/[\p{Lu}\p{Ll}]/u.test(letters);
  const shouted = letters.length > 0 && upper >= letters.length * 0.7;
  const titled =
    parts.length <= 4 &&
    parts.every((part) => /^\p{Lu}[\p{L}.’'-]*$|^(?:of|the|de|van|von|der|la|al)$|^\d+$/u.test(part));
  return shouted || titled || unicase;
}

const COUNSEL = "(?:MR|MS|MRS|MISS|MX|DR|JUDGE|JUSTICE|Mr|Ms|Mrs|Dr)\\.?[ \\t]+\\p{Lu}[\\p{L}.'’ -]{0,60}?";
const BY = new RegExp(`^(?:BY|By|by)[ \\t]+(${COUNSEL})[ \\t]*:?[ \\t]*$`, "u");
/** "BY MR. SMITH:", alone or under "CROSS-EXAMINATION". */
const EXAMINES = new RegExp(
  `^[ \\t]*(?:\\d{1,2}[ \\t]+)?(?:[\\p{Lu} -]{0,30}EXAMINATION[ \\t]*(?:\\r?\\n[ \\t]*)?BY[ \\t]+(${COUNSEL})[ \\t]*:?|BY[ \\t]+(${COUNSEL})[ \\t]*:)[ \\t]*$`,
  "gmu",
);
/** "JOHN DOE, called as a witness, having been first duly sworn". */
const SWORN =
  /^[ \t]*(\p{Lu}[\p{L}.'’-]*(?:[ \t]+\p{Lu}[\p{L}.'’-]*){1,5}),[^.:]{0,200}?\b(?:duly (?:sworn|affirmed)|(?:been|was) (?:first )?(?:sworn|affirmed))\b[^\n]*/gmu;

/** The lines of a deposition or a trial that tell who `Q.` and `A.` are, in order. */
export function installedIn(text: string): Installed[] {
  if (!asks(text)) return [];
  const found = [
    ...[...text.matchAll(EXAMINES)].map((hit) => install(hit, "questioner")),
    ...[...text.matchAll(SWORN)].map((hit) => install(hit, "witness")),
  ];
  return found.sort((a, b) => a.start - b.start);
}

function install(hit: RegExpExecArray, as: Installed["as"]): Installed {
  const named = (hit[1] ?? hit[2] ?? "").trim();
  return { as, named, start: hit.index, end: hit.index + hit[0].length };
}
