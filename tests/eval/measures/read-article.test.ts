import { expect, test } from "vitest";
import type { AnnotatedSpan, ArticleRow } from "../rows.ts";
import { isSpeakerRight, namedPairings, readArticle, spanCounts, unattributed } from "./read-article.ts";

const TEXT = [
  "“The lighthouse will be painted before the summer,” said Ada Marlowe, the harbour master.",
  "She called the old one “a ruin” and went on with her work.",
  "“Nobody has asked the fishermen about any of this,” said Tomas Reyle.",
  "A sign over the door reads “Beware of the very low beams here” in red.",
].join("\n\n");

function annotated(text: string, speaker: string | null): AnnotatedSpan {
  const start = TEXT.indexOf(text);
  if (start < 0) throw new RangeError(`the article has no “${text}”`);
  const by = speaker === null ? null : { text: speaker };
  return { start, end: start + text.length, text, attributed: speaker !== null, speaker: by };
}

function articleWith(quotations: AnnotatedSpan[]): ArticleRow {
  return { id: "quay", text: TEXT, quotations };
}

const PAINTED = annotated("The lighthouse will be painted before the summer,", "Ada Marlowe");
const ASKED = annotated("Nobody has asked the fishermen about any of this,", "Tomas Reyle");
const RUIN = annotated("a ruin", null);
const BEAMS = annotated("Beware of the very low beams here", null);

test("spans that are read as annotated are right, others of four words and more are not", () => {
  const article = readArticle(articleWith([PAINTED, RUIN, ASKED, BEAMS]));
  expect(spanCounts(article, false)).toEqual({ right: 2, wrong: 1, missed: 0 });
});

test("a quotation that is not annotated is wrong, and an annotated one that is not read is missed", () => {
  const moved = { ...ASKED, start: ASKED.start + 20, text: "fishermen about any of this," };
  const article = readArticle(articleWith([PAINTED, moved]));
  expect(spanCounts(article, false)).toEqual({ right: 1, wrong: 2, missed: 1 });
});

test("attributed spans of fewer than four words are neither right nor missed", () => {
  const article = readArticle(articleWith([PAINTED, ASKED, { ...RUIN, attributed: true }]));
  expect(spanCounts(article, false)).toMatchObject({ right: 2, missed: 0 });
});

test("speakers are compared where the printed one is a name", () => {
  const wrong = { ...ASKED, speaker: { text: "Ines Ravel" } };
  const named = namedPairings(readArticle(articleWith([PAINTED, wrong])));
  expect(named.map(isSpeakerRight)).toEqual([true, false]);
  const pronoun = { ...PAINTED, speaker: { text: "she" } };
  expect(namedPairings(readArticle(articleWith([pronoun])))).toEqual([]);
});

test("a speaker for nobody's words is a false alarm", () => {
  const nobodys = { ...PAINTED, attributed: false, speaker: null };
  expect(unattributed(readArticle(articleWith([nobodys, RUIN])))).toMatchObject([
    { alarm: true, isLong: true },
    { isLong: false },
  ]);
});
