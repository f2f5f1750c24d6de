import { byId } from "../../view/dom.ts";
import type { FieldError, Inquiry } from "../../view/endpoint.ts";
import { clearFieldError, showCount, showFieldError, warnWhenPasteIsCut, wireSubmit } from "../fields.ts";

/** The counter appears this close to the limit, before typing is stopped by it. */
const COUNT_FROM = 4500;

const LABELS = {
  quote: "The words as they were quoted",
  claim: "The claim, in your own words",
} as const;

/** Returns what the form holds, untouched: not trimmed, not normalised. */
export function readForm(): Inquiry {
  const claim = byId("ask", HTMLFormElement).elements.namedItem("form");
  const form = claim instanceof RadioNodeList && claim.value === "claim" ? "claim" : "quote";
  return {
    form,
    text: byId("text", HTMLTextAreaElement).value,
    speaker: byId("speaker", HTMLInputElement).value,
  };
}

/** Puts an inquiry into the form, as an example does. */
export function fillForm({ form, text, speaker }: Inquiry): void {
  const choice = byId("ask", HTMLFormElement).elements.namedItem("form");
  if (choice instanceof RadioNodeList) choice.value = form;
  byId("text", HTMLTextAreaElement).value = text;
  byId("speaker", HTMLInputElement).value = speaker;
  relabel();
  showCount(byId("text", HTMLTextAreaElement), COUNT_FROM);
}

/** Wires the parts of the form that answer without the endpoint: the label, the counter, the keyboard. */
export function wireForm(onSubmit: () => void): void {
  const form = byId("ask", HTMLFormElement);
  const text = byId("text", HTMLTextAreaElement);
  wireSubmit(form, onSubmit);
  form.addEventListener("change", relabel);
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLElement) clearFieldError(event.target.id);
  });
  text.addEventListener("input", () => showCount(text, COUNT_FROM));
  warnWhenPasteIsCut(text, "Check a shorter passage.");
}

/** Shows each error beside its field and returns the first field that has one, or null. */
export function showFieldErrors(errors: readonly FieldError[]): HTMLElement | null {
  clearFieldErrors();
  let first: HTMLElement | null = null;
  for (const { field, detail } of errors) {
    const id = field === "speaker" ? "speaker" : field === "quote" || field === "claim" ? "text" : null;
    if (id !== null) {
      const shown = showFieldError(id, detail);
      first ??= shown;
    }
  }
  return first;
}

/** Takes all errors off the fields. */
export function clearFieldErrors(): void {
  for (const id of ["text", "speaker"]) clearFieldError(id);
}

function relabel(): void {
  byId("text-label", HTMLElement).textContent = LABELS[readForm().form];
}
