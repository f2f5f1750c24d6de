/** Everything of the extension that has a size, with the reason for it. */
export const EXTENSION = {
  /** What one check takes (docs/api.md). */
  quoteCharsMax: 5_000,
  speakerCharsMax: 200,
  /** Sent around a selection; beyond a sentence or two it decides no tie. The endpoint takes 500. */
  aroundCharsMax: 200,
  /** What one draft takes (docs/api.md). */
  portionCharsMax: 200_000,
  /** A page is sent in at most as many portions: a novel is no article. */
  portionsMax: 3,
  /** Text kept on both sides of a quotation to know it again after the page was drawn anew. */
  anchorCharsMax: 40,
  /** Answers kept in memory, and for how long: long enough to step back and forth, short beside a correction. */
  keptAnswersMax: 50,
  keptAnswerCharsMax: 1_000_000,
  keptMs: 5 * 60_000,
  /** Milliseconds after the page's last change before the marks are looked after; a busy page waits no longer than the second. */
  settleMs: 150,
  settleMsMax: 1_000,
  /** Milliseconds between two readings of a page in search of a quotation that is not there any more. */
  lookAgainMs: 3_000,
  /** How often the panel puts itself back into a page that throws it out. */
  attachmentsMax: 20,
  /**
   * Attempts to bring the panel into a page, and the pause between them. The browser opens a page to the
   * extension at the person's act, and word of it may reach the page's process after our script does: with
   * one attempt, 13 of 100 presses in Chromium 156 failed.
   */
  injectionsMax: 3,
  injectionPauseMs: 60,
  /** Characters of a quotation in a list or a label. */
  excerptCharsMax: 140,
} as const;
