import { type Context, Hono } from "hono";
import type { Corpus } from "../corpus/corpus.ts";
import { checkRoutes } from "./check.ts";
import { failureResponse } from "./failure.ts";
import { crossOrigin, standardHeaders } from "./headers.ts";
import { healthRoutes } from "./health.ts";
import { problemResponse } from "./problem.ts";
import { type AppEnv, methodNotAllowed, mount } from "./route.ts";
import { sourceRoutes } from "./sources.ts";

export interface AppOptions {
  corpus: Corpus;
  /** Answers for static files, with 404 where there is none. Without it, every unknown path is a 404. */
  assets?: (request: Request) => Promise<Response>;
  /** Milliseconds, for `Server-Timing` alone. */
  now?: () => number;
}

/** The whole HTTP API over one corpus. It sees no bindings: the composition root hands in what it needs. */
export function createApp({ corpus, assets, now = () => performance.now() }: AppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(standardHeaders(now));
  app.use(crossOrigin);
  mount(app, [...checkRoutes(corpus), ...sourceRoutes(corpus), ...healthRoutes(corpus)]);
  app.notFound((c) => staticFile(c, assets));
  app.onError((error, c) => failureResponse(c, error));
  return app;
}

/** What no route answers is a static file, or nothing. */
async function staticFile(c: Context<AppEnv>, assets: AppOptions["assets"]): Promise<Response> {
  const reading = c.req.method === "GET" || c.req.method === "HEAD";
  const found = await assets?.(reading ? c.req.raw : new Request(c.req.url, { method: "HEAD" }));
  if (found === undefined || found.status === 404) {
    return problemResponse({ code: "not_found", detail: "No route or file has this path." }, c.var.requestId);
  }
  return reading ? found : methodNotAllowed(c, "GET, HEAD, OPTIONS");
}
