/** Returns the marks with which a text goes on behind a quotation, up to its first letter, digit or space: “,”” or “.”. */
export function closingMarks(text: string): string {
  return /^[^\p{L}\p{N}\s]*/u.exec(text)?.[0] ?? "";
}
