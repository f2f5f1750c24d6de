import type { CheckedQuotation } from "../../core/article.ts";
import type { Span } from "../../core/text/span.ts";
import { button, el, icon, plain } from "../../view/dom.ts";
import type { Draft } from "../../view/endpoint.ts";
import { cutAtMarks } from "../../view/mark-differences.ts";
import { wordsOf as verdictWords } from "../../view/render-answer.ts";
import { closingMarks } from "../closing-marks.ts";
import { readHtml } from "./html.ts";

/** The draft as it is shown beside the list. */
export interface DraftText {
  pane: HTMLElement;
  /** How many quotations stand in no text that is shown. */
  unplaced: number;
}

/**
 * Returns the draft with each quotation marked: underlined in a style of its verdict's, and followed by a button
 * with the verdict's icon and the quotation's number. Of HTML the text is shown as a reader sees it.
 */
export function renderDraftText(draft: Draft, quotations: readonly CheckedQuotation[]): DraftText {
  const { text, spans } = textOf(draft, quotations);
  const marks = spans.flatMap((span, index) =>
    span === null ? [] : [{ ...span, number: index + 1, material: false }],
  );
  const title = draft.title ?? "";
  const pane = el(
    "section",
    { class: "draft-text", tabindex: "0", "aria-labelledby": "draft-text-title" },
    el(
      "h3",
      { id: "draft-text-title" },
      "html" in draft
        ? "The text of the draft, with its quotations marked"
        : "The draft, with its quotations marked",
    ),
    title === "" ? null : el("p", { class: "draft-headline", dir: "auto" }, ...plain(title)),
    ...paragraphs(text, marks, quotations),
  );
  return { pane, unplaced: quotations.length - marks.length };
}

function textOf(draft: Draft, quotations: readonly Span[]): { text: string; spans: (Span | null)[] } {
  if ("text" in draft)
    return { text: draft.text, spans: quotations.map(({ start, end }) => ({ start, end })) };
  const { text, places } = readHtml(
    draft.html,
    quotations.flatMap(({ start, end }) => [start, end]),
  );
  const spans = quotations.map((_, index) => {
    const [start, end] = [places[index * 2] ?? null, places[index * 2 + 1] ?? null];
    return start === null || end === null || end <= start ? null : { start, end };
  });
  return { text, spans };
}

type Mark = Span & { number: number; material: boolean };

/** One paragraph a line. A quotation that runs over several is marked in each, and has its number behind the last. */
function paragraphs(
  text: string,
  marks: readonly Mark[],
  quotations: readonly CheckedQuotation[],
): HTMLElement[] {
  const built: HTMLElement[] = [];
  let at = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const end = at + line.length;
    while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    const here: Mark[] = [];
    for (let index = next; (marks[index]?.start ?? Number.POSITIVE_INFINITY) < end; index++) {
      here.push(marks[index] as Mark);
    }
    if (line.trim() !== "") built.push(paragraph(line, at, here, quotations));
    at = end + 1;
  }
  return built;
}

function paragraph(
  line: string,
  at: number,
  marks: readonly Mark[],
  quotations: readonly CheckedQuotation[],
): HTMLElement {
  const ends = new Map(marks.map(({ number, end }) => [number, end - at]));
  const moved = marks.map((mark) => ({
    ...mark,
    start: Math.max(0, mark.start - at),
    end: Math.min(line.length, mark.end - at),
  }));
  const nodes: Node[] = [];
  let waiting: Node | null = null;
  for (const { text, mark } of cutAtMarks(line, moved)) {
    if (mark !== null) {
      const isLast = (ends.get(mark.number) ?? 0) <= line.length;
      const quotation = quotations[mark.number - 1] as CheckedQuotation;
      if (waiting !== null) nodes.push(waiting);
      nodes.push(wordsOf(text, mark.number, quotation));
      waiting = isLast ? refTo(mark.number, quotation) : null;
      continue;
    }
    // The number stands behind the closing mark, as a note's would.
    const closing = closingMarks(text);
    if (waiting !== null) nodes.push(...plain(closing), waiting, ...plain(text.slice(closing.length)));
    else nodes.push(...plain(text));
    waiting = null;
  }
  if (waiting !== null) nodes.push(waiting);
  return el("p", { dir: "auto" }, ...nodes);
}

function wordsOf(text: string, number: number, { scare, result }: CheckedQuotation): HTMLElement {
  const tone = scare ? "scare" : verdictWords(result.verdict).tone;
  return el("span", { class: "quoted", "data-tone": tone, "data-number": String(number) }, ...plain(text));
}

function refTo(number: number, { scare, result }: CheckedQuotation): HTMLElement {
  const { word, icon: name, tone } = verdictWords(result.verdict);
  const label = `Quotation ${number}, ${scare ? "a scare quote or title" : word.toLowerCase()}: show it in the list`;
  return button(el("span", {}, icon(name), String(number)), () => {}, {
    class: "ref",
    "aria-label": label,
    "data-tone": scare ? "scare" : tone,
    "data-number": String(number),
  });
}
