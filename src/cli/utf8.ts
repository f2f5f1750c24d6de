/** The text to the byte, or null when the bytes are not UTF-8: a letter replaced in silence would be a misquotation of ours. */
export function decodedUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Without the mark that may stand at the very start and is no part of the text. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
