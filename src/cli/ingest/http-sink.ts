import type { SourceInput } from "../../core/reading/source.ts";
import { printable } from "../printable.ts";
import { knownPageIn, problemIn, retryAfterMs, revisionIn } from "./http-answers.ts";
import { type PutOutcome, SinkUnusable, SourceRefused, type SourceSink } from "./sink.ts";

/** How long an endpoint is given. Of the waits between two tries each is twice the one before. */
export const HTTP_LIMITS = {
  triesMax: 6,
  firstWaitMs: 500,
  requestMs: 60_000,
  /** How often one request may be told to come later, and how much later. */
  laterMax: 30,
  laterMs: 600_000,
  answerBytesMax: 16_000_000,
  pageSources: 100,
  knownMax: 1_000_000,
} as const;

export interface Endpoint {
  /** Without a slash at its end. */
  url: string;
  key: string;
  /** Resolves after so many milliseconds, sooner when the work is broken off. */
  wait(ms: number): Promise<void>;
  /** Aborted when no more tries should be made. What is under way is not cut. */
  stopped: AbortSignal;
}

interface Answer {
  status: number;
  body: string;
  /** 1 for the first: after another, an earlier one may have been carried out. */
  tries: number;
}

/** The sources of a running endpoint, over its HTTP API. */
export function httpSink(endpoint: Endpoint): SourceSink {
  const known = new Map<string, string>();
  return {
    async known() {
      for (let cursor: string | null = null, pages = 0; cursor !== null || pages === 0; pages++) {
        cursor = await addPage(endpoint, known, cursor);
        if (known.size > HTTP_LIMITS.knownMax || pages * HTTP_LIMITS.pageSources > HTTP_LIMITS.knownMax) {
          throw new SinkUnusable(`the endpoint lists more than ${HTTP_LIMITS.knownMax} sources`);
        }
      }
      return known;
    },
    put: (source) => put(endpoint, source, known.get(source.id) ?? null),
  };
}

async function addPage(
  endpoint: Endpoint,
  known: Map<string, string>,
  cursor: string | null,
): Promise<string | null> {
  const after = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  const path = `/v1/sources?limit=${HTTP_LIMITS.pageSources}${after}`;
  const { status, body } = await ask(endpoint, "GET", path, null);
  if (status !== 200)
    throw new SinkUnusable(`the endpoint does not list its sources: ${problemIn(status, body)}`);
  const page = knownPageIn(body);
  if (page === null) throw new SinkUnusable("what answers at the address is not a Verbatim endpoint");
  for (const [id, revision] of page.revisions) known.set(id, revision);
  return page.cursor;
}

async function put(
  endpoint: Endpoint,
  source: SourceInput,
  knownRevision: string | null,
): Promise<PutOutcome> {
  const path = `/v1/sources/${encodeURIComponent(source.id)}`;
  const { status, body, tries } = await ask(endpoint, "PUT", path, bodyOf(source));
  if (status === 201) return "created";
  if (status === 200) {
    if (knownRevision !== null) return revisionIn(body) === knownRevision ? "unchanged" : "replaced";
    // It was not there, and a try whose answer was lost has put it there.
    return tries > 1 ? "created" : "replaced";
  }
  // Only these say something about the source; the others concern every source.
  if (status >= 400 && status < 500 && status !== 404 && status !== 405) {
    throw new SourceRefused(problemIn(status, body));
  }
  throw new SinkUnusable(`the endpoint takes no sources: ${problemIn(status, body)}`);
}

/** The body of a put: every field that the source has. */
function bodyOf({ id: _, text, ...fields }: SourceInput): string {
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  return JSON.stringify({ ...Object.fromEntries(given), text: text.toWellFormed() });
}

/**
 * The answer to a request, after as many tries as it takes and `HTTP_LIMITS` allow. Throws
 * SinkUnusable when the endpoint cannot be reached, refuses the key, or stays unavailable.
 */
async function ask(endpoint: Endpoint, method: string, path: string, body: string | null): Promise<Answer> {
  let failures = 0;
  let later = 0;
  for (;;) {
    const answer = await tryOnce(endpoint, method, path, body);
    if (!("failure" in answer)) {
      const { status } = answer;
      if (status === 401 || status === 403) {
        throw new SinkUnusable(`the endpoint does not take this key: ${problemIn(status, answer.body)}`);
      }
      if (status >= 300 && status < 400)
        throw new SinkUnusable(`the address leads elsewhere (status ${status})`);
      if (status === 429) {
        later += 1;
        await comeLater(endpoint, answer.retryMs ?? backOffMs(later), later);
        continue;
      }
      if (status < 500) return { status, body: answer.body, tries: failures + later + 1 };
    }
    failures += 1;
    if (failures >= HTTP_LIMITS.triesMax) throw gaveUp(answer);
    const retryMs = "failure" in answer ? null : answer.retryMs;
    await comeLater(endpoint, Math.max(retryMs ?? 0, backOffMs(failures)), failures);
  }
}

function backOffMs(failures: number): number {
  return HTTP_LIMITS.firstWaitMs * 2 ** (Math.min(failures, HTTP_LIMITS.triesMax) - 1);
}

async function comeLater(endpoint: Endpoint, ms: number, times: number): Promise<void> {
  if (ms > HTTP_LIMITS.laterMs || times > HTTP_LIMITS.laterMax) {
    throw new SinkUnusable("the endpoint asks to come back much later");
  }
  if (!endpoint.stopped.aborted) await endpoint.wait(ms);
  if (endpoint.stopped.aborted) throw new SinkUnusable("the work was broken off");
}

type Try = { status: number; body: string; retryMs: number | null } | { failure: string };

function gaveUp(last: Try): SinkUnusable {
  const tries = `${HTTP_LIMITS.triesMax} tries`;
  return "failure" in last
    ? new SinkUnusable(`the endpoint cannot be reached (${last.failure}), after ${tries}`)
    : new SinkUnusable(`the endpoint is unavailable after ${tries}: ${problemIn(last.status, last.body)}`);
}

async function tryOnce(endpoint: Endpoint, method: string, path: string, body: string | null): Promise<Try> {
  try {
    const response = await fetch(`${endpoint.url}${path}`, {
      method,
      headers: {
        Accept: "application/json, application/problem+json",
        Authorization: `Bearer ${endpoint.key}`,
        ...(body === null ? {} : { "Content-Type": "application/json" }),
      },
      body,
      // A key is not carried to wherever an answer points.
      redirect: "manual",
      signal: AbortSignal.timeout(HTTP_LIMITS.requestMs),
    });
    const retryMs = retryAfterMs(response.headers.get("Retry-After"), Date.now());
    return { status: response.status, body: await boundedBody(response), retryMs };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

async function boundedBody(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let body = "";
  for await (const piece of response.body ?? []) {
    body += decoder.decode(piece, { stream: true });
    if (body.length > HTTP_LIMITS.answerBytesMax) throw new RangeError("the answer is too long");
  }
  return body + decoder.decode();
}

/** What went wrong on the way: a code such as ECONNREFUSED where there is one. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return "network error";
  if (error.name === "TimeoutError") return "no answer in time";
  const { cause } = error;
  if (!(cause instanceof Error)) return printable(error.message, 100);
  return printable("code" in cause && typeof cause.code === "string" ? cause.code : cause.message, 100);
}
