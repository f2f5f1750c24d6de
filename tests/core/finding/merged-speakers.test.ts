import { describe, expect, test } from "vitest";
import { mergedSpeakers } from "../../../src/core/finding/merged-speakers.ts";
import type { RankedSpeaker } from "../../../src/core/finding/speakers.ts";
import { speakerId } from "../../../src/core/reading/speaker-id.ts";

/** Speakers by name, the most quoted first. */
function speakers(names: string): RankedSpeaker[] {
  return names
    .split(", ")
    .map((name, index) => ({ id: speakerId(name, "person") ?? "", quotations: 100 - index }));
}

/** The ids of each speaker of whom there are several. */
function joins(names: string): string[] {
  const given = speakers(names);
  const merged = mergedSpeakers(given);
  return [...new Set(given.map(({ id }) => merged.idsOf(id)).filter((ids) => ids.length > 1))].map((ids) =>
    ids.join(" "),
  );
}

describe("one person", () => {
  test.each([
    ["a short first name and a surname", "Joe Biden, Joseph Biden, Biden", "joe-biden joseph-biden biden"],
    ["an initial and a suffix", "Joe Biden, Joseph R. Biden Jr.", "joe-biden joseph-r-biden-jr"],
    ["the surname most quoted", "Biden, Joe Biden", "joe-biden biden"],
    [
      "a transliteration",
      "Volodymyr Zelenskyy, Zelensky, Vladimir Zelenskiy",
      "volodymyr-zelenskyy vladimir-zelenskiy zelensky",
    ],
    [
      "a table's spelling",
      "Muammar Gaddafi, Moammar Khadafy, Qaddafi",
      "muammar-gaddafi moammar-khadafy qaddafi",
    ],
    ["a letter without its stroke", "Søren Lund, Soren Lund", "søren-lund soren-lund"],
    ["initials", "J. K. Rowling, JK Rowling, Joanne Rowling", "joanne-rowling j-k-rowling jk-rowling"],
    ["the first of two family names", "Gabriel García Márquez, García", "gabriel-garcia-marquez garcia"],
    [
      "a name before the marriage",
      "Hillary Rodham Clinton, Hillary Clinton",
      "hillary-rodham-clinton hillary-clinton",
    ],
    ["the family first", "Xi Jinping, Xi, Jinping Xi", "xi-jinping jinping-xi xi"],
    ["a particle left out", "Ursula von der Leyen, Leyen", "ursula-von-der-leyen leyen"],
  ])("%s", (_, names, ids) => {
    expect(joins(names)).toEqual([ids]);
  });
});

describe("two people", () => {
  test.each([
    ["a sister", "Ada Marlowe, Bea Marlowe"],
    ["initials that differ", "George W. Bush, George H. W. Bush"],
    ["father and son", "Donald Trump, Donald Trump Jr."],
    ["a middle name in full", "John Adams, John Quincy Adams"],
    ["a slip that may be another family", "Bo Hanson, Bo Hansen"],
    ["a man and a woman", "Alexander Holt, Alexandra Holt"],
    ["a first name alone", "Ada, Ada Marlowe"],
    ["numbered voices", "First Soldier, Second Soldier, Soldier"],
    ["places of one office", "Duke of York, Duke of Kent"],
    ["two in one label", "Both Reyle and Holt, Holt"],
  ])("%s", (_, names) => {
    expect(joins(names)).toEqual([]);
  });

  test("bodies are not joined", () => {
    const ids = ["BBC", "BBC News"].map((name) => speakerId(name, "organisation") ?? "");
    const merged = mergedSpeakers(ids.map((id) => ({ id, quotations: 1 })));
    expect(ids.map((id) => merged.idsOf(id))).toEqual(ids.map((id) => [id]));
  });
});

describe("whoever fits two", () => {
  test.each([
    ["Tom Jones, Sam Jones, Jones", "jones", ["sam-jones", "tom-jones"]],
    ["John Jones, Jane Jones, J. Jones", "j-jones", ["jane-jones", "john-jones"]],
    ["George W. Bush, George H. W. Bush, George Bush", "george-bush", ["george-h-w-bush", "george-w-bush"]],
  ])("of %s %s stays alone and tells whom it may mean", (names, id, mayBe) => {
    const merged = mergedSpeakers(speakers(names));
    expect(merged.idsOf(id)).toEqual([id]);
    expect(merged.mayBe(id)).toEqual(mayBe);
    for (const one of mayBe) expect(merged.mayBe(one)).toEqual([]);
  });

  test("is told by the speakers, not by each of their names", () => {
    const merged = mergedSpeakers(speakers("Joe Biden, Joseph Biden, Jill Biden, Biden"));
    expect(merged.mayBe("biden")).toEqual(["jill-biden", "joe-biden"]);
  });
});

test("who is one does not depend on the order in which speakers are given", () => {
  const given = speakers(
    "Biden, Joe Biden, Joseph R. Biden Jr., Tom Jones, Jones, Sam Jones, T. Jones, Zelensky, Volodymyr Zelenskyy",
  );
  const told = (list: readonly RankedSpeaker[]) => {
    const merged = mergedSpeakers(list);
    return given.map(({ id }) => [merged.idsOf(id), merged.mayBe(id)]);
  };
  expect(told([...given].reverse())).toEqual(told(given));
});

test("a speaker whom nothing is known of is alone", () => {
  expect(mergedSpeakers([]).idsOf("ada-marlowe")).toEqual(["ada-marlowe"]);
  expect(mergedSpeakers([]).mayBe("ada-marlowe")).toEqual([]);
});
