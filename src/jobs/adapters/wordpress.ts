import { LIMITS } from "../../core/question.ts";
import { JOBS } from "../limits.ts";
import { idAt, type Reading, textAt, titleAt, valueAt } from "./adapter.ts";

/** A post as WordPress's REST API gives it: what a site's hook on `save_post` has at hand. */
export function readWordPress(payload: Record<string, unknown>): Reading {
  const html = textAt(valueAt(payload, "/content/rendered"), "/content/rendered", LIMITS.draftCharsMax);
  const id = idAt(valueAt(payload, "/id"), JOBS.articleIdCharsMax);
  if ("detail" in html) return { ok: false, faults: [html] };
  if (id === null) return { ok: false, faults: [{ pointer: "/id", detail: "Must be an id." }] };
  const title = titleAt(valueAt(payload, "/title/rendered"), LIMITS.titleCharsMax);
  return {
    ok: true,
    article: { id, draft: { form: "html", body: html.text, title }, within: null, callback: null },
  };
}
