/** Words that come from elsewhere, fit to be printed on one line: no control characters, at most `charsMax`. */
export function printable(words: string, charsMax = 300): string {
  const line = words.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > charsMax ? `${line.slice(0, charsMax - 1).trimEnd()}…` : line;
}
