import { button, el } from "../../view/dom.ts";
import type { Asked } from "../messages.ts";

/** Returns a line that says which endpoint answered and when, with a way to ask it anew. */
export function renderProvenance(
  { origin, atMs }: Pick<Asked<unknown>, "origin" | "atMs">,
  again: () => void,
): HTMLElement {
  const at = new Date(atMs);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(at);
  return el(
    "p",
    { class: "provenance small" },
    `Answered by ${new URL(origin).host} at `,
    el("time", { datetime: at.toISOString() }, time),
    ". ",
    button("Check again", again, { class: "link" }),
  );
}
