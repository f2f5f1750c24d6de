import { EXTENSION } from "../limits.ts";

/** What a page does under the marks. */
export interface Changes {
  /** Its content is another. */
  content(): void;
  /** What is on it has moved. */
  layout(): void;
}

/** Watches the page until the function that it returns is called. `own` is the panel's host, whose changes are ours. */
export function watchPage(own: Element, changes: Changes): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSinceMs = 0;
  const settle = () => {
    timer = null;
    changes.content();
  };
  const soon = () => {
    const now = performance.now();
    if (timer === null) waitingSinceMs = now;
    // A page that never rests must not put its marks off for ever.
    else if (now - waitingSinceMs > EXTENSION.settleMsMax) return;
    else clearTimeout(timer);
    timer = setTimeout(settle, EXTENSION.settleMs);
  };
  const mutations = new MutationObserver((records) => {
    if (records.some(({ target }) => !own.contains(target))) soon();
  });
  mutations.observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ["class", "hidden", "open", "style"],
  });
  const nextFrame = onceAFrame(changes.layout);
  const sizes = new ResizeObserver(nextFrame);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  // A scroll of the page itself moves the marks with it; one within it does not.
  const scrolled = (event: Event) => {
    if (event.target !== document) nextFrame();
  };
  addEventListener("scroll", scrolled, { capture: true, passive: true, signal });
  addEventListener("resize", nextFrame, { passive: true, signal });
  document.fonts?.addEventListener("loadingdone", nextFrame, { signal });
  return () => {
    ending.abort();
    mutations.disconnect();
    sizes.disconnect();
    if (timer !== null) clearTimeout(timer);
  };
}

/** Returns a function that does its work once before the next frame, however often it is called. */
function onceAFrame(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}
