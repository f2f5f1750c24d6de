import type { Answer, SourceDocument } from "../core/answer.ts";

/** What the form asks. `text` and `speaker` go out exactly as typed: the answer's offsets point into them. */
export interface Inquiry {
  form: "quote" | "claim";
  text: string;
  speaker: string;
}

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

export type Outcome = { answer: Answer } | { failure: Failure };

/** A check takes well under a second; past this the connection is taken for dead. */
const TIMEOUT_MS = 20_000;

/** Asks the endpoint. Returns null when `signal` was aborted, because a newer inquiry has taken this one's place. */
export async function ask(inquiry: Inquiry, signal: AbortSignal): Promise<Outcome | null> {
  const body: Record<string, string> = { [inquiry.form]: inquiry.text };
  if (inquiry.speaker.trim() !== "") body.speaker = inquiry.speaker;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch("/v1/check", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, timeout]),
    });
    const outcome = await readOutcome(response);
    return signal.aborted ? null : outcome;
  } catch {
    if (signal.aborted) return null;
    if (timeout.aborted) return { failure: failureOf("timeout") };
    return { failure: failureOf(navigator.onLine ? "unreachable" : "offline") };
  }
}

/** Returns the corpus that the endpoint answers for and its engine, or null where it does not say. */
export async function fetchHealth(): Promise<Pick<Answer, "corpus" | "engine"> | null> {
  try {
    const response = await fetch("/health", { headers: { accept: "application/json" } });
    const health: unknown = response.ok ? await response.json() : null;
    if (!isRecord(health) || !isRecord(health.corpus)) return null;
    return health as unknown as Pick<Answer, "corpus" | "engine">;
  } catch {
    return null;
  }
}

/** Returns one source with its text, or null where this endpoint does not have it or cannot be reached. */
export async function fetchSource(id: string): Promise<SourceDocument | null> {
  try {
    const response = await fetch(`/v1/sources/${encodeURIComponent(id)}`, {
      headers: { accept: "application/json" },
    });
    if (!response.ok) return null;
    const document: unknown = await response.json();
    return isRecord(document) && typeof document.text === "string"
      ? (document as unknown as SourceDocument)
      : null;
  } catch {
    return null;
  }
}

async function readOutcome(response: Response): Promise<Outcome> {
  const text = await response.text();
  const body = parse(text);
  if (response.ok && isAnswer(body)) return { answer: body };
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
  return isRecord(body) && typeof body.verdict === "string" && Array.isArray(body.matches);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A proxy in between answers without a code of ours; its status still says what to do. */
function codeForStatus(status: number): string {
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

function failureOf(code: string): Failure {
  return { code, status: 0, retryAfterSeconds: null, requestId: null, fieldErrors: [] };
}
