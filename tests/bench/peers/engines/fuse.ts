import Fuse, { type IFuseOptions } from "fuse.js";
import { HITS_MAX, type Peer } from "../engine.ts";
import { prepared } from "../folded.ts";
import { sentencePieces } from "../passages.ts";

/**
 * Over sentences: Fuse holds its pattern against every text, and the longer a text, the more
 * chance likenesses it has. Place and length of a text mean nothing here, so that neither is
 * weighed; both sides are folded before. Among ten windows a threshold of .3 keeps every right
 * one and takes two thirds of the time of .4 (src/core/tuning.ts), so it is .3 here too.
 */
const OPTIONS: IFuseOptions<string> = {
  threshold: 0.3,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  isCaseSensitive: true,
  ignoreDiacritics: false,
  includeScore: false,
  includeMatches: false,
  findAllMatches: false,
  minMatchCharLength: 1,
  shouldSort: true,
  useExtendedSearch: false,
};

/** A question takes some ten seconds over a million words. */
const WORDS_MAX = { count: 2_000_000, why: "a minute a question and more" };

function fuse(id: string, name: string, options: IFuseOptions<string>): Peer {
  return {
    id,
    name,
    shape: "sentences",
    wordsMax: WORDS_MAX,
    build(sources) {
      const pieces = sentencePieces(sources);
      const index = new Fuse(pieces.texts, options);
      return {
        ask: (question) =>
          index.search(prepared(question), { limit: HITS_MAX }).map(({ refIndex }) => pieces.hit(refIndex)),
      };
    },
  };
}

export const plain = fuse("fuse", "Fuse.js", OPTIONS);
/** Any word may match: with "all", one word that is not there would lose the sentence. */
export const byToken = fuse("fuse-token", "Fuse.js, token search", {
  ...OPTIONS,
  useTokenSearch: true,
  tokenMatch: "any",
});
