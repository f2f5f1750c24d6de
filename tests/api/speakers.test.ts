import { expect, test } from "vitest";
import type { SpeakerList, SpokenPage } from "../../src/corpus/corpus.ts";
import { memoryCorpus } from "../../src/corpus/memory.ts";
import { COUNCIL, DEBATE, HARBOUR, SPEECH, sourceWith } from "../sources.ts";
import { pointersOf, problemIn, testApp } from "./support.ts";

const app = testApp({
  corpus: memoryCorpus([
    HARBOUR,
    SPEECH,
    DEBATE,
    COUNCIL,
    sourceWith("kiev", "We are here.", { kind: "speech", speaker: "President Volodymyr Zelenskyy" }),
    sourceWith("tokyo", "こんにちは。", { kind: "speech", speaker: "岸田文雄" }),
    sourceWith("seoul", "안녕하십니까.", { kind: "speech", speaker: "김 정은" }),
  ]),
});
const ask = async (path: string) => app.request(path);
const found = async (query: string): Promise<string[]> => {
  const list: SpeakerList = await (await ask(`/v1/speakers?${query}`)).json();
  return list.speakers.map(({ id }) => id);
};

test("speakers are found by a name that is nearly theirs", async () => {
  expect(await found("q=zelensky")).toEqual(["volodymyr-zelenskyy"]);
  expect(await found("q=Ada%20Marlow")).toEqual(["ada-marlowe"]);
  expect(await found("q=%E5%B2%B8%E7%94%B0")).toEqual(["岸田文雄"]);
  expect(await found(`q=${encodeURIComponent("김 정은")}`)).toEqual(["김-정은"]);
});

test("without a name the most quoted come first, as many as are asked for", async () => {
  expect((await found("limit=2"))[0]).toBe("ada-marlowe");
  expect(await found("limit=2")).toHaveLength(2);
  expect(await found("q=")).toEqual(await found(""));
});

test("every listed speaker's quotations can be read by the id, whatever its letters", async () => {
  for (const id of await found("limit=100")) {
    const response = await ask(`/v1/speakers/${encodeURIComponent(id)}/quotations`);
    expect(response.status, id).toBe(200);
    const page: SpokenPage = await response.json();
    expect(page.speaker.id).toBe(id);
    expect(page.quotations).toHaveLength(page.speaker.quotations);
  }
  const decomposed = encodeURIComponent("김-정은".normalize("NFD"));
  expect((await ask(`/v1/speakers/${decomposed}/quotations`)).status).toBe(200);
});

test("a speaker's quotations go page by page, each once", async () => {
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: SpokenPage = await (
      await ask(`/v1/speakers/ada-marlowe/quotations?limit=3${cursor && `&cursor=${cursor}`}`)
    ).json();
    seen.push(...page.quotations.map(({ source, start }) => `${source.id} ${start}`));
    cursor = page.cursor;
  }
  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
});

test.each([
  "%25",
  "_",
  "%3Cscript%3E",
  "'--",
  "a".repeat(200),
  "%00",
  "%F0%9F%98%80",
  encodeURIComponent("港".repeat(200)),
])("a name like %s finds nobody and breaks nothing", async (name) => {
  expect(await found(`q=${name}`)).toEqual([]);
});

test.each<[string, string]>([
  ["/v1/speakers?limit=0", "/limit"],
  ["/v1/speakers?limit=101", "/limit"],
  ["/v1/speakers?limit=ten", "/limit"],
  ["/v1/speakers?cursor=x", "/cursor"],
  ["/v1/speakers?q=a&q=b", "/q"],
  ["/v1/speakers/ada-marlowe/quotations?limit=0", "/limit"],
  ["/v1/speakers/ada-marlowe/quotations?limit=101", "/limit"],
  ["/v1/speakers/ada-marlowe/quotations?cursor=YWZ0ZXI6aGFyYm91cg", "/cursor"],
  ["/v1/speakers/ada-marlowe/quotations?q=a", "/q"],
])("refused with 422: %s", async (path, pointer) => {
  const problem = await problemIn(await ask(path), 422, "invalid_request");
  expect(pointersOf(problem)).toEqual([pointer]);
});

test("a name over its limit is too large", async () => {
  const problem = await problemIn(await ask(`/v1/speakers?q=${"a".repeat(201)}`), 413, "too_large");
  expect(pointersOf(problem)).toEqual(["/q"]);
});

test.each(["nobody", "unidentified-male", "harbour-board", "%ff", "%00", "..%2F", "a".repeat(3000)])(
  "there is no speaker %s",
  async (id) => {
    await problemIn(await ask(`/v1/speakers/${id}/quotations`), 404, "not_found");
  },
);
