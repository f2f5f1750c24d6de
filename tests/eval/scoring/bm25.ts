import { tokens } from "./fold.ts";

const K1 = 0.9;
const B = 0.4;
/** Lucene's English stop words. A list of its own, so that the baseline stands still when the engine's words change. */
const STOP_WORDS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they
   this to was will with`.split(/\s+/u),
);

interface Posting {
  document: number;
  count: number;
}

export interface Document {
  id: string;
  text: string;
}

/** Ranks documents by plain BM25 (k1 0.9, b 0.4, stop words out, each word of the query once): what the engine's search for claims is measured against. */
export class Bm25 {
  readonly #ids: string[] = [];
  readonly #lengths: number[] = [];
  readonly #postings = new Map<string, Posting[]>();
  readonly #meanLength: number;

  constructor(documents: readonly Document[]) {
    documents.forEach(({ id, text }, document) => {
      const words = contentWords(text);
      this.#ids.push(id);
      this.#lengths.push(words.length);
      for (const [word, count] of counted(words)) {
        const postings = this.#postings.get(word);
        if (postings) postings.push({ document, count });
        else this.#postings.set(word, [{ document, count }]);
      }
    });
    this.#meanLength = this.#lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  }

  /** The ids of the best documents, best first, at most `limit`; of equals the earlier. */
  search(query: string, limit: number): string[] {
    const scores = new Map<number, number>();
    for (const word of new Set(contentWords(query))) {
      const postings = this.#postings.get(word) ?? [];
      const weight = Math.log(1 + (this.#ids.length - postings.length + 0.5) / (postings.length + 0.5));
      for (const { document, count } of postings) {
        const length = (this.#lengths[document] ?? 0) / this.#meanLength;
        const gain = (weight * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
        scores.set(document, (scores.get(document) ?? 0) + gain);
      }
    }
    return [...scores]
      .sort(([a, first], [b, second]) => second - first || a - b)
      .slice(0, limit)
      .map(([document]) => this.#ids[document] as string);
  }
}

function contentWords(text: string): string[] {
  return tokens(text).filter((token) => !STOP_WORDS.has(token));
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
