import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paragraphs, sentences } from "../../../src/core/text/sentences.ts";
import { anyText, runs, slices } from "../property.ts";

const split = (text: string): string[] => slices(text, sentences(text));

describe("a stop that ends no sentence", () => {
  test.each([
    ["a courtesy title", "Mr. Smith met Dr. Jones. They spoke.", ["Mr. Smith met Dr. Jones.", "They spoke."]],
    ["a country's initials before a name", "U.S. Sen. Ada Reyle left.", ["U.S. Sen. Ada Reyle left."]],
    ["a country's initials in mid-sentence", "The U.S. government agreed.", ["The U.S. government agreed."]],
    ["a person's initials", "J. K. Rowling wrote it. It sold.", ["J. K. Rowling wrote it.", "It sold."]],
    ["a month", "The plan came on Feb. 24 as promised.", ["The plan came on Feb. 24 as promised."]],
    ["a decimal", "It fell by 6.4 metres. Nobody saw.", ["It fell by 6.4 metres.", "Nobody saw."]],
    ["an ellipsis before a small letter", "We wait ... and wait.", ["We wait ... and wait."]],
    ["a question inside a sentence", "“Why?” she asked.", ["“Why?” she asked."]],
  ])("%s", (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});

describe("where a sentence ends", () => {
  test("initials at a sentence's end, before a word that opens one", () => {
    expect(split("They left the U.S. The war went on.")).toEqual(["They left the U.S.", "The war went on."]);
  });

  test("a closing quotation mark belongs to the sentence before it", () => {
    expect(split("“It ended.” Then came peace.")).toEqual(["“It ended.”", "Then came peace."]);
  });

  test("an opening quotation mark belongs to the sentence after it", () => {
    expect(split("He paused. “It ended.”")).toEqual(["He paused.", "“It ended.”"]);
  });

  test("Japanese and Chinese stops need no space", () => {
    expect(split("図書館は開く。港は深い！本当か？")).toEqual(["図書館は開く。", "港は深い！", "本当か？"]);
  });

  test("a text without a stop is one sentence", () => {
    expect(split("no stop at all")).toEqual(["no stop at all"]);
  });

  test("several marks end one sentence", () => {
    expect(split("What?! No...  Yes.")).toEqual(["What?!", "No...", "Yes."]);
  });
});

describe("paragraphs", () => {
  const blocks = (text: string): string[] => slices(text, paragraphs(text));

  test("a blank line divides", () => {
    expect(blocks("One\n\nTwo\n \nThree")).toEqual(["One", "Two", "Three"]);
  });

  test("a line that goes on in the next one does not divide", () => {
    expect(blocks("a sentence that is\nwrapped by hand")).toEqual(["a sentence that is\nwrapped by hand"]);
  });

  test("a line that ends a thought divides from one that opens one", () => {
    expect(blocks("It ended.\nThen came peace.\r\n“And?” she said.")).toEqual([
      "It ended.",
      "Then came peace.",
      "“And?” she said.",
    ]);
  });

  test("an empty text has none", () => {
    expect(paragraphs("")).toEqual([]);
    expect(paragraphs("\n \r\n")).toEqual([]);
  });
});

test("the sentences of any text stand in order, apart, without white space around them", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.stringMatching(/^[A-Za-z.!?"“” \n]{0,80}$/)), (text) => {
      let end = 0;
      for (const sentence of sentences(text)) {
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        const words = text.slice(sentence.start, sentence.end);
        expect(words).not.toBe("");
        expect(words.trim()).toBe(words);
        end = sentence.end;
      }
      const kept = slices(text, sentences(text)).join("");
      expect(kept.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
    }),
    runs(300),
  );
});
