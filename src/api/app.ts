import { type Context, Hono } from "hono";
import type { Corpus, WritableCorpus } from "../corpus/corpus.ts";
import type { Surroundings } from "../jobs/service.ts";
import type { Access } from "./access.ts";
import { articleRoutes } from "./article.ts";
import { checkRoutes } from "./check.ts";
import { failureResponse } from "./failure.ts";
import { crossOrigin, standardHeaders } from "./headers.ts";
import { healthRoutes } from "./health.ts";
import { jobRoutes } from "./jobs.ts";
import { type Log, requestLog } from "./log.ts";
import { problemResponse } from "./problem.ts";
import { NO_LIMITERS } from "./rate-limits.ts";
import { type AppEnv, methodNotAllowed, mount } from "./route.ts";
import { sourceRoutes } from "./sources.ts";
import { speakerRoutes } from "./speakers.ts";
import { type Webhooks, webhookRoutes } from "./webhooks.ts";

export interface AppOptions {
  corpus: Corpus;
  /** The same corpus where its sources can be changed; without it they are as they were built. */
  writable?: WritableCorpus | null;
  access?: Access;
  /** What jobs need; without it none are taken. */
  jobs?: Surroundings | null;
  webhooks?: Webhooks | null;
  /** Answers for static files, with 404 where there is none. Without it, every unknown path is a 404. */
  assets?: (request: Request) => Promise<Response>;
  /** Milliseconds, for `Server-Timing` and the log alone. */
  now?: () => number;
  /** Milliseconds since 1970, for what is stored. */
  nowMs?: () => number;
  /** Takes one line a request; without it nothing is logged. */
  log?: Log;
}

const OPEN: Access = { keys: null, reads: "open", limiters: NO_LIMITERS };

/** The whole HTTP API over one corpus. It sees no bindings: the composition root hands in what it needs. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { corpus, assets, writable = null, access = OPEN, jobs = null, webhooks = null } = options;
  const { now = () => performance.now(), nowMs = () => Date.now(), log } = options;
  const app = new Hono<AppEnv>();
  if (log) app.use(requestLog(log, now));
  app.use(standardHeaders(now));
  app.use(crossOrigin);
  const routes = [
    ...checkRoutes(corpus),
    ...articleRoutes(corpus),
    ...sourceRoutes(corpus, writable, nowMs),
    ...speakerRoutes(corpus),
    ...webhookRoutes(webhooks),
    ...jobRoutes(jobs),
    ...healthRoutes(corpus, writable, now),
  ];
  mount(app, routes, access);
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
