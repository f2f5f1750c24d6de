import {
  askCheck,
  askDraft,
  askHealth,
  type Endpoint,
  failureOf,
  type Outcome,
} from "../../view/endpoint.ts";
import type { Asked, Request } from "../messages.ts";
import { loadEndpoint } from "../settings.ts";
import type { KeptAnswers } from "./kept-answers.ts";

/** Asks the endpoint what a page or a panel wants to know, or answers from what it said a moment ago. */
export async function answer(
  request: Extract<Request, { type: "check" | "draft" | "health" }>,
  kept: KeptAnswers,
  nowMs: () => number,
): Promise<Asked<unknown>> {
  const endpoint = await loadEndpoint();
  if (request.type === "health") {
    return { outcome: orNone(await askHealth(endpoint)), origin: endpoint.origin, atMs: nowMs() };
  }
  const question = JSON.stringify([
    endpoint.origin,
    endpoint.key,
    request.type === "check" ? request.inquiry : request.draft,
  ]);
  const known = request.fresh ? null : await kept.find<unknown>(question);
  if (known) return { outcome: { answer: known.value }, origin: endpoint.origin, atMs: known.atMs };
  const outcome = await askOnce(question, () => ask(request, endpoint));
  // The answer does not wait until it is kept.
  if ("answer" in outcome) void kept.keep(question, outcome.answer);
  return { outcome, origin: endpoint.origin, atMs: nowMs() };
}

/** Questions that are on their way: asked again meanwhile, one waits for the same answer. */
const onTheWay = new Map<string, Promise<Outcome<unknown>>>();

function askOnce(question: string, ask: () => Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
  const asked = onTheWay.get(question) ?? ask().finally(() => onTheWay.delete(question));
  onTheWay.set(question, asked);
  return asked;
}

async function ask(
  request: Extract<Request, { type: "check" | "draft" }>,
  endpoint: Endpoint,
): Promise<Outcome<unknown>> {
  return request.type === "check"
    ? orNone(await askCheck(request.inquiry, endpoint))
    : orNone(await askDraft(request.draft, endpoint));
}

/** Nothing here is ever aborted, so that null does not come; were it to, nobody may wait for ever. */
function orNone<Value>(outcome: Outcome<Value> | null): Outcome<Value> {
  return outcome ?? { failure: failureOf("unexpected") };
}
