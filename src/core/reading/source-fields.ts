import { SOURCE_KINDS, type SourceKind } from "../answer.ts";
import { SOURCE_LIMITS, type SourceInput } from "./source.ts";

export type SourceResult = { ok: true; source: SourceInput } | { ok: false; problem: string };

const FIELDS = ["speaker", "publisher", "date", "url", "language", "licence", "corrects"] as const;
const KNOWN = new Set<string>(["title", "kind", ...FIELDS]);

/**
 * The source of these fields and this text, or the first problem, in words that name the field.
 * A field that is empty or white space is none. Whoever calls has looked at the id.
 */
export function sourceOf(id: string, text: string, fields: Record<string, unknown>): SourceResult {
  for (const [name, value] of Object.entries(fields)) {
    if (!KNOWN.has(name)) return problem(`"${name}" is not a field of a source`);
    if (typeof value !== "string") return problem(`"${name}" must be one line of text`);
    if (value.length > SOURCE_LIMITS.fieldCharsMax)
      return problem(`"${name}" is longer than ${SOURCE_LIMITS.fieldCharsMax} characters`);
  }
  const given = (name: string): string | null => {
    const value = fields[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const title = given("title");
  const kind = given("kind");
  const date = given("date");
  const url = given("url");
  if (title === null) return problem('"title" is missing');
  if (!isSourceKind(kind)) return problem(`"kind" must be one of ${SOURCE_KINDS.join(", ")}`);
  if (date !== null && !isCalendarDate(date)) return problem('"date" must be a calendar date, YYYY-MM-DD');
  if (url !== null && !isWebAddress(url)) return problem('"url" must begin with https:// or http://');
  if (text.length > SOURCE_LIMITS.textCharsMax)
    return problem(`the text is longer than ${SOURCE_LIMITS.textCharsMax} characters`);
  if (text.trim() === "") return problem("there is no text");
  const rest = Object.fromEntries(FIELDS.map((name) => [name, given(name)])) as Record<
    (typeof FIELDS)[number],
    string | null
  >;
  return { ok: true, source: { id, title, kind, text, ...rest } };
}

function problem(words: string): SourceResult {
  return { ok: false, problem: words };
}

/** True for one of the four kinds of source. */
export function isSourceKind(kind: string | null): kind is SourceKind {
  return SOURCE_KINDS.some((known) => known === kind);
}

/** True for an address that a source's `url` may be. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/u.test(url);
}

/** True for a date that the calendar has, as YYYY-MM-DD. */
export function isCalendarDate(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
