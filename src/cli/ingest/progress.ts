import type { Terminal } from "../command.ts";
import type { Counts } from "./ingest.ts";

const BAR_CELLS = 24;
const REDRAW_MS = 100;
const CLEAR_LINE = "\r\u001b[K";

/** One line on the terminal that is drawn again and again, and wiped at the end. */
export interface Progress {
  show(counts: Counts, readBytes: number): void;
  end(): void;
}

/** How far the reading is, as a bar. Where standard error is no terminal, nothing is written. */
export function progressOn(terminal: Terminal, bytes: number, nowMs: () => number = Date.now): Progress {
  if (!terminal.showsProgress) return { show: () => undefined, end: () => undefined };
  let drawnMs = Number.NEGATIVE_INFINITY;
  return {
    show(counts, readBytes) {
      if (nowMs() - drawnMs < REDRAW_MS) return;
      drawnMs = nowMs();
      terminal.err(`${CLEAR_LINE}${barOf(counts, bytes === 0 ? 1 : readBytes / bytes)}`);
    },
    end: () => terminal.err(CLEAR_LINE),
  };
}

/** The bar of a share from 0 to 1, under 80 columns wide. */
export function barOf({ created, replaced, unchanged, refused }: Counts, share: number): string {
  const done = Math.min(1, Math.max(0, share));
  const full = Math.floor(done * BAR_CELLS);
  const bar = "█".repeat(full) + "░".repeat(BAR_CELLS - full);
  const percent = `${Math.floor(done * 100)}`.padStart(3);
  return `${bar} ${percent} %  ${created + replaced} sent, ${unchanged} unchanged, ${refused} refused`;
}
