import { LIMITS } from "../../core/question.ts";
import { JOBS } from "../limits.ts";
import { isHexSigned } from "../signature.ts";
import { idAt, type Reading, textAt, titleAt, valueAt } from "./adapter.ts";

/**
 * Ghost since July 2024 signs with `X-Ghost-Signature: sha256=HEX, t=MILLISECONDS`: the HMAC-SHA256 of
 * the body with the time behind it, under the secret as it was typed (TryGhost/Ghost#20500).
 */
export async function isSignedByGhost(
  header: string | null,
  body: Uint8Array,
  secret: string,
  nowMs: number,
): Promise<boolean> {
  const parts = /^sha256=([0-9a-f]{64}),\s*t=(\d{1,15})$/i.exec(header ?? "");
  if (parts === null) return false;
  const [, hex = "", time = ""] = parts;
  if (Math.abs(nowMs - Number(time)) > JOBS.toleranceMs) return false;
  const clock = new TextEncoder().encode(time);
  const content = new Uint8Array(body.length + clock.length);
  content.set(body);
  content.set(clock, body.length);
  return isHexSigned(secret, hex, content);
}

/** What Ghost sends for `post.edited`, `post.added` and their like: the post as it is now, and what it was. */
export function readGhost(payload: Record<string, unknown>): Reading {
  const current = valueAt(payload, "/post/current");
  const html = textAt(valueAt(current, "/html"), "/post/current/html", LIMITS.draftCharsMax);
  const id = idAt(valueAt(current, "/id"), JOBS.articleIdCharsMax);
  if ("detail" in html) return { ok: false, faults: [html] };
  if (id === null) return { ok: false, faults: [{ pointer: "/post/current/id", detail: "Must be an id." }] };
  const title = titleAt(valueAt(current, "/title"), LIMITS.titleCharsMax);
  return {
    ok: true,
    article: { id, draft: { form: "html", body: html.text, title }, within: null, callback: null },
  };
}
