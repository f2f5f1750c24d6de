/** The text of HTML as a reader sees it, and where given places of the HTML stand in it; null where one is not shown. */
export interface HtmlText {
  text: string;
  places: (number | null)[];
}

/** Elements whose content is not read as a draft's text: as the engine has it. */
const UNREAD = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT SVG MATH IFRAME OBJECT AUDIO VIDEO CANVAS TEXTAREA SELECT BUTTON DEL S STRIKE".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

/** A character that no text has: what stands between two of them is the number of a place. */
const SIGN = "\uFDD0";

/**
 * Reads HTML without ever putting it into the page: it is parsed into a document of its own, in which nothing
 * runs or loads, and only the characters of its text are taken. Each place is marked before parsing by signs in
 * the text, so that the browser's own parser carries it through tags and entities.
 */
export function readHtml(html: string, offsets: readonly number[]): HtmlText {
  const { body } = new DOMParser().parseFromString(withoutAttributes(signed(html, offsets)), "text/html");
  const pieces: string[] = [];
  read(body, pieces, 0);
  const places: (number | null)[] = offsets.map(() => null);
  let text = "";
  for (const [index, part] of pieces.join("").split(SIGN).entries()) {
    if (index % 2 === 1) places[Number(part)] = text.length;
    else text += folded(part, text);
  }
  return { text, places };
}

/** The HTML with its places signed. Signs of the draft's own would be taken for ours: they are put out of the way, one for one. */
function signed(html: string, offsets: readonly number[]): string {
  const clean = html.replaceAll(SIGN, "\uFFFD");
  const order = offsets.map((offset, index) => ({ offset, index })).sort((a, b) => a.offset - b.offset);
  let at = 0;
  const pieces: string[] = [];
  for (const { offset, index } of order) {
    pieces.push(clean.slice(at, offset), `${SIGN}${index}${SIGN}`);
    at = Math.max(at, offset);
  }
  return pieces.join("") + clean.slice(at);
}

/**
 * Nothing that an attribute, a script or a style says is asked for. The page's content policy holds in the
 * document that is parsed as well and would refuse each of them aloud.
 */
function withoutAttributes(html: string): string {
  const tag = /<(\/?[a-z][^\s/>]*)/gi;
  const pieces: string[] = [];
  let at = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = found[1] ?? "";
    const isRaw = /^(?:script|style)$/i.test(name);
    const end = isRaw ? endOfRaw(html, tag.lastIndex) : endOfTag(html, tag.lastIndex);
    // What never ends takes all that follows into itself.
    if (end < 0) break;
    pieces.push(html.slice(at, found.index), isRaw ? "" : `<${name}>`);
    at = end;
    tag.lastIndex = end;
  }
  return pieces.join("") + html.slice(at);
}

/** The place of the tag that ends a script or a style, or −1. */
function endOfRaw(html: string, from: number): number {
  const close = /<\/(?:script|style)/gi;
  close.lastIndex = from;
  return close.exec(html)?.index ?? -1;
}

/** The place behind a tag's “>”, or −1. Quotation marks hold one back only where a value begins with them. */
function endOfTag(html: string, from: number): number {
  const next = /=\s*(["'])|>/g;
  next.lastIndex = from;
  for (let found = next.exec(html); found !== null; found = next.exec(html)) {
    if (found[1] === undefined) return next.lastIndex;
    const close = html.indexOf(found[1], next.lastIndex);
    if (close < 0) return -1;
    next.lastIndex = close + 1;
  }
  return -1;
}

/** Browsers nest elements no deeper than some five hundred, so this comes to an end. */
function read(node: Node, pieces: string[], quotes: number): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE)
      pieces.push((child.textContent ?? "").replaceAll(/[ \t\n\r\f]+/g, " "));
    if (child.nodeType !== Node.ELEMENT_NODE || UNREAD.has(child.nodeName.toUpperCase())) continue;
    const isBlock = BLOCKS.has(child.nodeName);
    const isQuote = child.nodeName === "Q";
    if (isBlock) pieces.push("\n");
    if (isQuote) pieces.push(quotes % 2 === 0 ? "“" : "‘");
    read(child, pieces, quotes + (isQuote ? 1 : 0));
    if (isQuote) pieces.push(quotes % 2 === 0 ? "”" : "’");
    if (isBlock) pieces.push("\n");
  }
}

/** White space as a browser shows it: none at the start of a line, one space or break elsewhere. */
function folded(part: string, before: string): string {
  const once = part.replaceAll(/ *\n[ \n]*/g, "\n").replaceAll(/ +/g, " ");
  return before === "" || /\s$/.test(before) ? once.replace(/^\s+/, "") : once;
}
