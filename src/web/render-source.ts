import type { Match } from "../core/answer.ts";
import { el, foreign } from "./dom.ts";
import { openReader } from "./reader.ts";
import { SOURCE_KIND_WORDS, wordsFor } from "./wording.ts";

/** Returns what the source is, and the ways to read it. */
export function renderSource(match: Match): HTMLElement {
  const { source } = match;
  const facts: Node[] = [document.createTextNode(capital(wordsFor(SOURCE_KIND_WORDS, source.kind)))];
  if (source.publisher !== null) facts.push(foreign(source.publisher));
  if (source.date !== null) facts.push(el("time", { datetime: source.date }, longDate(source.date)));
  const links = [readerLink(match), pageLink(match.link ?? source.url)];
  const newer = source.supersededBy;
  return el(
    "section",
    { class: "source" },
    el("h4", {}, "The source"),
    el("p", { class: "source-title" }, el("cite", {}, foreign(source.title))),
    el("p", { class: "small" }, ...facts.flatMap((fact, index) => (index === 0 ? [fact] : [" · ", fact]))),
    newer
      ? el(
          "p",
          { class: "small" },
          "A correction has taken its place: ",
          sourceLink(newer, "read the newer source"),
          ".",
        )
      : null,
    el("p", { class: "links" }, ...links),
  );
}

/** Opens the whole source on this page; with a modifier key, or without script, the API's answer as any link. */
function readerLink({ source, quote }: Match): HTMLElement {
  const link = sourceLink(source.id, "Read the source");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void openReader(source.id, source.title, quote).then((opened) => {
      if (!opened) location.assign(link.href);
    });
  });
  return link;
}

function sourceLink(id: string, words: string): HTMLAnchorElement {
  return el("a", { href: `/v1/sources/${encodeURIComponent(id)}` }, words);
}

/** A source's URL was written by others: only the web's own schemes become a link. */
function pageLink(url: string | null): HTMLElement | null {
  if (url === null || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null;
  return el(
    "a",
    { href: url, rel: "noopener noreferrer", target: "_blank" },
    "Open where it was published (new tab)",
  );
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Returns “24 February 2023”; a date the browser cannot read stays as it came. */
function longDate(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(at);
}
