/** Fields of a slot, the bin first. */
const SLOT = { voter: 1, votes: 2, width: 4 } as const;

/**
 * Sums of votes by bin, in an open-addressing table that is made once and used for every
 * question, so that counting allocates nothing. A bin's own number is its slot, and what is
 * known of it lies side by side: a word's places are counted in their order, and neighbouring
 * bins are then found in the same lines of the processor's cache.
 */
export class VoteTable {
  /** For each slot its bin, as `nameOf` says, who voted for it last, and its votes as a float, in `#votes`. */
  readonly #slots: Int32Array;
  readonly #votes: Float32Array;
  readonly #used: Int32Array;
  #count = 0;
  #most = 0;
  readonly #mask: number;

  /** Holds up to `binsMax` distinct bins. */
  constructor(binsMax: number) {
    const size = 2 ** Math.ceil(Math.log2(binsMax * 2));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * SLOT.width);
    this.#votes = new Float32Array(this.#slots.buffer);
    this.#used = new Int32Array(size);
  }

  /** Adds a voter's weight to a bin, once a voter and bin: a repeated word must not outvote the others. */
  add(bin: number, voter: number, weight: number): void {
    const slot = this.#slot(bin);
    const slots = this.#slots;
    if (slots[slot] === EMPTY) {
      if (this.#count * 2 > this.#mask) return;
      slots[slot] = nameOf(bin);
      this.#votes[slot + SLOT.votes] = 0;
      slots[slot + SLOT.voter] = -1;
      this.#used[this.#count++] = slot;
    }
    if (slots[slot + SLOT.voter] === voter) return;
    slots[slot + SLOT.voter] = voter;
    const votes = (this.#votes[slot + SLOT.votes] as number) + weight;
    this.#votes[slot + SLOT.votes] = votes;
    if (votes > this.#most) this.#most = votes;
  }

  /** The most votes that a bin has so far. */
  get most(): number {
    return this.#most;
  }

  votes(bin: number): number {
    const slot = this.#slot(bin);
    return this.#slots[slot] === EMPTY ? 0 : (this.#votes[slot + SLOT.votes] as number);
  }

  /** The bins with the most votes, counting a bin's right neighbour in where `paired`, best first; ties by bin. Bins with less than `shareMin` of the best one's own votes are passed over. Clears the table. */
  take(max: number, shareMin: number, paired: boolean): { bin: number; votes: number }[] {
    const best: { bin: number; votes: number }[] = [];
    const ownMin = this.#most * shareMin;
    let least = 0;
    for (let index = 0; index < this.#count; index++) {
      const slot = this.#used[index] as number;
      const own = this.#votes[slot + SLOT.votes] as number;
      if (own < ownMin) continue;
      const bin = nameOf(this.#slots[slot] as number);
      const votes = own + (paired ? this.votes(bin + 1) : 0);
      if (votes < least) continue;
      best.push({ bin, votes });
      if (best.length > max * 4) least = trim(best, max);
    }
    trim(best, max);
    for (let index = 0; index < this.#count; index++) this.#slots[this.#used[index] as number] = EMPTY;
    this.#count = 0;
    this.#most = 0;
    return best;
  }

  /** Where a bin's slot begins, its own or the empty one that it would take. */
  #slot(bin: number): number {
    const slots = this.#slots;
    const name = nameOf(bin);
    let number = bin & this.#mask;
    let there = slots[number * SLOT.width];
    while (there !== EMPTY && there !== name) {
      number = (number + 1) & this.#mask;
      there = slots[number * SLOT.width];
    }
    return number * SLOT.width;
  }
}

const EMPTY = 0;

/** How a bin is written down, and back: so that 0 stands for none, and memory that was never written is an empty table. */
function nameOf(bin: number): number {
  return bin ^ 0x80000000;
}

function trim(best: { bin: number; votes: number }[], max: number): number {
  best.sort((a, b) => b.votes - a.votes || a.bin - b.bin);
  best.length = Math.min(best.length, max);
  return best.at(-1)?.votes ?? 0;
}
