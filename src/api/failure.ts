import type { Context } from "hono";
import { routePath } from "hono/route";
import { CorpusUnavailable } from "../corpus/unavailable.ts";
import { PROBLEMS, problemResponse, type Refusal } from "./problem.ts";
import type { AppEnv } from "./route.ts";

/** A guess at when an unreachable corpus is worth another try, in seconds. */
const RETRY_AFTER_SECONDS = 5;

/** What a thrown error is answered with. Nothing of the error itself goes out. */
export function refusalOfError(error: unknown): Refusal {
  if (error instanceof CorpusUnavailable) {
    return {
      code: "unavailable",
      detail: "The corpus cannot be reached now; the same request may work later.",
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    };
  }
  return { code: "internal", detail: "This is a fault of the service, not of the request." };
}

/**
 * One line for the operator. An error's message may quote what was submitted and a URL may hold
 * a quote, so the line has the error's class and the route's pattern instead.
 */
export function reportError(c: Context<AppEnv>, error: unknown, refusal: Refusal): void {
  console.error(
    JSON.stringify({
      requestId: c.var.requestId,
      route: `${c.req.method} ${routePath(c)}`,
      status: PROBLEMS[refusal.code].status,
      error: error instanceof Error ? error.name : typeof error,
    }),
  );
}

/** The response to an error that no handler caught. */
export function failureResponse(c: Context<AppEnv>, error: unknown): Response {
  const refusal = refusalOfError(error);
  reportError(c, error, refusal);
  return problemResponse(refusal, c.var.requestId);
}
