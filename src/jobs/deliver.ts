import { ENGINE_VERSION } from "../core/version.ts";
import { callbackFault } from "./callback-url.ts";
import { JOBS } from "./limits.ts";
import { signedHeaders } from "./signature.ts";
import type { TakenDelivery } from "./store.ts";

/** How an attempt ended: taken by the receiver, refused for good, or worth another try. `outcome` is a status or a word or two, never what the receiver wrote. */
export interface Attempt {
  result: "delivered" | "gone" | "failed";
  outcome: string;
}

/** What sending needs of the outside. */
export interface Sender {
  fetch(request: Request): Promise<Response>;
  keys: readonly Uint8Array[];
  allowedOrigins: readonly string[];
  /** How long a receiver may take. */
  timeoutMs: number;
  nowMs(): number;
}

/** The report's body: the same bytes at each attempt, so that its receiver can tell a second delivery by its id alone. */
export function reportBody(job: string, { articleId, status, finishedAt, report }: TakenDelivery): string {
  const type = status === "done" ? "article.checked" : "article.failed";
  const timestamp = new Date(finishedAt).toISOString();
  const id = JSON.stringify(articleId);
  return `{"type":"${type}","timestamp":"${timestamp}","data":{"id":${id},"job":"${job}","status":"${status}","report":${report}}}`;
}

/**
 * Sends one report to its callback: signed, without following redirects, within a time, and reading
 * no more of the answer than tells that it arrived whole. Any status of 200 to 299 counts as taken.
 */
export async function attemptDelivery(job: string, taken: TakenDelivery, sender: Sender): Promise<Attempt> {
  // Whoever may be sent to is asked anew each time: the operator may have changed their mind since.
  if (callbackFault(taken.callback, null, sender.allowedOrigins) !== null) {
    return { result: "gone", outcome: "callback no longer allowed" };
  }
  // A report that nobody can tell from a forged one is worse than none.
  if (sender.keys.length === 0) return { result: "gone", outcome: "no secret to sign with" };
  const body = new TextEncoder().encode(reportBody(job, taken));
  const headers = await signedHeaders(taken.eventId, body, sender.keys, sender.nowMs());
  const request = new Request(taken.callback, {
    method: "POST",
    redirect: "manual",
    headers: { ...headers, "Content-Type": "application/json", "User-Agent": `Verbatim/${ENGINE_VERSION}` },
    body,
    signal: AbortSignal.timeout(sender.timeoutMs),
  });
  try {
    const response = await sender.fetch(request);
    await readSome(response);
    return attemptOf(response.status);
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === "TimeoutError";
    return { result: "failed", outcome: timedOut ? "no answer in time" : "connection failed" };
  }
}

function attemptOf(status: number): Attempt {
  if (status >= 200 && status < 300) return { result: "delivered", outcome: `${status}` };
  // Standard Webhooks: whoever answers 410 wants nothing sent here any more.
  return { result: status === 410 ? "gone" : "failed", outcome: `${status}` };
}

/** Reads an answer to its end or to the limit. Throws where the connection breaks first: the receiver may not have been done. */
async function readSome(response: Response): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.byteLength;
    if (size <= JOBS.answerBytesMax) continue;
    await reader.cancel();
    return;
  }
}
