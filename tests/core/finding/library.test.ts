import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { FORMAT_VERSION } from "../../../src/core/finding/format.ts";
import { openLibrary } from "../../../src/core/finding/library.ts";
import { words } from "../../../src/core/text/words.ts";
import { HARBOUR, SPEECH, sourceWith } from "../../sources.ts";
import { runs } from "../property.ts";
import { libraryOf, SEED_ARTICLE } from "../support.ts";

const file = buildLibrary([HARBOUR, SPEECH]);

/** The file with one byte put for another. */
function withByte(at: number, value: number): Uint8Array {
  const copy = file.slice();
  copy[at] = value;
  return copy;
}

describe("a file that is not whole is refused in words", () => {
  test.each([
    ["empty", new Uint8Array(), /cut short/],
    ["cut in its header", file.subarray(0, 40), /cut short/],
    ["cut in half", file.subarray(0, file.length >> 1), /cut short/],
    ["without its last eight bytes", file.subarray(0, file.length - 8), /cut short|damaged/],
    ["something else", new TextEncoder().encode("x".repeat(500)), /not a library file/],
    ["of another version", withByte(4, FORMAT_VERSION + 1), /format \d+; this engine reads format \d+/],
    ["with another number of sections", withByte(8, 3), /damaged/],
  ])("%s", (_, bytes, message) => {
    expect(() => openLibrary(bytes)).toThrow(RangeError);
    expect(() => openLibrary(bytes)).toThrow(message);
  });

  test("any byte flipped anywhere is noticed", () => {
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        expect(() => openLibrary(withByte(at, (file[at] as number) ^ bits))).toThrow(RangeError);
      }),
      runs(200),
    );
  });

  test("cut anywhere, it is noticed", () => {
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), (length) => {
        expect(() => openLibrary(file.slice(0, length))).toThrow(RangeError);
      }),
      runs(100),
    );
  });
});

describe("what goes in", () => {
  const many = ["b", "a", "ä", "10", "9", "漁港"].map((id) => sourceWith(id, `The words of ${id} alone.`));

  test("the same sources in any order give the same bytes", () => {
    expect(buildLibrary([...many].reverse())).toEqual(buildLibrary(many));
  });

  test("another word gives another revision", () => {
    const other = { ...HARBOUR, text: HARBOUR.text.replace("Forty", "Fifty") };
    expect(libraryOf(other).summary.revision).not.toBe(libraryOf(HARBOUR).summary.revision);
  });

  test("two sources of one id are refused by name", () => {
    expect(() => buildLibrary([HARBOUR, SPEECH, { ...SPEECH, id: HARBOUR.id }])).toThrow(RangeError);
    expect(() => buildLibrary([HARBOUR, HARBOUR])).toThrow(/"harbour"/);
  });

  test("a correction marks the source it corrects", () => {
    const corrected = sourceWith("after", "The cost is five.", { corrects: "before" });
    const library = libraryOf(sourceWith("before", "The cost is four."), corrected);
    expect(library.sources.map(({ id, supersededBy }) => [id, supersededBy])).toEqual([
      ["after", null],
      ["before", "after"],
    ]);
  });

  test("no sources at all make a library that finds nothing", () => {
    const library = libraryOf();
    expect(library.summary).toMatchObject({ sources: 0, words: 0 });
  });

  test("a source without a word is kept", () => {
    const library = libraryOf(sourceWith("marks", "?! …"), HARBOUR);
    expect(library.textOf(1)).toBe("?! …");
  });

  test("a file opened at an odd place of a larger buffer reads the same", () => {
    const larger = new Uint8Array(file.length + 3);
    larger.set(file, 3);
    expect(openLibrary(larger.subarray(3)).summary).toEqual(openLibrary(file).summary);
  });
});

describe("text comes back as it went in", () => {
  const unicode = fc
    .array(
      fc.oneof(
        fc.constantFrom("war", "😀", "𝐖𝐚𝐫", "漁港", "İ", "ﬁne", "é", "\n\n", ". "),
        fc.string({ unit: "grapheme", maxLength: 6 }),
      ),
      {
        maxLength: 120,
      },
    )
    .map((parts) => parts.join(" "));

  test("around any span, and by any stretch of words", () => {
    fc.assert(
      fc.property(unicode, fc.nat(), fc.nat(), fc.nat({ max: 300 }), (text, one, other, chars) => {
        const library = libraryOf(sourceWith("before", "Some words 😀 before."), sourceWith("it", text));
        const source = library.sources.findIndex(({ id }) => id === "it");
        expect(library.textOf(source)).toBe(text);
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        );
        const around = library.textAround(source, { start, end }, chars);
        expect(text.slice(around.start, around.start + around.text.length)).toBe(around.text);
        expect(around.start).toBeLessThanOrEqual(Math.max(0, start - chars));
        expect(around.start + around.text.length).toBeGreaterThanOrEqual(Math.min(text.length, end + chars));
        const { from, to } = library.positionsOf(source);
        const first = from + (one % (to - from + 1));
        const window = library.window(source, first, first + (other % 80));
        expect(text.slice(window.start, window.start + window.text.length)).toBe(window.text);
      }),
      runs(60),
    );
  });

  test("lone surrogates become the replacement character, so that offsets hold", () => {
    const library = libraryOf(sourceWith("lone", "one \ud83d two \ude00 three"));
    expect(library.textOf(0)).toBe("one \ufffd two \ufffd three");
  });

  test("the first article comes back to the byte", () => {
    expect(libraryOf(SEED_ARTICLE).textOf(0)).toBe(SEED_ARTICLE.text);
  });
});

describe("sources by the words of their titles", () => {
  const library = libraryOf(
    sourceWith("c", "The hall was cold.", { title: "A ferry, a FERRY and Zithertown" }),
    sourceWith("a", "The zither was played on the ferry.", { title: "An évening" }),
    sourceWith("b", "The ferry was late.", { title: "The ferry’s evening" }),
    sourceWith("d", "The hall was warm.", { title: "Evening ferry" }),
  );
  const titled = (word: string): string[] =>
    library
      .titledWith(library.vocabulary.find(word))
      .map((source) => library.sources[source]?.id ?? `no source ${source}`);

  test.each([
    ["a word of several titles, in the order of the sources", "evening", ["a", "b", "d"]],
    ["a word that one title says twice, once", "ferry", ["c", "d"]],
    ["a word that no text has", "zithertown", ["c"]],
    ["as titles are folded", "ferrys", ["b"]],
    ["a word that only a text has", "zither", []],
    ["a word that is nowhere", "cathedral", []],
  ])("%s", (_, word, ids) => {
    expect(titled(word)).toEqual(ids);
  });

  test("every word of every title leads to its source, and to no source that lacks it", () => {
    for (let word = 0; library.vocabulary.word(word) !== ""; word++) {
      const key = library.vocabulary.word(word);
      const having = library.sources.flatMap(({ title }, source) =>
        words(title).some((each) => each.key === key) ? [source] : [],
      );
      expect(library.titledWith(word)).toEqual(having);
    }
  });

  test("a word of a title alone stands nowhere in the texts", () => {
    const number = library.vocabulary.find("zithertown");
    expect(number).toBeGreaterThanOrEqual(0);
    expect(library.count(number)).toBe(0);
    expect(library.positions(number, new Int32Array(8), 0)).toBe(0);
  });

  test("an empty library has no titles", () => {
    expect(libraryOf().titledWith(0)).toEqual([]);
  });
});
