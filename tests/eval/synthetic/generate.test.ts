import { expect, test } from "vitest";
import { sourceWith } from "../../sources.ts";
import { FAMILIES } from "./families.ts";
import { generateEdits, type SyntheticEdit } from "./generate.ts";

/** A council that never sat, with a place for most edits. */
const TEXT = `ADA MARLOWE: We do not have the money to repair the old pier before winter. Well, the harbour took 33,000 dollars in fees since 2009, and that is not enough. I can tell all of you that the ferry will sail on Monday.

TOMAS REYLE: The council can't close the fish market without a vote of the members. They have always supported the workers of this town, and you know it. More than twelve percent of our boats came from Canada last year. (Applause.)

ADA MARLOWE: It's clear that we should raise the wages of every worker on the quay. You know, nobody in this room wants the lighthouse to go dark in December. The pilots — the pilots told us that they were never asked about the new schedule. The storm cost the town $4 million in three days and 15 percent of its trees.

TOMAS REYLE: I don't believe that the governor of Ohio has seen our defense of the labor program. We will organize a meeting in Canada or in Mexico within six weeks of the vote. Some people say that the pier is unsafe, but my brother works there on Sunday. We — we must remember that the harbour belongs to all of us and to nobody else. The board will not pay for a second ferry this year. There is no evidence that the crane fell in the storm.
`;
const SOURCES = [sourceWith("council", TEXT, { kind: "transcript" })];
const ALL = generateEdits(SOURCES, { count: 10_000, seed: 1 });

test("the same seed gives the same edits, another seed others", () => {
  const again = generateEdits(SOURCES, { count: 10_000, seed: 1 });
  const other = generateEdits(SOURCES, { count: 10_000, seed: 2 });
  expect(again).toEqual(ALL);
  expect(other.map(({ edited }) => edited)).not.toEqual(ALL.map(({ edited }) => edited));
});

test("no more edits are made than were asked for, the families taking turns", () => {
  const few = generateEdits(SOURCES, { count: 20, seed: 1 });
  expect(few).toHaveLength(20);
  expect(new Set(few.map(({ edit }) => edit)).size).toBe(20);
});

test("every edit differs from its sentence, which stands in the source without its label", () => {
  expect(new Set(ALL.map(({ edit }) => edit)).size).toBeGreaterThan(45);
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  for (const { sentence, edited, span } of ALL) {
    expect(edited).not.toBe(sentence);
    expect(TEXT.slice(span.start, span.end)).toBe(sentence);
    expect(sentence).not.toMatch(/MARLOWE|REYLE|Applause/);
  }
});

test("material edits say which kinds tell them, harmless ones none", () => {
  for (const { expect: expected } of ALL) expect(expected.kinds.length > 0).toBe(expected.material);
});

const NEGATION = /n['’]t\b|\b(?:not|never|no|nobody|cannot|without)\b/gi;
const count = (text: string): number => text.match(NEGATION)?.length ?? 0;

test("a dropped negation takes exactly one away, an added one puts exactly one in", () => {
  const of = (...names: string[]): SyntheticEdit[] => ALL.filter(({ edit }) => names.includes(edit));
  const dropped = of("negation_dropped", "negated_modal_dropped", "no_dropped");
  const added = of("negation_added", "negated_modal_added");
  expect(dropped.length).toBeGreaterThan(2);
  expect(added.length).toBeGreaterThan(1);
  for (const { sentence, edited } of dropped) expect(count(edited)).toBe(count(sentence) - 1);
  for (const { sentence, edited } of added) expect(count(edited)).toBe(count(sentence) + 1);
});

test("a sentence said twice, or only half a sentence, is not edited", () => {
  const twice = "The tide was higher than any of us had ever seen it.";
  const half = "And then the whole crew of the ferry was --";
  const sources = [sourceWith("a", `${twice}\n\n${half}\n`), sourceWith("b", `${twice}\n`)];
  expect(generateEdits(sources, { count: 100, seed: 1 })).toEqual([]);
});

/** One edit of one sentence, by the family's name; every name is known and every word is one. */
function edit(name: string, sentence: string): string | null {
  const family = FAMILIES.find((each) => each.name === name);
  if (!family) throw new RangeError(`no family ${name}`);
  return family.edit(sentence, () => 0.3, { isKnown: () => true, isWord: () => false });
}

test.each([
  ["digits_to_words", "It cost 33,000 in all.", "It cost thirty-three thousand in all."],
  ["digits_to_words", "He is 47 now.", "He is forty-seven now."],
  ["words_to_digits", "There were five boats.", "There were 5 boats."],
  ["words_to_digits", "There were twenty-one boats.", "There were 21 boats."],
  ["percent_sign", "About 10 percent of it.", "About 10% of it."],
  ["money_dress", "They spent $3 million on it.", "They spent 3 million dollars on it."],
  ["money_dress", "They spent 3 million dollars on it.", "They spent $3 million on it."],
  ["scale_written_out", "Some 1.5 billion people.", "Some 1,500,000,000 people."],
  ["scale_shortened", "It made $1.5 billion.", "It made $1.5bn."],
  ["thousands_separator", "All 7,000 of them.", "All 7000 of them."],
  ["ordinal_dress", "The 19th time.", "The nineteenth time."],
])("%s keeps the value: %s", (name, sentence, expected) => {
  expect(edit(name, sentence)).toBe(expected);
});

test.each([
  ["negation_dropped", "They didn't come home.", "They did come home."],
  ["negated_modal_dropped", "You can't take it away.", "You can take it away."],
  ["negation_turned", "Nobody knows the way.", "Everybody knows the way."],
  ["number_scale", "It cost $3 million a year.", "It cost $3 billion a year."],
  ["contraction_expanded", "We'll see them there.", "We will see them there."],
  ["british_or_american", "The color of it.", "The colour of it."],
  ["filler_opening_dropped", "Well, we saw it.", "We saw it."],
  ["repeat_dropped", "In the -- the end we won.", "In the end we won."],
  ["ellipsis_for_filler", "It was, you know, late.", "It was … late."],
])("%s: %s", (name, sentence, expected) => {
  expect(edit(name, sentence)).toBe(expected);
});

test.each([
  ["number_word", "No one of the two knew."],
  ["number_count", "It was on 9/11, at 10 o'clock."],
  ["modal", "The will of the people counts."],
  ["month", "We may march again."],
  ["comma_dropped", "We sell apples, pears and plums."],
  ["filler_opening_dropped", "Well done to the crew."],
  ["negation_dropped", "We don't have any boats yet."],
  ["words_to_digits", "One of them or two of us."],
])("%s finds no place in: %s", (name, sentence) => {
  expect(edit(name, sentence)).toBeNull();
});
