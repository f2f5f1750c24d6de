import { describe, expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import { question } from "../golden/invariants.ts";
import { sourceWith } from "../sources.ts";
import { libraryOf } from "./support.ts";

const SAID =
  "The keepers of the northern lighthouse will paint every window before the herring fleet returns";
const talk = (index: number) =>
  sourceWith(
    `talk-${index}`,
    `On day ${index} the keepers of the talk went on about ${"so much of it ".repeat(30)}`,
  );
const library = libraryOf(
  sourceWith("said", `Good evening. ${SAID}. Thank you.`),
  ...Array.from({ length: 12 }, (_, index) => talk(index)),
);

const answer = (text: string) => check(question(text), library);

describe("a quotation of which few words are whole", () => {
  test("is found by its letters, and laid beside the source's sentence from end to end", () => {
    const { verdict, matches } = answer(
      "The kcepcrs af fhe nortliern liglitliouse wjll paiut cverv wiudow bcforc tlie hcrring flcet retvrns",
    );
    expect(verdict).toBe("altered");
    expect(matches[0]?.quote.exact).toBe(SAID);
    const kinds = matches[0]?.changes.map(({ kind }) => kind);
    expect(kinds).not.toContain("insertion");
    expect(kinds).not.toContain("omission");
  });

  test("is shown where it seems to stand, if it is not near enough to be found", () => {
    const { verdict, matches } = answer(
      "The keepers of some southern farmhouse will clean every cellar before the summer fleet",
    );
    expect(verdict).toBe("not_found");
    expect(matches[0]).toMatchObject({ source: { id: "said" }, wording: "paraphrase" });
    expect(matches[0]?.score).toBeLessThan(0.75);
  });

  test("is not found, and nothing is shown, where its letters stand nowhere", () => {
    expect(answer("Zvvp qrxk the jjoqw vvkzx of xxqz bbrw")).toMatchObject({
      verdict: "not_found",
      matches: [],
    });
  });
});
