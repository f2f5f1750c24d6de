import { button, byId } from "../../view/dom.ts";
import type { Failure, Outcome } from "../../view/endpoint.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { onKey, remedies } from "../key.ts";
import { say } from "../share.ts";

/** Typing pauses this long between words, not between letters. */
const PAUSE_MS = 250;

export interface Page<Item> {
  items: Item[];
  cursor: string | null;
  /** What is to be known about the list besides its length; or null. */
  note: string | null;
}

export interface Listing<Item> {
  /** The view's name, with which the ids of its parts begin. */
  name: "sources" | "speakers";
  /** What one of them is called, and many. */
  nouns: readonly [string, string];
  ask(q: string, cursor: string | null, signal: AbortSignal): Promise<Outcome<Page<Item>> | null>;
  render(item: Item): HTMLElement;
  /** What to say in place of the usual advice; null where that will do. */
  explain(failure: Failure, q: string): string | null;
}

/** Wires a list that is searched as one types and read on page by page. Returns what shows it: asked for once, and again by a search. */
export function wireListing<Item>(listing: Listing<Item>): () => void {
  const { name } = listing;
  const search = byId(`${name}-search`, HTMLInputElement);
  const list = byId(`${name}-list`, HTMLElement);
  const below = byId(`${name}-more`, HTMLElement);
  let newest = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;

  const load = async (cursor: string | null) => {
    clearTimeout(timer);
    newest.abort();
    newest = new AbortController();
    asked = true;
    const q = search.value;
    if (cursor === null) say(`${name}-status`, "Looking…");
    const outcome = await listing.ask(q, cursor, newest.signal);
    if (outcome === null) return;
    if ("failure" in outcome) fail(outcome.failure, q, cursor);
    else show(outcome.answer, q, cursor !== null);
  };
  const show = ({ items, cursor, note }: Page<Item>, q: string, isMore: boolean) => {
    const rows = items.map(listing.render);
    if (isMore) list.append(...rows);
    else list.replaceChildren(...rows);
    below.replaceChildren(...(cursor === null ? [] : [button("Show more", () => void load(cursor))]));
    say(`${name}-status`, [counted(list.childElementCount, cursor !== null, q), note ?? ""].join(" ").trim());
    // The button that was pressed is gone: the keyboard goes on with the first of the new ones.
    if (isMore) rows[0]?.querySelector("a")?.focus();
  };
  const counted = (count: number, hasMore: boolean, q: string) => {
    const noun = listing.nouns[count === 1 ? 0 : 1];
    const found = q.trim() === "" ? "" : ` for “${q.trim()}”`;
    if (count === 0) return `No ${listing.nouns[1]}${found}.`;
    return hasMore ? `The first ${count} ${noun}${found}.` : `${count} ${noun}${found}.`;
  };
  const fail = (failure: Failure, q: string, cursor: string | null) => {
    const own = listing.explain(failure, q);
    if (own !== null) {
      say(`${name}-status`, own);
      return;
    }
    say(`${name}-status`, "");
    if (cursor === null) list.replaceChildren();
    below.replaceChildren(
      ...renderFailure(
        failure,
        { level: 2 },
        remedies(() => void load(cursor)),
        `${name}-failure`,
      ),
    );
  };

  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void load(null), PAUSE_MS);
  });
  onKey(() => {
    asked = false;
  });
  return () => {
    if (!asked) void load(null);
  };
}
