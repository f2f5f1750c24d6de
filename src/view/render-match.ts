import type { Change, Match, Warning } from "../core/answer.ts";
import { type Around, heading } from "./around.ts";
import { el, foreign, icon, plain } from "./dom.ts";
import type { Inquiry } from "./endpoint.ts";
import { cutAtMarks, type Piece, sourceMarks, submittedMarks } from "./mark-differences.ts";
import { renderSource } from "./render-source.ts";
import { renderSpeaker } from "./render-speaker.ts";
import { CHANGE_WORDS, WARNING_WORDS, WORDING_WORDS, wordsFor } from "./wording.ts";

/** Minor differences above this many are folded away, so that the material ones are what is read. */
const MINOR_SHOWN_MAX = 3;

/** Returns one match: both wordings side by side, the differences, who said it, the context, the source. */
export function renderMatch(match: Match, inquiry: Inquiry, around: Around): HTMLElement {
  const { title } = match.source;
  return el(
    "article",
    { class: "match" },
    heading(around, 1, { class: "match-title" }, "In “", foreign(title), "”"),
    el("p", { class: "wording" }, wordsFor(WORDING_WORDS, match.wording)),
    sideBySide(match, inquiry),
    ...differences(match.changes, around),
    ...warnings(match.context.warnings, around),
    renderSpeaker(match, inquiry, around),
    contextOf(match, around),
    renderSource(match, around),
  );
}

function sideBySide(match: Match, inquiry: Inquiry): HTMLElement {
  const numbered = match.changes.length > 1;
  const yours = cutAtMarks(inquiry.text, submittedMarks(match.changes));
  const theirs = cutAtMarks(match.quote.exact, sourceMarks(match));
  return el(
    "div",
    { class: "pair" },
    wordingBox(inquiry.form === "quote" ? "As quoted" : "Your claim", "del", yours, numbered),
    wordingBox("In the source", "ins", theirs, numbered),
  );
}

function wordingBox(
  title: string,
  tag: "del" | "ins",
  pieces: readonly Piece[],
  numbered: boolean,
): HTMLElement {
  return el(
    "figure",
    {},
    el("figcaption", {}, title),
    el("blockquote", { dir: "auto" }, ...pieces.flatMap((piece) => pieceNodes(piece, tag, numbered))),
  );
}

function pieceNodes({ text, mark }: Piece, tag: "del" | "ins", numbered: boolean): Node[] {
  if (mark === null) return plain(text);
  const weight = mark.material ? "material" : "minor";
  const marked =
    text === ""
      ? el("span", { class: `gap ${weight}`, role: "img", "aria-label": "words missing here" })
      : el(tag, { class: weight }, ...plain(text));
  // The number leads the eye to the list below; the ear has the list itself.
  return numbered
    ? [marked, el("sup", { class: "number", "aria-hidden": "true" }, String(mark.number))]
    : [marked];
}

function differences(changes: readonly Change[], around: Around): HTMLElement[] {
  if (changes.length === 0) return [];
  const numbered = changes.map((change, index) => ({ change, number: index + 1 }));
  const material = numbered.filter(({ change }) => change.material);
  const minor = numbered.filter(({ change }) => !change.material);
  const title = changes.length === 1 ? "The difference" : `The ${changes.length} differences`;
  if (minor.length <= MINOR_SHOWN_MAX) return [heading(around, 2, {}, title), changeList(numbered)];
  const folded = el("details", {}, el("summary", {}, `${minor.length} minor differences`), changeList(minor));
  return [heading(around, 2, {}, title), ...(material.length > 0 ? [changeList(material)] : []), folded];
}

function changeList(changes: readonly { change: Change; number: number }[]): HTMLElement {
  const items = changes.map(({ change, number }) => {
    const weight = change.material ? "material" : "minor";
    return el(
      "li",
      { value: String(number) },
      el("span", { class: `weight ${weight}` }, change.material ? "Material" : "Minor"),
      " ",
      el("span", { class: "kind" }, wordsFor(CHANGE_WORDS, change.kind)),
      ": ",
      foreign(change.message),
    );
  });
  return el("ol", { class: items.length === 1 ? "changes single" : "changes" }, ...items);
}

function warnings(list: readonly Warning[], around: Around): HTMLElement[] {
  if (list.length === 0) return [];
  const items = list.map((warning) =>
    el(
      "li",
      { "data-material": String(warning.material) },
      icon("warning"),
      el(
        "div",
        {},
        el(
          "strong",
          {},
          `${wordsFor(WARNING_WORDS, warning.kind)}${warning.material ? " (material)" : ""}. `,
        ),
        foreign(warning.message),
        warning.text === "" ? null : el("q", { class: "outside" }, foreign(warning.text)),
      ),
    ),
  );
  return [heading(around, 2, {}, "Mind the context"), el("ul", { class: "warnings" }, ...items)];
}

/** The passage with the sentences around it; the matched words are marked within the passage. */
function contextOf({ context, quote }: Match, around: Around): HTMLElement {
  const at = context.passage.indexOf(quote.exact);
  const [before, marked, after] =
    at < 0
      ? ["", context.passage, ""]
      : [context.passage.slice(0, at), quote.exact, context.passage.slice(at + quote.exact.length)];
  const aside = (text: string) => (text === "" ? null : el("span", { class: "around" }, ...plain(text)));
  return el(
    "section",
    { class: "context" },
    heading(around, 2, {}, "In context"),
    el(
      "p",
      { dir: "auto" },
      aside(spaced(context.before, "end")),
      ...plain(before),
      el("mark", {}, ...plain(marked)),
      ...plain(after),
      aside(spaced(context.after, "start")),
    ),
  );
}

/** Keeps the surrounding sentences one space apart from the passage, however the endpoint cut them. */
function spaced(text: string, side: "start" | "end"): string {
  if (text === "") return "";
  if (side === "end") return /[\s\p{Ps}\p{Pi}]$/u.test(text) ? text : `${text} `;
  return /^[\s\p{Pe}\p{Pf}]/u.test(text) ? text : ` ${text}`;
}
