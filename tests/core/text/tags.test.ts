import { describe, expect, test } from "vitest";
import { readable, trailingTags } from "../../../src/core/text/tags.ts";

describe("a text as people write it online", () => {
  test("tags are read as the words they join, and addresses left out", () => {
    const { text } = readable("See #HarbourFires2024 at https://a.example/x#Top now, @PortNews");
    expect(text.split(/\s+/u)).toEqual(["See", "Harbour", "Fires", "2024", "at", "now,", "Port", "News"]);
  });

  test("each place leads back to its place in the original", () => {
    const original = "See https://a.example/x #HarbourFires, then #Tide.";
    const { text, at } = readable(original);
    for (const word of ["See", "Harbour", "Fires", "then", "Tide"]) {
      const start = text.indexOf(word);
      expect(original.slice(at(start), at(start + word.length - 1) + 1)).toBe(word);
    }
  });

  test("a number sign before a number, and one alone, are no tags", () => {
    expect(readable("the #1 harbour, # and @").text).toContain("harbour, # and @");
  });
});

describe("tags behind a quotation", () => {
  test("stand after its last word", () => {
    const text = "The tide is out #Harbour https://a.example/x ";
    const span = trailingTags(text);
    expect(span && text.slice(span.start, span.end)).toBe(" #Harbour https://a.example/x");
  });

  test.each(["The #Harbour tide is out", "#Harbour", ""])("are none in %j", (text) => {
    expect(trailingTags(text)).toBeNull();
  });
});
