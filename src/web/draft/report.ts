import type { ArticleReport } from "../../core/article.ts";
import { el } from "../../view/dom.ts";
import type { Draft } from "../../view/endpoint.ts";
import { provenance } from "../provenance.ts";
import { printButton } from "../share.ts";
import { type Entry, renderEntry } from "./entry.ts";
import { needsAttention, renderFilters } from "./filters.ts";
import { notesOn } from "./notes.ts";
import { wireStepping } from "./stepping.ts";
import { renderDraftText } from "./text.ts";

/**
 * Returns a report as an editor reads it: what there is to do in one line, the counts as filters, a list of the
 * quotations, and the draft with each of them marked. `change` leads back to the form.
 */
export function renderReport(report: ArticleReport, draft: Draft, change: HTMLElement): Node[] {
  const { quotations } = report;
  const entries = quotations.map((quotation, index) => renderEntry(quotation, index + 1, draft));
  const shown = renderDraftText(draft, quotations);
  const notes = notesOn(report, shown.unplaced);
  const nodes: Node[] = [
    el(
      "div",
      { class: "report-head" },
      el("h2", { id: "report-title", tabindex: "-1" }, headline(report)),
      el("p", { class: "tools" }, change, quotations.length > 0 ? printButton() : null),
    ),
    ...(notes.length > 0 ? [el("ul", { class: "notes" }, ...notes.map((note) => el("li", {}, note)))] : []),
  ];
  if (quotations.length > 0) nodes.push(workplace(report, entries, shown.pane));
  nodes.push(el("p", { class: "searched" }, provenance(report, new Date())));
  return nodes;
}

function workplace(report: ArticleReport, entries: readonly Entry[], pane: HTMLElement): HTMLElement {
  const list = el("ol", { class: "entries" }, ...entries.map(({ item }) => item));
  const filters = renderFilters(report, entries);
  const steps = wireStepping(entries, pane, filters.showAll);
  filters.onChange(steps.recount);
  return el(
    "div",
    { class: "workplace" },
    el("section", { class: "entries-column", "aria-label": "Quotations" }, filters.group, steps.bar, list),
    pane,
  );
}

/** What there is to do, before anything else. */
function headline({ quotations, severity }: ArticleReport): string {
  if (quotations.length === 0) return "No quotations were found in this draft";
  const count = quotations.filter(needsAttention).length;
  const all = quotations.length === 1 ? "1 quotation" : `${quotations.length} quotations`;
  if (count === 0) return `${all}: nothing needs attention`;
  const need = count === 1 ? "1 needs attention" : `${count} need attention`;
  return severity === "material" ? `${all}: ${need}, with material differences` : `${all}: ${need}`;
}
