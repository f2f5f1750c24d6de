import type { Answer, CorpusSummary, Match, Verdict } from "../core/answer.ts";
import { type Around, heading } from "./around.ts";
import { el, foreign, icon } from "./dom.ts";
import type { Inquiry } from "./endpoint.ts";
import { renderMatch } from "./render-match.ts";
import { VERDICT_WORDS, type VerdictWords } from "./wording.ts";

/** Verdicts under which a passage is only something to read. */
const NOT_FOUND: readonly Verdict[] = ["not_found", "cannot_check"];

/**
 * Returns the answer as nodes, verdict and summary first. `inquiry` is the one that was sent: its text is what
 * offsets point into.
 */
export function renderAnswer(answer: Answer, inquiry: Inquiry, around: Around): Node[] {
  return [
    verdictHeading(answer, around),
    ...renderFindings(answer, inquiry, around),
    el("p", { class: "searched" }, `Searched ${corpusSize(answer.corpus)}. Engine ${answer.engine}.`),
  ];
}

/** Returns all of an answer but its heading and what was searched: for a list whose entries have the verdict already. */
export function renderFindings(answer: Answer, inquiry: Inquiry, around: Around): Node[] {
  const found = !NOT_FOUND.includes(answer.verdict);
  const [first, ...others] = found ? answer.matches : [];
  const nodes: Node[] = [
    el("p", { class: "summary" }, foreign(answer.summary)),
    el("p", { class: "meaning" }, wordsOf(answer.verdict).meaning),
  ];
  if (first !== undefined) nodes.push(renderMatch(first, inquiry, around));
  if (others.length > 0) nodes.push(otherMatches(others, inquiry, around));
  if (!found && answer.matches.length > 0) nodes.push(nearestPassages(answer.matches, inquiry, around));
  return nodes;
}

/** Returns the verdict in words, for the page's status line: “Altered, a material difference”. */
export function verdictText(answer: Answer): string {
  const { word } = wordsOf(answer.verdict);
  const severity = severityWords(answer);
  return severity === null ? word : `${word}, ${severity}`;
}

/** Returns the size of a corpus: “12 sources, 104,332 words”. */
export function corpusSize({ sources, words }: CorpusSummary): string {
  const count = (n: number, noun: string) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
  return `${count(sources, "source")}, ${count(words, "word")}`;
}

/** The verdict's words; for a verdict that a newer endpoint knows and this page does not, its bare name. */
export function wordsOf(verdict: Verdict): VerdictWords {
  const known = Object.hasOwn(VERDICT_WORDS, verdict) ? VERDICT_WORDS[verdict] : undefined;
  return known ?? { word: verdict, icon: "question", tone: "neutral", meaning: "" };
}

/** Returns the verdict as a word with its icon. */
export function verdictBadge(verdict: Verdict): HTMLElement {
  const words = wordsOf(verdict);
  return el("span", { class: "badge", "data-tone": words.tone }, icon(words.icon), words.word);
}

function verdictHeading(answer: Answer, around: Around): HTMLElement {
  const severity = severityWords(answer);
  return heading(
    around,
    0,
    { id: "result-title", class: "verdict", tabindex: "-1" },
    verdictBadge(answer.verdict),
    severity === null
      ? null
      : el("span", { class: "severity" }, el("span", { class: "aside" }, ", "), severity),
  );
}

/** Null where the verdict's own word says it all: a misattribution is never a small thing. */
export function severityWords({ severity, verdict }: Pick<Answer, "severity" | "verdict">): string | null {
  const differs = verdict === "altered" || verdict === "conflicting";
  if (severity === "material") return differs ? "a material difference" : null;
  return severity === "minor" ? "minor differences only" : null;
}

/** Folded, unless the engine says the words stand in several places: then none of them may look like the only one. */
function otherMatches(others: readonly Match[], inquiry: Inquiry, around: Around): HTMLElement {
  const label = others.length === 1 ? "1 other match" : `${others.length} other matches`;
  const details = folded(label, others, inquiry, around);
  details.open = others.some(({ context }) => context.warnings.some(({ kind }) => kind === "repeated"));
  return details;
}

/** Folded, because they are no answer: the words themselves stand nowhere. */
function nearestPassages(passages: readonly Match[], inquiry: Inquiry, around: Around): HTMLElement {
  const label =
    passages.length === 1
      ? "1 passage that shares words with it"
      : `${passages.length} passages that share words with it`;
  return folded(label, passages, inquiry, around);
}

function folded(
  label: string,
  matches: readonly Match[],
  inquiry: Inquiry,
  around: Around,
): HTMLDetailsElement {
  const details = el("details", { class: "others" }, el("summary", {}, label));
  details.append(...matches.map((match) => renderMatch(match, inquiry, around)));
  return details;
}
