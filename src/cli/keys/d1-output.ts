import { printable } from "../printable.ts";

export type D1Result = { ok: true; rows: Record<string, unknown>[] } | { ok: false; problem: string };

/**
 * The rows in what `wrangler d1 execute --json` printed for one statement, or what went wrong in
 * one line. Statements are never repeated in it: they hold hashes.
 */
export function d1ResultIn(printed: string): D1Result {
  const value = jsonIn(printed);
  if (isObject(value) && isObject(value.error)) return failed(value.error.text);
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isObject(first)) return failed(null);
  if (first.success !== true || !Array.isArray(first.results)) return failed(first.error);
  return { ok: true, rows: (first.results as unknown[]).filter(isObject) };
}

/** The JSON at the end of the output: warnings may stand before it. */
function jsonIn(printed: string): unknown {
  for (const start of printed.matchAll(/^[[{]/gmu)) {
    try {
      return JSON.parse(printed.slice(start.index));
    } catch {
      // A warning that begins with a bracket; the JSON comes later.
    }
  }
  return null;
}

function failed(text: unknown): D1Result {
  const words = typeof text === "string" ? printable(text.split("INSERT INTO")[0] ?? "", 300) : "";
  return { ok: false, problem: words || "wrangler gave no result" };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
