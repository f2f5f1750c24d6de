import type { Arrangement } from "../comparing/arrange.ts";
import { type Block, layOutStretch, matchedBits } from "../comparing/blocks.ts";
import type { ReadQuotation } from "../comparing/quotation.ts";
import { nearestStretch } from "../text/likeness.ts";
import type { Shelf, TextWindow } from "../text/shelf.ts";
import { overlaps } from "../text/span.ts";
import { type Word, words } from "../text/words.ts";
import { JUDGING, RESEMBLANCE } from "../tuning.ts";

/**
 * A stretch that a garbled quotation resembles letter by letter, and how much: where scanning or
 * typing has left few whole words, these say too little, and their letters enough.
 */
export interface Resembling {
  block: Block;
  /** Share, 0..1, of the quotation's letters that stand there in its order. */
  likeness: number;
  /** Whether it is so alike that it is worth reading before what merely shares the quotation's content, or so much more alike than any other place that it is before what shares little. */
  near: "close" | "leading" | "shown";
}

/** The stretches of these windows that a quotation resembles at all, each once, most alike first; none for one in pieces, and for one so long that its words suffice. */
export function resembling(
  quotation: ReadQuotation,
  windows: readonly TextWindow[],
  shelf: Shelf,
): Resembling[] {
  const pattern = quotation.keys.join(" ");
  const least = RESEMBLANCE.near.find(({ wordsMax }) => quotation.keys.length <= wordsMax);
  if (!least || quotation.ellipses.length > 0 || pattern.length > RESEMBLANCE.charsMax) return [];
  const ranked = windows
    .flatMap((window) => stretchIn(window, pattern, quotation, shelf) ?? [])
    .sort((a, b) => b.likeness - a.likeness);
  const distinct = ranked.filter(
    ({ block }, index) => !ranked.slice(0, index).some((other) => isSamePlace(block, other.block)),
  );
  const lead = (distinct[0]?.likeness ?? 0) - (distinct[1]?.likeness ?? 0);
  return distinct.flatMap(({ block, likeness }, index) => {
    const leads = index === 0 && likeness >= RESEMBLANCE.leadMin && lead >= RESEMBLANCE.lead;
    if (!leads && likeness < least.shown) return [];
    return [{ block, likeness, near: likeness >= least.first ? "close" : leads ? "leading" : "shown" }];
  });
}

function isSamePlace(a: Block, b: Block): boolean {
  return a.source === b.source && overlaps(a, b);
}

/** The stretch of a window that a pattern resembles most, laid out word by word; null where no word of the source is in it. */
function stretchIn(
  window: TextWindow,
  pattern: string,
  quotation: ReadQuotation,
  shelf: Shelf,
): { block: Block; likeness: number } | null {
  const list = words(window.text);
  const { text, starts } = joined(list);
  const { edits, start, end } = nearestStretch(pattern, text);
  const first = starts.findLastIndex((at) => at <= start);
  const to = starts.findIndex((at) => at >= end);
  const block = layOutStretch(quotation, window, list, first, to < 0 ? list.length : to, shelf);
  return block && { block, likeness: 1 - edits / pattern.length };
}

/** Words as they are compared letter by letter, and where each begins. */
function joined(list: readonly Word[]): { text: string; starts: number[] } {
  let length = 0;
  const starts = list.map(({ key }) => {
    const at = length;
    length += key.length + 1;
    return at;
  });
  return { text: list.map(({ key }) => key).join(" "), starts };
}

/** Whether a resemblance is no chance: it must be the greater the fewer the words and the larger the corpus, and the words that are told must nearly name the place. */
export function isResemblance(
  { block, likeness }: Resembling,
  quotation: ReadQuotation,
  shelf: Shelf,
): boolean {
  const least = RESEMBLANCE.found.find(({ wordsMax }) => quotation.keys.length <= wordsMax)?.likeness ?? 1;
  const bits = matchedBits(block.steps, shelf);
  return (
    bits >= shelf.placeBits + RESEMBLANCE.bitsOver &&
    likeness >= least + Math.max(0, shelf.placeBits - JUDGING.foundScoreBits) * RESEMBLANCE.aBit
  );
}

/** A resemblance as an arrangement: one block, and as alike as its letters are. */
export function arrangementOf({ block, likeness }: Resembling, shelf: Shelf): Arrangement {
  return { blocks: [block], unplaced: [], score: likeness, bits: matchedBits(block.steps, shelf) };
}
