/**
 * Every number that search, comparison and judgement are tuned by, with what set it.
 * A number with a figure beside it was measured: on quotations printed in the press against
 * 1.06 and 7 million words of transcripts and speeches, or, for Fuse.js, on a prototype over
 * 10 million words. The others are first settings under which those figures hold; they say
 * what they weigh or bound, and a measurement of each alone is still to come.
 */

/** Search. Counts bound the work, because a Worker's clock stands still while it computes. */
export const FINDING = {
  /**
   * Postings read for one look-up, rarest words first: at least so many, more in a larger
   * library, and never more than the table has room for. Of 185 printed quotations, word for
   * word or altered, 181 are found in a million words with 10,000 and no more with 40,000; in
   * seven million words 170 with 10,000 and 178 with 40,000, which take half a millisecond more.
   */
  postingsMin: 10_000,
  postingsAWord: 0.006,
  postingsMax: 40_000,
  /** And where the words stand in a row somewhere: the same said on another day has its rarest words too. */
  besideRowPostings: 2000,
  /** A common word that stands in a question many times votes for its first places only. */
  occurrencesMax: 4,
  /** Words in a row that are looked up exactly, and postings read for it. */
  exactWordsMin: 3,
  exactPostingsMax: 60_000,
  /** Exact places whose text is read: of so many the ones that an editor needs are chosen. Reading one takes some 20 µs. */
  exactReadMax: 64,
  /** Words of a half that is looked up exactly where the whole is not found, and places that are not too many to look at. */
  halfWordsMin: 4,
  halfPlacesMax: 3,
  /** Diagonals are counted in bins of this many words, so that a few dropped words stay in one bin. A power of two. */
  binWords: 16,
  /** Windows handed on to ranking. */
  candidatesMax: 12,
  /** And of a question of so few words, some of them garbled. */
  candidatesOfFewMax: 40,
  fewWords: 9,
  /** Words added on each side of a window, as a share of the question's length and at least so many. */
  slackShare: 0.25,
  slackWordsMin: 12,
  /** And of a window in which the words stand in a row: nothing is looked for beside them. */
  rowSlackWords: 3,
  /** Candidates with less than this share of the best one's votes are dropped. */
  votesShareMin: 0.5,
  /** Reading ends early once the best place has this share of the votes cast. With .9 no more was found, at a quarter more time: a changed word's votes are lost to the place. */
  clearWinnerShare: 0.75,
  /** Bits of votes, over those that name one place, after which a clear winner ends the reading. */
  enoughBitsOver: 40,
  /** Unknown words looked up by edit distance, and near words taken for each. */
  nearWordsMax: 8,
  unknownWordsMax: 24,
  /** Words that a small corpus is treated as having beside its own, so that a word that stands in it twice is not yet common. */
  priorWords: 5000,
  /** A word that stands so often is taken to stand in any few hundred words: reading its places would cost more than the text. */
  commonWordCount: 4000,
  /** Surprisal of a word that is not among the commonest: that of a rank of some 4,000. */
  rareWordBits: 15.3,
  /** Characters of unspaced scripts are a word each here; a text of a few thousand kinds of them has some nine bits a character. */
  unspacedBits: 8,
} as const;

/**
 * A look at the bytes of a place before its text is read and aligned: some 10 µs, where reading
 * and aligning takes 300. Set on windows in a million words: of 1,870 in which a quotation was
 * found (printed, and made with words changed, dropped, misread, joined and left out) 98 in 100
 * are kept, the others nearly all second-best places of joined halves; of 3,461 look-alikes of
 * absent quotations 24 in 100.
 */
