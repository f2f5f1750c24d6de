import type { Context, Hono } from "hono";
import { problemResponse } from "./problem.ts";

/** What the middleware leaves for the handlers. */
export interface AppEnv {
  Variables: { requestId: string };
}

export type Handler = (c: Context<AppEnv>) => Promise<Response>;

/** One path and what it answers to. HEAD is answered wherever GET is. */
export interface Route {
  /** In Hono's notation: `/v1/sources/:id`. */
  path: string;
  GET?: Handler;
  POST?: Handler;
}

/** Puts the routes into the app; any other method on one of their paths gets 405 with `Allow`. */
export function mount(app: Hono<AppEnv>, routes: readonly Route[]): void {
  for (const { path, GET, POST } of routes) {
    if (GET) app.get(path, GET);
    if (POST) app.post(path, POST);
    const allow = ["GET, HEAD", "POST", "OPTIONS"].filter(
      (methods) => methods === "OPTIONS" || (methods === "POST" ? POST : GET),
    );
    app.all(path, (c) => methodNotAllowed(c, allow.join(", ")));
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
