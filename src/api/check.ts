import type { Context } from "hono";
import type { Answer } from "../core/answer.ts";
import { check } from "../core/check.ts";
import type { Question } from "../core/question.ts";
import { ENGINE_VERSION } from "../core/version.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { BODY_LIMITS, jsonObjectOf } from "./body.ts";
import { checkParameters } from "./check-parameters.ts";
import { noneMatchHolds, strongEtag } from "./etag.ts";
import { refusalOfError, reportError } from "./failure.ts";
import { type Problem, problemOf, problemResponse } from "./problem.ts";
import type { AppEnv, Route } from "./route.ts";
import {
  batchCheckSchema,
  batchSchema,
  checkSchema,
  EDGE_LIMITS,
  isJsonObject,
  questionOf,
} from "./schemas.ts";
import { validated } from "./validate.ts";

/** Seconds for which a GET check may be kept unasked; after them the tag tells whether engine and corpus are the same. */
const CACHE_SECONDS = 300;

/** The routes that check quotes and claims. */
export function checkRoutes(corpus: Corpus): readonly Route[] {
  return [
    { path: "/v1/check", GET: (c) => getCheck(c, corpus), POST: (c) => postCheck(c, corpus) },
    { path: "/v1/check/batch", POST: (c) => postBatch(c, corpus) },
  ];
}

async function postCheck(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const body = await jsonObjectOf(c.req.raw, BODY_LIMITS.checkBytesMax);
  if (!body.ok) return problemResponse(body.refusal, c.var.requestId);
  const input = validated(checkSchema, body.value);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  return c.json(await answerTo(questionOf(input.value), corpus));
}

/** The caller's copy is compared before anything is looked up: a 304 costs no check. */
async function getCheck(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const input = checkParameters(c.req.url);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const question = questionOf(input.value);
  const { revision } = await corpus.summary();
  const etag = await strongEtag([ENGINE_VERSION, revision, question]);
  const unchanged = noneMatchHolds(c.req.header("If-None-Match") ?? null, etag);
  const answer = unchanged ? null : await answerTo(question, corpus);
  // Only an answer may be kept: a failure thrown above carries neither tag nor permission.
  c.header("ETag", etag);
  c.header("Cache-Control", `public, max-age=${CACHE_SECONDS}`);
  return answer ? c.json(answer) : c.body(null, 304);
}

async function postBatch(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const body = await jsonObjectOf(c.req.raw, BODY_LIMITS.batchBytesMax);
  if (!body.ok) return problemResponse(body.refusal, c.var.requestId);
  const batch = validated(batchSchema, body.value);
  if (!batch.ok) return problemResponse(batch.refusal, c.var.requestId);
  const results: BatchResult[] = [];
  for (const [index, entry] of batch.value.checks.entries()) {
    results.push(await batchResult(c, entry, index, corpus));
  }
  return c.json({ results });
}

type BatchResult = ({ id: string | null } & Answer) | { id: string | null; problem: Problem };

/** One entry's answer, or its own problem in its place; only a corpus out of reach fails the whole. */
async function batchResult(
  c: Context<AppEnv>,
  entry: unknown,
  index: number,
  corpus: Corpus,
): Promise<BatchResult> {
  const input = validated(batchCheckSchema, entry, ["checks", `${index}`]);
  const id = callerIdOf(entry);
  if (!input.ok) return { id, problem: problemOf(input.refusal, c.var.requestId) };
  try {
    return { id, ...(await answerTo(questionOf(input.value), corpus)) };
  } catch (error) {
    const refusal = refusalOfError(error);
    if (refusal.code === "unavailable") throw error;
    reportError(c, error, refusal);
    return { id, problem: problemOf(refusal, c.var.requestId) };
  }
}

/** The id to answer under, for a faulty entry too; null when it has none that can be sent back. */
function callerIdOf(entry: unknown): string | null {
  const id = isJsonObject(entry) ? entry.id : null;
  return typeof id === "string" && id.length <= EDGE_LIMITS.callerIdCharsMax ? id : null;
}

async function answerTo(question: Question, corpus: Corpus): Promise<Answer> {
  return check(question, await corpus.libraryFor(question));
}
