/** Of the cues that follow another, so many must repeat it before a file counts as rolling. */
const ROLLING_SHARE = 0.5;
const ROLLING_MIN = 2;

/**
 * How many of the first lines of each cue the cue before has shown already. Live captions roll:
 * a cue shows the last line again and adds one below. In a file that does so in fewer than half
 * of its cues somebody did say a thing twice, and nothing is counted.
 */
export function repeatedLines(cues: readonly (readonly string[])[]): number[] {
  const repeats = cues.map((lines, index) => sharedLines(cues[index - 1] ?? [], lines));
  const rolling = repeats.filter((count) => count > 0).length;
  const rolls = rolling >= ROLLING_MIN && rolling >= (cues.length - 1) * ROLLING_SHARE;
  return rolls ? repeats : repeats.map(() => 0);
}

/** How many of the first lines are the last lines of the cue before. */
function sharedLines(before: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(before.length, lines.length); count > 0; count--) {
    if (before.slice(-count).every((line, index) => line === lines[index])) return count;
  }
  return 0;
}
