import type { Library } from "../../core/finding/library.ts";
import { fold } from "../../core/text/fold.ts";
import { words } from "../../core/text/words.ts";
import { D1 } from "./limits.ts";

/** What is indexed of one stretch of a source, as words in one string each. */
export type PassageRow = [words: string, title: string, speakers: string];

/**
 * The stretches of a source as they are indexed: its words as the engine keys them, with the words
 * of its title and of everyone who speaks in it. They overlap, so that a short quotation stands
 * whole in one of them. `library` holds this source alone.
 */
export function passageRows(library: Library): PassageRow[] {
  const [source] = library.sources;
  if (source === undefined) throw new RangeError("the library holds no source");
  const keys = keysOf(library.textOf(0));
  const title = keysOf(source.title).join(" ");
  const names = library.speakersOf(0).map(({ name }) => name);
  const speakers = [...new Set(keysOf([...names, source.speaker ?? ""].join(" ")))].join(" ");
  const step = D1.passageWords - D1.passageOverlap;
  const rows: PassageRow[] = [];
  for (let from = 0; from === 0 || from + D1.passageOverlap < keys.length; from += step) {
    rows.push([keys.slice(from, from + D1.passageWords).join(" "), title, speakers]);
  }
  return rows;
}

function keysOf(text: string): string[] {
  return words(text).map(({ key }) => key);
}

/** A publisher's name as it is stored, to be looked for within. */
export function publisherKey(name: string): string {
  return fold(name);
}

/** Rows as JSON lists that each fit into one value. */
export function jsonLists(rows: readonly unknown[]): { from: number; json: string }[] {
  const lists: { from: number; json: string }[] = [];
  let from = 0;
  let parts: string[] = [];
  let chars = 0;
  rows.forEach((row, index) => {
    const json = JSON.stringify(row);
    if (chars + json.length > D1.pieceCharsMax && parts.length > 0) {
      lists.push({ from, json: `[${parts.join(",")}]` });
      from = index;
      parts = [];
      chars = 0;
    }
    parts.push(json);
    chars += json.length + 1;
  });
  if (parts.length > 0) lists.push({ from, json: `[${parts.join(",")}]` });
  return lists;
}
