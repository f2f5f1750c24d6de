import { type Bar, barOn } from "../bar.ts";
import type { Terminal } from "../command.ts";
import type { Counts } from "./ingest.ts";

/** How far the reading is, with what came of it. */
export interface Progress {
  show(counts: Counts, readBytes: number): void;
  end(): void;
}

/** How far the reading of so many bytes is, as a bar. Where standard error is no terminal, nothing is written. */
export function progressOn(terminal: Terminal, bytes: number, nowMs: () => number = Date.now): Progress {
  const bar: Bar = barOn(terminal, nowMs);
  return {
    show: (counts, readBytes) => bar.show(bytes === 0 ? 1 : readBytes / bytes, told(counts)),
    end: () => bar.end(),
  };
}

/** What came of the sources so far: with the bar, under 80 columns wide. */
export function told({ created, replaced, unchanged, refused }: Counts): string {
  return `${created + replaced} sent, ${unchanged} unchanged, ${refused} refused`;
}
