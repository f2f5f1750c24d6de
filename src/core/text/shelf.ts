import type { Lexicon } from "./lexicon.ts";
import type { Span } from "./span.ts";

/** A stretch of a source's text. `start` is where it begins in the source, in UTF-16 units. */
export interface TextWindow {
  source: number;
  text: string;
  start: number;
  /** The window's first word, counted through the whole library. */
  firstPosition: number;
  /** The position at which the words that were looked for stand whole and in a row; null where they do not. */
  row: number | null;
  /** Where in the text they seem to stand, where that is known. */
  focus?: Focus | undefined;
}

/** A stretch of a text, in UTF-16 units from the window's start, that holds most of a question's words; so many of them are to be looked for before and behind it. */
export interface Focus extends Span {
  before: number;
  behind: number;
}

/** Bits of words that stand in a stretch of text in their order, their share, 0..1, of all that were looked for, and where they seem to stand; null where that was not told. */
export interface Glimpsed {
  bits: number;
  share: number;
  focus: Focus | null;
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
  /** Tells, of a stretch between two positions, how many bits of these words stand there in their order, and of how many: a look before text is read. */
  glance(keys: readonly string[]): (source: number, fromPosition: number, toPosition: number) => Glimpsed;
  /** The text of a source between two positions, rounded outwards. */
  stretch(source: number, fromPosition: number, toPosition: number): TextWindow;
  /** The source's own text at a span. */
  text(source: number, span: Span): string;
  /** Who speaks at a span: a name that is the same for the same speaker, or null for narration. */
  voice(source: number, span: Span): string | null;
}
