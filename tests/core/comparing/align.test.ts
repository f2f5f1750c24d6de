import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { align, type Step } from "../../../src/core/comparing/align.ts";
import { type Unit, units } from "../../../src/core/comparing/units.ts";
import { encodeLexicon, openLexicon } from "../../../src/core/text/lexicon.ts";
import { wordKey } from "../../../src/core/text/words.ts";
import { runs, writtenText } from "../property.ts";

const WORDS = `the war can should end started stared this not we call on russia ukraine to stop its
  aggression harbour is unsafe today never`.split(/\s+/);
const LEXICON = openLexicon(encodeLexicon(WORDS.map(wordKey)), encodeLexicon(["russia", "ukraine"]));

const read = (text: string): Unit[] => units(text, LEXICON);

function steps(submitted: string, source: string): Step[] {
  return align(read(submitted), read(source), LEXICON)?.steps ?? [];
}

function told(step: Step): string {
  switch (step.type) {
    case "pair":
      return `${step.submitted.printed}=${step.source.printed} (${step.relation})`;
    case "inserted":
      return `+${step.submitted.printed}`;
    case "omitted":
      return `-${step.source.printed}`;
  }
}

/** The steps that are not the same word on both sides. */
const differing = (submitted: string, source: string): string[] =>
  steps(submitted, source)
    .filter((step) => step.type !== "pair" || step.relation !== "same")
    .map(told);

describe("the cheapest way to read one as the other", () => {
  const source = "We call on Russia to stop its aggression. Russia can end this war today.";

  test("a stretch of the source is found without its ends", () => {
    expect(differing("stop its aggression", source)).toEqual([]);
  });

  test("a dropped word is omitted, an added one inserted", () => {
    expect(differing("We do not call on Russia", "We do call on Russia")).toEqual(["+not"]);
    expect(differing("We do call on Russia", "We do not call on Russia")).toEqual(["-not"]);
  });

  test("words that end one piece and begin the next belong to the piece that is there", () => {
    expect(differing("Russia can end this war this war not unsafe", "Russia can end this war today")).toEqual(
      ["+this", "+war", "+not", "+unsafe"],
    );
    expect(differing("never this war this war started today", "this war started today")).toEqual([
      "+never",
      "+this",
      "+war",
    ]);
    expect(
      steps("Russia can end this war this war not unsafe", "Russia can end this war today").map(told),
    ).toEqual(
      "Russia can end this war"
        .toLowerCase()
        .split(" ")
        .map((word) => `${word}=${word} (same)`)
        .concat(["+this", "+war", "+not", "+unsafe"]),
    );
  });

  test("a word put for another stands beside it", () => {
    expect(differing("Russia should end this war", source)).toEqual(["should=can (class)"]);
  });

  test("a slip that is no word is a misspelling, a word of its own is not", () => {
    expect(differing("Russia startd this war today", "Russia started this war today")).toEqual([
      "startd=started (misspelling)",
    ]);
    expect(differing("Russia stared this war today", "Russia started this war today")).toEqual([
      "stared=started (other)",
    ]);
  });

  test("a contraction and its words are the same", () => {
    expect(differing("The harbour isn't unsafe", "The harbour is not unsafe")).toEqual([]);
  });

  test("a first word put for another is beside the source's, not added", () => {
    expect(differing("Ukraine started this war", "It rained. Russia started this war")).toEqual([
      "ukraine=russia (class)",
    ]);
  });

  test("nothing in common is no alignment", () => {
    expect(align(read("purple elephants"), read("this war"), LEXICON)).toBeNull();
    expect(align([], read("this war"), LEXICON)).toBeNull();
    expect(align(read("this war"), [], LEXICON)).toBeNull();
  });
});

describe("for any two texts", () => {
  const someWords = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 });
  const text = fc.oneof(
    someWords.map((list) => list.join(" ")),
    writtenText,
  );

  test("a text beside itself is the same throughout and scores 1", () => {
    fc.assert(
      fc.property(text, (given) => {
        const list = read(given);
        fc.pre(list.length > 0);
        const alignment = align(list, list, LEXICON);
        expect(alignment?.score).toBe(1);
        expect(alignment?.steps.every((step) => step.type === "pair" && step.relation === "same")).toBe(true);
      }),
      runs(200),
    );
  });

  test("every submitted unit appears once and in order, source units in order", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const submitted = read(one);
        const source = read(other);
        const alignment = align(submitted, source, LEXICON);
        if (!alignment) return;
        const left = alignment.steps.flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
        const right = alignment.steps.flatMap((step) => (step.type === "inserted" ? [] : [step.source]));
        expect(left).toEqual(submitted);
        const places = right.map((unit) => source.indexOf(unit));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places.includes(-1)).toBe(false);
        expect(alignment.score).toBeGreaterThanOrEqual(0);
        expect(alignment.score).toBeLessThanOrEqual(1);
      }),
      runs(300),
    );
  });
});
