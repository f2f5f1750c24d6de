import UFuzzy from "@leeoniya/ufuzzy";
import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import { Index, type IndexOptions } from "flexsearch";
import MiniSearch from "minisearch";
import { HITS_MAX, type Hit, type Peer } from "../engine.ts";
import { prepared } from "../folded.ts";
import { type Pieces, passagePieces } from "../passages.ts";

/**
 * Its defaults: `intraMode` 1, which allows a typing error a word, backtracks without end on a
 * question of forty words. It wants every word, in order, in one text.
 */
export const uFuzzy: Peer = {
  id: "ufuzzy",
  name: "uFuzzy",
  shape: "passages",
  build(sources) {
    const pieces = passagePieces(sources);
    const fuzzy = new UFuzzy();
    return {
      ask(question) {
        const [found, info, order] = fuzzy.search(pieces.texts, prepared(question));
        const best = order ? order.map((at) => info.idx[at] as number) : (found ?? []);
        return hitsOf(pieces, best.slice(0, HITS_MAX));
      },
    };
  },
};

/** Letters from which on a word may have an error; of shorter ones anything is near. */
const FUZZY_CHARS_MIN = 5;

/** As its handbook advises: one error in five letters, of words that are long enough, and the last word may go on. */
export const miniSearch: Peer = {
  id: "minisearch",
  name: "MiniSearch",
  shape: "passages",
  wordsMax: { count: 2_000_000, why: "seconds a question" },
  build(sources) {
    const pieces = passagePieces(sources);
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ["text"],
      searchOptions: {
        fuzzy: (term) => (term.length >= FUZZY_CHARS_MIN ? 0.2 : false),
        prefix: (_, at, terms) => at === terms.length - 1,
        combineWith: "OR",
      },
    });
    index.addAll(pieces.texts.map((text, id) => ({ id, text })));
    pieces.texts.length = 0;
    return {
      ask: (question) =>
        hitsOf(
          pieces,
          index.search(prepared(question)).map(({ id }) => id as number),
        ),
    };
  },
};

/** `suggest`: passages that lack some of the words may come too, else no noise would be forgiven. */
function flex(id: string, name: string, options: IndexOptions): Peer {
  return {
    id,
    name,
    shape: "passages",
    build(sources) {
      const pieces = passagePieces(sources);
      const index = new Index(options);
      pieces.texts.forEach((text, number) => void index.add(number, text));
      pieces.texts.length = 0;
      return {
        ask: (question) =>
          hitsOf(pieces, index.search(prepared(question), { limit: HITS_MAX, suggest: true }) as number[]),
      };
    },
  };
}

export const flexSearch = flex("flexsearch", "FlexSearch", { tokenize: "strict" });
/** Words are also looked up by the one or two beside them, either way: a third of the time, and twelve times the memory. */
export const flexContext = flex("flexsearch-context", "FlexSearch, context", {
  tokenize: "strict",
  context: { depth: 2, bidirectional: true, resolution: 9 },
});

/**
 * Any of the words may match (`threshold` 1). No tolerance: with one error a word it takes three
 * times as long and finds less. Its words are beginnings of words, which it cannot be told to leave.
 */
export const orama: Peer = {
  id: "orama",
  name: "Orama",
  shape: "passages",
  wordsMax: { count: 2_000_000, why: "seconds a question and a gigabyte" },
  async build(sources) {
    const pieces = passagePieces(sources);
    const index = create({ schema: { text: "string" } as const });
    await insertMultiple(
      index,
      pieces.texts.map((text, id) => ({ id: String(id), text })),
      ORAMA_BATCH,
    );
    pieces.texts.length = 0;
    return {
      ask(question) {
        const result = searchOrama(index, { term: prepared(question), limit: HITS_MAX, threshold: 1 });
        if (result instanceof Promise) throw new TypeError("Orama answers at once where it has no hooks");
        return hitsOf(
          pieces,
          result.hits.map(({ id }) => Number(id)),
        );
      },
    };
  },
};

/** Passages that Orama takes in before it lets go of the thread. */
const ORAMA_BATCH = 5000;

function hitsOf(pieces: Pieces, numbers: readonly number[]): Hit[] {
  return numbers.slice(0, HITS_MAX).map((number) => pieces.hit(number));
}
