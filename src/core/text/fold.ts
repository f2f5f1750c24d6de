/**
 * Folding takes away what copying changes without changing the words: case, accents,
 * ligatures, full-width forms, curly quotes, dashes, invisible characters.
 *
 * It works one code point at a time and only ever decomposes (NFKD), so every folded
 * unit leads back to the one original code point it came from. Whole-string lower-casing
 * would not do: "İ".toLowerCase() has length 2, and Greek sigma depends on its position.
 */

/** Accents and points that a writer may leave out, as ranges of code points. Vowel signs of Indic scripts are letters to their readers and stay. */
const OPTIONAL_MARKS =
  ranges(`300-36f 483-489 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 64b-65f 670 6d6-6dc 6df-6e4 6e7-6e8
  6ea-6ed 1ab0-1aff 1dc0-1dff 20d0-20ff fe20-fe2f`);
/** Soft hyphens, zero-width and bidirectional controls, variation selectors, tags: nothing a reader sees. */
const INVISIBLE = ranges("ad 34f 61c 200b-200f 202a-202e 2060-2064 2066-206f fe00-fe0f feff e0000-e007f");
const SINGLE_QUOTES =
  /[\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02b9\u02bb\u02bc\u02bd\u0060\u00b4\uff07]/gu;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb\u300c-\u300f\u301d-\u301f\uff02]/gu;
const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/gu;
/** Kana carry their voicing as a mark: taking it away would make other letters of them. */
const KANA = /[\u3040-\u30ff]/u;

/** Voicing marks as characters of their own, as some systems copy them. */
const VOICING = /[\u3099\u309a]/u;

const folds = new Map<string, string>();
/** A bound on the memo below; far above the number of distinct characters in any one library. */
const MEMO_MAX = 20_000;

/** The folded form of one code point: several units, one, or none at all. */
export function foldCodePoint(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const folded = foldAfresh(character);
  if (folds.size < MEMO_MAX) folds.set(character, folded);
  return folded;
}

function foldAfresh(character: string): string {
  const decomposed = KANA.test(character) ? character : character.normalize("NFKD");
  const lower = [...decomposed].map((part) => part.toLowerCase()).join("");
  return [...lower.normalize(KANA.test(lower) ? "NFC" : "NFKD")]
    .filter((part) => !within(OPTIONAL_MARKS, part) && !within(INVISIBLE, part))
    .join("")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .replace(/ς/gu, "σ");
}

function ranges(table: string): readonly [number, number][] {
  return table
    .trim()
    .split(/\s+/u)
    .map((entry) => entry.split("-").map((code) => Number.parseInt(code, 16)))
    .map(([first = 0, last = first]): [number, number] => [first, last]);
}

function within(table: readonly [number, number][], character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return table.some(([first, last]) => first <= code && code <= last);
}

const PLAIN = /^[\x20-\x7e]*$/;
/** What folding changes beyond its case: the rest of ASCII can be put in small letters by the run. */
const BEYOND_PLAIN = /[`\u{80}-\u{10ffff}]/gu;

/** The folded form of a stretch of text, without the way back. For the way back see `foldWithMap`. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const composed = VOICING.test(text) ? text.normalize("NFC") : text;
  let folded = "";
  let at = 0;
  for (const { 0: character, index } of composed.matchAll(BEYOND_PLAIN)) {
    folded += composed.slice(at, index).toLowerCase() + foldCodePoint(character);
    at = index + character.length;
  }
  return folded + composed.slice(at).toLowerCase();
}

export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text`, where its original code point starts; one more entry holds the original's length. */
  origins: Uint32Array;
}

/** Folded text with the way back: unit `i` came from the code point at `origins[i]`. Origins never decrease. */
export function foldWithMap(text: string): FoldedText {
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldCodePoint(character);
    for (let unit = 0; unit < folded.length; unit++) origins.push(at);
    if (folded !== "") parts.push(folded);
    at += character.length;
  }
  origins.push(text.length);
  return { text: parts.join(""), origins: Uint32Array.from(origins) };
}
