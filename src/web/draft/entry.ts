import type { Speaker, Via } from "../../core/answer.ts";
import type { CheckedQuotation } from "../../core/article.ts";
import { button, el, foreign } from "../../view/dom.ts";
import type { Draft, Inquiry } from "../../view/endpoint.ts";
import { renderFindings, severityWords, verdictBadge, wordsOf } from "../../view/render-answer.ts";
import { wordsFor } from "../../view/wording.ts";
import { aroundAnswer } from "../around-answer.ts";
import { ontoQuotation } from "./offsets.ts";

/** One quotation of a report in the list. */
export interface Entry {
  number: number;
  quotation: CheckedQuotation;
  item: HTMLLIElement;
  /** The button that leads to the words in the draft. */
  toDraft: HTMLButtonElement;
}

const AROUND = aroundAnswer(3, "The draft gives it to");

const DRAFT_VIA_WORDS: Record<Via, string> = {
  cue: "the draft says so",
  turn: "it stands in this speaker’s turn",
  metadata: "the draft is this speaker’s",
  floating: "it goes on from a quotation of this speaker",
};

/** Returns the entry for one quotation. What takes long to build is built when it is unfolded. */
export function renderEntry(quotation: CheckedQuotation, number: number, draft: Draft): Entry {
  const { text, speaker, scare, result } = quotation;
  const severity = severityWords(result);
  const toDraft = button(String(number), () => {}, {
    class: "ref",
    "aria-label": `${number}: show it in the draft`,
  });
  const item = el(
    "li",
    { class: scare ? "entry scare" : "entry", tabindex: "-1", "data-tone": wordsOf(result.verdict).tone },
    el(
      "h3",
      { class: "entry-head" },
      toDraft,
      el("span", { class: "aside" }, " "),
      verdictBadge(result.verdict),
      severity === null ? null : el("span", { class: "severity" }, severity),
      scare ? el("span", { class: "severity" }, "scare quote or title") : null,
    ),
    el("blockquote", { dir: "auto" }, foreign(text)),
    scare && speaker === null ? null : givenTo(quotation),
    el("p", { class: "entry-summary" }, foreign(result.summary)),
    unfolding(quotation, draft),
  );
  return { number, quotation, item, toDraft };
}

/** Who the draft says said it, and how that was read. */
function givenTo({ speaker, result }: CheckedQuotation): HTMLElement {
  if (speaker === null) return el("p", { class: "small" }, "The draft does not say who said it.");
  return el(
    "p",
    { class: "small" },
    "The draft gives it to ",
    el("strong", {}, foreign(speaker.name)),
    speaker.role === null ? null : el("span", {}, ", ", foreign(speaker.role)),
    ...howRead(speaker),
    ".",
    isCompared(result) ? null : ` ${whyNotCompared(speaker)}`,
  );
}

function isCompared({ matches }: CheckedQuotation["result"]): boolean {
  return matches.length === 0 || matches.some(({ attribution }) => attribution !== "not_claimed");
}

function whyNotCompared({ kind }: Speaker): string {
  return kind === "document"
    ? "Not held against the sources, because a document is nobody’s name."
    : "Not held against the sources, because a pronoun or a role is misread too often.";
}

function howRead({ via, evidence }: Speaker): (Node | string)[] {
  const how = wordsFor(DRAFT_VIA_WORDS, via);
  if (evidence === null || evidence.text === "") return [` (${how})`];
  return [` (${how}: `, el("q", {}, foreign(evidence.text)), ")"];
}

function unfolding(quotation: CheckedQuotation, draft: Draft): HTMLElement {
  const { verdict, matches } = quotation.result;
  const isFound = verdict !== "not_found" && verdict !== "cannot_check";
  const label = isFound
    ? "Both wordings, context and source"
    : matches.length > 0
      ? "What this means, and passages near it"
      : "What this means";
  const details = el("details", {}, el("summary", {}, label));
  const build = () => {
    if (details.childElementCount > 1) return;
    // The summary, which comes first, stands in the entry already.
    const [, ...findings] = renderFindings(answerOf(quotation, draft), inquiryOf(quotation), AROUND);
    details.append(el("div", { class: "findings" }, ...findings));
  };
  details.addEventListener("toggle", build);
  // Printing unfolds everything at once and cannot wait for “toggle”.
  details.addEventListener("unfold", build);
  return details;
}

function answerOf({ result, ...quotation }: CheckedQuotation, draft: Draft): CheckedQuotation["result"] {
  const matches = result.matches.map((match) => ({
    ...match,
    changes: ontoQuotation(quotation, match.changes, draft),
  }));
  return { ...result, matches };
}

function inquiryOf({ text, speaker }: CheckedQuotation): Inquiry {
  return { form: "quote", text, speaker: speaker?.name ?? "" };
}
