import { expect, test } from "vitest";
import { isPrinted, isRight, passageOf, sharedRuns } from "./right.ts";

const FIRST =
  "We will build seven harbours before the winter comes. Nobody asked the fishermen what they want.";
const LONG = `Here it begins with a word of thanks. ${"And so on it goes. ".repeat(200)}Here it ends with a last word.`;
const SOURCES = [
  { id: "one", text: FIRST },
  { id: "two", text: `MAYOR: ${FIRST.replace("before the winter comes", "before winter comes")}` },
  { id: "long", text: LONG },
];
const GOLD = [{ source: "one", start: 0, end: FIRST.indexOf(" Nobody") }];

test("an answer is right from half of the gold words on", () => {
  const upTo = (word: string) => ({ source: 0, start: 0, end: FIRST.indexOf(word) + word.length });
  expect(isRight(upTo("harbours"), GOLD, SOURCES)).toBe(true);
  expect(isRight(upTo("build"), GOLD, SOURCES)).toBe(false);
  expect(isRight({ source: 0, start: FIRST.indexOf("Nobody"), end: FIRST.length }, GOLD, SOURCES)).toBe(
    false,
  );
  expect(isRight(undefined, GOLD, SOURCES)).toBe(false);
});

test("the same words in another source are right too", () => {
  expect(isRight({ source: 1, start: 0, end: 70 }, GOLD, SOURCES)).toBe(true);
  expect(isRight({ source: 1, start: 60, end: 100 }, GOLD, SOURCES)).toBe(false);
});

test("of an answer too long to be a place only both ends count", () => {
  const place = (text: string) => ({
    source: "long",
    start: LONG.indexOf(text),
    end: LONG.indexOf(text) + text.length,
  });
  const whole = { source: 2, start: 0, end: LONG.length };
  expect(isRight(whole, [place("Here it ends with a last word.")], SOURCES)).toBe(true);
  const inner = "And so on it goes. And so on it goes.";
  const middle = { source: "other", start: 0, end: inner.length };
  expect(isRight(whole, [place("Here it begins with a word of thanks.")], SOURCES)).toBe(true);
  expect(
    isRight(whole, [middle], [...SOURCES, { id: "other", text: "Nothing of this is there at all." }]),
  ).toBe(false);
});

test("runs of four words tell a copy, and scattered words do not", () => {
  expect(sharedRuns("the people of this harbour town", "The people, of this harbour-town!")).toBe(1);
  expect(sharedRuns("the people of this harbour town", "this town of the people has a harbour")).toBe(0);
  expect(sharedRuns("two words", "just two words here")).toBe(1);
});

test("a printed quotation is found where the sentences touched have its gold text's words", () => {
  const gold = { source: "one", texts: ["We will build seven harbours before the winter comes."] };
  const start = FIRST.indexOf("seven");
  expect(isPrinted({ source: 0, start, end: start + 5 }, gold, SOURCES)).toBe(true);
  expect(isPrinted({ source: 1, start, end: start + 5 }, gold, SOURCES)).toBe(false);
  expect(isPrinted({ source: 0, start: FIRST.indexOf("asked"), end: FIRST.length }, gold, SOURCES)).toBe(
    false,
  );
});

test("a passage is the whole sentences that a span touches", () => {
  const start = FIRST.indexOf("comes");
  expect(passageOf(FIRST, { start, end: FIRST.indexOf("Nobody") + 3 })).toBe(FIRST);
  expect(passageOf(FIRST, { start, end: start + 2 })).toBe(
    "We will build seven harbours before the winter comes.",
  );
});
