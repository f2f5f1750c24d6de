import { afterEach, expect, test, vi } from "vitest";
import { CorpusUnavailable } from "../../src/corpus/unavailable.ts";
import { checkUrl, corpus, problemIn, testApp } from "./support.ts";

const SECRET = "words nobody has published yet";

function failingWith(error: unknown) {
  const fail = () => Promise.reject(error);
  return testApp({ corpus: { ...corpus, summary: fail, list: fail, read: fail, librariesFor: fail } });
}

function spiedLog() {
  return vi.spyOn(console, "error").mockImplementation(() => {});
}

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(["/health", "/v1/sources", "/v1/sources/harbour", checkUrl({ quote: SECRET })])(
  "an unexpected fault in %s is a 500 that tells nothing of it",
  async (path) => {
    const log = spiedLog();
    const response = await failingWith(new TypeError(`cannot fold ${SECRET}`)).request(path);
    const text = await response.clone().text();
    await problemIn(response, 500, "internal");
    expect(text).not.toMatch(/fold|published|at \w+ \(|TypeError/);
    expect(log).toHaveBeenCalledOnce();
  },
);

test("the log line says where and what kind, and none of the words", async () => {
  const log = spiedLog();
  const response = await failingWith(new TypeError(SECRET)).request(checkUrl({ quote: SECRET }));
  expect(log.mock.calls).toHaveLength(1);
  expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toEqual({
    requestId: response.headers.get("X-Request-Id"),
    route: "GET /v1/check",
    status: 500,
    error: "TypeError",
  });
});

test("the log names the pattern of a route, not the path that was asked for", async () => {
  const log = spiedLog();
  await failingWith(new RangeError("x")).request("/v1/sources/secret-id");
  expect(String(log.mock.calls[0]?.[0])).toContain('"route":"GET /v1/sources/:id"');
  expect(String(log.mock.calls[0]?.[0])).not.toContain("secret-id");
});

test("a corpus out of reach is a 503 that says when to come back", async () => {
  spiedLog();
  const response = await failingWith(new CorpusUnavailable(SECRET)).request("/health");
  expect(response.headers.get("Retry-After")).toBe("5");
  const text = await response.clone().text();
  await problemIn(response, 503, "unavailable");
  expect(text).not.toContain("published");
});

test.each([new CorpusUnavailable("away"), new TypeError("broken")])(
  "a failed look-up may not be kept: %s",
  async (error) => {
    spiedLog();
    const app = testApp({ corpus: { ...corpus, librariesFor: () => Promise.reject(error) } });
    const response = await app.request(checkUrl({ quote: "a harbour is a promise to the sea" }));
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("ETag")).toBeNull();
  },
);

test("what is thrown and is no error at all is a 500 too", async () => {
  spiedLog();
  const app = testApp({ assets: () => Promise.reject(new Error("no assets")) });
  await problemIn(await app.request("/"), 500, "internal");
});

test("nothing that is submitted is logged, whatever comes of it", async () => {
  const spies = (["debug", "error", "info", "log", "trace", "warn"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  );
  const app = testApp();
  const send = (body: string) =>
    app.request("/v1/check", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  await send(JSON.stringify({ quote: SECRET }));
  await send(JSON.stringify({ quote: SECRET, [SECRET]: SECRET }));
  await send(`{"quote": "${SECRET}`);
  await app.request(checkUrl({ quote: SECRET }));
  await app.request(`/${encodeURIComponent(SECRET)}`);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});
