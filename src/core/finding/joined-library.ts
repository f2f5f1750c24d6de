import type { CorpusSummary, SourceSummary } from "../answer.ts";
import type { Utterance } from "../reading/utterances.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { TextWindow } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import type { Library, Voice, WantedUtterances, Words } from "./library.ts";

/** What is joined to a library, and what is then true of the whole. */
export interface Joining {
  /** The whole corpus, which may hold more sources than are joined here. */
  summary: CorpusSummary;
  /** Libraries joined behind the first one: the sources that may answer this question. */
  added: readonly Library[];
  /** Ids of the first library's sources whose place others have taken. */
  replaced: ReadonlySet<string>;
  /** The id of the newer source by the id of the one that it corrects, of all that there are; null where it is as the libraries say themselves. */
  corrections: ReadonlyMap<string, string> | null;
  /** How often a word stands in sources that are not in the first library, where that is known. */
  counts: ReadonlyMap<string, number>;
  withdrawn: ReadonlySet<string>;
}

/**
 * Several libraries as one, so that a question is searched, compared and judged over all of
 * them by the same rules: a quotation spliced from two of them is seen as one, and the same
 * words in both are told as repeated. Nothing is copied; words are numbered as they are asked for.
 */
export function joinLibraries(first: Library, joining: Joining): Library {
  return new JoinedLibrary(first, joining);
}

/** One of the libraries, with what is added to its numbers. */
interface Part {
  library: Library;
  firstSource: number;
  firstPosition: number;
}

class JoinedLibrary implements Library {
  readonly summary: CorpusSummary;
  readonly sources: readonly SourceSummary[];
  readonly vocabulary: Words;
  readonly lexicon: Lexicon;
  readonly hidden: ReadonlySet<number> | null;
  readonly withdrawn: ReadonlySet<string>;
  readonly positionsEnd: number;
  readonly #parts: readonly Part[];
  readonly #words: JoinedWords;
  readonly #counts: ReadonlyMap<string, number>;

  constructor(first: Library, { summary, added, replaced, corrections, counts, withdrawn }: Joining) {
    const libraries = [first, ...added];
    this.#parts = partsOf(libraries);
    this.positionsEnd = libraries.reduce((sum, library) => sum + library.positionsEnd, 0);
    this.sources = libraries.flatMap((library) => withCorrections(library.sources, corrections));
    this.hidden = numbersOf(first.sources, replaced);
    this.lexicon = joinedLexicon(libraries);
    this.#words = new JoinedWords(libraries);
    this.vocabulary = this.#words;
    this.summary = summary;
    this.withdrawn = withdrawn;
    this.#counts = counts;
  }

  count(word: number): number {
    const numbers = this.#words.numbers(word);
    const [ofFirst = 0, ...rest] = this.#parts.map(({ library }, index) => {
      const number = numbers[index] ?? -1;
      return number < 0 ? 0 : library.count(number);
    });
    const joined = rest.reduce((sum, count) => sum + count, 0);
    return ofFirst + Math.max(joined, this.#counts.get(this.#words.word(word)) ?? 0);
  }

  positions(word: number, into: Int32Array, at: number): number {
    const numbers = this.#words.numbers(word);
    let next = at;
    this.#parts.forEach(({ library, firstPosition }, index) => {
      const number = numbers[index] ?? -1;
      if (number < 0) return;
      const end = library.positions(number, into, next);
      for (; next < end; next++) into[next] = (into[next] as number) + firstPosition;
    });
    return next;
  }

  titledWith(word: number): number[] {
    const numbers = this.#words.numbers(word);
    return this.#parts.flatMap(({ library, firstSource }, index) => {
      const number = numbers[index] ?? -1;
      return number < 0 ? [] : library.titledWith(number).map((source) => source + firstSource);
    });
  }

  sourceAt(position: number): number {
    const part = this.#parts.findLast(({ firstPosition }) => firstPosition <= position) ?? this.#first;
    return part.firstSource + part.library.sourceAt(position - part.firstPosition);
  }

  positionsOf(source: number): { from: number; to: number } {
    const { library, firstSource, firstPosition } = this.#partOf(source);
    const { from, to } = library.positionsOf(source - firstSource);
    return { from: from + firstPosition, to: to + firstPosition };
  }

  window(source: number, from: number, to: number): TextWindow {
    const { library, firstSource, firstPosition } = this.#partOf(source);
    const window = library.window(source - firstSource, from - firstPosition, to - firstPosition);
    return { ...window, source, firstPosition: window.firstPosition + firstPosition };
  }

  bytes(source: number, from: number, to: number): Uint8Array {
    const { library, firstSource, firstPosition } = this.#partOf(source);
    return library.bytes(source - firstSource, from - firstPosition, to - firstPosition);
  }

  textAround(source: number, span: Span, chars: number): { text: string; start: number } {
    const { library, firstSource } = this.#partOf(source);
    return library.textAround(source - firstSource, span, chars);
  }

  textOf(source: number): string {
    const { library, firstSource } = this.#partOf(source);
    return library.textOf(source - firstSource);
  }

  codePointSpan(source: number, span: Span): Span {
    const { library, firstSource } = this.#partOf(source);
    return library.codePointSpan(source - firstSource, span);
  }

  utterancesAround(source: number, span: Span): Utterance[] {
    const { library, firstSource } = this.#partOf(source);
    return library.utterancesAround(source - firstSource, span);
  }

  utterancesOf(source: number, wanted: WantedUtterances): Utterance[] {
    const { library, firstSource } = this.#partOf(source);
    return library.utterancesOf(source - firstSource, wanted);
  }

  voicesOf(source: number): { voice: Voice; utterances: number }[] {
    const { library, firstSource } = this.#partOf(source);
    return library.voicesOf(source - firstSource);
  }

  speakersOf(source: number): Voice[] {
    const { library, firstSource } = this.#partOf(source);
    return library.speakersOf(source - firstSource);
  }

  get #first(): Part {
    return this.#parts[0] as Part;
  }

  #partOf(source: number): Part {
    return this.#parts.findLast(({ firstSource }) => firstSource <= source) ?? this.#first;
  }
}

