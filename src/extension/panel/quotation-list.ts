import type { CorpusSummary, Verdict } from "../../core/answer.ts";
import { button, el, foreign } from "../../view/dom.ts";
import {
  corpusSize,
  renderFindings,
  severityWords,
  verdictBadge,
  verdictText,
  wordsOf,
} from "../../view/render-answer.ts";
import { excerpt } from "../excerpt.ts";
import { inSlices } from "../page/frames.ts";
import { aroundIn } from "./around.ts";
import type { PageQuotation } from "./page-report.ts";
import { renderProvenance } from "./provenance.ts";

/** What is to be said of a checked page beside its quotations. */
export interface Facts {
  origin: string;
  atMs: number;
  corpus: CorpusSummary | null;
  /** Scare quotes, titles and nicknames, which nobody is said to have said. */
  scare: number;
  /** Quotations behind as many as the endpoint reads of one draft. */
  unread: number;
  /** Characters of the page that were not sent or not answered. */
  unreadChars: number;
  again(): void;
}

/** From what an editor must look at to what is in order. */
const ORDER: readonly Verdict[] = [
  "misattributed",
  "altered",
  "missing_context",
  "not_found",
  "cannot_check",
  "accurate",
];
const IN_ORDER: readonly Verdict[] = ["accurate"];

/** Entries that are built at once: a screen and a half of them. */
const SLICE = 20;

interface Entry {
  item: HTMLElement;
  head: HTMLButtonElement;
  details: HTMLElement;
  gone: HTMLElement;
}

/** The quotations of a page as a list to step through: one is open at a time, and the page shows where it stands. */
export class QuotationList {
  /** What to show in the panel. */
  nodes: Node[] = [];
  /** What to say of it: “12 quotations: 2 altered, 10 accurate”. */
  summary = "";
  readonly #look: (index: number | null) => void;
  readonly #say: (words: string) => void;
  #quotations: readonly PageQuotation[] = [];
  #origin = "";
  #entries: Entry[] = [];
  #open: number | null = null;
  #filter = "all";
  readonly #place = el("span", { class: "place" });
  readonly #items = el("ol", { class: "entries" });

  /** `look` is told which quotation is looked at, null for none; `say` tells those who listen. */
  constructor(look: (index: number | null) => void, say: (words: string) => void) {
    this.#look = look;
    this.#say = say;
  }