export const GLANCING = {
  /** Letters by which words are taken to be forms of one another: inflections, most spellings and most slips share them. */
  beginningChars: 4,
  /** A question of fewer words tells too little of where it stands: only what is far less like it than the best is passed over. */
  wordsMin: 8,
  /** Places of a question that are looked for: of a longer one the rarest. */
  placesMax: 128,
  /** Words of a text that are met at most: a window of the longest question has some 2,000. */
  wordsMax: 4096,
  /** Bits that a word of the text which is passed over takes off a stretch. */
  passedOverBits: 0.5,
  /** Least share of the question's bits that stand there in its order, around ellipses, and bits. Found windows of one piece had .40 and more, nine in ten look-alikes less than .40. */
  shareMin: 0.36,
  /** Of so many words, shuffled, any stretch of the same source has a third in order; altered ones have more than half. */
  manyWords: 60,
  shareMinMany: 0.5,
  /** And some piece of them stands anywhere: so many times the bits are asked of one. */
  stretchMany: 2,
  shareMinElided: 0.2,
  bitsMin: 20,
  /** Or bits of one stretch, where the quotation says itself that it is in pieces; elsewhere what `ALIGNING.nearBits` asks of a piece. */
  stretchElided: 16,
  /** Beside a place with so large a share only those with so much of it are read: what is less alike would not be shown. */
  clearShare: 0.8,
  besideShare: 0.6,
  /** And pieces are not looked for. */
  wholeShare: 0.9,
  /** Share of a text's bytes that may be letters a look cannot tell. */
  unreadShare: 0.02,
  /** What a word counts that the library does not have, nor any near it: it may be more than two slips away. */
  unknownShare: 0.5,
} as const;

/**
 * The bag-of-words ranking of passages, for claims and for loose rewording. Set on 800 posts
 * that repeat a claim of 10,375, confirmed on 197 others, and on 68 headlines and loose
 * rewordings of passages in a million words.
 */
export const PASSAGES = {
  /** Distinct content words of a question that are looked up; a claim of 5,000 characters has some 400. */
  keysMax: 120,
  /** Stems are looked up by their first letters: so many at their end may change ("carry", "carried"), no fewer stay. */
  endingChars: 1,
  stemCharsMin: 3,
  /** Letters that an inflection adds to a stem: "-nning", and one for good measure. */
  suffixCharsMax: 5,
  /** Words that are read for one prefix. */
  prefixWordsMax: 200,
  /** Words of one root share so many letters, and run on for no more than these: MAP@5 .815 to .823 on the 197, with a fifth of a form's weight. With four, and a long sentence losing less, .824 and .864 on the 528 of the other set that may be read, before .820 and .861. */
  kinCharsMin: 4,
  kinOverMax: 9,
  kinShare: 0.2,
  /** A word that the library does not have, of so many letters, may be several run together: of so many letters each, met at least so often. */
  joinedCharsMin: 8,
  partCharsMin: 3,
  partCharsMax: 16,
  partCountMin: 2,
  /** Words within an edit or two stand for one that the library does not have, if it is so long, and count for so much of it: of short names anything is near. */
  nearWordsMax: 8,
  misspeltCharsMin: 6,
  /** So many words of one question are looked up so. */
  misspeltMax: 24,
  misspeltShare: 0.5,
  /** Words that a small library is treated as having beside its own. */
  priorWords: 5000,
  /** Blocks that collect votes, in words (a power of two), and how many of the best are read. */
  blockWords: 32,
  blocksMax: 20,
  /** A question of few words ties many blocks: more of them are read. */
  fewWords: 4,
  blocksOfFewMax: 48,
  votesShareMin: 0.4,
  /** Postings read for one question, rarest words first: at least so many, and more in a larger library. MAP@5 and the headlines are the same with 40,000 postings and 48 blocks, at twice the time. */
  postingsMin: 10_000,
  postingsAWord: 0.003,
  /** Sources that come in by their title alone. */
  titledMax: 12,
  /** A word's weight is its inverse sentence frequency to this power: 1 gave MAP@5 .809 and .861 on the two sets, 1.2 .821 and .861, 1.4 .821 and .858. */
  rarityPower: 1.2,
  /** BM25: how soon a repeated word counts no more, how much a long sentence loses, and how long sentences are. */
  saturation: 0.9,
  lengthShare: 0.25,
  sentenceWords: 20,
  /** How often a word of the title counts as said in each sentence: once in a source as short as this, less in a longer one. */
  titleWords: 300,
  titleCountMin: 0.3,
  /** Share of a word's weight that counts when the speaker's name has it; read for so many times the passages that are asked for. */
  speakerShare: 0.5,
  spokenOver: 3,
  /** Passages so near to a better one are left out. */
  apartChars: 40,
  /** Share of a word's weight that counts when only the sentence beside has it. */
  neighbourShare: 0.4,
  /** And of what is counted as shared. */
  neighbourHeld: 0.7,
} as const;

