import { readFile } from "node:fs/promises";
import { LIMITS } from "../core/question.ts";
import type { Draft } from "../core/reading/draft.ts";
import { UsageError } from "./command.ts";

const DRAFT_NAME = /\.(?:md|markdown|txt|html?)$/i;

/** Whether an argument names a file with a draft rather than being the words to check. */
export function isDraftName(argument: string): boolean {
  return DRAFT_NAME.test(argument) && !/\n/.test(argument) && !/^["“]/.test(argument);
}

/** A draft and the file that it stands in, whose offsets are the draft's. */
export interface DraftFile {
  path: string;
  text: string;
  draft: Draft;
}

/** Reads a draft. Front matter is not part of it. Throws UsageError for a file that cannot be read or is too long. */
export async function readDraftFile(path: string): Promise<DraftFile> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`The file ${path} cannot be read.`);
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`The file ${path} is not UTF-8.`);
  }
  if (text.length > LIMITS.draftCharsMax) {
    throw new UsageError(`The file ${path} is longer than ${LIMITS.draftCharsMax} characters.`);
  }
  const isHtml = /\.html?$/i.test(path);
  return {
    path,
    text,
    draft: { form: isHtml ? "html" : "text", body: isHtml ? text : withoutFrontMatter(text), title: null },
  };
}

/** The text with blanks where front matter stood, so that everything else keeps its place. */
function withoutFrontMatter(text: string): string {
  const matter = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/.exec(text)?.[0] ?? "";
  return matter.replace(/[^\r\n]/g, " ") + text.slice(matter.length);
}

/** Where in a file something stands: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

/** Turns offsets of a text into lines and columns. */
export function regionsOf(text: string): (start: number, end: number) => Region {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (hit) => hit.index + hit[0].length)];
  const placeOf = (offset: number): { line: number; column: number } => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
  return (start, end) => {
    const [from, to] = [placeOf(start), placeOf(end)];
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
}
