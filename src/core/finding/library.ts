import { type CorpusSummary, type SourceSummary, type Speaker, VIAS } from "../answer.ts";
import type { Utterance } from "../reading/utterances.ts";
import { type Lexicon, openLexicon } from "../text/lexicon.ts";
import type { TextWindow } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import type { LibraryMeta } from "./build.ts";
import {
  CHECKPOINT_WORDS,
  decodeSections,
  int32View,
  SOURCE_ROW,
  TITLE_ROW,
  TRANSLATED,
  UTTERANCE_ROW,
  uint32View,
} from "./format.ts";
import { Vocabulary } from "./vocabulary.ts";

/** The words of a library, by number. Numbers hold for one library and one question. */
export interface Words {
  /** The number of a word, or −1 when the library does not have it. */
  find(key: string): number;
  word(number: number): string;
  /** The words that begin with these letters and have at most `over` bytes more, shorter first, at most `max`. */
  beginningWith(letters: string, over: number, max: number): number[];
  /** Words within one edit (two from seven letters on, three from ten) of an unknown one, nearest first, at most `max`. */
  near(key: string, max: number): number[];
}

/** Someone who speaks in a source. */
export type Voice = Pick<Speaker, "name" | "kind" | "role" | "document">;

/** Which utterances of a source are asked for. */
export interface WantedUtterances {
  /** Whose; null for everybody's, and those of nobody in particular. */
  voice: ((voice: Voice) => boolean) | null;
  /** Only those behind the utterance that has this span, in their order; null for all from the first on. */
  after: Span | null;
  max: number;
}

/**
 * Sources to search: index, texts, and who says what. Positions count words through the whole
 * library; sources are numbered in its order. Immutable to those who ask; every method is pure.
 */
export interface Library {
  readonly summary: CorpusSummary;
  readonly sources: readonly SourceSummary[];
  readonly vocabulary: Words;
  readonly lexicon: Lexicon;
  /** Sources that no question may search, because newer ones have taken their place; null where there are none. */
  readonly hidden: ReadonlySet<number> | null;
  /** Ids, of those a question names, whose sources have been withdrawn. */
  readonly withdrawn: ReadonlySet<string>;
  /** The first position after the last source and its gap: where another library's positions may begin. */
  readonly positionsEnd: number;
  /** How often a word stands in the library. */
  count(word: number): number;
  /** Every position of a word, ascending, written into `into` from `at` on; returns the index after the last. Stops when `into` is full. */
  positions(word: number, into: Int32Array, at: number): number;
  /** The sources whose title has a word, ascending. */
  titledWith(word: number): number[];
  /** The source that holds a position. */
  sourceAt(position: number): number;
  /** First and one-after-last position of a source. */
  positionsOf(source: number): { from: number; to: number };
  /** The text from the checkpoint before position `from` to the one after `to`, both kept within the source. */
  window(source: number, from: number, to: number): TextWindow;
  /** The UTF-8 of the text that `window` gives: what can be told from it need not be decoded. */
  bytes(source: number, from: number, to: number): Uint8Array;
  /** The text around a span of a source, reaching at least `chars` UTF-16 units to both sides or the text's end. */
  textAround(source: number, span: Span, chars: number): { text: string; start: number };
  /** A source's text, whole. */
  textOf(source: number): string;
  /** A span of a source counted in code points. */
  codePointSpan(source: number, span: Span): Span;
  /** The utterances of a source that share a place with a span, outer ones before inner. */
  utterancesAround(source: number, span: Span): Utterance[];
  /** The utterances of a source in order of start, outer ones before inner: those that are wanted, behind a place, and at most so many. */
  utterancesOf(source: number, wanted: WantedUtterances): Utterance[];
  /** Everyone a source names as a speaker, each once. */
  speakersOf(source: number): Voice[];
  /** The same, each with how many utterances of the source are that voice's. */
  voicesOf(source: number): { voice: Voice; utterances: number }[];
}

