import { el } from "../../view/dom.ts";
import { type Failure, failureOf } from "../../view/endpoint.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { EXTENSION } from "../limits.ts";
import { Orphaned, type Replies, send } from "../messages.ts";
import { findAnchor, standingAt, stillHolds } from "../page/anchors.ts";
import { articleElement } from "../page/elements.ts";
import { nextFrame } from "../page/frames.ts";
import { Marks } from "../page/marks.ts";
import { portionsOf } from "../page/portions.ts";
import { readElement } from "../page/reading.ts";
import { watchPage } from "../page/watch.ts";
import { notice, orphanedNotice } from "./notices.ts";
import { remediesFor } from "./one-check.ts";
import { type PageQuotation, type PageReport, pageReport, type Sent } from "./page-report.ts";
import type { Panel } from "./panel.ts";
import { QuotationList } from "./quotation-list.ts";

/** Where a quotation is brought to, as a share of the height that can be seen. */
const LOOKED_AT = 0.35;

/** The endpoint's limit on a headline. */
const TITLE_CHARS_MAX = 1_000;
/** No language tag is longer (RFC 5646); the endpoint refuses longer ones. */
const LANGUAGE_CHARS_MAX = 35;

/** Checks every quotation of a page, marks each in its place, and keeps the marks there while the page changes. */
export class PageCheck {
  readonly #panel: Panel;
  readonly #marks: Marks;
  readonly #list: QuotationList;
  #quotations: PageQuotation[] = [];
  #endWatch: (() => void) | null = null;
  #newest = 0;
  #readAtMs = Number.NEGATIVE_INFINITY;

  constructor(panel: Panel) {
    this.#panel = panel;
    this.#marks = new Marks(panel.layer, (index) => this.#list.open(index, true));
    this.#list = new QuotationList(
      (index) => this.#look(index),
      (words) => panel.say(words),
    );
  }

  /** Asks for the page as it is now and shows what comes back. */
  async check(fresh = false): Promise<void> {
    this.end();
    const asked = ++this.#newest;
    const wanted = () => asked === this.#newest && this.#panel.isOpen;
    this.#tellWaiting();
    // What is told has to be seen before a long page is read.
    await nextFrame();
    if (!wanted()) return;
    const reading = readElement(articleElement());
    const sent: Sent = { reading, ...portionsOf(reading) };
    if (sent.portions.length === 0) return this.#show(NO_TEXT, "Nothing to check.");
    try {
      const replies = await this.#ask(sent, fresh, wanted);
      if (replies === null) return;
      const report = pageReport(replies, sent);
      if ("code" in report) return this.#showFailure(report);
      await this.#showReport(report, wanted);
    } catch (error) {
      if (error instanceof Orphaned) this.#show(orphanedNotice(), "Not checked.");
      else this.#showFailure(failureOf("unreadable"));
    }
  }

  /** Takes all marks off the page and watches it no longer. */
  end(): void {
    this.#newest++;
    this.#endWatch?.();
    this.#endWatch = null;
    if (this.#quotations.length > 0) void send({ type: "underlines", shown: false }).catch(() => {});
    this.#quotations = [];
    this.#marks.clear();
  }

  /** The replies to the page's portions, up to the first that failed; null where nobody waits for them any more. */
  async #ask(sent: Sent, fresh: boolean, wanted: () => boolean): Promise<Replies["draft"][] | null> {
    const about = aboutPage();
    const replies: Replies["draft"][] = [];
    for (const { html } of sent.portions) {
      const reply = await send({ type: "draft", draft: { html, ...about }, fresh });
      if (!wanted()) return null;
      replies.push(reply);
      if ("failure" in reply.outcome) break;
    }
    return replies;
  }

  #tellWaiting(): void {
    const words = "Checking every quotation on this page…";
    this.#show([el("p", { class: "waiting", tabindex: "-1" }, words)], words);
  }

  #show(nodes: readonly Node[], said: string): void {
    this.#panel.show(...nodes);
    this.#panel.say(said);
    this.#panel.focusHeading();
  }

  #showFailure(failure: Failure): void {
    const remedies = remediesFor(() => void this.check(true));
    this.#show(renderFailure(failure, { level: 3 }, remedies), "Not checked.");
  }

  /** The panel first, then the marks, then what of a long list is out of sight. */
  async #showReport({ quotations, facts }: PageReport, wanted: () => boolean): Promise<void> {
    this.#quotations = quotations;
    this.#list.begin(quotations, { ...facts, again: () => void this.check(true) });
    this.#show(this.#list.nodes, this.#list.summary);
    if (quotations.length === 0) return;
    void send({ type: "underlines", shown: true }).catch(() => {});
    await nextFrame();
    if (!wanted()) return;
    this.#endWatch = watchPage(this.#panel.host, {
      content: () => this.#follow(),
      layout: () => this.#marks.place(),
    });
    await this.#marks.show(quotations, wanted);
    await this.#list.complete(wanted);
    // The page may have changed between the question and the answer.
    if (wanted()) this.#follow();
  }

  /** Finds every quotation again that the page has moved, redrawn or taken away. */
  #follow(): void {
    const strayed = this.#quotations.filter(({ standing }) => standing === null || !stillHolds(standing));
    const lostOnly = strayed.every(({ standing }) => standing === null);
    const readLately = performance.now() - this.#readAtMs < EXTENSION.lookAgainMs;
    // Where what was lost is lost still, a page that ticks every second is not read every second.
    if (strayed.length === 0 || (lostOnly && readLately)) {
      this.#marks.place();
      return;
    }
    this.#readAtMs = performance.now();
    const reading = readElement(articleElement());
    for (const quotation of strayed) {
      const place = findAnchor(quotation.anchor, reading);
      quotation.standing = standingAt(place && reading.range(place.start, place.end));
    }
    this.#list.tellGone();
    this.#marks.update();
  }

  /** Brings a quotation into view. */
  #look(index: number | null): void {
    this.#marks.setCurrent(index);
    const range = index === null ? null : (this.#quotations[index]?.standing?.range ?? null);
    if (range === null) return;
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    // A long paragraph's middle is not the quotation, and the panel may lie over a phone's lower half.
    scrollBy(0, range.getBoundingClientRect().top - this.#panel.clearHeight * LOOKED_AT);
    this.#marks.place();
  }
}

const NO_TEXT = notice(
  "There is no text on this page",
  "Nothing was sent. Where a page shows its text in a frame or a picture, select the words and check them by themselves.",
);

/** What a page says of itself: its title, and its language where it is another than the one that is read anyway. */
function aboutPage(): { title?: string; language?: string } {
  const title = document.title.trim().slice(0, TITLE_CHARS_MAX);
  const language = document.documentElement.lang.trim();
  const isOther = language !== "" && language.length <= LANGUAGE_CHARS_MAX && !/^en\b/iu.test(language);
  return { ...(title === "" ? {} : { title }), ...(isOther ? { language } : {}) };
}
