import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VoteTable } from "../../../src/core/finding/vote-table.ts";
import { runs } from "../property.ts";

interface Ballot {
  positions: number[];
  offset: number;
  weight: number;
}

/** Bins of eight positions with their votes after these ballots, each of another voter. */
function elected(
  ballots: readonly Ballot[],
  max: number,
  shareMin = 0,
  paired = false,
  table = new VoteTable(),
) {
  table.open(64);
  ballots.forEach(({ positions, offset, weight }, voter) => {
    table.add(Int32Array.from(positions), positions.length, offset, 3, voter, weight);
  });
  return table.take(max, shareMin, paired);
}

describe("votes by bin", () => {
  test("a voter counts once a bin, however often its word stands there", () => {
    expect(elected([{ positions: [8, 9, 15, 16], offset: 0, weight: 2 }], 5)).toEqual([
      { bin: 1, votes: 2 },
      { bin: 2, votes: 2 },
    ]);
  });

  test("and once although it stood in another bin between", () => {
    const table = new VoteTable();
    table.open(64);
    table.add(Int32Array.from([8, 40]), 2, 0, 3, 0, 2);
    table.add(Int32Array.from([9]), 1, 0, 3, 0, 2);
    expect(table.take(1, 0, false)).toEqual([{ bin: 1, votes: 2 }]);
  });

  test("a right neighbour counts in where bins are paired", () => {
    const ballots = [
      { positions: [8], offset: 0, weight: 3 },
      { positions: [16], offset: 0, weight: 2 },
    ];
    expect(elected(ballots, 1, 0, true)).toEqual([{ bin: 1, votes: 5 }]);
  });

  test("bins with too small a share of the most are passed over", () => {
    const ballots = [
      { positions: [8], offset: 0, weight: 10 },
      { positions: [24], offset: 0, weight: 4 },
    ];
    expect(elected(ballots, 5, 0.5)).toEqual([{ bin: 1, votes: 10 }]);
  });

  test("votes before the first bin and behind the last are lost", () => {
    expect(elected([{ positions: [0, 100_000], offset: -9, weight: 1 }], 5)).toEqual([]);
  });

  test("a table that was taken is empty", () => {
    const table = new VoteTable();
    elected([{ positions: [8, 40], offset: 0, weight: 1 }], 5, 0, false, table);
    expect(table.most).toBe(0);
    expect(elected([{ positions: [8], offset: 0, weight: 1 }], 5, 0, false, table)).toEqual([
      { bin: 1, votes: 1 },
    ]);
  });

  test("the best are those that sorting all of them gives", () => {
    const ballot = fc.record({
      positions: fc.array(fc.nat(499), { maxLength: 60 }).map((list) => list.sort((a, b) => a - b)),
      offset: fc.nat(8),
      weight: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (ballots, max) => {
        const sums = new Map<number, number>();
        for (const { positions, offset, weight } of ballots)
          for (const bin of new Set(positions.map((position) => (position + offset) >> 3)))
            sums.set(bin, (sums.get(bin) ?? 0) + weight);
        const sorted = [...sums]
          .map(([bin, votes]) => ({ bin, votes }))
          .sort((a, b) => b.votes - a.votes || a.bin - b.bin);
        expect(elected(ballots, max)).toEqual(sorted.slice(0, max));
      }),
      runs(200),
    );
  });
});
