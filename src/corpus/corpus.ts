import type {
  CorpusSummary,
  Match,
  SourceDocument,
  SourceSpeaker,
  SourceSummary,
  SpeakerKind,
} from "../core/answer.ts";
import type { Library } from "../core/finding/library.ts";
import type { Question } from "../core/question.ts";
import type { SourceInput } from "../core/reading/source.ts";
import type { Utterance } from "../core/reading/utterances.ts";
import type { Span } from "../core/text/span.ts";

export interface SourcePage {
  sources: SourceSummary[];
  /** Send it back to read on; null on the last page. */
  cursor: string | null;
}

/** What one source says and who says it, in order of start; an utterance may stand within another. */
export interface SourceQuotations {
  source: Pick<SourceSummary, "id" | "title" | "revision">;
  quotations: Utterance[];
  /** True where there are more than are given. */
  more: boolean;
}

/** Somebody who speaks in the sources: everybody whose name has the same words, and is of one kind; and of people the other forms of the name. */
export interface SpeakerEntry {
  /** As `speakerId` makes it. */
  id: string;
  /** As the newest source has the name, and as the newest that has one has the role. */
  name: string;
  kind: SpeakerKind;
  role: string | null;
  quotations: number;
  sources: number;
  /** The other names under which the sources print this speaker, most quoted first. */
  aliases: string[];
  /** Ids of those whom the sources may mean where the name says too little: of each Jones by “Jones”. */
  mayBe: string[];
}

export interface SpeakerList {
  speakers: SpeakerEntry[];
  /** False where a part of the corpus could not be reached, or was not read for speakers yet. */
  complete: boolean;
}

/** A quotation in a source. */
export interface Spoken extends Span {
  /** The source's own words, no more than `LIMITS.listedQuotationCharsMax` of them. */
  text: string;
  /** True where `text` ends before the quotation does. */
  cut: boolean;
  speaker: SourceSpeaker;
  source: Match["source"];
}

export interface SpokenPage {
  speaker: SpeakerEntry;
  quotations: Spoken[];
  /** Send it back to read on; null on the last page. */
  cursor: string | null;
  /** As of a `SpeakerList`. */
  complete: boolean;
}

/**
 * Where sources live. Every backend is one implementation of this, and the conformance
 * suite in tests/corpus runs over each. Methods are asynchronous because a database is.
 */
export interface Corpus {
  summary(): Promise<CorpusSummary>;
  /**
   * Sources in order of id; with `named`, those whose title, publisher, speaker or id has every word of
   * it, the last of which may be only begun. `cursor` is one that an earlier page gave, or null for the
   * first. Null when the cursor is none of ours.
   */
  list(limit: number, cursor: string | null, named?: string | null): Promise<SourcePage | null>;
  /** One source whole, or null when there is none of that id. */
  read(id: string): Promise<SourceDocument | null>;
  /** The first quotations of a source, or null when there is none of that id. */
  quotationsIn(id: string): Promise<SourceQuotations | null>;
  /** Speakers whose name is like this one, best first; with null the most quoted. */
  speakers(named: string | null, limit: number): Promise<SpeakerList>;
  /** What a speaker said, newest source first and undated ones last. Names what is wrong where there is no such speaker, or the cursor is none of ours. */
  quotationsOf(
    speaker: string,
    limit: number,
    cursor: string | null,
  ): Promise<SpokenPage | "no_speaker" | "no_cursor">;
  /** For each of these questions the library in which it is looked up; of all of them as they stand at one moment. */
  librariesFor(questions: readonly Question[]): Promise<Library[]>;
}

/** What became of a source that was put in: new, in the place of another text, or there already to the letter. */
export interface PutOutcome {
  outcome: "created" | "replaced" | "unchanged";
  summary: SourceSummary;
}

/** One kept revision of a source. */
export interface Revision {
  revision: string;
  words: number;
  /** When it was put in, RFC 3339. */
  createdAt: string;
  /** Whether it is the one that is searched. */
  current: boolean;
}

/**
 * A corpus whose sources may change while it runs. Every write is there at once or not at all;
 * times are RFC 3339. The methods here throw CorpusUnavailable where it cannot be written or read.
 */
export interface WritableCorpus extends Corpus {
  put(source: SourceInput, at: string): Promise<PutOutcome>;
  /** Takes a source away with all its revisions; false when there is none of that id. */
  withdraw(id: string, at: string): Promise<boolean>;
  /** The kept revisions of a source, newest first; none for one that was never put in here. */
  revisions(id: string): Promise<Revision[]>;
  /** Whether the backend can be reached and has what it needs. It never throws. */
  probe(): Promise<"ok" | "behind" | "unreachable">;
  /** One kept revision with its text, or null. */
  readRevision(id: string, revision: string): Promise<SourceDocument | null>;
}
