/** What is in these is not the article's words. */
const SKIPPED = new Set(
  `script style noscript template iframe frame object embed canvas svg math audio video picture img map
   select option textarea input button progress meter nav aside dialog menu head title`
    .trim()
    .split(/\s+/u),
);
const SKIPPED_ROLES = new Set([
  "navigation",
  "complementary",
  "search",
  "banner",
  "menu",
  "menubar",
  "dialog",
  "alertdialog",
]);

/** Tags that mean something to whoever reads quotations: what is a quotation, and who is named beside it. */
const KEPT = new Set([
  "blockquote",
  "q",
  "cite",
  "footer",
  "figcaption",
  "figure",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);

/** Returns whether an element and what is in it stays unread: hidden, or no part of an article. */
export function isSkipped(element: Element, style: CSSStyleDeclaration): boolean {
  if (SKIPPED.has(element.localName) || style.display === "none") return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  const role = element.getAttribute("role");
  if (role !== null && SKIPPED_ROLES.has(role)) return true;
  // A site's own footer is none of the article's; a block quotation's names its speaker.
  return element.localName === "footer" && element.closest("blockquote, figure") === null;
}

/** Returns how an element is written: under which tag, if any, and whether it begins a block of its own. */
export function shapeOf(
  element: Element,
  style: CSSStyleDeclaration,
): { tag: string | null; block: boolean } {
  const block = !/^(?:inline|contents|ruby|none)/u.test(style.display);
  return { tag: KEPT.has(element.localName) ? element.localName : null, block };
}

export function breaksLine(element: Element): boolean {
  return element.localName === "br";
}

/** Returns whether spaces and line ends in an element are shown as they stand. */
export function keepsSpace({ whiteSpace }: CSSStyleDeclaration): boolean {
  return /^(?:pre|break-spaces)/u.test(whiteSpace) && whiteSpace !== "pre-line";
}

/** Characters that an article has at least, so that a teaser's box is not taken for it. */
const ARTICLE_CHARS_MIN = 400;

/** Returns the element that holds the page's article: the longest one marked as such, else the whole body. */
export function articleElement(): Element {
  const marked = [...document.querySelectorAll("article, main, [role='main'], [role='article']")];
  const length = (element: Element): number => element.textContent?.length ?? 0;
  const longest = marked.reduce<Element | null>(
    (best, element) => (best === null || length(element) > length(best) ? element : best),
    null,
  );
  return longest !== null && length(longest) >= ARTICLE_CHARS_MIN ? longest : document.body;
}
