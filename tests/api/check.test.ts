import { expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { HARBOUR, HARBOUR_QUOTE } from "../sources.ts";
import { ask, checkUrl, pointersOf, post, problemIn } from "./support.ts";

async function answered(response: Response): Promise<Answer> {
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/json");
  return response.json();
}

test("a quote that the source has is accurate, and its offsets give the words back", async () => {
  const response = await post("/v1/check", { quote: HARBOUR_QUOTE });
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  const answer = await answered(response);
  expect(answer.verdict).toBe("accurate");
  const [match] = answer.matches;
  expect(match?.source.id).toBe("harbour");
  expect(HARBOUR.text.slice(match?.quote.start, match?.quote.end)).toBe(match?.quote.exact);
  expect(match?.quote.exact).toContain(HARBOUR_QUOTE);
});

test("a quote that no source has is not found, and the answer says how much was looked in", async () => {
  const answer = await answered(
    await post("/v1/check", { quote: "Submarines will carry the parliament to Neptune by Thursday evening" }),
  );
  expect(answer).toMatchObject({ verdict: "not_found", matches: [], corpus: { sources: 2 } });
});

test("a claim gets a verdict of a claim's", async () => {
  const answer = await answered(await post("/v1/check", { claim: HARBOUR_QUOTE }));
  expect(answer.verdict).toBe("stated");
});

test("white space alone is a quote of which nothing can be said", async () => {
  expect((await answered(await post("/v1/check", { quote: " " }))).verdict).toBe("cannot_check");
});

test("within narrows what is looked in", async () => {
  const elsewhere = { quote: HARBOUR_QUOTE, within: { ids: ["speech"] } };
  expect((await answered(await post("/v1/check", elsewhere))).verdict).toBe("not_found");
  const inTime = { quote: HARBOUR_QUOTE, within: { after: "2024-03-01", before: "2024-03-01" } };
  expect((await answered(await post("/v1/check", inTime))).verdict).toBe("accurate");
});

test("null stands for a field left out", async () => {
  const plain = await post("/v1/check", { quote: HARBOUR_QUOTE });
  const nulls = await post("/v1/check", {
    quote: HARBOUR_QUOTE,
    claim: null,
    speaker: null,
    within: { ids: null, speaker: null, publisher: null, after: null, before: null },
    prefix: null,
    suffix: null,
    limit: null,
  });
  expect(await nulls.text()).toBe(await plain.text());
});

test("a speaker of nothing but white space names nobody", async () => {
  const answer = await answered(await post("/v1/check", { quote: HARBOUR_QUOTE, speaker: "  " }));
  expect(answer.matches[0]?.attribution).toBe("not_claimed");
});

test("the same request gives the same bytes, by GET and by POST", async () => {
  const body = { quote: HARBOUR_QUOTE, speaker: "Ada Marlowe", limit: 2, within: { ids: ["harbour"] } };
  const url = checkUrl({ quote: HARBOUR_QUOTE, speaker: "Ada Marlowe", limit: "2", "within.ids": "harbour" });
  const first = await (await post("/v1/check", body)).text();
  expect(await (await post("/v1/check", body)).text()).toBe(first);
  expect(await (await ask(url)).text()).toBe(first);
  expect(await (await ask(url)).text()).toBe(first);
});

test.each<[string, unknown, string[]]>([
  ["neither quote nor claim", {}, [""]],
  ["neither, said with nulls", { quote: null, claim: null }, [""]],
  ["both quote and claim", { quote: "a", claim: "b" }, ["/quote"]],
  ["an empty quote", { quote: "" }, ["/quote"]],
  ["a quote that is a number", { quote: 5 }, ["/quote"]],
  ["a misspelt field", { quote: "a", speker: "b" }, ["/speker"]],
  ["every misspelt field", { quote: "a", speker: "b", limt: 3 }, ["/speker", "/limt"]],
  ["a field named like a prototype's", '{"quote":"a","__proto__":{"speaker":"b"}}', ["/__proto__"]],
  ["a name that a pointer must escape", { quote: "a", "a/b~c": 1 }, ["/a~1b~0c"]],
  ["a limit of none", { quote: "a", limit: 0 }, ["/limit"]],
  ["a limit over ten", { quote: "a", limit: 11 }, ["/limit"]],
  ["a limit in between", { quote: "a", limit: 1.5 }, ["/limit"]],
  ["a limit in letters", { quote: "a", limit: "3" }, ["/limit"]],
  ["a speaker that is a list", { quote: "a", speaker: ["b"] }, ["/speaker"]],
  ["within that is a list", { quote: "a", within: [] }, ["/within"]],
  ["within that is text", { quote: "a", within: "harbour" }, ["/within"]],
  ["a misspelt field of within", { quote: "a", within: { id: ["b"] } }, ["/within/id"]],
  ["no ids at all", { quote: "a", within: { ids: [] } }, ["/within/ids"]],
  ["an id that is no text", { quote: "a", within: { ids: ["b", 7] } }, ["/within/ids/1"]],
  ["a day that no calendar has", { quote: "a", within: { after: "2023-02-30" } }, ["/within/after"]],
  ["a leap day in a common year", { quote: "a", within: { before: "2023-02-29" } }, ["/within/before"]],
  ["a date written otherwise", { quote: "a", within: { before: "24.02.2023" } }, ["/within/before"]],
  ["a time for a date", { quote: "a", within: { after: "2023-02-24T00:00:00Z" } }, ["/within/after"]],
])("refused with 422: %s", async (_, body, pointers) => {
  const problem = await problemIn(await post("/v1/check", body), 422, "invalid_request");
  expect(pointersOf(problem)).toEqual(pointers);
});

test.each<[string, Record<string, unknown>, string]>([
  ["quote", { quote: "a".repeat(5001) }, "/quote"],
  ["claim", { claim: "a".repeat(5001) }, "/claim"],
  ["quote, counted in UTF-16 code units", { quote: "𝔞".repeat(2501) }, "/quote"],
  ["speaker", { quote: "a", speaker: "b".repeat(201) }, "/speaker"],
  ["list of ids", { quote: "a", within: { ids: Array(101).fill("b") } }, "/within/ids"],
])("refused with 413, naming the field: one %s too long", async (_, body, pointer) => {
  const problem = await problemIn(await post("/v1/check", body), 413, "too_large");
  expect(pointersOf(problem)).toEqual([pointer]);
});

test("a text too long beside a wrong field is a wrong request", async () => {
  const response = await post("/v1/check", { quote: "a".repeat(5001), limit: 0 });
  expect(pointersOf(await problemIn(response, 422, "invalid_request"))).toEqual(["/quote", "/limit"]);
});

test("a quote of 5,000 characters and a leap day are within the rules", async () => {
  const body = { quote: "word ".repeat(1000), within: { after: "2024-02-29" }, limit: 10 };
  expect((await post("/v1/check", body)).status).toBe(200);
});

test("of many wrong fields some are named, and no value or long name is sent back", async () => {
  const secret = "unpublished ".repeat(500);
  const wrong = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`field${index}`, secret]));
  const text = await (
    await post("/v1/check", { quote: 7, speaker: { secret }, [secret]: 1, ...wrong })
  ).text();
  expect(text).not.toContain("unpublished");
  expect(text.length).toBeLessThan(3000);
});
