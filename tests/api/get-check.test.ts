import { expect, test, vi } from "vitest";
import { memoryCorpus } from "../../src/corpus/memory.ts";
import { HARBOUR, HARBOUR_QUOTE } from "../sources.ts";
import { ask, checkUrl, corpus, pointersOf, problemIn, testApp } from "./support.ts";

const url = checkUrl({ quote: HARBOUR_QUOTE });

async function tagOf(path: string): Promise<string> {
  return (await ask(path)).headers.get("ETag") ?? "";
}

test("a GET check may be kept, under a strong tag", async () => {
  const response = await ask(url);
  expect(response.status).toBe(200);
  expect(response.headers.get("ETag")).toMatch(/^"[0-9a-f]{64}"$/);
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
});

test("the tag is the question's: the same however it is written, another for another", async () => {
  const tag = await tagOf(url);
  expect(await tagOf(`${url}&limit=3`)).toBe(tag);
  expect(await tagOf(url.replaceAll("+", "%20"))).toBe(tag);
  const others = [
    `${url}&limit=2`,
    `${url}&speaker=Ada`,
    `${url}&within.ids=harbour`,
    checkUrl({ claim: HARBOUR_QUOTE }),
  ];
  const tags = await Promise.all(others.map(tagOf));
  expect(new Set([tag, ...tags]).size).toBe(others.length + 1);
});

test("the tag changes with the corpus", async () => {
  const smaller = testApp({ corpus: memoryCorpus([HARBOUR]) });
  expect((await smaller.request(url)).headers.get("ETag")).not.toBe(await tagOf(url));
});

test.each([
  ["the tag", (tag: string) => tag],
  ["the tag, weak", (tag: string) => `W/${tag}`],
  ["the tag among others", (tag: string) => `"a, b", W/"c" ,${tag}`],
  ["a star", () => "*"],
])("who has %s gets 304 and nothing is looked up", async (_, header) => {
  const librariesFor = vi.spyOn(corpus, "librariesFor");
  const tag = await tagOf(url);
  librariesFor.mockClear();
  const response = await ask(url, { headers: { "If-None-Match": header(tag) } });
  expect(response.status).toBe(304);
  expect(await response.text()).toBe("");
  expect(response.headers.get("ETag")).toBe(tag);
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
  expect(librariesFor).not.toHaveBeenCalled();
  librariesFor.mockRestore();
});

test.each(['"another"', "", "garbage", '"'])("who has %j gets the whole answer", async (header) => {
  expect((await ask(url, { headers: { "If-None-Match": header } })).status).toBe(200);
});

test("HEAD says what GET would, without the body", async () => {
  const response = await ask(url, { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
  expect(response.headers.get("ETag")).toBe(await tagOf(url));
});

test("every field of a body has its parameter", async () => {
  const everything = checkUrl({
    quote: HARBOUR_QUOTE,
    speaker: "Ada Marlowe",
    prefix: "the repairs",
    suffix: "said Ada",
    limit: "10",
    "within.ids": "speech,harbour",
    "within.publisher": "The Quay",
    "within.after": "2024-01-01",
    "within.before": "2024-12-31",
  });
  const response = await ask(everything);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    verdict: "accurate",
    matches: [{ source: { id: "harbour" } }],
  });
});

test.each<[string, string, string[]]>([
  ["nothing", "/v1/check", [""]],
  ["an empty quote", "/v1/check?quote=", ["/quote"]],
  ["quote and claim", "/v1/check?quote=a&claim=b", ["/quote"]],
  ["an unknown parameter", "/v1/check?quote=a&speker=b", ["/speker"]],
  ["a parameter twice", "/v1/check?quote=a&speaker=b&speaker=c", ["/speaker"]],
  ["a limit in words", "/v1/check?quote=a&limit=three", ["/limit"]],
  ["a limit below one", "/v1/check?quote=a&limit=-1", ["/limit"]],
  ["a limit in between", "/v1/check?quote=a&limit=1.5", ["/limit"]],
  ["no limit after all", "/v1/check?quote=a&limit=", ["/limit"]],
  ["a day that no calendar has", "/v1/check?quote=a&within.after=2023-02-30", ["/within.after"]],
  ["an empty id", "/v1/check?quote=a&within.ids=harbour,", ["/within.ids"]],
  ["an unknown field of within", "/v1/check?quote=a&within.id=b", ["/within.id"]],
  ["within in one piece", "/v1/check?quote=a&within=b", ["/within"]],
])("refused with 422: %s", async (_, path, pointers) => {
  const response = await ask(path);
  const problem = await problemIn(response, 422, "invalid_request");
  expect(pointersOf(problem)).toEqual(pointers);
  expect(response.headers.get("ETag")).toBeNull();
});

test("a quote too long for a body is too long for a URL", async () => {
  const problem = await problemIn(await ask(checkUrl({ quote: "a".repeat(5001) })), 413, "too_large");
  expect(pointersOf(problem)).toEqual(["/quote"]);
});
