import type { Answer } from "../core/answer.ts";
import type { ArticleReport } from "../core/article.ts";
import type { Draft, Health, Inquiry, Outcome } from "../view/endpoint.ts";

/** What is asked of the background worker, the only part that talks to the endpoint. */
export type Request =
  | { type: "check"; inquiry: Inquiry; fresh: boolean }
  | { type: "draft"; draft: Draft; fresh: boolean }
  | { type: "health" }
  | { type: "take"; id: string }
  | { type: "settings" }
  | { type: "underlines"; shown: boolean };

/** An outcome with where it comes from and since when it is known. */
export interface Asked<Value> {
  outcome: Outcome<Value>;
  /** The endpoint's address. */
  origin: string;
  /** Milliseconds since 1970. */
  atMs: number;
}

/** What was selected where no script may look: a PDF, a page of the browser's own. */
export interface Taken {
  text: string;
}

/** What comes back for each request. */
export interface Replies {
  check: Asked<Answer>;
  draft: Asked<ArticleReport>;
  health: Asked<Health>;
  take: Taken | null;
  settings: null;
  underlines: null;
}

/** What the person has asked of the page: these words, all quotations, or the toolbar was pressed. */
export interface Act {
  kind: "selection" | "page" | "toolbar";
  /** The words, where the page itself does not have them: a frame's. On the way into a page the browser drops what is null. */
  text?: string;
  /** What the context menu was opened on, for where the page itself has nothing selected any more. */
  fallback?: string;
}

/** Thrown where the background worker is gone, because the extension was updated or removed under the page. */
export class Orphaned extends Error {
  override readonly name = "Orphaned";
}

/** Sends a request to the background worker. Throws Orphaned where there is none any more. */
export async function send<R extends Request>(request: R): Promise<Replies[R["type"]]> {
  try {
    return (await chrome.runtime.sendMessage(request)) as Replies[R["type"]];
  } catch (error) {
    throw new Orphaned("the background worker does not answer", { cause: error });
  }
}
