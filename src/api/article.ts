import type { Context } from "hono";
import type { Draft } from "../core/reading/draft.ts";
import { checkDraft } from "../corpus/checking.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { BODY_LIMITS, jsonObjectOf } from "./body.ts";
import { problemResponse } from "./problem.ts";
import type { AppEnv, Route } from "./route.ts";
import { type ArticleInput, articleSchema, withinOf } from "./schemas.ts";
import { validated } from "./validate.ts";

/** The route that checks a whole draft at once. */
export function articleRoutes(corpus: Corpus): readonly Route[] {
  return [{ path: "/v1/check/article", POST: { need: "read", handle: (c) => postArticle(c, corpus) } }];
}

async function postArticle(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const body = await jsonObjectOf(c.req.raw, BODY_LIMITS.articleBytesMax);
  if (!body.ok) return problemResponse(body.refusal, c.var.requestId);
  const input = validated(articleSchema, body.value);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const report = await checkDraft(draftOf(input.value), withinOf(input.value.within), corpus);
  c.set("verdict", report.severity);
  return c.json(report);
}

/** The draft that a validated body has. */
export function draftOf({
  text,
  html,
  title,
  language,
}: Pick<ArticleInput, "text" | "html" | "title" | "language">): Draft {
  const isHtml = html !== undefined && html !== null;
  return {
    form: isHtml ? "html" : "text",
    body: html ?? text ?? "",
    title: title || null,
    language: language || null,
  };
}
