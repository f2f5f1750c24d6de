import type { Answer, Change, Match, Severity, SourceSpeaker, Via, Warning } from "../core/answer.ts";
import type { Paint, Style } from "./command.ts";
import { counted } from "./counted.ts";

const STYLE_OF_SEVERITY: Record<Severity, Style> = { none: "green", minor: "yellow", material: "red" };

/** How the source tells who speaks. */
const EVIDENCE: Record<Via, string> = {
  cue: "the text says so",
  turn: "their turn in the transcript",
  metadata: "the source as a whole is theirs",
  floating: "it goes on from a quotation of theirs",
};

/** An answer as a person reads it: the verdict and its sentence first, then each match. It ends with a line break. */
export function reportOf(answer: Answer, paint: Paint): string {
  const verdict = answer.verdict.replaceAll("_", " ").toUpperCase();
  const head = [paint("bold", paint(STYLE_OF_SEVERITY[answer.severity], verdict)), printable(answer.summary)];
  const matches = answer.matches.map((match, index) => matchLines(match, index, paint).join("\n"));
  const { sources, words } = answer.corpus;
  const foot = paint("dim", `Looked in ${counted(sources, "source")}, ${counted(words, "word")}.`);
  return `${[head.join("\n"), ...matches, foot].join("\n\n")}\n`;
}

function matchLines(match: Match, index: number, paint: Paint): string[] {
  return [
    paint("bold", `${index + 1}. ${sourceLine(match)}`),
    `   “${markedWords(match, paint)}”`,
    ...match.changes.map((change) => changeLine(change, paint)),
    `   ${speakerLine(match.speaker)} (${match.attribution.replaceAll("_", " ")})`,
    ...(match.time === null
      ? []
      : [`   At ${printable(match.time.text)} of the recording, or a little later`]),
    ...match.context.warnings.map((warning) => warningLine(warning, paint)),
    ...(match.link === null ? [] : [paint("dim", `   ${printable(match.link)}`)]),
  ];
}

function sourceLine({ source, wording }: Match): string {
  const details = [source.publisher, source.date, source.id].filter((detail) => detail !== null);
  return printable(`${source.title} (${details.join(", ")}): ${wording.replaceAll("_", " ")}`);
}

/** The source's words, each change standing in brackets where it happened. */
function markedWords({ quote, changes }: Match, paint: Paint): string {
  const inOrder = changes
    .filter(({ kind, source }) => !isSurface(kind) && source.start >= quote.start && source.end <= quote.end)
    .toSorted((a, b) => a.source.start - b.source.start);
  let at = quote.start;
  let words = "";
  for (const change of inOrder) {
    if (change.source.start < at) continue;
    words += printable(quote.exact.slice(at - quote.start, change.source.start - quote.start));
    const mark = paint(change.material ? "red" : "yellow", markOf(change));
    // An added word has no place of its own in the source, so it brings its spaces along.
    words += change.source.text === "" ? ` ${mark} ` : mark;
    at = change.source.end;
  }
  words += printable(quote.exact.slice(at - quote.start));
  return words.replace(/ {2,}/g, " ").trim();
}

/** Changes that no reader would see marked: they are listed below the words all the same. */
function isSurface(kind: Change["kind"]): boolean {
  return kind === "typography" || kind === "case" || kind === "punctuation";
}

function markOf({ source, submitted }: Change): string {
  const theirs = printable(source.text).trim();
  const ours = printable(submitted.text).trim();
  if (theirs === "") return `[+${ours}]`;
  return ours === "" ? `[-${theirs}]` : `[${theirs} → ${ours}]`;
}

function changeLine({ kind, material, message }: Change, paint: Paint): string {
  const line = `   ${material ? "!" : "·"} ${kind}: ${printable(message)}`;
  return material ? paint("red", line) : line;
}

function speakerLine(speaker: SourceSpeaker | null): string {
  if (speaker === null) return "Speaker: the source does not say";
  const role = speaker.role === null ? "" : `, ${speaker.role}`;
  const translated = speaker.translated ? ", through a translator" : "";
  const evidence = speaker.evidence === null ? "" : `: “${speaker.evidence.text}”`;
  return printable(`Speaker: ${speaker.name}${role}${translated} — ${EVIDENCE[speaker.via]}${evidence}`);
}

function warningLine({ kind, material, message, text }: Warning, paint: Paint): string {
  const words = message.includes(text) ? "" : ` “${text}”`;
  const line = printable(`   ${material ? "!" : "·"} ${kind.replaceAll("_", " ")}: ${message}${words}`);
  return material ? paint("red", line) : paint("yellow", line);
}

/** Text on one line, without the control characters by which a source could steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, " ").replace(/\p{Cc}/gu, "");
}
