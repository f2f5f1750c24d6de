import { readCues } from "./cues.ts";
import type { Draft } from "./draft.ts";
import { languageTag } from "./language-tag.ts";
import { repeatedLines } from "./rolling.ts";
import { spokenTurns, type TimedLine, transcriptOf } from "./spoken-turns.ts";
import { voicesOf } from "./voices.ts";

/** Far more than a day of talk. */
const CHARS_MAX = 20_000_000;

/**
 * The transcript in a caption file: a line for each turn where the captions tell who speaks, else
 * the words as they run on. Refused when a cue cannot be read.
 */
export async function readCaptions(format: "vtt" | "srt", content: string): Promise<Draft> {
  if (content.length > CHARS_MAX) return { ok: false, problem: `it is longer than ${CHARS_MAX} characters` };
  const read = await readCues(format, content);
  if (!read.ok) return read;
  const cues = read.cues.map(({ startSeconds, lines }) => ({
    startSeconds,
    lines: voicesOf(lines).filter((pieces) => pieces.length > 0),
  }));
  const repeats = repeatedLines(
    cues.map(({ lines }) => lines.map((pieces) => pieces.map(({ words }) => words).join(" "))),
  );
  const lines = cues.flatMap(({ startSeconds, lines }, index): TimedLine[] =>
    lines.slice(repeats[index]).map((pieces) => ({ startSeconds, pieces })),
  );
  const text = transcriptOf(spokenTurns(lines));
  if (text === "") return { ok: false, problem: "there are no words in its cues" };
  const language = languageTag(read.language);
  return { ok: true, text, fields: language === null ? {} : { language } };
}
