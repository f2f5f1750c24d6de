import { expect } from "vitest";
import { type AppOptions, createApp } from "../../src/api/app.ts";
import type { Problem, ProblemCode } from "../../src/api/problem.ts";
import { memoryCorpus } from "../../src/corpus/memory.ts";
import { HARBOUR, SPEECH } from "../sources.ts";

export const corpus = memoryCorpus([HARBOUR, SPEECH]);

/** The whole app over two made-up sources. */
export function testApp(options: Partial<AppOptions> = {}) {
  return createApp({ corpus, ...options });
}

const app = testApp();

/** Sends one request to the app over the made-up sources. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return app.request(path, init);
}

/** Posts this value as JSON; a string is sent as it is. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** The URL of a GET check. */
export function checkUrl(parameters: Record<string, string>): string {
  return `/v1/check?${new URLSearchParams(parameters)}`;
}

/** Holds the response to the form that every problem has, and gives the problem. */
export async function problemIn(response: Response, status: number, code: ProblemCode): Promise<Problem> {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  const problem: Problem = await response.json();
  expect(problem).toMatchObject({ status, code, type: `urn:verbatim:problem:${code}` });
  expect(response.status).toBe(status);
  expect(problem.requestId).toBe(response.headers.get("X-Request-Id"));
  expect(problem.title).not.toBe("");
  expect(problem.detail).not.toBe("");
  return problem;
}

/** The pointers of a problem's field errors. */
export function pointersOf(problem: Problem): string[] {
  return (problem.errors ?? []).map(({ pointer }) => pointer);
}
