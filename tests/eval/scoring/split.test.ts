import { expect, test } from "vitest";
import { hash, partOfId, partOfIndex } from "./split.ts";

test("the hash is FNV-1a", () => {
  expect(hash("")).toBe(0x811c9dc5);
  expect(hash("a")).toBe(0xe40c292c);
  expect(hash("foobar")).toBe(0xbf9cf968);
});

test("about a third of the rows is kept aside, always the same ones", () => {
  const ids = Array.from({ length: 3000 }, (_, index) => `row-${index}`);
  const aside = ids.filter((id) => partOfId(id) === "aside");
  expect(aside.length).toBeGreaterThan(900);
  expect(aside.length).toBeLessThan(1100);
  expect(ids.filter((id) => partOfId(id) === "aside")).toEqual(aside);
});

test("of documents every third is kept aside", () => {
  expect([0, 1, 2, 3, 4, 5].map(partOfIndex)).toEqual(["read", "read", "aside", "read", "read", "aside"]);
});
