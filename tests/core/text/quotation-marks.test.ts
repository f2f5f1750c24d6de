import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markedQuotations } from "../../../src/core/text/quotation-marks.ts";
import { anyText, runs } from "../property.ts";
import { SEED_ARTICLE } from "../support.ts";

/** The words in marks, with their depth, "…" after those that never close. */
function quoted(text: string): string[] {
  return markedQuotations(text).map(
    ({ inner, depth, closed }) =>
      `${depth}:${text.slice(inner.start, inner.end).trim()}${closed ? "" : " (open)"}`,
  );
}

describe("marks of every style", () => {
  test.each([
    ["English, curly", "He said “it ended” then.", "it ended"],
    ["English, straight", 'He said "it ended" then.', "it ended"],
    ["British single", "He said ‘it ended’ then.", "it ended"],
    ["straight single", "He said 'it ended' then.", "it ended"],
    ["French, with spaces", "Il dit « c’est fini » alors.", "c’est fini"],
    ["German", "Er sagte „es ist aus“ dann.", "es ist aus"],
    ["German, pointing inwards", "Er sagte »es ist aus« dann.", "es ist aus"],
    ["Polish", "Powiedział „to koniec” wtedy.", "to koniec"],
    ["Swedish", "Han sade ”det är slut” då.", "det är slut"],
    ["Japanese", "彼は「終わった」と言った。", "終わった"],
    ["Japanese, double", "彼は『終わった』と言った。", "終わった"],
    ["Chinese, curly, after a colon", "他说：“结束了”。", "结束了"],
    ["Chinese, curly, right after a word", "他说“结束了”。", "结束了"],
    ["full-width", "他说＂结束了＂。", "结束了"],
  ])("%s", (_, text, inner) => {
    expect(quoted(text)).toEqual([`0:${inner}`]);
  });
});

describe("quotations within quotations", () => {
  test("single within double", () => {
    expect(quoted("“My skipper said, ‘The sea sends its bill.’”")).toEqual([
      "0:My skipper said, ‘The sea sends its bill.’",
      "1:The sea sends its bill.",
    ]);
  });

  test("double within single", () => {
    expect(quoted("‘They wrote “closed” there’")).toEqual(["0:They wrote “closed” there", "1:closed"]);
  });

  test("Japanese", () => {
    expect(quoted("「祖母は『本は行く』と言った」")).toEqual(["0:祖母は『本は行く』と言った", "1:本は行く"]);
  });

  test("a thousand opening marks nest no deeper than people do", () => {
    const depths = markedQuotations("“x ".repeat(1000)).map(({ depth }) => depth);
    expect(Math.max(...depths)).toBeLessThan(8);
  });
});

describe("a mark that quotes nothing", () => {
  test.each([
    ["an apostrophe", "It isn’t the harbour’s fault, it’s ours."],
    ["a straight apostrophe", "It isn't the harbour's fault, it's ours."],
    ["a plural possessive", "the officers’ report and the members' vote"],
    ["a year cut short", "the winter of ’86 and the '90s"],
    ["a foot and an inch", "He is 6'2\" tall."],
  ])("%s", (_, text) => {
    expect(quoted(text)).toEqual([]);
  });

  test("a possessive inside single quotes does not close them", () => {
    expect(quoted("He said ‘the officers’ report is wrong’ twice.")).toEqual([
      "0:the officers’ report is wrong",
    ]);
  });

  test("an apostrophe inside double quotes closes nothing", () => {
    expect(quoted("“It isn’t an unusual one,” said Odile.")).toEqual(["0:It isn’t an unusual one,"]);
  });
});

describe("quotations that run over paragraphs", () => {
  const three = "“One thing.\n\n“Another thing.\n\n“A third thing.” She left.";

  test("each paragraph opens anew and only the last closes", () => {
    const list = markedQuotations(three);
    expect(list.map(({ closed }) => closed)).toEqual([false, false, true]);
    expect(list.map(({ continues }) => continues)).toEqual([null, list[0]?.start, list[1]?.start]);
  });

  test("a forgotten closing mark ends with its paragraph", () => {
    const text = "He spoke of “ceasing hostilities, and left.\n\n“The next words,” she said.";
    const [first, second] = markedQuotations(text);
    expect(first?.closed).toBe(false);
    expect(first?.end).toBe(text.indexOf("\n"));
    expect(second?.continues).toBeNull();
  });

  test("in the first article the quotation that never closes swallows nothing after it", () => {
    const { text } = SEED_ARTICLE;
    const list = markedQuotations(text).filter(({ depth }) => depth === 0);
    expect(list.map(({ closed }) => closed)).toEqual([false, true, true, true]);
    expect(text.slice(list[1]?.inner.start, list[1]?.inner.end)).toMatch(/^The security.*properly,$/s);
    expect(text.slice(list[2]?.inner.start, list[2]?.inner.end)).toMatch(/^Russia started.*to Russia,$/s);
  });
});

test("the quotations of any text lie in it, in order of their marks", () => {
  const marks = fc.stringMatching(/^[ab .\n“”‘’"'«»„「」]{0,60}$/);
  fc.assert(
    fc.property(fc.oneof(anyText, marks), (text) => {
      let start = -1;
      for (const quotation of markedQuotations(text)) {
        expect(quotation.start).toBeGreaterThan(start);
        expect(quotation.inner.start).toBeGreaterThan(quotation.start);
        expect(quotation.inner.end).toBeGreaterThan(quotation.inner.start);
        expect(quotation.end).toBeGreaterThanOrEqual(quotation.inner.end);
        expect(quotation.end).toBeLessThanOrEqual(text.length);
        start = quotation.start;
      }
    }),
    runs(500),
  );
});
