import type { Context } from "hono";
import type { Article, Reading } from "../jobs/adapters/adapter.ts";
import { isSignedByGhost, readGhost } from "../jobs/adapters/ghost.ts";
import { readPointed } from "../jobs/adapters/pointed.ts";
import { readWordPress } from "../jobs/adapters/wordpress.ts";
import { callbackFault } from "../jobs/callback-url.ts";
import { type Surroundings, submit } from "../jobs/service.ts";
import { isSigned } from "../jobs/signature.ts";
import { draftOf } from "./article.ts";
import { BODY_LIMITS, boundedBody, jsonObjectIn } from "./body.ts";
import { accepted, NO_JOBS, type Outcome, problemResponse, type Refusal, refused } from "./problem.ts";
import { singleParameters } from "./query.ts";
import type { AppEnv, Route } from "./route.ts";
import { pointersSchema, webhookSchema, withinOf } from "./schemas.ts";
import { invalidFields, validated } from "./validate.ts";

/** Whose messages are taken, and where reports go that name no callback of their own. */
export interface Webhooks {
  around: Surroundings;
  /** Keys of the senders' secrets, several while one is changed for another; none where none are set up. */
  keys: readonly Uint8Array[];
  /** Ghost's secret as it was typed there, or null. */
  ghostSecret: string | null;
  /** Where adapters' reports go, or null: then they are only to be read. */
  callback: string | null;
}

/** The routes to which CMSs send drafts. Signatures stand in for keys. */
export function webhookRoutes(webhooks: Webhooks | null): readonly Route[] {
  const route = (path: string, sender: Sender): Route => ({
    path: `/v1/webhooks/${path}`,
    POST: { need: "signed", handle: (c) => receive(c, webhooks, sender) },
  });
  return [
    route("article", { check: standardId, read: readStandard }),
    route("ghost", { check: ghostId, read: async (payload) => ofAdapter(readGhost(payload)) }),
    route("wordpress", { check: standardId, read: async (payload) => ofAdapter(readWordPress(payload)) }),
    route("json", { check: standardId, read: readAny }),
  ];
}

/** How one kind of sender signs and what it sends. */
interface Sender {
  /** The message's id, or null where it is not signed by one of ours, now. */
  check(c: Context<AppEnv>, body: Uint8Array, webhooks: Webhooks): Promise<string | null>;
  read(payload: Record<string, unknown>, c: Context<AppEnv>): Promise<Outcome<Article>>;
}

/** Nothing is parsed before the signature holds, and nothing kept before all of it does. */
async function receive(c: Context<AppEnv>, webhooks: Webhooks | null, sender: Sender): Promise<Response> {
  if (webhooks === null) return problemResponse(NO_JOBS, c.var.requestId);
  const body = await boundedBody(c.req.raw, BODY_LIMITS.webhookBytesMax);
  if (!body.ok) return problemResponse(body.refusal, c.var.requestId);
  const webhookId = await sender.check(c, body.value, webhooks);
  if (webhookId === null) return problemResponse(UNSIGNED, c.var.requestId);
  const payload = jsonObjectIn(c.req.raw, body.value);
  if (!payload.ok) return problemResponse(payload.refusal, c.var.requestId);
  const article = await sender.read(payload.value, c);
  if (!article.ok) return problemResponse(article.refusal, c.var.requestId);
  const callback = article.value.callback ?? webhooks.callback;
  const fault =
    callback && callbackFault(callback, new URL(c.req.url).hostname, webhooks.around.sender.allowedOrigins);
  if (fault) {
    const { refusal } = invalidFields([{ pointer: "/data/callback", detail: fault }]);
    return problemResponse(refusal, c.var.requestId);
  }
  const { id, draft, within } = article.value;
  const bodyHash = await hashOf(body.value);
  const submitted = await submit(
    { webhookId, bodyHash, articleId: id, draft, within, callback },
    webhooks.around,
  );
  if (submitted === "conflict") return problemResponse(CONFLICT, c.var.requestId);
  return c.json({ ...submitted, url: `/v1/jobs/${submitted.job}` }, 202);
}

const UNSIGNED: Refusal = {
  code: "unauthenticated",
  detail: "The signature does not hold: another secret or body, or a time more than five minutes off.",
};
const CONFLICT: Refusal = { code: "conflict", detail: "This webhook id came before with another body." };

async function standardId(
  c: Context<AppEnv>,
  body: Uint8Array,
  { keys, around }: Webhooks,
): Promise<string | null> {
  const headers = {
    id: c.req.header("webhook-id") ?? null,
    timestamp: c.req.header("webhook-timestamp") ?? null,
    signature: c.req.header("webhook-signature") ?? null,
  };
  return (await isSigned(headers, body, keys, around.sender.nowMs())) ? headers.id : null;
}

/** Ghost names its messages nothing, so that the same body is the same message. */
async function ghostId(
  c: Context<AppEnv>,
  body: Uint8Array,
  { ghostSecret, around }: Webhooks,
): Promise<string | null> {
  const header = c.req.header("X-Ghost-Signature") ?? null;
  if (ghostSecret === null) return null;
  const signed = await isSignedByGhost(header, body, ghostSecret, around.sender.nowMs());
  return signed ? `ghost:${await hashOf(body)}` : null;
}

async function readStandard(payload: Record<string, unknown>): Promise<Outcome<Article>> {
  const input = validated(webhookSchema, payload);
  if (!input.ok) return input;
  const { id, callback, within, ...draft } = input.value.data;
  return accepted({ id, callback, draft: draftOf(draft), within: withinOf(within) });
}

/** JSON of any shape: the address says by pointers where in it the article stands. */
async function readAny(payload: Record<string, unknown>, c: Context<AppEnv>): Promise<Outcome<Article>> {
  const parameters = singleParameters(c.req.url);
  if (!parameters.ok) return parameters;
  const pointers = validated(pointersSchema, Object.fromEntries(parameters.value));
  if (!pointers.ok) return pointers;
  const { html, text, id, title } = pointers.value;
  return ofAdapter(
    readPointed(payload, { html: html ?? null, text: text ?? null, id, title: title ?? null }),
  );
}

function ofAdapter(reading: Reading): Outcome<Article> {
  if (reading.ok) return accepted(reading.article);
  const { refusal } = invalidFields(reading.faults);
  return refused(refusal.code, refusal.detail, refusal.errors);
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
