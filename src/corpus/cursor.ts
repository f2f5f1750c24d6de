import type { Span } from "../core/text/span.ts";

/**
 * A cursor says where a list was left: base64url of a mark and of what was sent last. It holds what
 * that was and not a count, so that sources added or removed between two pages shift nothing.
 */
const MARK = "after:";
const SPOKEN_MARK = "spoken:";

/** Where a quotation stands in the order of a speaker's: its source's date, empty where there is none, the source's id, and its span. */
export interface SpokenPlace extends Span {
  date: string;
  source: string;
}

/** The cursor to read on after `id`. */
export function cursorAfter(id: string): string {
  return encoded(MARK + id);
}

/** The id that a cursor stands for, or null when the cursor was not made by `cursorAfter`. */
export function idOfCursor(cursor: string): string | null {
  const id = markedWith(MARK, cursor);
  return id !== null && id !== "" ? id : null;
}

/** The cursor to read on after a quotation. */
export function cursorAfterSpoken({ date, source, start, end }: SpokenPlace): string {
  return encoded(`${SPOKEN_MARK}${date} ${start} ${end} ${source}`);
}

/** The place that a cursor stands for, or null when the cursor was not made by `cursorAfterSpoken`. */
export function placeOfCursor(cursor: string): SpokenPlace | null {
  const parts = /^(\d{4}-\d{2}-\d{2}|) (\d{1,9}) (\d{1,9}) (.+)$/su.exec(
    markedWith(SPOKEN_MARK, cursor) ?? "",
  );
  if (parts === null) return null;
  const [, date = "", start, end, source = ""] = parts;
  return { date, source, start: Number(start), end: Number(end) };
}

function encoded(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** What stands behind the mark, or null where the cursor has another. One text has one cursor: padding or stray bits that a lenient decoder overlooks are refused. */
function markedWith(mark: string, cursor: string): string | null {
  const text = decoded(cursor);
  return text?.startsWith(mark) && encoded(text) === cursor ? text.slice(mark.length) : null;
}

function decoded(base64url: string): string | null {
  try {
    const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
