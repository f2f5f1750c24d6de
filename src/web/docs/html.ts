/** Markup that is safe to put into a page as it stands. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Content = Html | string | number | null | readonly Content[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Markup with values in it. What is no markup itself is escaped, in text and in quoted attributes
 * alike; null leaves nothing, and a list is put in one after the other.
 */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(strings.map((part, at) => part + markupOf(values[at] ?? null)).join(""));
}

function markupOf(value: Content): string {
  if (value === null) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "object") return value.map(markupOf).join("");
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** A description's text, with what stands between backticks as code; nothing else of Markdown is read. */
export function prose(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** The parts with this between each two of them. */
export function joined(parts: readonly Content[], separator: Content): Content[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part]));
}
