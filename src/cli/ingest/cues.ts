import { parseText } from "media-captions";

/** One caption: when it is first shown, in seconds, and its lines as they are written, markup and all. */
export interface Cue {
  startSeconds: number;
  lines: string[];
}

export type Cues = { ok: true; cues: Cue[]; language: string | null } | { ok: false; problem: string };

/** The time at which a cue begins and, on the same line, what is not needed: its end and its place on the screen. */
const TIMING = /^[ \t]*([\d:.,]+)[ \t]*-->[ \t]*[\d:.,]+(?:[ \t].*)?$/u;
const LATEST = "99:59:59.999";

/**
 * The cues of a caption file, in its order. The parser leaves out what it cannot read; here that
 * is refused, with the line, because words left out would be told as never said.
 */
export async function readCues(format: "vtt" | "srt", content: string): Promise<Cues> {
  const lines = content.split(/\r\n|\r|\n/u).map(withoutEnd);
  const { cues, errors, metadata } = await parseText(lines.join("\n"), { type: format, errors: true });
  const error = errors.find(({ message }) => message.includes("timestamp"));
  if (error) return refused(`the times of a cue cannot be read, on line ${error.line}`);
  const timings = lines.filter((line) => line.includes("-->")).length;
  if (timings === 0) return refused("there are no cues");
  if (cues.length !== timings) {
    return refused(
      `of ${timings} cues ${cues.length} can be read; between two of them, and after the head, stands an empty line`,
    );
  }
  return {
    ok: true,
    cues: cues.map(({ startTime, text }) => ({ startSeconds: startTime, lines: text.split("\n") })),
    language: metadata.Language ?? null,
  };
}

/**
 * A line of times with an end at which no cue ends. The parser passes over a cue that lasts no
 * time, whose words were said all the same, and takes a place on the screen for words.
 */
function withoutEnd(line: string): string {
  const start = TIMING.exec(line)?.[1];
  return start === undefined ? line : `${start} --> ${LATEST}`;
}

function refused(problem: string): Cues {
  return { ok: false, problem };
}
