import { SOURCE_ID } from "../../core/reading/source.ts";
import type { Draft } from "./draft.ts";

const FIELDS = [
  "title",
  "kind",
  "speaker",
  "publisher",
  "date",
  "url",
  "language",
  "licence",
  "corrects",
] as const;
const KNOWN = new Set<string>(["id", "text", ...FIELDS]);

/** What one line holds: its id and draft, or the first problem, in words that name the field. */
export type ReadRecord =
  | { ok: true; id: string; draft: Draft & { ok: true } }
  | { ok: false; problem: string };

/**
 * Reads one line of JSON: an object with `id`, `text` and the fields of a source. Null is the same
 * as leaving a field out. A field of another name is refused: it may be a misspelt one.
 */
export function readRecord(line: string): ReadRecord {
  const record = objectIn(line);
  if (record === null) return refused("the line is not a JSON object");
  const unknown = Object.keys(record).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return refused(`"${unknown}" is not a field of a source`);
  const { id, text } = record;
  if (typeof id !== "string") return refused('"id" must be text');
  if (!SOURCE_ID.test(id))
    return refused('"id" may have letters, digits, ".", "_" and "-" only, at most 200');
  if (typeof text !== "string") return refused('"text" must be text');
  const fields: Draft & { ok: true } = { ok: true, text, fields: {} };
  for (const name of FIELDS) {
    const value = record[name] ?? null;
    if (value === null) continue;
    if (typeof value !== "string") return refused(`"${name}" must be text`);
    fields.fields[name] = value;
  }
  return { ok: true, id, draft: fields };
}

function refused(problem: string): ReadRecord {
  return { ok: false, problem };
}

/** The parser's own message is left out: it holds a piece of the line. */
function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
