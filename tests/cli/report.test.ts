import { expect, test } from "vitest";
import { reportOf } from "../../src/cli/report.ts";
import type { Answer, Change, Match } from "../../src/core/answer.ts";

const EXACT = "Russia can end this war immediately";

const change = (fields: Partial<Change>): Change => ({
  kind: "word",
  material: true,
  submitted: { text: "", start: 0, end: 0 },
  source: { text: "", start: 0, end: 0 },
  message: "It differs.",
  ...fields,
});

function answerWith(fields: Partial<Match>): Answer {
  const match: Match = {
    wording: "altered",
    attribution: "not_claimed",
    score: 0.9,
    quote: { exact: EXACT, prefix: "", suffix: "", start: 100, end: 100 + EXACT.length },
    changes: [],
    speaker: null,
    time: null,
    context: { before: "", passage: EXACT, after: "", warnings: [] },
    source: {
      id: "plan",
      title: "The plan",
      kind: "article",
      publisher: null,
      date: "2023-02-24",
      url: null,
      speaker: null,
      revision: "sha256-0",
      supersededBy: null,
    },
    link: null,
    selectors: [],
    ...fields,
  };
  return {
    verdict: "missing_context",
    severity: "material",
    summary: "It is not what it seems.",
    matches: [match],
    corpus: { revision: "r", sources: 1234, words: 1, complete: true },
    engine: "1.0.0",
  };
}

const plain = (answer: Answer) => reportOf(answer, (_, text) => text);

test("verdict and summary come first, the corpus last", () => {
  const lines = plain(answerWith({})).trimEnd().split("\n");
  expect(lines.slice(0, 2)).toEqual(["MISSING CONTEXT", "It is not what it seems."]);
  expect(lines.at(-1)).toBe("Looked in 1,234 sources, 1 word.");
});

test("each difference stands in the source's words where it happened", () => {
  const report = plain(
    answerWith({
      changes: [
        change({
          kind: "omission",
          source: { text: "immediately", start: 124, end: 135 },
        }),
        change({
          kind: "modality",
          source: { text: "can", start: 107, end: 110 },
          submitted: { text: "must", start: 7, end: 11 },
        }),
        change({
          kind: "negation",
          source: { text: "", start: 111, end: 111 },
          submitted: { text: "not", start: 12, end: 15 },
        }),
        change({ kind: "typography", material: false, source: { text: "R", start: 100, end: 101 } }),
      ],
    }),
  );
  expect(report).toContain("“Russia [can → must] [+not] end this war [-immediately]”");
  expect(report).toContain("! modality: It differs.");
  expect(report).toContain("· typography: It differs.");
});

test("the speaker is named with how it is known, and silence is said", () => {
  const spoken = answerWith({
    attribution: "confirmed",
    speaker: {
      name: "G7 Nations",
      kind: "organisation",
      via: "cue",
      confidence: 0.9,
      evidence: { text: "statement reads", start: 1, end: 16 },
      role: null,
      document: null,
      translated: false,
    },
  });
  expect(plain(spoken)).toContain("Speaker: G7 Nations — the text says so: “statement reads” (confirmed)");
  expect(plain(answerWith({}))).toContain("Speaker: the source does not say (not claimed)");
});

test("warnings and the link are shown", () => {
  const warned = answerWith({
    link: "https://example.org/#:~:text=war",
    context: {
      before: "",
      passage: EXACT,
      after: "",
      warnings: [
        {
          kind: "clipped_end",
          material: true,
          message: "The sentence goes on.",
          text: "if it wants",
          start: 1,
          end: 2,
        },
      ],
    },
  });
  expect(plain(warned)).toContain("! clipped end: The sentence goes on. “if it wants”");
  expect(plain(warned)).toContain("https://example.org/#:~:text=war");
});

test("a source cannot steer the terminal", () => {
  const hostile = answerWith({
    quote: { exact: "a\u001b[2J\u009b31mb\nc", prefix: "", suffix: "", start: 0, end: 12 },
  });
  expect(plain(hostile)).toContain("“a[2J31mb c”");
});

test("material differences are red where the terminal has colours", () => {
  const marked = reportOf(
    answerWith({ changes: [change({ source: { text: "can", start: 107, end: 110 } })] }),
    (style, text) => `<${style}>${text}</${style}>`,
  );
  expect(marked).toContain("<red>[-can]</red>");
  expect(marked).toContain("<bold><red>MISSING CONTEXT</red></bold>");
});
