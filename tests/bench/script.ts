import { statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { EXIT, UsageError } from "../../src/cli/command.ts";

/** Runs a script over the process's arguments; a mistake in them is told without a stack, with the status 2. */
export async function runScript(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!isCallersMistake(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.badUsage;
  }
}

function isCallersMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

/** Throws UsageError that names each folder which is not there. */
export function demandFolders(...paths: string[]): void {
  const missing = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true);
  if (missing.length === 0) return;
  throw new UsageError(missing.map((path) => `missing: the folder ${path}`).join("\n"));
}

/** The whole number from 1 on that an option gives. Throws UsageError where it is none. */
export function countOf(option: string, given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageError(`--${option}: ${JSON.stringify(given)} is not a whole number from 1 on.`);
}

/** Writes a result as JSON, its folder too. */
export async function writeJson(path: string, result: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(result, null, 2)}\n`);
}

/** Shows how far something is, on one line of a terminal; elsewhere nothing is written. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Rows as a table in plain text: the first column to the left, the others to the right. It ends with a line break. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return `${all.map(line).join("\n")}\n`;
}

/** A number for reading: whole from a hundred on, else with up to two decimals; a dash for none. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toFixed(2)));
}
