import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Glance, type Glimpse } from "../../../src/core/finding/glance.ts";
import { words } from "../../../src/core/text/words.ts";
import { runs } from "../property.ts";

const BITS = 10;

/** A look for a question's words, each of ten bits, in a text. */
function look(question: string, text: string): Glimpse {
  const sought = words(question).map(({ key }) => ({ keys: [key], bits: BITS }));
  return new Glance(sought).at(new TextEncoder().encode(text));
}

const met = (question: string, text: string): number => look(question, text).bits / BITS;

describe("how much of a question a text holds", () => {
  test("all its words, with others between them", () => {
    expect(met("boats leave before dawn", "The boats will all leave the pier before dawn breaks.")).toBe(4);
  });

  test("words in their order only: of two that changed places one counts", () => {
    expect(met("dawn boats", "The boats leave before dawn.")).toBe(1);
    expect(met("leave before boats dawn", "The boats leave before dawn.")).toBe(3);
  });

  test("a word that stands once counts once", () => {
    expect(met("very very late", "It is very late.")).toBe(2);
  });

  test.each([
    ["another form of it", "invest", "She invested."],
    ["capitals", "harbour", "THE HARBOUR"],
    ["a curled apostrophe", "dont", "I don’t."],
    ["a straight one", "don't", "I don’t."],
    ["letters with marks", "café", "Our Cafe."],
    ["marks that the question lacks", "Zurich", "In Zürich."],
    ["an invisible hyphen", "harbour", "The har\u00adbour."],
    ["quotation marks and dashes around it", "harbour", "the—“harbour”—was"],
    ["a figure", "1987", "In 1987, then."],
    ["a thousands separator", "1250000", "some 1,250,000 tonnes"],
    ["a decimal point", "4.75", "and 4.75 of it"],
    ["initials", "U.S.", "to the U.S. and back"],
    ["a letter with a mark beyond Western Europe", "Škoda", "by Skoda."],
    ["marks that stand apart", "naïve", "so nai\u0308ve"],
    ["an invisible space", "harbour", "the har\u200bbour"],
  ])("a word stands there in %s", (_, question, text) => {
    expect(met(question, text)).toBe(1);
  });

  test("another word does not", () => {
    expect(met("harbour", "The harvest is at hand.")).toBe(0);
    expect(met("art", "The artist is here.")).toBe(0);
  });

  test("the words that stand in a row are always met, whatever stands around them", () => {
    const word = fc.constantFrom("we", "boats", "don’t", "before", "Café", "1987", "I", "the", "late");
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(text, text, text, (before, question, after) => {
        expect(met(question, `${before}, ${question}. ${after}`)).toBe(words(question).length);
      }),
      runs(200),
    );
  });

  test("of a question of many words the telling ones are looked for, and stand for all", () => {
    const text = Array.from(
      { length: 400 },
      (_, index) => `w${String.fromCharCode(97 + (index % 26))}x`,
    ).join(" ");
    expect(met(text, text)).toBeCloseTo(400);
  });
});

describe("where it seems to stand", () => {
  const TEXT = "Nobody came — “nobody”, they said. The boats leave before dawn, and the tide is late.";

  test("from the first word that is met to the last", () => {
    const { stretch } = look("boats leave before dawn", TEXT);
    const found = TEXT.slice(stretch.start, stretch.end);
    expect(` ${found}`).toContain(" leave before dawn");
    expect(TEXT.slice(0, stretch.end).endsWith("dawn")).toBe(true);
    expect(stretch.start).toBe(TEXT.indexOf("boats") + "boats".length);
    expect([stretch.before, stretch.behind]).toEqual([0, 0]);
  });

  test("with how many words it lacks before and behind", () => {
    const { stretch } = look("zithers and boats leave before noon today", TEXT);
    expect([stretch.before, stretch.behind]).toEqual([2, 2]);
  });

  test("the best of two places, and not both", () => {
    const { stretch } = look("the tide is late", `The tide was ${"so ".repeat(60)} and then. ${TEXT}`);
    expect(stretch.start).toBeGreaterThan(150);
  });
});

test("letters of other scripts are counted as not told", () => {
  expect(look("boats", "Τα πλοία").unread).toBe(7);
  expect(look("boats", "The boats, « là-bas » … – “now”").unread).toBe(0);
});
