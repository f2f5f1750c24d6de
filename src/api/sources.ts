import type { Context } from "hono";
import type { Corpus } from "../corpus/corpus.ts";
import { problemResponse } from "./problem.ts";
import { numeric, singleParameters } from "./query.ts";
import type { AppEnv, Route } from "./route.ts";
import { sourcesQuerySchema } from "./schemas.ts";
import { invalidFields, validated } from "./validate.ts";

/** The routes that show what there is to check against. */
export function sourceRoutes(corpus: Corpus): readonly Route[] {
  return [
    { path: "/v1/sources", GET: (c) => listSources(c, corpus) },
    { path: "/v1/sources/:id", GET: (c) => readSource(c, corpus) },
  ];
}

async function listSources(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const parameters = singleParameters(c.req.url);
  if (!parameters.ok) return problemResponse(parameters.refusal, c.var.requestId);
  const query: Record<string, unknown> = Object.fromEntries(parameters.value);
  if (typeof query.limit === "string") query.limit = numeric(query.limit);
  const input = validated(sourcesQuerySchema, query);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const page = await corpus.list(input.value.limit, input.value.cursor ?? null);
  if (page !== null) return c.json(page);
  const { refusal } = invalidFields([{ pointer: "/cursor", detail: "Is none that this list has given." }]);
  return problemResponse(refusal, c.var.requestId);
}

async function readSource(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const source = await corpus.read(c.req.param("id") ?? "");
  if (source !== null) return c.json(source);
  return problemResponse({ code: "not_found", detail: "No source has this id." }, c.var.requestId);
}
