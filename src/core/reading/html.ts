import { Parser } from "htmlparser2";
import type { Span } from "../text/span.ts";

/** The text of a piece of HTML as a reader sees it, with the way back into the HTML. */
export interface HtmlText {
  text: string;
  /** The stretch of HTML that a span of the text comes from, tags inside it and all. An empty span gives an empty one. */
  toHtml(span: Span): Span;
}

/** Elements whose content no reader of an article reads as its text. */
const UNREAD = new Set(
  "script style template noscript head title svg math iframe object audio video canvas textarea select button".split(
    " ",
  ),
);

/** Elements that stand in a paragraph of their own. */
const BLOCKS = new Set(
  `address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
   h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

const OPENING_MARK = /^["“„«»‘'「『]/u;
const ENDS_THOUGHT = /^[.!?…"”’»」]$/u;
const DASH = /^\s*[—–-]/u;

/**
 * Reads HTML. Entities are decoded, white space is folded as a browser shows it, elements that are
 * shown as paragraphs become paragraphs. What the markup says and no character shows is put into the
 * text: `<q>` gets quotation marks, and so does a `<blockquote>` that has none of its own; the name
 * in its `<cite>`, `<footer>` or `<figcaption>` follows it behind a dash.
 */
export function readHtml(html: string): HtmlText {
  const writer = new Writer();
  const elements = new Elements(writer);
  const parser: Parser = new Parser(
    {
      onopentag: (name) => elements.open(name, parser.endIndex + 1),
      onclosetag: (name, implied) => elements.close(name, implied ? parser.startIndex : parser.endIndex + 1),
      ontext: (data) => elements.text(data, parser.startIndex, parser.endIndex + 1),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return writer.done();
}

/** A `<blockquote>` that is open. */
interface Quote {
  /** Where its words begin; −1 once they are closed. */
  from: number;
}

/** Follows the elements and writes what they mean for the text. */
class Elements {
  readonly #writer: Writer;
  readonly #quotes: Quote[] = [];
  #marks = 0;
  #unread = 0;
  #preformatted = 0;
  /** Where the last `<blockquote>` ended, for a caption that names its speaker. */
  #quoteEnd = -1;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  open(name: string, at: number): void {
    if (UNREAD.has(name)) this.#unread++;
    if (this.#unread > 0) return;
    if (name === "br") this.#writer.lineBreak(at);
    else if (this.#opensAttribution(name)) this.#attribution(at);
    else if (BLOCKS.has(name)) this.#writer.paragraphBreak(at);
    if (name === "pre") this.#preformatted++;
    if (name === "q") this.#writer.mark(this.#marks++ % 2 === 0 ? "“" : "‘", at);
    if (name === "blockquote") this.#quotes.push({ from: this.#writer.length });
  }

  close(name: string, at: number): void {
    if (UNREAD.has(name)) {
      this.#unread = Math.max(0, this.#unread - 1);
      return;
    }
    if (this.#unread > 0) return;
    if (name === "pre") this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (name === "q" && this.#marks > 0) this.#writer.mark(--this.#marks % 2 === 0 ? "”" : "’", at);
    if (name === "blockquote") this.#closeQuote(this.#quotes.pop(), at);
    if (BLOCKS.has(name)) this.#writer.paragraphBreak(at);
  }

  text(data: string, from: number, to: number): void {
    if (this.#unread === 0) this.#writer.text(data, from, to, this.#preformatted > 0);
  }

  /** The element in which a block quotation is named its speaker: behind the words, not among them. */
  #opensAttribution(name: string): boolean {
    if (name === "figcaption") return this.#quoteEnd >= 0 && this.#writer.isBlankFrom(this.#quoteEnd);
    if (name !== "cite" && name !== "footer") return false;
    const quote = this.#quotes.at(-1);
    return quote !== undefined && quote.from >= 0 && this.#writer.endsThought(quote.from);
  }

  #attribution(at: number): void {
    this.#closeQuote(this.#quotes.at(-1), at);
    this.#writer.dash(at);
  }

  #closeQuote(quote: Quote | undefined, at: number): void {
    if (quote === undefined) return;
    if (quote.from >= 0) this.#writer.quote(quote.from, at);
    quote.from = -1;
    this.#quoteEnd = this.#writer.length;
  }
}

/** Collects the text, unit by unit, with the stretch of HTML that each unit comes from. */
class Writer {
  #units: string[] = [];
  #from: number[] = [];
  #to: number[] = [];
  /** Behind a dash that was put in: the source's own dash would be a second one. */
  #dashed = false;

  get length(): number {
    return this.#units.length;
  }

  text(data: string, from: number, to: number, preformatted: boolean): void {
    // An entity's characters all come from the whole of it; other text is the HTML's own, unit for unit.
    const own = data.length === to - from;
    for (let index = 0; index < data.length; index++) {
      const start = own ? from + index : from;
      this.#unit(data.charAt(index), start, own ? start + 1 : to, preformatted);
    }
  }

  #unit(unit: string, from: number, to: number, preformatted: boolean): void {
    const blank = /[ \t\n\r\f]/.test(unit);
    if (this.#dashed && (blank || DASH.test(unit))) return;
    this.#dashed = false;
    if (!blank || preformatted) {
      this.#push(unit, from, to);
      return;
    }
    const last = this.#units.at(-1);
    if (last === undefined || last === " " || last === "\n") return;
    this.#push(" ", from, to);
  }

  #push(unit: string, from: number, to: number): void {
    this.#units.push(unit);
    this.#from.push(from);
    this.#to.push(to);
  }

  lineBreak(at: number): void {
    this.#trim();
    if (this.#units.length > 0) this.#push("\n", at, at);
  }

  paragraphBreak(at: number): void {
    this.#trim();
    while (this.#units.length > 0 && !(this.#units.at(-1) === "\n" && this.#units.at(-2) === "\n")) {
      this.#push("\n", at, at);
    }
  }

  mark(mark: string, at: number): void {
    this.#push(mark, at, at);
  }

  dash(at: number): void {
    this.#trimBlank();
    for (const unit of " — ") this.#push(unit, at, at);
    this.#dashed = true;
  }

  /** Whether the text from a place on is white space, if anything. */
  isBlankFrom(place: number): boolean {
    let at = this.length;
    while (at > place && this.#isBlank(at - 1)) at--;
    return at <= place;
  }

  /** Whether the text from a place on ends as a sentence does. */
  endsThought(place: number): boolean {
    let at = this.length;
    while (at > place && this.#isBlank(at - 1)) at--;
    return at > place && ENDS_THOUGHT.test(this.#units[at - 1] ?? "");
  }

  #isBlank(at: number): boolean {
    return this.#units[at] === " " || this.#units[at] === "\n";
  }

  /** Puts quotation marks around the text from a place on: before each paragraph and behind the last, as print does. */
  quote(place: number, at: number): void {
    this.#trimBlank();
    const words = this.#units.slice(place).join("");
    if (words.trim() === "" || OPENING_MARK.test(words.trimStart())) return;
    const starts = [
      place,
      ...Array.from(words.matchAll(/\n\n+/gu), (hit) => place + hit.index + hit[0].length),
    ];
    for (const start of starts.reverse()) {
      const near = this.#from[start] ?? at;
      this.#units.splice(start, 0, "“");
      this.#from.splice(start, 0, near);
      this.#to.splice(start, 0, near);
    }
    this.#push("”", at, at);
  }

  #trim(): void {
    while (this.#units.at(-1) === " ") this.#drop();
  }

  #trimBlank(): void {
    while (this.length > 0 && this.#isBlank(this.length - 1)) this.#drop();
  }

  #drop(): void {
    this.#units.pop();
    this.#from.pop();
    this.#to.pop();
  }

  done(): HtmlText {
    this.#trimBlank();
    const [from, to] = [Uint32Array.from(this.#from), Uint32Array.from(this.#to)];
    const toHtml = ({ start, end }: Span): Span => {
      if (end > start) return { start: from[start] ?? 0, end: Math.max(to[end - 1] ?? 0, from[start] ?? 0) };
      const point = from[start] ?? to[start - 1] ?? 0;
      return { start: point, end: point };
    };
    return { text: this.#units.join(""), toHtml };
  }
}
