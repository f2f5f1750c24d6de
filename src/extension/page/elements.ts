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

/** Tags that stand within a line, whatever a page does to lift them out of it: drop caps, footnote signs. */
const PHRASING = new Set("a abbr b bdi big cite em font i mark q s small span strong sub sup u".split(" "));

/** Returns whether an element and what is in it stays unread: hidden, or no part of an article's words. */
export function isSkipped(element: Element, style: CSSStyleDeclaration): boolean {
  const name = element.localName;
  if (SKIPPED.has(name) || isHidden(element, style)) return true;
  const role = element.getAttribute("role");
  if (role !== null && SKIPPED_ROLES.has(role)) return true;
  // What somebody writes here is theirs until they select it.
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  // How a word is spoken, and the number of a footnote, are not in the sentence.
  if (name === "rt" || name === "rp" || (name === "sup" && FOOTNOTE.test(element.textContent ?? "")))
    return true;
  // A site's own head and foot are none of the article's; a block quotation's foot names its speaker.
  if (name === "header" && element.closest("article, main, section") === null) return true;
  return name === "footer" && element.closest("blockquote, figure") === null;
}

const FOOTNOTE = /^\s*[[(]?(?:\d{1,3}|[*†‡])[\])]?\s*$/u;

function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === "none" || style.display === "" || style.visibility !== "visible") return true;
  if (style.opacity === "0" || style.contentVisibility === "hidden") return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  if (element.parentElement?.localName === "details" && !isUnfolded(element)) return true;
  const clips = style.overflowY === "hidden" || style.overflowY === "clip";
  return clips && !style.display.startsWith("inline") && element.clientHeight === 0;
}

function isUnfolded(element: Element): boolean {
  return element.localName === "summary" || (element.parentElement as HTMLDetailsElement).open;
}

/** Returns how an element is written: under which tag, if any, and whether it begins a block of its own. */
export function shapeOf(
  element: Element,
  style: CSSStyleDeclaration,
): { tag: string | null; block: boolean } {
  const name = element.localName;
  const isLifted = style.float !== "none" || /^(?:absolute|fixed)$/u.test(style.position);
  const block = !/^(?:inline|contents|ruby|none)/u.test(style.display) && !(isLifted && PHRASING.has(name));
  return { tag: KEPT.has(name) ? name : null, block };
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

/** Share of the words in all articles from which one of them is the page's; below it, the page is a list of them. */
const MAIN_SHARE = 0.6;

/** Returns the element that holds what the page has to say: its article, what holds all of several, else the body. */
export function articleElement(): Element {
  const marked = [...document.querySelectorAll("article, main, [role='main'], [role='article']")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element, _, all) => !all.some((other) => other !== element && other.contains(element)))
    .map((element) => ({ element, chars: element.textContent?.length ?? 0 }))
    .sort((a, b) => b.chars - a.chars);
  const [longest] = marked;
  const all = marked.reduce((sum, { chars }) => sum + chars, 0);
  if (longest === undefined || all < ARTICLE_CHARS_MIN) return document.body;
  if (longest.chars >= all * MAIN_SHARE) return longest.element;
  let common: Element | null = longest.element;
  while (common && !marked.every(({ element }) => common?.contains(element))) common = common.parentElement;
  return common ?? document.body;
}
