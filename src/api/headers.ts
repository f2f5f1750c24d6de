import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import { policyHeader } from "./rate-limits.ts";
import type { AppEnv } from "./route.ts";

/**
 * The page loads nothing but its own script and style and talks to nobody but its own origin.
 * On answers that are not the page, the policy does no harm.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const SECURITY_HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
} as const;

/** Browsers keep a preflight two hours at most. */
const PREFLIGHT_SECONDS = 7200;

/** Any page and any extension may ask; no credentials go with it, so no origin gains a right by it. */
export const crossOrigin = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"],
  allowHeaders: ["Authorization", "Content-Type", "If-None-Match", "X-Install-Id"],
  exposeHeaders: ["ETag", "Location", "RateLimit-Policy", "Retry-After", "Server-Timing", "X-Request-Id"],
  maxAge: PREFLIGHT_SECONDS,
});

/**
 * What every response carries, an error's and an asset's too: an id of our own (one that the
 * caller sends could be made to look like somebody else's), how long it took, and no storing
 * unless the handler said otherwise, since a cache before the Worker keeps what says nothing.
 *
 * @param now milliseconds; in production a Worker's clock stands still while it computes.
 */
export function standardHeaders(now: () => number) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const started = now();
    c.set("requestId", crypto.randomUUID());
    await next();
    c.header("X-Request-Id", c.var.requestId);
    if (c.var.ratePolicy) c.header("RateLimit-Policy", policyHeader(c.var.ratePolicy));
    c.header("Server-Timing", `app;dur=${(now() - started).toFixed(1)}`);
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
  });
}
