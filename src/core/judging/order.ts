import type { Match, Warning } from "../answer.ts";
import { shown } from "../comparing/messages.ts";
import type { Question, Within } from "../question.ts";
import { compareNames } from "../reading/names.ts";
import { words } from "../text/words.ts";
import { JUDGING } from "../tuning.ts";

/**
 * The matches in the order in which an editor should see them. What the named speaker said
 * is never hidden by a better match elsewhere; a transcript, speech or statement comes
 * before an article that quotes it; then likeness; then the words around the quotation.
 */
export function inOrder(matches: readonly Match[], question: Question): Match[] {
  const ranked = matches.map((match) => ({ match, rank: ranks(match, matches, question) }));
  ranked.sort((a, b) => {
    for (let index = 0; index < a.rank.length; index++) {
      const difference = (b.rank[index] as number) - (a.rank[index] as number);
      if (difference !== 0) return difference;
    }
    return a.match.source.id < b.match.source.id
      ? -1
      : a.match.source.id > b.match.source.id
        ? 1
        : a.match.quote.start - b.match.quote.start;
  });
  return ranked.map(({ match }) => match);
}

function ranks(match: Match, all: readonly Match[], question: Question): number[] {
  const best = Math.max(...all.map((each) => each.score));
  const reported = isOutranked(match, all);
  const named = !reported && match.attribution === "confirmed" && match.score >= JUDGING.namedSpeakerScoreMin;
  return [
    named ? 1 : 0,
    reported ? 0 : 1,
    match.score >= best - JUDGING.tieScore ? 1 : 0,
    around(match, question),
    match.context.warnings.some((warning) => warning.kind === "secondhand") ? 0 : 1,
    isRecord(match) ? 1 : 0,
    match.score,
    match.source.supersededBy === null ? 1 : 0,
  ];
}

/** A transcript, a speech or a statement holds what was said; an article says what its author heard. */
function isRecord(match: Match): boolean {
  return match.source.kind !== "article";
}

/** True for an article's quotation of somebody whose own words are on record, nearly the same: the record decides. */
function isOutranked(match: Match, all: readonly Match[]): boolean {
  const { speaker } = match;
  if (isRecord(match) || !speaker) return false;
  return all.some(
    (other) =>
      isRecord(other) &&
      other.speaker !== null &&
      other.score >= Math.max(JUDGING.recordScoreMin, match.score - JUDGING.recordScoreGap) &&
      compareNames(speaker.name, other.speaker, []) === "same",
  );
}

/** Share, 0..1, of the words given around the quotation that stand around the match too. */
function around(match: Match, question: Question): number {
  const shares: number[] = [];
  if (question.prefix)
    shares.push(
      runShare(
        keysOf(question.prefix).reverse(),
        keysOf(
          match.context.before + match.context.passage.slice(0, Math.max(0, startInPassage(match))),
        ).reverse(),
      ),
    );
  if (question.suffix)
    shares.push(
      runShare(
        keysOf(question.suffix),
        keysOf(
          match.context.passage.slice(startInPassage(match) + match.quote.exact.length) + match.context.after,
        ),
      ),
    );
  return shares.length === 0
    ? 0
    : Math.round((shares.reduce((a, b) => a + b, 0) / shares.length) * 100) / 100;
}

function startInPassage(match: Match): number {
  return Math.max(0, match.context.passage.indexOf(match.quote.exact));
}

function keysOf(text: string): string[] {
  return words(text).map((word) => word.key);
}

function runShare(given: readonly string[], there: readonly string[]): number {
  const asked = given.slice(0, 12);
  if (asked.length === 0) return 0;
  return (
    asked.filter((key, index) => there.slice(Math.max(0, index - 2), index + 3).includes(key)).length /
    asked.length
  );
}

/** The matches that the speaker to whom the search is narrowed says; all where it is narrowed to none. */
export function bySpeaker(matches: readonly Match[], within: Within | null): Match[] {
  const name = within?.speaker ?? null;
  if (name === null) return [...matches];
  return matches.filter(
    (match) => match.speaker !== null && compareNames(name, match.speaker, []) === "same",
  );
}

/** Marks matches that stand equally well in several places; a record that names another speaker makes it matter. */
export function markRepeated(matches: readonly Match[]): Match[] {
  const first = matches[0];
  if (!first) return [];
  const equal = matches.filter(
    (match) => match.wording === first.wording && match.score >= first.score - JUDGING.tieScore,
  );
  if (equal.length < 2) return [...matches];
  return matches.map((match) => {
    if (!equal.includes(match)) return match;
    const others = equal.filter((other) => other !== match);
    return {
      ...match,
      context: { ...match.context, warnings: [...match.context.warnings, repeated(match, others)] },
    };
  });
}

function repeated(match: Match, others: readonly Match[]): Warning {
  const against = others.find(
    (other) =>
      isRecord(other) &&
      !isRecord(match) &&
      other.speaker &&
      match.speaker &&
      compareNames(match.speaker.name, other.speaker, []) === "different",
  );
  const places = others
    .map((other) => `“${other.source.title}”${other.speaker ? ` (${other.speaker.name})` : ""}`)
    .join(", ");
  const message = against
    ? `${shown(against.source.title)} gives these words to ${against.speaker?.name}`
    : `the same words stand in ${others.length === 1 ? "another place" : `${others.length} other places`} too: ${places}`;
  const { exact, start, end } = match.quote;
  return { kind: "repeated", material: against !== undefined, message, text: exact, start, end };
}

/** A corrected source whose correction still has the words says the same as before. */
export function settleSuperseded(matches: readonly Match[]): Match[] {
  return matches.map((match) => {
    const kept = matches.some(
      (other) =>
        other.source.id === match.source.supersededBy &&
        other.score >= match.score - JUDGING.tieScore &&
        other.speaker?.name === match.speaker?.name,
    );
    if (!kept) return match;
    const warnings = match.context.warnings.map((each) =>
      each.kind === "superseded" ? { ...each, material: false } : each,
    );
    return { ...match, context: { ...match.context, warnings } };
  });
}
