import { EXTENSION } from "./limits.ts";

/** Returns the beginning of a text in one line, with an ellipsis where it goes on. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= EXTENSION.excerptCharsMax) return line;
  return `${line.slice(0, EXTENSION.excerptCharsMax).replace(/[\uD800-\uDBFF]$|\s+\S*$/u, "")}…`;
}
