import type { QuoteVerdict } from "../../core/answer.ts";
import type { ArticleReport, CheckedQuotation } from "../../core/article.ts";
import { button, el, icon } from "../../view/dom.ts";
import { wordsOf } from "../../view/render-answer.ts";
import type { Entry } from "./entry.ts";

/** From what an editor acts on first to what is well. */
const IN_ORDER: readonly QuoteVerdict[] = [
  "misattributed",
  "altered",
  "missing_context",
  "not_found",
  "cannot_check",
  "accurate",
];

/** Whether somebody should look at it before it is printed: all that is not plainly well, scare quotes apart. */
export function needsAttention({ scare, result }: Pick<CheckedQuotation, "scare" | "result">): boolean {
  return !scare && (result.verdict !== "accurate" || result.severity !== "none");
}

export interface Filters {
  group: HTMLElement;
  /** Shows every entry, because one that is hidden was asked for. */
  showAll(): void;
  onChange(changed: () => void): void;
}

interface Filter {
  label: string;
  icon: HTMLElement | SVGElement | null;
  tone: string;
  holds(quotation: CheckedQuotation): boolean;
}

/** Returns the counts as buttons, each of which shows only the entries it counts. What needs attention is shown first. */
export function renderFilters({ quotations }: ArticleReport, entries: readonly Entry[]): Filters {
  const filters = filtersFor(quotations);
  let changed = () => {};
  const buttons = filters.map((filter) => {
    const count = quotations.filter(filter.holds).length;
    const label = el(
      "span",
      { "data-tone": filter.tone },
      filter.icon,
      filter.label,
      " ",
      el("b", {}, String(count)),
    );
    return button(label, () => apply(filter), { class: "filter", "aria-pressed": "false" });
  });
  function apply(chosen: Filter): void {
    for (const [index, one] of buttons.entries()) {
      one.setAttribute("aria-pressed", String(filters[index] === chosen));
    }
    for (const { item, quotation } of entries) item.hidden = !chosen.holds(quotation);
    changed();
  }
  const everything = filters.find(({ label }) => label === "All") as Filter;
  apply(filters[0] ?? everything);
  return {
    group: el("div", { class: "filters", role: "group", "aria-label": "Show quotations" }, ...buttons),
    showAll: () => apply(everything),
    onChange: (listener) => {
      changed = listener;
      listener();
    },
  };
}

function filtersFor(quotations: readonly CheckedQuotation[]): Filter[] {
  const verdicts = IN_ORDER.map((verdict): Filter => {
    const { word, icon: name, tone } = wordsOf(verdict);
    return {
      label: word,
      icon: icon(name),
      tone,
      holds: ({ scare, result }) => !scare && result.verdict === verdict,
    };
  });
  const all: Filter[] = [
    { label: "Needs attention", icon: null, tone: "", holds: needsAttention },
    { label: "All", icon: null, tone: "", holds: () => true },
    ...verdicts,
    { label: "Scare quotes", icon: null, tone: "neutral", holds: ({ scare }) => scare },
  ];
  return all.filter(({ holds }) => quotations.some(holds));
}
