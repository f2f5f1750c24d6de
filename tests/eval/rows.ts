import { readFileSync } from "node:fs";
import { UsageError } from "../../src/cli/command.ts";

/** A quotation as it was printed, and where its words stand. */
export interface QuoteRow {
  id: string;
  set: string;
  quote: string;
  speaker: string | null;
  kind: string;
  gold: { source: string; texts: string[]; speakers: string[] };
}

/** A quotation that no corpus has. */
export interface AbsentRow {
  id: string;
  set: string;
  quote: string;
  speaker: string | null;
}

/** A famous misquotation, and what was said in truth. */
export interface MisquoteRow {
  id: string;
  quote: string;
  speaker: string | null;
  kind: string;
  original: string | null;
  corpus: string | null;
}

/** A quoted span of an article, without its marks, and who is said there to have said it. */
export interface AnnotatedSpan {
  start: number;
  end: number;
  text: string;
  attributed: boolean;
  speaker: { text: string } | null;
}

export interface ArticleRow {
  id: string;
  text: string;
  quotations: AnnotatedSpan[];
}

/** A fact-checked claim: the claim itself, and the headline above it. */
export interface ClaimDocument {
  id: string;
  title: string;
  text: string;
}

/** A text that repeats a fact-checked claim in other words; `gold` are ids of documents. */
export interface ClaimQuery {
  id: string;
  query: string;
  gold: string[];
}

/** A file of the questions is not there: the section that needs it says so, and the others go on. */
export class MissingFile extends Error {
  override readonly name = "MissingFile";
  readonly file: string;

  constructor(file: string) {
    super(`missing: ${file}`);
    this.file = file;
  }
}

/** The rows of a file of JSON lines. Throws MissingFile where there is none, UsageError where a line is not JSON. */
export function readRows<Row>(folder: string, file: string): Row[] {
  return textOf(folder, file)
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [parsed<Row>(line, `${file}:${index + 1}`)]));
}

function textOf(folder: string, file: string): string {
  try {
    return readFileSync(`${folder}/${file}`, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw new MissingFile(file);
    throw error;
  }
}

function parsed<Row>(line: string, place: string): Row {
  try {
    return JSON.parse(line) as Row;
  } catch {
    throw new UsageError(`${place} is not JSON.`);
  }
}
