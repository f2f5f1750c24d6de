import type { Answer, SourceDocument } from "../core/answer.ts";
import type { ArticleReport } from "../core/article.ts";

/** Where answers come from, and as whom they are asked for. */
export interface Endpoint {
  /** Its address without a slash at the end; empty for the page's own. */
  origin: string;
  key: string | null;
  /** Tells one installation of the extension from another, so that each has its own limit; null for a page. */
  installId: string | null;
}

/** The endpoint that served this page. */
export const OWN_ENDPOINT: Endpoint = { origin: "", key: null, installId: null };

/** What is asked. The texts go out exactly as they are: the answer's offsets point into them. */
export interface Inquiry {
  form: "quote" | "claim";
  text: string;
  speaker: string;
  /** What stands around the words where they were found. */
  prefix?: string;
  suffix?: string;
}

/** A draft to be checked whole. */
export type Draft = ({ text: string } | { html: string }) & { title?: string; language?: string };

export interface FieldError {
  /** The field's name in the request: "quote", "claim", "speaker"; "" where the endpoint names none. */
  field: string;
  detail: string;
}

/** Why there is no answer. `code` is the contract's, or one of ours: offline, unreachable, timeout, unreadable. */
export interface Failure {
  code: string;
  /** The HTTP status; 0 where no response came. */
  status: number;
  retryAfterSeconds: number | null;
  requestId: string | null;
  fieldErrors: FieldError[];
}

export type Outcome<Value> = { answer: Value } | { failure: Failure };

/** A check takes well under a second; past this the connection is taken for dead. */
const TIMEOUT_MS = 20_000;

/** Asks for one check. Resolves to null when `signal` was aborted, because a newer inquiry has taken this one's place. */
export function askCheck(
  inquiry: Inquiry,
  endpoint: Endpoint,
  signal?: AbortSignal,
): Promise<Outcome<Answer> | null> {
  return request(endpoint, "/v1/check", isAnswer, { body: bodyOf(inquiry), signal });
}

/** Asks for a whole draft to be checked. Resolves to null when `signal` was aborted. */
export function askDraft(
  draft: Draft,
  endpoint: Endpoint,
  signal?: AbortSignal,
): Promise<Outcome<ArticleReport> | null> {
  return request(endpoint, "/v1/check/article", isReport, { body: draft, signal });
}

/** What the endpoint says of itself. */
export type Health = Pick<Answer, "corpus" | "engine">;

/** Asks what the endpoint searches and with which engine. */
export function askHealth(endpoint: Endpoint): Promise<Outcome<Health> | null> {
  return request(endpoint, "/health", isHealth, {});
}

/** Asks for one source with its text, as it is now or as of a revision. Resolves to null when `signal` was aborted. */
export function askSource(
  id: string,
  endpoint: Endpoint,
  { revision = null, signal }: { revision?: string | null; signal?: AbortSignal } = {},
): Promise<Outcome<SourceDocument> | null> {
  const asOf = revision === null ? "" : `?revision=${encodeURIComponent(revision)}`;
  return request(endpoint, `/v1/sources/${encodeURIComponent(id)}${asOf}`, isDocument, { signal });
}

/** Sends one request; a body makes it a POST. Resolves to null when `signal` was aborted. */
export async function request<Value>(
  endpoint: Endpoint,
  path: string,
  is: (body: unknown) => body is Value,
  { body, signal }: { body?: object; signal?: AbortSignal },
): Promise<Outcome<Value> | null> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(`${endpoint.origin}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: headersFor(endpoint, body !== undefined),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      // No cookie of any site goes along, and no answer is taken from or put into the browser's own cache.
      credentials: endpoint.origin === "" ? "same-origin" : "omit",
      cache: "no-store",
    });
    const outcome = await readOutcome(response, is);
    return signal?.aborted ? null : outcome;
  } catch {
    if (signal?.aborted) return null;
    if (timeout.aborted) return { failure: failureOf("timeout") };
    return { failure: failureOf(navigator.onLine ? "unreachable" : "offline") };
  }
}

function bodyOf({ form, text, speaker, prefix, suffix }: Inquiry): Record<string, string> {
  const body: Record<string, string> = { [form]: text };
  if (speaker.trim() !== "") body.speaker = speaker;
  if (prefix) body.prefix = prefix;
  if (suffix) body.suffix = suffix;
  return body;
}

function headersFor({ key, installId }: Endpoint, hasBody: boolean): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (hasBody) headers["content-type"] = "application/json";
  if (key !== null) headers.authorization = `Bearer ${key}`;
  if (installId !== null) headers["x-install-id"] = installId;
  return headers;
}

async function readOutcome<Value>(
  response: Response,
  is: (body: unknown) => body is Value,
): Promise<Outcome<Value>> {
  const body = parse(await response.text());
  if (response.ok && is(body)) return { answer: body };
  const problem = isRecord(body) ? body : {};
  const code = typeof problem.code === "string" ? problem.code : codeForStatus(response.status);
  return {
    failure: {
      code: response.ok ? "unreadable" : code,
      status: response.status,
      retryAfterSeconds: secondsUntil(response.headers.get("retry-after")),
      requestId: response.headers.get("x-request-id"),
      fieldErrors: fieldErrorsOf(problem.errors),
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAnswer(body: unknown): body is Answer {
  return (
    isRecord(body) &&
    typeof body.verdict === "string" &&
    typeof body.summary === "string" &&
    isRecord(body.corpus) &&
    isListOf(body.matches, isMatch)
  );
}

/** Whether a match has what is shown of it; what an older endpoint may leave out is not asked for. */
function isMatch(body: unknown): boolean {
  return (
    isRecord(body) &&
    isRecord(body.quote) &&
    typeof body.quote.exact === "string" &&
    isListOf(
      body.changes,
      (change) => isRecord(change) && isRecord(change.submitted) && isRecord(change.source),
    ) &&
    isRecord(body.context) &&
    typeof body.context.passage === "string" &&
    isListOf(body.context.warnings, isRecord) &&
    isRecord(body.source) &&
    typeof body.source.id === "string"
  );
}

function isListOf(list: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(list) && list.every(is);
}

function isReport(body: unknown): body is ArticleReport {
  return (
    isRecord(body) &&
    isRecord(body.counts) &&
    typeof body.counts.unread === "number" &&
    isRecord(body.corpus) &&
    isListOf(body.quotations, (quotation) => isRecord(quotation) && isAnswer(quotation.result))
  );
}

function isHealth(body: unknown): body is Health {
  return isRecord(body) && isRecord(body.corpus) && typeof body.engine === "string";
}

function isDocument(body: unknown): body is SourceDocument {
  return isRecord(body) && typeof body.text === "string" && typeof body.title === "string";
}

/** Whether a value read from JSON is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A proxy in between answers without a code of ours; its status still says what to do. */
function codeForStatus(status: number): string {
  if (status === 404) return "not_found";
  if (status === 413) return "too_large";
  if (status === 429) return "rate_limited";
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 502 || status === 503 || status === 504) return "unavailable";
  return "unexpected";
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3); null when absent or neither. */
function secondsUntil(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** Pointers come as JSON pointers, as such ("/quote") or as URI fragments ("#/quote"). */
function fieldErrorsOf(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).map((error) => ({
    field: String(error.pointer ?? "").replace(/^#?\//, ""),
    detail: String(error.detail ?? "This is not accepted."),
  }));
}

/** Returns a failure of which nothing is known but its code. */
export function failureOf(code: string): Failure {
  return { code, status: 0, retryAfterSeconds: null, requestId: null, fieldErrors: [] };
}
