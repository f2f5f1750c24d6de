import { byId, el, plain } from "../view/dom.ts";
import { askSource, OWN_ENDPOINT } from "../view/endpoint.ts";

/**
 * Opens the whole source over the page with the matched words marked and in view. Resolves to false when the
 * source could not be fetched, so that the caller can follow the plain link instead.
 */
export async function openReader(
  id: string,
  title: string,
  quote: { start: number; end: number },
): Promise<boolean> {
  const outcome = await askSource(id, OWN_ENDPOINT);
  if (outcome === null || "failure" in outcome) return false;
  const source = outcome.answer;
  // It scrolls, so it must be reachable from the keyboard.
  const region = el("section", { class: "reader-text", tabindex: "0", "aria-labelledby": "reader-title" });
  region.append(...paragraphs(source.text, quote));
  const dialog = byId("reader", HTMLDialogElement);
  dialog.replaceChildren(head(title, dialog), region);
  dialog.showModal();
  region.focus();
  region.querySelector("mark")?.scrollIntoView({ block: "center" });
  return true;
}

/** One paragraph for each line of the source that has words; a match that runs over several is marked in each. */
function paragraphs(text: string, { start, end }: { start: number; end: number }): HTMLElement[] {
  const built: HTMLElement[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const from = Math.min(Math.max(start - at, 0), line.length);
    const to = Math.min(Math.max(end - at, from), line.length);
    const marked = to > from ? el("mark", {}, ...plain(line.slice(from, to))) : null;
    if (line.trim() !== "") {
      built.push(el("p", { dir: "auto" }, ...plain(line.slice(0, from)), marked, ...plain(line.slice(to))));
    }
    at += line.length + 1;
  }
  return built;
}

/** Makes a press beside the reader close it; Escape is the dialog's own. */
export function wireReader(): void {
  const dialog = byId("reader", HTMLDialogElement);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

function head(title: string, dialog: HTMLDialogElement): HTMLElement {
  const close = el("button", { type: "button" }, "Close");
  close.addEventListener("click", () => dialog.close());
  return el("div", { class: "reader-head" }, el("h2", { id: "reader-title" }, ...plain(title)), close);
}
