import { Parser } from "htmlparser2";
import type { Span } from "../text/span.ts";

/** The text of a piece of HTML as a reader sees it, with the way back into the HTML. */
export interface HtmlText {
  text: string;
  /** The stretch of HTML that a span of the text comes from, tags inside it and all. An empty span gives an empty one. */
  toHtml(span: Span): Span;
}

/** Elements whose content no reader of an article reads as its text; struck-out words are taken back. */
const UNREAD = new Set(
  "script style template noscript head title svg math iframe object audio video canvas textarea select button del s strike".split(
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

/** A mark with which a quotation opens; before a letter, a single straight or closing one may be an apostrophe: “’Twas”. */
const OPENING_MARK = /^["“„«»‘「『]/u;
/** A line of more than so many characters names nobody. */
const ATTRIBUTION_CHARS_MAX = 200;
const BLANKS_MAX = 64;
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
    if (name === "blockquote") {
      const quote = this.#quotes.pop();
      // What is quoted within a quotation stands within its marks.
      if (this.#quotes.length === 0) this.#closeQuote(quote, at);
    }
    if (BLOCKS.has(name)) this.#writer.paragraphBreak(at);
  }

  text(data: string, from: number, to: number): void {
    if (this.#unread === 0) this.#writer.text(data, from, to, this.#preformatted > 0);
  }

  /** The element in which a block quotation is named its speaker: behind the words, not among them. */
  #opensAttribution(name: string): boolean {
    if (name === "figcaption") return this.#quoteEnd >= 0 && this.#writer.isBlankFrom(this.#quoteEnd);
    if (name !== "cite" && name !== "footer") return false;
    const [quote, inner] = this.#quotes;
    return quote !== undefined && !inner && quote.from >= 0 && this.#writer.endsThought(quote.from);
  }

  #attribution(at: number): void {
    this.#closeQuote(this.#quotes[0], at);
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
  /** Marks to be put in before a place, in order of place: put in one by one, each would move all that follows. */
  readonly #marks: { mark: string; place: number; at: number }[] = [];
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
    // White space is folded everywhere but in <pre>, where more of it ends the look.
    while (at > place && this.length - at < BLANKS_MAX && this.#isBlank(at - 1)) at--;
    return at > place && ENDS_THOUGHT.test(this.#units[at - 1] ?? "");
  }

  #isBlank(at: number): boolean {
    return this.#units[at] === " " || this.#units[at] === "\n";
  }

  /**
   * Puts quotation marks around the text from a place on: before each paragraph and behind the last, as
   * print does. A last line that begins with a dash, behind a sentence's end, names the speaker: it
   * stands behind the marks.
   */
  quote(place: number, at: number): void {
    this.#trimBlank();
    let start = place;
    while (start < this.length && this.#isBlank(start)) start++;
    if (start >= this.length || OPENING_MARK.test(this.#units.slice(start, start + 2).join(""))) return;
    const end = this.#beforeAttribution(start);
    this.#mark("“", start, this.#from[start] ?? at);
    for (let index = start + 2; index < end; index++) {
      const opens =
        this.#units[index - 1] === "\n" && this.#units[index - 2] === "\n" && !this.#isBlank(index);
      if (opens) this.#mark("“", index, this.#from[index] ?? at);
      // A line that is broken goes on.
      if (this.#units[index] === "\n" && !this.#isBlank(index - 1) && !this.#isBlank(index + 1))
        this.#units[index] = " ";
    }
    this.#mark("”", end, this.#to[end - 1] ?? at);
  }

  /** Where the quoted words end: before the last line if that is an attribution, else at the end. */
  #beforeAttribution(start: number): number {
    let line = this.length;
    while (line > start && this.#units[line - 1] !== "\n" && this.length - line < ATTRIBUTION_CHARS_MAX)
      line--;
    if (this.#units[line - 1] !== "\n" || !DASH.test(this.#units[line] ?? "")) return this.length;
    let end = line;
    while (end > start && this.#isBlank(end - 1)) end--;
    if (!ENDS_THOUGHT.test(this.#units[end - 1] ?? "")) return this.length;
    for (let index = end; index < line; index++) this.#units[index] = " ";
    return end;
  }

  #mark(mark: string, place: number, at: number): void {
    this.#marks.push({ mark, place, at });
  }

  #putMarksIn(): void {
    if (this.#marks.length === 0) return;
    const [units, from, to] = [this.#units, this.#from, this.#to];
    [this.#units, this.#from, this.#to] = [[], [], []];
    let next = 0;
    for (let index = 0; index <= units.length; index++) {
      for (; this.#marks[next]?.place === index; next++) {
        const { mark, at } = this.#marks[next] as { mark: string; at: number };
        this.#push(mark, at, at);
      }
      if (index < units.length)
        this.#push(units[index] as string, from[index] as number, to[index] as number);
    }
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
    this.#putMarksIn();
    const [from, to] = [Uint32Array.from(this.#from), Uint32Array.from(this.#to)];
    const toHtml = ({ start, end }: Span): Span => {
      if (end > start) return { start: from[start] ?? 0, end: Math.max(to[end - 1] ?? 0, from[start] ?? 0) };
      const point = from[start] ?? to[start - 1] ?? 0;
      return { start: point, end: point };
    };
    return { text: this.#units.join(""), toHtml };
  }
}
