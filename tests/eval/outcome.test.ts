import { expect, test } from "vitest";
import type { Answer } from "../../src/core/answer.ts";
import { HARBOUR, HARBOUR_QUOTE, sourceWith } from "../sources.ts";
import { ask } from "./ask.ts";
import { libraryOf } from "./bench.ts";
import { goldMatch, placeOfGold, predictedClass } from "./outcome.ts";
import type { QuoteRow } from "./rows.ts";

const library = libraryOf([HARBOUR, sourceWith("choir", "The choir sang in the old church until midnight.")]);

function rowWith(gold: Partial<QuoteRow["gold"]>): QuoteRow {
  const full = { source: "harbour", texts: [`${HARBOUR_QUOTE}.`], speakers: ["Ada Marlowe"], ...gold };
  return { id: "row", set: "made up", quote: HARBOUR_QUOTE, speaker: null, kind: "verbatim", gold: full };
}

test("a row is found where source and words are right", () => {
  const answer = ask(library, HARBOUR_QUOTE);
  expect(placeOfGold({ row: rowWith({}), answer })).toBe(0);
  expect(goldMatch({ row: rowWith({}), answer })?.source.id).toBe("harbour");
  expect(placeOfGold({ row: rowWith({ source: "choir" }), answer })).toBe(-1);
  expect(
    placeOfGold({ row: rowWith({ texts: ["Forty people came to listen to the board."] }), answer }),
  ).toBe(-1);
});

function taken(text: string, speaker: string | null = null): string {
  return predictedClass(ask(library, text, { speaker }));
}

test("answers are taken three ways", () => {
  expect(taken(HARBOUR_QUOTE)).toBe("verbatim");
  expect(taken(HARBOUR_QUOTE.toUpperCase())).toBe("verbatim");
  expect(taken(HARBOUR_QUOTE, "Tomas Reyle")).toBe("verbatim");
  expect(taken(HARBOUR_QUOTE.replace("will", "must"))).toBe("altered");
  expect(taken("Nobody on this island has ever grown a single pineapple in the snow")).toBe("absent");
});

test("an altered verdict on an exact wording is taken for altered, unless only the surface differs", () => {
  const answer = ask(library, HARBOUR_QUOTE);
  const [match] = answer.matches;
  if (!match) throw new Error("nothing was found");
  const changed = (kinds: ("case" | "word")[]): Answer => {
    const nowhere = { text: "", start: 0, end: 0 };
    const changes = kinds.map((kind) => ({
      kind,
      material: false,
      submitted: nowhere,
      source: nowhere,
      message: "",
    }));
    return { ...answer, verdict: "altered", matches: [{ ...match, changes }] };
  };
  expect(predictedClass(changed([]))).toBe("altered");
  expect(predictedClass(changed(["case", "word"]))).toBe("altered");
  expect(predictedClass(changed(["case"]))).toBe("verbatim");
});
