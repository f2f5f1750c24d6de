/** The numbers by which sources are stored in D1 and looked up there, each with what set it. */
export const D1 = {
  /** UTF-16 units of a stored piece: at three bytes a unit under D1's 2,000,000 bytes a value. */
  pieceCharsMax: 600_000,
  /** Words of a stretch that is indexed as one row, and how many of them the next one has too: a quotation of up to so many words stands whole in one. */
  passageWords: 240,
  passageOverlap: 40,
  /** Rows of one source: 2,000,000 characters that are each a word of their own make 10,001. The migration's comment and every stored row number hold this figure. */
  passagesASource: 16_384,
  /** Former revisions of a source that are kept; older ones go. */
  formerRevisionsMax: 50,
  /** Sources that are loaded for one quotation, and for one claim, whose passage need not share its rarest words. */
  sourcesMax: 8,
  claimSourcesMax: 16,
  /** Rows asked for by a search: words that stand in a row; the rarest of them in any order, more of them for a claim; those in sources where the named speaker speaks. */
  phraseRows: 6,
  wordRows: 12,
  claimRows: 32,
  speakerRows: 4,
  /** Words in a row that are asked for: no more than two rows share. */
  phraseWordsMax: 40,
  /** Rarest words asked for, and rows that they may stand in together: ranking reads each. */
  rareWordsMax: 10,
  rareRowsMax: 6000,
  /** Pairs of neighbouring words asked for where a question has few rare ones; a pair of which both stand in more rows than this is passed over. */
  pairsMax: 6,
  pairRowsMax: 3000,
  /** Beginnings of words asked for where a claim is looked up. */
  stemsMax: 16,
  /** Characters of sources that are loaded for one request, and in one statement: an isolate has 128 MB for these, their copies and all else; D1 gives back no more than some tens of megabytes at once. */
  loadedCharsMax: 16_000_000,
  statementCharsMax: 4_000_000,
  /** Speakers of one source that are kept to be browsed by, the most quoted: a text with more is a list with colons and no record of people. */
  speakersASource: 2000,
  /** Sources from before the speakers' tables that one request reads in: of 1,000 words each they take some 20 ms of CPU. */
  unreadSourcesMax: 32,
  /** Sources that a list reads at a time once it has to look at those from before the table of words. */
  listedRows: 1000,
  /** How often a search is begun again because a source it found was withdrawn before it was loaded. */
  searchesMax: 3,
  /** Bytes of opened sources that an isolate keeps beside the embedded corpus, of its 128 MB. */
  cacheBytesMax: 16 * 1024 * 1024,
} as const;
