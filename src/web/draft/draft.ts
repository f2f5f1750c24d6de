import type { ArticleReport } from "../../core/article.ts";
import { button, byId } from "../../view/dom.ts";
import { askDraft, type Draft, type Outcome } from "../../view/endpoint.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { endpoint, remedies } from "../key.ts";
import { say } from "../share.ts";
import { EXAMPLE_DRAFT } from "./example.ts";
import { fillDraftForm, readDraftForm, showDraftErrors, wireDraftForm } from "./form.ts";
import { renderReport } from "./report.ts";

/** A whole draft: one form, one report. Only the newest request may write the report, and nothing is kept. */
let newest = new AbortController();

/** Wires the form. */
export function wireDraft(): void {
  wireDraftForm(() => void check());
}

/** Offers the example, which is about one article. */
export function offerExampleDraft(): void {
  const fill = () => {
    fillDraftForm(EXAMPLE_DRAFT);
    void check();
  };
  const place = byId("draft-example", HTMLElement);
  place.replaceChildren(button("Try an example draft", fill, { class: "example" }));
  place.hidden = false;
}

async function check(): Promise<void> {
  newest.abort();
  newest = new AbortController();
  const { signal } = newest;
  const draft = readDraftForm();
  showDraftErrors([]);
  if (draft === null) {
    say("draft-status", "");
    showDraftErrors([{ field: "text", detail: "Paste a draft or open a file first." }])?.focus();
    return;
  }
  say("draft-status", "Checking the draft…");
  byId("report", HTMLElement).setAttribute("aria-busy", "true");
  const outcome = await askDraft(draft, endpoint(), signal);
  if (outcome !== null) show(outcome, draft);
}

function show(outcome: Outcome<ArticleReport>, draft: Draft): void {
  const place = byId("report", HTMLElement);
  place.removeAttribute("aria-busy");
  place.hidden = false;
  if ("answer" in outcome) {
    const change = button("Change the draft", () => showForm(true), { class: "quiet" });
    place.dataset.kind = "answer";
    place.replaceChildren(...renderReport(outcome.answer, draft, change));
    say("draft-status", "");
    showForm(false);
  } else {
    place.dataset.kind = "failure";
    // The form's fields have ids of their own; what the endpoint says of them is shown beside them.
    const own = outcome.failure.fieldErrors.filter(({ field }) => ["text", "html", "title"].includes(field));
    const failure = {
      ...outcome.failure,
      fieldErrors: outcome.failure.fieldErrors.filter((error) => !own.includes(error)),
    };
    place.replaceChildren(
      ...renderFailure(
        failure,
        { level: 2 },
        remedies(() => void check()),
        "report-title",
      ),
    );
    say("draft-status", "Not checked.");
    showForm(true);
    const field = showDraftErrors(own);
    if (field !== null && field.offsetParent !== null) {
      field.focus();
      return;
    }
  }
  const heading = byId("report-title", HTMLElement);
  heading.focus({ preventScroll: true });
  if (place.dataset.kind === "answer") scrollTo(0, 0);
  else heading.scrollIntoView({ block: "nearest" });
}

/** With a report the form makes room for it: a pasted draft would push it pages down. */
function showForm(shown: boolean): void {
  byId("draft", HTMLElement).hidden = !shown;
  const example = byId("draft-example", HTMLElement);
  example.hidden = !shown || example.childElementCount === 0;
  document.body.classList.toggle("reporting", !shown);
  if (shown && byId("report", HTMLElement).dataset.kind === "answer") {
    scrollTo(0, 0);
    byId("draft-title", HTMLElement).focus();
  }
}
