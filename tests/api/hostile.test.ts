import { expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { HARBOUR, SPEECH } from "../sources.ts";
import { post } from "./support.ts";

const TEXTS = new Map([HARBOUR, SPEECH].map(({ id, text }) => [id, text]));

/** Each as the JSON string that is sent. */
const HOSTILE: [string, string][] = [
  ["a lone high surrogate", '"\\ud800"'],
  ["a lone low surrogate among words", '"The old lighthouse \\udc00 will shine again"'],
  ["surrogates the wrong way round", '"\\udc00\\ud800"'],
  ["a NUL", '"\\u0000"'],
  ["NULs among words", '"The\\u0000old\\u0000lighthouse will shine again before the winter storms"'],
  ["4,999 combining marks", JSON.stringify(`a${"\u0301".repeat(4999)}`)],
  ["combining marks without a base", JSON.stringify("\u0301".repeat(5000))],
  ["right-to-left text", JSON.stringify("البحر هادئ اليوم والصيادون سعداء بالعودة")],
  ["right-to-left overrides", JSON.stringify("\u202eThe old lighthouse\u202c will shine\u2069 again")],
  ["Chinese and Japanese", JSON.stringify("漁師たちは明日の朝に港へ戻ると市長が約束しました")],
  ["nothing but quotation marks", JSON.stringify("“”‘’«»\"'".repeat(500))],
  ["nothing but ellipses and brackets", JSON.stringify("[…] ... [ ] (…) ".repeat(300))],
  ["5,000 times one word", JSON.stringify("the ".repeat(1250))],
  ["one word of 5,000 letters", JSON.stringify("a".repeat(5000))],
  ["zero-width joiners", JSON.stringify("\u200d\u200b\ufeff".repeat(1600))],
  ["emoji of many parts", JSON.stringify("👩‍👩‍👧‍👦".repeat(400))],
  ["noncharacters", '"\\ufffe\\uffff\\ud83f\\udffe"'],
  ["what a regular expression would mind", JSON.stringify("(((((a+)+)+)+)+)$".repeat(200))],
];

test.each(HOSTILE)("%s is answered honestly", async (_, text) => {
  for (const field of ["quote", "claim"]) {
    const body = `{"${field}":${text},"speaker":${text.length <= 200 ? text : '"Ada Marlowe"'}}`;
    const response = await post("/v1/check", body);
    expect(response.status).toBe(200);
    const answer: Answer = JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(await response.arrayBuffer()),
    );
    const submitted: string = JSON.parse(text);
    for (const { quote, source, changes } of answer.matches) {
      const sourceText = TEXTS.get(source.id) ?? "";
      expect(sourceText.slice(quote.start, quote.end)).toBe(quote.exact);
      for (const change of changes) {
        expect(submitted.slice(change.submitted.start, change.submitted.end)).toBe(change.submitted.text);
        expect(sourceText.slice(change.source.start, change.source.end)).toBe(change.source.text);
      }
    }
  }
});

test("10,000 combining marks are over the limit", async () => {
  const response = await post("/v1/check", { quote: `a${"\u0301".repeat(10_000)}` });
  expect(response.status).toBe(413);
  expect(await response.text()).not.toContain("\u0301");
});

test("deep nesting is refused, not fallen into", async () => {
  const objects = `${'{"within":'.repeat(5000)}1${"}".repeat(5000)}`;
  expect((await post("/v1/check", objects)).status).toBe(422);
  const lists = `{"checks":${"[".repeat(400_000)}${"]".repeat(400_000)}}`;
  const { results } = await (await post("/v1/check/batch", lists)).json();
  expect(results).toMatchObject([{ id: null, problem: { status: 422 } }]);
});

test("Chinese, Japanese and Arabic that a source has are found in it", async () => {
  for (const quote of [
    "漁師たちは明日の朝に港へ戻ると市長が約束しました",
    "البحر هادئ اليوم والصيادون سعداء بالعودة",
  ]) {
    const answer: Answer = await (await post("/v1/check", { quote })).json();
    expect(answer).toMatchObject({ verdict: "accurate", matches: [{ source: { id: "speech" } }] });
  }
});
