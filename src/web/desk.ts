import { byId } from "../view/dom.ts";
import { askHealth, askSource } from "../view/endpoint.ts";
import { corpusSize } from "../view/render-answer.ts";
import { offerExamples, wireCheck } from "./check/check.ts";
import { EXAMPLE_SOURCE } from "./check/examples.ts";
import { offerExampleDraft, wireDraft } from "./draft/draft.ts";
import { endpoint, onKey, wireKey } from "./key.ts";
import { wireSources } from "./library/sources.ts";
import { showSpeaker, wireSpeaker } from "./library/speaker.ts";
import { wireSpeakers } from "./library/speakers.ts";
import { wirePrint } from "./print.ts";
import { showSource, wireSource } from "./reader/source.ts";
import { wireRouter } from "./router.ts";

/** The page: its views, each in a file or folder of its own, and what stands around them. */

/** How much is searched belongs on the page before the first answer: it is what “not found” means. */
async function showCorpus(): Promise<void> {
  const outcome = await askHealth(endpoint());
  if (outcome === null || "failure" in outcome) return;
  const health = outcome.answer;
  byId("corpus", HTMLElement).textContent =
    `Verbatim answers only for the sources it holds: ${corpusSize(health.corpus)}. Engine ${health.engine}.`;
}

/** The examples are about one article: where the corpus does not hold it they would teach nothing. */
async function offerAllExamples(): Promise<void> {
  const outcome = await askSource(EXAMPLE_SOURCE, endpoint());
  if (outcome === null || "failure" in outcome) return;
  offerExamples();
  offerExampleDraft();
}

function learn(): void {
  void showCorpus();
  void offerAllExamples();
}

wireKey();
wireCheck();
wireDraft();
wireSource();
wireSpeaker();
wirePrint();
wireRouter({
  sources: wireSources(),
  speakers: wireSpeakers(),
  source: (route, arrival) => {
    if (route.view === "source") showSource(route, arrival);
  },
  speaker: (route) => {
    if (route.view === "speaker") showSpeaker(route.id);
  },
});
onKey(learn);
learn();
