import type { Selector } from "../answer.ts";
import type { Span } from "../text/span.ts";

/** W3C Web Annotation selectors (Recommendation 2017, 4.2.4 and 4.2.5). `positions` count code points, as that standard says. */
export function selectorsOf(positions: Span, exact: string, prefix: string, suffix: string): Selector[] {
  return [
    { type: "TextQuoteSelector", exact, prefix, suffix },
    { type: "TextPositionSelector", ...positions },
  ];
}

/** Browsers look an exact text up to this length; a longer one is given by its first and last words. */
const EXACT_CHARS_MAX = 300;
/** A shorter text needs words before and after it to be found in the right place. */
const UNIQUE_CHARS_MIN = 20;
const EDGE_WORDS = 6;
const AFFIX_WORDS = 4;

/**
 * A link to the words at the source (URL Fragment Text Directives, WICG), made from the
 * source's own words, because browsers match exactly and fail in silence. Null without a url.
 */
export function textFragment(
  url: string | null,
  exact: string,
  prefix: string,
  suffix: string,
): string | null {
  if (url === null) return null;
  const text = squeeze(exact);
  if (text === "") return url;
  const whole = text.length <= EXACT_CHARS_MAX && !/[\n\r]/u.test(exact);
  const words = text.split(" ");
  const parts = whole
    ? [encode(text)]
    : [encode(words.slice(0, EDGE_WORDS).join(" ")), encode(words.slice(-EDGE_WORDS).join(" "))];
  if (text.length < UNIQUE_CHARS_MIN) {
    const before = lastLine(prefix).split(" ").slice(-AFFIX_WORDS).join(" ");
    const after = firstLine(suffix).split(" ").slice(0, AFFIX_WORDS).join(" ");
    if (before !== "") parts.unshift(`${encode(before)}-`);
    if (after !== "") parts.push(`-${encode(after)}`);
  }
  const base = url.includes("#") ? url : `${url}#`;
  return `${base}:~:text=${parts.join(",")}`;
}

function squeeze(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, " ").trim();
}

function lastLine(text: string): string {
  return squeeze(text.split("\n").at(-1) ?? "");
}

function firstLine(text: string): string {
  return squeeze(text.split("\n")[0] ?? "");
}

/** Dashes, commas and ampersands have a meaning in the directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/-/gu, "%2D");
}