function partsOf(libraries: readonly Library[]): Part[] {
  let firstSource = 0;
  let firstPosition = 0;
  return libraries.map((library) => {
    const part = { library, firstSource, firstPosition };
    firstSource += library.sources.length;
    firstPosition += library.positionsEnd;
    return part;
  });
}

function withCorrections(
  sources: readonly SourceSummary[],
  corrections: ReadonlyMap<string, string> | null,
): readonly SourceSummary[] {
  if (corrections === null) return sources;
  return sources.map((source) => {
    const newer = corrections.get(source.id) ?? null;
    return newer === source.supersededBy ? source : { ...source, supersededBy: newer };
  });
}

function numbersOf(sources: readonly SourceSummary[], ids: ReadonlySet<string>): ReadonlySet<number> | null {
  if (ids.size === 0) return null;
  return new Set(sources.flatMap(({ id }, number) => (ids.has(id) ? [number] : [])));
}

/** A word is one that any library knows; a name only where no dictionary knows it as a word. */
function joinedLexicon(libraries: readonly Library[]): Lexicon {
  const [first, ...rest] = libraries.map((library) => library.lexicon);
  if (first === undefined) throw new RangeError("there is no library to join to");
  return {
    has: (key) => first.has(key) || rest.some((lexicon) => lexicon.has(key)),
    isName: (key) => first.isName(key) || (!first.has(key) && rest.some((lexicon) => lexicon.isName(key))),
  };
}

/** Words numbered in the order in which they are met; each knows its number in every library. */
class JoinedWords implements Words {
  readonly #libraries: readonly Library[];
  readonly #numberOfKey = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #numbers: (readonly number[])[] = [];

  constructor(libraries: readonly Library[]) {
    this.#libraries = libraries;
  }

  /** A word's number in each of the libraries, −1 where one does not have it. */
  numbers(word: number): readonly number[] {
    return this.#numbers[word] ?? [];
  }

  find(key: string): number {
    const known = this.#numberOfKey.get(key);
    if (known !== undefined) return known;
    const numbers = this.#libraries.map((library) => library.vocabulary.find(key));
    const found = numbers.some((number) => number >= 0) ? this.#keys.push(key) - 1 : -1;
    if (found >= 0) this.#numbers[found] = numbers;
    this.#numberOfKey.set(key, found);
    return found;
  }

  word(number: number): string {
    return this.#keys[number] ?? "";
  }

  beginningWith(letters: string, over: number, max: number): number[] {
    const keys = this.#libraries.flatMap(({ vocabulary }) =>
      vocabulary.beginningWith(letters, over, max).map((number) => vocabulary.word(number)),
    );
    return this.#each(keys.sort(byLength), max);
  }

  near(key: string, max: number): number[] {
    return this.#each(
      this.#libraries.flatMap(({ vocabulary }) =>
        vocabulary.near(key, max).map((number) => vocabulary.word(number)),
      ),
      max * this.#libraries.length,
    );
  }

  #each(keys: readonly string[], max: number): number[] {
    return [...new Set(keys)].slice(0, max).map((key) => this.find(key));
  }
}

function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
