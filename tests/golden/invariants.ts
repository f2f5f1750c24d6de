import {
  type Answer,
  ATTRIBUTIONS,
  CHANGE_KINDS,
  type Change,
  CLAIM_VERDICTS,
  type Excerpt,
  type Match,
  QUOTE_VERDICTS,
  SEVERITIES,
  SOURCE_KINDS,
  SPEAKER_KINDS,
  VIAS,
  WARNING_KINDS,
  WORDINGS,
} from "../../src/core/answer.ts";
import { check } from "../../src/core/check.ts";
import type { Library } from "../../src/core/finding/library.ts";
import type { Question } from "../../src/core/question.ts";

/** A question with nothing but its text; everything else as the edges fill it in. */
export function question(text: string, fields: Partial<Question> = {}): Question {
  return {
    form: "quote",
    text,
    speaker: null,
    within: null,
    prefix: null,
    suffix: null,
    limit: 3,
    ...fields,
  };
}

const ALWAYS_MATERIAL: readonly string[] = CHANGE_KINDS.slice(0, CHANGE_KINDS.indexOf("word"));

/**
 * What every answer must hold, whatever was asked, as a list of what is broken: each offset
 * leads back to its words, each kind stands in its closed list, and asking again gives the
 * same bytes.
 */
export function brokenInvariants(asked: Question, answer: Answer, library: Library): string[] {
  const verdicts: readonly string[] = asked.form === "quote" ? QUOTE_VERDICTS : CLAIM_VERDICTS;
  return [
    ...unless(verdicts.includes(answer.verdict), `"${answer.verdict}" is no verdict on a ${asked.form}`),
    ...listed("severity", answer.severity, SEVERITIES),
    ...unless(answer.summary.trim() !== "", "the summary is empty"),
    ...unless(!/undefined|\[object|NaN/u.test(answer.summary), `the summary shows a hole: ${answer.summary}`),
    ...matchesFit(answer),
    ...unless(answer.matches.length <= asked.limit, "more matches than asked for"),
    ...answer.matches.flatMap((match, index) =>
      brokenMatch(asked, match, library).map((problem) => `match ${index}: ${problem}`),
    ),
    ...unless(
      JSON.stringify(check(asked, library)) === JSON.stringify(answer),
      "asking again gives another answer",
    ),
  ];
}

/** Where the words stand nowhere, only passages that are nearest to them may be shown. */
function matchesFit({ verdict, matches }: Answer): string[] {
  const found = verdict !== "not_found" && verdict !== "cannot_check";
  if (found) return unless(matches.length > 0, `"${verdict}" without a match`);
  return unless(
    matches.every((match) => match.wording === "paraphrase"),
    `"${verdict}" with a match of the words`,
  );
}

function brokenMatch(asked: Question, match: Match, library: Library): string[] {
  const index = library.sources.findIndex((source) => source.id === match.source.id);
  if (index < 0) return [`there is no source "${match.source.id}"`];
  const text = library.textOf(index);
  const { start, end, exact, prefix, suffix } = match.quote;
  const { before, passage, after, warnings } = match.context;
  return [
    ...slicesBack("quote", text, { text: exact, start, end }),
    ...unless(exact !== "", "the quote is empty"),
    ...slicesBack("prefix", text, { text: prefix, start: start - prefix.length, end: start }),
    ...slicesBack("suffix", text, { text: suffix, start: end, end: end + suffix.length }),
    ...unless(passage.includes(exact), "the passage does not hold the quote"),
    ...unless(text.includes(before + passage + after), "before, passage and after do not adjoin"),
    ...listed("wording", match.wording, WORDINGS),
    ...listed("attribution", match.attribution, ATTRIBUTIONS),
    ...unless(
      asked.speaker !== null || match.attribution === "not_claimed",
      "an attribution that nobody claimed",
    ),
    ...unless(match.score >= 0 && match.score <= 1, `the score is ${match.score}`),
    ...brokenChanges(asked, match, text, library),
    ...warnings.flatMap((warning) => [
      ...listed("warning", warning.kind, WARNING_KINDS),
      ...slicesBack(`warning ${warning.kind}`, text, warning),
      ...unless(warning.message.trim() !== "", `the warning ${warning.kind} has no message`),
    ]),
    ...brokenSpeaker(match, text),
    ...listed("source kind", match.source.kind, SOURCE_KINDS),
    ...brokenSelectors(match, text),
  ];
}

/** Where pieces come from several sources, a change's source words may stand in any of them. */
function brokenChanges(asked: Question, match: Match, text: string, library: Library): string[] {
  const acrossSources = match.changes.some(
    (change) => change.kind === "splice" && change.source.text === "" && change.source.start > 0,
  );
  const texts = acrossSources ? library.sources.map((_, index) => library.textOf(index)) : [text];
  const broken = (change: Change): string[] => [
    ...listed("change", change.kind, CHANGE_KINDS),
    ...unless(
      change.material || !ALWAYS_MATERIAL.includes(change.kind),
      `a ${change.kind} that is not material`,
    ),
    ...unless(change.message.trim() !== "", `the change ${change.kind} has no message`),
    ...slicesBack(`${change.kind}, submitted`, asked.text, change.submitted),
    ...unless(
      texts.some((each) => slicesBack("", each, change.source).length === 0),
      `${change.kind}, source: ${told(change.source)} does not slice back`,
    ),
  ];
  const starts = match.changes.map((change) => change.submitted.start);
  return [
    ...match.changes.flatMap(broken),
    ...unless(
      starts.every((start, index) => index === 0 || start >= (starts[index - 1] ?? 0)),
      "the changes are not in the quotation's order",
    ),
  ];
}

function brokenSpeaker({ speaker }: Match, text: string): string[] {
  if (!speaker) return [];
  return [
    ...unless(speaker.name.trim() !== "", "the speaker has no name"),
    ...listed("speaker kind", speaker.kind, SPEAKER_KINDS),
    ...listed("via", speaker.via, VIAS),
    ...unless(
      speaker.confidence >= 0 && speaker.confidence <= 1,
      `the speaker's confidence is ${speaker.confidence}`,
    ),
    ...unless(
      (speaker.evidence === null) === (speaker.via === "metadata"),
      `${speaker.via} ${speaker.evidence ? "with" : "without"} evidence`,
    ),
    ...(speaker.evidence ? slicesBack("evidence", text, speaker.evidence) : []),
  ];
}

/** The W3C's positions count code points, ours UTF-16 units: both must lead to the same words. */
function brokenSelectors({ selectors, quote, link, source }: Match, text: string): string[] {
  const [words, position] = selectors;
  if (words?.type !== "TextQuoteSelector" || position?.type !== "TextPositionSelector")
    return ["the selectors are not a quote's and a position's"];
  const found = [...text].slice(position.start, position.end).join("");
  return [
    ...unless(
      words.exact === quote.exact && words.prefix === quote.prefix && words.suffix === quote.suffix,
      "TextQuoteSelector differs from the quote",
    ),
    ...unless(
      found === quote.exact,
      `TextPositionSelector leads to “${found}”, the quote is “${quote.exact}”`,
    ),
    ...unless(
      source.url === null ? link === null : link?.startsWith(source.url) === true,
      `the link is ${link} for ${source.url}`,
    ),
  ];
}

function slicesBack(what: string, text: string, excerpt: Excerpt): string[] {
  const { start, end } = excerpt;
  const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end;
  if (!inside || end > text.length) return [`${what}: [${start}, ${end}) lies outside the text`];
  const there = text.slice(start, end);
  return unless(there === excerpt.text, `${what}: ${told(excerpt)} but “${there}” stands there`);
}

function told({ text, start, end }: Excerpt): string {
  return `“${text}” at [${start}, ${end})`;
}

function listed(what: string, value: string, list: readonly string[]): string[] {
  return unless(list.includes(value), `${what} "${value}" is in no closed list`);
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}
