import type { Answer } from "../core/answer.ts";
import { byId, el } from "../view/dom.ts";
import { askCheck, askHealth, askSource, type Outcome, OWN_ENDPOINT } from "../view/endpoint.ts";
import { corpusSize, renderAnswer, verdictText } from "../view/render-answer.ts";
import { renderFailure } from "../view/render-failure.ts";
import { AROUND_ANSWER } from "./around-answer.ts";
import { EXAMPLE_SOURCE, EXAMPLES } from "./examples.ts";
import { clearFieldErrors, fillForm, readForm, showFieldErrors, wireForm } from "./form.ts";
import { wireReader } from "./reader.ts";

/** The page: one form, one result. Only the newest inquiry may write the result. */
let newest = new AbortController();

const REMEDIES = { place: "desk", retry: () => void check(), settings: null } as const;

async function check(): Promise<void> {
  // Aborting comes first: whatever happens now, an older answer must not land on the page any more.
  newest.abort();
  newest = new AbortController();
  const { signal } = newest;
  const inquiry = readForm();
  clearFieldErrors();
  if (inquiry.text.trim() === "") {
    say("");
    byId("result", HTMLElement).hidden = true;
    showFieldErrors([{ field: inquiry.form, detail: "Paste or type the words to check first." }])?.focus();
    return;
  }
  say("Checking…");
  byId("result", HTMLElement).setAttribute("aria-busy", "true");
  const outcome = await askCheck(inquiry, OWN_ENDPOINT, signal);
  if (outcome !== null) show(outcome, inquiry);
}

function show(outcome: Outcome<Answer>, inquiry: ReturnType<typeof readForm>): void {
  const result = byId("result", HTMLElement);
  result.removeAttribute("aria-busy");
  result.hidden = false;
  if ("answer" in outcome) {
    const { answer } = outcome;
    result.dataset.kind = "answer";
    result.replaceChildren(...renderAnswer(answer, inquiry, AROUND_ANSWER));
    say(`Checked: ${verdictText(answer)}.`);
  } else {
    result.dataset.kind = "failure";
    result.replaceChildren(...renderFailure(outcome.failure, AROUND_ANSWER, REMEDIES));
    say("Not checked.");
    const field = showFieldErrors(outcome.failure.fieldErrors);
    if (field !== null) {
      field.focus();
      return;
    }
  }
  bringForward();
}

/** Focus goes to the result's heading; the page moves only where verdict and summary would be out of view. */
function bringForward(): void {
  const heading = byId("result-title", HTMLElement);
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  const inView = top >= 0 && top < window.innerHeight * 0.7;
  if (!inView) byId("result", HTMLElement).scrollIntoView({ block: "start" });
}

function say(status: string): void {
  byId("status", HTMLElement).textContent = status;
}

/** How much is searched belongs on the page before the first answer: it is what “not found” means. */
async function showCorpus(): Promise<void> {
  const outcome = await askHealth(OWN_ENDPOINT);
  if (outcome === null || "failure" in outcome) return;
  const health = outcome.answer;
  byId("corpus", HTMLElement).textContent =
    `Verbatim answers only for the sources it holds: ${corpusSize(health.corpus)}. Engine ${health.engine}.`;
}

/** The examples are about one article: where the corpus does not hold it they would teach nothing. */
async function offerExamples(): Promise<void> {
  const outcome = await askSource(EXAMPLE_SOURCE, OWN_ENDPOINT);
  if (outcome === null || "failure" in outcome) return;
  const items = EXAMPLES.map(({ label, quote, speaker }) => {
    const button = el("button", { type: "button", class: "example" }, label);
    button.addEventListener("click", () => {
      fillForm({ form: "quote", text: quote, speaker });
      void check();
    });
    return el("li", {}, button);
  });
  byId("example-list", HTMLElement).replaceChildren(...items);
  byId("examples", HTMLElement).hidden = false;
}

wireForm(() => void check());
wireReader();
void showCorpus();
void offerExamples();
