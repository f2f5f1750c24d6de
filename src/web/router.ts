import { byId } from "../view/dom.ts";
import { type Route, routeOf, type View } from "./routes.ts";

/** What a history entry remembers, so that going back leads to where one was and not to the top. */
interface Place {
  scroll: number;
  focused: Element | null;
}

/** Kept with the entry by the browser: its number, and the view that led to it. */
interface Step {
  step: number;
  from: View | null;
}

/** How a view came to be shown. */
export interface Arrival {
  /** The view whose link led here; null where the address itself did. */
  from: View | null;
  /** True where one went back or forward to it, or reloaded it: it then stands where it stood. */
  again: boolean;
}

/** Fills a view for a route. It is called each time the view is shown. */
export type Show = (route: Route, arrival: Arrival) => void;

/** The nav's entry for views that have none of their own. */
const WITHIN: Partial<Record<View, View>> = { source: "sources", speaker: "speakers" };

const places = new Map<number, Place>();
let current: Step = { step: 0, from: null };
let shown: Route = { view: "check" };

/** Shows the view that the address names, now and whenever the address changes. */
export function wireRouter(shows: Partial<Record<View, Show>>): void {
  // The views scroll to what they were asked for; the browser would scroll before it is there.
  history.scrollRestoration = "manual";
  const arrive = (first: boolean) => {
    const known = stepOf(history.state);
    if (!first) places.set(current.step, { scroll: scrollY, focused: document.activeElement });
    const from = first ? null : shown.view;
    const last = current.step;
    current = known ?? { step: first ? 0 : last + 1, from };
    if (known === null) history.replaceState(current, "");
    // What lay ahead of a new step can no longer be gone to.
    if (known === null) for (const step of places.keys()) if (step >= current.step) places.delete(step);
    shown = routeOf(location.hash);
    open(shown.view);
    const place = known === null ? undefined : places.get(current.step);
    shows[shown.view]?.(shown, { from: current.from, again: place !== undefined });
    retitle();
    if (place !== undefined) returnTo(place);
    else if (!first) goToTop();
  };
  addEventListener("hashchange", () => arrive(false));
  arrive(true);
}

/** Gives the document the title of the view that is shown, when its heading has come. */
export function retitle(): void {
  const heading = headingShown();
  if (heading !== null) document.title = `${heading.textContent} · Verbatim`;
}

function open(view: View): void {
  for (const section of document.querySelectorAll<HTMLElement>("main > section")) {
    section.hidden = section.id !== `${view}-view`;
  }
  for (const link of document.querySelectorAll<HTMLElement>("nav a")) {
    const { view: named } = link.dataset;
    if (named === view) link.setAttribute("aria-current", "page");
    else if (named === WITHIN[view]) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  document.body.dataset.view = view;
}

function goToTop(): void {
  scrollTo(0, 0);
  headingShown()?.focus({ preventScroll: true });
}

function returnTo({ scroll, focused }: Place): void {
  scrollTo(0, scroll);
  const there = focused instanceof HTMLElement && focused.isConnected && focused !== document.body;
  (there ? focused : headingShown())?.focus({ preventScroll: true });
}

function headingShown(): HTMLElement | null {
  return byId(`${shown.view}-view`, HTMLElement).querySelector("h1");
}

function stepOf(state: unknown): Step | null {
  const known = typeof state === "object" && state !== null && "step" in state && "from" in state;
  return known ? (state as Step) : null;
}