/** Fuse.js ranks windows when there are more than can be aligned. Threshold .3 kept 100 % of right windows of 10^7 words, .2 only 99 %. */
export const RANKING = {
  threshold: 0.3,
  /** Characters of the question that Fuse sees: four of its 32-character chunks, .997 right at half the time of all. */
  patternCharsMax: 128,
  /** A window with this share of the best one's votes may be the better one. */
  closeVotes: 0.8,
  /** Windows that are aligned, and that many more than the matches asked for. */
  alignedMin: 6,
  alignedOver: 2,
  /** Where the words stand exactly somewhere, other places are aligned only with this share of the votes: the same words said on another day. */
  besideExactShare: 0.8,
} as const;

/** Finding speakers by a name as somebody types it. */
export const SPEAKERS = {
  /** UTF-16 units of an id: longer names are sentences, and an id is a part of a path. */
  idCharsMax: 200,
  /** Speakers that Fuse.js is shown. Of more, only those are ranked of whom a word begins as one of the query's does. */
  rankedMax: 4000,
  /** Names of one family that are compared with each other, the most quoted: each pair takes some microseconds. */
  familyMax: 64,
  /** Letters by which a word is taken to begin alike: with three, a slip in the third would hide the name. */
  beginningChars: 2,
  /** Words of a query that are compared: nobody's name has more, and each is held against every word of every name. */
  queryWordsMax: 6,
  /** One letter in four may be wrong: "bidn" for "biden", "selensky" for "zelenskyy"; a third would take "joan" for "john". */
  threshold: 0.3,
  /** Letters from its beginning at which a word loses its whole score: "den" is the beginning of "dennis" before it is a part of "biden". */
  distance: 20,
} as const;

