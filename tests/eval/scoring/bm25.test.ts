import { expect, test } from "vitest";
import { Bm25 } from "./bm25.ts";

const DOCUMENTS = [
  { id: "ferry", text: "The ferry sails at noon." },
  { id: "harbour", text: "The harbour wall is old; the ferry waits in the harbour." },
  { id: "choir", text: "A choir sings at noon in the church." },
];

test("the document with the rarer words of the query comes first", () => {
  const index = new Bm25(DOCUMENTS);
  expect(index.search("When does the FERRY sail from the harbour?", 5)).toEqual(["harbour", "ferry"]);
  expect(index.search("noon choir", 5)).toEqual(["choir", "ferry"]);
  expect(index.search("noon choir", 1)).toEqual(["choir"]);
});

test("stop words and unknown words find nothing", () => {
  expect(new Bm25(DOCUMENTS).search("the at in is zeppelin", 5)).toEqual([]);
});

test("of equals the earlier document comes first, and a repeated word of the query counts once", () => {
  const index = new Bm25([
    { id: "second", text: "blue boat" },
    { id: "first", text: "red boat" },
  ]);
  expect(index.search("boat", 5)).toEqual(["second", "first"]);
  expect(index.search("blue red red red", 5)).toEqual(["second", "first"]);
});

test("scores follow the formula: a shorter document with the word beats a longer one", () => {
  const index = new Bm25([
    { id: "long", text: "lantern boat rope sail anchor mast" },
    { id: "short", text: "lantern boat" },
  ]);
  expect(index.search("lantern", 5)).toEqual(["short", "long"]);
});
