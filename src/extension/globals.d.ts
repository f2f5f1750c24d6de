import type { Act } from "./messages.ts";

declare global {
  /** The panel in a page, in the world that the extension's scripts share and the page's cannot see. */
  var verbatim: { act(given: Act): true; readonly root: ShadowRoot } | undefined;
}
