import { describe, expect, test } from "vitest";
import { englishDictionary } from "../../../src/cli/dictionary.ts";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { openLibrary } from "../../../src/core/finding/library.ts";
import { sourceWith } from "../../sources.ts";
import { ask } from "../support.ts";

/** One hearing. Each turn has what some claims below say and others turn. */
const TEXT = `CHAIR MARLOWE: The hearing on the quarry is open.

SOLHEIM: I oppose the quarry lease, and I will vote against it in the council. The company shipped 500 tonnes of granite and 2,800 tonnes of slate from the pit last winter.

REYLE: Many quarry owners in the valley pay their masons in coupons. I have asked the assembly to prohibit blasting near the orphanage. Denmark charges Norway a toll on granite barges.

DESROSIERS: I taught the apprentices to set charges in the gallery. Fifty years of isolating the valley had failed to promote tourism. The overseer will not reopen the flooded shaft. Would you reopen the flooded gallery? I don't think that the surveyor forged the boundary map.

OKAFOR: In the autumn the council raised the toll on carts. In the flood of 1953 the orphanage lost its archive. The clerk was pardoned by the governor. That is the largest granite vault in the kingdom. It has stood since the reign of Queen Maud. The masons were paid in salt. A storm tore the copper roof off that pavilion by the weir.

ACHTERBERG: Almost every quarryman in the valley owns a mule. We may close the tramway if the subsidy lapses.`;

const library = openLibrary(
  buildLibrary([sourceWith("hearing", TEXT, { kind: "transcript" })], englishDictionary()),
);

const verdict = (claim: string): string => ask(library, claim, { form: "claim" }).verdict;

describe("a claim is stated in other words", () => {
  test.each([
    ["its frame off", "Desrosiers said he taught the apprentices to set charges in the gallery."],
    ["“I” for the name", "Desrosiers taught the apprentices to set charges in the gallery."],
    ["a noun for a verb", "The isolation of the valley for fifty years failed to promote tourism."],
    ["a synonym", "The council increased the toll on carts in the autumn."],
    ["a passive", "The governor pardoned the clerk."],
    [
      "two sentences put together",
      "The largest granite vault in the kingdom has stood since the reign of Queen Maud.",
    ],
    ["as hedged as the source", "Almost every quarryman in the valley owns a mule."],
  ])("%s", (_, claim) => {
    expect(verdict(claim)).toBe("stated");
  });
});

describe("a claim conflicts with what the source says of the same thing", () => {
  test.each([
    ["the opposite", "Solheim supports the quarry lease.", "word"],
    [
      "numbers of other things",
      "The company shipped 2,800 tonnes of granite and 500 tonnes of slate from the pit.",
      "number",
    ],
    ["who does it to whom", "Norway charges Denmark a toll on granite barges.", "name"],
    ["a denial left out", "The overseer will reopen the flooded shaft.", "negation"],
    ["a denial of a belief", "Desrosiers thinks that the surveyor forged the boundary map.", "negation"],
    ["a year", "In the flood of 1963 the orphanage lost its archive.", "date"],
  ])("%s", (_, claim, kind) => {
    const answer = ask(library, claim, { form: "claim" });
    expect(answer.verdict).toBe("conflicting");
    expect(answer.matches[0]?.changes.map((change) => change.kind)).toContain(kind);
  });
});

describe("a passage that says less than the claim is related", () => {
  test.each([
    ["all for many", "All quarry owners in the valley pay their masons in coupons."],
    ["what was only asked for", "The assembly has prohibited blasting near the orphanage."],
    ["what was only asked", "Desrosiers will reopen the flooded gallery."],
    ["what may be", "We close the tramway because the subsidy lapses."],
    [
      "of somebody whom only the words before name",
      "A storm tore the copper roof off the Maud pavilion by the weir.",
    ],
    ["said by somebody else", "Reyle said that the overseer will not reopen the flooded shaft."],
  ])("%s", (_, claim) => {
    expect(verdict(claim)).toBe("related");
  });
});

test("what another word denies is not denied", () => {
  expect(verdict("The surveyor of the quarry lost the boundary map in the flood.")).not.toBe("conflicting");
});
