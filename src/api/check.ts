import type { Context } from "hono";
import type { Answer } from "../core/answer.ts";
import { check } from "../core/check.ts";
import type { Library } from "../core/finding/library.ts";
import type { Question } from "../core/question.ts";
import { ENGINE_VERSION } from "../core/version.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { BODY_LIMITS, jsonObjectOf } from "./body.ts";
import { checkParameters } from "./check-parameters.ts";
import { noneMatchHolds, strongEtag } from "./etag.ts";
import { refusalOfError, reportError } from "./failure.ts";
import { type Problem, problemOf, problemResponse, type Refusal } from "./problem.ts";
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
  const entries = batch.value.checks.map((entry, index) => read(entry, index));
  const questions = entries.flatMap(({ question }) => question ?? []);
  // One look at the corpus for all of them: only a corpus out of reach fails the whole.
  const libraries = await corpus.librariesFor(questions);
  const results = entries.map((entry): BatchResult => {
    if (entry.question === null) return { id: entry.id, problem: problemOf(entry.refusal, c.var.requestId) };
    const library = libraries[questions.indexOf(entry.question)] as Library;
    return batchResult(c, entry.id, entry.question, library);
  });
  return c.json({ results });
}

type BatchResult = ({ id: string | null } & Answer) | { id: string | null; problem: Problem };

type BatchEntry =
  | { id: string | null; question: Question }
  | { id: string | null; question: null; refusal: Refusal };

/** One entry of a batch as the question it asks, or why it asks none. */
function read(entry: unknown, index: number): BatchEntry {
  const input = validated(batchCheckSchema, entry, ["checks", `${index}`]);
  const id = callerIdOf(entry);
  return input.ok
    ? { id, question: questionOf(input.value) }
    : { id, question: null, refusal: input.refusal };
}

/** One question's answer, or a problem in its place where the fault is ours. */
function batchResult(
  c: Context<AppEnv>,
  id: string | null,
  question: Question,
  library: Library,
): BatchResult {
  try {
    return { id, ...check(question, library) };
  } catch (error) {
    const refusal = refusalOfError(error);
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
  const [library] = await corpus.librariesFor([question]);
  return check(question, library as Library);
}
