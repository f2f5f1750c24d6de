import { describe, expect, test } from "vitest";
import {
  ATTRIBUTIONS,
  CHANGE_KINDS,
  CLAIM_VERDICTS,
  QUOTE_VERDICTS,
  SEVERITIES,
  WARNING_KINDS,
  WORDINGS,
} from "../../src/core/answer.ts";
import { type Expected, readCases } from "./case.ts";

const cases = readCases("tests/golden/cases");
const quotes = cases.filter(({ asked }) => asked.form === "quote").map(({ expect: expected }) => expected);
const claims = cases.filter(({ asked }) => asked.form === "claim").map(({ expect: expected }) => expected);

/** Entries that no case can show, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

function missing(list: string, entries: readonly string[], shown: (expected: Expected) => readonly string[]) {
  const had = new Set(quotes.flatMap(shown));
  return entries.filter((entry) => !had.has(entry) && !(`${list} ${entry}` in EXCEPTIONS));
}

const one = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

describe("every entry of a closed list has a golden case", () => {
  test("verdicts on quotes", () => {
    expect(missing("verdict", QUOTE_VERDICTS, ({ verdict }) => [verdict])).toEqual([]);
  });
  test("verdicts on claims", () => {
    const had = new Set<string>(claims.map(({ verdict }) => verdict));
    expect(CLAIM_VERDICTS.filter((verdict) => !had.has(verdict))).toEqual([]);
  });
  test("severities", () => {
    expect(missing("severity", SEVERITIES, ({ severity }) => one(severity))).toEqual([]);
  });
  test("wordings", () => {
    expect(missing("wording", WORDINGS, ({ wording }) => one(wording))).toEqual([]);
  });
  test("attributions", () => {
    expect(missing("attribution", ATTRIBUTIONS, ({ attribution }) => one(attribution))).toEqual([]);
  });
  test("kinds of change", () => {
    const kinds = ({ changes = [] }: Expected) => changes.map(({ kind }) => kind);
    expect(missing("change", CHANGE_KINDS, kinds)).toEqual([]);
  });
  test("kinds of warning", () => {
    expect(missing("warning", WARNING_KINDS, ({ warnings = [] }) => warnings)).toEqual([]);
  });
  test("an exception is still one", () => {
    const shown = new Set(
      quotes.flatMap(({ wording }) => one(wording)).map((wording) => `wording ${wording}`),
    );
    expect(Object.keys(EXCEPTIONS).filter((entry) => shown.has(entry))).toEqual([]);
  });
});
