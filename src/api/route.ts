import type { Context, Hono } from "hono";
import { type Access, type Need, refuseAccess } from "./access.ts";
import { problemResponse } from "./problem.ts";
import type { RatePolicy } from "./rate-limits.ts";

/** What the middleware and the handlers leave for each other. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The limit that this request was counted by. */
    ratePolicy?: RatePolicy;
    /** What the operator's log says of the answer. */
    verdict?: string;
  };
}

export type Handler = (c: Context<AppEnv>) => Promise<Response>;
export type Method = "GET" | "POST" | "PUT" | "DELETE";
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "DELETE"];

/** One method of a path: what it needs of the caller, and what answers. */
export interface Operation {
  need: Need;
  handle: Handler;
}

/** One path and what it answers to. HEAD is answered wherever GET is. */
export type Route = { path: string } & Partial<Record<Method, Operation>>;

/** Puts the routes into the app; any other method on one of their paths gets 405 with `Allow`. */
export function mount(app: Hono<AppEnv>, routes: readonly Route[], access: Access): void {
  for (const route of routes) {
    const given = METHODS.filter((method) => route[method] !== undefined);
    for (const method of given) {
      const { need, handle } = route[method] as Operation;
      app.on(method, route.path, async (c) => (await refuseAccess(c, need, access)) ?? handle(c));
    }
    const allow = [...given.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])), "OPTIONS"];
    app.all(route.path, (c) => methodNotAllowed(c, allow.join(", ")));
  }
}

/** RFC 9110, 15.5.6: a 405 names the methods that the resource does support. */
export function methodNotAllowed(c: Context<AppEnv>, allow: string): Response {
  const response = problemResponse(
    { code: "method_not_allowed", detail: `Use one of ${allow}.` },
    c.var.requestId,
  );
  response.headers.set("Allow", allow);
  return response;
}
