import { readdirSync, readFileSync } from "node:fs";
import { join, normalize, posix } from "node:path";

/** One import line of one file. */
export interface Import {
  /** Path from the root, with forward slashes: `src/core/check.ts`. */
  from: string;
  /** A path from the root for our own files, else the package's specifier. */
  to: string;
  typeOnly: boolean;
}

const FROM = /(?:^|[\n;])\s*(import|export)(\s+type)?\s[^;"]*?from\s*"([^"]+)"/g;
const BARE = /(?:^|[\n;])\s*import\s+"([^"]+)"/g;
const DYNAMIC = /\bimport\(\s*"([^"]+)"/g;

/** Every import in the TypeScript files below a folder, in order of file. */
export function importsBelow(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .flatMap((path) => importsOf(path, readFileSync(path, "utf8")));
}

/** The imports in one file's text. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const [, , type, specifier] of text.matchAll(FROM)) {
    found.push({ from: path, to: resolved(path, specifier ?? ""), typeOnly: type !== undefined });
  }
  for (const [, specifier] of [...text.matchAll(BARE), ...text.matchAll(DYNAMIC)]) {
    found.push({ from: path, to: resolved(path, specifier ?? ""), typeOnly: false });
  }
  return found;
}

function resolved(path: string, specifier: string): string {
  return specifier.startsWith(".") ? normalize(posix.join(posix.dirname(path), specifier)) : specifier;
}

/** Every file and package that `entry` pulls in at run time, itself included. */
export function reachedFrom(entry: string, imports: readonly Import[]): Set<string> {
  const reached = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { from, to, typeOnly } of imports) if (from === path && !typeOnly) open.push(to);
  }
  return reached;
}
