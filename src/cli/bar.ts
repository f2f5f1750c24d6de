import type { Terminal } from "./command.ts";

const BAR_CELLS = 24;
const REDRAW_MS = 100;
const CLEAR_LINE = "\r\u001b[K";

/** One line on the terminal that is drawn again and again, and wiped at the end. */
export interface Bar {
  show(share: number, told: string): void;
  end(): void;
}

/** A bar on standard error, drawn ten times a second at most. Where that is no terminal, nothing is written. */
export function barOn(terminal: Terminal, nowMs: () => number = Date.now): Bar {
  if (!terminal.showsProgress) return { show: () => undefined, end: () => undefined };
  let drawnMs = Number.NEGATIVE_INFINITY;
  return {
    show(share, told) {
      if (nowMs() - drawnMs < REDRAW_MS) return;
      drawnMs = nowMs();
      terminal.err(`${CLEAR_LINE}${barOf(share)}  ${told}`);
    },
    end: () => terminal.err(CLEAR_LINE),
  };
}

/** The bar of a share from 0 to 1, 31 columns wide. */
export function barOf(share: number): string {
  const done = Math.min(1, Math.max(0, share));
  const full = Math.floor(done * BAR_CELLS);
  const percent = `${Math.floor(done * 100)}`.padStart(3);
  return `${"█".repeat(full)}${"░".repeat(BAR_CELLS - full)} ${percent} %`;
}
