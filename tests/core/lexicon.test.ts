import { expect, test } from "vitest";
import { encodeLexicon, openLexicon } from "../../src/core/text/lexicon.ts";

const WORDS = Array.from({ length: 500 }, (_, index) => `word${index * 7}`);
const lexicon = openLexicon(encodeLexicon(WORDS), encodeLexicon(["ukraine", "russia"]));

test("no word of the list is missed", () => {
  expect(WORDS.filter((word) => !lexicon.has(word))).toEqual([]);
});

test("hardly any other string is taken for a word", () => {
  const strangers = Array.from({ length: 2000 }, (_, index) => `stranger${index}`);
  expect(strangers.filter((word) => lexicon.has(word)).length).toBeLessThan(30);
});

test("names are words, and only names are names", () => {
  expect(lexicon.isName("ukraine") && lexicon.has("ukraine")).toBe(true);
  expect(lexicon.isName("word7")).toBe(false);
});

test("an empty lexicon knows nothing", () => {
  const empty = openLexicon(new Uint8Array(0), new Uint8Array(0));
  expect(empty.has("word7") || empty.isName("ukraine")).toBe(false);
});
