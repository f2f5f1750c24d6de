import { expect, test } from "vitest";
import { rankSpeakers } from "../../../src/core/finding/speakers.ts";
import { speakerId } from "../../../src/core/reading/speaker-id.ts";
import { SPEAKERS } from "../../../src/core/tuning.ts";

const PEOPLE = [
  "Joe Biden",
  "Jill Biden",
  "Volodymyr Zelenskyy",
  "Donald Trump",
  "Joan Rivers",
  "John Kerry",
  "Dennis Prager",
  "Ann Coulter",
  "Anna Netrebko",
  "José Díaz",
  "习近平",
].map((name, index) => ({ id: speakerId(name, "person") ?? "", quotations: 100 - index }));
const BODIES = ["Harbour Board", "School Board"].map((name) => ({
  id: speakerId(name, "organisation") ?? "",
  quotations: 500,
}));
const ranked = (query: string, limit = 10) => rankSpeakers(query, [...PEOPLE, ...BODIES], limit);

test.each<[string, string[]]>([
  ["zelensky", ["volodymyr-zelenskyy"]],
  ["Selenski", ["volodymyr-zelenskyy"]],
  ["Joe Bidn", ["joe-biden"]],
  ["bidne joe", ["joe-biden"]],
  ["biden", ["joe-biden", "jill-biden"]],
  ["President Biden", ["joe-biden", "jill-biden"]],
  ["Donald J. Trump", ["donald-trump"]],
  ["ann", ["ann-coulter", "anna-netrebko"]],
  ["jose diaz", ["jose-diaz"]],
  ["习近", ["习近平"]],
  ["the harbour board", ["harbour-board~organisation"]],
  ["board", ["harbour-board~organisation", "school-board~organisation"]],
  ["walrus", []],
  ["", []],
  ["% _ ' \"", []],
])("%j is the name of %j", (query, ids) => {
  expect(ranked(query)).toEqual(ids);
});

test("who has the word exactly comes before who has one like it, however often quoted", () => {
  expect(ranked("john")).toEqual(["john-kerry", "joan-rivers"]);
  expect(ranked("den")[0]).toBe("dennis-prager");
});

test("no more are given than are asked for", () => {
  expect(ranked("b", 1)).toHaveLength(1);
});

test("of more than are compared, those of whom a word begins alike are", () => {
  const crowd = Array.from({ length: SPEAKERS.rankedMax }, (_, index) => ({
    id: `voice-${index}`,
    quotations: 999,
  }));
  expect(rankSpeakers("Joe Bidn", [...PEOPLE, ...crowd], 3)).toEqual(["joe-biden"]);
});
