import type { Within } from "../../core/question.ts";
import type { Draft } from "../../core/reading/draft.ts";

/** A wrong or missing field of what a CMS sent: a JSON pointer into it, and what is wrong. */
export interface Fault {
  pointer: string;
  detail: string;
}

/** What a CMS sent, as a draft to be checked. */
export interface Article {
  id: string;
  draft: Draft;
  within: Within | null;
  /** Where this message itself asks the report to go; null where it does not say. */
  callback: string | null;
}

export type Reading = { ok: true; article: Article } | { ok: false; faults: Fault[] };

/** Text of an article's length, or the fault of it. */
export function textAt(value: unknown, pointer: string, charsMax: number): { text: string } | Fault {
  if (typeof value !== "string" || value === "") return { pointer, detail: "Must be a text." };
  if (value.length > charsMax) return { pointer, detail: `Must have at most ${charsMax} characters.` };
  return { text: value };
}

/** An id as CMSs have it, a number or a text, as text; null where there is none. */
export function idAt(value: unknown, charsMax: number): string | null {
  const id = typeof value === "number" ? `${value}` : value;
  return typeof id === "string" && id !== "" && id.length <= charsMax ? id : null;
}

/** A title that is short enough to be one; null for any other value. */
export function titleAt(value: unknown, charsMax: number): string | null {
  return typeof value === "string" && value !== "" && value.length <= charsMax ? value : null;
}

/** The value at a JSON pointer (RFC 6901), or undefined where there is none. Own fields only. */
export function valueAt(root: unknown, pointer: string): unknown {
  if (pointer === "") return root;
  if (!pointer.startsWith("/")) return undefined;
  let value = root;
  for (const part of pointer.slice(1).split("/")) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
