/**
 * Gives a shadow tree its style sheet. A constructed one is nobody's inline style, so that the page's
 * content policy has nothing to say about it; where a browser does not let an extension's script adopt
 * one, a style element takes its place.
 */
export function sheetOf(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}
