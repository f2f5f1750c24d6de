import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { UsageError } from "../command.ts";

export type Format = "text" | "html" | "vtt" | "srt" | "records";

/** One file to read sources from. */
export interface InputFile {
  path: string;
  format: Format;
  bytes: number;
}

const FORMATS: Record<string, Format> = {
  md: "text",
  txt: "text",
  html: "html",
  htm: "html",
  vtt: "vtt",
  srt: "srt",
  ndjson: "records",
  jsonl: "records",
};

/** More files than a person means to name; a list of them must fit in memory. */
const FILES_MAX = 200_000;

/**
 * The files that the paths name: a file as it is, and of a folder all files below it with one of
 * the endings, in order of path, without README.md and hidden ones. Each once. Throws UsageError
 * for a path that is not there, for a named file of another ending, and when nothing is left.
 */
export async function inputFiles(paths: readonly string[]): Promise<InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      const whole = resolve(file.path);
      if (!found.has(whole)) found.set(whole, file);
      if (found.size > FILES_MAX)
        throw new UsageError(`There are more than ${FILES_MAX} files. Name a part of them.`);
    }
  }
  if (found.size === 0) throw new UsageError(`There is no file to ingest: ${endings()}.`);
  return [...found.values()];
}

async function filesAt(path: string): Promise<InputFile[]> {
  const here = await stat(path).catch(() => null);
  if (here === null) throw new UsageError(`${path} cannot be read.`);
  if (here.isDirectory()) return filesBelow(path);
  const format = formatOf(path);
  if (format === null) throw new UsageError(`${path} is not a file that can be ingested: ${endings()}.`);
  return [{ path, format, bytes: here.size }];
}

async function filesBelow(folder: string): Promise<InputFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new UsageError(`The folder ${folder} cannot be read.`);
  });
  const paths = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => basename(path) !== "README.md" && !isHidden(relative(folder, path)))
    .sort();
  const files: InputFile[] = [];
  for (const path of paths) {
    const format = formatOf(path);
    const here = format === null ? null : await stat(path).catch(() => null);
    if (format !== null && here?.isFile()) files.push({ path, format, bytes: here.size });
  }
  return files;
}

/** True where the file or a folder above it, below the one that was named, begins with a dot. */
function isHidden(path: string): boolean {
  return path.split(/[\\/]/u).some((part) => part.startsWith("."));
}

function formatOf(path: string): Format | null {
  const ending = /\.([^.]+)$/u.exec(basename(path))?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(FORMATS, ending) ? (FORMATS[ending] ?? null) : null;
}

function endings(): string {
  return `the endings are ${Object.keys(FORMATS)
    .map((ending) => `.${ending}`)
    .join(", ")}`;
}
