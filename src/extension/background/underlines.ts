import { UNDERLINE_CSS } from "../page/underlines.ts";

/**
 * Puts the style of the underlines into a page, or takes it out again. The browser does it for the
 * extension: a style element of ours would be refused by a strict page and seen by every script of it.
 */
export async function showUnderlines(tabId: number, shown: boolean): Promise<void> {
  const injection = { target: { tabId }, css: UNDERLINE_CSS };
  await (shown ? chrome.scripting.insertCSS(injection) : chrome.scripting.removeCSS(injection));
}
