import type { Focus } from "../text/shelf.ts";
import { GLANCING } from "../tuning.ts";
import { Beginnings } from "./beginnings.ts";

/** A place of a question: the words that may stand for it, folded, and the bits that meeting one tells. */
export interface Sought {
  keys: readonly string[];
  bits: number;
}

/** What a look at a stretch of text told. */
export interface Glimpse {
  /** Bits of the question's places that stand there in the question's order: as many as any alignment could find, but for words that only their sense or a slip in their first letters relates. */
  bits: number;
  /** Bits of the best stretch of the question, less those of what it lacks. */
  stretchBits: number;
  /** Where that stretch stands. */
  stretch: Focus;
  /** Characters that were not told: neither ASCII nor letters of Western European languages. */
  unread: number;
}

/** How much of a question a stretch of text may hold, told from its bytes: a hundredth of the time that reading and aligning it takes. */
export class Glance {
  /** Bits of all the question's places. */
  readonly bits: number;
  readonly #count: number;
  /** The places that are looked for. */
  readonly #places: readonly number[];
  readonly #weights: Float64Array;
  /** Bits of all the places that may be met, for a bit of those that are looked for. */
  readonly #scale: number;
  readonly #beginnings: Beginnings;
  readonly #hits: Uint8Array;
  /** By place: bits of the best chain in order up to it; bits of the best stretch that ends with it, and the word and the place at which that begins. */
  readonly #chains: Float64Array;
  readonly #stretches: Float64Array;
  readonly #firstWords: Int32Array;
  readonly #firstPlaces: Int32Array;
  /** The best stretch that ended with the word that was met last, where it began, and the place with which it ended. */
  #best = 0;
  #bestFirstWord = 0;
  #bestFirst = 0;
  #bestLast = 0;

  constructor(given: readonly Sought[]) {
    this.#count = given.length;
    this.#places = rarest(given, GLANCING.placesMax);
    const sought = this.#places.map((place) => given[place] as Sought);
    this.bits = bitsOf(given);
    // Those that are looked for stand for the others that could be: words that nothing can stand for are never met.
    const kept = bitsOf(sought.filter(isMeetable));
    this.#scale = kept === 0 ? 0 : bitsOf(given.filter(isMeetable)) / kept;
    this.#weights = Float64Array.from(sought, ({ bits }) => bits);
    this.#beginnings = new Beginnings(sought.map(({ keys }) => keys));
    this.#hits = new Uint8Array(sought.length);
    this.#chains = new Float64Array(sought.length + 1);
    this.#stretches = new Float64Array(sought.length + 1);
    this.#firstWords = new Int32Array(sought.length + 1);
    this.#firstPlaces = new Int32Array(sought.length + 1);
  }

  /** What a stretch of text, in UTF-8, holds of the question. */
  at(text: Uint8Array): Glimpse {
    this.#chains.fill(0);
    this.#stretches.fill(0);
    const { count, words, ends, entries, unread } = this.#beginnings.search(text);
    let stretchBits = 0;
    const stretch = { start: 0, end: 0, before: 0, behind: 0 };
    let last = 0;
    for (let index = 0; index < count; index++) {
      const word = words[index] as number;
      this.#beginnings.mark(entries[index] as number, this.#hits);
      this.#meet(index, (word - last) * GLANCING.passedOverBits);
      last = word;
      if (this.#best <= stretchBits) continue;
      stretchBits = this.#best;
      stretch.start = ends[this.#bestFirstWord] as number;
      stretch.end = ends[index] as number;
      stretch.before = this.#places[this.#bestFirst] as number;
      stretch.behind = this.#count - 1 - (this.#places[this.#bestLast] as number);
    }
    const bits = this.#scale * (this.#chains[this.#weights.length] as number);
    return { bits, stretchBits, stretch, unread };
  }

  /** Takes in a word of the text that may be some of the question's. `decay`: what the words passed over since the last take off a stretch. */
  #meet(word: number, decay: number): void {
    const weights = this.#weights;
    const chains = this.#chains;
    const stretches = this.#stretches;
    const hits = this.#hits;
    const firstWords = this.#firstWords;
    const firstPlaces = this.#firstPlaces;
    this.#best = 0;
    // Of the place before, what it had until this word and what it has now.
    let chainWas = 0;
    let chainIs = 0;
    let was = 0;
    let wasWord = 0;
    let wasPlace = 0;
    let is = 0;
    let isWord = 0;
    let isPlace = 0;
    for (let place = 0; place < weights.length; place++) {
      const bits = weights[place] as number;
      const chain = chains[place + 1] as number;
      const stretch = Math.max(0, (stretches[place + 1] as number) - decay);
      const stretchWord = firstWords[place + 1] as number;
      const stretchPlace = firstPlaces[place + 1] as number;
      chainIs = Math.max(chain, chainIs);
      is -= bits;
      if (stretch > is) {
        is = stretch;
        isWord = stretchWord;
        isPlace = stretchPlace;
      }
      if (hits[place] === 1) {
        hits[place] = 0;
        chainIs = Math.max(chainIs, chainWas + bits);
        if (was + bits > is) {
          is = was + bits;
          isWord = was > 0 ? wasWord : word;
          isPlace = was > 0 ? wasPlace : place;
        }
        if (is > this.#best) {
          this.#best = is;
          this.#bestFirstWord = isWord;
          this.#bestFirst = isPlace;
          this.#bestLast = place;
        }
      }
      chainWas = chain;
      was = stretch;
      wasWord = stretchWord;
      wasPlace = stretchPlace;
      chains[place + 1] = chainIs;
      stretches[place + 1] = is;
      firstWords[place + 1] = isWord;
      firstPlaces[place + 1] = isPlace;
    }
  }
}

function isMeetable({ keys }: Sought): boolean {
  return keys.length > 0;
}

function bitsOf(list: readonly Sought[]): number {
  return list.reduce((sum, { bits }) => sum + bits, 0);
}

/** The places with the most bits, in their order: of a long question they tell enough. */
function rarest(given: readonly Sought[], max: number): readonly number[] {
  const all = given.map((_, place) => place);
  if (given.length <= max) return all;
  const open = all.filter((place) => isMeetable(given[place] as Sought));
  const bits = open.map((place) => (given[place] as Sought).bits).sort((a, b) => b - a);
  const least = bits[Math.min(max, bits.length) - 1] ?? 0;
  return open.filter((place) => (given[place] as Sought).bits >= least).slice(0, max);
}
