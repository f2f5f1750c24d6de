import { parse } from "yaml";
import { SOURCE_ID } from "./source.ts";
import { type SourceResult, sourceOf } from "./source-fields.ts";

/**
 * Reads one source file: YAML front matter between two lines of `---`, then the text, to
 * the byte. The id is the file's name without its ending. A faulty file gives the first
 * problem, in words that name the field. Only build-time code calls this.
 */
export function parseSourceFile(fileName: string, content: string): SourceResult {
  const id = fileName.replace(/\.(md|txt)$/u, "");
  if (!SOURCE_ID.test(id))
    return problem(`the file name "${fileName}" cannot be an id: letters, digits, ".", "_" and "-" only`);
  const parts = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/u.exec(content);
  if (!parts) return problem("it does not begin with front matter: a line of ---, the fields, a line of ---");
  const text = content.slice(parts[0].length);
  const fields = readFields(parts[1] ?? "");
  return typeof fields === "string" ? problem(fields) : sourceOf(id, text, fields);
}

function problem(words: string): SourceResult {
  return { ok: false, problem: words };
}

/** The fields, without those that YAML calls null; a string says why there are none. */
function readFields(yaml: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = parse(yaml, { schema: "failsafe", maxAliasCount: 0 });
  } catch (error) {
    return `the front matter is not YAML: ${error instanceof Error ? error.message.split("\n")[0] : "unreadable"}`;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return "the front matter holds no fields";
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== "null" && field !== "~"));
}