/**
 * Opens a library file, or one whose text was taken out and is handed in beside it. Throws
 * RangeError when it is cut short, damaged or of another version.
 */
export function openLibrary(bytes: Uint8Array, text?: Uint8Array): Library {
  return new FileLibrary(bytes, text);
}

const NOTHING_WITHDRAWN: ReadonlySet<string> = new Set();

/** A library over one file's bytes, read through views. */
class FileLibrary implements Library {
  readonly summary: CorpusSummary;
  readonly sources: readonly SourceSummary[];
  readonly vocabulary: Vocabulary;
  readonly hidden = null;
  readonly withdrawn = NOTHING_WITHDRAWN;
  readonly lexicon: Lexicon;
  readonly #speakers: readonly Voice[];
  readonly #counts: Uint32Array;
  readonly #postings: Uint8Array;
  readonly #postingOffsets: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #checkpoints: Uint32Array;
  readonly #utterances: Int32Array;
  readonly #titleWords: Uint32Array;
  readonly #text: Uint8Array;
  readonly #astral = new Map<number, boolean>();
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(bytes: Uint8Array, text?: Uint8Array) {
    const sections = decodeSections(bytes);
    const meta = JSON.parse(this.#decoder.decode(sections.meta)) as LibraryMeta;
    const { revision, words } = meta;
    this.summary = { revision, sources: meta.sources.length, words, complete: true };
    this.sources = meta.sources;
    this.#speakers = meta.speakers;
    this.vocabulary = new Vocabulary(sections.vocabulary, sections.vocabularyOffsets, sections.letterMasks);
    this.lexicon = openLexicon(sections.wordFilter, sections.nameFilter);
    this.#counts = uint32View(sections.counts);
    this.#postings = sections.postings;
    this.#postingOffsets = uint32View(sections.postingOffsets);
    this.#rows = uint32View(sections.sources);
    this.#checkpoints = uint32View(sections.checkpoints);
    this.#utterances = int32View(sections.utterances);
    this.#titleWords = uint32View(sections.titleWords);
    this.#text = text ?? sections.text;
  }

  count(word: number): number {
    return this.#counts[word] ?? 0;
  }

  positions(word: number, into: Int32Array, at: number): number {
    let offset = this.#postingOffsets[word] as number;
    const end = this.#postingOffsets[word + 1] as number;
    let position = 0;
    let next = at;
    while (offset < end && next < into.length) {
      let shift = 0;
      let byte = this.#postings[offset++] as number;
      let delta = byte & 0x7f;
      while (byte > 0x7f) {
        shift += 7;
        byte = this.#postings[offset++] as number;
        delta |= (byte & 0x7f) << shift;
      }
      position += delta;
      into[next++] = position;
    }
    return next;
  }

  titledWith(word: number): number[] {
    const field = (row: number, name: number): number =>
      this.#titleWords[row * TITLE_ROW.width + name] as number;
    const rows = this.#titleWords.length / TITLE_ROW.width;
    let low = 0;
    let high = rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (field(middle, TITLE_ROW.word) < word) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let row = low; row < rows && field(row, TITLE_ROW.word) === word; row++)
      found.push(field(row, TITLE_ROW.source));
    return found;
  }

  get positionsEnd(): number {
    const last = this.sources.length - 1;
    if (last < 0) return 0;
    const { from, to } = this.positionsOf(last);
    return from + (Math.ceil((to - from) / CHECKPOINT_WORDS) + 1) * CHECKPOINT_WORDS;
  }

