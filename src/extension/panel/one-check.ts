import { el, foreign, plain } from "../../view/dom.ts";
import { type Failure, failureOf, type Inquiry } from "../../view/endpoint.ts";
import { renderAnswer, verdictText } from "../../view/render-answer.ts";
import { renderFailure } from "../../view/render-failure.ts";
import { EXTENSION } from "../limits.ts";
import { Orphaned, type Replies, send } from "../messages.ts";
import { aroundIn } from "./around.ts";
import { orphanedNotice } from "./notices.ts";
import type { Stage } from "./panel.ts";
import { renderProvenance } from "./provenance.ts";

/** The words to be checked, with what stands around them where they were found. */
export type Given = Pick<Inquiry, "text" | "speaker" | "prefix" | "suffix">;

/** One quotation: its answer, and a form to ask again with a speaker or in other words. */
export class OneCheck {
  readonly #stage: Stage;
  #newest = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Asks, and shows what comes back. Only the newest question may write the panel. */
  async check(given: Given, fresh = false): Promise<void> {
    const asked = ++this.#newest;
    const { text } = given;
    if (text.length > EXTENSION.quoteCharsMax) {
      this.#show([...tooLong(text.length)], given, true);
      return;
    }
    this.#stage.say("Checking…");
    this.#stage.show(el("p", { class: "waiting", tabindex: "-1" }, "Checking ", quoted(text), " …"));
    this.#stage.focusHeading();
    const inquiry: Inquiry = { form: "quote", ...given };
    try {
      const reply = await send({ type: "check", inquiry, fresh });
      if (asked === this.#newest) this.#showReply(reply, inquiry);
    } catch (error) {
      if (asked !== this.#newest) return;
      const nodes =
        error instanceof Orphaned ? orphanedNotice() : this.#failure(failureOf("unreadable"), given);
      this.#show(nodes, given, false);
    }
  }

  /** Lets go of a question that has not been answered yet: something else is to be shown. */
  cancel(): void {
    this.#newest++;
  }

  /** Offers a form to type or paste words into. */
  start(lead: readonly Node[], given: Given): void {
    this.#stage.show(...lead, this.#form(given));
    this.#stage.focusHeading();
  }

  #showReply({ outcome, origin, atMs }: Replies["check"], inquiry: Inquiry): void {
    if ("failure" in outcome) {
      this.#show(this.#failure(outcome.failure, inquiry), inquiry, false);
      return;
    }
    const nodes = renderAnswer(outcome.answer, inquiry, aroundIn(origin, 3, "You gave"));
    const again = () => void this.check(inquiry, true);
    this.#stage.show(...nodes, this.#folded(inquiry), renderProvenance({ origin, atMs }, again));
    this.#stage.say(`Checked: ${verdictText(outcome.answer)}.`);
    this.#stage.focusHeading();
  }

  #failure(failure: Failure, given: Given): Node[] {
    this.#stage.say("Not checked.");
    return renderFailure(
      failure,
      { level: 3 },
      remediesFor(() => void this.check(given, true)),
    );
  }

  #show(nodes: readonly Node[], given: Given, open: boolean): void {
    this.#stage.show(...nodes, this.#folded(given, open));
    this.#stage.focusHeading();
  }

  #folded(given: Given, open = false): HTMLElement {
    const details = el(
      "details",
      { class: "again" },
      el("summary", {}, "Name a speaker, or change the words"),
    );
    details.open = open;
    details.append(this.#form(given));
    return details;
  }

  #form({ text, speaker, prefix, suffix }: Given): HTMLElement {
    const words = el("textarea", {
      id: "words",
      rows: "4",
      dir: "auto",
      maxlength: String(EXTENSION.quoteCharsMax),
    });
    words.value = text.slice(0, EXTENSION.quoteCharsMax);
    const who = el("input", {
      id: "who",
      type: "text",
      dir: "auto",
      autocomplete: "off",
      maxlength: String(EXTENSION.speakerCharsMax),
    });
    who.value = speaker;
    const form = el(
      "form",
      {},
      el("div", { class: "field" }, el("label", { for: "words" }, "The words as they were quoted"), words),
      el(
        "div",
        { class: "field" },
        el(
          "label",
          { for: "who" },
          "Who is said to have said it? ",
          el("span", { class: "optional" }, "optional"),
        ),
        who,
      ),
      el("button", { type: "submit", class: "primary" }, "Check"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (words.value.trim() === "") words.focus();
      // What stood around the words is around no others.
      else
        void this.check({
          text: words.value,
          speaker: who.value,
          ...(words.value === text ? { prefix, suffix } : {}),
        });
    });
    return form;
  }
}

/** What helps against a failure, in the extension. */
export function remediesFor(retry: () => void) {
  const open = () => void send({ type: "settings" }).catch(() => {});
  return { place: "extension", retry, settings: { words: "Open the settings", open } } as const;
}

function quoted(text: string): HTMLElement {
  return el("q", {}, foreign(text.length > 200 ? `${text.slice(0, 200)}…` : text));
}

function tooLong(chars: number): Node[] {
  const title = el("h3", { class: "failure-title", tabindex: "-1" }, "That is too long for one quotation");
  const words = `You selected ${chars.toLocaleString("en")} characters; one check takes 5,000. Select one quotation, or check every quotation on the page.`;
  return [title, el("p", { class: "todo" }, ...plain(words))];
}