/** Alignment. Costs are in units of one content word. */
export const ALIGNING = {
  contentWeight: 1,
  commonWeight: 0.5,
  /** Opening and going on with words of the source that the quotation leaves out. */
  omitOpen: 0.55,
  omitExtend: 0.08,
  /** Words that the source does not have, each at its weight and at least so much: else "I do believe" would begin at "believe" rather than miss the "not" of "I do not believe". */
  insertCost: 0.62,
  insertWeightMin: 0.75,
  /** What one gap takes off the score at most, in content words: beyond it the gap is a splice, and told as one. */
  omittedWeightMax: 4,
  /** How alike two different words count: the same word misspelt, inflected, of the same kind (two numbers, two modals, two names). */
  spellingLikeness: 0.85,
  inflectionLikeness: 0.75,
  classLikeness: 0.45,
  /** Letters to an edit that a slip may make. With three, of printed quotations with a tenth of their letters wrong 171 of 187 are found, with four 160; no more absent ones. */
  slipLetters: 3,
  /** Letters among which digits are letters misread, and no name like "F16" or "H1N1". */
  misreadLettersMin: 4,
  /** Words whose features are remembered from one comparison to the next. */
  rememberedMax: 8192,
  /** Cells of all alignments of one check: some 100 ms of the longest questions. */
  cellsMax: 1_500_000,
  /** An unmatched stretch of so many words at an edge is looked up on its own: it may come from another place. */
  leftoverWordsMin: 3,
  /** Words that a speaker says again when beginning anew. */
  falseStartWordsMax: 6,
  /** Words at a quotation's edge that are paired with what stands there, and words of the source that may be left out between them. */
  edgeWordsMax: 3,
  edgeGapMax: 2,
  /** Added words in a row that are told as one addition. */
  addedRunMin: 6,
  /** An edge of so many words, so little like what stands beside the rest, is an addition told whole. */
  addedWordsMin: 4,
  addedScoreMax: 0.5,
  /** Pieces of one quotation: ellipses and splices beyond this stay together. */
  piecesMax: 12,
  /** Words around a row of equal ones that are read with it: a number or a date may begin before it. */
  rowContextWords: 3,
  /** Words around the stretch that a look found which are aligned with it, beside those of the quotation that it did not see and a share of them. */
  focusRoomWords: 6,
  focusRoomShare: 0.4,
  /** Words of a reporting phrase that was pasted along with a quotation. */
  tagWordsMax: 10,
  /** Windows whose unexplained stretches and further pieces are looked up; others keep what they have. */
  completedMax: 3,
  /** And only those that are no more than this less alike than the best. */
  completedGap: 0.2,
  /** Words around a found piece in which the next piece of an elided quotation is looked for first. */
  nearWords: 400,
  /** What a join without a mark takes off the score: one place that explains the words with a small change comes before two that explain them whole. */
  joinCost: 0.12,
  /** How alike a piece of a marked ellipsis must be to be taken as found near the others; without a mark, or far away, it must be nearly the same. */
  pieceScoreMin: 0.62,
  looseScoreMin: 0.8,
  /** A stretch is read for a piece when a glance finds so much of the bits and of the likeness that it must have: what a glance does not tell are words related by sense alone. */
  glancedShare: 0.7,
  /** An unmarked gap of so many words, or one that crosses a sentence's end, is a splice; a shorter one an omission. */
  spliceWordsMin: 8,
  /** What a splice skips is told in the answer up to so many characters, a page or two: of a debate it may be all. */
  gapCharsMax: 4000,
  /** A word moved by no more than this within a phrase reads the same. */
  moveWords: 5,
  /** A leftover moves to another place only when it fits there clearly better. */
  leftoverGain: 0.25,
  /** Bracketed words hardly count in alignment: they need not be in the source. */
  bracketedWeight: 0.05,
  /** What stands in brackets is the author's and marked so: it may take the place of a word for next to nothing. */
  bracketCost: 0.02,
  besideScoreMin: 0.95,
  /** A piece of no more than so many words is believed within so many words of the next: "But … we went" for "But, you know, we went". */
  shortPieceWords: 2,
  shortPieceGap: 12,
  /** Bits a piece must carry to be taken as found close by, where only some hundred places are possible. */
  nearBits: 9,
  /** What a word that does not fit takes away: it could have been any of some sixteen. */
  misfitBits: 4,
  joinedLettersMin: 6,
  /** Letters of an acronym that is held against the names of the other side: “NAACP” has five. */
  acronymLettersMax: 6,
} as const;

