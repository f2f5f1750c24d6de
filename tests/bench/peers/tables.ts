import { tableOf } from "../script.ts";

/** One table of a report, with what must be known to read it. */
export interface Table {
  title: string;
  notes: string[];
  head: string[];
  rows: string[][];
}

/** Tables in plain text. It ends with a line break. */
export function plainText(tables: readonly Table[]): string {
  return tables
    .map(({ title, notes, head, rows }) => [title, ...notes, "", tableOf(head, rows)].join("\n"))
    .join("\n");
}

/** The same as GitHub's Markdown. */
export function markdown(tables: readonly Table[]): string {
  return tables
    .map(({ title, notes, head, rows }) =>
      [
        `### ${title}`,
        "",
        ...notes.flatMap((note) => [note, ""]),
        row(head),
        row(head.map((_, column) => (column === 0 ? "---" : "--:"))),
        ...rows.map(row),
        "",
      ].join("\n"),
    )
    .join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
