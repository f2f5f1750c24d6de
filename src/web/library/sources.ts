import type { SourceSummary } from "../../core/answer.ts";
import { el, foreign } from "../../view/dom.ts";
import { sourceFacts } from "../../view/render-source.ts";
import { sourceAddress } from "../routes.ts";
import { askSources } from "./ask.ts";
import { wireListing } from "./listing.ts";

/** Wires the list of the sources and returns what shows it. */
export function wireSources(): () => void {
  return wireListing<SourceSummary>({
    name: "sources",
    nouns: ["source", "sources"],
    ask: async (q, cursor, signal) => {
      const outcome = await askSources(q, cursor, signal);
      if (outcome === null || "failure" in outcome) return outcome;
      return { answer: { items: outcome.answer.sources, cursor: outcome.answer.cursor ?? null, note: null } };
    },
    render: row,
    explain: ({ code }, q) =>
      code === "invalid_request" && q.trim() !== ""
        ? "This endpoint is older than this page and cannot search its sources. The list is not narrowed; empty the field to read on in it."
        : null,
  });
}

function row(source: SourceSummary): HTMLElement {
  const { id, title, speaker, words, supersededBy } = source;
  const facts = sourceFacts(source);
  if (speaker !== null) facts.append(" · ", foreign(speaker));
  facts.append(` · ${words.toLocaleString("en")} words`);
  if (supersededBy !== null) facts.append(" · corrected by a newer source");
  return el(
    "li",
    {},
    el("a", { class: "listed", href: sourceAddress(id, null, null), dir: "auto" }, foreign(title)),
    facts,
  );
}
