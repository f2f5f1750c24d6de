import { clockIn, standingTimeCodes, type TimeCode } from "../text/time-codes.ts";
import { turnLabels } from "./turns.ts";

/** The last time that a stretch of a transcript prints, in the label of a turn or outside one. Null where it prints none. */
export function lastTime(text: string): TimeCode | null {
  const lines = linesWithTimes(text);
  if (lines === "") return null;
  const standing = standingTimeCodes(lines).at(-1) ?? null;
  const label = turnLabels(lines).findLast((each) => clockIn(lines.slice(each.start, each.end)) !== null);
  const last = label && (standing === null || label.start > standing.start) ? label : standing;
  return last && clockIn(lines.slice(last.start, last.end));
}

/** The lines in which a time may stand, one after another: of a record without times there is nothing to be read. */
function linesWithTimes(text: string): string {
  let lines = "";
  let end = 0;
  for (const { index } of text.matchAll(/\d:[0-5]\d/gu)) {
    if (index < end) continue;
    const start = text.lastIndexOf("\n", index) + 1;
    const next = text.indexOf("\n", index);
    end = next < 0 ? text.length : next + 1;
    lines += (lines === "" && start > 0 ? "\n" : "") + text.slice(start, end);
  }
  return lines;
}
