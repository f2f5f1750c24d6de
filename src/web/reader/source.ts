import type { SourceDocument } from "../../core/answer.ts";
import type { Span } from "../../core/text/span.ts";
import { button, byId, el, foreign, plain } from "../../view/dom.ts";
import { askSource, type Outcome } from "../../view/endpoint.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { pageLink, sourceFacts } from "../../view/render-source.ts";
import { endpoint, onKey, remedies } from "../key.ts";
import { askQuotations, type SourceQuotations } from "../library/ask.ts";
import { type Arrival, retitle } from "../router.ts";
import { type Route, sourceAddress, type View } from "../routes.ts";
import { copyLink } from "../share.ts";
import { speakerChoice } from "./speaker-choice.ts";
import { renderSourceText } from "./text.ts";

type SourceRoute = Extract<Route, { view: "source" }>;

/** One source, read whole. What is on the page already is not asked for again. */
let shown = "";
let newest = new AbortController();

const BACK_TO: Partial<Record<View, string>> = {
  check: "Back to the answer",
  draft: "Back to the report",
  sources: "Back to the sources",
  speaker: "Back to the speaker",
  source: "Back to the other source",
};

/** Shows a source, with its passage in view where one is asked for. */
export function showSource(route: SourceRoute, arrival: Arrival): void {
  const name = JSON.stringify(route);
  if (shown === name && arrival.again) return;
  shown = name;
  const view = byId("source-view", HTMLElement);
  view.replaceChildren(
    ...back(arrival),
    el("h1", { tabindex: "-1" }, "A source"),
    el("p", { role: "status" }, "Opening…"),
  );
  void load(route, arrival);
}

/** Escape leads back to the link that one came from, as out of anything that was opened over a page. */
export function wireSource(): void {
  document.addEventListener("keydown", (event) => {
    const isReading =
      !byId("source-view", HTMLElement).hidden && document.querySelector("dialog[open]") === null;
    if (event.key !== "Escape" || !isReading || event.isComposing) return;
    // There it closes the list of names.
    if (event.target instanceof HTMLSelectElement) return;
    document.querySelector<HTMLElement>("#source-view .back")?.click();
  });
  onKey(() => {
    shown = "";
  });
}

async function load(route: SourceRoute, arrival: Arrival): Promise<void> {
  newest.abort();
  newest = new AbortController();
  const { signal } = newest;
  const [outcome, said] = await Promise.all([
    askSource(route.id, endpoint(), { signal }),
    askQuotations(route.id, signal),
  ]);
  if (outcome === null) return;
  if ("failure" in outcome) {
    fail(outcome, route, arrival);
    return;
  }
  const present = outcome.answer;
  const isChanged = route.revision !== null && route.revision !== present.revision;
  const former = isChanged
    ? await askSource(route.id, endpoint(), { revision: route.revision, signal })
    : null;
  if (signal.aborted) return;
  const kept = former !== null && "answer" in former ? former.answer : null;
  const isSure = !isChanged || kept !== null;
  show(kept ?? present, said, route, arrival, { isSure, notice: isChanged ? changed(route, isSure) : null });
}

function show(
  source: SourceDocument,
  said: Outcome<SourceQuotations> | null,
  { id, at }: SourceRoute,
  arrival: Arrival,
  /** `isSure` is false where the passage may be another than was meant. */
  { isSure, notice }: { isSure: boolean; notice: HTMLElement | null },
): void {
  const known =
    said !== null && "answer" in said && said.answer.source.revision === source.revision ? said.answer : null;
  // Elsewhere nearly all of it is somebody's words, and the text itself says whose.
  const isArticle = source.kind === "article";
  const { text, spoken } = renderSourceText(source.text, known?.quotations ?? [], at, isArticle);
  const view = byId("source-view", HTMLElement);
  const hadFocus = view.contains(document.activeElement);
  view.replaceChildren(
    ...back(arrival),
    el("h1", { tabindex: "-1", dir: "auto" }, ...plain(source.title)),
    facts(source),
    ...(notice === null ? [] : [notice]),
    ...outOfText(source, at),
    el(
      "p",
      { class: "links" },
      pageLink(source.url),
      ...(at === null || !isSure ? [] : copyLink(sourceAddress(id, at, source.revision))),
    ),
    ...speakerChoice(spoken, known),
    text,
  );
  retitle();
  if (hadFocus) view.querySelector("h1")?.focus({ preventScroll: true });
  goToPassage(text);
}

/** The keyboard goes on from the passage. Places far down are known to be there only once what is near is laid out. */
function goToPassage(text: HTMLElement): void {
  const passage = text.querySelector("mark");
  passage?.focus({ preventScroll: true });
  passage?.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => passage?.scrollIntoView({ block: "center" }));
}

function facts(source: SourceDocument): HTMLElement {
  const { speaker, words, licence, supersededBy } = source;
  const more: Node[] = [document.createTextNode(`${words.toLocaleString("en")} words`)];
  if (speaker !== null) more.unshift(foreign(speaker));
  if (licence !== null) more.push(el("span", {}, "Licence: ", foreign(licence)));
  const newer = supersededBy === null ? null : sourceAddress(supersededBy, null, null);
  return el(
    "div",
    { class: "facts" },
    sourceFacts(source),
    el("p", { class: "small" }, ...more.flatMap((fact, index) => (index === 0 ? [fact] : [" · ", fact]))),
    newer === null
      ? null
      : el(
          "p",
          { class: "notice" },
          "A correction has taken its place: ",
          el("a", { href: newer }, "read the newer source"),
          ".",
        ),
  );
}

/** What a link says that was made for another text than the present one. */
function changed({ id, at }: SourceRoute, isKept: boolean): HTMLElement {
  const present = el("a", { href: sourceAddress(id, null, null) }, "Read the present text");
  return isKept
    ? el(
        "p",
        { class: "notice" },
        "This source has been changed since the link was made. You are reading the text as it was then. ",
        present,
        ".",
      )
    : el(
        "p",
        { class: "notice" },
        `This source has been changed since the link was made, and the text as it was then is not kept. ${at === null ? "This is the present text." : "What is marked below stands at the same place of the present text; it may not be the passage that was meant."}`,
      );
}

function outOfText({ text }: SourceDocument, at: Span | null): HTMLElement[] {
  if (at === null || at.start < text.length) return [];
  return [el("p", { class: "notice" }, "The place that the link names lies behind the end of this source.")];
}

function fail(
  { failure }: Extract<Outcome<SourceDocument>, { failure: unknown }>,
  route: SourceRoute,
  arrival: Arrival,
): void {
  shown = "";
  const view = byId("source-view", HTMLElement);
  const missing = failure.code === "not_found";
  const nodes = missing
    ? [
        el(
          "p",
          { class: "lead" },
          "No source has this id here. It may have been withdrawn, or the address is mistyped.",
        ),
        el("p", {}, el("a", { href: "#/sources" }, "Look through the sources")),
      ]
    : renderFailure(
        failure,
        { level: 2 },
        remedies(() => showSource(route, arrival)),
        "source-failure",
      );
  view.replaceChildren(
    ...back(arrival),
    el("h1", { tabindex: "-1" }, missing ? "No such source" : "A source"),
    ...nodes,
  );
  retitle();
}

function back({ from }: Arrival): HTMLElement[] {
  const words = from === null ? undefined : BACK_TO[from];
  return words === undefined ? [] : [button(`← ${words}`, () => history.back(), { class: "back quiet" })];
}
