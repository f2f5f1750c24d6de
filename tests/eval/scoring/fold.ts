/** Apostrophes in their usual dresses: the two sides of a comparison seldom print the same one. */
const APOSTROPHES = /['’‘ʼ＇`´]/gu;

/**
 * A text as scoring compares it: lower case, NFKD without the marks that it sets free, apostrophes
 * dropped, everything but letters and digits a space. The engine's own folding is left alone on
 * purpose: a fault of it must not hide in its score.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(APOSTROPHES, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The folded words of a text, in order. */
export function tokens(text: string): string[] {
  const folded = foldText(text);
  return folded === "" ? [] : folded.split(" ");
}

/** The share of the words of `gold` that stand in `passage`, 0..1, each word of the passage counted once; 0 for a gold text without words. */
export function overlap(gold: string, passage: string): number {
  const wanted = tokens(gold);
  const left = new Map<string, number>();
  for (const token of tokens(passage)) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of wanted) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared++;
  }
  return wanted.length === 0 ? 0 : shared / wanted.length;
}

/** What share of a gold text's words a passage must have to count as that text. */
export const OVERLAP_MIN = 0.8;

/** Whether a passage has enough of the words of one of these texts. */
export function holds(passage: string, golds: readonly string[]): boolean {
  return golds.some((gold) => overlap(gold, passage) >= OVERLAP_MIN);
}