/** What counts as found, and as checkable. Bits are surprisal: −log2 of a word's frequency in English or in the corpus, whichever is larger. */
export const JUDGING = {
  /** Bits a quotation must carry over log2 of the corpus's words to be distinctive: “we will see” has 23, “peace talks” 26. */
  distinctiveBitsOver: 15,
  distinctiveBitsMin: 36,
  /** The same for words that stand in a source exactly so: four words of which one is a rare name have some 35. */
  exactBitsOver: 12,
  exactBitsMin: 34,
  /**
   * Bits that the matched words must carry over log2 of the corpus's words to count as found,
   * and how many more the less alike the words are. Measured with the scores below on 188
   * printed quotations that are in 1.07 million words of transcripts and 578 that are not.
   */
  foundBitsOver: 12,
  foundBitsUnlike: 20,
  /**
   * Least score by number of units of the question, in a corpus of 2^20 words. Of 12 words and
   * more no absent quotation reached .70, and no true one fell below .75.
   */
  foundScore: [
    { unitsMax: 5, score: 0.8 },
    { unitsMax: 8, score: 0.74 },
    { unitsMax: 12, score: 0.7 },
    { unitsMax: 20, score: 0.66 },
    { unitsMax: Number.POSITIVE_INFINITY, score: 0.57 },
  ],
  foundScoreBits: 20,
  /** Whole and in a row: what is checkable at all is then found, however common its words. Of 31,693 sentences of a million words the bits alone lost 245. */
  exactScore: 0.995,
  /** How much the least score falls a bit that a corpus is smaller, and rises a bit that it is larger: chance finds less in less. */
  foundScoreABit: 0.015,
  /** Share of the question's bits that must match: “of all countries must be” is no match for “The sovereignty of all countries must be upheld”. True matches had .68 and more. */
  foundShareMin: 0.55,
  /** Or so many bits over those that name a place: of a long quotation with many misspelt words less than half may match. */
  foundPlentyOver: 60,
  /** A quotation said to be joined from several places must fit them this well: any long text can be pieced together from a large corpus. */
  joinedScoreMin: 0.75,
  /** A place so much less alike than the best is not shown. */
  worthShowingGap: 0.3,
  /** Matches within this of the best score count as equally good. */
  tieScore: 0.02,
  /** A record of somebody's words (transcript, speech, statement) decides over an article that quotes them, when it is so alike, and no more than this less alike than the article. */
  recordScoreMin: 0.85,
  recordScoreGap: 0.15,
  /** A passage of the named speaker that is at least so alike comes before a better one by somebody else. */
  namedSpeakerScoreMin: 0.75,
  /** An omission of more words than this, however marked, deserves a look. */
  longOmissionWords: 60,
  /** Characters of text around a match that an answer shows. */
  affixChars: 64,
  contextChars: 600,
  /** Content of a claim that a passage must share to state it, to be compared with it, to be related. */
  claimStated: 0.8,
  claimConflict: 0.6,
  claimRelated: 0.4,
  /** These and what else bounds the reading of a claim were set on the 207 of 330 written claims that were read; of the 123 kept aside 65 are right with them, 41 before. To deny it: of less than this another word may be what is denied. */
  claimDenied: 0.65,
  /** Or words of it, in weight so many times the rarest word: of 800 posts that repeat a claim 5 in 100 share less with it. */
  relatedShared: 2,
  relatedWeight: 1,
  /** Pieces so far apart are shown by the longest alone; the rest is in `changes`. */
  joinedCharsMax: 4000,
  /** Characters read on both sides of a match: the longest sentence that will be seen whole. */
  aroundChars: 1500,
  /** Passages read for a quotation that is not found, more where a speaker is named, whose own may be further down; and what they must share with it to be shown: so much of its content, by weight and by count, and so many words. Of 24 printed rewordings 14 are among the first three with half of the content, 15 with .3. */
  nearestRead: 12,
  nearestReadNamed: 40,
  nearestWhole: { coverage: 0.3, shared: 2 },
  nearestSentence: { coverage: 0.6, shared: 3 },
  nearestSentencesMax: 3,
  /** What the words that a passage has in the quotation's order add, as a share; so many of the quotation's words are compared. */
  orderGain: 1.5,
  nearestWordsMax: 120,
  /** A match so much alike needs no passages beside it that merely share its words: with .85, .6 and .7 as many printed quotations are found among three, and of 240 written rewordings .975, with .7 .967. */
  sureScore: 0.85,
  /** What the named speaker said comes before what others said a third better. */
  namedSpeakerGain: 1.5,
  /** And what a record has before an article about it. */
  recordGain: 1.3,
  /** A passage with so much of a quotation's content, in so many words, says the same in other words: of 578 absent quotations 2 have one. */
  rewordedCoverage: 0.75,
  rewordedShared: 6,
  /**
   * Bits that one stretch of a quotation must carry over log2 of the corpus's words, and how
   * alike it must be, to be found although the rest stands nowhere. Of 578 absent quotations
   * none had more than 83; genuine sentences with a made-up one beside them 122 and more.
   */
  partBitsOver: 95,
  partScoreMin: 0.75,
  /** Of these so many, and with at least this of the claim, are read together with the sentence beside them. */
  claimWidenedMax: 6,
  claimWidened: 0.4,
  /** Characters that a claim must have besides "Marlowe said": "Marlowe said no" is no frame around "no". */
  framedCharsMin: 12,
  /** Words of content behind a number that it counts, in so many words: "123 Democrats in the House". */
  countedWords: 2,
  countedReach: 5,
  /** Letters by which two names are of one root: "Democrat" and "Democratic". */
  nameRootCharsMin: 4,
  nameRootCharsMax: 6,
  /** Words between a passive's "was" and its "by". */
  passiveWords: 10,
  /** Words behind "asked" or "plans" in which its "to" stands. */
  willedToWords: 4,
  /** Letters of a word that the source may write as two. */
  joinedCharsMin: 8,
  /** Passages that are compared with a claim word by word. */
  claimPassagesMax: 24,
  /** How many words before the first shared word a negation may stand and still govern it: "I do not believe that the harbour …". */
  governingWords: 6,
  /** A claim is a sentence or two; of more only so many words are compared, which bounds the work. */
  claimUnitsMax: 120,
  /** Content words of a claim must stand within so many words a word, and some more, where they stand in its order; with hardly more words of content between than a share of their number where not. */
  togetherWords: 4,
  togetherOver: 8,
  scatteredOver: 2,
  scatteredShare: 0.4,
  /** Words before the first shared word in which a "may" or an "if" weakens it. */
  weakeningWords: 8,
  /** Bits of a word without which a claim says the same: “take”, “great”, not “assassinated”. */
  claimSlightBits: 12.5,
  /** One such word may be missing in so many: of four, one may be what the claim is about. */
  claimWordsAFew: 5,
  /** Characters before a sentence in which a name stands that its "he" or "it" may mean. */
  antecedentChars: 400,
  /** How far back the clause is read that an ellipsis breaks off. */
  keptClauseChars: 160,
  /** A longer change is shown alone. */
  shortChangeChars: 40,
  /** Characters before a match that are read for the last time code: first so many, then so many times as many, up to nearly two hours of talk, half a millisecond's work where there is none. */
  timeCharsFirst: 2000,
  timeCharsMore: 7,
  timeCharsMax: 98_000,
} as const;

