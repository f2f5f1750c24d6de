import { expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import { warmUp } from "../../src/core/warm-up.ts";
import { question } from "../golden/invariants.ts";
import { HARBOUR, SPEECH } from "../sources.ts";
import { libraryOf, SEED_ARTICLE } from "./support.ts";

test("a library that was asked before answers the same", () => {
  const asked = [question("The harbour is open to nobody"), question(SEED_ARTICLE.text.slice(100, 300))];
  const cold = libraryOf(SEED_ARTICLE, HARBOUR, SPEECH);
  const answers = asked.map((one) => check(one, cold));
  const warm = libraryOf(SEED_ARTICLE, HARBOUR, SPEECH);
  expect(warmUp(warm)).toBeGreaterThan(0);
  expect(asked.map((one) => check(one, warm))).toEqual(answers);
});

test("a library with nothing to ask of is asked nothing", () => {
  expect(warmUp(libraryOf())).toBe(0);
});
