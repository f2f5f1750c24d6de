import { button, byId, el, foreign, plain } from "../../view/dom.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { sourceFacts } from "../../view/render-source.ts";
import { onKey, remedies } from "../key.ts";
import { retitle } from "../router.ts";
import { sourceAddress } from "../routes.ts";
import { askSpoken, type Spoken, type SpokenPage } from "./ask.ts";
import { PARTLY, speakerFacts } from "./speakers.ts";

/** What one speaker said in the sources, newest first. */
let shown: string | null = null;
let newest = new AbortController();

/** Shows a speaker. One who is on the page already stays as they are. */
export function showSpeaker(id: string): void {
  if (shown === id) return;
  shown = id;
  const view = byId("speaker-view", HTMLElement);
  view.replaceChildren(el("h1", { tabindex: "-1" }, "A speaker"), el("p", { role: "status" }, "Looking…"));
  void load(id, null);
}

/** Makes a new key count for what is asked next. */
export function wireSpeaker(): void {
  onKey(() => {
    shown = null;
  });
}

async function load(id: string, cursor: string | null): Promise<void> {
  newest.abort();
  newest = new AbortController();
  const outcome = await askSpoken(id, cursor, newest.signal);
  if (outcome === null) return;
  const view = byId("speaker-view", HTMLElement);
  if ("answer" in outcome) {
    if (cursor === null) begin(view, outcome.answer);
    extend(id, outcome.answer, cursor !== null);
    return;
  }
  const { failure } = outcome;
  const place = cursor === null ? view : byId("speaker-more", HTMLElement);
  if (cursor === null) shown = null;
  if (failure.code === "not_found" && cursor === null) {
    view.replaceChildren(
      el("h1", { tabindex: "-1" }, "No such speaker"),
      el(
        "p",
        { class: "lead" },
        "The sources have nobody of this name any more, or this endpoint is older than this page.",
      ),
      el("p", {}, el("a", { href: "#/speakers" }, "Look through the speakers")),
    );
  } else {
    const again = () => (cursor === null ? showSpeaker(id) : void load(id, cursor));
    place.replaceChildren(
      ...(cursor === null ? [el("h1", { tabindex: "-1" }, "A speaker")] : []),
      ...renderFailure(failure, { level: 2 }, remedies(again), "speaker-failure"),
    );
  }
  retitle();
}

function begin(view: HTMLElement, { speaker, complete }: SpokenPage): void {
  const hadFocus = view.contains(document.activeElement);
  view.replaceChildren(
    el("h1", { tabindex: "-1", dir: "auto" }, ...plain(speaker.name)),
    speakerFacts(speaker),
    el(
      "p",
      { class: "small" },
      "As the sources have it, newest first. People of one name are not told apart.",
      complete === false ? ` ${PARTLY}` : "",
    ),
    el("ul", { id: "speaker-list", class: "listing" }),
    el("div", { id: "speaker-more" }),
  );
  if (hadFocus) view.querySelector("h1")?.focus({ preventScroll: true });
  retitle();
}

function extend(id: string, { quotations, cursor }: SpokenPage, isMore: boolean): void {
  const rows = quotations.map(row);
  byId("speaker-list", HTMLElement).append(...rows);
  byId("speaker-more", HTMLElement).replaceChildren(
    ...(cursor === null ? [] : [button("Show more", () => void load(id, cursor))]),
  );
  if (isMore) rows[0]?.querySelector("a")?.focus();
}

function row({ text, cut, start, end, speaker, source }: Spoken): HTMLElement {
  const address = sourceAddress(source.id, { start, end }, source.revision ?? null);
  return el(
    "li",
    {},
    el("blockquote", { dir: "auto" }, foreign(cut ? `${text} …` : text)),
    speaker?.translated === true ? el("p", { class: "small" }, "Through a translator.") : null,
    el("p", {}, el("a", { href: address, dir: "auto" }, foreign(source.title))),
    sourceFacts(source),
  );
}
