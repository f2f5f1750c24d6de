import { expect, test } from "vitest";
import { foldText, holds, overlap, tokens } from "./fold.ts";

test("folding leaves letters, digits and single spaces", () => {
  expect(foldText("  The MAYOR’s café—No. 7,000! ")).toBe("the mayors cafe no 7 000");
  expect(foldText("ﬁne “Ⅻ”")).toBe("fine xii");
  expect(foldText("… !")).toBe("");
  expect(tokens("… !")).toEqual([]);
});

test("the same word printed with another apostrophe or accent folds alike", () => {
  expect(foldText("don’t")).toBe(foldText("don't"));
  expect(foldText("Zoë")).toBe(foldText("Zoe\u0308"));
});

test("overlap is the share of the gold text's words, in any order", () => {
  expect(overlap("the ferry sails at noon", "At noon, they say, the old ferry sails.")).toBe(1);
  expect(overlap("the ferry sails at noon", "the ferry sails at dusk")).toBeCloseTo(0.8);
  expect(overlap("the ferry sails at noon", "")).toBe(0);
  expect(overlap("…", "anything")).toBe(0);
});

test("a word of the passage counts for one word of the gold text", () => {
  expect(overlap("row row row your boat", "row your boat")).toBeCloseTo(3 / 5);
});

test("a passage holds a text from 80 % of its words on, and one of several will do", () => {
  const passage = "The ferry sails at dusk.";
  expect(holds(passage, ["the ferry sails at noon"])).toBe(true);
  expect(holds(passage, ["the ferry never sails at noon"])).toBe(false);
  expect(holds(passage, ["nothing of this", "ferry at dusk"])).toBe(true);
  expect(holds(passage, [])).toBe(false);
});
