import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { AppEnv } from "./route.ts";

/** Takes one line for the operator, as JSON. */
export type Log = (line: string) => void;

/**
 * One line a request: which, how it ended, how long it took, how large it was. The route's pattern
 * stands in for the path and no header, query or body is in it, because a quote may be in each.
 *
 * @param now milliseconds
 */
export function requestLog(log: Log, now: () => number) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const started = now();
    await next();
    const { method } = c.req;
    log(
      JSON.stringify({
        event: "request",
        requestId: c.var.requestId,
        route: `${method} ${routePath(c, -1)}`,
        status: c.res.status,
        ms: Math.round(now() - started),
        bytesIn: sizeOf(c.req.header("Content-Length")),
        verdict: c.var.verdict ?? null,
        limitedBy: c.var.ratePolicy?.name ?? null,
      }),
    );
  });
}

function sizeOf(length: string | undefined): number | null {
  const size = Number(length);
  return length !== undefined && Number.isFinite(size) ? size : null;
}
