import { byId } from "../view/dom.ts";

/** The parts of a form field that every form here has: its error, its count, and a word on a paste that was cut. */

/** Shows an error beside its field, behind one that stands there already, and returns the field. */
export function showFieldError(id: string, detail: string): HTMLElement {
  const field = byId(id, HTMLElement);
  const message = byId(`${id}-error`, HTMLElement);
  message.textContent = message.hidden ? detail : `${message.textContent} ${detail}`;
  message.hidden = false;
  field.setAttribute("aria-invalid", "true");
  return field;
}

/** Takes the error off a field, if it has one. */
export function clearFieldError(id: string): void {
  const message = document.getElementById(`${id}-error`);
  if (message === null) return;
  document.getElementById(id)?.removeAttribute("aria-invalid");
  message.hidden = true;
  message.textContent = "";
}

/** Shows how many characters a field holds, from so many on. */
export function showCount(field: HTMLTextAreaElement, from: number): void {
  const used = field.value.length;
  const count = byId(`${field.id}-count`, HTMLElement);
  count.hidden = used < from;
  count.textContent = count.hidden ? "" : `${grouped(used)} of ${grouped(field.maxLength)} characters`;
}

/** The browser cuts a paste at the limit without a word; a quotation must not be cut unnoticed. */
export function warnWhenPasteIsCut(field: HTMLTextAreaElement, todo: string): void {
  field.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/plain").replaceAll("\r\n", "\n") ?? "";
    const room = field.maxLength - field.value.length + (field.selectionEnd - field.selectionStart);
    if (pasted.length <= room) return;
    const missing = `What you pasted was cut at ${grouped(field.maxLength)} characters: the last ${grouped(pasted.length - room)} are missing.`;
    // The paste itself fires `input`, which clears errors: this one has to come after it.
    setTimeout(() => {
      clearFieldError(field.id);
      showFieldError(field.id, `${missing} ${todo}`);
    });
  });
}

/** Submits a form by Ctrl or ⌘ and Enter as well, wherever in it one is, and says so beside its button. */
export function wireSubmit(form: HTMLFormElement, submit: () => void): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const hint = form.querySelector("[data-shortcut]");
  if (hint && /Mac|iPhone|iPad/.test(navigator.userAgent)) hint.textContent = "⌘ + Enter";
  const primary = form.querySelector<HTMLButtonElement>("button.primary");
  if (primary) primary.disabled = false;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
