import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { linesOf } from "../../../src/cli/ingest/lines.ts";

async function lines(pieces: string[], bytesMax = 100) {
  const found = [];
  const stream = Readable.from(pieces.map((piece) => new TextEncoder().encode(piece)));
  for await (const { number, bytes, readBytes } of linesOf(stream, bytesMax)) {
    found.push([number, bytes === null ? null : new TextDecoder().decode(bytes), readBytes]);
  }
  return found;
}

test("lines are the same however the file is cut, and the last needs no line break", async () => {
  const whole = "one\r\ntwo é\n\nfour";
  const expected = [
    [1, "one", 5],
    [2, "two é", 12],
    [3, "", 13],
    [4, "four", 17],
  ];
  expect(await lines([whole])).toEqual(expected);
  expect(await lines([...whole])).toEqual(expected);
  expect(await lines([`${whole}\n`])).toEqual([...expected.slice(0, 3), [4, "four", 18]]);
  expect(await lines([])).toEqual([]);
});

test("a line that is too long is counted and not held, and the next is read", async () => {
  expect(await lines(["a", "b".repeat(20), "c\nnext\n", "d".repeat(21)], 20)).toEqual([
    [1, null, 23],
    [2, "next", 28],
    [3, null, 49],
  ]);
});
