/**
 * Average precision of a ranked list cut off after `cutoff`: the precision at each gold document's
 * first place, summed, over as many as could have been found. A document that comes again counts
 * as a miss, as it takes the place of another.
 */
export function averagePrecision(ranked: readonly string[], gold: readonly string[], cutoff: number): number {
  let found = 0;
  let sum = 0;
  ranked.slice(0, cutoff).forEach((id, index) => {
    if (!gold.includes(id) || ranked.indexOf(id) < index) return;
    found++;
    sum += found / (index + 1);
  });
  return sum / Math.min(cutoff, gold.length);
}

/** The share of the gold documents among the first `cutoff`, 0..1. */
export function recall(ranked: readonly string[], gold: readonly string[], cutoff: number): number {
  const top = ranked.slice(0, cutoff);
  return gold.filter((id) => top.includes(id)).length / gold.length;
}
