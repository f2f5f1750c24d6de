import { describe, expect, test } from "vitest";
import { alignedPlaces } from "../../../src/core/finding/candidates.ts";
import type { Within } from "../../../src/core/question.ts";
import { words } from "../../../src/core/text/words.ts";
import { HARBOUR, SPEECH, sourceWith } from "../../sources.ts";
import { ask, libraryOf, SEED_ARTICLE } from "../support.ts";

const filler = Array.from({ length: 40 }, (_, index) =>
  sourceWith(
    `filler-${index}`,
    `Number ${index}: the people of the town spoke of the war and of peace. `.repeat(20),
  ),
);
const library = libraryOf(SEED_ARTICLE, HARBOUR, SPEECH, ...filler);

/** The text of the best place for these words. */
function best(text: string): string {
  const [place] = alignedPlaces(
    library,
    words(text).map(({ key }) => key),
    null,
  );
  return place ? library.window(place.source, place.from, place.to).text : "";
}

const WANTED = "withdraw its troops from the entire internationally recognized territory of Ukraine";

describe("a passage is found under noise", () => {
  test.each([
    ["as it stands", WANTED],
    [
      "with slips of the keyboard",
      "withdarw its trops from the entire internationaly recognzed teritory of Ukraine",
    ],
    ["with words missing", "withdraw troops from entire recognized territory Ukraine"],
    [
      "with words added",
      `withdraw now all of its troops and tanks from the entire internationally recognized land and territory of Ukraine`,
    ],
    ["between other words", `Yesterday they said once more: ${WANTED}, and nobody listened to them at all`],
  ])("%s", (_, text) => {
    expect(best(text)).toContain(WANTED);
  });

  test("characters of a script without spaces are found in order", () => {
    expect(best("明日の朝に港へ戻る")).toContain("漁師たちは明日の朝に港へ戻る");
  });

  test("words that stand nowhere have no place", () => {
    expect(alignedPlaces(library, ["zzzzqqqq", "xxxxwwww"], null)).toEqual([]);
    expect(alignedPlaces(library, [], null)).toEqual([]);
  });

  test("a source that may not be searched has none", () => {
    const keys = words(WANTED).map(({ key }) => key);
    const seed = library.sources.findIndex(({ id }) => id === SEED_ARTICLE.id);
    for (const place of alignedPlaces(library, keys, (source) => source !== seed))
      expect(place.source).not.toBe(seed);
  });
});

describe("within", () => {
  const line = "The lanterns of the northern pier were lit again on the eve of the fair.";
  const shelf = libraryOf(
    sourceWith("first", line, { publisher: "The Quay", date: "2024-03-01" }),
    sourceWith("second", line, {
      publisher: "The Pier",
      date: "2024-06-01",
      kind: "speech",
      speaker: "Tomas Reyle",
    }),
    sourceWith("third", line),
  );
  const none: Within = { ids: null, speaker: null, publisher: null, after: null, before: null };
  const found = (within: Partial<Within>): string[] =>
    ask(shelf, line, { within: { ...none, ...within }, limit: 10 })
      .matches.map(({ source }) => source.id)
      .sort();

  test("nothing named is the whole corpus", () => {
    expect(found({})).toEqual(["first", "second", "third"]);
  });

  test.each<[string, Partial<Within>, string[]]>([
    ["ids", { ids: ["first", "third"] }, ["first", "third"]],
    ["an id that is not there", { ids: ["fourth"] }, []],
    ["no ids at all", { ids: [] }, []],
    ["a speaker", { speaker: "Tomas Reyle" }, ["second"]],
    ["a speaker under another form of the name", { speaker: "Reyle" }, ["second"]],
    ["a speaker of no source", { speaker: "Ada Marlowe" }, []],
    ["a publisher", { publisher: "the quay" }, ["first"]],
    ["a day, that day included", { after: "2024-06-01" }, ["second"]],
    ["a last day, that day included", { before: "2024-03-01" }, ["first"]],
    ["two days", { after: "2024-03-02", before: "2024-05-31" }, []],
    ["all that is named", { ids: ["first", "second"], publisher: "The Pier" }, ["second"]],
  ])("%s", (_, within, ids) => {
    expect(found(within)).toEqual(ids);
  });

  test("a source without a date is in no range of dates", () => {
    expect(found({ after: "1900-01-01", before: "2100-01-01" })).toEqual(["first", "second"]);
  });

  test("an answer that found nothing says that only a part was searched", () => {
    const answer = ask(shelf, line, { within: { ...none, ids: ["fourth"] } });
    expect(answer.verdict).toBe("not_found");
    expect(answer.summary).toContain("part of this corpus");
  });
});
