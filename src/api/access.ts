import type { Context } from "hono";
import type { Key, KeyStore, Scope } from "../corpus/d1/keys.ts";
import { CorpusUnavailable } from "../corpus/unavailable.ts";
import { problemResponse, type Refusal } from "./problem.ts";
import { type Limiters, limited, RATE_LIMITS, type RatePolicy } from "./rate-limits.ts";
import type { AppEnv } from "./route.ts";

/** Who may do what here. */
export interface Access {
  /** Null where the deployment has no database, and so no keys. */
  keys: KeyStore | null;
  /** Whether reading needs a key too. Writing always does. */
  reads: "open" | "keys";
  limiters: Limiters;
}

/** What a route asks of whoever calls it: a scope; "signed", where the body's signature stands in for a key; "public", which asks nothing and counts nothing. */
export type Need = Scope | "signed" | "public";

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,200})$/i;
const INSTALL_ID = /^[A-Za-z0-9-]{8,64}$/;

/**
 * Why this request may not go on, as a response, or null where it may. The address is counted first,
 * so that nobody can try keys without end; then the key is looked up, and its own limit counted.
 */
export async function refuseAccess(c: Context<AppEnv>, need: Need, access: Access): Promise<Response | null> {
  if (need === "public") return null;
  const address = c.req.header("CF-Connecting-IP") ?? null;
  if (address !== null && !isLoopback(address)) {
    const refusal = await counted(c, RATE_LIMITS.address, networkOf(address), access.limiters);
    if (refusal) return refusal;
  }
  if (need === "signed") return null;
  const authorization = c.req.header("Authorization") ?? null;
  const identified = authorization === null ? null : await identify(authorization, need, access);
  if (identified === "unknown") return refuse(c, UNKNOWN_KEY);
  if (identified === null) {
    if (need !== "read" || access.reads === "keys") return refuse(c, NO_KEY);
    const install = c.req.header("X-Install-Id") ?? "";
    return INSTALL_ID.test(install) ? counted(c, RATE_LIMITS.install, install, access.limiters) : null;
  }
  if (!identified.scopes.includes(need)) return refuse(c, forbidden(need));
  return counted(c, RATE_LIMITS.key, identified.id, access.limiters);
}

/** The key that a request carries; "unknown" for what is none of ours, null where an open read can do without. */
async function identify(authorization: string, need: Scope, access: Access): Promise<Key | "unknown" | null> {
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined || access.keys === null) return "unknown";
  try {
    return (await access.keys.find(token)) ?? "unknown";
  } catch (error) {
    // With the database out of reach an open read goes on, as it would for somebody without a key.
    if (error instanceof CorpusUnavailable && need === "read" && access.reads === "open") return null;
    throw error;
  }
}

async function counted(
  c: Context<AppEnv>,
  policy: RatePolicy,
  who: string,
  limiters: Limiters,
): Promise<Response | null> {
  const refusal = await limited(policy, who, limiters);
  c.set("ratePolicy", policy);
  return refusal && refuse(c, refusal);
}

function refuse(c: Context<AppEnv>, refusal: Refusal): Response {
  const response = problemResponse(refusal, c.var.requestId);
  // RFC 9110, 11.6.1: a 401 says how one could do better.
  if (response.status === 401) response.headers.set("WWW-Authenticate", "Bearer");
  return response;
}

const NO_KEY: Refusal = {
  code: "unauthenticated",
  detail: "This needs a key: send it as Authorization: Bearer and the key.",
};

const UNKNOWN_KEY: Refusal = {
  code: "unauthenticated",
  detail: "This key is not known here, or has been revoked.",
};

function forbidden(need: Scope): Refusal {
  return { code: "forbidden", detail: `This key is not for this: it lacks the scope "${need}".` };
}

/** Who an address stands for: of IPv6 the first 64 bits, because a line has all the addresses behind them (RFC 6177). */
function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array.from({ length: zeros }, () => "0"), ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** Nobody calls from a loopback address but the machine itself, which a deployed Worker never sees. */
function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.") || address.startsWith("::ffff:127.");
}
