import { FIGURE_HEAD, figureCells } from "./report.ts";
import type { Section } from "./section.ts";

/** The figures over all rows as a table in plain text, the sections one after another. It ends with a line break. */
export function summaryOf(sections: readonly Section[]): string {
  const figures = sections.flatMap((section) => section.figures).filter(({ part }) => part === undefined);
  const rows = [FIGURE_HEAD, ...figures.map(figureCells)];
  const widths = FIGURE_HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const missing = sections.flatMap(({ id, notes }) =>
    notes.filter((note) => note.startsWith("missing:")).map((note) => `${id}: ${note}`),
  );
  return `${[...lines, ...missing].join("\n")}\n`;
}
