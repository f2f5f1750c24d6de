import type { Question, Within } from "../../core/question.ts";
import { searchWordsOf } from "../../core/reading/name-search.ts";
import { isFunctionWord } from "../../core/text/common-words.ts";
import { stem } from "../../core/text/stem.ts";
import { readable } from "../../core/text/tags.ts";
import { isUnspaced, words } from "../../core/text/words.ts";
import { D1 } from "./limits.ts";
import { publisherKey } from "./passages.ts";

/** How many indexed rows have a word in one column or another, one that has it in two counted twice; 0 where none does. */
export type RowCounts = ReadonlyMap<string, number>;

/** One search: an FTS5 expression, how many rows it may give, and what it is for. */
export interface Search {
  match: string;
  rows: number;
  kind: "phrase" | "words" | "speaker";
}

/** The distinct words of a question whose counts are worth asking for: function words are everywhere. */
export function countedKeys(question: Question): string[] {
  const keys = keysOf(question);
  return [...new Set(keys.filter((key) => !isFunctionWord(key)))];
}

/** The words of a question; a claim's with its tags read as the words that they join. */
function keysOf({ form, text }: Question): string[] {
  return words(form === "claim" ? readable(text).text : text).map(({ key }) => key);
}

/**
 * The searches that find where a question's words may stand: in a row; the rarest of them in any
 * order; those in sources where the named speaker speaks. A claim is looked up by the beginnings
 * of its words, which its passage may inflect otherwise. Empty where no row has any of the words.
 */
export function searchesFor(question: Question, counts: RowCounts): Search[] {
  const keys = keysOf(question);
  const any = question.form === "claim" ? stems(keys) : rareWords(keys, counts);
  const pairs = question.form === "claim" ? [] : tellingPairs(keys, counts);
  const alternatives = [...any, ...pairs];
  const narrowed = speakerCondition(question.within?.speaker ?? null);
  const searches: Search[] = [];
  if (question.form === "quote" && keys.length > 1) {
    searches.push({ match: phrase(keys.slice(0, D1.phraseWordsMax)), rows: D1.phraseRows, kind: "phrase" });
  }
  if (alternatives.length > 0) {
    const match = `(${alternatives.join(" OR ")})`;
    const rows = question.form === "claim" ? D1.claimRows : D1.wordRows;
    searches.push({ match, rows, kind: "words" });
    const speaker = speakerCondition(question.speaker);
    if (speaker !== null) {
      searches.push({ match: `${match} AND ${speaker}`, rows: D1.speakerRows, kind: "speaker" });
    }
  }
  return searches.map((search) =>
    narrowed === null ? search : { ...search, match: `(${search.match}) AND ${narrowed}` },
  );
}

/** A row of words, as FTS5 writes it. Keys hold letters, digits, marks and dots, so no quotation mark needs escaping. */
function phrase(keys: readonly string[]): string {
  return `"${keys.join(" ")}"`;
}

function rareWords(keys: readonly string[], counts: RowCounts): string[] {
  const known = [...new Set(keys)]
    .filter((key) => !isUnspaced(key) && (counts.get(key) ?? 0) > 0)
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  const taken: string[] = [];
  let rows = 0;
  for (const key of known) {
    rows += counts.get(key) ?? 0;
    if (taken.length >= D1.rareWordsMax || (taken.length > 0 && rows > D1.rareRowsMax)) break;
    taken.push(phrase([key]));
  }
  return taken;
}

/**
 * Neighbouring words, where few single words are rare: "we shall fight" is told by its pairs. In
 * scripts without spaces, where a word is one character, by three in a row.
 */
function tellingPairs(keys: readonly string[], counts: RowCounts): string[] {
  const pairs: string[] = [];
  for (let index = 0; index + 1 < keys.length && pairs.length < D1.pairsMax; index++) {
    const unspaced = isUnspaced(keys[index] as string);
    const row = keys.slice(index, index + (unspaced ? 3 : 2));
    const rarest = Math.min(...row.map((key) => counts.get(key) ?? Number.POSITIVE_INFINITY));
    const telling = row.length > 1 && rarest > 0 && rarest <= D1.pairRowsMax;
    const alone = !unspaced && row.every((key) => isFunctionWord(key));
    if (telling || (alone && keys.every((key) => isFunctionWord(key)))) pairs.push(phrase(row));
    if (unspaced && telling) index += 1;
  }
  return pairs;
}

function stems(keys: readonly string[]): string[] {
  const content = [...new Set(keys.filter((key) => !isFunctionWord(key)))];
  const beginnings = content.map((key) => {
    const base = stem(key);
    // A short beginning stands for too many words; a number or a character is whole.
    return base.length >= 4 && /^\p{L}+$/u.test(base) && key.startsWith(base) ? `"${base}" *` : phrase([key]);
  });
  return [...new Set(beginnings)].slice(0, D1.stemsMax);
}

/**
 * That somebody whose name has one of this one's telling words speaks in the source; null where no word
 * must stand there. The engine then asks of each source that was found whether that speaker speaks.
 */
function speakerCondition(name: string | null): string | null {
  const keys = name === null ? null : searchWordsOf(name);
  return keys === null ? null : `speakers : (${keys.map((key) => phrase([key])).join(" OR ")})`;
}

/** What `within` asks of a version, as SQL over `v` with its values; its speaker is asked of the passages. */
export function withinCondition(within: Within | null): { sql: string; values: string[] } {
  const parts: { sql: string; value: string }[] = [];
  if (within?.ids) {
    parts.push({ sql: "v.id IN (SELECT value FROM json_each(?))", value: JSON.stringify(within.ids) });
  }
  if (within?.publisher) {
    parts.push({ sql: "instr(v.publisher, ?) > 0", value: publisherKey(within.publisher) });
  }
  if (within?.after) parts.push({ sql: "v.date >= ?", value: within.after });
  if (within?.before) parts.push({ sql: "v.date <= ?", value: within.before });
  return { sql: parts.map(({ sql }) => ` AND ${sql}`).join(""), values: parts.map(({ value }) => value) };
}
