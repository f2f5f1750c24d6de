/**
 * The order of ids: by code point, which is the order of their UTF-8 bytes and so the one that a
 * database gives too. Comparing strings with `<` goes by UTF-16 units and puts characters beyond
 * the basic plane before some within it.
 */
export function compareIds(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    return codePointBefore(a, index) - codePointBefore(b, index);
  }
  return a.length - b.length;
}

/** The code point that the unit at an index belongs to; the index is where two ids first differ. */
function codePointBefore(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const isLow = unit >= 0xdc00 && unit < 0xe000;
  return text.codePointAt(isLow && index > 0 ? index - 1 : index) as number;
}
