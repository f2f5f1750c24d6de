/** A strong entity tag (RFC 9110, 8.8.3) over these parts: the SHA-256 of their JSON, in hex and quotation marks. */
export async function strongEtag(parts: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `"${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** Whether `If-None-Match` names this tag. The comparison is weak, as RFC 9110, 13.1.2 wants it. */
export function noneMatchHolds(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => tag.replace(/^W\//, "") === etag);
}
