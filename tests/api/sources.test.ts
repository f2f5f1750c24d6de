import { expect, test } from "vitest";
import type { SourcePage } from "../../src/corpus/corpus.ts";
import { HARBOUR, HARBOUR_QUOTE } from "../sources.ts";
import { ask, pointersOf, problemIn } from "./support.ts";

test("the list goes page by page, each source once", async () => {
  const first: SourcePage = await (await ask("/v1/sources?limit=1")).json();
  expect(first.sources.map(({ id }) => id)).toEqual(["harbour"]);
  expect(first.sources[0]).not.toHaveProperty("text");
  const second: SourcePage = await (await ask(`/v1/sources?limit=1&cursor=${first.cursor}`)).json();
  expect(second.sources.map(({ id }) => id)).toEqual(["speech"]);
  expect(second.cursor).toBeNull();
});

test("without a limit the list has all of a small corpus", async () => {
  const page: SourcePage = await (await ask("/v1/sources")).json();
  expect(page).toMatchObject({ sources: [{ id: "harbour" }, { id: "speech" }], cursor: null });
});

test("a list of a name has its sources alone, and an empty name is none", async () => {
  for (const [query, ids] of [
    ["q=harb", ["harbour"]],
    ["q=TOMAS+R%C3%A9yle", ["speech"]],
    ["q=nothing", []],
    ["q=%25", []],
    ["q=%3Cscript%3Ealert(1)%3C/script%3E", []],
    ["q=", ["harbour", "speech"]],
    ["q=+", ["harbour", "speech"]],
  ] as const) {
    const page: SourcePage = await (await ask(`/v1/sources?${query}`)).json();
    expect(
      page.sources.map(({ id }) => id),
      query,
    ).toEqual(ids);
  }
});

test("the quotations of a source stand in its text", async () => {
  const answer = await (await ask("/v1/sources/harbour/quotations")).json();
  expect(answer).toMatchObject({ source: { id: "harbour", title: HARBOUR.title }, more: false });
  const [{ start, end, depth, speaker }] = answer.quotations;
  expect(HARBOUR.text.slice(start, end)).toBe(`${HARBOUR_QUOTE},`);
  expect({ depth, name: speaker.name, via: speaker.via }).toEqual({
    depth: 0,
    name: "Ada Marlowe",
    via: "cue",
  });
});

test.each(["nothing", "%ff", "%00", "a".repeat(3000)])("there are no quotations of %s", async (id) => {
  await problemIn(await ask(`/v1/sources/${id}/quotations`), 404, "not_found");
});

test("one source is given with its text", async () => {
  const response = await ask("/v1/sources/harbour");
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ id: "harbour", title: HARBOUR.title, text: HARBOUR.text });
});

test.each(["nothing", "harbour%2F", "%ff", "%00", "a".repeat(3000)])("there is no source %s", async (id) => {
  await problemIn(await ask(`/v1/sources/${id}`), 404, "not_found");
});

test.each<[string, string]>([
  ["limit=0", "/limit"],
  ["limit=101", "/limit"],
  ["limit=ten", "/limit"],
  ["cursor=", "/cursor"],
  ["cursor=harbour", "/cursor"],
  ["page=2", "/page"],
  ["limit=1&limit=2", "/limit"],
  ["q=a&q=b", "/q"],
])("refused with 422: ?%s", async (query, pointer) => {
  const problem = await problemIn(await ask(`/v1/sources?${query}`), 422, "invalid_request");
  expect(pointersOf(problem)).toEqual([pointer]);
});

test("health names engine and corpus", async () => {
  const response = await ask("/health");
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ok",
    engine: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    corpus: { sources: 2 },
  });
});
