import { speakerTurns } from "../../core/reading/turns.ts";
import { sentences } from "../../core/text/sentences.ts";
import type { Voiced } from "./voices.ts";

/** One line of a caption and when it is shown. */
export interface TimedLine {
  startSeconds: number;
  pieces: Voiced[];
}

/** Words and when they are shown. */
export interface TimedWords {
  startSeconds: number;
  words: string;
}

/** What one speaker says until somebody else does. `speaker` is null where nobody is named. */
export interface SpokenTurn {
  speaker: string | null;
  pieces: TimedWords[];
}

/** What stands before words in a line: ">>" where somebody else begins to speak, and a name. */
interface Lead {
  startSeconds: number;
  marked: boolean;
  name: string | null;
  /** True where the name is a tag's: it can be nothing else. */
  tagged: boolean;
  words: string;
}

/** As in a transcript, without the time: words and a colon. */
const NAME = /^(\p{L}[^:\n]{0,118}?)[ \t]*:(?=\s|$)/u;
/** As many capitals make a name shouted, as the reader of transcripts has it. */
const SHOUTED_SHARE = 0.7;
/** A name in small letters must come again before it is told from "Remember:". */
const TITLED_MIN = 2;
/** Whoever speaks where others are named and this one is not. */
const UNNAMED = "UNKNOWN";

/**
 * Who says what, in order. Somebody is named by a tag, or by `NAME:` at the start of a line or
 * behind ">>". Where the file shouts throughout, only ">>" tells a name from a sentence. Words with
 * no name are the last speaker's, but not in a file that has tags: there nobody says them.
 */
export function spokenTurns(lines: readonly TimedLine[]): SpokenTurn[] {
  const leads = lines.flatMap(leadsOf);
  const told = namesTold(leads);
  const tags = leads.some(({ tagged }) => tagged);
  const turns: SpokenTurn[] = [];
  for (const lead of leads) {
    const { startSeconds, marked } = lead;
    const named = lead.name !== null && (lead.tagged || told.has(lead.name)) ? lead.name : null;
    const words = named !== lead.name ? `${lead.name}: ${lead.words}` : lead.words;
    const last = turns.at(-1);
    const goesOn =
      last !== undefined &&
      (named === null ? !marked && (!tags || last.speaker === null) : named === last.speaker);
    if (goesOn) last.pieces.push({ startSeconds, words });
    else turns.push({ speaker: named, pieces: [{ startSeconds, words }] });
  }
  return turns.filter(({ pieces }) => pieces.some(({ words }) => words.trim() !== ""));
}

function leadsOf({ startSeconds, pieces }: TimedLine): Lead[] {
  return pieces.flatMap(({ voice, words }) =>
    words
      .split(/(?=(?<!>)>>)/u)
      .map((part) => (voice === null ? leadOf(startSeconds, part) : taggedLead(startSeconds, voice, part))),
  );
}

function taggedLead(startSeconds: number, voice: string, part: string): Lead {
  return { startSeconds, marked: false, name: voice, tagged: true, words: part.replace(/^>{2,}\s*/u, "") };
}

function leadOf(startSeconds: number, part: string): Lead {
  const spoken = part.replace(/^>{2,}\s*/u, "");
  const marked = spoken !== part;
  const name = NAME.exec(spoken);
  if (name?.[1] === undefined || !isLabel(name[1])) {
    return { startSeconds, marked, name: null, tagged: false, words: spoken };
  }
  return { startSeconds, marked, name: name[1], tagged: false, words: spoken.slice(name[0].length).trim() };
}

/** Those words before a colon that are names and not the start of a sentence. */
function namesTold(leads: readonly Lead[]): Set<string> {
  const shouting = isShouted(leads.map(({ words }) => words).join(" "));
  const times = new Map<string, number>();
  const told = new Set<string>();
  for (const { name, marked, tagged } of leads) {
    if (name === null || tagged) continue;
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    if (marked || (!shouting && (isShouted(name) || count >= TITLED_MIN))) told.add(name);
  }
  return told;
}

