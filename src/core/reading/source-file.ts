import { parse } from "yaml";
import { SOURCE_KINDS, type SourceKind } from "../answer.ts";
import { SOURCE_ID, SOURCE_LIMITS, type SourceInput } from "./source.ts";

export type SourceFileResult = { ok: true; source: SourceInput } | { ok: false; problem: string };

const FIELDS = ["speaker", "publisher", "date", "url", "language", "licence", "corrects"] as const;
const KNOWN = new Set<string>(["title", "kind", ...FIELDS]);

/**
 * Reads one source file: YAML front matter between two lines of `---`, then the text, to
 * the byte. The id is the file's name without its ending. A faulty file gives the first
 * problem, in words that name the field. Only build-time code calls this.
 */
export function parseSourceFile(fileName: string, content: string): SourceFileResult {
  const id = fileName.replace(/\.(md|txt)$/u, "");
  if (!SOURCE_ID.test(id))
    return problem(`the file name "${fileName}" cannot be an id: letters, digits, ".", "_" and "-" only`);
  const parts = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/u.exec(content);
  if (!parts) return problem("it does not begin with front matter: a line of ---, the fields, a line of ---");
  const text = content.slice(parts[0].length);
  const fields = readFields(parts[1] ?? "");
  return typeof fields === "string" ? problem(fields) : assemble(id, text, fields);
}

function problem(words: string): SourceFileResult {
  return { ok: false, problem: words };
}

function readFields(yaml: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = parse(yaml, { schema: "failsafe", maxAliasCount: 0 });
  } catch (error) {
    return `the front matter is not YAML: ${error instanceof Error ? error.message.split("\n")[0] : "unreadable"}`;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return "the front matter holds no fields";
  return value as Record<string, unknown>;
}

function assemble(id: string, text: string, fields: Record<string, unknown>): SourceFileResult {
  for (const [name, value] of Object.entries(fields)) {
    if (!KNOWN.has(name)) return problem(`"${name}" is not a front matter field`);
    if (typeof value !== "string") return problem(`"${name}" must be one line of text`);
    if (value.length > SOURCE_LIMITS.fieldCharsMax)
      return problem(`"${name}" is longer than ${SOURCE_LIMITS.fieldCharsMax} characters`);
  }
  const given = (name: string): string | null => {
    const value = fields[name];
    return typeof value === "string" && value.trim() !== "" && value !== "null" && value !== "~"
      ? value.trim()
      : null;
  };
  const title = given("title");
  const kind = given("kind");
  const date = given("date");
  const url = given("url");
  if (title === null) return problem('"title" is missing');
  if (!isSourceKind(kind)) return problem(`"kind" must be one of ${SOURCE_KINDS.join(", ")}`);
  if (date !== null && !isCalendarDate(date)) return problem('"date" must be a calendar date, YYYY-MM-DD');
  if (url !== null && !/^https?:\/\/[^\s]+$/u.test(url))
    return problem('"url" must begin with https:// or http://');
  if (text.length > SOURCE_LIMITS.textCharsMax)
    return problem(`the text is longer than ${SOURCE_LIMITS.textCharsMax} characters`);
  if (text.trim() === "") return problem("there is no text after the front matter");
  const rest = Object.fromEntries(FIELDS.map((name) => [name, given(name)])) as Record<
    (typeof FIELDS)[number],
    string | null
  >;
  return { ok: true, source: { id, title, kind, text, ...rest } };
}

function isSourceKind(kind: string | null): kind is SourceKind {
  return SOURCE_KINDS.some((known) => known === kind);
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
