import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KEY_CHARS_MAX, wordKey, words } from "../../../src/core/text/words.ts";
import { anyText, runs } from "../property.ts";

const keys = (text: string): string[] => words(text).map(({ key }) => key);

describe("what counts as one word", () => {
  test.each([
    ["a contraction, with any apostrophe", "don't don’t donʼt", ["dont", "dont", "dont"]],
    ["a possessive", "China’s plan", ["chinas", "plan"]],
    ["initials with dots", "the U.S. and the U.N.", ["the", "us", "and", "the", "un"]],
    ["initials whose last dot is missing", "the U.S, NATO", ["the", "us", "nato"]],
    ["a number with thousands separators", "300,000 and 1,234,567", ["300000", "and", "1234567"]],
    ["thousands set apart by a thin space", "300\u202f000", ["300000"]],
    ["a decimal", "6.4 metres", ["6.4", "metres"]],
    ["a list of figures stays a list", "1,2,3", ["1", "2", "3"]],
    ["a word cut at a line's end", "uncondi-\ntionally", ["unconditionally"]],
    ["a word with a soft hyphen", "uncon\u00additionally", ["unconditionally"]],
    ["a word with a zero-width space", "wa\u200br", ["war"]],
  ])("%s", (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test("hyphens and dashes part words", () => {
    expect(keys("cease-fire war—peace 12-point")).toEqual(["cease", "fire", "war", "peace", "12", "point"]);
  });

  test("a full stop at a sentence's end belongs to no word", () => {
    expect(keys("It ended. Then")).toEqual(["it", "ended", "then"]);
    expect(keys("in 2023. Then")).toEqual(["in", "2023", "then"]);
  });

  test("each character of a script without spaces is a word", () => {
    expect(keys("図書館は")).toEqual(["図", "書", "館", "は"]);
    expect(keys("NATOの")).toEqual(["nato", "の"]);
  });

  test("Korean is written with spaces and has words", () => {
    expect(words("평화 협정")).toHaveLength(2);
  });

  test("right-to-left words keep their places", () => {
    const text = "البحر هادئ";
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual(["البحر", "هادئ"]);
  });

  test("lone marks, punctuation and nothing hold no words", () => {
    for (const text of ["", " \n\t", "\u0301", "?! … — “”", "\u200b\u00ad"]) expect(words(text)).toEqual([]);
  });

  test("the key of a word of 5,000 letters is bounded, its place is not", () => {
    const [word] = words("x".repeat(5000));
    expect(word?.key).toHaveLength(KEY_CHARS_MAX);
    expect(word?.end).toBe(5000);
  });

  test("a key is the same whatever the dress of its word", () => {
    for (const printed of ["U.S.", "US", "us", "ＵＳ"]) expect(wordKey(printed)).toBe("us");
  });
});

test("the words of any text stand in order, apart, and where they say", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const word of words(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.key).not.toBe("");
        end = word.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    runs(300),
  );
});

describe("words of plain characters, which are read without the pattern", () => {
  test.each([
    ["two apostrophes in one word", "shouldn't've rock’n’roll", ["shouldntve", "rocknroll"]],
    ["an apostrophe at an edge", "'tis the dogs' day", ["tis", "the", "dogs", "day"]],
    ["an opening mark joins nothing", "a‘b", ["a", "b"]],
    ["a decade's apostrophe", "the 1990's", ["the", "1990", "s"]],
    ["versions and decimals", "v2.0 3.14.15", ["v2.0", "3.14.15"]],
    ["four figures after a comma", "1,0000", ["1", "0000"]],
    ["a stop between words", "end.Then a.word", ["end", "then", "a", "word"]],
  ])("%s", (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test("are those that the pattern finds: in full-width letters and figures, which only it reads", () => {
    const piece = fc.constantFrom(..."aZ19.,'’‘`- \n\r—…_$", "U.S.", "3,000", "-\n", "don’t", "1.5");
    const wide = (text: string): string =>
      text.replace(/[A-Za-z0-9]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        expect(words(text)).toEqual(words(wide(text)));
      }),
      runs(3000),
    );
  });
});
