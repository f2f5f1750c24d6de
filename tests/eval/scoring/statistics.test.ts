import { expect, test } from "vitest";
import { bootstrap, mean, quantile, random, share } from "./statistics.ts";

test("the same seed gives the same numbers, another seed others", () => {
  const draw = (seed: number): number[] => {
    const next = random(seed);
    return [next(), next(), next()];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("random numbers fill [0, 1) evenly", () => {
  const next = random(3);
  const values = Array.from({ length: 10_000 }, next);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (let bin = 0; bin < 10; bin++) {
    const count = values.filter((value) => Math.floor(value * 10) === bin).length;
    expect(count).toBeGreaterThan(880);
    expect(count).toBeLessThan(1120);
  }
});

test("quantiles lie on the straight line between neighbours", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([10, 20], 0.975)).toBeCloseTo(19.75);
  expect(quantile([5], 0.01)).toBe(5);
  expect(quantile([], 0.5)).toBeNaN();
});

test("mean and share of nothing are NaN, not zero", () => {
  expect([mean([]), share([])]).toEqual([Number.NaN, Number.NaN]);
  expect([mean([1, 2, 6]), share([true, false, true, true])]).toEqual([3, 0.75]);
});

test("a bootstrap interval is the same each time it is asked for", () => {
  const values = Array.from({ length: 60 }, (_, index) => index % 3 === 0);
  expect(bootstrap(values, share)).toEqual(bootstrap(values, share));
  expect(bootstrap(values, share, { seed: 1 })).not.toEqual(bootstrap(values, share, { seed: 2 }));
});

test("an interval of a share is about as wide as the normal one", () => {
  const values = Array.from({ length: 400 }, (_, index) => index % 5 !== 0);
  const half = 1.96 * Math.sqrt((0.8 * 0.2) / 400);
  const { low, high } = bootstrap(values, share);
  expect(Math.abs(low - (0.8 - half))).toBeLessThan(0.006);
  expect(Math.abs(high - (0.8 + half))).toBeLessThan(0.006);
});

test("about 95 of 100 intervals hold the true share", () => {
  const next = random(11);
  const held = Array.from({ length: 200 }, (_, seed) => {
    const sample = Array.from({ length: 80 }, () => next() < 0.7);
    const { low, high } = bootstrap(sample, share, { resamples: 400, seed });
    return low <= 0.7 && 0.7 <= high;
  });
  expect(share(held)).toBeGreaterThan(0.89);
  expect(share(held)).toBeLessThan(0.99);
});

test("rows that stand in one value are drawn together", () => {
  const ratio = (groups: readonly boolean[][]): number => share(groups.flat());
  const alone = Array.from({ length: 90 }, (_, index) => [index < 45]);
  const together = Array.from({ length: 9 }, (_, index) => alone.slice(index * 10, index * 10 + 10).flat());
  const width = ({ low, high }: { low: number; high: number }): number => high - low;
  expect(ratio(together)).toBe(ratio(alone));
  expect(width(bootstrap(together, ratio))).toBeGreaterThan(2 * width(bootstrap(alone, ratio)));
});

test("of no values there is no interval, and resamples without a value are left out", () => {
  expect(bootstrap([], share)).toEqual({ low: Number.NaN, high: Number.NaN });
  const onlyTrue = (values: readonly boolean[]): number => (values.includes(true) ? 1 : Number.NaN);
  expect(bootstrap([true, false], onlyTrue)).toEqual({ low: 1, high: 1 });
});
