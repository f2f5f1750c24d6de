/**
 * The number of insertions, deletions, substitutions and swaps of neighbours that turn
 * `a` into `b` (optimal string alignment, Damerau 1964), or `max + 1` as soon as it must
 * be more than `max`. Counts UTF-16 code units.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  const width = b.length + 1;
  const rows = width <= ROOM ? ROWS : [0, 1, 2].map(() => new Uint16Array(width));
  let [before, previous, current] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j < width; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let least = i;
    for (let j = 1; j < width; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > max) return max + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length] as number, max + 1);
}

/** Rows for words of ordinary length: compared far too often to be allocated. */
const ROOM = 64;
const ROWS = [0, 1, 2].map(() => new Uint16Array(ROOM));

/** One bit a Latin letter, one for digits, one for all else: two words within n edits differ in at most 2n bits. */
export function letterMask(key: string): number {
  let mask = 0;
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    if (unit >= 97 && unit <= 122) mask |= 1 << (unit - 97);
    else if (unit >= 48 && unit <= 57) mask |= 1 << 26;
    else mask |= 1 << (27 + (unit & 3));
  }
  return mask >>> 0;
}

/** The same for bytes, of which `b` has those from one place to before another, and for few edits: nothing is allocated. Of ASCII words it is the same number. */
export function byteEditDistance(
  a: Uint8Array,
  b: Uint8Array,
  from: number,
  to: number,
  max: number,
): number {
  return distanceFrom(a, 0, b, from, to, max);
}

/** The distance of what is left of both from two places on: letters that agree are passed, and each edit is tried where they do not. */
function distanceFrom(
  a: Uint8Array,
  at: number,
  b: Uint8Array,
  from: number,
  to: number,
  max: number,
): number {
  let i = at;
  let j = from;
  while (i < a.length && j < to && a[i] === b[j]) {
    i++;
    j++;
  }
  const longer = a.length - i - (to - j);
  if (i === a.length || j === to) return Math.min(Math.abs(longer), max + 1);
  if (max === 0 || Math.abs(longer) > max) return max + 1;
  let least = 1 + distanceFrom(a, i + 1, b, j + 1, to, max - 1);
  if (longer > -max) least = Math.min(least, 1 + distanceFrom(a, i + 1, b, j, to, max - 1));
  if (longer < max) least = Math.min(least, 1 + distanceFrom(a, i, b, j + 1, to, max - 1));
  if (a[i] === b[j + 1] && a[i + 1] === b[j] && j + 1 < to)
    least = Math.min(least, 1 + distanceFrom(a, i + 2, b, j + 2, to, max - 1));
  return least;
}

/** False where two words of these masks are certainly more than `edits` apart: a look that costs nothing before one that does. An edit takes one letter away and brings one in at most. */
export function mayBeNear(a: number, b: number, edits: number): boolean {
  return bitCount(a & ~b) <= edits && bitCount(b & ~a) <= edits;
}

/** Whether a word of this mask has none but Latin letters and digits. */
export function isPlainMask(mask: number): boolean {
  return mask >>> 27 === 0;
}

function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
