import type { Answer } from "../../core/answer.ts";

/**
 * How a quotation is underlined. Each has a line of its own kind, so that none is told by colour alone;
 * the colours stand out on white and on black (3 : 1 and more against both).
 */
const LINES = {
  accurate: "solid 2px #2e8b57",
  minor: "dotted 2px #b07800",
  context: "dashed 2px #b07800",
  altered: "wavy 2px #d6402b",
  misattributed: "double 1.5px #d6402b",
  unknown: "dotted 2px #7d8894",
} as const;

export type Underline = keyof typeof LINES;

/** The names under which the ranges are registered (CSS Custom Highlight API). */
export const highlightName = (underline: Underline | "current"): string => `verbatim-${underline}`;

export const UNDERLINES = Object.keys(LINES) as Underline[];

/** Returns how a quotation with this answer is underlined. */
export function underlineOf({ verdict, severity }: Pick<Answer, "verdict" | "severity">): Underline {
  switch (verdict) {
    case "accurate":
    case "stated":
      return "accurate";
    case "altered":
    case "conflicting":
      return severity === "minor" ? "minor" : "altered";
    case "misattributed":
      return "misattributed";
    case "missing_context":
      return "context";
    default:
      return "unknown";
  }
}

const lines = Object.entries(LINES).map(([underline, line]) => {
  const [style, width, colour] = line.split(" ");
  const rules = `text-decoration: underline ${style} ${colour} ${width}; text-underline-offset: 0.18em;`;
  return `::highlight(${highlightName(underline as Underline)}) { ${rules} }`;
});

/** The style sheet of all underlines, and of the quotation that is looked at. */
export const UNDERLINE_CSS = [
  ...lines,
  `::highlight(${highlightName("current")}) { background-color: #ffd54a; color: #1d1b18; }`,
].join("\n");
