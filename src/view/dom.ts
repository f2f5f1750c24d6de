import { ICONS, type IconName } from "./icons.ts";

/** Builders for the page. Text only ever enters the document as text nodes: nothing here parses markup. */

export type Child = Node | string | null;

/** Returns a new element with the attributes and children given; a null child is left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** Returns the page's own element with this id. Throws `RangeError` where the page has none such. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new RangeError(`the page has no ${type.name} #${id}`);
  return element;
}

/** Returns a button that does `act` when it is pressed. */
export function button(words: Child, act: () => void, attributes: Readonly<Record<string, string>> = {}) {
  const element = el("button", { type: "button", ...attributes }, words);
  element.addEventListener("click", act);
  return element;
}

/** Returns a decorative icon; the word beside it carries the meaning. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const attributes = { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" };
  for (const [attribute, value] of Object.entries(attributes)) svg.setAttribute(attribute, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Directional overrides, embeddings and isolates, and control characters other than tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
const UNSEEN = /([\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069])/u;

/** What is shown of one text: a megabyte without a space held a page up for a second. A quotation has 5,000 at most. */
const SHOWN_CHARS_MAX = 20_000;

/**
 * Returns nodes that show a text that others wrote. Characters that would silently reorder or hide words are
 * named in a small label instead of taking effect, because a quotation must not look like what it is not.
 */
export function plain(text: string): Node[] {
  if (text.length > SHOWN_CHARS_MAX) {
    const left = (text.length - SHOWN_CHARS_MAX).toLocaleString("en");
    return [
      ...plain(text.slice(0, SHOWN_CHARS_MAX)),
      el("span", { class: "unseen" }, `… ${left} more characters`),
    ];
  }
  return text.split(UNSEEN).map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    const code = (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return el("span", { class: "unseen" }, `U+${code}`);
  });
}

/** Returns a text that others wrote, isolated so that its direction cannot reorder the words around it. */
export function foreign(text: string): HTMLElement {
  return el("bdi", {}, ...plain(text));
}
