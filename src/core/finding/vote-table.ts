/** A bin and its votes. */
export interface Elected {
  bin: number;
  votes: number;
}

/** Steps of equal height into which votes are sorted, to tell the best few without sorting all. */
const STEPS = 256;

/**
 * Sums of votes by bin, made once and used for every question, so that counting allocates
 * nothing. A bin is its own place in the table: a word's places are counted in their order, and
 * neighbouring bins are found in the same lines of the processor's cache.
 */
export class VoteTable {
  #votes = new Float32Array(0);
  /** Who voted last for each bin, counted from 1. */
  #voters = new Uint16Array(0);
  /** The bins that have votes, in the order of their first; and, as they are taken, the step of each. */
  #used = new Int32Array(0);
  #steps = new Uint8Array(0);
  readonly #ofStep = new Int32Array(STEPS);
  #count = 0;
  #most = 0;

  /** Makes room for the bins from 0 to before `bins`, for the votes that follow. */
  open(bins: number): void {
    if (bins <= this.#votes.length) return;
    const room = 2 ** Math.ceil(Math.log2(bins));
    this.#votes = new Float32Array(room);
    this.#voters = new Uint16Array(room);
    this.#used = new Int32Array(room);
    this.#steps = new Uint8Array(room);
  }

  /**
   * Adds a voter's weight to the bin of each of the first `count` positions, moved by `offset`;
   * a bin is 2 ** `shift` positions. Once a voter and bin: a repeated word must not outvote the
   * others. Votes for bins that there is no room for are lost.
   */
  add(
    positions: Int32Array,
    count: number,
    offset: number,
    shift: number,
    voter: number,
    weight: number,
  ): void {
    const votes = this.#votes;
    const voters = this.#voters;
    let last = -1;
    for (let index = 0; index < count; index++) {
      const bin = ((positions[index] as number) + offset) >> shift;
      if (bin === last || bin < 0 || bin >= votes.length) continue;
      last = bin;
      if (voters[bin] === voter + 1) continue;
      const before = votes[bin] as number;
      if (before === 0) this.#used[this.#count++] = bin;
      voters[bin] = voter + 1;
      const after = before + weight;
      votes[bin] = after;
      if (after > this.#most) this.#most = after;
    }
  }

  /** The most votes that a bin has so far. */
  get most(): number {
    return this.#most;
  }

  /** The bins with the most votes, counting a bin's right neighbour in where `paired`, best first; ties by bin. Bins with less than `shareMin` of the best one's own votes are passed over. Clears the table. */
  take(max: number, shareMin: number, paired: boolean): Elected[] {
    const least = this.#step(shareMin, paired, max);
    const best: Elected[] = [];
    for (let index = 0; index < this.#count; index++) {
      if ((this.#steps[index] as number) < least) continue;
      const bin = this.#used[index] as number;
      best.push({ bin, votes: this.#sum(bin, paired) });
    }
    for (let index = 0; index < this.#count; index++) {
      const bin = this.#used[index] as number;
      this.#votes[bin] = 0;
      this.#voters[bin] = 0;
    }
    this.#count = 0;
    this.#most = 0;
    return best.sort((a, b) => b.votes - a.votes || a.bin - b.bin).slice(0, max);
  }

  /** Sorts the bins into steps; returns the highest step on and above which there are so many, or the lowest that counts. */
  #step(shareMin: number, paired: boolean, max: number): number {
    const ownMin = this.#most * shareMin;
    const scale = (STEPS - 1) / Math.max(Number.MIN_VALUE, this.#most * (paired ? 2 : 1));
    this.#ofStep.fill(0);
    for (let index = 0; index < this.#count; index++) {
      const bin = this.#used[index] as number;
      const counts = (this.#votes[bin] as number) >= ownMin;
      const step = counts ? Math.max(1, Math.trunc(this.#sum(bin, paired) * scale)) : 0;
      this.#steps[index] = step;
      this.#ofStep[step] = (this.#ofStep[step] as number) + 1;
    }
    let step = STEPS - 1;
    for (let above = 0; step > 1; step--) {
      above += this.#ofStep[step] as number;
      if (above >= max) break;
    }
    return step;
  }

  #sum(bin: number, paired: boolean): number {
    return (this.#votes[bin] as number) + (paired ? (this.#votes[bin + 1] ?? 0) : 0);
  }
}
