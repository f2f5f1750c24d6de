import type { Answer } from "../../core/answer.ts";
import { button, byId, el, foreign } from "../../view/dom.ts";
import { askCheck, type Inquiry, type Outcome } from "../../view/endpoint.ts";
import { renderAnswer, verdictText } from "../../view/render-answer.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { aroundAnswer } from "../around-answer.ts";
import { endpoint, remedies } from "../key.ts";
import { provenance } from "../provenance.ts";
import { printButton, say } from "../share.ts";
import { EXAMPLES } from "./examples.ts";
import { clearFieldErrors, fillForm, readForm, showFieldErrors, wireForm } from "./form.ts";

/** One quote or claim: one form, one result. Only the newest inquiry may write the result. */
let newest = new AbortController();

const AROUND = aroundAnswer(2, "You gave");

/** Wires the form. */
export function wireCheck(): void {
  wireForm(() => void check());
}

/** Offers the examples, which are about one article. */
export function offerExamples(): void {
  const items = EXAMPLES.map(({ label, quote, speaker }) => {
    const fill = () => {
      fillForm({ form: "quote", text: quote, speaker });
      void check();
    };
    return el("li", {}, button(label, fill, { class: "example" }));
  });
  byId("example-list", HTMLElement).replaceChildren(...items);
  byId("examples", HTMLElement).hidden = false;
}

async function check(): Promise<void> {
  // Aborting comes first: whatever happens now, an older answer must not land on the page any more.
  newest.abort();
  newest = new AbortController();
  const { signal } = newest;
  const inquiry = readForm();
  clearFieldErrors();
  if (inquiry.text.trim() === "") {
    say("status", "");
    byId("result", HTMLElement).hidden = true;
    showFieldErrors([{ field: inquiry.form, detail: "Paste or type the words to check first." }])?.focus();
    return;
  }
  say("status", "Checking…");
  byId("result", HTMLElement).setAttribute("aria-busy", "true");
  const outcome = await askCheck(inquiry, endpoint(), signal);
  if (outcome !== null) show(outcome, inquiry);
}

function show(outcome: Outcome<Answer>, inquiry: Inquiry): void {
  const result = byId("result", HTMLElement);
  result.removeAttribute("aria-busy");
  result.hidden = false;
  if ("answer" in outcome) {
    const { answer } = outcome;
    result.dataset.kind = "answer";
    result.replaceChildren(
      asked(inquiry),
      ...renderAnswer(answer, inquiry, AROUND),
      el("p", { class: "print-only small" }, provenance(answer, new Date())),
      el("p", { class: "tools" }, printButton()),
    );
    say("status", `Checked: ${verdictText(answer)}.`);
  } else {
    result.dataset.kind = "failure";
    result.replaceChildren(
      ...renderFailure(
        outcome.failure,
        AROUND,
        remedies(() => void check()),
      ),
    );
    say("status", "Not checked.");
    const field = showFieldErrors(outcome.failure.fieldErrors);
    if (field !== null) {
      field.focus();
      return;
    }
  }
  bringForward();
}

/** On paper the form is gone, so the words and the name that were asked about stand with the answer. */
function asked({ form, text, speaker }: Inquiry): HTMLElement {
  const name = speaker.trim();
  return el(
    "div",
    { class: "print-only asked" },
    el(
      "p",
      { class: "small" },
      form === "quote" ? "The words that were checked" : "The claim that was checked",
    ),
    el("blockquote", { dir: "auto" }, foreign(text)),
    name === "" ? null : el("p", { class: "small" }, "Said to be by ", foreign(name)),
  );
}

/** Focus goes to the result's heading; the page moves only where verdict and summary would be out of view. */
function bringForward(): void {
  const heading = byId("result-title", HTMLElement);
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  const inView = top >= 0 && top < window.innerHeight * 0.7;
  if (!inView) byId("result", HTMLElement).scrollIntoView({ block: "start" });
}
