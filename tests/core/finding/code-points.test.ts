import { expect, test } from "vitest";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { openLibrary } from "../../../src/core/finding/library.ts";

const TEXT = "The harbour 🌊🌊 is a promise that a town makes to the sea.";
const source = {
  id: "waves",
  title: "Waves",
  kind: "speech" as const,
  text: TEXT,
  speaker: "Ada Marlowe",
  publisher: null,
  date: null,
  url: null,
  language: "en",
  licence: null,
  corrects: null,
};

test("characters of two UTF-16 units count once in a text position", () => {
  const library = openLibrary(buildLibrary([source]));
  const start = TEXT.indexOf("promise");
  const span = { start, end: start + "promise".length };
  expect(library.codePointSpan(0, span)).toEqual({ start: start - 2, end: start - 2 + "promise".length });
});

test("a text without such characters counts as it stands", () => {
  const library = openLibrary(buildLibrary([{ ...source, text: TEXT.replaceAll("🌊", "é") }]));
  expect(library.codePointSpan(0, { start: 20, end: 27 })).toEqual({ start: 20, end: 27 });
});
