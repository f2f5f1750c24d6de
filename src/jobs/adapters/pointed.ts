import { LIMITS } from "../../core/question.ts";
import { JOBS } from "../limits.ts";
import { idAt, type Reading, textAt, titleAt, valueAt } from "./adapter.ts";

/** Where in a message of any shape the article stands: JSON pointers, as the address to which it is sent names them. */
export interface Pointers {
  html: string | null;
  text: string | null;
  id: string;
  title: string | null;
}

/** JSON of any shape, with pointers to what is in it. */
export function readPointed(payload: Record<string, unknown>, pointers: Pointers): Reading {
  const pointer = pointers.html ?? pointers.text ?? "";
  const body = textAt(valueAt(payload, pointer), pointer, LIMITS.draftCharsMax);
  const id = idAt(valueAt(payload, pointers.id), JOBS.articleIdCharsMax);
  if ("detail" in body) return { ok: false, faults: [body] };
  if (id === null) return { ok: false, faults: [{ pointer: pointers.id, detail: "Must be an id." }] };
  const title =
    pointers.title === null ? null : titleAt(valueAt(payload, pointers.title), LIMITS.titleCharsMax);
  const form = pointers.html === null ? "text" : "html";
  return { ok: true, article: { id, draft: { form, body: body.text, title }, within: null, callback: null } };
}
