import type { CorpusSummary, SourceDocument, SourceSummary } from "../core/answer.ts";
import type { Library } from "../core/finding/library.ts";
import type { Question } from "../core/question.ts";

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
  /** The library in which this question is looked up. */
  libraryFor(question: Question): Promise<Library>;
}
