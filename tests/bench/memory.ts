import { mean } from "../eval/scoring/statistics.ts";
import { residentBytes } from "./process-figures.ts";

/** How often the memory is looked at, and how much of a run is warm-up: at most a quarter of it. */
const EVERY_MS = 5000;
const WARM_UP_MS = 15_000;

/** What a process held, every five seconds, in MiB. */
export class MemoryWatch {
  readonly samples: number[] = [];
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(pid: number | null, told: (mib: number) => void) {
    this.#timer = setInterval(() => {
      const mib = residentBytes(pid) / 1024 / 1024;
      this.samples.push(mib);
      told(mib);
    }, EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** The means of the first and the last third of what stands behind the warm-up, and the growth from one to the other. */
export function growthOf(samples: readonly number[]): { first: number; last: number; growth: number } {
  const warmUp = Math.min(WARM_UP_MS / EVERY_MS, Math.floor(samples.length / 4));
  const warm = samples.slice(warmUp);
  const third = Math.max(1, Math.floor(warm.length / 3));
  const first = mean(warm.slice(0, third));
  const last = mean(warm.slice(-third));
  return { first, last, growth: last / first - 1 };
}
