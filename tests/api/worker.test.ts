import { applyD1Migrations } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { problemIn } from "./support.ts";

beforeAll(() => applyD1Migrations(env.DB, env.MIGRATIONS));

/** The Worker as it is deployed, over the corpus and the files that `npm run build` made. */
const ask = (path: string, init?: RequestInit) =>
  exports.default.fetch(new Request(`https://verbatim.test${path}`, init));

test("it answers on the embedded corpus", async () => {
  const health = await (await ask("/health")).json();
  expect(health.status).toBe("ok");
  expect(health.corpus.sources).toBeGreaterThan(0);
  const { sources } = await (await ask("/v1/sources?limit=1")).json();
  const { text } = await (await ask(`/v1/sources/${encodeURIComponent(sources[0].id)}`)).json();
  expect(text.length).toBeGreaterThan(100);
});

test.each([
  ["/", "text/html"],
  ["/docs", "text/html"],
  ["/openapi.json", "application/json"],
])("%s is served from the files, with the headers of everything else", async (path, type) => {
  const response = await ask(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toContain(type);
  expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(response.headers.get("X-Request-Id")).not.toBeNull();
  expect(response.headers.get("Server-Timing")).toMatch(/^app;dur=/);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await response.text()).not.toBe("");
});

test("a file is checked again by its tag", async () => {
  const etag = (await ask("/")).headers.get("ETag") ?? "";
  const response = await ask("/", { headers: { "If-None-Match": etag } });
  expect(response.status).toBe(304);
  expect(response.headers.get("Server-Timing")).toMatch(/^app;dur=/);
});

test("what neither route nor file has is a problem", async () => {
  await problemIn(await ask("/favicon-of-nobody.ico"), 404, "not_found");
});

test("HEAD finds the page too", async () => {
  const response = await ask("/", { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});
