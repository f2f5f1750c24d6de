import type { Lexicon } from "../text/lexicon.ts";
import { markedQuotations } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";
import { trailingTags } from "../text/tags.ts";
import { words } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import { type Unit, units } from "./units.ts";

/** A mark by which a quotation says that words were left out, where it stands in the submitted text. */
export interface EllipsisMark extends Span {
  /** Number of units before it. */
  before: number;
}

/** Words that a quotation puts in brackets: its author's, not the speaker's. */
export interface BracketMark extends Span {
  number: number;
  text: string;
}

/** A submitted quotation, read: its units without the author's marks, and the marks. */
export interface ReadQuotation {
  text: string;
  units: Unit[];
  /** Keys of its words, in order, without those in brackets: what to search by. */
  keys: string[];
  ellipses: EllipsisMark[];
  brackets: BracketMark[];
  /** "[sic]", "[emphasis added]": an editor's note that stands for no words. */
  notes: Span[];
  /** Reporting phrases sent along with the quotation, outside its marks (“…,” she said, “…”), and tags put behind it. */
  tags: Span[];
}

/** "…", "...", ". . .", each bare or in brackets. */
const ELLIPSIS = /[[(]\s*(?:…|\.\s?\.\s?\.(?:\s?\.)*)\s*[\])]|…(?:\s*\.)?|\.\s?\.\s?\.(?:\s?\.)*|⋯|・・・/gu;
const BRACKET = /\[([^[\]]{0,300})\]/gu;
const SIC =
  /\[\s*(?:sic|(?:my |our )?(?:emphasis|italics)(?: (?:added|mine|ours))?|laughter|laughs|laughing|applause|pause|pauses|inaudible|crosstalk|unintelligible)\s*[.!]?\s*\]/giu;
/** Stands in for a bracket inside a word ("[T]he"), so that the word stays one and offsets hold. */
const JOINER = "\u2060";

/** Reads a submitted quotation. Offsets point into the text exactly as it was sent. */
export function readQuotation(text: string, lexicon: Lexicon): ReadQuotation {
  const ellipses = [...text.matchAll(ELLIPSIS)].map((hit) => ({
    start: hit.index,
    end: hit.index + hit[0].length,
  }));
  const notes = [...text.matchAll(SIC)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
  const trailing = trailingTags(text);
  const tags = [...reportingTags(text), ...creditLines(text), ...(trailing ? [trailing] : [])];
  const blanked = blank(text, [...ellipses, ...notes, ...tags]);
  const joined = blanked
    .replace(/\[(\p{L}{1,3})\](?=\p{L})/gu, `${JOINER}$1${JOINER}`)
    .replace(/(?<=\p{L})\[(\p{L}{1,3})\]/gu, `${JOINER}$1${JOINER}`);
  const brackets = [...joined.matchAll(BRACKET)]
    .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, text: hit[1] ?? "" }))
    .filter((bracket) => /[\p{L}\p{N}]/u.test(bracket.text))
    .map((bracket, number) => ({ ...bracket, number }));
  const list = words(joined);
  const bracketOf = (word: number): number => {
    const at = list[word]?.start ?? -1;
    return brackets.findIndex((bracket) => bracket.start <= at && at < bracket.end);
  };
  const read = units(joined, lexicon, list, bracketOf).map((unit) =>
    unit.bracket < 0 ? unit : { ...unit, weight: ALIGNING.bracketedWeight },
  );
  return {
    text,
    units: read,
    keys: list.flatMap((word, index) => (bracketOf(index) < 0 ? word.key : [])),
    ellipses: ellipses.map((mark) => ({
      ...mark,
      before: read.filter((unit) => unit.end <= mark.start).length,
    })),
    brackets,
    notes,
    tags,
  };
}

const REPORTING =
  /\b(?:said|says|say|told|tells|added|adds|wrote|writes|reads?|stated|states|tweeted|asked|asks|according to|replied|continued|noted|insisted|warned|explained|argued|claimed)\b/iu;

/**
 * What stands outside the marks of a quotation that was pasted with who said it: no words of
 * the speaker's. Only short stretches that report, beside more words inside the marks; a
 * sentence with a phrase in marks is no such thing.
 */
function reportingTags(text: string): Span[] {
  const marked = markedQuotations(text).filter((quotation) => quotation.depth === 0 && quotation.closed);
  const edges = [0, ...marked.flatMap((quotation) => [quotation.start, quotation.end]), text.length];
  const outside: Span[] = [];
  for (let index = 0; index < edges.length - 1; index += 2) {
    outside.push({ start: edges[index] as number, end: edges[index + 1] as number });
  }
  const count = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + words(text.slice(start, end)).length, 0);
  if (marked.length === 0 || count(outside) * 2 > count(marked)) return [];
  const tags = outside.filter((span) => count([span]) > 0);
  const report = tags.every((span) => {
    const printed = text.slice(span.start, span.end);
    return count([span]) <= ALIGNING.tagWordsMax && REPORTING.test(printed) && !/["“”«»]/u.test(printed);
  });
  return report ? tags : [];
}

/** "TANSLEY:" before a quotation, and "— Ingrid Solheim, harbour master" behind its closing mark: whose it is, and no words of it. */
function creditLines(text: string): Span[] {
  return CREDITS.flatMap((pattern) => {
    const hit = pattern.exec(text);
    return hit && hit[0].length < text.length ? [{ start: hit.index, end: hit.index + hit[0].length }] : [];
  });
}
const CREDITS = [
  /^\s*\p{Lu}[\p{Lu}.'’-]+(?:\s[\p{Lu}.'’-]+){0,5}:(?=\s)/u,
  /(?<=["”»])\s*[—–-]\s*\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){0,4}(?:,\s[^.,“"]{1,60})?\s*$/u,
];

/** Spaces for characters, one for one. */
function blank(text: string, spans: readonly Span[]): string {
  let blanked = "";
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    blanked += text.slice(at, start) + " ".repeat(Math.max(0, end - Math.max(at, start)));
    at = Math.max(at, end);
  }
  return blanked + text.slice(at);
}
