import type { Change, Excerpt, Warning, WarningKind } from "../answer.ts";
import { shown } from "../comparing/messages.ts";
import { withoutInnerDots } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { words } from "../text/words.ts";
import { JUDGING } from "../tuning.ts";
import {
  ASKS,
  ASSERTED_BEFORE,
  CONDITION_BEFORE,
  CONDITION_WITHIN,
  CONTRAST_BEFORE,
  DENIAL_WITHIN,
  HEDGE_BEFORE,
  HYPOTHETICAL_BEFORE,
  LIMITER_BEFORE,
  NAMED_SAYS_BEFORE,
  NEGATED_BEFORE,
  NEGATION_AFTER,
  NEGATION_SCOPE_AFTER,
  NEGATION_WITHIN,
  NEXT_NEGATES,
  NEXT_QUALIFIES,
  QUALIFIER_AFTER,
  SECONDHAND_AFTER,
  SECONDHAND_BEFORE,
  SET_ASIDE_BEFORE,
  TAG_QUESTION,
} from "./cues-en.ts";
import { type Place, wordsAt } from "./place.ts";

function warning(kind: WarningKind, material: boolean, message: string, words: Excerpt): Warning {
  return { kind, material, message, ...words };
}

/**
 * What stands around the words and turns their meaning: the rest of their first and last
 * sentence, the sentence after, and what an ellipsis swallowed. `submitted` is the
 * quotation as sent, to see whether it keeps a question's mark. At most one warning for
 * what was cut before, and one for what was cut after: the gravest. `ellipses` are the changes
 * of that kind in the place's own source.
 */
export function contextWarnings(place: Place, submitted: string, ellipses: readonly Change[]): Warning[] {
  const first = place.sentences[0] ?? place.span;
  const last = place.sentences.at(-1) ?? place.span;
  const bounds = place.inner ?? (place.outer && place.outer.depth === 0 ? place.outer : null);
  const before = trimmed(place, { start: Math.max(first.start, bounds?.start ?? 0), end: place.span.start });
  const after = trimmed(place, { start: place.span.end, end: Math.min(last.end, bounds?.end ?? last.end) });
  const found = [
    isFalseStart(before.text, wordsAt(place, place.span)) ? null : cutBefore(before, place.outer !== null),
    cutAfter(place, after) ?? cutMidClause(before, after, submitted),
    questioned(place, submitted, last),
    followed(place, bounds),
    ...ellipses.flatMap((change) => omitted(place, change)),
  ];
  return found.filter((one) => one !== null);
}

/** True where what was cut is only said again: "We can't — we can't go on". */
function isFalseStart(before: string, quoted: string): boolean {
  const keys = words(before).map(({ key }) => key);
  const own = words(quoted).slice(0, keys.length);
  return keys.length > 0 && own.length === keys.length && own.every(({ key }, index) => key === keys[index]);
}

