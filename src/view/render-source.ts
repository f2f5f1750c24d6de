import type { Match } from "../core/answer.ts";
import { type Around, heading } from "./around.ts";
import { el, foreign } from "./dom.ts";
import { SOURCE_KIND_WORDS, wordsFor } from "./wording.ts";

/** Returns what the source is, and the ways to read it. */
export function renderSource(match: Match, around: Around): HTMLElement {
  const { source } = match;
  const links = [...around.sourceLinks(source, match.quote), pageLink(match.link ?? source.url)];
  const newer = source.supersededBy;
  return el(
    "section",
    { class: "source" },
    heading(around, 2, {}, "The source"),
    el("p", { class: "source-title" }, el("cite", {}, foreign(source.title))),
    sourceFacts(source),
    newer
      ? el(
          "p",
          { class: "small" },
          "A correction has taken its place: ",
          el("a", { href: around.sourceAddress(newer, null) }, "read the newer source"),
          ".",
        )
      : null,
    el("p", { class: "links" }, ...links),
  );
}

/** Returns a line with the source's kind, publisher and date. */
export function sourceFacts({
  kind,
  publisher,
  date,
}: Pick<Match["source"], "kind" | "publisher" | "date">): HTMLElement {
  const facts: Node[] = [document.createTextNode(capital(wordsFor(SOURCE_KIND_WORDS, kind)))];
  if (publisher !== null) facts.push(foreign(publisher));
  if (date !== null) facts.push(el("time", { datetime: date }, longDate(date)));
  return el(
    "p",
    { class: "small" },
    ...facts.flatMap((fact, index) => (index === 0 ? [fact] : [" · ", fact])),
  );
}

/** A source's URL was written by others: only the web's own schemes become a link. */
export function pageLink(url: string | null): HTMLElement | null {
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
