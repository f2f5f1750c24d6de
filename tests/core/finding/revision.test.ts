import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { buildLibrary } from "../../../src/core/finding/build.ts";
import { openLibrary } from "../../../src/core/finding/library.ts";
import { revisionOf } from "../../../src/core/finding/revision.ts";
import { HARBOUR, SPEECH, sourceWith } from "../../sources.ts";

test("a revision is the hash of id, fields and text in their order, as anybody can compute it", () => {
  const { id, title, kind, speaker, publisher, date, url, language, licence, corrects, text } = HARBOUR;
  const json = JSON.stringify([
    id,
    title,
    kind,
    speaker,
    publisher,
    date,
    url,
    language,
    licence,
    corrects,
    text,
  ]);
  const hash = createHash("sha256").update(json, "utf8").digest("hex");
  expect(revisionOf(HARBOUR)).toBe(`sha256-${hash}`);
});

test("a library names the same revisions", () => {
  const { sources } = openLibrary(buildLibrary([HARBOUR, SPEECH]));
  expect(sources.map(({ revision }) => revision)).toEqual([HARBOUR, SPEECH].map(revisionOf));
});

test("every field changes it, and a surrogate that stands alone is the character it is stored as", () => {
  const fields = ["title", "speaker", "publisher", "date", "url", "language", "licence", "corrects"] as const;
  const revisions = fields.map((field) => revisionOf({ ...HARBOUR, [field]: "another" }));
  expect(new Set([revisionOf(HARBOUR), ...revisions]).size).toBe(fields.length + 1);
  expect(revisionOf(sourceWith("a", "b \ud800 c"))).toBe(revisionOf(sourceWith("a", "b \ufffd c")));
});
