import type { Lexicon } from "./lexicon.ts";
import type { Span } from "./span.ts";

/** A stretch of a source's text. `start` is where it begins in the source, in UTF-16 units. */
export interface TextWindow {
  source: number;
  text: string;
  start: number;
  /** The window's first word, counted through the whole library. */
  firstPosition: number;
}

/** What comparison needs of a library, and no more: to look words up, and to read text. */
export interface Shelf {
  lexicon: Lexicon;
  /** Surprisal of a word in bits. */
  bits(key: string): number;
  /** Bits that name one place among all the library's words. */
  placeBits: number;
  /** Where these words stand exactly, whole or by one half; in one source, or anywhere for null. */
  places(keys: readonly string[], source: number | null): TextWindow[];
  /** Bits of those of the words that stand between two positions, in whatever order: a look before text is read. */
  bitsWithin(keys: readonly string[], fromPosition: number, toPosition: number): number;
  /** The text of a source between two positions, rounded outwards. */
  stretch(source: number, fromPosition: number, toPosition: number): TextWindow;
  /** The source's own text at a span. */
  text(source: number, span: Span): string;
  /** Who speaks at a span: a name that is the same for the same speaker, or null for narration. */
  voice(source: number, span: Span): string | null;
}
