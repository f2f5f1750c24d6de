/**
 * A cursor says where a list was left: base64url of this mark and the last id sent. It holds the
 * id and not a count, so that sources added or removed between two pages shift nothing.
 */
const MARK = "after:";

/** The cursor to read on after `id`. */
export function cursorAfter(id: string): string {
  const bytes = new TextEncoder().encode(MARK + id);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The id that a cursor stands for, or null when the cursor was not made by `cursorAfter`. */
export function idOfCursor(cursor: string): string | null {
  const marked = decoded(cursor);
  if (!marked?.startsWith(MARK)) return null;
  const id = marked.slice(MARK.length);
  // One id has one cursor: padding or stray bits that a lenient decoder overlooks are refused.
  return id !== "" && cursorAfter(id) === cursor ? id : null;
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
