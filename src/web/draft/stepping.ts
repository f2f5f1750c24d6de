import { button, el } from "../../view/dom.ts";
import type { Entry } from "./entry.ts";

export interface Steps {
  bar: HTMLElement;
  /** To be called when other entries are shown than before. */
  recount(): void;
}

/**
 * Wires the ways between the list and the draft, and from one quotation to the next: buttons, and Alt with the
 * arrows while one is in the report. `showAll` is called where an entry is asked for that is filtered away.
 */
export function wireStepping(entries: readonly Entry[], pane: HTMLElement, showAll: () => void): Steps {
  let current: Entry | null = null;
  const words = wordsByNumber(pane);
  const place = el("span", { class: "place small", role: "status" });
  const shown = () => entries.filter(({ item }) => !item.hidden);

  const mark = (entry: Entry, isCurrent: boolean) => {
    if (isCurrent) entry.item.setAttribute("aria-current", "true");
    else entry.item.removeAttribute("aria-current");
    for (const one of words.get(entry.number) ?? []) one.classList.toggle("current", isCurrent);
  };
  const choose = (entry: Entry) => {
    if (current !== null) mark(current, false);
    current = entry;
    mark(entry, true);
    recount();
  };
  const toEntry = (entry: Entry) => {
    if (entry.item.hidden) showAll();
    choose(entry);
    entry.item.focus({ preventScroll: true });
    entry.item.scrollIntoView({ block: "start" });
  };
  const step = (by: 1 | -1) => {
    const list = shown();
    const at = current === null ? -1 : list.indexOf(current);
    const next = at < 0 ? (by > 0 ? list[0] : list.at(-1)) : list[at + by];
    if (next === undefined) return;
    toEntry(next);
    scrollWithin(pane, words.get(next.number)?.[0]);
  };
  const previous = button("Previous", () => step(-1), { "aria-keyshortcuts": "Alt+ArrowUp" });
  const next = button("Next", () => step(1), { "aria-keyshortcuts": "Alt+ArrowDown" });

  const recount = () => {
    const list = shown();
    const at = current === null ? -1 : list.indexOf(current);
    place.textContent = at < 0 ? `${list.length} shown` : `${at + 1} of ${list.length}`;
    // Not `disabled`: a button that loses the focus under the finger sends the keyboard back to the top.
    previous.setAttribute("aria-disabled", String(at === 0 || list.length === 0));
    next.setAttribute("aria-disabled", String(at === list.length - 1 || list.length === 0));
  };

  leadToEntries(entries, pane, toEntry);
  for (const entry of entries) leadToDraft(entry, pane, words.get(entry.number) ?? [], choose);
  const bar = el("div", { class: "steps", title: "Alt with ↑ or ↓" }, previous, next, place);
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  };
  pane.addEventListener("keydown", onKey);
  bar.addEventListener("keydown", onKey);
  for (const { item } of entries) item.addEventListener("keydown", onKey);
  return { bar, recount };
}

/** A mark leads to its entry, by its button or by the words themselves. */
function leadToEntries(entries: readonly Entry[], pane: HTMLElement, toEntry: (entry: Entry) => void): void {
  pane.addEventListener("click", (event) => {
    const pressed =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-number]") : null;
    const entry = entries[Number(pressed?.dataset.number) - 1];
    // Whoever selects words in order to copy them has not pressed them.
    if (entry !== undefined && getSelection()?.isCollapsed !== false) toEntry(entry);
  });
}

/** An entry's number leads to its words, whose button takes the focus: pressed, it leads back. */
function leadToDraft(
  entry: Entry,
  pane: HTMLElement,
  words: readonly HTMLElement[],
  choose: (entry: Entry) => void,
): void {
  const [first] = words;
  const ref = words
    .at(-1)
    ?.parentElement?.querySelector<HTMLElement>(`button[data-number="${entry.number}"]`);
  if (first === undefined || !ref) {
    entry.toDraft.disabled = true;
    return;
  }
  entry.toDraft.addEventListener("click", () => {
    choose(entry);
    ref.focus({ preventScroll: true });
    if (!scrollWithin(pane, first)) first.scrollIntoView({ block: "center" });
  });
}

function wordsByNumber(pane: HTMLElement): Map<number, HTMLElement[]> {
  const found = new Map<number, HTMLElement[]>();
  for (const words of pane.querySelectorAll<HTMLElement>(".quoted")) {
    const number = Number(words.dataset.number);
    found.set(number, [...(found.get(number) ?? []), words]);
  }
  return found;
}

/** Brings the words into view in a draft that scrolls by itself, without moving the page; false where it does not. */
function scrollWithin(pane: HTMLElement, words: HTMLElement | undefined): boolean {
  if (words === undefined || getComputedStyle(pane).overflowY !== "auto") return false;
  const offset = words.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3 });
  return true;
}
