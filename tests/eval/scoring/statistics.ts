/** Mulberry32: numbers in [0, 1), the same for the same seed everywhere. https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The mean, or NaN of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The share that is true, or NaN of none. */
export function share(values: readonly boolean[]): number {
  return values.filter(Boolean).length / values.length;
}

/** The value below which a share `at` of the values lies, between neighbours by the straight line; NaN of none. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export interface Interval {
  low: number;
  high: number;
}

const RESAMPLES = 2000;
const SEED = 20240229;

/**
 * The 95 % interval of a statistic by the percentile bootstrap over whole rows: rows that stand
 * together in one value are drawn together. Resamples of which the statistic cannot be told (NaN)
 * are left out; NaN where all are.
 */
export function bootstrap<Value>(
  values: readonly Value[],
  statistic: (values: readonly Value[]) => number,
  { resamples = RESAMPLES, seed = SEED } = {},
): Interval {
  const next = random(seed);
  const results: number[] = [];
  for (let round = 0; values.length > 0 && round < resamples; round++) {
    const drawn = values.map(() => values[Math.floor(next() * values.length)] as Value);
    const result = statistic(drawn);
    if (!Number.isNaN(result)) results.push(result);
  }
  return { low: quantile(results, 0.025), high: quantile(results, 0.975) };
}
