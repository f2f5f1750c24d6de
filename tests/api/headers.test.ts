import { expect, test } from "vitest";
import { ask, checkUrl, post, problemIn, testApp } from "./support.ts";

/** One request for each way in which a response can come about. */
const REQUESTS: [string, () => Promise<Response> | Response][] = [
  ["an answer", () => post("/v1/check", { quote: "a" })],
  ["a cacheable answer", () => ask(checkUrl({ quote: "a" }))],
  ["a 304", () => ask(checkUrl({ quote: "a" }), { headers: { "If-None-Match": "*" } })],
  ["a field error", () => post("/v1/check", {})],
  ["an unknown path", () => ask("/nowhere")],
  ["a wrong method", () => ask("/v1/check", { method: "DELETE" })],
  ["a preflight", () => ask("/v1/check", { method: "OPTIONS" })],
  ["a static file", () => withAssets("/")],
  ["a static file that is not there", () => withAssets("/nowhere.js")],
];

/** An app whose static files are one page. */
async function withAssets(path: string, init: RequestInit = {}): Promise<Response> {
  const page = new Response("<!doctype html>", {
    headers: { "Content-Type": "text/html", "Cache-Control": "public, max-age=0, must-revalidate" },
  });
  const app = testApp({
    assets: async (request) =>
      new URL(request.url).pathname === "/" ? page : new Response(null, { status: 404 }),
  });
  return app.request(path, init);
}

test.each(REQUESTS)("%s has an id, a time, an origin and the security headers", async (_, request) => {
  const { headers } = await request();
  expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(headers.get("Server-Timing")).toMatch(/^app;dur=\d+\.\d$/);
  expect(headers.get("Cache-Control")).not.toBeNull();
  expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Referrer-Policy")).toBe("no-referrer");
  expect(headers.get("Content-Security-Policy")).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  );
});

test.each(REQUESTS.filter(([name]) => !/cacheable|304|static file$/.test(name)))(
  "%s is not to be stored",
  async (_, request) => {
    expect((await request()).headers.get("Cache-Control")).toBe("no-store");
  },
);

test("the id is new each time and never the caller's", async () => {
  const ids = await Promise.all(
    Array.from({ length: 5 }, () => ask("/health", { headers: { "X-Request-Id": "mine" } })),
  );
  expect(new Set(["mine", ...ids.map(({ headers }) => headers.get("X-Request-Id"))]).size).toBe(6);
});

test("the time is the clock's", async () => {
  let time = 0;
  const app = testApp({ now: () => (time += 12.25) });
  expect((await app.request("/health")).headers.get("Server-Timing")).toBe("app;dur=12.3");
});

test("a preflight lets pages and extensions ask", async () => {
  const response = await ask("/v1/check", {
    method: "OPTIONS",
    headers: {
      Origin: "chrome-extension://abcdefghijklmnop",
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type",
    },
  });
  expect(response.status).toBe(204);
  const listed = (name: string) => (response.headers.get(name) ?? "").toLowerCase().split(/, ?/);
  expect(listed("Access-Control-Allow-Methods")).toEqual(["get", "head", "post", "put", "delete", "options"]);
  expect(listed("Access-Control-Allow-Headers")).toContain("content-type");
});

test("scripts of other origins may read what they need", async () => {
  const exposed = (await ask("/health")).headers.get("Access-Control-Expose-Headers")?.split(",");
  expect(exposed?.sort()).toEqual([
    "ETag",
    "Location",
    "RateLimit-Policy",
    "Retry-After",
    "Server-Timing",
    "X-Request-Id",
  ]);
});

test.each([
  ["DELETE", "/v1/check", "GET, HEAD, POST, OPTIONS"],
  ["PUT", "/v1/check", "GET, HEAD, POST, OPTIONS"],
  ["GET", "/v1/check/batch", "POST, OPTIONS"],
  ["HEAD", "/v1/check/batch", "POST, OPTIONS"],
  ["POST", "/v1/sources", "GET, HEAD, OPTIONS"],
  ["PATCH", "/v1/sources/harbour", "GET, HEAD, PUT, DELETE, OPTIONS"],
  ["POST", "/health", "GET, HEAD, OPTIONS"],
])("%s %s gets 405 with what is allowed", async (method, path, allow) => {
  const response = await ask(path, { method });
  expect(response.headers.get("Allow")).toBe(allow);
  if (method === "HEAD") expect(response.status).toBe(405);
  else await problemIn(response, 405, "method_not_allowed");
});

test("a static file is only to be read", async () => {
  const response = await withAssets("/", { method: "POST" });
  expect(response.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
  await problemIn(response, 405, "method_not_allowed");
  await problemIn(await withAssets("/nowhere", { method: "POST" }), 404, "not_found");
});

test.each(["/v1", "/v1/checks", "/v1/check/", "/v2/check", "/v1/sources/a/b", "//health"])(
  "%s is nowhere",
  async (path) => {
    await problemIn(await ask(path), 404, "not_found");
  },
);

test.each(["/health", "/v1/sources", "/v1/sources/harbour"])(
  "HEAD %s is GET without the body",
  async (path) => {
    const response = await ask(path, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  },
);