/** The text with sounds, whoever is addressed and the marks around them as spaces: "I don’t believe, uh, Mr. Reyle, that" is one clause. */
function withoutSounds(text: string): string {
  return text.replace(ASIDE, (aside) => " ".repeat(aside.length));
}
const ASIDE =
  /[\s,—–-]*\b(?:uh|um|er|erm|uhm)\b[\s,—–-]*|[\s,—–-]*(?:(?:Mr|Mrs|Ms|Dr)_|Senator|Governor|Secretary|President)\s\p{Lu}[\p{L}’'-]+[\s,—–-]+(?=that\b)/gu;

function trimmed(place: Place, span: Span): Excerpt {
  const end = Math.max(span.start, span.end);
  return { text: wordsAt(place, { start: span.start, end }), start: span.start, end };
}

/** The excerpt's words without the white space and the stray marks around them. */
function tidy({ text, start }: Excerpt): Excerpt {
  const lead = /^[\s,;:.”’"'»)\]—–-]*/u.exec(text)?.[0].length ?? 0;
  const words = text.slice(lead).replace(/[\s“‘«([]+$/u, "");
  return { text: words, start: start + lead, end: start + lead + words.length };
}

function from(excerpt: Excerpt, index: number, length = excerpt.text.length - index): Excerpt {
  return tidy({
    text: excerpt.text.slice(index, index + length),
    start: excerpt.start + index,
    end: excerpt.start + index + length,
  });
}

function cutBefore(before: Excerpt, isSpoken: boolean): Warning | null {
  if (!/[\p{L}\p{N}]/u.test(before.text)) return null;
  const text = withoutSounds(withoutInnerDots(before.text));
  const at = (pattern: RegExp): Excerpt | null => {
    const hit = pattern.exec(text);
    return hit && from(before, hit.index);
  };
  const secondhand = at(SECONDHAND_BEFORE) ?? (isSpoken ? at(NAMED_SAYS_BEFORE) : null);
  if (secondhand)
    return warning(
      "secondhand",
      true,
      `the speaker reports what others say: ${shown(secondhand.text)} was cut`,
      secondhand,
    );
  const isAsserted = ASSERTED_BEFORE.test(text) || SET_ASIDE_BEFORE.test(text);
  const negated = isAsserted ? null : at(NEGATED_BEFORE);
  if (negated)
    return warning(
      "negated",
      true,
      `the words stand under a negation outside the quotation: ${shown(negated.text)}`,
      negated,
    );
  const hypothetical = at(HYPOTHETICAL_BEFORE);
  if (hypothetical)
    return warning(
      "hypothetical",
      true,
      `the words are supposed, not stated: ${shown(hypothetical.text)} was cut`,
      hypothetical,
    );
  const condition = at(CONDITION_BEFORE);
  if (condition)
    return warning(
      "qualifier",
      true,
      `the sentence sets a condition first: ${shown(condition.text)}`,
      condition,
    );
  const limiter = at(LIMITER_BEFORE);
  if (limiter)
    return warning("clipped_start", true, `${shown(limiter.text)} before the quotation limits it`, limiter);
  const contrast = at(CONTRAST_BEFORE);
  if (contrast)
    return warning(
      "qualifier",
      false,
      `the sentence first says something else: ${shown(contrast.text)}`,
      contrast,
    );
  const hedge = at(HEDGE_BEFORE);
  return hedge && warning("qualifier", false, `the speaker was more careful: ${shown(hedge.text)}`, hedge);
}

function cutAfter(place: Place, after: Excerpt): Warning | null {
  if (!/[\p{L}\p{N}]/u.test(after.text)) return null;
  const rest = tidy(after);
  if (NEGATION_AFTER.test(after.text))
    return warning("clipped_end", true, `the sentence goes on with its negation: ${shown(rest.text)}`, rest);
  const spoken = place.outer !== null || place.inner !== null;
  if (SECONDHAND_AFTER.test(after.text) && !spoken)
    return warning("clipped_end", false, `the source says whose account this is: ${shown(rest.text)}`, rest);
  if (SECONDHAND_AFTER.test(after.text))
    return warning("secondhand", true, `the speaker reports what others say: ${shown(rest.text)}`, rest);
  const qualifier = QUALIFIER_AFTER.exec(withoutInnerDots(after.text));
  if (qualifier) return warning("qualifier", true, `the sentence goes on: ${shown(rest.text)}`, rest);
  const quoted = wordsAt(place, {
    start: Math.max(place.span.start, place.sentences.at(-1)?.start ?? 0),
    end: place.span.end,
  });
  const lastClause = quoted.split(/[,;:—–]/u).at(-1) ?? quoted;
  if (NEGATION_WITHIN.test(lastClause) && NEGATION_SCOPE_AFTER.test(after.text)) {
    return warning(
      "clipped_end",
      true,
      `the negation reaches on into what was cut: ${shown(rest.text)}`,
      rest,
    );
  }
  return null;
}

/** A quotation that is printed as a whole sentence, where the source's clause goes on without a mark: "Now is the winter of our discontent." */
function cutMidClause(before: Excerpt, after: Excerpt, submitted: string): Warning | null {
  const whole = /^["“‘«]?\p{Lu}/u.test(submitted.trim()) && /\.["”’»]?$/u.test(submitted.trim());
  if (!whole || /[\p{L}\p{N}]/u.test(before.text) || !/^\s+[\p{L}\p{N}]/u.test(after.text)) return null;
  const rest = tidy(after);
  return warning("clipped_end", false, `the sentence goes on: ${shown(rest.text)}`, rest);
}

/** A question that the quotation makes a statement. */
function questioned(place: Place, submitted: string, last: Span): Warning | null {
  const sentence = wordsAt(place, last);
  if (!/\?["”’)\]]*$/u.test(sentence) || /\?["”’)\]]*\s*$/u.test(submitted)) return null;
  const quoted = wordsAt(place, { start: Math.max(place.span.start, last.start), end: place.span.end });
  if (ASKS.test(quoted.trim()) || TAG_QUESTION.test(sentence)) return null;
  const words = { text: sentence, start: last.start, end: last.end };
  return warning("question", true, `the source asks this: ${shown(sentence)}`, words);
}

function followed(place: Place, bounds: Span | null): Warning | null {
  if (!place.next || (bounds && place.next.start >= bounds.end)) return null;
  const last = place.sentences.at(-1) ?? place.span;
  if (
    /[\p{L}\p{N}]/u.test(wordsAt(place, { start: place.span.end, end: last.end })) &&
    place.inner === null &&
    place.outer === null
  )
    return null;
  const words = { text: wordsAt(place, place.next), ...place.next };
  // Behind a denial, "that’s not true" is of what was denied.
  const isDenial = NEGATION_WITHIN.test(wordsAt(place, last));
  if (NEXT_NEGATES.test(words.text))
    return warning("negated", !isDenial, `the next sentence takes it back: ${shown(words.text)}`, words);
  if (NEXT_QUALIFIES.test(words.text))
    return warning("qualifier", false, `the next sentence limits it: ${shown(words.text)}`, words);
  return null;
}

/**
 * What a marked ellipsis left out. A negation or a condition there is material where it
 * belongs to a sentence of which words were kept; in a sentence left out whole it is only
 * shown, because a rule on it would give false alarms (it may govern something else).
 */
function omitted(place: Place, change: Change): Warning[] {
  const { source } = change;
  const found: Warning[] = [];
  const attached = attachedParts(place, source);
  const words = source.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (DENIAL_WITHIN.test(source.text)) {
    found.push(
      warning(
        "omission_negation",
        DENIAL_WITHIN.test(attached),
        `the ellipsis leaves out a negation: ${shown(source.text)}`,
        source,
      ),
    );
  } else if (CONDITION_WITHIN.test(source.text)) {
    found.push(
      warning(
        "qualifier",
        CONDITION_WITHIN.test(attached),
        `the ellipsis leaves out a condition or a contrast: ${shown(source.text)}`,
        source,
      ),
    );
  }
  const reach = beyondKept(place, source);
  if (found.length === 0 && reach) found.push(reach);
  if (words > JUDGING.longOmissionWords) {
    found.push(warning("omission_long", false, `the ellipsis leaves out ${words} words`, source));
  }
  return found;
}

/**
 * A negation that was kept and reaches on into what the ellipsis leaves out, or halves of two
 * sentences that it makes into one: the words are the source's, the sentence is not.
 */
function beyondKept(place: Place, source: Excerpt): Warning | null {
  const before = wordsAt(place, {
    start: Math.max(place.textStart, source.start - JUDGING.keptClauseChars),
    end: source.start,
  });
  const clause =
    withoutInnerDots(before)
      .split(/[,;:.!?—–]/u)
      .at(-1) ?? "";
  if (NEGATION_WITHIN.test(clause) && NEGATION_SCOPE_AFTER.test(source.text))
    return warning(
      "clipped_end",
      true,
      `the negation reaches on into what the ellipsis leaves out: ${shown(source.text)}`,
      source,
    );
  const crosses = /[.!?]["”’)]*\s+\S/u.test(withoutInnerDots(source.text));
  const midBefore = /[\p{L}\p{N}]\s*$/u.test(before);
  const next =
    source.end +
    (/^[\s"“‘]*/u.exec(wordsAt(place, { start: source.end, end: source.end + 8 }))?.[0].length ?? 0);
  const midAfter = !place.sentences.some(({ start }) => start >= source.end && start <= next);
  return crosses && midBefore && midAfter
    ? warning("clipped_end", true, "the ellipsis makes one sentence of parts of two", source)
    : null;
}
/** The parts of an omission that share a sentence with words that were kept. */
function attachedParts(place: Place, source: Excerpt): string {
  const ends = [...source.text.matchAll(/[.!?…]+["”’)]*(?:\s+|$)/gu)];
  const keptBefore = wordsAt(place, { start: source.start - 3, end: source.start });
  const startsFresh = /[.!?…]["”’)]*\s+$/u.test(keptBefore);
  const first = ends[0];
  const last = ends.at(-1);
  if (!first || !last) return source.text;
  const head = startsFresh ? "" : source.text.slice(0, first.index);
  const tail = source.text.slice(last.index + last[0].length);
  return `${head} ${tail}`;
}
