import { printable } from "../printable.ts";

const COLUMNS = ["id", "scopes", "created_at", "revoked_at", "name"] as const;
const HEADINGS = ["id", "scopes", "created", "revoked", "name"];

/** The keys as a table with a heading, a line each; a column is as wide as its widest cell. */
export function keyTable(rows: readonly Record<string, unknown>[]): string {
  const cells = rows.map((row) => COLUMNS.map((column) => printable(`${row[column] ?? "-"}`)));
  const widths = HEADINGS.map((heading, index) =>
    Math.max(heading.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  return [HEADINGS, ...cells]
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
