import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceInput } from "../core/reading/source.ts";
import { parseSourceFile } from "../core/reading/source-file.ts";
import { UsageError } from "./command.ts";
import { decodedUtf8 } from "./utf8.ts";

/** Of more faulty files than these, the rest are only counted. */
const FAULTS_SHOWN_MAX = 20;

/**
 * Every source in a folder and the folders below it: files ending in .md or .txt, in order of
 * path, without README.md and hidden files. Throws UsageError naming each faulty file and what
 * is wrong with it; two files with one id are a fault of both.
 */
export async function readSources(folder: string): Promise<SourceInput[]> {
  const paths = await sourcePaths(folder);
  if (paths.length === 0) throw new UsageError(`There is no .md or .txt file in ${folder}.`);
  const sources: SourceInput[] = [];
  const faults: string[] = [];
  const pathOfId = new Map<string, string>();
  for (const path of paths) {
    const result = await readSource(path);
    if (!result.ok) {
      faults.push(`${path}: ${result.problem}`);
      continue;
    }
    const earlier = pathOfId.get(result.source.id);
    if (earlier !== undefined) faults.push(`${path}: has the same id as ${earlier}`);
    pathOfId.set(result.source.id, path);
    sources.push(result.source);
  }
  if (faults.length > 0) throw new UsageError(listOf(faults));
  return sources;
}

async function sourcePaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new UsageError(`The folder ${folder} cannot be read.`);
  });
  return entries
    .filter((entry) => !entry.isDirectory() && isSourceName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isSourceName(name: string): boolean {
  return /\.(?:md|txt)$/.test(name) && name !== "README.md" && !name.startsWith(".");
}

async function readSource(path: string) {
  const bytes = await readFile(path);
  const content = decodedUtf8(bytes);
  const fileName = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return content === null
    ? ({ ok: false, problem: "it is not UTF-8" } as const)
    : parseSourceFile(fileName, content);
}

function listOf(faults: readonly string[]): string {
  const more = faults.length - FAULTS_SHOWN_MAX;
  return [...faults.slice(0, FAULTS_SHOWN_MAX), ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}
