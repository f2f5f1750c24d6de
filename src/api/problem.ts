/**
 * Every way in which a request can be refused, with its status. Nothing else in the API names
 * a status of 400 or above. The titles are RFC 9457's: the same for each occurrence.
 */
export const PROBLEMS = {
  malformed_json: { status: 400, title: "The body is not a JSON object" },
  unauthenticated: { status: 401, title: "A key or a signature is missing or wrong" },
  forbidden: { status: 403, title: "This key is not for this" },
  not_found: { status: 404, title: "There is nothing here" },
  method_not_allowed: { status: 405, title: "This method is not allowed here" },
  conflict: { status: 409, title: "This was sent before with another body" },
  too_large: { status: 413, title: "The request is over a limit" },
  unsupported_media_type: { status: 415, title: "The body must be application/json" },
  invalid_request: { status: 422, title: "A field is wrong" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong here" },
  unavailable: { status: 503, title: "The corpus cannot be reached" },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemStatus = (typeof PROBLEMS)[ProblemCode]["status"];

/** One wrong field: a JSON pointer (RFC 6901) into the body, or `/name` of a query parameter; "" is the whole. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** Why a request cannot be answered; the edges turn it into a response. It never holds text that was submitted. */
export interface Refusal {
  code: ProblemCode;
  detail: string;
  errors?: FieldError[];
  /** Seconds after which the same request may work, for `Retry-After`. */
  retryAfterSeconds?: number;
}

/** Why a deployment without a database neither takes jobs nor has any. */
export const NO_JOBS: Refusal = {
  code: "unavailable",
  detail: "This deployment has no database and takes no jobs.",
};

/** A value, or why there is none. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** RFC 9457 problem details, as they are sent. */
export interface Problem {
  type: string;
  title: string;
  status: ProblemStatus;
  detail: string;
  code: ProblemCode;
  requestId: string;
  errors?: FieldError[];
}

export function accepted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(
  code: ProblemCode,
  detail: string,
  errors?: FieldError[],
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: errors === undefined ? { code, detail } : { code, detail, errors } };
}

/** The problem object for a refusal. */
export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { status, title } = PROBLEMS[refusal.code];
  return {
    type: `urn:verbatim:problem:${refusal.code}`,
    title,
    status,
    detail: refusal.detail,
    code: refusal.code,
    requestId,
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
  };
}

/** The response for a refusal, as `application/problem+json`. */
export function problemResponse(refusal: Refusal, requestId: string): Response {
  const problem = problemOf(refusal, requestId);
  const headers = new Headers({ "Content-Type": "application/problem+json" });
  if (refusal.retryAfterSeconds !== undefined) headers.set("Retry-After", `${refusal.retryAfterSeconds}`);
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
