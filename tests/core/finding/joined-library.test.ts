import { describe, expect, test } from "vitest";
import { englishDictionary } from "../../../src/cli/dictionary.ts";
import { readSources } from "../../../src/cli/read-sources.ts";
import type { Answer } from "../../../src/core/answer.ts";
import { check } from "../../../src/core/check.ts";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { joinLibraries } from "../../../src/core/finding/joined-library.ts";
import { type Library, openLibrary } from "../../../src/core/finding/library.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { readCases } from "../../golden/case.ts";
import { brokenInvariants, question } from "../../golden/invariants.ts";
import { library as whole } from "../../golden/library.ts";
import { sourceWith } from "../../sources.ts";
import { libraryOf } from "../support.ts";

const NOTHING = {
  replaced: new Set<string>(),
  corrections: null,
  counts: new Map<string, number>(),
  withdrawn: new Set<string>(),
};

/** The first of these sources in a library with the dictionary, each other one joined to it by itself. */
function splitUp(sources: readonly SourceInput[], first: (index: number) => boolean): Library {
  const base = openLibrary(
    buildLibrary(
      sources.filter((_, index) => first(index)),
      englishDictionary(),
    ),
  );
  const added = sources.filter((_, index) => !first(index)).map((source) => libraryOf(source));
  const corrections = new Map(
    sources.flatMap(({ id, corrects }) => (corrects === null ? [] : [[corrects, id] as const])),
  );
  return joinLibraries(base, { ...NOTHING, summary: whole.summary, added, corrections });
}

/** The answer with passages that are merely worth reading in order of id: which of two equal ones comes first is the library's order. */
function settled(answer: Answer): Answer {
  const passages = answer.matches.filter(({ wording }) => wording === "paraphrase");
  const found = answer.matches.filter((match) => !passages.includes(match));
  return { ...answer, matches: [...found, ...passages.sort((a, b) => (a.source.id < b.source.id ? -1 : 1))] };
}

const sources = await readSources("data/sources");
const cases = readCases("tests/golden/cases");
const wholeAnswers = cases.map(({ asked }) => check(asked, whole));

describe.each([
  ["every other source joined", (index: number) => index % 2 === 0],
  ["the others joined", (index: number) => index % 2 === 1],
  ["all but one joined", (index: number) => index === 0],
])("with %s the answers are those of one library", (_, first) => {
  const joined = splitUp(sources, first);
  const answers = cases.map(({ asked }) => check(asked, joined));

  test("in verdict, wording, changes, speaker and warnings", () => {
    expect(cases.length).toBeGreaterThan(100);
    for (const [index, { name }] of cases.entries()) {
      const [answer, expected] = [answers[index] as Answer, wholeAnswers[index] as Answer];
      expect({ name, ...settled(answer) }).toEqual({ name, ...settled(expected) });
    }
  });

  test("with offsets that lead back", () => {
    for (const [index, { name, asked }] of cases.entries()) {
      const broken = brokenInvariants(asked, answers[index] as Answer, joined);
      expect({ name, broken }).toEqual({ name, broken: [] });
    }
  });
});

const OLD = sourceWith("minutes", "The mayor said the ferry would sail again on the ninth of October.");
const NEW = sourceWith("minutes", "The mayor said the ferry would never sail again after October.");

describe("a source whose place another has taken", () => {
  const joined = joinLibraries(libraryOf(OLD), {
    ...NOTHING,
    summary: { revision: "r", sources: 1, words: 12, complete: true },
    added: [libraryOf(NEW)],
    replaced: new Set(["minutes"]),
  });

  test("is found no more, and the new one is", () => {
    const old = check(question("the ferry would sail again on the ninth of October"), joined);
    expect(old.matches.map(({ source }) => source.revision)).not.toContain(
      libraryOf(OLD).sources[0]?.revision,
    );
    const now = check(question("the ferry would never sail again after October"), joined);
    expect(now.verdict).toBe("accurate");
    expect(now.matches).toHaveLength(1);
  });

  test("is not found where the search is narrowed to its id", () => {
    const within = { ids: ["minutes"], speaker: null, publisher: null, after: null, before: null };
    const answer = check(question("would sail again on the ninth of October", { within }), joined);
    expect(answer.verdict).not.toBe("accurate");
  });
});

test("words spliced from two libraries are told as spliced", () => {
  const one = sourceWith(
    "one",
    "We shall rebuild the northern breakwater before the herring return to the bay.",
  );
  const two = sourceWith(
    "two",
    "Nobody in this chamber has ever voted to sell the lifeboat station to strangers.",
  );
  const joined = joinLibraries(libraryOf(one), {
    ...NOTHING,
    summary: { revision: "r", sources: 2, words: 27, complete: true },
    added: [libraryOf(two)],
  });
  const answer = check(
    question(
      "We shall rebuild the northern breakwater before the herring return and nobody in this chamber has ever voted to sell the lifeboat station",
    ),
    joined,
  );
  expect(answer.matches[0]?.wording).toBe("spliced");
});

test("a corpus of which a part is out of reach does not say that words are not in it", () => {
  const joined = joinLibraries(libraryOf(OLD), {
    ...NOTHING,
    summary: { revision: "r", sources: 1, words: 12, complete: false },
    added: [],
  });
  const absent = question("Seventeen lanterns were lowered into the quarry by the beekeepers of Harrow");
  expect(check(absent, libraryOf(OLD)).verdict).toBe("not_found");
  const answer = check(absent, joined);
  expect(answer.verdict).toBe("cannot_check");
  expect(answer.summary).toContain("cannot be reached");
  expect(check(question("the ferry would sail again on the ninth of October"), joined).verdict).toBe(
    "accurate",
  );
});

test("a question narrowed to withdrawn sources cannot be checked, and says why", () => {
  const within = { ids: ["gone"], speaker: null, publisher: null, after: null, before: null };
  const joined = joinLibraries(libraryOf(OLD), {
    ...NOTHING,
    summary: { revision: "r", sources: 1, words: 12, complete: true },
    added: [],
    withdrawn: new Set(["gone"]),
  });
  const answer = check(question("the ferry would sail again on the ninth of October", { within }), joined);
  expect(answer.verdict).toBe("cannot_check");
  expect(answer.summary).toContain("withdrawn");
});
