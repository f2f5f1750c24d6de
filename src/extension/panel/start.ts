import { button, el } from "../../view/dom.ts";

/** Returns what the panel shows when the toolbar was pressed and nothing is selected. Nothing is sent until something here is pressed. */
export function startLead(checkPage: () => void): Node[] {
  return [
    el("h3", { class: "list-title", tabindex: "-1" }, "Nothing is selected"),
    el(
      "p",
      { class: "todo" },
      "Select words in the page and press again, check the whole page, or paste words here.",
    ),
    el(
      "p",
      { class: "actions" },
      button("Check every quotation on this page", checkPage, { class: "primary" }),
    ),
    el(
      "p",
      { class: "small" },
      "That sends the text of the page’s article to your endpoint, and nothing else of it.",
    ),
  ];
}