/**
 * Likeness letter by letter, for a quotation that no words explain. Measured on windows in a
 * million words: of 578 absent printed quotations and 1,000 sentences of other speeches none of
 * eight words and more had .70, 4 in 356 of fewer words .80 and none .85; of quotations with a
 * tenth of their letters misread all had .75.
 */
export const RESEMBLANCE = {
  found: [
    { wordsMax: 4, likeness: 1 },
    { wordsMax: 5, likeness: 0.88 },
    { wordsMax: 7, likeness: 0.85 },
    { wordsMax: 12, likeness: 0.75 },
    { wordsMax: Number.POSITIVE_INFINITY, likeness: 0.7 },
  ],
  /** Bits that the words which are told must carry over those that name a place. */
  bitsOver: 5,
  /** How much more a corpus of more than a million words asks for a bit that it is larger. */
  aBit: 0.015,
  /** Least likeness of what is shown of a quotation that is not found, and of what is shown before passages that share its content, by words: most such stretches are the right one, where words were put for others too. */
  near: [
    { wordsMax: 4, shown: 1, first: 1 },
    { wordsMax: 7, shown: 0.6, first: 0.78 },
    { wordsMax: Number.POSITIVE_INFINITY, shown: 0.58, first: 0.72 },
  ],
  /** Or so much alike, and so much more than any other place: with half its words others, 28 of 30 such were the right one, where one absent quotation in 14 has any. */
  leadMin: 0.5,
  lead: 0.08,
  /** Such a place comes before passages with no more of the quotation's content than this share: headlines share more with their passages. */
  sharedMax: 0.75,
  /** Characters of a quotation: of 20 words and more none was missed by its words. */
  charsMax: 320,
} as const;

