import { printable } from "../printable.ts";

/** Of more faulty fields than these, the rest are left out. */
const ERRORS_SHOWN_MAX = 5;

/** One page of the list of sources: revisions by id, and the cursor of the next, null on the last. */
export interface KnownPage {
  revisions: [id: string, revision: string][];
  cursor: string | null;
}

/** The page in an answer to `GET /v1/sources`, or null when it is none. */
export function knownPageIn(body: string): KnownPage | null {
  const page = objectIn(body);
  if (page === null || !Array.isArray(page.sources)) return null;
  const cursor: unknown = page.cursor ?? null;
  if (cursor !== null && typeof cursor !== "string") return null;
  const revisions: [string, string][] = [];
  for (const source of page.sources as unknown[]) {
    if (!isObject(source) || typeof source.id !== "string" || typeof source.revision !== "string")
      return null;
    revisions.push([source.id, source.revision]);
  }
  return { revisions, cursor };
}

/** The revision in the summary that answers a put, or null. */
export function revisionIn(body: string): string | null {
  const revision = objectIn(body)?.revision;
  return typeof revision === "string" ? revision : null;
}

/** Why a request was refused, in one line: the problem's code and detail (RFC 9457), and each faulty field. */
export function problemIn(status: number, body: string): string {
  const problem = objectIn(body) ?? {};
  const code = typeof problem.code === "string" ? `${problem.code} (${status})` : `status ${status}`;
  const detail = typeof problem.detail === "string" ? problem.detail : "";
  const errors = Array.isArray(problem.errors) ? (problem.errors as unknown[]) : [];
  const fields = errors
    .slice(0, ERRORS_SHOWN_MAX)
    .flatMap((error) =>
      isObject(error) && typeof error.pointer === "string" ? [`${error.pointer}: ${error.detail ?? ""}`] : [],
    );
  // A detail that is about one field has said it already.
  const more = fields.filter((field) => !detail.includes(field));
  return printable([`${code}:`, detail, ...more].join(" ").trim().replace(/:$/u, ""), 600);
}

/** How long a `Retry-After` asks to wait, in milliseconds from `nowMs`: seconds or an HTTP date. Null when there is none. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? "";
  if (/^\d{1,9}$/u.test(value)) return Number(value) * 1000;
  const time = value === "" ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? null : Math.max(0, time - nowMs);
}

function objectIn(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
