/** Two thirds of the rows may be read by whoever works on the engine; one third is kept aside and gives figures alone. */
export type Part = "read" | "aside";

/** FNV-1a, 32 bits, over UTF-16 code units: the same for the same text everywhere. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** The part that a row belongs to, by its id. */
export function partOfId(id: string): Part {
  return partOfIndex(hash(id));
}

/** The part that a document belongs to, by its place in its file. */
export function partOfIndex(index: number): Part {
  return index % 3 === 2 ? "aside" : "read";
}
