import { describe, expect, test } from "vitest";
import { check } from "../../../src/core/check.ts";
import { question } from "../../golden/invariants.ts";
import { sourceWith } from "../../sources.ts";
import { libraryOf } from "../support.ts";

const SENTENCE = "We will rebuild the northern breakwater before the herring return to the bay";
const article = (id: string) =>
  sourceWith(id, `Robert Stone said: “${SENTENCE}.” Nobody else was there on day ${id}.`);
const record = (id: string) =>
  sourceWith(id, `JANE DOE: Good evening. ${SENTENCE}. Thank you all.`, { kind: "transcript" });

describe.each([5, 6, 12, 40])("with %i articles that give the words to somebody else", (count) => {
  const articles = Array.from({ length: count }, (_, index) => article(`m${`${index}`.padStart(2, "0")}`));

  test.each(["aa-record", "zz-record"])("the record %s is not crowded out", (id) => {
    const library = libraryOf(...articles, record(id));
    const said = check(question(`${SENTENCE}.`, { speaker: "Jane Doe" }), library);
    expect(said.verdict).toBe("accurate");
    expect(said.matches[0]).toMatchObject({ attribution: "confirmed", source: { id } });
    const claimed = check(question(`${SENTENCE}.`, { speaker: "Robert Stone" }), library);
    expect(claimed.verdict).toBe("missing_context");
    expect(claimed.summary).toContain("Jane Doe");
  });
});

test("words that are said twice in one breath stand in two places", () => {
  const library = libraryOf(
    sourceWith("debate", `JANE DOE: ${SENTENCE}. I say it again: ${SENTENCE}. Thank you.`, {
      kind: "transcript",
    }),
  );
  const { matches } = check(question(`${SENTENCE}.`), library);
  expect(matches.map(({ wording }) => wording)).toEqual(["verbatim", "verbatim"]);
  expect(matches[0]?.context.warnings.map(({ kind }) => kind)).toContain("repeated");
});