/**
 * Questions asked before the first. In workerd over a million words, on two shared cores of 2 GHz:
 * with none a start takes 107 ms of CPU more than an empty Worker's, and the first misspelt question
 * 53 ms more than /health; with one round 394 and 22, with two 568 and 12. A platform allows a
 * start a second, and seven million words take 300 ms of it before any question.
 */
export const WARM_UP = {
  /** Each round asks one question of each kind. */
  rounds: 1,
  /** Words of a question, and of the shortest that is worth asking. */
  words: 9,
  wordsMin: 6,
} as const;

/** Reading. How far a reporting phrase, its subject and its quotation stand apart; bounds set by reading annotated news articles. */
export const READING = {
  roleWordsMax: 6,
  /** Longer than any aside between a subject and its verb that a reader would follow. */
  asideWordsMax: 40,
  /** “Later in the evening in the hall, Marlowe …”: what introduces a subject is no longer. */
  introductionWordsMax: 24,
  /** A verb with so few words between it and the quotation governs it, whatever stands before: “called it an absolute ‘…’”. With 9, of 643 short quotations 53 more had their speaker, and of 218 short scare quotes 4 in place of 1. */
  closeVerbWords: 5,
  /** So much of a text before a sentence is read for whom it reports: full names stand in the first paragraphs, and pronouns lead back over a few. */
  reportCharsMax: 20_000,
  /** The words that name a speaker are shown up to this; of a longer stretch the name alone. */
  evidenceCharsMax: 120,
  /** How many words after a quotation its reporting verb may stand; asides are long. */
  verbWithinWords: 24,
  /** A reporting phrase stands no further before its quotation than this; a sentence of a thousand quotations is not read anew for each. */
  cueCharsMax: 600,
  /** A draft's speaker is held against the sources where the draft is read so surely: named, not meant by a pronoun or a role, which are right two times in three. */
  claimedConfidenceMin: 0.9,
  /** Quotations of one draft whose speakers are looked for: 200,000 characters of two-letter quotations would take seconds. */
  draftQuotationsMax: 1000,
  /** Quotations of one paragraph whose reporting phrases are read: more stand in none that anybody reads, and each is looked for among all its sentences. */
  paragraphQuotationsMax: 200,
  /** Turns led back from a surname that two share. */
  uncertainTurn: 0.5,
  /** A quotation of up to so many words without a reporting phrase is taken for a scare quote, a title or a nickname. */
  scareWordsMax: 3,
  /** A pronoun is led back over so many sentences to a subject; further back it is the one who spoke last, if anybody. */
  antecedentSentencesMax: 6,
  /** Names that a reader has in mind: those of an article of 10,000 words. Further back nobody is looked for, so that two megabytes of offices take no longer than they are long. */
  rememberedMax: 1000,
  /** And over so many characters: sentences are seldom longer than 300. */
  antecedentCharsMax: 2000,
  /** Titles of works are seldom longer; a longer run of capitals in quotation marks is a headline, which somebody wrote. */
  titleWordsMax: 9,
  /** “the term ‘…’”, “known as ‘…’”: what is named is short; a sentence behind “called” is said. */
  mentionedWordsMax: 4,
  /** Further from the sentence's start than this, somebody else has usually come in. */
  sentenceChars: 240,
  /** Length bound of a noun phrase in words; longer runs are headlines or lists. */
  phraseWordsMax: 12,
} as const;

/**
 * How sure each way of reading is: the share that proved right on 300 news articles with
 * annotated attributions, over 1,384 quotations whose printed speaker is a name. Documents led
 * back to an issuer were 4 and offices 9, too few to say more than "mostly"; pronouns were read by
 * eye, 91 of 99 (docs/accuracy.md).
 */
export const CONFIDENCE = {
  named: 0.98,
  apart: 0.97,
  sameParagraph: 0.98,
  floating: 0.94,
  introduced: 0.88,
  ledBack: 0.75,
  role: 0.7,
  pronoun: 0.85,
  sentence: 0.67,
} as const;
