import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import { words } from "../../src/core/text/words.ts";
import { brokenInvariants, question } from "../golden/invariants.ts";
import { HARBOUR, HARBOUR_QUOTE, SPEECH, sourceWith } from "../sources.ts";
import { anyText, runs, writtenText } from "./property.ts";
import { ask, libraryOf, SEED_ARTICLE } from "./support.ts";

const library = libraryOf(SEED_ARTICLE, HARBOUR, SPEECH);

/** Asks and gives what is broken in the answer; throws where the check throws. */
function broken(text: string, form: "quote" | "claim" = "quote", speaker: string | null = null): string[] {
  const asked = question(text, { form, speaker });
  return brokenInvariants(asked, check(asked, library), library);
}

const HOSTILE: [string, string][] = [
  ["lone surrogates", "\ud83d the war \ude00 in Ukraine \udfff"],
  ["lone surrogates round real words", `\ud83d${HARBOUR_QUOTE}\ude00`],
  ["NULs", "\0".repeat(100)],
  ["NULs between real words", HARBOUR_QUOTE.replaceAll(" ", " \0 ")],
  ["10,000 combining marks", `a${"\u0301".repeat(10_000)}`],
  ["combining marks on every letter", HARBOUR_QUOTE.replaceAll(/\p{L}/gu, "$&\u0301\u0323")],
  ["5,000 characters of one word", "x".repeat(5000)],
  ["one word 1,000 times", "war ".repeat(1000)],
  ["200 stop words", "of the and to in a that is ".repeat(25)],
  ["a right-to-left text", "البحر هادئ اليوم والصيادون سعداء بالعودة"],
  ["a right-to-left text in controls", "\u202eالبحر هادئ اليوم\u202c والصيادون سعداء بالعودة\u2069"],
  ["a text without spaces", "漁師たちは明日の朝に港へ戻ると市長が約束しました"],
  ["5,000 characters without spaces", "港".repeat(5000)],
  ["only punctuation", "?!.,;:…—–-()[]{}".repeat(100)],
  ["only brackets", "[]".repeat(2000)],
  ["only bracketed words", "[war] ".repeat(400)],
  ["unbalanced brackets", `[[[${HARBOUR_QUOTE}]][(`],
  ["an opening bracket 2,000 times", `${"[a ".repeat(1600)}`],
  ["500 ellipses", "the … ".repeat(500)],
  ["500 ellipses between real words", HARBOUR_QUOTE.split(" ").join(` ${"… ".repeat(50)}`)],
  ["nothing but ellipses", "...".repeat(1000)],
  ["deeply nested quotes", `${"“‘".repeat(500)}${HARBOUR_QUOTE}${"’”".repeat(500)}`],
  ["white space of every kind", " \t\n\r\u00a0\u2028\u3000\ufeff"],
  ["numbers only", "1,000 2,000 3,000 ".repeat(200)],
  ["a number of 5,000 digits", "9".repeat(5000)],
  ["regular expressions", "(a+)+$ .* [^x] \\d{1,9} (?=y)"],
  ["HTML", "<script>alert(1)</script><b>Russia started</b> this war"],
  ["the whole article", SEED_ARTICLE.text.slice(0, 5000)],
  [
    "the article backwards",
    words(SEED_ARTICLE.text)
      .reverse()
      .map(({ key }) => key)
      .join(" ")
      .slice(0, 5000),
  ],
];

describe("hostile texts get an answer in the closed lists", () => {
  test.each(HOSTILE)("%s, as a quote", (_, text) => {
    expect(broken(text)).toEqual([]);
  });

  test.each(HOSTILE)("%s, as a claim", (_, text) => {
    expect(broken(text, "claim")).toEqual([]);
  });

  test.each(HOSTILE)("%s, as a speaker", (_, text) => {
    expect(broken(HARBOUR_QUOTE, "quote", text.slice(0, 200))).toEqual([]);
  });
});

describe("what is nothing to check", () => {
  test.each(["", " ", "?! … —", "\0\0", "\u0301", "[…]", "[war]", "of the", "24"])("%j", (text) => {
    expect(ask(library, text)).toMatchObject({ verdict: "cannot_check", severity: "none", matches: [] });
  });
});

describe("a few common words that somebody else says", () => {
  const turns = `MARLOWE: I stand with the council about the second amendment of the charter.

REYLE: You never said a word about the second amendment in this hall.

TANSLEY: The library is another matter.`;
  const words = "about the second amendment";

  test("accuse nobody where several say them", () => {
    const debate = libraryOf(sourceWith("debate", turns, { kind: "transcript" }));
    expect(ask(debate, words, { speaker: "Tansley" })).toMatchObject({
      verdict: "cannot_check",
      severity: "none",
    });
    expect(ask(debate, words, { speaker: "Marlowe" })).toMatchObject({ verdict: "accurate" });
  });

  test("are their speaker's where nobody else says them", () => {
    const debate = libraryOf(
      sourceWith("debate", turns.replace("about the second amendment in", "about it in"), {
        kind: "transcript",
      }),
    );
    expect(ask(debate, words, { speaker: "Tansley" }).verdict).toBe("misattributed");
  });
});

