import { describe, expect, test } from "vitest";
import { compareNames, type NamedSpeaker } from "../../../src/core/reading/names.ts";

function person(name: string, role: string | null = null): NamedSpeaker {
  return { name, kind: "person", role, document: null };
}

function body(name: string, document: string | null = null): NamedSpeaker {
  return { name, kind: "organisation", role: null, document };
}

describe("one speaker under several names", () => {
  test.each([
    ["a spelling", "Zelensky", person("Volodymyr Zelenskyy")],
    ["another transliteration of both names", "Vladimir Zelenskiy", person("Volodymyr Zelensky")],
    ["a short first name", "Joe Biden", person("Joseph Biden")],
    ["a middle initial", "Joseph R. Biden Jr.", person("Joe Biden")],
    ["an initial", "R. Achterberg", person("Rosalind Achterberg")],
    ["a surname", "Okafor", person("Grace Okafor")],
    ["a title", "President Biden", person("Joe Biden")],
    ["a role", "the Mayor", person("Rosalind Achterberg", "Mayor")],
    ["a role of two words", "the harbour master", person("Ingrid Solheim", "Harbour Master")],
    ["a possessive", "Biden's", person("Joe Biden")],
    ["accents lost", "Helene Lagarde", person("Hélène Lagarde")],
    ["a slip of the keyboard", "Rosalind Achtenberg", person("Rosalind Achterberg")],
    ["a group by its number", "G7", body("G7 Nations")],
    ["a group in words", "the Group of Seven", body("G7 Nations")],
    ["a group with a hyphen", "G-7 leaders", body("G7 Nations")],
    ["a country for its ministry", "China", body("Chinese Foreign Ministry")],
    ["a ministry by its country", "China's Foreign Ministry", body("Chinese Foreign Ministry")],
    ["a capital for its government", "Beijing", body("Chinese Foreign Ministry")],
    ["a document for its issuer", "the Chinese plan", body("Chinese Foreign Ministry", "Chinese plan")],
    ["initials of a body", "WHO", body("World Health Organization")],
  ])("%s", (_, claimed, speaker) => {
    expect(compareNames(claimed, speaker, [])).toBe("same");
  });
});

describe("two speakers", () => {
  test.each([
    ["the same surname, another first name", "Martin Okafor", person("Grace Okafor", "Councillor")],
    ["the same first name, another surname", "Joe Manchin", person("Joe Biden")],
    ["another person altogether", "Vladimir Putin", person("Joe Biden")],
    ["another role", "the clerk", person("Rosalind Achterberg", "Mayor")],
    ["another country", "Russia", body("Chinese Foreign Ministry")],
    ["another ministry of another country", "Russian Foreign Ministry", body("Chinese Foreign Ministry")],
    ["a group of another number", "G20", body("G7 Nations")],
    ["a person and a body", "Joe Biden", body("G7 Nations")],
    ["a name within a longer word", "Bide", person("Joe Biden")],
  ])("%s", (_, claimed, speaker) => {
    expect(compareNames(claimed, speaker, [])).toBe("different");
  });
});

describe("a speaker whom the source does not name is nobody in particular", () => {
  test.each([
    "Unknown",
    "Unidentified Male",
    "Unidentified Speaker",
    "Unknown Speaker 2",
    "Audience Member",
    "Female Voice",
    "Crowd",
    "Q",
    "Questioner",
    "Several Members",
  ])("%s", (name) => {
    expect(compareNames("Ada Marlowe", person(name), [])).toBe("unsure");
  });

  test.each(["Una Known", "Crowder", "Reporter Bo Lind", "Quinn"])("but %s is somebody", (name) => {
    expect(compareNames("Ada Marlowe", person(name), [])).toBe("different");
  });
});

describe("names that fit and do not settle it", () => {
  const martin = person("Martin Okafor", "Resident");
  const grace = person("Grace Okafor", "Councillor");

  test("a surname that two of the source share is unsure", () => {
    expect(compareNames("Okafor", grace, [martin, grace])).toBe("unsure");
  });

  test("a title tells the two apart", () => {
    expect(compareNames("Councillor Okafor", grace, [martin, grace])).toBe("same");
    expect(compareNames("Councillor Okafor", martin, [martin, grace])).not.toBe("same");
  });

  test("the full name settles it", () => {
    expect(compareNames("Grace Okafor", grace, [martin, grace])).toBe("same");
    expect(compareNames("Grace Okafor", martin, [martin, grace])).toBe("different");
  });

  test("a name without letters says nothing", () => {
    for (const claimed of ["", "?!", "the"]) expect(compareNames(claimed, grace, [])).toBe("unsure");
  });

  test("a role with its place is never another person", () => {
    const mayor = person("Rosalind Achterberg", "Mayor");
    expect(compareNames("Mayor of Port Ellery", mayor, [])).not.toBe("different");
  });

  test("a bare role contradicts nobody whose role is not known", () => {
    expect(compareNames("the mayor", person("Rosalind Achterberg"), [])).toBe("unsure");
  });
});

test("whose lawyer speaks is neither the speaker nor somebody else", () => {
  expect(compareNames("Tim Dorsey", person("Tim Dorsey’s lawyer"), [])).toBe("unsure");
  expect(compareNames("Dorsey", person("Tim Dorsey's lawyer"), [])).toBe("unsure");
  expect(compareNames("Tim Dorsey’s lawyer", person("Tim Dorsey’s lawyer"), [])).toBe("same");
  expect(compareNames("Ada Marlowe", person("Tim Dorsey’s lawyer"), [])).not.toBe("same");
});
