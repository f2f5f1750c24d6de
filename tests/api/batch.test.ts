import { expect, test, vi } from "vitest";
import type { Library } from "../../src/core/finding/library.ts";
import { CorpusUnavailable } from "../../src/corpus/unavailable.ts";
import { HARBOUR_QUOTE } from "../sources.ts";
import { corpus, pointersOf, post, problemIn, testApp } from "./support.ts";

async function resultsOf(response: Response) {
  expect(response.status).toBe(200);
  const { results } = await response.json();
  return results;
}

test("each check is answered under its id, in the order sent, as it would be alone", async () => {
  const checks = [
    { id: "b", quote: HARBOUR_QUOTE },
    { id: "a", quote: "Nobody in these sources ever said such a thing about walruses" },
    { id: "b", claim: HARBOUR_QUOTE, limit: 1 },
    { quote: HARBOUR_QUOTE },
  ];
  const results = await resultsOf(await post("/v1/check/batch", { checks }));
  expect(results.map(({ id }: { id: string | null }) => id)).toEqual(["b", "a", "b", null]);
  for (const [index, { id: _, ...check }] of checks.entries()) {
    const alone = await (await post("/v1/check", check)).json();
    const { id: __, ...answer } = results[index];
    expect(answer).toEqual(alone);
  }
});

test("a faulty check gets its own problem in its place and spoils no other", async () => {
  const response = await post("/v1/check/batch", {
    checks: [
      { id: "good", quote: HARBOUR_QUOTE },
      { id: "both", quote: "a", claim: "b" },
      "not even an object",
      { id: 7, quote: "a" },
      { id: "long", quote: "a".repeat(5001) },
      { id: "last", quote: HARBOUR_QUOTE },
    ],
  });
  const requestId = response.headers.get("X-Request-Id");
  const results = await resultsOf(response);
  expect(results[0]).toMatchObject({ id: "good", verdict: "accurate" });
  expect(results[5]).toMatchObject({ id: "last", verdict: "accurate" });
  expect(results[1].id).toBe("both");
  expect(results[1].problem).toMatchObject({ status: 422, code: "invalid_request", requestId });
  expect(pointersOf(results[1].problem)).toEqual(["/checks/1/quote"]);
  expect(results[2].id).toBeNull();
  expect(pointersOf(results[2].problem)).toEqual(["/checks/2"]);
  expect(results[3].id).toBeNull();
  expect(pointersOf(results[3].problem)).toEqual(["/checks/3/id"]);
  expect(results[4].problem).toMatchObject({ status: 413, code: "too_large" });
  expect(pointersOf(results[4].problem)).toEqual(["/checks/4/quote"]);
});

test.each<[string, unknown, string[]]>([
  ["no checks", {}, ["/checks"]],
  ["an empty list", { checks: [] }, ["/checks"]],
  ["checks that are no list", { checks: { quote: "a" } }, ["/checks"]],
  ["a field beside them", { checks: [{ quote: "a" }], limit: 3 }, ["/limit"]],
])("refused as a whole with 422: %s", async (_, body, pointers) => {
  const problem = await problemIn(await post("/v1/check/batch", body), 422, "invalid_request");
  expect(pointersOf(problem)).toEqual(pointers);
});

test("a hundred checks are taken, one more is too many", async () => {
  const checks = (count: number) => ({
    checks: Array.from({ length: count }, () => ({ quote: HARBOUR_QUOTE })),
  });
  expect(await resultsOf(await post("/v1/check/batch", checks(100)))).toHaveLength(100);
  const problem = await problemIn(await post("/v1/check/batch", checks(101)), 413, "too_large");
  expect(pointersOf(problem)).toEqual(["/checks"]);
});

/** A library in which every look-up fails. */
function broken(library: Library): Library {
  return new Proxy(library, {
    get: () => {
      throw new TypeError("break");
    },
  });
}

test("a fault of ours in one check is that check's problem, and is logged without its words", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const failing = testApp({
    corpus: {
      ...corpus,
      librariesFor: async (questions) => {
        const libraries = await corpus.librariesFor(questions);
        return libraries.map((library, index) =>
          questions[index]?.text === "break" ? broken(library) : library,
        );
      },
    },
  });
  const response = await failing.request("/v1/check/batch", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ checks: [{ id: "x", quote: "break" }, { quote: HARBOUR_QUOTE }] }),
  });
  const results = await resultsOf(response);
  expect(results[0]).toMatchObject({ id: "x", problem: { status: 500, code: "internal" } });
  expect(results[1]).toMatchObject({ verdict: "accurate" });
  expect(log).toHaveBeenCalledOnce();
  expect(log.mock.calls[0]?.join()).not.toContain("break");
  log.mockRestore();
});

test("a corpus out of reach fails the whole batch, so that all of it can be sent again", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const unreachable = testApp({
    corpus: { ...corpus, librariesFor: () => Promise.reject(new CorpusUnavailable("gone")) },
  });
  const response = await unreachable.request("/v1/check/batch", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ checks: [{ quote: "a" }] }),
  });
  await problemIn(response, 503, "unavailable");
  expect(response.headers.get("Retry-After")).toBe("5");
  log.mockRestore();
});
