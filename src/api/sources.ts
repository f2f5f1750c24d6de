import type { Context } from "hono";
import { SOURCE_ID } from "../core/reading/source.ts";
import type { Corpus, WritableCorpus } from "../corpus/corpus.ts";
import { BODY_LIMITS, jsonObjectOf } from "./body.ts";
import { problemResponse, type Refusal } from "./problem.ts";
import { FOREIGN_CURSOR, queryAs } from "./query.ts";
import type { AppEnv, Route } from "./route.ts";
import {
  namedIn,
  noQuerySchema,
  revisionQuerySchema,
  SOURCE_ID_RULE,
  sourceOf,
  sourceSchema,
  sourcesQuerySchema,
} from "./schemas.ts";
import { invalidFields, validated } from "./validate.ts";

/** The routes that show what there is to check against, and change it. `writable` is null where the corpus is fixed. */
export function sourceRoutes(
  corpus: Corpus,
  writable: WritableCorpus | null,
  nowMs: () => number,
): readonly Route[] {
  return [
    { path: "/v1/sources", GET: { need: "read", handle: (c) => listSources(c, corpus) } },
    {
      path: "/v1/sources/:id",
      GET: { need: "read", handle: (c) => readSource(c, corpus, writable) },
      PUT: { need: "write", handle: (c) => putSource(c, writable, nowMs) },
      DELETE: { need: "write", handle: (c) => withdrawSource(c, writable, nowMs) },
    },
    {
      path: "/v1/sources/:id/quotations",
      GET: { need: "read", handle: (c) => listQuotations(c, corpus) },
    },
    { path: "/v1/sources/:id/revisions", GET: { need: "read", handle: (c) => listRevisions(c, writable) } },
  ];
}

const NO_SUCH_SOURCE: Refusal = { code: "not_found", detail: "No source has this id." };
const NO_SUCH_REVISION: Refusal = {
  code: "not_found",
  detail: "No revision of this source is kept under this name.",
};
const FIXED: Refusal = {
  code: "unavailable",
  detail: "This deployment has no database, so its sources cannot be changed.",
};

async function listSources(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const input = queryAs(sourcesQuerySchema, c.req.url);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const { limit, cursor = null, q } = input.value;
  const page = await corpus.list(limit, cursor, namedIn(q));
  return page ? c.json(page) : problemResponse(FOREIGN_CURSOR, c.var.requestId);
}

async function listQuotations(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const input = queryAs(noQuerySchema, c.req.url);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const quotations = await corpus.quotationsIn(idOf(c));
  return quotations ? c.json(quotations) : problemResponse(NO_SUCH_SOURCE, c.var.requestId);
}

/** The source as it is now, or a former revision of it by name. */
async function readSource(
  c: Context<AppEnv>,
  corpus: Corpus,
  writable: WritableCorpus | null,
): Promise<Response> {
  const input = queryAs(revisionQuerySchema, c.req.url);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const { revision } = input.value;
  const current = await corpus.read(idOf(c));
  if (revision === undefined || current?.revision === revision) {
    return current ? c.json(current) : problemResponse(NO_SUCH_SOURCE, c.var.requestId);
  }
  const former = (await writable?.readRevision(idOf(c), revision)) ?? null;
  return former ? c.json(former) : problemResponse(NO_SUCH_REVISION, c.var.requestId);
}

async function listRevisions(c: Context<AppEnv>, writable: WritableCorpus | null): Promise<Response> {
  const revisions = (await writable?.revisions(idOf(c))) ?? [];
  if (revisions.length === 0) return problemResponse(NO_SUCH_SOURCE, c.var.requestId);
  return c.json({ revisions });
}

async function putSource(
  c: Context<AppEnv>,
  writable: WritableCorpus | null,
  nowMs: () => number,
): Promise<Response> {
  if (writable === null) return problemResponse(FIXED, c.var.requestId);
  const body = await jsonObjectOf(c.req.raw, BODY_LIMITS.sourceBytesMax);
  if (!body.ok) return problemResponse(body.refusal, c.var.requestId);
  const input = validated(sourceSchema, body.value);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const id = idOf(c);
  const faults = [
    ...(SOURCE_ID.test(id) ? [] : [{ pointer: "/id", detail: SOURCE_ID_RULE }]),
    ...(input.value.corrects === id
      ? [{ pointer: "/corrects", detail: "A source cannot correct itself." }]
      : []),
  ];
  if (faults.length > 0) return problemResponse(invalidFields(faults).refusal, c.var.requestId);
  const { outcome, summary } = await writable.put(sourceOf(id, input.value), timeOf(nowMs));
  c.set("verdict", outcome);
  if (outcome === "created") c.header("Location", `/v1/sources/${encodeURIComponent(id)}`);
  return c.json(summary, outcome === "created" ? 201 : 200);
}

async function withdrawSource(
  c: Context<AppEnv>,
  writable: WritableCorpus | null,
  nowMs: () => number,
): Promise<Response> {
  if (writable === null) return problemResponse(FIXED, c.var.requestId);
  const withdrawn = await writable.withdraw(idOf(c), timeOf(nowMs));
  return withdrawn ? c.body(null, 204) : problemResponse(NO_SUCH_SOURCE, c.var.requestId);
}

function idOf(c: Context<AppEnv>): string {
  return c.req.param("id") ?? "";
}

function timeOf(nowMs: () => number): string {
  return new Date(nowMs()).toISOString();
}