  /** Takes up the quotations of a page, and lists those that are in sight first. */
  begin(quotations: readonly PageQuotation[], facts: Facts): void {
    this.#quotations = quotations;
    this.#origin = facts.origin;
    this.#open = null;
    this.#filter = "all";
    this.#entries = [];
    this.#items.replaceChildren();
    this.#listUpTo(SLICE);
    const counts = countsOf(quotations);
    const number = quotations.length;
    const title = `${number === 0 ? "No" : number} quotation${number === 1 ? "" : "s"} on this page`;
    this.summary = number === 0 ? title : `${title}: ${counts.map(({ words }) => words).join(", ")}`;
    this.nodes = [
      el("h3", { class: "list-title", tabindex: "-1" }, title),
      el(
        "ul",
        { class: "counts" },
        ...counts.map(({ verdict, words }) => el("li", { "data-tone": wordsOf(verdict).tone }, words)),
      ),
      ...(number > 0 ? [this.#controls(counts)] : []),
      this.#items,
      ...notes(facts, number),
      renderProvenance(facts, facts.again),
    ];
  }

  /** Lists the others, some a frame. */
  complete(wanted: () => boolean): Promise<void> {
    return inSlices(this.#quotations.length, SLICE, (_, to) => this.#listUpTo(to), wanted);
  }

  #listUpTo(end: number): void {
    while (this.#entries.length < Math.min(end, this.#quotations.length)) {
      const index = this.#entries.length;
      const entry = this.#entry(this.#quotations[index] as PageQuotation, index);
      entry.item.hidden = !this.#isShown(index);
      this.#entries.push(entry);
      this.#items.append(entry.item);
    }
  }

  /** Opens one entry, closes the other, and shows where it stands; `andFocus` moves the focus to it as well. */
  open(index: number, andFocus: boolean): void {
    if (this.#open !== null) this.#close(this.#open);
    this.#listUpTo(index + 1);
    const [entry, quotation] = [this.#entries[index], this.#quotations[index]];
    if (entry === undefined || quotation === undefined) return;
    this.#open = index;
    entry.item.hidden = false;
    if (entry.details.childNodes.length === 0) entry.details.append(...this.#findings(quotation));
    entry.details.hidden = false;
    entry.head.setAttribute("aria-expanded", "true");
    this.#tellPlace();
    if (andFocus) entry.head.focus({ preventScroll: true });
    entry.item.scrollIntoView({ block: "nearest" });
    this.#look(index);
  }

  /** Says of each entry whether its words are no longer on the page. */
  tellGone(): void {
    for (const [index, entry] of this.#entries.entries())
      entry.gone.hidden = this.#quotations[index]?.standing !== null;
  }

  #close(index: number): void {
    const entry = this.#entries[index];
    if (entry === undefined) return;
    entry.details.hidden = true;
    entry.head.setAttribute("aria-expanded", "false");
    this.#open = null;
    this.#look(null);
  }

  #entry({ text, speaker, result }: PageQuotation, index: number): Entry {
    const severity = severityWords(result);
    const who = speaker === null ? null : el("span", { class: "entry-who" }, foreign(speaker.name));
    const details = el("div", { class: "entry-details", id: `entry-${index}` });
    details.hidden = true;
    const head = button(
      el(
        "span",
        { class: "entry-line" },
        verdictBadge(result.verdict),
        severity === null ? null : el("span", { class: "severity" }, severity),
        el("span", { class: "entry-words" }, "“", foreign(excerpt(text)), "”"),
        who,
      ),
      () => (this.#open === index ? this.#close(index) : this.open(index, false)),
      { class: "entry-head", "aria-expanded": "false", "aria-controls": details.id },
    );
    const gone = el("p", { class: "gone" }, "No longer on the page as it was checked.");
    gone.hidden = true;
    const item = el("li", { class: "entry" }, el("h4", {}, head), gone, details);
    return { item, head, details, gone };
  }

  #findings({ text, speaker, result }: PageQuotation): Node[] {
    const inquiry = { form: "quote", text, speaker: speaker?.name ?? "" } as const;
    return renderFindings(result, inquiry, aroundIn(this.#origin, 4, "The page names"));
  }

  #controls(counts: readonly { verdict: Verdict; words: string }[]): HTMLElement {
    const attention = counts.some(({ verdict }) => !IN_ORDER.includes(verdict));
    const filter = el(
      "select",
      { id: "filter" },
      el("option", { value: "all" }, "All"),
      attention ? el("option", { value: "attention" }, "What needs a look") : null,
      ...counts.map(({ verdict }) => el("option", { value: verdict }, wordsOf(verdict).word)),
    );
    filter.addEventListener("change", () => this.#show(filter.value));
    this.#tellPlace();
    return el(
      "div",
      { class: "controls" },
      el("span", { class: "field-inline" }, el("label", { for: "filter" }, "Show"), filter),
      el(
        "span",
        { class: "stepper" },
        button("Previous", () => this.#step(-1)),
        button("Next", () => this.#step(1)),
        this.#place,
      ),
    );
  }

  #show(filter: string): void {
    this.#filter = filter;
    for (const [index, { item }] of this.#entries.entries()) item.hidden = !this.#isShown(index);
    if (this.#open !== null && !this.#isShown(this.#open)) this.#close(this.#open);
    this.#tellPlace();
  }

  #isShown(index: number): boolean {
    const verdict = this.#quotations[index]?.result.verdict;
    if (verdict === undefined) return false;
    if (this.#filter === "all") return true;
    return this.#filter === "attention" ? !IN_ORDER.includes(verdict) : verdict === this.#filter;
  }

  #shown(): number[] {
    return this.#quotations.flatMap((_, index) => (this.#isShown(index) ? [index] : []));
  }

  /** To the next or the last one that is shown, and round at both ends. */
  #step(by: 1 | -1): void {
    const shown = this.#shown();
    const open = this.#open === null ? -1 : shown.indexOf(this.#open);
    const at = open < 0 && by < 0 ? 0 : open;
    const next = shown[(at + by + shown.length) % shown.length];
    if (next === undefined) return;
    this.open(next, false);
    this.#say(this.#saying(next));
  }

  /** “2 of 12: Altered, a material difference. …” */
  #saying(index: number): string {
    const { text, result } = this.#quotations[index] as PageQuotation;
    return `${this.#place.textContent}: ${verdictText(result)}. ${excerpt(text)}`;
  }

  #tellPlace(): void {
    const shown = this.#shown();
    const at = this.#open === null ? -1 : shown.indexOf(this.#open);
    this.#place.textContent = at < 0 ? `${shown.length} shown` : `${at + 1} of ${shown.length}`;
  }
}

function countsOf(quotations: readonly PageQuotation[]): { verdict: Verdict; words: string }[] {
  // A verdict that a newer endpoint knows is counted too.
  const others = quotations.map(({ result }) => result.verdict).filter((verdict) => !ORDER.includes(verdict));
  return [...ORDER, ...new Set(others)].flatMap((verdict) => {
    const number = quotations.filter(({ result }) => result.verdict === verdict).length;
    return number === 0 ? [] : [{ verdict, words: `${number} ${wordsOf(verdict).word.toLowerCase()}` }];
  });
}

function notes({ corpus, scare, unread, unreadChars }: Facts, number: number): HTMLElement[] {
  const lines = [
    number === 0 && scare === 0
      ? "Words count as a quotation when they stand between quotation marks, or in a block quotation. Frames and pictures are not read: select their words and check them by themselves."
      : null,
    scare === 0
      ? null
      : `${scare} more ${scare === 1 ? "is" : "are"} a title, a nickname or a few words in marks that nobody is said to have said.`,
    unread === 0
      ? null
      : `${unread} more quotations stand behind as many as are read of one page, and were not checked.`,
    unreadChars === 0
      ? null
      : `The page is longer than what is checked at once: its last ${unreadChars.toLocaleString("en")} characters were not checked. Select quotations there and check them by themselves.`,
    corpus === null ? null : `Searched ${corpusSize(corpus)}.`,
  ];
  return lines.flatMap((line) => (line === null ? [] : [el("p", { class: "small note" }, line)]));
}
