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

  test.each([
    ["[00:12:03] ADA MARLOWE: One.", "Ada Marlowe: One."],
    ["00:12:03 ADA MARLOWE: One.", "Ada Marlowe: One."],
    ["00:12:03 - ADA MARLOWE: One.", "Ada Marlowe: One."],
    ["(00:12) Ada: One.", "Ada: One."],
    ["ADA MARLOWE [00:12:03]: One.", "Ada Marlowe: One."],
    ["Ada Marlowe (00:12):\nOne.", "Ada Marlowe: One."],
    ["Ada Marlowe: (00:12)\nOne.", "Ada Marlowe: One."],
    ["**ADA MARLOWE:** One.", "Ada Marlowe: One."],
    ["**ADA MARLOWE**: One.", "Ada Marlowe: One."],
    [">> ADA MARLOWE: One.", "Ada Marlowe: One."],
    ["ADA MARLOWE (via video): One.", "Ada Marlowe: One."],
    ["ADA MARLOWE (via video), HARBOUR MASTER: One.", "Ada Marlowe, Harbour Master: One."],
    ["SEN. ADA MARLOWE (D-OH): One.", "Ada Marlowe, Sen: One."],
    ["SEN. ADA MARLOWE, D-OH: One.", "Ada Marlowe, Sen: One."],
    ["MARLOWE (R-TX): One.", "Marlowe: One."],
    ["MR. TOMAS REYLE, JR.: One.", "Tomas Reyle, Jr., Mr: One."],
    ["THE PRESIDENT: One.", "The President: One."],
    ["THE COURT: One.", "The Court: One."],
    ["SPEAKER 1: One.", "Speaker 1: One."],
    ["FORMER MAYOR ADA MARLOWE: One.", "Ada Marlowe, Former Mayor: One."],
  ])("the label of %j names who speaks, and no more", (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    ["ADA MARLOWE (through translator): One.", "Ada Marlowe: One."],
    ["ADA MARLOWE: (through translator) One.", "Ada Marlowe: One."],
    ["MARLOWE [through an interpreter]: One.", "Marlowe: One."],
    ["Ada Marlowe (via interpreter) [00:12:03]: One.", "Ada Marlowe: One."],
    ["ADA MARLOWE, PILOT: (Through interpreter.) One.", "Ada Marlowe, Pilot: One."],
  ])("the label of %j says that a translator speaks", (text, expected) => {
    expect(told(text)).toEqual([expected]);
    expect(speakerTurns(text)[0]?.translated).toBe(true);
  });

  test("a turn without the note is not translated, nor one that speaks of a translator", () => {
    const turns = speakerTurns("ADA MARLOWE (through translator): One.\nMARLOWE: The translator left.");
    expect(turns.map(({ translated }) => translated)).toEqual([true, false]);
  });

  test("a stage direction is a turn's, and opens none", () => {
    expect(told("ADA MARLOWE: [Applause]\n(LAUGHTER)\nREYLE: One.")).toEqual([
      "Ada Marlowe: [Applause]\n(LAUGHTER)",
      "Reyle: One.",
    ]);
  });

  test("“Mr” and “Ms” of one surname are two people", () => {
    const turns = speakerTurns("MR. REYLE: One.\nMS. REYLE: Two.\nMR. REYLE: Three.\nREYLE: Four.");
    expect(turns.map(({ role, certain }) => [role, certain])).toEqual([
      ["Mr", true],
      ["Ms", true],
      ["Mr", true],
      [null, false],
    ]);
  });

  test("a courtesy and a surname of several words lead back to the full name", () => {
    expect(
      told("TOMAS VAN DER REYLE, JR., PILOT: One.\nVAN DER REYLE: Two.\nMR. VAN DER REYLE: Three."),
    ).toEqual([
      "Tomas Van Der Reyle, Jr., Pilot: One.",
      "Tomas Van Der Reyle, Jr., Pilot: Two.",
      "Tomas Van Der Reyle, Jr., Pilot: Three.",
    ]);
  });
});

describe("questions and answers", () => {
  test.each([
    ["Q. How deep?\nA. Six metres."],
    ["Q: How deep?\nA: Six metres."],
    ["   12   Q.  How deep?\n   13   A.  Six metres."],
    ["Q\tHow deep?\nA\tSix metres."],
  ])("%j has two turns of nobody in particular", (text) => {
    expect(told(text)).toEqual(["Q: How deep?", "A: Six metres."]);
  });

  test("a press office's Q has a space behind it, and whoever answers a label", () => {
    expect(told("Q Thank you, Mayor. How deep?\nMAYOR MARLOWE: Six metres.")).toEqual([
      "Q: Thank you, Mayor. How deep?",
      "Marlowe, Mayor: Six metres.",
    ]);
  });

  test("an initial and an article open no answer", () => {
    expect(told("ADA: One.\nA. Reyle was there.\nA boat came.")).toEqual([
      "Ada: One.\nA. Reyle was there.\nA boat came.",
    ]);
  });

  test("they are led back to whoever the record says examines and was sworn", () => {
    const text = [
      "MS. INGRID VANCE: We call the pilot.",
      "TOMAS REYLE, called as a witness, having been first duly sworn, testified as follows:",
      "DIRECT EXAMINATION",
      "BY MS. VANCE:",
      "Q. How deep is it?",
      "A. Six metres.",
      "THE COURT: Louder, please.",
      "THE WITNESS: Six metres.",
      "CROSS-EXAMINATION BY MR. PATHAK:",
      "Q. By whose chart?",
      "A. Mine.",
      "Q. (BY MS. VANCE) Again?",
    ].join("\n");
    expect(told(text)).toEqual([
      "Ingrid Vance, Ms: We call the pilot.",
      "Ingrid Vance, Ms: How deep is it?",
      "Tomas Reyle, Witness: Six metres.",
      "The Court: Louder, please.",
      "Tomas Reyle, Witness: Six metres.",
      "Pathak, Mr: By whose chart?",
      "Tomas Reyle, Witness: Mine.",
      "Ingrid Vance, Ms: Again?",
    ]);
  });
});
