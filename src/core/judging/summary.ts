import type { Change, CorpusSummary, Match, QuoteVerdict } from "../answer.ts";
import { shown } from "../comparing/messages.ts";
import type { Question } from "../question.ts";
import type { Span } from "../text/span.ts";
import { JUDGING } from "../tuning.ts";

/** One English sentence, or two, for the verdict on a quotation. Says what the source says, never what is true. */
export function quoteSummary(verdict: QuoteVerdict, match: Match, question: Question): string {
  const where = `“${match.source.title}”`;
  const claimed = question.speaker;
  switch (verdict) {
    case "misattributed":
      return `${where} gives these words to ${match.speaker?.name ?? "another speaker"}, not to ${claimed ?? "the speaker named"}.${alsoAltered(match)}`;
    case "altered":
      return alteredSummary(match, question.text, where);
    case "missing_context": {
      const warning = match.context.warnings.find((each) => each.material);
      return `The words stand in ${where}, but what is around them matters: ${sentence(warning?.message ?? "see the warnings")}`;
    }
    case "accurate":
      return `${accurate(match)} ${where}${speakerPart(match, claimed)}.`;
    case "not_found":
    case "cannot_check":
      throw new RangeError(`"${verdict}" has no match to sum up`);
  }
}

/** A message with one stop at its end, also where the words it shows end in one. */
function sentence(message: string): string {
  return `${message.replace(/[.,;:]+(”?)$/u, "$1")}.`;
}

function alsoAltered(match: Match): string {
  const change = match.changes.find((each) => each.material);
  return change ? ` The words differ too: ${sentence(change.message)}` : "";
}

function alteredSummary(match: Match, submitted: string, where: string): string {
  const material = match.changes.filter((change) => change.material);
  const first =
    material[0] ??
    match.changes.find((change) => !["case", "punctuation", "typography"].includes(change.kind));
  if (match.wording === "paraphrase")
    return `The quoted words are not in ${where}; this passage says something alike in other words.`;
  if (!first) return `The words differ from those in ${where}.`;
  const more =
    material.length > 1
      ? ` There ${material.length === 2 ? "is one more change" : `are ${material.length - 1} more changes`} that matter${material.length === 2 ? "s" : ""}.`
      : "";
  const around = match.context.warnings.find((warning) => warning.material);
  const also = around ? ` What is around them matters too: ${sentence(around.message)}` : "";
  if (material.length === 0)
    return `The words differ from ${where} only slightly: ${sentence(first.message)}${also}`;
  return `${differs(first, match, submitted, where)}${more}`;
}

/** The commonest difference is told as an editor would tell it: what the source says, what the quote says. */
function differs(change: Change, match: Match, submitted: string, where: string): string {
  if (change.kind === "splice" || change.kind === "order" || change.kind === "bracket")
    return `In ${where} the words stand otherwise: ${sentence(change.message)}`;
  if (isRun(change)) return addsOrLeavesOut(change, where);
  const { start, exact } = match.quote;
  const source = { start: change.source.start - start, end: change.source.end - start };
  const pair = [phraseAround(exact, source, change), phraseAround(submitted, change.submitted, change)];
  if (pair[0] && pair[1]) return `The source says ${shown(pair[0])}; the quote says ${shown(pair[1])}.`;
  return addsOrLeavesOut(change, where);
}

/** Several words added or left out: beside the words around them they would read as put for those. */
function isRun({ submitted, source }: Change): boolean {
  const [a, b] = [submitted.text.trim(), source.text.trim()];
  return (a === "" || b === "") && /\s\S+\s/u.test(a + b);
}

function addsOrLeavesOut({ submitted, source }: Change, where: string): string {
  return submitted.text.trim() === ""
    ? `The quote leaves out ${shown(source.text)}, which stands in ${where}.`
    : `The quote adds ${shown(submitted.text)}, which does not stand in ${where}.`;
}

/** A change of a word or two with the words beside it, which make it readable: two after it, or one before where there are none. Empty when nothing would be left to show. */
function phraseAround(text: string, span: Span, change: Change): string {
  if (span.start < 0 || span.end > text.length) return "";
  const changed = text.slice(span.start, span.end);
  const short = change.source.text.length + change.submitted.text.length <= JUDGING.shortChangeChars;
  const lone = change.source.text === "" || change.submitted.text === "";
  if (!short) return lone ? "" : changed;
  const after =
    /^(?:[^\p{L}\p{N}.!?;]*[\p{L}\p{N}](?:[^\s.!?;,]|[.,](?=\d))*){1,3}/u.exec(text.slice(span.end))?.[0] ??
    "";
  const before =
    lone || after === ""
      ? (/(?:[^\s.!?;]|(?<=\d)\.(?=\d))+\s*$/u.exec(text.slice(0, span.start))?.[0] ?? "")
      : "";
  return `${before}${changed}${after}`.trim();
}

function accurate(match: Match): string {
  if (match.wording === "elided") return "The words stand, with what the ellipsis leaves out, in";
  if (match.wording === "bracketed") return "The words stand, apart from those in brackets, in";
  return "These words stand in";
}

function speakerPart(match: Match, claimed: string | null): string {
  const name = match.speaker?.name ?? null;
  switch (match.attribution) {
    case "confirmed":
      return `, said by ${name ?? claimed}`;
    case "secondhand":
      return `, where ${claimed} is quoting or is only reported`;
    case "unknown":
      if (name !== null) return `, said by ${name}; whether “${claimed}” means the same is not certain`;
      return `, which does not say that ${claimed} said them`;
    case "misattributed":
    case "not_claimed":
      return name === null ? "" : `, said by ${name}`;
  }
}

/** What was searched, for an answer that found nothing. */
export function notFoundSummary(corpus: CorpusSummary, narrowed: boolean): string {
  const searched = `${count(corpus.sources, "source")} with ${count(corpus.words, "word")}`;
  return narrowed
    ? `Not found in the part of this corpus that was searched (of ${searched}). It may have been said elsewhere.`
    : `Not found in this corpus of ${searched}. It may have been said elsewhere.`;
}

function count(number: number, noun: string): string {
  const digits = String(number).replace(/\B(?=(?:\d{3})+$)/gu, ",");
  return `${digits} ${noun}${number === 1 ? "" : "s"}`;
}
