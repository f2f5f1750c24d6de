import { expect, test } from "vitest";
import { readRecord } from "../../../src/cli/ingest/read-record.ts";

test("a record is its id, its text and the fields that it has", () => {
  const line = JSON.stringify({
    id: "a-1",
    text: "Words.\n",
    title: "T",
    kind: "speech",
    url: null,
    date: "2024-03-01",
  });
  expect(readRecord(line)).toEqual({
    ok: true,
    id: "a-1",
    draft: { ok: true, text: "Words.\n", fields: { title: "T", kind: "speech", date: "2024-03-01" } },
  });
});

test.each([
  ["no JSON", "{secret words", "not a JSON object"],
  ["an array", "[]", "not a JSON object"],
  ["null", "null", "not a JSON object"],
  ["no id", '{"text":"secret words"}', '"id" must be text'],
  ["an id that is none", '{"id":"../a","text":"secret words"}', '"id" may have'],
  ["a number for an id", '{"id":1,"text":"secret words"}', '"id" must be text'],
  ["no text", '{"id":"a"}', '"text" must be text'],
  ["a list of authors", '{"id":"a","text":"secret words","speaker":["Ada"]}', '"speaker" must be text'],
  ["a field that is none", '{"id":"a","text":"secret words","words":3}', '"words" is not a field'],
  ["a prototype", '{"id":"a","text":"secret words","__proto__":{"title":"x"}}', '"__proto__" is not a field'],
])("%s is refused by its field, without its text", (_, line, reason) => {
  const record = readRecord(line);
  const problem = record.ok ? "" : record.problem;
  expect(problem).toContain(reason);
  expect(problem).not.toContain("secret");
});
