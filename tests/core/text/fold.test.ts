import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldWithMap } from "../../../src/core/text/fold.ts";
import { anyText, runs } from "../property.ts";

describe("what copying changes is folded away", () => {
  test.each([
    ["capitals", "RUSSIA Can", "russia can"],
    ["accents, composed or not", "Café cafe\u0301", "cafe cafe"],
    ["a capital that grows when lowered", "İstanbul", "istanbul"],
    ["the two small sigmas of Greek", "Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευσ οδυσσευσ"],
    ["ligatures", "ﬁnal ﬂight", "final flight"],
    ["full-width forms", "ＮＡＴＯ　１２", "nato 12"],
    ["soft hyphens", "uncon\u00additionally", "unconditionally"],
    ["zero-width characters", "wa\u200br\u200c\u200d\ufeff", "war"],
    ["bidirectional controls", "\u202eраз\u202c\u2066два\u2069", "раздва"],
    ["variation selectors", "①\ufe0f", "1"],
    ["curly single quotes and primes", "don’t ‘x’ 5′", "don't 'x' 5'"],
    ["curly, angled and corner double quotes", "“a” «b» „c‟ 「d」", '"a" "b" "c" "d"'],
    ["dashes and the minus sign", "a–b—c‐d−e", "a-b-c-d-e"],
    ["vowel points that Hebrew and Arabic may leave out", "שָׁלוֹם سَلَام", "שלום سلام"],
  ])("%s", (_, printed, folded) => {
    expect(fold(printed)).toBe(folded);
    expect(foldWithMap(printed).text).toBe(folded);
  });
});

describe("what makes another letter is kept", () => {
  test("kana keep their voicing", () => {
    expect(fold("か")).not.toBe(fold("が"));
    expect(fold("パ")).not.toBe(fold("ハ"));
  });

  test("kana fold alike whether the voicing is part of the letter or a mark after it", () => {
    expect(fold("がぎパ")).toBe(fold("がぎパ".normalize("NFD")));
  });

  test("Hangul syllables fold alike, composed or not, and stay apart from one another", () => {
    expect(fold("한국")).toBe(fold("한국".normalize("NFD")));
    expect(fold("한")).not.toBe(fold("하"));
  });

  test("vowel signs of Indic scripts stay", () => {
    expect(fold("कि")).not.toBe(fold("क"));
  });
});

describe("the way back", () => {
  test("every part of a ligature leads to the one character it came from", () => {
    expect([...foldWithMap("ﬃx").origins]).toEqual([0, 0, 0, 1, 2]);
  });

  test("after a character that folds to nothing the places still hold", () => {
    expect([...foldWithMap("a\u00adb").origins]).toEqual([0, 2, 3]);
  });

  test("a character of two units counts as two", () => {
    const { text, origins } = foldWithMap("😀𝐀b");
    expect(text).toBe("😀ab");
    expect([...origins]).toEqual([0, 0, 2, 4, 5]);
  });

  test("“İ” leads to one place", () => {
    expect([...foldWithMap("İx").origins]).toEqual([0, 1, 2]);
  });

  test("an empty text has an end and nothing else", () => {
    expect([...foldWithMap("").origins]).toEqual([0]);
  });
});

function codePointStarts(text: string): Set<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const character of text) {
    starts.add(at);
    at += character.length;
  }
  return starts;
}

/** 40,000 ideographs and syllables stand in between, which fold alike; they are left out to save time. */
const FIRST_IDEOGRAPH = 0x3400;
const AFTER_HANGUL = 0xd7a4;

describe("for any text", () => {
  test("origins lie in the text, at the start of a code point, and never decrease", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, origins } = foldWithMap(text);
        expect(origins.length).toBe(folded.length + 1);
        expect(origins.at(-1)).toBe(text.length);
        const starts = codePointStarts(text);
        for (let unit = 0; unit < folded.length; unit++) {
          const origin = origins[unit] as number;
          expect(starts.has(origin)).toBe(true);
          expect(origin).toBeGreaterThanOrEqual(unit === 0 ? 0 : (origins[unit - 1] as number));
        }
      }),
      runs(300),
    );
  });

  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      runs(500),
    );
  });

  test("folding every letter and mark of the basic plane twice is folding it once", () => {
    const unstable: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      if (code === FIRST_IDEOGRAPH) code = AFTER_HANGUL;
      const character = String.fromCodePoint(code);
      if (fold(fold(character)) !== fold(character)) unstable.push(`U+${code.toString(16)}`);
    }
    expect(unstable).toEqual([]);
  });

  test("with or without the way back the text is the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldWithMap(text).text).toBe(fold(text));
      }),
      runs(200),
    );
  });
});
