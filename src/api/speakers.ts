import type { Context } from "hono";
import type { Corpus } from "../corpus/corpus.ts";
import { problemResponse, type Refusal } from "./problem.ts";
import { FOREIGN_CURSOR, queryAs } from "./query.ts";
import type { AppEnv, Route } from "./route.ts";
import { namedIn, speakersQuerySchema, spokenQuerySchema } from "./schemas.ts";

/** The routes that show who speaks in the sources, and what they said. */
export function speakerRoutes(corpus: Corpus): readonly Route[] {
  return [
    { path: "/v1/speakers", GET: { need: "read", handle: (c) => listSpeakers(c, corpus) } },
    { path: "/v1/speakers/:id/quotations", GET: { need: "read", handle: (c) => listSpoken(c, corpus) } },
  ];
}

const NO_SUCH_SPEAKER: Refusal = { code: "not_found", detail: "No speaker has this id." };

async function listSpeakers(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const input = queryAs(speakersQuerySchema, c.req.url);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  return c.json(await corpus.speakers(namedIn(input.value.q), input.value.limit));
}

async function listSpoken(c: Context<AppEnv>, corpus: Corpus): Promise<Response> {
  const input = queryAs(spokenQuerySchema, c.req.url);
  if (!input.ok) return problemResponse(input.refusal, c.var.requestId);
  const { limit, cursor = null } = input.value;
  const page = await corpus.quotationsOf(c.req.param("id") ?? "", limit, cursor);
  if (page === "no_speaker") return problemResponse(NO_SUCH_SPEAKER, c.var.requestId);
  if (page === "no_cursor") return problemResponse(FOREIGN_CURSOR, c.var.requestId);
  return c.json(page);
}
