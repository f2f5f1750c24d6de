import { isFunctionWord } from "../text/common-words.ts";
import { otherDress } from "../text/numbers.ts";
import { irregularForms, stem } from "../text/stem.ts";
import { readable } from "../text/tags.ts";
import { words } from "../text/words.ts";
import { PASSAGES } from "../tuning.ts";
import type { Library } from "./library.ts";
import { partsOf } from "./run-together.ts";

/** A content word of a question with the words of the library that may stand for it. */
export interface Family {
  key: string;
  /** Whether the library has no form of it, so that it may be misspelt. */
  misspelt: boolean;
  /** The word and its other forms ("invest", "invested"), by number. */
  forms: number[];
  /** Those and words of one root with them ("investment"): the same first letters. */
  kin: number[];
  /** How much meeting any of the forms tells, and any of the kin. */
  formWeight: number;
  kinWeight: number;
}

/**
 * The distinct content words of a question in its order, as keys. Addresses are left out, and
 * tags as people write them online are read as the words they join ("#HarbourFires").
 */
export function contentKeys(text: string): string[] {
  const keys = words(readable(text).text).map((word) => word.key);
  return [...new Set(keys.filter((key) => !isFunctionWord(key)))].slice(0, PASSAGES.keysMax);
}

/** Families by key, so that a question's sentences need not ask again for its words. */
export type KnownFamilies = Map<string, Family>;

/** Each key with the forms and the kin of it that the library has, and what meeting one tells. Unknown words take those within an edit or two. */
export function familiesOf(
  library: Library,
  keys: readonly string[],
  known: KnownFamilies = new Map(),
): Family[] {
  const seen = new Set<string>();
  let misspelt = 0;
  return keys
    .flatMap((key) => partedKeys(library, key))
    .flatMap((key) => {
      const base = stem(key);
      if (seen.has(base)) return [];
      seen.add(base);
      const family = known.get(key) ?? familyOf(library, key, base, misspelt < PASSAGES.misspeltMax);
      if (!known.has(key) && family.misspelt) misspelt++;
      known.set(key, family);
      return [family];
    });
}

function familyOf(library: Library, key: string, base: string, mayBeMisspelt: boolean): Family {
  const forms = formsOf(library, key, base);
  const misspelt = forms.length === 0 && key.length >= PASSAGES.misspeltCharsMin && /^\p{L}+$/u.test(key);
  const found = misspelt && mayBeMisspelt ? library.vocabulary.near(key, PASSAGES.nearWordsMax) : forms;
  const kin = kinOf(library, key, forms);
  const formWeight = weighed(library, found) * (misspelt && found.length > 0 ? PASSAGES.misspeltShare : 1);
  return { key, misspelt, forms: found, kin, formWeight, kinWeight: weighed(library, kin) };
}

/** A word that the library does not have as the words it runs together, if it does. */
function partedKeys(library: Library, key: string): string[] {
  if (library.vocabulary.find(key) >= 0) return [key];
  const parts = partsOf(library, key).filter((part) => !isFunctionWord(part));
  return parts.length > 0 ? parts : [key];
}

function formsOf(library: Library, key: string, base: string): number[] {
  const { vocabulary } = library;
  const irregular = irregularForms(key).map((form) => vocabulary.find(form));
  const digits = otherDress(key);
  const own = [vocabulary.find(key), digits === null ? -1 : vocabulary.find(digits), ...irregular].filter(
    (number) => number >= 0,
  );
  const letters = base.slice(0, Math.max(base.length - PASSAGES.endingChars, PASSAGES.stemCharsMin));
  if (letters.length < PASSAGES.stemCharsMin || /\p{N}/u.test(key)) return [...new Set(own)];
  const near = vocabulary
    .beginningWith(letters, base.length - letters.length + PASSAGES.suffixCharsMax, PASSAGES.prefixWordsMax)
    .filter((number) => stem(vocabulary.word(number)) === base);
  return [...new Set([...own, ...near])];
}

function kinOf(library: Library, key: string, forms: readonly number[]): number[] {
  if (key.length < PASSAGES.kinCharsMin || /\p{N}/u.test(key)) return [];
  const letters = key.slice(0, PASSAGES.kinCharsMin);
  const kin = library.vocabulary.beginningWith(letters, PASSAGES.kinOverMax, PASSAGES.prefixWordsMax);
  return [...new Set([...forms, ...kin])];
}

/** What meeting one of these words tells: −log2 of the share of sentences that have one, and more for the rare. */
function weighed(library: Library, numbers: readonly number[]): number {
  return weightOf(
    library,
    numbers.reduce((sum, number) => sum + library.count(number), 0),
  );
}

/** What meeting a word tells that stands so often in the library; of a word that is not there, as much as of the rarest. */
export function weightOf(library: Library, count: number): number {
  const sentences = (library.summary.words + PASSAGES.priorWords) / PASSAGES.sentenceWords;
  return Math.log2(1 + sentences / Math.max(1, count)) ** PASSAGES.rarityPower;
}
