import type { Arrangement } from "../comparing/arrange.ts";
import { matchedBits } from "../comparing/blocks.ts";
import type { ReadQuotation } from "../comparing/quotation.ts";
import type { Shelf } from "../text/shelf.ts";
import { overlaps } from "../text/span.ts";
import { JUDGING } from "../tuning.ts";

/**
 * Whether an arrangement is the quotation's place and not a look-alike: the matching words
 * must carry enough bits to name one place in the corpus, and be alike enough for their
 * number. No score alone does: short questions and large corpora need more.
 */
export function isFound(arrangement: Arrangement, quotation: ReadQuotation, shelf: Shelf): boolean {
  const { score, bits, blocks } = arrangement;
  if (blocks.length === 1 && score >= JUDGING.exactScore && isWhole(arrangement)) return true;
  if (hasOwnPart(arrangement, shelf)) return true;
  const count = quotation.units.filter((unit) => unit.bracket < 0).length;
  const base = JUDGING.foundScore.find((row) => count <= row.unitsMax)?.score ?? 1;
  const alike = base + (shelf.placeBits - JUDGING.foundScoreBits) * JUDGING.foundScoreABit;
  const bitsMin = shelf.placeBits + JUDGING.foundBitsOver + JUDGING.foundBitsUnlike * (1 - score);
  const share = bits / Math.max(1, totalBits(quotation, shelf));
  const plenty = bits >= shelf.placeBits + JUDGING.foundPlentyOver;
  if (share < JUDGING.foundShareMin && !plenty) return false;
  const joined = blocks.length > 1 && quotation.ellipses.length === 0;
  return bits >= bitsMin && score >= (joined ? Math.max(alike, JUDGING.joinedScoreMin) : alike);
}

/** No word but those of the source, in a row. */
function isWhole({ blocks, unplaced }: Arrangement): boolean {
  return unplaced.length === 0 && blocks.every(({ steps }) => steps.every((step) => step.type === "pair"));
}

/** One stretch so long and so much alike that chance has no part in it: it is found, whatever was put beside it. */
function hasOwnPart({ blocks }: Arrangement, shelf: Shelf): boolean {
  return blocks.some(
    (block) =>
      block.score >= JUDGING.partScoreMin &&
      matchedBits(block.steps, shelf) >= shelf.placeBits + JUDGING.partBitsOver,
  );
}

function totalBits(quotation: ReadQuotation, shelf: Shelf): number {
  return quotation.units.reduce((sum, unit) => sum + (unit.bracket < 0 ? shelf.bits(unit.look) : 0), 0);
}

/** Best first, each place once, without those so much less alike than the best that nobody would want to read them. Windows that overlap lead to the same words. */
export function distinctPlaces(arrangements: readonly Arrangement[]): Arrangement[] {
  const kept: Arrangement[] = [];
  for (const arrangement of arrangements.toSorted((a, b) => b.score - a.score)) {
    const same = kept.some((other) =>
      other.blocks.some((block) =>
        arrangement.blocks.some((own) => own.source === block.source && overlaps(own, block)),
      ),
    );
    if (!same) kept.push(arrangement);
  }
  const best = kept[0]?.score ?? 0;
  return kept.filter((each) => each.score >= best - JUDGING.worthShowingGap);
}
