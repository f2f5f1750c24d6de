import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Change } from "../../src/core/answer.ts";
import { ontoQuotation } from "../../src/web/draft/offsets.ts";
import type { Utterance } from "../../src/web/library/ask.ts";
import { BLOCK_CHARS_MAX, blocksOf, outermost, stretches } from "../../src/web/reader/marks.ts";

/** Where marks go: in a draft's quotations, and in the text of a source. Without a browser. */

const utterance = (start: number, end: number, depth = 0): Utterance => ({
  start,
  end,
  depth,
  speaker: null,
});

describe("a change in a draft", () => {
  test("is moved from the draft's offsets onto the quotation's own words", () => {
    const text = "He said: “We should go.” So they went.";
    const start = text.indexOf("We");
    const change: Change = {
      kind: "modality",
      material: true,
      submitted: { text: "should", start: start + 3, end: start + 9 },
      source: { text: "can", start: 900, end: 903 },
      message: "",
    };
    const quotation = { text: "We should go.", start, end: start + 13 };
    const [moved] = ontoQuotation(quotation, [change], { text });
    assert.deepEqual(moved?.submitted, { text: "should", start: 3, end: 9 });
    assert.deepEqual(moved?.source, change.source);
  });
});

describe("the text of a source", () => {
  test("is cut into blocks that leave out nothing but line breaks and empty lines", () => {
    const text = `One.\n\n   \nTwo.\n${"word ".repeat(2000)}\n${"x".repeat(9000)}😀${"y".repeat(10)}`;
    const blocks = blocksOf(text);
    assert.equal(
      blocks.map(({ start, end }) => text.slice(start, end)).join(""),
      text.replaceAll("\n", "").replace("One.   Two", "One.Two"),
    );
    for (const { start, end } of blocks) assert.ok(end - start <= BLOCK_CHARS_MAX + 1);
  });

  test("is never cut in the middle of a character", () => {
    const text = `${"x".repeat(BLOCK_CHARS_MAX - 1)}😀${"y".repeat(BLOCK_CHARS_MAX)}`;
    for (const { start, end } of blocksOf(text)) assert.ok(text.slice(start, end).isWellFormed());
  });

  test("of utterances that stand in one another, the outermost are marked", () => {
    const all = [
      utterance(0, 50),
      utterance(10, 20, 1),
      utterance(50, 60),
      utterance(55, 70),
      utterance(70, 70),
    ];
    assert.deepEqual(
      outermost(all).map(({ start }) => start),
      [0, 50],
    );
  });

  test("stretches cover a block, whatever begins or ends in it", () => {
    const utterances = [utterance(5, 30), utterance(40, 90)];
    const found = stretches({ start: 10, end: 60 }, utterances, 0, { start: 20, end: 45 });
    assert.deepEqual(
      found.map(({ start, end, utterance: at, isPassage }) => [start, end, at, isPassage]),
      [
        [10, 20, 0, false],
        [20, 30, 0, true],
        [30, 40, -1, true],
        [40, 45, 1, true],
        [45, 60, 1, false],
      ],
    );
  });
});
