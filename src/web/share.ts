import { button, byId, el } from "../view/dom.ts";

/**
 * Returns a button that copies the address of a passage, and the place where it says so. The address names
 * the source and the place in it: nothing that was pasted is in it, so it can go to anybody.
 */
export function copyLink(address: string): HTMLElement[] {
  const told = el("span", { class: "told small", role: "status" });
  const link = new URL(address, location.href).href;
  const copy = async () => {
    told.replaceChildren();
    try {
      await navigator.clipboard.writeText(link);
      told.append("Copied. It names the source and the place, not your words.");
    } catch {
      // Without a secure connection a page may not write to the clipboard: the person still can.
      const field = el("input", { type: "text", readonly: "", "aria-label": "The link", value: link });
      told.append("Copy it from here: ", field);
      field.select();
    }
  };
  return [button("Copy a link to this passage", () => void copy(), { class: "quiet" }), told];
}

/** Returns a button that prints what is shown. */
export function printButton(): HTMLElement {
  return button("Print", () => print(), { class: "quiet" });
}

/** Says something in a view's status line. */
export function say(id: string, words: string): void {
  byId(id, HTMLElement).textContent = words;
}
