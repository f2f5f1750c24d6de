import type { Context } from "hono";
import { cursorAfter, idOfCursor } from "../corpus/cursor.ts";
import { JOBS } from "../jobs/limits.ts";
import { redeliver, type Surroundings } from "../jobs/service.ts";
import { NO_JOBS, problemResponse, type Refusal } from "./problem.ts";
import { numeric, singleParameters } from "./query.ts";
import type { AppEnv, Route } from "./route.ts";
import { deadLettersQuerySchema } from "./schemas.ts";
import { invalidFields, validated } from "./validate.ts";

/** The routes by which jobs are read, and those that could not report back are found and sent again. */
export function jobRoutes(around: Surroundings | null): readonly Route[] {
  return [
    { path: "/v1/jobs", GET: { need: "admin", handle: (c) => listDead(c, around) } },
    { path: "/v1/jobs/:id", GET: { need: "read", handle: (c) => readJob(c, around) } },
    { path: "/v1/jobs/:id/redeliver", POST: { need: "admin", handle: (c) => sendAgain(c, around) } },
  ];
}

const NO_SUCH_JOB: Refusal = { code: "not_found", detail: "No job has this id, or not any longer." };

async function readJob(c: Context<AppEnv>, around: Surroundings | null): Promise<Response> {
  if (around === null) return problemResponse(NO_JOBS, c.var.requestId);
  const job = await around.store.read(c.req.param("id") ?? "");
  return job === null ? problemResponse(NO_SUCH_JOB, c.var.requestId) : c.json(job);
}

async function listDead(c: Context<AppEnv>, around: Surroundings | null): Promise<Response> {
  if (around === null) return problemResponse(NO_JOBS, c.var.requestId);
  const parameters = singleParameters(c.req.url);
  if (!parameters.ok) return problemResponse(parameters.refusal, c.var.requestId);
  const given: Record<string, unknown> = Object.fromEntries(parameters.value);
  if (typeof given.limit === "string") given.limit = numeric(given.limit);
  const input = validated(deadLettersQuerySchema, given);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const { limit, cursor } = input.value;
  const after = cursor === undefined ? "" : idOfCursor(cursor);
  if (after === null) {
    const { refusal } = invalidFields([{ pointer: "/cursor", detail: "Is none that this list has given." }]);
    return problemResponse(refusal, c.var.requestId);
  }
  const letters = await around.store.deadLetters(after, limit + 1);
  const jobs = letters.slice(0, Math.min(limit, JOBS.pageMax));
  const last = jobs.at(-1);
  return c.json({ jobs, cursor: letters.length > jobs.length && last ? cursorAfter(last.job) : null });
}

async function sendAgain(c: Context<AppEnv>, around: Surroundings | null): Promise<Response> {
  if (around === null) return problemResponse(NO_JOBS, c.var.requestId);
  const id = c.req.param("id") ?? "";
  if (await redeliver(id, around)) return c.json({ job: id, status: "pending" }, 202);
  return problemResponse(
    { code: "not_found", detail: "No job of this id has a report that could not be delivered." },
    c.var.requestId,
  );
}
