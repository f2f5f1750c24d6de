import type { ChangeKind } from "../answer.ts";

/** Longer words are shortened in messages; the offsets have them whole. */
const SHOWN_CHARS_MAX = 160;

/** Words in marks, on one line, shortened in the middle of nothing: at its end. */
export function shown(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= SHOWN_CHARS_MAX) return `“${line}”`;
  const cut = line.slice(0, SHOWN_CHARS_MAX);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(" "), SHOWN_CHARS_MAX / 2)).toWellFormed()}…”`;
}

/** One English sentence for a change: what the source has, and what became of it. */
export function changeMessage(kind: ChangeKind, submitted: string, source: string): string {
  const added = source.trim() === "";
  const dropped = submitted.trim() === "";
  switch (kind) {
    case "ellipsis":
      return `the ellipsis leaves out ${shown(source)}`;
    case "splice":
      return added
        ? "words from different places are joined without a mark"
        : `words from different places are joined without a mark; ${shown(source)} is left out`;
    case "order":
      return added
        ? `${shown(submitted)} stands elsewhere in the source`
        : `${shown(source)} stands in another place in the source`;
    case "bracket":
      return added
        ? `${shown(submitted)} is added in brackets`
        : `${shown(submitted)} in brackets stands for ${shown(source)}`;
    case "case":
      return `the source has ${shown(source)}; only the capitals differ`;
    case "typography":
      return `the source prints ${shown(source)}; the words are the same`;
    case "punctuation":
      return "the punctuation differs";
    case "spelling":
      return `${shown(source)} is spelt ${shown(submitted)}`;
    case "filler":
      return added
        ? `${shown(submitted)} is added and carries no meaning`
        : `${shown(source)} is left out and carries no meaning`;
    default:
      if (added) return `${shown(submitted)} was added`;
      if (dropped) return `${shown(source)} was dropped`;
      return `${shown(source)} became ${shown(submitted)}`;
  }
}
