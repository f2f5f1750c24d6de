/** What may be asked, and its limits in UTF-16 code units or counts, as the contract sets them. */
export const LIMITS = {
  quoteCharsMax: 5000,
  speakerCharsMax: 200,
  contextCharsMax: 500,
  withinIdsMax: 100,
  matchesMax: 10,
  matchesDefault: 3,
  checksMax: 100,
  /** Quotations of one source that are listed: more than a day's debate has turns, and some 1.5 MB of JSON. */
  listedQuotationsMax: 5000,
  /** Characters of a quotation that a list of a speaker's shows, some 300 words: a speech is one quotation, and is read in its source. */
  listedQuotationCharsMax: 2000,
  draftCharsMax: 200_000,
  titleCharsMax: 1000,
  /** Quotations of one draft that are checked: some twenty pages of interviews have so many. */
  quotationsMax: 200,
  /** And characters of them: at the worst that was found, made of shuffled words, some five seconds of work. */
  quotedCharsMax: 60_000,
} as const;

/** Narrows the corpus. All that is given must hold; names compare as speakers do, dates are inclusive. */
export interface Within {
  ids: string[] | null;
  speaker: string | null;
  publisher: string | null;
  after: string | null;
  before: string | null;
}

/** One quote or claim to check, already validated: the edges turn requests into this. */
export interface Question {
  form: "quote" | "claim";
  text: string;
  speaker: string | null;
  within: Within | null;
  prefix: string | null;
  suffix: string | null;
  limit: number;
}
