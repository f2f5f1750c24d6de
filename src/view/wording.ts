import type {
  AttributionOutcome,
  ChangeKind,
  SourceKind,
  Verdict,
  Via,
  WarningKind,
  Wording,
} from "../core/answer.ts";
import type { IconName } from "./icons.ts";

/** The English for each closed list of the answer. A new entry in a list fails to compile until it is worded. */

export interface VerdictWords {
  word: string;
  icon: IconName;
  tone: "good" | "bad" | "caution" | "neutral";
  /** What the verdict means and does not mean, for someone who has never read the docs. */
  meaning: string;
}

export const VERDICT_WORDS: Record<Verdict, VerdictWords> = {
  accurate: {
    word: "Accurate",
    icon: "good",
    tone: "good",
    meaning: "The words are the source’s own, and nothing found beside them changes what they say.",
  },
  altered: {
    word: "Altered",
    icon: "differs",
    tone: "bad",
    meaning: "The source holds this passage in other words. Each difference is marked below.",
  },
  misattributed: {
    word: "Misattributed",
    icon: "speaker",
    tone: "bad",
    meaning: "The words are in the source, and the source gives them to someone else.",
  },
  missing_context: {
    word: "Missing context",
    icon: "context",
    tone: "caution",
    meaning: "The words are exact, but what stands beside them in the source bears on their meaning.",
  },
  not_found: {
    word: "Not found",
    icon: "search",
    tone: "neutral",
    meaning:
      "That is not the same as fabricated: the words may well have been said somewhere that is not among these sources. Look for the original and add it, or ask whoever quoted it where it comes from.",
  },
  cannot_check: {
    word: "Cannot check",
    icon: "question",
    tone: "neutral",
    meaning:
      "This says nothing about whether the words are genuine. A longer passage, at best a whole sentence, gives something to search for.",
  },
  stated: {
    word: "Stated",
    icon: "good",
    tone: "good",
    meaning: "One passage says this, with the same names, numbers and sense.",
  },
  conflicting: {
    word: "Conflicting",
    icon: "differs",
    tone: "bad",
    meaning: "A passage about the same thing says something else. The difference is marked below.",
  },
  related: {
    word: "Related",
    icon: "related",
    tone: "neutral",
    meaning: "These passages are worth reading, but they are not enough to say yes or no.",
  },
};

export const WORDING_WORDS: Record<Wording, string> = {
  verbatim: "Word for word",
  elided: "Shortened, and the omission is marked",
  bracketed: "An editor’s change, marked by brackets",
  minor_edit: "Lightly tidied",
  altered: "Words differ",
  spliced: "Pieces joined without a mark",
  paraphrase: "In other words: it shares words with yours, not their wording",
};

export const CHANGE_WORDS: Record<ChangeKind, string> = {
  number: "Number",
  date: "Date",
  unit: "Unit",
  negation: "Negation",
  modality: "Can, may, must",
  quantifier: "How much",
  name: "Name",
  word: "Word",
  inflection: "Form of a word",
  spelling: "Spelling",
  filler: "Filler",
  omission: "Left out",
  insertion: "Added",
  order: "Order",
  splice: "Joined pieces",
  ellipsis: "Marked omission",
  bracket: "Brackets",
  case: "Capitals",
  punctuation: "Punctuation",
  typography: "Typography",
};

export const WARNING_WORDS: Record<WarningKind, string> = {
  clipped_start: "The sentence begins earlier",
  clipped_end: "The sentence goes on",
  qualifier: "Qualified just outside",
  negated: "Under a negation",
  hypothetical: "Hypothetical",
  question: "Part of a question",
  secondhand: "Second-hand",
  omission_negation: "The omission holds a negation",
  omission_long: "A long omission",
  repeated: "Said in several places",
  superseded: "Corrected since",
};

export const VIA_WORDS: Record<Via, string> = {
  cue: "The source’s text says so",
  turn: "It stands in this speaker’s turn",
  metadata: "The source is on record as this speaker’s",
  floating: "It continues a quotation the text gives to this speaker",
};

export const ATTRIBUTION_WORDS: Record<AttributionOutcome, string> = {
  confirmed: "The source names the same speaker.",
  misattributed: "The source names another speaker.",
  secondhand: "That speaker was passing on someone else’s words, or is only reported to have said this.",
  unknown: "The source neither confirms nor rules that out.",
  not_claimed: "No speaker was given to compare with.",
};

export const SOURCE_KIND_WORDS: Record<SourceKind, string> = {
  article: "article",
  transcript: "transcript",
  speech: "speech",
  statement: "statement",
};

/** Returns the table's words, or the bare name for an entry that a newer endpoint knows and this page does not. */
export function wordsFor<K extends string>(table: Record<K, string>, key: K): string {
  const known: string | undefined = Object.hasOwn(table, key) ? table[key] : undefined;
  return known ?? key.replaceAll("_", " ");
}
