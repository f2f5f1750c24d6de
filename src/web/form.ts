import { byId } from "../view/dom.ts";
import type { FieldError, Inquiry } from "../view/endpoint.ts";

/** The contract's limit on a quotation, in UTF-16 units; the same count as a textarea's maxlength. */
export const TEXT_CHARS_MAX = 5000;
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
  showCount();
}

/** Wires the parts of the form that answer without the endpoint: the label, the counter, the keyboard. */
export function wireForm(onSubmit: () => void): void {
  const form = byId("ask", HTMLFormElement);
  const text = byId("text", HTMLTextAreaElement);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onSubmit();
  });
  form.addEventListener("change", relabel);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    onSubmit();
  });
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLElement) clearFieldError(event.target);
  });
  text.addEventListener("input", showCount);
  text.addEventListener("paste", warnWhenCut);
  byId("shortcut", HTMLElement).textContent = /Mac|iPhone|iPad/.test(navigator.userAgent)
    ? "⌘ + Enter"
    : "Ctrl + Enter";
  byId("check", HTMLButtonElement).disabled = false;
}

/** Shows each error beside its field and returns the first field that has one, or null. */
export function showFieldErrors(errors: readonly FieldError[]): HTMLElement | null {
  clearFieldErrors();
  let first: HTMLElement | null = null;
  for (const { field, detail } of errors) {
    const id = field === "speaker" ? "speaker" : field === "quote" || field === "claim" ? "text" : null;
    if (id === null) continue;
    const input = byId(id, HTMLElement);
    const message = byId(`${id}-error`, HTMLElement);
    message.textContent = message.hidden ? detail : `${message.textContent} ${detail}`;
    message.hidden = false;
    input.setAttribute("aria-invalid", "true");
    first ??= input;
  }
  return first;
}

/** Takes all errors off the fields. */
export function clearFieldErrors(): void {
  for (const id of ["text", "speaker"]) clearFieldError(byId(id, HTMLElement));
}

function clearFieldError(field: HTMLElement): void {
  const message = document.getElementById(`${field.id}-error`);
  if (message === null) return;
  field.removeAttribute("aria-invalid");
  message.hidden = true;
  message.textContent = "";
}

function relabel(): void {
  byId("text-label", HTMLElement).textContent = LABELS[readForm().form];
}

function showCount(): void {
  const used = byId("text", HTMLTextAreaElement).value.length;
  const count = byId("text-count", HTMLElement);
  count.hidden = used < COUNT_FROM;
  count.textContent = count.hidden ? "" : `${used.toLocaleString("en")} of 5,000 characters`;
}

/** The browser cuts a paste at the limit without a word; a quotation must not be cut unnoticed. */
function warnWhenCut(event: ClipboardEvent): void {
  const text = byId("text", HTMLTextAreaElement);
  const pasted = event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n") ?? "";
  const room = TEXT_CHARS_MAX - text.value.length + (text.selectionEnd - text.selectionStart);
  if (pasted.length <= room) return;
  const detail = `What you pasted was cut at 5,000 characters: the last ${(pasted.length - room).toLocaleString("en")} are missing. Check a shorter passage.`;
  // The paste itself fires `input`, which clears errors: this one has to come after it.
  setTimeout(() => showFieldErrors([{ field: "quote", detail }]));
}
