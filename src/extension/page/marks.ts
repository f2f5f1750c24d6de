import type { Answer } from "../../core/answer.ts";
import { el, icon } from "../../view/dom.ts";
import { wordsOf } from "../../view/render-answer.ts";
import { excerpt } from "../excerpt.ts";
import type { Standing } from "./anchors.ts";
import { inSlices } from "./frames.ts";
import { highlightName, UNDERLINES, type Underline, underlineOf } from "./underlines.ts";

/** A quotation to be marked. */
export interface Markable {
  /** Where it stands now; null where it is no longer on the page. */
  standing: Pick<Standing, "range"> | null;
  text: string;
  result: Pick<Answer, "verdict" | "severity">;
}

interface Marked {
  item: Markable;
  badge: HTMLElement;
}

/** Icons that are made and placed at once. */
const SLICE = 50;

/** The layer's width in its own pixels, by which its scale is told; panel.css has the same. */
const LAYER_PX = 100;

/**
 * Marks quotations in place without changing the page: underlines are registered ranges (CSS Custom
 * Highlight API), and each quotation's icon lies in a layer of our own above the page.
 */
export class Marks {
  readonly #layer: HTMLElement;
  readonly #press: (index: number) => void;
  #items: readonly Markable[] = [];
  #marked: Marked[] = [];

  /** `layer` lies at the page's beginning; `press` is told the number of the quotation whose icon is pressed. */
  constructor(layer: HTMLElement, press: (index: number) => void) {
    this.#layer = layer;
    this.#press = press;
  }

  /** Marks these and no others: all underlines at once, icons some a frame. */
  async show(items: readonly Markable[], wanted: () => boolean): Promise<void> {
    this.clear();
    this.#items = items;
    this.#underline();
    await inSlices(items.length, SLICE, (from, to) => this.#iconsFor(from, to), wanted);
  }

  #iconsFor(from: number, to: number): void {
    const added = this.#items
      .slice(from, to)
      .map((item, at) => ({ item, badge: this.#badge(item, from + at) }));
    this.#marked.push(...added);
    this.#layer.append(...added.map(({ badge }) => badge));
    this.#placeOf(added);
  }

  /** Takes the items' ranges as they are now. */
  update(): void {
    this.#underline();
    this.place();
  }

  #underline(): void {
    for (const underline of UNDERLINES) this.#register(underline);
  }

  /** Puts the icons where their quotations are now. All is measured first and moved then, so that the page is laid out once. */
  place(): void {
    this.#placeOf(this.#marked);
  }

  #placeOf(marked: readonly Marked[]): void {
    const origin = this.#layer.getBoundingClientRect();
    // A page may be zoomed or scaled as a whole; the layer is then as well.
    const scale = origin.width / LAYER_PX || 1;
    const places = marked.map(({ item }) => placeOf(item.standing?.range ?? null, origin, scale));
    for (const [index, { badge }] of marked.entries()) {
      const place = places[index];
      badge.hidden = place === null || place === undefined;
      if (place) badge.style.setProperty("transform", `translate(${place.x}px, ${place.y}px)`);
    }
  }

  /** Shows which quotation is looked at; null for none. */
  setCurrent(index: number | null): void {
    const name = highlightName("current");
    const range = index === null ? null : (this.#items[index]?.standing?.range ?? null);
    if (range === null) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(range));
    for (const [other, { badge }] of this.#marked.entries())
      badge.toggleAttribute("data-current", other === index);
  }

  /** Takes every mark off the page. */
  clear(): void {
    for (const underline of [...UNDERLINES, "current"] as const)
      CSS.highlights.delete(highlightName(underline));
    this.#layer.replaceChildren();
    this.#items = [];
    this.#marked = [];
  }

  #register(underline: Underline): void {
    const ranges = this.#items.flatMap((item) =>
      item.standing !== null && underlineOf(item.result) === underline ? [item.standing.range] : [],
    );
    if (ranges.length === 0) CSS.highlights.delete(highlightName(underline));
    else CSS.highlights.set(highlightName(underline), new Highlight(...ranges));
  }

  /** For the hand; the list in the panel is the same for the keyboard, so that the page's own order of stops stays as it was. */
  #badge({ text, result }: Markable, index: number): HTMLElement {
    const { word, icon: name, tone } = wordsOf(result.verdict);
    const label = `${word}: “${excerpt(text)}”`;
    const badge = el(
      "button",
      { type: "button", class: "mark", tabindex: "-1", "aria-label": label, "data-tone": tone, title: word },
      icon(name),
    );
    badge.addEventListener("click", () => this.#press(index));
    return badge;
  }
}

/** The end of a quotation, in pixels from the layer's origin; null where it is not on the page, or not in sight within what it scrolls in. */
function placeOf(range: Range | null, origin: DOMRect, scale: number): { x: number; y: number } | null {
  if (range === null) return null;
  const last = [...range.getClientRects()].findLast(({ width }) => width > 0);
  if (last === undefined || isScrolledAway(range, last)) return null;
  const block = range.endContainer.parentElement;
  const rightToLeft = block !== null && getComputedStyle(block).direction === "rtl";
  const end = rightToLeft ? last.left : last.right;
  return { x: Math.round((end - origin.left) / scale), y: Math.round((last.top - origin.top) / scale) };
}

function isScrolledAway(range: Range, rect: DOMRect): boolean {
  for (let element = range.endContainer.parentElement; element; element = element.parentElement) {
    if (element === document.body || element === document.documentElement) return false;
    if (element.scrollHeight <= element.clientHeight || getComputedStyle(element).overflowY === "visible")
      continue;
    const box = element.getBoundingClientRect();
    if (rect.bottom <= box.top || rect.top >= box.bottom) return true;
  }
  return false;
}