  #row(source: number, field: number): number {
    return this.#rows[source * SOURCE_ROW.width + field] as number;
  }

  sourceAt(position: number): number {
    let low = 0;
    let high = this.sources.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#row(middle, SOURCE_ROW.firstPosition) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionsOf(source: number): { from: number; to: number } {
    const from = this.#row(source, SOURCE_ROW.firstPosition);
    return { from, to: from + this.#row(source, SOURCE_ROW.words) };
  }

  window(source: number, from: number, to: number): TextWindow {
    const { first, last, firstPosition } = this.#blocks(source, from, to);
    return {
      ...this.#slice(source, this.#checkpoint(first), this.#checkpoint(last)),
      firstPosition,
      row: null,
    };
  }

  bytes(source: number, from: number, to: number): Uint8Array {
    const { first, last } = this.#blocks(source, from, to);
    const base = this.#row(source, SOURCE_ROW.textStart);
    return this.#text.subarray(base + this.#checkpoint(first).byte, base + this.#checkpoint(last).byte);
  }

  /** The checkpoints around two positions that are kept within the source, and the position of the first. */
  #blocks(source: number, from: number, to: number): { first: number; last: number; firstPosition: number } {
    const bounds = this.positionsOf(source);
    const blocks = Math.ceil((bounds.to - bounds.from) / CHECKPOINT_WORDS);
    const firstBlock = clamp(Math.floor((from - bounds.from) / CHECKPOINT_WORDS), 0, Math.max(0, blocks - 1));
    const lastBlock = clamp(Math.ceil((to - bounds.from) / CHECKPOINT_WORDS), firstBlock + 1, blocks);
    const base = Math.floor(bounds.from / CHECKPOINT_WORDS);
    return {
      first: base + firstBlock,
      last: base + Math.min(lastBlock, blocks),
      firstPosition: bounds.from + firstBlock * CHECKPOINT_WORDS,
    };
  }

  #checkpoint(block: number): { byte: number; unit: number } {
    return { byte: this.#checkpoints[block * 2] as number, unit: this.#checkpoints[block * 2 + 1] as number };
  }

  #slice(
    source: number,
    from: { byte: number; unit: number },
    to: { byte: number; unit: number },
  ): Omit<TextWindow, "firstPosition" | "row"> {
    const base = this.#row(source, SOURCE_ROW.textStart);
    return {
      source,
      text: this.#decoder.decode(this.#text.subarray(base + from.byte, base + to.byte)),
      start: from.unit,
    };
  }

  textAround(source: number, span: Span, chars: number): { text: string; start: number } {
    const bounds = this.positionsOf(source);
    const base = Math.floor(bounds.from / CHECKPOINT_WORDS);
    const last = base + Math.ceil((bounds.to - bounds.from) / CHECKPOINT_WORDS);
    const unitAt = (block: number): number => this.#checkpoint(block).unit;
    let low = base;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (unitAt(middle) <= span.start - chars) low = middle;
      else high = middle - 1;
    }
    let end = low;
    while (end < last && unitAt(end) < span.end + chars) end++;
    const from = unitAt(low) <= span.start - chars ? this.#checkpoint(low) : { byte: 0, unit: 0 };
    return this.#slice(source, from, end < last ? this.#checkpoint(end) : this.#checkpoint(last));
  }

  textOf(source: number): string {
    const start = this.#row(source, SOURCE_ROW.textStart);
    return this.#decoder.decode(this.#text.subarray(start, start + this.#row(source, SOURCE_ROW.textBytes)));
  }

  /** Only a source with characters beyond the basic plane is read for it. */
  codePointSpan(source: number, span: Span): Span {
    if (!this.#hasAstral(source)) return { start: span.start, end: span.end };
    const text = this.textOf(source);
    const start = codePoints(text.slice(0, span.start));
    return { start, end: start + codePoints(text.slice(span.start, span.end)) };
  }

  /** Whether a source has characters of four bytes, looked for once. */
  #hasAstral(source: number): boolean {
    const known = this.#astral.get(source);
    if (known !== undefined) return known;
    const start = this.#row(source, SOURCE_ROW.textStart);
    const found = this.#text
      .subarray(start, start + this.#row(source, SOURCE_ROW.textBytes))
      .some((byte) => byte >= FOUR_BYTE_LEAD);
    this.#astral.set(source, found);
    return found;
  }

  utterancesAround(source: number, span: Span): Utterance[] {
    const found: Utterance[] = [];
    for (
      let row = this.#row(source, SOURCE_ROW.utteranceFrom);
      row < this.#row(source, SOURCE_ROW.utteranceTo);
      row++
    ) {
      const start = this.#field(row, UTTERANCE_ROW.start);
      if (start >= span.end) break;
      if (this.#field(row, UTTERANCE_ROW.end) > span.start) found.push(this.#utterance(source, row));
    }
    return found;
  }

  utterancesOf(source: number, { voice, after, max }: WantedUtterances): Utterance[] {
    const known = new Map<number, boolean>();
    const isWanted = (speaker: number): boolean => {
      if (voice === null) return true;
      if (speaker < 0) return false;
      const wanted = known.get(speaker) ?? voice(this.#speakers[speaker] as Voice);
      known.set(speaker, wanted);
      return wanted;
    };
    const found: Utterance[] = [];
    for (
      let row = this.#row(source, SOURCE_ROW.utteranceFrom);
      row < this.#row(source, SOURCE_ROW.utteranceTo) && found.length < max;
      row++
    ) {
      const span = { start: this.#field(row, UTTERANCE_ROW.start), end: this.#field(row, UTTERANCE_ROW.end) };
      if (after !== null && !standsBehind(span, after)) continue;
      if (isWanted(this.#field(row, UTTERANCE_ROW.speaker))) found.push(this.#utterance(source, row));
    }
    return found;
  }

  speakersOf(source: number): Voice[] {
    return this.voicesOf(source).map(({ voice }) => voice);
  }

  voicesOf(source: number): { voice: Voice; utterances: number }[] {
    const counts = new Map<number, number>();
    for (
      let row = this.#row(source, SOURCE_ROW.utteranceFrom);
      row < this.#row(source, SOURCE_ROW.utteranceTo);
      row++
    ) {
      const speaker = this.#field(row, UTTERANCE_ROW.speaker);
      if (speaker >= 0) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
    return [...counts].map(([number, utterances]) => ({
      voice: this.#speakers[number] as Voice,
      utterances,
    }));
  }

  #field(row: number, field: number): number {
    return this.#utterances[row * UTTERANCE_ROW.width + field] as number;
  }

  #utterance(source: number, row: number): Utterance {
    const field = (name: number): number => this.#field(row, name);
    const speaker = this.#speakers[field(UTTERANCE_ROW.speaker)];
    const via = field(UTTERANCE_ROW.via);
    const evidenceStart = field(UTTERANCE_ROW.evidenceStart);
    const evidence = { start: evidenceStart, end: field(UTTERANCE_ROW.evidenceEnd) };
    return {
      start: field(UTTERANCE_ROW.start),
      end: field(UTTERANCE_ROW.end),
      depth: field(UTTERANCE_ROW.depth) === 0 ? 0 : 1,
      speaker: speaker
        ? {
            ...speaker,
            via: VIAS[via % TRANSLATED] ?? "cue",
            confidence: field(UTTERANCE_ROW.permille) / 1000,
            evidence: evidenceStart < 0 ? null : { text: this.#excerpt(source, evidence), ...evidence },
            translated: via >= TRANSLATED,
          }
        : null,
    };
  }

  #excerpt(source: number, span: { start: number; end: number }): string {
    const around = this.textAround(source, span, 0);
    return around.text.slice(span.start - around.start, span.end - around.start);
  }
}

/** Whether a span comes after another in the order of utterances: by start, the longer one first. */
function standsBehind(span: Span, other: Span): boolean {
  return span.start > other.start || (span.start === other.start && span.end < other.end);
}

/** UTF-8 begins a character of four bytes, which UTF-16 writes as two units, with at least this (RFC 3629). */
const FOUR_BYTE_LEAD = 0xf0;

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
