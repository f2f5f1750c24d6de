import { expect, test } from "vitest";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import type { Asked } from "./asked.ts";
import { inTurns } from "./asked.ts";
import { absentSentences, growing, wordsOf } from "./corpora.ts";
import { FoldedText, prepared } from "./folded.ts";
import { passageSpans } from "./passages.ts";

const NAMES = ["harbour", "railway", "library", "factory", "theatre", "orchard"];
const sentence = (name: string, number: number) =>
  `The committee spoke number ${number} about the ${name} while farmers listened quietly.`;
const SOURCES = NAMES.map((name): SourceInput => {
  const text = Array.from({ length: 10 }, (_, number) => sentence(name, number)).join(" ");
  const fields = { speaker: null, publisher: null, date: null, url: null, language: null, licence: null };
  return { id: name, title: name, kind: "article", text, corrects: null, ...fields };
});

test("each corpus is the beginning of the next, to the word, and what is held out is in none", () => {
  const { corpora, heldOut } = growing(SOURCES, [50, 300], 1);
  const counts = corpora.map((corpus) => corpus.reduce((sum, source) => sum + wordsOf(source), 0));
  expect(counts).toEqual([50, 300]);
  expect(corpora[1]?.[0]?.text.startsWith(corpora[0]?.[0]?.text ?? "-")).toBe(true);
  const ids = corpora.flat().map(({ id }) => id);
  expect(heldOut.filter(({ id }) => ids.includes(id))).toEqual([]);
});

test("a sentence of another text that the corpus has all the same is not absent", () => {
  const [first, second] = SOURCES as [SourceInput, SourceInput];
  expect(absentSentences([second], [first], 5, 1)).toHaveLength(5);
  expect(absentSentences([first], [first], 5, 1)).toEqual([]);
});

test("every beginning of the questions has all kinds alike", () => {
  const one = (kind: string): Asked => ({ group: "noise", kind, text: kind, isRight: () => true });
  const asked = [...Array(6).fill(one("exact")), ...Array(6).fill(one("ocr"))] as Asked[];
  const kinds = inTurns(asked, 1).map(({ kind }) => kind);
  for (const count of [2, 4, 8])
    expect(kinds.slice(0, count).filter((kind) => kind === "ocr")).toHaveLength(count / 2);
});

test("a folded text leads back to the words it came from", () => {
  const original = "“Don’t — ever — stop,” said Zoë.";
  const folded = new FoldedText(original);
  expect(folded.text).toBe(" dont ever stop said zoe ");
  const at = folded.text.indexOf("ever stop");
  const { start, end } = folded.original({ start: at, end: at + "ever stop".length });
  expect(original.slice(start, end)).toBe("ever — stop,”");
});

test("both sides are prepared so that soft hyphens and line ends part no word", () => {
  expect(prepared("The for-\nemen have so\u00adme “ﬁne” IDEAS")).toBe("the foremen have some fine ideas");
});

test("passages are whole sentences and leave none out", () => {
  const [{ text }] = SOURCES as [SourceInput];
  const spans = passageSpans(text);
  expect(spans.map(({ start, end }) => text.slice(start, end)).join(" ")).toBe(text);
  expect(spans.length).toBe(3);
});
