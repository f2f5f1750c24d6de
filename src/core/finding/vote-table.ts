/**
 * Sums of votes by bin, in an open-addressing table of typed arrays that is made once and
 * used for every question, so that counting allocates nothing.
 */
export class VoteTable {
  readonly #bins: Int32Array;
  readonly #votes: Float32Array;
  readonly #lastVoter: Int32Array;
  readonly #used: Int32Array;
  #count = 0;
  #most = 0;
  readonly #mask: number;

  /** Holds up to `binsMax` distinct bins. */
  constructor(binsMax: number) {
    const size = 2 ** Math.ceil(Math.log2(binsMax * 2));
    this.#mask = size - 1;
    this.#bins = new Int32Array(size).fill(EMPTY);
    this.#votes = new Float32Array(size);
    this.#lastVoter = new Int32Array(size);
    this.#used = new Int32Array(size);
  }

  /** Adds a voter's weight to a bin, once a voter and bin: a repeated word must not outvote the others. */
  add(bin: number, voter: number, weight: number): void {
    const slot = this.#slot(bin);
    if (this.#bins[slot] === EMPTY) {
      if (this.#count * 2 > this.#mask) return;
      this.#bins[slot] = bin;
      this.#votes[slot] = 0;
      this.#lastVoter[slot] = -1;
      this.#used[this.#count++] = slot;
    }
    if (this.#lastVoter[slot] === voter) return;
    this.#lastVoter[slot] = voter;
    const votes = (this.#votes[slot] as number) + weight;
    this.#votes[slot] = votes;
    if (votes > this.#most) this.#most = votes;
  }

  /** The most votes that a bin has so far. */
  get most(): number {
    return this.#most;
  }

  votes(bin: number): number {
    const slot = this.#slot(bin);
    return this.#bins[slot] === EMPTY ? 0 : (this.#votes[slot] as number);
  }

  /** The bins with the most votes, counting a bin's right neighbour in where `paired`, best first; ties by bin. Bins with less than `shareMin` of the best one's own votes are passed over. Clears the table. */
  take(max: number, shareMin: number, paired: boolean): { bin: number; votes: number }[] {
    const best: { bin: number; votes: number }[] = [];
    let least = 0;
    for (let index = 0; index < this.#count; index++) {
      const slot = this.#used[index] as number;
      if ((this.#votes[slot] as number) < this.#most * shareMin) continue;
      const bin = this.#bins[slot] as number;
      const votes = (this.#votes[slot] as number) + (paired ? this.votes(bin + 1) : 0);
      if (best.length === max && votes < least) continue;
      best.push({ bin, votes });
      if (best.length > max * 4) least = trim(best, max);
    }
    trim(best, max);
    for (let index = 0; index < this.#count; index++) this.#bins[this.#used[index] as number] = EMPTY;
    this.#count = 0;
    this.#most = 0;
    return best;
  }

  #slot(bin: number): number {
    let slot = (Math.imul(bin, 0x9e3779b1) >>> 0) & this.#mask;
    while (this.#bins[slot] !== EMPTY && this.#bins[slot] !== bin) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

const EMPTY = -0x80000000;

function trim(best: { bin: number; votes: number }[], max: number): number {
  best.sort((a, b) => b.votes - a.votes || a.bin - b.bin);
  best.length = Math.min(best.length, max);
  return best.at(-1)?.votes ?? 0;
}
