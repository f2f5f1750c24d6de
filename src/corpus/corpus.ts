import type { CorpusSummary, SourceDocument, SourceSummary } from "../core/answer.ts";
import type { Library } from "../core/finding/library.ts";
import type { Question } from "../core/question.ts";
import type { SourceInput } from "../core/reading/source.ts";

export interface SourcePage {
  sources: SourceSummary[];
  /** Send it back to read on; null on the last page. */
  cursor: string | null;
}

/**
 * Where sources live. Every backend is one implementation of this, and the conformance
 * suite in tests/corpus runs over each. Methods are asynchronous because a database is.
 */
export interface Corpus {
  summary(): Promise<CorpusSummary>;
  /** Sources in order of id. `cursor` is one that an earlier page gave, or null for the first. Null when the cursor is none of ours. */
  list(limit: number, cursor: string | null): Promise<SourcePage | null>;
  /** One source whole, or null when there is none of that id. */
  read(id: string): Promise<SourceDocument | null>;
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
