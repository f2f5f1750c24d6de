import { speakerTurns } from "../../core/reading/turns.ts";
import type { Voiced } from "./voices.ts";

/** One line of a caption and when it is shown. */
export interface TimedLine {
  startSeconds: number;
  pieces: Voiced[];
}

/** What one speaker says until somebody else does. `speaker` is null where nobody is named. */
export interface SpokenTurn {
  startSeconds: number;
  speaker: string | null;
  words: string[];
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
    if (goesOn) last.words.push(words);
    else turns.push({ startSeconds, speaker: named, words: [words] });
  }
  return turns.filter(({ words }) => words.some((word) => word.trim() !== ""));
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
 * The turns as a transcript: `[HH:MM:SS] NAME: words`, a line each. Where nobody is named, the
 * words alone, with an empty line before another speaker. Ends in a line break; empty without words.
 */
export function transcriptOf(turns: readonly SpokenTurn[]): string {
  if (turns.length === 0) return "";
  const words = turns.map((turn) => turn.words.filter((one) => one !== "").join(" "));
  if (turns.every(({ speaker }) => speaker === null)) return `${words.join("\n\n")}\n`;
  const lines = turns.map(
    ({ startSeconds, speaker }, index) => `[${clock(startSeconds)}] ${labelOf(speaker)}: ${words[index]}`,
  );
  return `${lines.join("\n")}\n`;
}

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
