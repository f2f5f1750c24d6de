import { expect, test } from "vitest";
import { KINDS, noisyQuestions } from "./noisy-questions.ts";

const SUBJECTS = ["farmers", "teachers", "senators", "engineers", "fishermen"];
const OBJECTS = ["harbors", "railways", "churches", "factories", "libraries", "theaters"];
const REASONS = ["because winters were longer", "although nobody asked them", "when prices doubled again"];

/** Sentences of which no two are the same. */
const TEXT = SUBJECTS.flatMap((subject) =>
  OBJECTS.flatMap((object) =>
    REASONS.map(
      (reason) =>
        `The ${subject} of this county did not build seven new ${object}, and they said that they were tired ${reason}.`,
    ),
  ),
).join(" ");
const SOURCES = [
  { id: "one", text: TEXT },
  { id: "two", text: `MAYOR WEST: ${TEXT}` },
];

test("there are as many questions of each kind as were asked for", () => {
  const questions = noisyQuestions(SOURCES, { each: 3, seed: 1 });
  for (const kind of KINDS)
    expect(
      questions.filter((one) => one.kind === kind),
      kind,
    ).toHaveLength(3);
});

test("the gold places hold the words that were taken", () => {
  const texts = new Map(SOURCES.map(({ id, text }) => [id, text]));
  for (const { kind, text, gold } of noisyQuestions(SOURCES, { each: 20, seed: 2 })) {
    const said = gold.map(({ source, start, end }) => texts.get(source)?.slice(start, end));
    if (kind === "exact" || kind === "clipped" || kind === "short") expect(said).toEqual([text]);
    if (kind === "spliced") expect(said.join(" ")).toBe(text);
    expect(said.join(" ")).not.toContain("MAYOR");
  }
});

test("another seed asks other questions, the same seed the same", () => {
  const asked = (seed: number) => noisyQuestions(SOURCES, { each: 2, seed }).map(({ text }) => text);
  expect(asked(1)).toEqual(asked(1));
  expect(asked(1)).not.toEqual(asked(2));
});

test("sources without a sentence worth asking are refused", () => {
  expect(() => noisyQuestions([{ id: "one", text: "No." }], { each: 1, seed: 1 })).toThrow(RangeError);
});
