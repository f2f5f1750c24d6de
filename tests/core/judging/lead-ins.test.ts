import { describe, expect, test } from "vitest";
import { englishDictionary } from "../../../src/cli/dictionary.ts";
import type { WarningKind } from "../../../src/core/answer.ts";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { openLibrary } from "../../../src/core/finding/library.ts";
import { sourceWith } from "../../sources.ts";
import { ask } from "../support.ts";

const WORDS = "the harbour workers sold the old ferry to a stranger";
const dictionary = englishDictionary();

/** The material warnings of the words as they stand between a lead-in and what follows them. */
function warned(before: string, after = "."): WarningKind[] {
  const text = `The ferry left late that evening. ${before} ${WORDS}${after} The keeper of the light went home.`;
  const library = openLibrary(
    buildLibrary([sourceWith("speech", text, { kind: "speech", speaker: "Ada Marlowe" })], dictionary),
  );
  const [match] = ask(library, WORDS).matches;
  return (match?.context.warnings ?? []).filter(({ material }) => material).map(({ kind }) => kind);
}

describe("what a lead-in denies is no statement", () => {
  test.each([
    "It is simply not true that",
    "There is no evidence that",
    "There’s no proof whatsoever that",
    "It would be wrong to say that",
    "The myth that",
    "I’m not sure that",
    "I don’t believe, uh, Mr. Reyle, that",
  ])("%s", (lead) => {
    expect(warned(lead)).toEqual(["negated"]);
  });
});

describe("what a lead-in denies and what follows from it is asserted all the same", () => {
  test.each([
    "There is no doubt that",
    "Nobody denies that",
    "You cannot deny that",
    "Don’t forget that",
    "He does not care that",
    "It doesn’t matter that",
    "It will not surprise you that",
    "It is no secret that",
    "It is not only that",
    "I was not there when",
    "Not only",
  ])("%s", (lead) => {
    expect(warned(lead)).toEqual([]);
  });
});

describe("what a lead-in gives to others is theirs", () => {
  test.each([
    "He told me that",
    "The mayor claims that",
    "Mayor Tansley said last week that",
    "The Port Ellery Courier reported that",
    "My father once said that",
    "They want you to believe that",
    "You have people out there who say",
    "In my opponent’s view,",
    "The allegation that",
  ])("%s", (lead) => {
    expect(warned(lead)).toEqual(["secondhand"]);
  });

  test.each(["I said then that", "I told the council that", "We know that", "And let me tell you that"])(
    "%s: nobody else's",
    (lead) => {
      expect(warned(lead)).toEqual([]);
    },
  );
});

describe("what a lead-in only supposes is no statement", () => {
  test.each(["I wish that", "I used to think that", "The question is whether", "I was asked whether"])(
    "%s",
    (lead) => {
      expect(warned(lead)).toEqual(["hypothetical"]);
    },
  );
});

describe("what follows", () => {
  test.each([
    [" . No, they did not.", ["negated"]],
    [". That’s just not true.", ["negated"]],
    [", right?", []],
    [", didn’t they?", []],
    [", and they bought a new one.", []],
  ] as const)("%s", (after, expected) => {
    expect(warned("And so", after)).toEqual(expected);
  });

  test("“that’s not true” behind a denial is of what was denied", () => {
    const text =
      "And there is no evidence that the harbour workers sold the old ferry. That is simply not true. So be it.";
    const library = openLibrary(buildLibrary([sourceWith("speech", text, { kind: "speech" })], dictionary));
    const answer = ask(library, "There is no evidence that the harbour workers sold the old ferry");
    expect(answer.verdict).toBe("accurate");
  });
});