function isShouted(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const capitals = words.match(/\p{Lu}/gu)?.length ?? 0;
  return letters > 0 && capitals >= letters * SHOUTED_SHARE;
}

/**
 * How long a turn goes on before a new line tells the time again: from the first sentence that
 * begins after so many seconds, or, where no sentence ends, from the first caption after twice as
 * many. Half a minute is found in a recording by ear; a time every caption would leave no text.
 */
const TIMED_ANEW_SECONDS = 20;
const UNTIMED_SECONDS_MAX = 2 * TIMED_ANEW_SECONDS;

/**
 * The turns as a transcript: `[HH:MM:SS] NAME: words`, a line each, and further lines with the time
 * alone where one goes on for long. Where nobody is named there are no names, and an empty line
 * stands before another speaker. Ends in a line break; empty without words.
 */
export function transcriptOf(turns: readonly SpokenTurn[]): string {
  if (turns.length === 0) return "";
  const nameless = turns.every(({ speaker }) => speaker === null);
  const written = turns.map(({ speaker, pieces }) =>
    timedLines(pieces, nameless ? "" : `${labelOf(speaker)}: `).join("\n"),
  );
  return `${written.join(nameless ? "\n\n" : "\n")}\n`;
}

/** A turn's words on lines that each begin with the time, the first with the label too. */
function timedLines(given: readonly TimedWords[], label: string): string[] {
  const pieces = given.filter(({ words }) => words !== "");
  const text = pieces.map(({ words }) => words).join(" ");
  const lines: string[] = [];
  let from = 0;
  let since = given[0]?.startSeconds ?? 0;
  const end = (to: number): void => {
    lines.push(`[${clock(since)}] ${lines.length === 0 ? label : ""}${text.slice(from, to).trim()}`);
  };
  for (const { at, startSeconds, isSentence } of breaksOf(text, pieces)) {
    const patience = isSentence ? TIMED_ANEW_SECONDS : UNTIMED_SECONDS_MAX;
    // "Remember: we wait" at the start of a line would be said by one Remember.
    if (startSeconds - since < patience || beginsTurn(text.slice(at))) continue;
    end(at);
    [from, since] = [at, startSeconds];
  }
  end(text.length);
  return lines;
}

/** Where a line of a turn may end: before each sentence and each caption but the first, in order, with the time that is shown there. */
function breaksOf(
  text: string,
  pieces: readonly TimedWords[],
): { at: number; startSeconds: number; isSentence: boolean }[] {
  const begins = new Set(sentences(text).map(({ start }) => start));
  const found: { at: number; startSeconds: number; isSentence: boolean }[] = [];
  let at = 0;
  const starts = [...begins].sort((a, b) => a - b);
  let next = 0;
  for (const { startSeconds, words } of pieces) {
    const end = at + words.length;
    if (at > 0 && !begins.has(at)) found.push({ at, startSeconds, isSentence: false });
    for (; next < starts.length && (starts[next] as number) < end; next++) {
      const start = starts[next] as number;
      if (start > 0) found.push({ at: start, startSeconds, isSentence: true });
    }
    at = end + 1;
  }
  return found;
}

function beginsTurn(line: string): boolean {
  return speakerTurns(`${line.slice(0, LABEL_CHARS)}\n`).some(({ label }) => label.start === 0);
}

/** No label with what belongs to it is longer. */
const LABEL_CHARS = 200;

/** A name that the reader of transcripts takes for one: as it is, or in capitals. */
function labelOf(speaker: string | null): string {
  const name = speaker?.replace(/[:\s]+/gu, " ").trim() ?? "";
  return [name, name.toUpperCase()].find(isLabel) ?? UNNAMED;
}

function isLabel(name: string): boolean {
  return name !== "" && speakerTurns(`${name}: x`)[0]?.label.end === name.length + 1;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => `${part}`.padStart(2, "0"))
    .join(":");
}
