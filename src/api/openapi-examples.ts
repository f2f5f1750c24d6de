/**
 * What the description gives as examples. They ask about the sources that the repository brings,
 * so that they can be tried on a fresh install; a test holds each to its schema.
 */

const ALTERED = "Russia started this war and Russia should end this war.";

const DRAFT = {
  title: "Ministers call for an end to the war",
  html: `<p>The G7 said: “${ALTERED}”</p>`,
};

export const EXAMPLES = {
  quote: ALTERED,
  sourceId: "china-ukraine-peace-plan-2023",
  /** One of the speakers that come with a fresh install. */
  speakerId: "ingrid-solheim",
  newSourceId: "council-2026-11-24",
  check: { quote: ALTERED, speaker: "G7" },
  batch: {
    checks: [
      { id: "first", quote: ALTERED },
      { id: "second", claim: "China proposed peace talks." },
    ],
  },
  article: DRAFT,
  source: {
    title: "Council, 24 November",
    kind: "transcript",
    date: "2026-11-24",
    text: "ADA MARLOWE: The light will shine again.",
  },
  webhook: {
    type: "article.submitted",
    timestamp: "2026-11-24T12:00:00Z",
    data: { id: "draft-88", ...DRAFT, callback: "https://cms.example.org/verbatim" },
  },
  ghost: { post: { current: { id: "6744a1d2c3b4e5f601020304", ...DRAFT } } },
  wordpress: { id: 4711, title: { rendered: DRAFT.title }, content: { rendered: DRAFT.html } },
  json: { post: { id: "88", title: DRAFT.title, body: DRAFT.html } },
} as const;
