import { el } from "../../view/dom.ts";

/** Returns what is to be said where the extension was updated or removed under an open page. */
export function orphanedNotice(): Node[] {
  return notice(
    "The extension was updated",
    "This page still holds its older part. Reload the page and check again; nothing was sent.",
  );
}

/** Returns a heading and what to do. */
export function notice(title: string, todo: string): Node[] {
  return [el("h3", { class: "failure-title", tabindex: "-1" }, title), el("p", { class: "todo" }, todo)];
}