describe("what nobody sees changes no verdict", () => {
  test.each([
    ["marks that may be left out", HARBOUR_QUOTE.replaceAll("o", "o\u0301")],
    ["zero-width spaces", HARBOUR_QUOTE.replaceAll("ight", "i\u200bght")],
    ["full-width letters", HARBOUR_QUOTE.replace("old", "ｏｌｄ")],
    ["a soft hyphen", HARBOUR_QUOTE.replace("lighthouse", "light\u00adhouse")],
    ["a break at a line's end", HARBOUR_QUOTE.replace("lighthouse", "light-\nhouse")],
    ["ligatures", HARBOUR_QUOTE.replace("fi", "ﬁ")],
    ["lone surrogates", `\ud83d ${HARBOUR_QUOTE} \ude00`],
    ["NULs around it", `\0${HARBOUR_QUOTE}\0`],
    ["quotation marks around it", `«“${HARBOUR_QUOTE}”»`],
  ])("%s", (_, text) => {
    const answer = ask(library, text);
    expect(answer).toMatchObject({ verdict: "accurate", severity: "none" });
    expect(answer.matches[0]?.quote.exact).toBe(HARBOUR_QUOTE);
  });
});

describe("an empty library", () => {
  const empty = libraryOf();
  test("finds nothing and says how much it searched", () => {
    const answer = ask(empty, HARBOUR_QUOTE);
    expect(answer.verdict).toBe("not_found");
    expect(answer.summary).toContain("0 sources");
    expect(ask(empty, HARBOUR_QUOTE, { form: "claim" }).verdict).toBe("not_found");
  });
});

test("the most work one question can ask for stays in bounds", () => {
  const started = performance.now();
  for (const [, text] of HOSTILE) ask(library, text.slice(0, 5000));
  expect(performance.now() - started).toBeLessThan(4000);
});

describe("for any text", () => {
  test("nothing is thrown and every offset holds, for quotes", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, writtenText), (text) => {
        expect(broken(text)).toEqual([]);
      }),
      runs(150),
    );
  });

  test("nothing is thrown and every offset holds, with real words among the noise", () => {
    const parts = fc.oneof(
      fc.constantFrom(...HARBOUR_QUOTE.split(" "), "…", "[sic]", "[Moscow]", "“", "not", "Russia", "\n"),
      fc.constantFrom(
        ...words(SEED_ARTICLE.text).map(({ start, end }) => SEED_ARTICLE.text.slice(start, end)),
      ),
      anyText.map((text) => text.slice(0, 4)),
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 40 }),
        fc.constantFrom("quote" as const, "claim" as const),
        (list, form) => {
          expect(broken(list.join(" "), form)).toEqual([]);
        },
      ),
      runs(150),
    );
  });
});

describe("any span of the article, in any typography", () => {
  const { text } = SEED_ARTICLE;
  const list = words(text);
  /** A cut inside a date or a number changes it, so a span begins and ends elsewhere. */
  const wholeAt = list.flatMap(({ key }, index) => (/\d|^(?:feb|friday|one)$/u.test(key) ? [] : [index]));
  const span = fc
    .tuple(fc.nat({ max: wholeAt.length - 13 }), fc.integer({ min: 12, max: 60 }))
    .map(([first, count]) => {
      const [from, to] = [wholeAt[first], wholeAt[Math.min(first + count, wholeAt.length) - 1]];
      return text.slice(list[from ?? 0]?.start, list[to ?? 0]?.end);
    });
  const dress = fc.constantFrom<(words: string) => string>(
    (words) => words,
    (words) => words.toUpperCase(),
    (words) => words.toLowerCase(),
    (words) => words.replaceAll(/[“”]/gu, '"').replaceAll("’", "'"),
    (words) => words.replaceAll(/\s+/gu, "  \n"),
    (words) => words.replaceAll(/[—–]/gu, "-"),
    (words) => `“${words}”`,
    (words) => words.replaceAll("fi", "ﬁ"),
    (words) => words.replaceAll("tion", "ti\u00adon"),
    (words) => words.normalize("NFD"),
    (words) => words.replaceAll(",", ""),
  );

  test("is accurate, or taken out of context, and its exact words come back", () => {
    fc.assert(
      fc.property(span, fc.array(dress, { maxLength: 3 }), (words, dresses) => {
        const submitted = dresses.reduce((given, put) => put(given), words);
        const answer = ask(library, submitted);
        expect(`${answer.verdict} ${submitted}`).toMatch(/^(?:accurate|missing_context) /);
        const quote = answer.matches[0]?.quote;
        expect(text.slice(quote?.start, quote?.end)).toBe(quote?.exact);
        expect(quote?.exact).toBe(words);
        expect(brokenInvariants(question(submitted), answer, library)).toEqual([]);
      }),
      runs(120),
    );
  });
});

describe("capitals alone change no word", () => {
  test.each([
    ["a month cut short", "she will read the chart again on Feb. 24 of this year at the northern pier"],
    ["a month", "she will read the chart again on 30 June of this year at the northern pier"],
    ["a month that is a verb too", "she will read the chart again in May of this year at the northern pier"],
    ["a name", "she will read the chart again with Marlowe of Ukraine at the northern pier"],
  ])("%s in small letters", (_, line) => {
    const shelf = libraryOf({ ...HARBOUR, text: `The board met. Ada Marlowe said that ${line}. They left.` });
    expect(ask(shelf, line.toLowerCase())).toMatchObject({ verdict: "accurate" });
    expect(ask(shelf, line.toUpperCase())).toMatchObject({ verdict: "accurate" });
  });
});
