import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { revisionOf } from "../../../src/core/finding/revision.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";

export const KEY = "vb_test_key-that-nobody-has";

/** One request as it came in. */
export interface Seen {
  method: string;
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown> | null;
}

/** Answers a request instead of the endpoint; false leaves it to the endpoint. */
export type Instead = (seen: Seen, response: ServerResponse, request: IncomingMessage) => boolean;

const NULLS = {
  speaker: null,
  publisher: null,
  date: null,
  url: null,
  language: null,
  licence: null,
  corrects: null,
};

/** A server on this machine that keeps sources as an endpoint does, in pages of three, until the test is over. */
export async function fakeEndpoint(instead: Instead = () => false) {
  const sources = new Map<string, SourceInput>();
  const requests: Seen[] = [];
  const hooks = { instead };
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => "");
    const seen: Seen = {
      method: request.method ?? "",
      path: request.url ?? "",
      authorization: request.headers.authorization,
      body: body === "" ? null : JSON.parse(body),
    };
    requests.push(seen);
    if (hooks.instead(seen, response, request)) return;
    if (seen.authorization !== `Bearer ${KEY}`) return answer(response, 401, problem("unauthenticated"));
    if (seen.method === "GET") return answer(response, 200, page(sources, new URL(seen.path, "http://x")));
    const id = decodeURIComponent(seen.path.slice("/v1/sources/".length));
    const status = sources.has(id) ? 200 : 201;
    const source = { id, ...NULLS, ...seen.body } as unknown as SourceInput;
    sources.set(id, source);
    answer(response, status, { id, revision: revisionOf(source) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const puts = () => requests.filter(({ method }) => method === "PUT");
  return { url: `http://127.0.0.1:${port}`, sources, requests, puts, hooks };
}

function page(sources: Map<string, SourceInput>, url: URL) {
  const ids = [...sources.keys()].sort();
  const from = Number(url.searchParams.get("cursor") ?? 0);
  const shown = ids.slice(from, from + 3).map((id) => sources.get(id) as SourceInput);
  return {
    sources: shown.map((source) => ({ id: source.id, revision: revisionOf(source) })),
    cursor: from + 3 < ids.length ? `${from + 3}` : null,
  };
}

export function answer(response: ServerResponse, status: number, body: object, headers = {}): void {
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "Content-Type": type, ...headers });
  response.end(JSON.stringify(body));
}

export function problem(code: string, detail = "It is so.", errors?: object[]) {
  return { type: `urn:verbatim:problem:${code}`, title: "A problem", detail, code, requestId: "r", errors };
}
