import { expect, test } from "vitest";
import { SOURCE_ID, SOURCE_LIMITS } from "../../../src/core/reading/source.ts";
import { isCalendarDate, sourceOf } from "../../../src/core/reading/source-fields.ts";

const FIELDS = { title: "A title", kind: "speech" };

test("fields are trimmed, empty ones are none, and the text stays to the byte", () => {
  expect(sourceOf("a", " words\n", { ...FIELDS, speaker: " Ada ", url: " " })).toEqual({
    ok: true,
    source: {
      id: "a",
      title: "A title",
      kind: "speech",
      text: " words\n",
      speaker: "Ada",
      publisher: null,
      date: null,
      url: null,
      language: null,
      licence: null,
      corrects: null,
    },
  });
});

test.each([
  ["title", { title: " " }],
  ["kind", { kind: "poem" }],
  ["date", { date: "2023-02-29" }],
  ["url", { url: "ftp://example.org" }],
  ["speeker", { speeker: "Ada" }],
  ["speaker", { speaker: ["Ada"] }],
  ["licence", { licence: "a".repeat(SOURCE_LIMITS.fieldCharsMax + 1) }],
])("a faulty %s is named", (name, fields) => {
  const result = sourceOf("a", "words", { ...FIELDS, ...fields });
  expect(result.ok ? "" : result.problem).toContain(`"${name}"`);
});

test("a source has a text, and not more than the limit", () => {
  expect(sourceOf("a", "\n", FIELDS)).toMatchObject({ ok: false });
  expect(sourceOf("a", "a".repeat(SOURCE_LIMITS.textCharsMax), FIELDS)).toMatchObject({ ok: true });
  expect(sourceOf("a", "a".repeat(SOURCE_LIMITS.textCharsMax + 1), FIELDS)).toMatchObject({ ok: false });
});

test("ids are file names without surprises, dates are days that were", () => {
  for (const id of ["a", "Straße-1.2_b", "議事録", "a".repeat(200)])
    expect(SOURCE_ID.test(id), id).toBe(true);
  for (const id of ["", ".a", "-a", "a b", "a/b", "..", "a\n", "a".repeat(201)]) {
    expect(SOURCE_ID.test(id), id).toBe(false);
  }
  for (const date of ["2024-02-29", "2000-02-29", "1066-10-14"])
    expect(isCalendarDate(date), date).toBe(true);
  for (const date of ["1900-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "2024-01-01\n"]) {
    expect(isCalendarDate(date), date).toBe(false);
  }
});
