import { describe, expect, test } from "vitest";
import { check } from "../../src/core/check.ts";
import { differences, readCases } from "./case.ts";
import { brokenInvariants } from "./invariants.ts";
import { library } from "./library.ts";

const cases = readCases("tests/golden/cases").map((one) => ({ ...one, answer: check(one.asked, library) }));

/** The case, told so that a failure can be read without opening the file. */
function told(name: string, why: string, text: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${name}: “${text}”\n  why: ${why}\n${lines.join("\n")}`;
}

describe("what an editor would say", () => {
  test.each(cases)("$name", ({ name, why, asked, answer, expect: expected }) => {
    expect(told(name, why, asked.text, differences(expected, answer))).toBe("");
  });
});

describe("offsets lead back, kinds are listed, the same question gives the same bytes", () => {
  test.each(cases)("$name", ({ name, why, asked, answer }) => {
    const problems = brokenInvariants(asked, answer, library);
    const lines = problems.map((problem) => `  ${problem}`);
    expect(told(name, why, asked.text, lines)).toBe("");
  });
});
