import type { SourceInput } from "../../../src/core/reading/source.ts";
import type { Span } from "../../../src/core/text/span.ts";

/** Where an engine says that the words stand: the number of the source in the corpus, and a stretch of its text in UTF-16 units. */
export interface Hit extends Span {
  source: number;
  /** The engine says that the words are not there, and shows this only as what comes nearest. */
  nearest?: true;
}

/** How many places an engine is asked for; the checking desk shows so many. */
export const HITS_MAX = 3;

/** An engine over one corpus. */
export interface Engine {
  /** The places it would show, best first, at most `HITS_MAX`; none where nothing is to show. */
  ask(question: string): readonly Hit[];
  /** Bytes of its index and of the text beside it, where they can be told apart. */
  indexBytes?: number;
  textBytes?: number;
  /** Bytes that it holds outside of V8's view. */
  foreignBytes?: number;
  /** CPU milliseconds to open a built index. */
  openMs?: number;
}

/** An engine that takes part: how it is built, and what it can be asked for. */
export interface Peer {
  id: string;
  /** What it is called in tables. */
  name: string;
  /** The shape in which it gets the texts, in a word or two. */
  shape: "whole texts" | "passages" | "sentences";
  /** A corpus of more words it cannot handle within the budget, for the reason given; it is left out unless asked for by name or by `--all`. */
  wordsMax?: { count: number; why: string };
  build(sources: readonly SourceInput[]): Engine | Promise<Engine>;
}
