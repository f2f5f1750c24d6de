import type { Match } from "../core/answer.ts";
import type { Around } from "../view/around.ts";
import { el } from "../view/dom.ts";
import { openReader } from "./reader.ts";

/** How the desk shows the answer to one check: its sources open over the page. */
export const AROUND_ANSWER: Around = {
  level: 2,
  claimedBy: "You gave",
  sourceAddress,
  sourceLinks: (source, passage) => [readerLink(source, passage)],
};

function sourceAddress(id: string): string {
  return `/v1/sources/${encodeURIComponent(id)}`;
}

/** Opens the whole source on this page; with a modifier key the API's answer, as any link. */
function readerLink(source: Match["source"], passage: Match["quote"]): HTMLElement {
  const link = el("a", { href: sourceAddress(source.id) }, "Read the source");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void openReader(source.id, source.title, passage).then((opened) => {
      if (!opened) location.assign(link.href);
    });
  });
  return link;
}
