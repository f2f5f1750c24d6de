import { expect, test } from "vitest";
import { EXTENSION } from "../../src/extension/limits.ts";
import { anchorAt, findAnchor } from "../../src/extension/page/anchors.ts";
import { portionsOf } from "../../src/extension/page/portions.ts";
import type { PageReading } from "../../src/extension/page/reading.ts";
import { underlineOf } from "../../src/extension/page/underlines.ts";

const reading = (text: string, html = text, cuts: number[] = []): PageReading => ({
  text,
  html,
  cuts,
  skippedChars: 0,
  toText: (offset) => offset,
  range: () => null,
});

/** Where an anchor taken at the marked place of one text stands in another. */
function found(marked: string, other: string): string | null {
  const [before = "", words = "", after = ""] = marked.split("|");
  const anchor = anchorAt(reading(before + words + after), before.length, before.length + words.length);
  const place = findAnchor(anchor, reading(other));
  return (
    place && `${other.slice(0, place.start)}|${other.slice(place.start, place.end)}|${other.slice(place.end)}`
  );
}

test("a quotation is found again where it has moved to", () => {
  expect(found("A lead. |We stay.| So she said.", "A longer lead than before. We stay. So she said.")).toBe(
    "A longer lead than before. |We stay.| So she said.",
  );
});

test("of several places with the same words, the one with the same words around it", () => {
  const other = "He said: We stay. And left. She said: We stay. And stayed.";
  expect(found("She said: |We stay.| And stayed.", other)).toBe(
    "He said: We stay. And left. She said: |We stay.| And stayed.",
  );
});

test("of several with nothing else to tell them apart, the nearest to where it stood", () => {
  expect(found("xx|ab|yy", "ab------------------ab")).toBe("|ab|------------------ab");
});

test("a quotation with a word changed under it is gone", () => {
  expect(found("A lead. |We stay.| So she said.", "A lead. We go. So she said.")).toBeNull();
});

test("a page within the limit goes in one portion", () => {
  const html = "<p>One.</p><p>Two.</p>";
  expect(portionsOf(reading("One. Two.", html, [11, 22]))).toEqual({
    portions: [{ html, start: 0 }],
    unreadChars: 0,
  });
});

test("a longer one is cut between blocks, each portion within the limit, and all of it is there", () => {
  const block = `<p>${"word ".repeat(10_000)}</p>`;
  const html = block.repeat(7);
  const cuts = Array.from({ length: 7 }, (_, number) => (number + 1) * block.length);
  const { portions, unreadChars } = portionsOf(reading("words", html, cuts));
  expect(portions.map((portion) => portion.html).join("")).toBe(html);
  expect(unreadChars).toBe(0);
  for (const portion of portions) {
    expect(portion.html.length).toBeLessThanOrEqual(EXTENSION.portionCharsMax);
    expect(html.slice(portion.start).startsWith(portion.html)).toBe(true);
    expect(portion.html.startsWith("<p>") && portion.html.endsWith("</p>")).toBe(true);
  }
});

test("one block over the limit is cut, but neither a tag nor an entity", () => {
  for (const tail of ["&amp;", "<q>", "</q>"]) {
    for (let shift = 0; shift < tail.length; shift++) {
      const head = "a".repeat(EXTENSION.portionCharsMax - shift);
      const { portions } = portionsOf(reading("a", `${head}${tail}rest`));
      expect(portions.map((portion) => portion.html).join("")).toBe(`${head}${tail}rest`);
      expect(portions[0]?.html).toMatch(/a$/);
      expect(portions[0]?.html.length).toBeLessThanOrEqual(EXTENSION.portionCharsMax);
    }
  }
});

test("a page beyond some portions tells how much of it is left out; one without words sends nothing", () => {
  const html = "a".repeat(EXTENSION.portionCharsMax * EXTENSION.portionsMax + 7);
  const { portions, unreadChars } = portionsOf(reading("a", html));
  expect([portions.length, unreadChars]).toEqual([EXTENSION.portionsMax, 7]);
  expect(portionsOf(reading(" \n\n ", "<p> </p>")).portions).toEqual([]);
});

test("an altered quotation has another underline where the difference is minor", () => {
  expect(underlineOf({ verdict: "altered", severity: "material" })).toBe("altered");
  expect(underlineOf({ verdict: "altered", severity: "minor" })).toBe("minor");
  expect(underlineOf({ verdict: "not_found", severity: "none" })).toBe("unknown");
});
