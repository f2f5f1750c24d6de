import { button, el } from "../../view/dom.ts";
import { EXTENSION } from "../limits.ts";
import { sheetOf } from "./sheet.ts";

/** What a view of the panel works with; the extension's own tab offers the same. */
export interface Stage {
  /** Shows these nodes and nothing else. */
  show(...nodes: Node[]): void;
  /** Tells those who listen, and nobody who looks. */
  say(words: string): void;
  /** Moves the focus to the heading of what is shown. */
  focusHeading(): void;
}

/**
 * The panel, in a closed shadow tree at the page's end: the page's rules do not reach in, and its scripts do
 * not come upon it by chance. One that means to can still read it, by selecting all or searching the page.
 * It lies in the top layer, above everything.
 */
export class Panel implements Stage {
  readonly root: ShadowRoot;
  /** Lies at the page's beginning and scrolls with it. */
  readonly layer = el("div", { class: "layer" });
  readonly host = document.createElement("div");
  readonly #status = el("p", { role: "status", class: "aside" });
  readonly #body = el("div", { class: "body" });
  readonly #box: HTMLElement;
  readonly #onClose: () => void;
  #focusBefore: Element | null = null;
  #staying: AbortController | null = null;

  /** `onClose` is called once the panel is gone from the page. */
  constructor(css: string, onClose: () => void) {
    this.#onClose = onClose;
    this.root = this.host.attachShadow({ mode: "closed" });
    this.#box = el(
      "div",
      {
        id: "panel",
        class: "panel",
        popover: "manual",
        role: "dialog",
        "aria-labelledby": "panel-title",
        lang: "en",
        dir: "ltr",
        tabindex: "-1",
      },
      this.#head(),
      this.#status,
      this.#body,
    );
    sheetOf(this.root, css);
    this.root.append(this.layer, this.#box);
    this.#keepToOurselves();
  }

  get isOpen(): boolean {
    return this.#staying !== null;
  }

  /** Puts the panel into the page, and before whatever lies there by now. */
  open(): void {
    if (!this.isOpen) this.#stay();
    this.#attach();
  }

  /** Keeps the panel in a page that closes the dialog it lies in, or throws it out; some times. */
  #stay(): void {
    this.#focusBefore = document.activeElement;
    const staying = new AbortController();
    this.#staying = staying;
    let attachments = 0;
    const back = () => {
      if (this.host.isConnected && this.host.parentElement === outermost()) return;
      if (attachments++ < EXTENSION.attachmentsMax) this.#attach();
      else this.close();
    };
    const thrownOut = new MutationObserver(() => {
      if (!this.host.isConnected) back();
    });
    thrownOut.observe(document, { childList: true, subtree: true });
    document.addEventListener("close", back, { capture: true, signal: staying.signal });
    staying.signal.addEventListener("abort", () => thrownOut.disconnect());
  }

  #attach(): void {
    // The page's own rules could reach the host, of all the panel, and an inline rule beats them.
    this.host.setAttribute("style", HOST_STYLE);
    const parent = outermost();
    if (this.host.parentElement !== parent) parent.append(this.host);
    // Shown anew, it lies above what the page has put into the top layer since.
    if (this.#box.matches(":popover-open")) this.#box.hidePopover();
    this.#box.showPopover();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#staying?.abort();
    this.#staying = null;
    this.host.remove();
    this.#onClose();
    if (this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
  }

  /** Pixels from the top of the window down to which the page can be seen. */
  get clearHeight(): number {
    const { top, width } = this.#box.getBoundingClientRect();
    return width > innerWidth / 2 && top > 0 ? top : innerHeight;
  }

  show(...nodes: Node[]): void {
    this.#body.replaceChildren(...nodes);
    this.#body.scrollTop = 0;
  }

  say(words: string): void {
    this.#status.textContent = words;
  }

  focusHeading(): void {
    const heading = this.#body.querySelector<HTMLElement>("[tabindex='-1']");
    (heading ?? this.#box).focus({ preventScroll: true });
  }

  #head(): HTMLElement {
    const side = button("Other side", () => this.#box.classList.toggle("left"), { class: "quiet" });
    // Where an update takes our script away under the panel, as Firefox does, the browser itself still closes it.
    const hides = { popovertarget: "panel", popovertargetaction: "hide" };
    const close = button("Close", () => this.close(), { class: "quiet", ...hides });
    return el(
      "header",
      { class: "head" },
      el("h2", { id: "panel-title" }, "Verbatim"),
      el("span", { class: "head-actions" }, side, close),
    );
  }

  /** Keys pressed in the panel are none of the page's shortcuts; Escape closes it. */
  #keepToOurselves(): void {
    this.host.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.close();
    });
    for (const type of KEPT_EVENTS) this.host.addEventListener(type, (event) => event.stopPropagation());
  }
}

/** Where the panel has to lie to be reached: while a modal dialog is open, what is outside of it cannot be. */
function outermost(): Element {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
}

const KEPT_EVENTS = [
  "keydown",
  "keyup",
  "keypress",
  "input",
  "beforeinput",
  "paste",
  "copy",
  "cut",
  "click",
  "pointerdown",
  "mousedown",
  "focusin",
  "focusout",
];

const HOST_STYLE = [
  "all: initial",
  "display: block",
  "position: absolute",
  "top: 0",
  "left: 0",
  "width: 0",
  "height: 0",
  "z-index: 2147483647",
]
  .map((rule) => `${rule} !important`)
  .join("; ");
