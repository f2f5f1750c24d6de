import { describe, expect, test } from "vitest";
import { speakerTurns } from "../../../src/core/reading/turns.ts";

const told = (text: string): string[] =>
  speakerTurns(text).map(({ name, role, start, end }) => {
    return `${name}${role ? `, ${role}` : ""}: ${text.slice(start, end).trim()}`;
  });

describe("who has the turn", () => {
  test("a name in capitals at the start of a line speaks up to the next one", () => {
    expect(told("MARTIN OKAFOR: One.\nStill his.\n\nDEV PATHAK: Two.")).toEqual([
      "Martin Okafor: One.\nStill his.",
      "Dev Pathak: Two.",
    ]);
  });

  test("a title before the name, or a role after it, is the role", () => {
    expect(told("MAYOR ROSALIND ACHTERBERG: One.\nINGRID SOLHEIM, HARBOUR MASTER: Two.")).toEqual([
      "Rosalind Achterberg, Mayor: One.",
      "Ingrid Solheim, Harbour Master: Two.",
    ]);
  });

  test("a later surname leads back to the full name and its role", () => {
    expect(told("MAYOR ROSALIND ACHTERBERG: One.\nACHTERBERG: Two.")[1]).toBe(
      "Rosalind Achterberg, Mayor: Two.",
    );
  });

  test("a role tells two of one surname apart", () => {
    const turns = speakerTurns(
      "MARTIN OKAFOR, RESIDENT: One.\nCOUNCILLOR GRACE OKAFOR: Two.\nCOUNCILLOR OKAFOR: Three.",
    );
    expect(turns[2]).toMatchObject({ name: "Grace Okafor", role: "Councillor", certain: true });
  });

  test("a bare surname that two share is not certain", () => {
    const turns = speakerTurns(
      "MARTIN OKAFOR, RESIDENT: One.\nCOUNCILLOR GRACE OKAFOR: Two.\nOKAFOR: Three.",
    );
    expect(turns[2]?.certain).toBe(false);
  });

  test("a name in normal letters and a time before it are read", () => {
    expect(told("[00:12] Ada Marlowe: One.\n00:15:02 Tomas Reyle: Two.")).toEqual([
      "Ada Marlowe: One.",
      "Tomas Reyle: Two.",
    ]);
  });

  test("the label's place leads back to the label", () => {
    const text = "Opening.\n\nINGRID SOLHEIM, HARBOUR MASTER: At low water.";
    const [turn] = speakerTurns(text);
    expect(text.slice(turn?.label.start, turn?.label.end)).toBe("INGRID SOLHEIM, HARBOUR MASTER:");
  });

  test.each([
    ["a sentence with a colon", "ADA: One thing matters to all of us here tonight: the bar is shallow."],
    ["a time of day", "ADA: We met.\nat 6:30 we left"],
    ["a note", "ADA: We met.\nNote: the figures were corrected."],
  ])("%s opens no turn of its own", (_, text) => {
    expect(speakerTurns(text)).toHaveLength(1);
  });

  test("a text without labels has no turns", () => {
    expect(speakerTurns("Nobody is named here.")).toEqual([]);
    expect(speakerTurns("")).toEqual([]);
  });
});
