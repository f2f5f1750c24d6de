import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { isCalendarDate, isWebAddress } from "../../core/reading/source-fields.ts";
import { words } from "../../core/text/words.ts";
import type { Draft, Fields } from "./draft.ts";
import { languageTag } from "./language-tag.ts";

/**
 * Limits of one page. The time that finding the article takes grows with how deep all its nodes
 * lie, summed: the worst page that was made for it took 14 seconds within these limits, and one
 * of 1,000 elements inside one another took 19. `tagsMax` bounds what is parsed at all.
 */
export const PAGE_LIMITS = {
  charsMax: 5_000_000,
  tagsMax: 100_000,
  depthMax: 100,
  depthSumMax: 1_000_000,
  wordsMin: 25,
} as const;

/** A text of its own; what is not named here runs on in the line. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(
    " ",
  ),
);
/** Words on both sides of these are never one word. */
const SPACES = new Set(["BR", "TD", "TH"]);
/** What these hold is not read aloud. */
const UNREAD = new Set(
  "AUDIO BUTTON CANVAS IFRAME MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO".split(
    " ",
  ),
);

const TOO_MANY = "the page has too many elements";
const [ELEMENT, TEXT] = [1, 3];

/**
 * The article of a web page, as Mozilla's reader view finds it: paragraphs with an empty line
 * between them, and what the page's head says of it. Refused when the page has no article, or
 * one of fewer than `PAGE_LIMITS.wordsMin` words: that is a menu or a notice about cookies.
 */
export function readHtml(html: string): Draft {
  if (html.length > PAGE_LIMITS.charsMax) {
    return refused(`the page is longer than ${PAGE_LIMITS.charsMax} characters`);
  }
  if (html.split("<", PAGE_LIMITS.tagsMax + 2).length > PAGE_LIMITS.tagsMax + 1) {
    return refused(TOO_MANY);
  }
  try {
    return readPage(html);
  } catch {
    // Neither library promises to read everything; what they throw may hold the page's words.
    return refused("the page cannot be read");
  }
}

function readPage(html: string): Draft {
  const document = documentOf(html);
  const excess = excessOf(document);
  if (excess !== null) return refused(excess);
  const head = headOf(document);
  const article = new Readability(document, { serializer: (node) => node }).parse();
  if (!article?.content) return refused("no article was found in the page");
  const text = paragraphsOf(article.content).join("\n\n");
  const count = words(text).length;
  if (count < PAGE_LIMITS.wordsMin) {
    return refused(`the article that was found has ${count} words, fewer than ${PAGE_LIMITS.wordsMin}`);
  }
  const found = {
    ...head,
    title: oneLine(article.title) ?? head.title,
    publisher: oneLine(article.siteName),
    date: dateOf(article.publishedTime),
  };
  return { ok: true, text: `${text}\n`, fields: withoutNulls(found) };
}

/** HTML lets a page leave out the tags of its body; the parser does not put them in. */
function documentOf(html: string): Document {
  const { document } = parseHTML(html);
  const root = document.documentElement;
  const whole =
    root?.nodeName.toUpperCase() === "HTML" &&
    [...root.childNodes].some((child) => child.nodeName.toUpperCase() === "BODY" && child.hasChildNodes());
  return whole ? document : parseHTML(`<html><head></head><body>${html}</body></html>`).document;
}

function refused(problem: string): Draft {
  return { ok: false, problem };
}

/** What the head says, read before the article is looked for, which takes the page apart. */
function headOf(document: Document): { title: string | null; url: string | null; language: string | null } {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const shared = document.querySelector('meta[property="og:url"]')?.getAttribute("content");
  return {
    title: oneLine(document.querySelector("title")?.textContent),
    url: addressOf(canonical) ?? addressOf(shared),
    language: languageTag(document.querySelector("html[lang]")?.getAttribute("lang")),
  };
}

/** A whole web address; one that is relative, or of another scheme, leads nowhere from here. */
function addressOf(printed: string | null | undefined): string | null {
  const address = printed?.trim() ?? "";
  return isWebAddress(address) && URL.canParse(address) ? address : null;
}

/** The day of an ISO 8601 time as it is printed, in whichever zone that is. */
function dateOf(time: string | null | undefined): string | null {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?=$|[T\s])/u.exec(time ?? "")?.[1];
  return day !== undefined && isCalendarDate(day) ? day : null;
}

function oneLine(printed: string | null | undefined): string | null {
  return printed?.replace(/\s+/gu, " ").trim() || null;
}

function withoutNulls(found: Record<string, string | null>): Fields {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

/** Why the page is too large to look for an article in, or null. */
function excessOf(document: Document): string | null {
  const open: { node: Node; depth: number }[] = [{ node: document.documentElement, depth: 1 }];
  let depthSum = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    depthSum += next.depth;
    if (depthSum > PAGE_LIMITS.depthSumMax) return TOO_MANY;
    if (next.depth > PAGE_LIMITS.depthMax) {
      return `the page's elements are nested more than ${PAGE_LIMITS.depthMax} deep`;
    }
    for (const child of next.node.childNodes) open.push({ node: child, depth: next.depth + 1 });
  }
  return null;
}

/** The paragraphs of an element, white space collapsed, none empty. */
function paragraphsOf(root: Node): string[] {
  const paragraphs = [""];
  const visit = (node: Node): void => {
    if (node.nodeType === TEXT) paragraphs.push((paragraphs.pop() ?? "") + (node.textContent ?? ""));
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (UNREAD.has(name)) return;
    if (BLOCKS.has(name)) paragraphs.push("");
    if (SPACES.has(name)) paragraphs.push(`${paragraphs.pop() ?? ""} `);
    for (const child of node.childNodes) visit(child);
    if (BLOCKS.has(name)) paragraphs.push("");
  };
  visit(root);
  return paragraphs.map((paragraph) => paragraph.replace(/\s+/gu, " ").trim()).filter((one) => one !== "");
}
