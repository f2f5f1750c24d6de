import type { Span } from "./text/span.ts";
import type { TimeCode } from "./text/time-codes.ts";

/**
 * The words of the contract, as closed lists. Every verdict, wording, attribution,
 * change kind and warning kind that an answer can hold stands here and nowhere else;
 * docs/verdicts.md explains each, and a test holds the two together.
 */

export const QUOTE_VERDICTS = [
  "cannot_check",
  "not_found",
  "misattributed",
  "altered",
  "missing_context",
  "accurate",
] as const;
export const CLAIM_VERDICTS = ["stated", "conflicting", "related", "not_found", "cannot_check"] as const;
export const SEVERITIES = ["none", "minor", "material"] as const;
export const WORDINGS = [
  "verbatim",
  "elided",
  "bracketed",
  "minor_edit",
  "altered",
  "spliced",
  "paraphrase",
] as const;
export const ATTRIBUTIONS = ["confirmed", "misattributed", "secondhand", "unknown", "not_claimed"] as const;
export const CHANGE_KINDS = [
  "number",
  "date",
  "unit",
  "negation",
  "modality",
  "quantifier",
  "name",
  "word",
  "inflection",
  "spelling",
  "filler",
  "omission",
  "insertion",
  "order",
  "splice",
  "ellipsis",
  "bracket",
  "case",
  "punctuation",
  "typography",
] as const;
export const WARNING_KINDS = [
  "clipped_start",
  "clipped_end",
  "qualifier",
  "negated",
  "hypothetical",
  "question",
  "secondhand",
  "omission_negation",
  "omission_long",
  "repeated",
  "superseded",
] as const;
export const SOURCE_KINDS = ["article", "transcript", "speech", "statement"] as const;
export const SPEAKER_KINDS = ["person", "organisation", "document"] as const;
/** How a speaker was found: a reporting phrase, a speaker turn, the source's front matter, a quotation that continues an attributed one. */
export const VIAS = ["cue", "turn", "metadata", "floating"] as const;

export type QuoteVerdict = (typeof QUOTE_VERDICTS)[number];
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];
export type Verdict = QuoteVerdict | ClaimVerdict;
export type Severity = (typeof SEVERITIES)[number];
export type Wording = (typeof WORDINGS)[number];
export type AttributionOutcome = (typeof ATTRIBUTIONS)[number];
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type WarningKind = (typeof WARNING_KINDS)[number];
export type SourceKind = (typeof SOURCE_KINDS)[number];
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];
export type Via = (typeof VIAS)[number];

/** Words and where they stand: UTF-16 offsets, half-open, into the text they came from. */
export interface Excerpt extends Span {
  text: string;
}

/** One difference in wording. `submitted` points into the quote as sent, `source` into the source's text; an empty excerpt marks the place where words are missing. */
export interface Change {
  kind: ChangeKind;
  material: boolean;
  submitted: Excerpt;
  source: Excerpt;
  message: string;
}

export interface Speaker {
  name: string;
  kind: SpeakerKind;
  via: Via;
  /** 0..1, how often an attribution read this way is right. */
  confidence: number;
  /** The source's words that name the speaker; null where front matter does. */
  evidence: Excerpt | null;
  /** The speaker's role as the source gives it ("Mayor"), or null. */
  role: string | null;
  /** The document quoted ("the Chinese plan") where an organisation speaks through one, else null. */
  document: string | null;
}

/** Who a source says said it. */
export interface SourceSpeaker extends Speaker {
  /** True where a transcript marks the words as a translator's: they are not the very words of whoever is named. */
  translated: boolean;
}

export interface Warning extends Excerpt {
  kind: WarningKind;
  /** Whether the warning alone turns an exact quotation into `missing_context`. */
  material: boolean;
  message: string;
}

export interface SourceSummary {
  id: string;
  title: string;
  kind: SourceKind;
  speaker: string | null;
  publisher: string | null;
  date: string | null;
  url: string | null;
  language: string | null;
  licence: string | null;
  /** The id of the older source that this one corrects, or null. */
  corrects: string | null;
  /** The id of the newer source that corrects this one, or null. */
  supersededBy: string | null;
  /** `sha256-` and the hash, in hex, of text and front matter. */
  revision: string;
  words: number;
}

export interface SourceDocument extends SourceSummary {
  text: string;
}

export type Selector =
  | { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string }
  | { type: "TextPositionSelector"; start: number; end: number };

export interface Match {
  wording: Wording;
  attribution: AttributionOutcome;
  /** 0..1, how alike the words are. It never decides alone. */
  score: number;
  quote: { exact: string; prefix: string; suffix: string } & Span;
  changes: Change[];
  speaker: SourceSpeaker | null;
  /** The last time code of a transcript or a speech at or before the words, or null where it has none. */
  time: TimeCode | null;
  context: { before: string; passage: string; after: string; warnings: Warning[] };
  source: Pick<
    SourceSummary,
    "id" | "title" | "kind" | "publisher" | "date" | "url" | "speaker" | "revision" | "supersededBy"
  >;
  link: string | null;
  selectors: Selector[];
}

export interface CorpusSummary {
  revision: string;
  sources: number;
  words: number;
  /** False where a part of the corpus could not be reached, which is then not counted either. */
  complete: boolean;
}

export interface Answer {
  verdict: Verdict;
  severity: Severity;
  /** One sentence an editor can act on. */
  summary: string;
  matches: Match[];
  corpus: CorpusSummary;
  engine: string;
}
