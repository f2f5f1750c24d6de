/** Resolves before the next frame; in a tab that draws none, after a moment. */
export function nextFrame(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, HIDDEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      done();
    });
  });
}

const HIDDEN_MS = 100;

/**
 * Does work for a number of things, a slice of them a frame, so that the page under it can still be scrolled.
 * Stops between slices once `wanted` no longer holds.
 */
export async function inSlices(
  count: number,
  size: number,
  work: (from: number, to: number) => void,
  wanted: () => boolean,
): Promise<void> {
  for (let from = 0; from < count; from += size) {
    if (from > 0) await nextFrame();
    if (!wanted()) return;
    work(from, Math.min(from + size, count));
  }
}
