import { el, plain } from "../../view/dom.ts";
import type { SourceQuotations } from "../library/ask.ts";

/** Names in the list at most: past some hundreds nobody looks through it. */
const NAMES_MAX = 500;

/**
 * Returns a choice of speakers that marks what one of them says; nothing where nobody is known to speak. `known` is
 * null where the endpoint did not tell.
 */
export function speakerChoice(
  spoken: ReadonlyMap<string, readonly HTMLElement[]>,
  known: SourceQuotations | null,
): HTMLElement[] {
  if (known === null) {
    const why = "Who says what is not marked: this endpoint does not tell for this text.";
    return [el("p", { class: "small" }, why)];
  }
  if (spoken.size === 0) return [];
  const names = [...spoken.keys()].filter((name) => name !== "").sort(new Intl.Collator("en").compare);
  const option = (value: string, label: string) => el("option", { value }, seen(label));
  const select = el(
    "select",
    { id: "speaker-choice" },
    option("*", "nobody in particular"),
    ...names.slice(0, NAMES_MAX).map((name) => option(`=${name}`, name)),
    spoken.has("") ? option("=", "speakers that are not named") : null,
  );
  let chosen: readonly HTMLElement[] = [];
  select.addEventListener("change", () => {
    for (const words of chosen) words.classList.remove("chosen");
    chosen = select.value === "*" ? [] : (spoken.get(select.value.slice(1)) ?? []);
    for (const words of chosen) words.classList.add("chosen");
    chosen[0]?.scrollIntoView({ block: "center" });
  });
  const choice = el(
    "div",
    { class: "speaker-choice" },
    el("p", {}, el("label", { for: "speaker-choice" }, "Mark what is said by "), select),
    known.more
      ? el(
          "p",
          { class: "small" },
          `Only the first ${known.quotations.length.toLocaleString("en")} quotations of this source are marked.`,
        )
      : null,
  );
  return [choice];
}

/** An option shows text alone: what would reorder or hide a name is spelt out in it. */
function seen(name: string): string {
  return plain(name)
    .map((node) => node.textContent)
    .join("");
}
