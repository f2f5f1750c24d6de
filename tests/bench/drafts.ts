/** A quotation to stand in a draft, and who is to have said it; null for nobody. */
export interface Quotation {
  words: readonly string[];
  speaker: string | null;
}

/**
 * An article of so many words: paragraphs of prose with a quotation behind each, all about equally
 * long. `prose` must have no quotation marks, which would open quotations of their own.
 */
export function draftFrom(quotations: readonly Quotation[], prose: string, words: number): string {
  const quoted = quotations.reduce((sum, quotation) => sum + quotation.words.length, 0);
  const own = prose.split(/\s+/u);
  const each = Math.max(1, Math.floor((words - quoted) / quotations.length));
  return quotations
    .map((quotation, index) => {
      const paragraph = own.slice(index * each, (index + 1) * each).join(" ");
      return `${paragraph}\n\n${sentenceOf(quotation)}`;
    })
    .join("\n\n");
}

/** An article's text as HTML, a paragraph each. */
export function htmlOf(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("\n");
}

/** A text without marks that open or close a quotation. */
export function unquoted(text: string): string {
  return text.replaceAll(/["“”„«»‘]|(?<!\p{L})['’]|['’](?!\p{L})/gu, "");
}

function sentenceOf({ words, speaker }: Quotation): string {
  const text = unquoted(words.join(" ")).replace(/[\p{P}\s]+$/u, "");
  return `“${text},” ${speaker === null ? "it was said" : `said ${speaker}`}.`;
}
