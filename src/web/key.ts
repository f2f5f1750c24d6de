import { button, byId } from "../view/dom.ts";
import { type Endpoint, OWN_ENDPOINT } from "../view/endpoint.ts";
import type { Remedies } from "../view/render-failure.ts";
import { clearFieldError, showFieldError } from "./fields.ts";

/** The key for an endpoint that answers only with one. It lives as long as the tab, and nowhere else. */

const STORED_AS = "verbatim-key";
/** What an HTTP header can carry, and what every key of this service is made of. */
const SENDABLE = /^[\x21-\x7e]+$/;

let key: string | null = stored();
let afterwards: () => void = () => {};
const listeners: (() => void)[] = [];

/** Returns the endpoint that served this page, with the key that was given. */
export function endpoint(): Endpoint {
  return { ...OWN_ENDPOINT, key };
}

/** Returns what can be done about a failure on this page: ask again, or give a key and ask again. */
export function remedies(retry: () => void): Remedies {
  const words = key === null ? "Enter a key" : "Enter another key";
  return { place: "desk", retry, settings: { words, open: () => askForKey(retry) } };
}

/** Calls back whenever the key has changed. */
export function onKey(changed: () => void): void {
  listeners.push(changed);
}

/** Wires the dialog in which a key is given. */
export function wireKey(): void {
  const dialog = byId("key", HTMLDialogElement);
  const field = byId("key-field", HTMLInputElement);
  byId("key-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    const given = field.value.trim();
    if (!SENDABLE.test(given)) {
      showFieldError(
        "key-field",
        "A key is one word of plain letters, digits and signs. Paste it whole.",
      ).focus();
      return;
    }
    set(given);
    dialog.close();
    afterwards();
  });
  field.addEventListener("input", () => clearFieldError("key-field"));
  // Whatever became of it, the field is not to show a key to whoever opens it next.
  dialog.addEventListener("close", () => {
    field.value = "";
    clearFieldError("key-field");
  });
  byId("key-cancel", HTMLButtonElement).addEventListener("click", () => dialog.close());
  tell();
}

function askForKey(then: () => void): void {
  afterwards = then;
  byId("key", HTMLDialogElement).showModal();
  byId("key-field", HTMLInputElement).focus();
}

function set(given: string | null): void {
  key = given;
  try {
    if (given === null) sessionStorage.removeItem(STORED_AS);
    else sessionStorage.setItem(STORED_AS, given);
  } catch {
    // Storage is turned off: the key then lasts until the page is reloaded.
  }
  tell();
  for (const changed of listeners) changed();
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

function tell(): void {
  const line = byId("key-in-use", HTMLElement);
  line.hidden = key === null;
  const forget = button(
    "Forget it",
    () => {
      set(null);
      byId("corpus", HTMLElement).focus();
    },
    { class: "quiet" },
  );
  line.replaceChildren("This tab asks with a key. ", forget);
}
