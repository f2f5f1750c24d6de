import { byId, el } from "../../view/dom.ts";
import { send } from "../messages.ts";
import { OneCheck } from "../panel/one-check.ts";
import type { Stage } from "../panel/panel.ts";

/** The extension's own page, for words from where no script may run: a PDF, a page of the browser's own. */

const stage: Stage = {
  show: (...nodes) => byId("stage", HTMLElement).replaceChildren(...nodes),
  say: (words) => {
    byId("status", HTMLElement).textContent = words;
  },
  focusHeading: () => byId("stage", HTMLElement).querySelector<HTMLElement>("[tabindex='-1']")?.focus(),
};

async function begin(): Promise<void> {
  const taken = await send({ type: "take", id: location.hash.slice(1) });
  const text = taken?.text.trim() ?? "";
  const one = new OneCheck(stage);
  if (text !== "") return one.check({ text, speaker: "" });
  const title = el("h2", { class: "list-title", tabindex: "-1" }, "Paste the words to check");
  one.start([title], { text: "", speaker: "" });
}

void begin();
