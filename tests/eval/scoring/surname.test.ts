import { expect, test } from "vitest";
import { hasSurnameOf, isName, isSamePerson, surname } from "./surname.ts";

test.each([
  ["Ada Marlowe", "marlowe"],
  ["Mayor Ada Marlowe, who was elected in May,", "marlowe"],
  ["Sen. Tomas Reyle (Quay Party)", "reyle"],
  ["Tomas Reyle Jr.", "reyle"],
  ["Nora O’Brannagh’s", "obrannagh"],
  ["Ines Ravel-Ortiz", "ortiz"],
  ["", ""],
])("the surname of %j is %j", (name, expected) => {
  expect(surname(name)).toBe(expected);
});

test("two names are one person's when the surnames are the same", () => {
  expect(isSamePerson("Ada Marlowe", "Ms. Marlowe")).toBe(true);
  expect(isSamePerson("Ada Marlowe", "Ada Reyle")).toBe(false);
  expect(isSamePerson("Ada Marlowe", "Ada")).toBe(false);
  expect(isSamePerson("", "")).toBe(false);
});

test("a place after a name does not hide the surname, nor does an “of” within a title", () => {
  expect(isSamePerson("Ada Marlowe", "Harbour master Ada Marlowe of Port Ellery")).toBe(true);
  expect(isSamePerson("Ada Marlowe", "Secretary of Fisheries Ada Marlowe")).toBe(true);
  expect(isSamePerson("Tomas Reyle", "Ada Marlowe of Port Ellery")).toBe(false);
});

test("a surname may stand anywhere among a speaker's words", () => {
  expect(hasSurnameOf("MARLOWE, harbour master", ["Tomas Reyle", "Ada Marlowe"])).toBe(true);
  expect(hasSurnameOf("Ada", ["Ada Marlowe"])).toBe(false);
  expect(hasSurnameOf("", ["Ada Marlowe"])).toBe(false);
});

test("names are told from pronouns and descriptions", () => {
  const names = ["Marlowe", "harbour master Ada Marlowe", "Ada Marlowe, the harbour master"];
  expect(names.filter(isName)).toEqual(names);
  const others = [
    "She",
    "he",
    "the harbour master",
    "The Senator",
    "another Quay Party Member",
    "residents",
    "",
  ];
  expect(others.filter(isName)).toEqual([]);
});
