import type { Context } from "hono";
import type { Answer } from "../core/answer.ts";
import { check } from "../core/check.ts";
import type { Library } from "../core/finding/library.ts";
import type { Question } from "../core/question.ts";
import { ENGINE_VERSION } from "../core/version.ts";
import { checkOne } from "../corpus/checking.ts";
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

/** A GET check may be kept by anybody and is asked for again each time: sources change at run time, and a withdrawn one must not be quoted from a copy. An unchanged answer costs no look-up. */
const CACHE_CONTROL = "public, max-age=0, must-revalidate";
const CACHE_TAG_DIGITS = 32;

/** The routes that check quotes and claims. */
export function checkRoutes(corpus: Corpus): readonly Route[] {
  return [
    {
      path: "/v1/check",
      GET: { need: "read", handle: (c) => getCheck(c, corpus) },
      POST: { need: "read", handle: (c) => postCheck(c, corpus) },
    },
    { path: "/v1/check/batch", POST: { need: "read", handle: (c) => postBatch(c, corpus) } },
  ];
}

async function postCheck(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const body = await jsonObjectOf(c.req.raw, BODY_LIMITS.checkBytesMax);
  if (!body.ok) return problemResponse(body.refusal, c.var.requestId);
  const input = validated(checkSchema, body.value);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const answer = await checkOne(questionOf(input.value), corpus);
  c.set("verdict", answer.verdict);
  return c.json(answer);
}

/** The caller's copy is compared before anything is looked up: a 304 costs no check. */
async function getCheck(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const input = checkParameters(c.req.url);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const question = questionOf(input.value);
  const { revision, complete } = await corpus.summary();
  const etag = await strongEtag([ENGINE_VERSION, revision, question]);
  const unchanged = complete && noneMatchHolds(c.req.header("If-None-Match") ?? null, etag);
  const answer = unchanged ? null : await checkOne(question, corpus);
  if (answer !== null) c.set("verdict", answer.verdict);
  // What was answered from another corpus than the tag's, or from a part of it, is nobody's to keep; nor is a failure thrown above.
  if (answer === null || (answer.corpus.complete && answer.corpus.revision === revision)) {
    c.header("ETag", etag);
    c.header("Cache-Control", CACHE_CONTROL);
    c.header("Cache-Tag", cacheTag(revision));
  }
  return answer ? c.json(answer) : c.body(null, 304);
}

/** The tag under which a cache keeps what a corpus answered, so that all of it can be dropped when the corpus changes. */
function cacheTag(revision: string): string {
  return `corpus-${revision.replace(/^sha256-/, "").slice(0, CACHE_TAG_DIGITS)}`;
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
