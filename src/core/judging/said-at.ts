import type { SourceKind } from "../answer.ts";
import type { Library } from "../finding/library.ts";
import { lastTime } from "../reading/times.ts";
import type { TimeCode } from "../text/time-codes.ts";
import { JUDGING } from "../tuning.ts";

/** Kinds whose times are those of what is said. An article's are words of it. */
const SPOKEN: ReadonlySet<SourceKind> = new Set(["transcript", "speech"]);

/**
 * The last time code of a source at or before a place: when the words there were said, or a little
 * after. It is read from the text, the nearest part of it first. Null where there is none, or none
 * within `JUDGING.timeCharsMax`.
 */
export function timeAt(library: Library, source: number, at: number): TimeCode | null {
  const kind = library.sources[source]?.kind;
  if (kind === undefined || !SPOKEN.has(kind)) return null;
  for (let chars = JUDGING.timeCharsFirst; ; chars *= JUDGING.timeCharsMore) {
    const start = Math.max(0, at - chars);
    const around = library.textAround(source, { start, end: at }, 0);
    const text = around.text.slice(0, at - around.start);
    // What a cut has made the beginning of a line is none.
    const time = lastTime(around.start === 0 ? text : `-${text}`);
    if (time !== null || around.start === 0 || chars >= JUDGING.timeCharsMax) return time;
  }
}
