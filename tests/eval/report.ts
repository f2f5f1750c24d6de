import { isMet } from "./scoring/figures.ts";
import type { Failure, Figure, Section } from "./section.ts";

/** More failures of one section are only counted. */
const FAILURES_MAX = 60;

/** What stands at the head of a report: what was measured on what. */
export interface Measured {
  engine: string;
  corpora: readonly string[];
  sections: readonly Section[];
}

/** The report in Markdown. It ends with a line break. */
export function markdownOf({ engine, corpora, sections }: Measured): string {
  const head = [
    "# Accuracy",
    `Engine ${engine}. Corpora asked, where a section names no others: ${corpora.join(", ")}.`,
    "Intervals are 95 % percentile bootstrap over 2,000 resamples of whole rows. Every row belongs, by its id, to the part that may be read (two thirds) or to the one kept aside; floors are for all rows, and only failures of the first part are listed.",
  ];
  return `${[...head, ...sections.map(sectionText)].join("\n\n")}\n`;
}

function sectionText({ title, notes, figures, tables, failures }: Section): string {
  const parts = [
    `## ${title}`,
    ...notes,
    ...(figures.length === 0 ? [] : [figureTable(figures)]),
    ...tables.map((table) => `### ${table.title}\n\n${tableText(table.head, table.rows)}`),
    ...(failures.length === 0 ? [] : [failureText(failures)]),
  ];
  return parts.join("\n\n");
}

function figureTable(figures: readonly Figure[]): string {
  const partOf = (name: string, part: Figure["part"]): string => {
    const figure = figures.find((other) => other.name === name && other.part === part);
    if (!figure) return "";
    return figure.n === 0 ? "n 0" : `${value(figure)} (${interval(figure)}), n ${figure.n}`;
  };
  const rows = figures
    .filter(({ part }) => part === undefined)
    .map((figure) => [...figureCells(figure), partOf(figure.name, "read"), partOf(figure.name, "aside")]);
  return tableText([...FIGURE_HEAD, "read", "aside"], rows);
}

/** The columns of `figureCells`. */
export const FIGURE_HEAD = ["figure", "n", "value", "95 %", "floor", "met"];

/** A figure as cells of a table: name, n, value, interval, floor, whether it is met. */
export function figureCells(figure: Figure): string[] {
  const { name, n, floor, atMost } = figure;
  const met = isMet(figure);
  return [
    name,
    String(n),
    value(figure),
    interval(figure),
    floor === null ? "" : `${atMost ? "≤" : "≥"} ${floor}`,
    met === null ? "" : met ? "yes" : "NO",
  ];
}

function value(figure: Figure): string {
  return Number.isNaN(figure.value) ? "–" : figure.value.toFixed(3);
}

function interval({ low, high }: Figure): string {
  return Number.isNaN(low) ? "–" : `${low.toFixed(3)}–${high.toFixed(3)}`;
}

function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function cellText(cell: string): string {
  return cell.replace(/\s+/gu, " ").replaceAll("|", "\\|");
}

function failureText(failures: readonly Failure[]): string {
  const shown = new Set(chosen(failures));
  const more = failures.length - shown.size;
  const groups = Map.groupBy(failures, ({ group }) => group);
  const lists = [...groups].map(([group, members]) => {
    const listed = members.filter((failure) => shown.has(failure));
    return `#### ${group} (${members.length})\n\n${listed.map(failureItem).join("\n")}`;
  });
  const head = `### Failures of the part that may be read (${failures.length})`;
  return [head, ...lists, ...(more > 0 ? [`And ${more} more.`] : [])].join("\n\n");
}

/** At most so many failures, the groups taking turns, so that a large one hides none. */
function chosen(failures: readonly Failure[]): Failure[] {
  const turns = new Map<string, number>();
  const ordered = failures.map((failure) => {
    const turn = turns.get(failure.group) ?? 0;
    turns.set(failure.group, turn + 1);
    return { failure, turn };
  });
  return ordered
    .sort((a, b) => a.turn - b.turn)
    .slice(0, FAILURES_MAX)
    .map(({ failure }) => failure);
}

function failureItem({ id, lines }: Failure): string {
  return [`- \`${id}\``, ...lines.map((line) => `  - ${plain(line)}`)].join("\n");
}

/** Words from outside, which must not be read as markup. */
function plain(line: string): string {
  return line.replace(/\s+/gu, " ").replace(/[\\`*_<>[\]#|~]/gu, "\\$&");
}
