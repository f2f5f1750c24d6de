import { byId, el } from "../../view/dom.ts";
import { corpusSize } from "../../view/render-answer.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { send } from "../messages.ts";
import { remediesFor } from "../panel/one-check.ts";
import { faultOfKey, forgetInstallId, loadSettings, readAddress, saveSettings } from "../settings.ts";

/** The settings: saved when they make sense, and tried at once. */

const origin = byId("origin", HTMLInputElement);
const key = byId("key", HTMLInputElement);

async function fill(): Promise<void> {
  const settings = await loadSettings();
  origin.value = settings.origin;
  key.value = settings.key;
}

async function save(): Promise<void> {
  const address = readAddress(origin.value);
  const faultOfAddress = "fault" in address ? address.fault : null;
  const keyFault = faultOfKey(key.value.trim());
  showFault("origin", faultOfAddress);
  showFault("key", keyFault);
  if ("fault" in address || keyFault !== null) {
    (faultOfAddress !== null ? origin : key).focus();
    return;
  }
  await saveSettings({ origin: address.origin, key: key.value.trim() });
  origin.value = address.origin;
  await tryIt();
}

/** Says whether the endpoint answers, and how much it searches. A question shows more than /health: that one asks for no key. */
async function tryIt(): Promise<void> {
  const result = byId("result", HTMLElement);
  result.replaceChildren(el("p", {}, "Saved. Asking the endpoint…"));
  const { outcome } = await send({ type: "health" });
  const probe = "answer" in outcome ? await send({ type: "check", inquiry: PROBE, fresh: true }) : null;
  const failure =
    "failure" in outcome
      ? outcome.failure
      : probe && "failure" in probe.outcome
        ? probe.outcome.failure
        : null;
  if (failure !== null) {
    const remedies = { ...remediesFor(() => void tryIt()), settings: null };
    result.replaceChildren(el("p", {}, "Saved, but:"), ...renderFailure(failure, { level: 2 }, remedies));
  } else if ("answer" in outcome) {
    const { corpus, engine } = outcome.answer;
    result.replaceChildren(
      el("p", { class: "good" }, `Saved. The endpoint answers: ${corpusSize(corpus)}, engine ${engine}.`),
    );
  }
  result.focus();
}

/** Asks nothing about anybody: too short to be looked for. */
const PROBE = { form: "quote", text: "?", speaker: "" } as const;

function showFault(id: "origin" | "key", fault: string | null): void {
  const message = byId(`${id}-error`, HTMLElement);
  message.textContent = fault ?? "";
  message.hidden = fault === null;
  const field = byId(id, HTMLInputElement);
  if (fault === null) field.removeAttribute("aria-invalid");
  else field.setAttribute("aria-invalid", "true");
}

byId("settings", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  void save();
});
byId("forget", HTMLButtonElement).addEventListener("click", () => {
  void forgetInstallId().then(() => {
    byId("forgotten", HTMLElement).textContent = "Done.";
  });
});
void fill();
