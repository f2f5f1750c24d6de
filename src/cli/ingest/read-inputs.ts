import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { SOURCE_ID, type SourceInput } from "../../core/reading/source.ts";
import { type SourceResult, sourceOf } from "../../core/reading/source-fields.ts";
import { parseSourceFile } from "../../core/reading/source-file.ts";
import { decodedUtf8, withoutByteOrderMark } from "../utf8.ts";
import type { Draft, Fields } from "./draft.ts";
import type { Format, InputFile } from "./files.ts";
import { linesOf } from "./lines.ts";
import { readCaptions } from "./read-captions.ts";
import { readHtml } from "./read-html.ts";
import { readRecord } from "./read-record.ts";

/** Where a source comes from: a file and, in a file of many, the line from 1. */
export interface Place {
  file: string;
  line: number | null;
}

/** One source that was read, or why there is none at this place. */
export interface Input {
  place: Place;
  result: SourceResult;
  /** How much of all files has been read, this one included. */
  readBytes: number;
}

/** What is said once for all sources: `defaults` where an input says nothing, `title` in any case. */
export interface Given {
  defaults: Fields;
  title: string | null;
}

/** A text of 2,000,000 characters has at most three bytes each in a file and, escaped, six in a line of JSON. */
export const INPUT_LIMITS = { fileBytesMax: 20_000_000, lineBytesMax: 12_500_000 } as const;

const NOT_UTF8 = "it is not UTF-8";

/** What is in the files, in their order. A file that cannot be read is one faulty input; the next are read on. */
export async function* readInputs(
  files: readonly InputFile[],
  given: Given,
): AsyncGenerator<Input, void, undefined> {
  let before = 0;
  for (const file of files) {
    try {
      if (file.format === "records") yield* readRecords(file, given, before);
      else yield await readOne(file, file.format, given, before);
    } catch {
      yield { ...inputAt(file, null, before), result: { ok: false, problem: "it cannot be read" } };
    }
    before += file.bytes;
  }
}

function inputAt(file: InputFile, line: number | null, readBytes: number): Omit<Input, "result"> {
  return { place: { file: file.path, line }, readBytes };
}

async function readOne(
  file: InputFile,
  format: Exclude<Format, "records">,
  given: Given,
  before: number,
): Promise<Input> {
  const input = inputAt(file, null, before + file.bytes);
  if (file.bytes > INPUT_LIMITS.fileBytesMax) {
    return { ...input, result: refused(`it is larger than ${INPUT_LIMITS.fileBytesMax} bytes`) };
  }
  const content = decodedUtf8(await readFile(file.path));
  if (content === null) return { ...input, result: refused(NOT_UTF8) };
  return { ...input, result: await sourceIn(basename(file.path), format, content, given) };
}

/** The source in a file's content, of which the name is the id. */
export async function sourceIn(
  fileName: string,
  format: Exclude<Format, "records">,
  content: string,
  given: Given,
): Promise<SourceResult> {
  const [, stem = fileName, ending = ""] = /^(.*)\.([^.]*)$/u.exec(fileName.normalize("NFC")) ?? [];
  if (format === "text") {
    const parsed = parseSourceFile(`${stem}.${ending.toLowerCase()}`, content);
    return parsed.ok ? { ok: true, source: filled(parsed.source, given.defaults) } : parsed;
  }
  if (!SOURCE_ID.test(stem)) {
    return refused(`the file name "${fileName}" cannot be an id: letters, digits, ".", "_" and "-" only`);
  }
  const text = withoutByteOrderMark(content);
  const draft = format === "html" ? readHtml(text) : await readCaptions(format, text);
  const kind = format === "html" ? "article" : "transcript";
  return sourceFrom(stem, draft, { title: stem, kind, ...given.defaults }, given.title);
}

async function* readRecords(
  file: InputFile,
  given: Given,
  before: number,
): AsyncGenerator<Input, void, undefined> {
  for await (const line of linesOf(createReadStream(file.path), INPUT_LIMITS.lineBytesMax)) {
    const input = inputAt(file, line.number, before + line.readBytes);
    if (line.bytes === null) {
      yield { ...input, result: refused(`the line is longer than ${INPUT_LIMITS.lineBytesMax} bytes`) };
      continue;
    }
    const text = decodedUtf8(line.bytes);
    if (text === null) yield { ...input, result: refused(NOT_UTF8) };
    else if (text.trim() !== "")
      yield { ...input, result: recordIn(line.number === 1 ? withoutByteOrderMark(text) : text, given) };
  }
}

function recordIn(line: string, given: Given): SourceResult {
  const record = readRecord(line);
  return record.ok ? sourceFrom(record.id, record.draft, given.defaults, null) : record;
}

function sourceFrom(id: string, draft: Draft, defaults: Fields, title: string | null): SourceResult {
  if (!draft.ok) return draft;
  return sourceOf(id, draft.text, { ...defaults, ...draft.fields, ...(title === null ? {} : { title }) });
}

/** A source file says its title and kind itself; what else it leaves out is taken from the defaults. */
function filled(source: SourceInput, defaults: Fields): SourceInput {
  const { speaker, publisher, date, language, licence } = source;
  return {
    ...source,
    speaker: speaker ?? defaults.speaker ?? null,
    publisher: publisher ?? defaults.publisher ?? null,
    date: date ?? defaults.date ?? null,
    language: language ?? defaults.language ?? null,
    licence: licence ?? defaults.licence ?? null,
  };
}

function refused(problem: string): SourceResult {
  return { ok: false, problem };
}
