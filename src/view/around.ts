import type { Match } from "../core/answer.ts";
import { type Child, el } from "./dom.ts";

/** What an answer is shown in: a page of the desk, an entry of a draft's report, the extension's panel. */
export interface Around {
  /** The level of the answer's own heading; what is inside goes two levels deeper. */
  level: 2 | 3 | 4;
  /** What leads up to the name of whoever is said to have said it: “You gave”, “The draft names”. */
  claimedBy: string;
  /** The address at which a source is read, at a passage of it where one is given. */
  sourceAddress(id: string, passage: Match["quote"] | null): string;
  /** Links that lead to the source at the passage. */
  sourceLinks(source: Match["source"], passage: Match["quote"]): HTMLElement[];
}

/** Returns a heading so many levels below the answer's own. */
export function heading(
  { level }: Pick<Around, "level">,
  below: 0 | 1 | 2,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElement {
  return el(`h${(level + below) as 2 | 3 | 4 | 5 | 6}`, attributes, ...children);
}
