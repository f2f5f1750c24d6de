import type { Match, Warning } from "../answer.ts";
import type { Arrangement } from "../comparing/arrange.ts";
import type { Block } from "../comparing/blocks.ts";
import { readChanges } from "../comparing/changes.ts";
import { hasCopiedTag } from "../comparing/joints.ts";
import type { ReadQuotation } from "../comparing/quotation.ts";
import type { Library } from "../finding/library.ts";
import type { Question } from "../question.ts";
import type { Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { JUDGING } from "../tuning.ts";
import { type Attributed, attribute } from "./attribution.ts";
import { contextWarnings } from "./context.ts";
import { contextOf, fromWord, type Place, readPlace, wordsAt } from "./place.ts";
import { timeAt } from "./said-at.ts";
import { selectorsOf, textFragment } from "./selectors.ts";
import { wordingOf } from "./wording.ts";

/** Everything an answer says of one place where a quotation stands. */
export function judge(
  question: Question,
  quotation: ReadQuotation,
  arrangement: Arrangement,
  library: Library,
  shelf: Shelf,
): Match {
  const main = arrangement.blocks.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0] as Block;
  const place = readPlace(library, main.source, quotedSpan(arrangement.blocks, main));
  const changes = readChanges(quotation, arrangement, shelf);
  const attributed = attributeAll(question, arrangement, place, library);
  // Between pieces of another source an ellipsis has offsets into that one.
  const ellipses = changes.filter(
    ({ kind, source }) => kind === "ellipsis" && shelf.text(main.source, source) === source.text,
  );
  const warnings = contextWarnings(place, question.text, ellipses);
  return assemble(place, library, {
    wording: wordingOf(changes),
    attribution: attributed.outcome,
    score: rounded(arrangement.score),
    changes,
    speaker: attributed.speaker,
    warnings: [
      ...warnings,
      ...secondhand(attributed, question, place, hasCopiedTag(quotation, arrangement, shelf)),
      ...superseded(library, place),
    ],
  });
}

/** Three digits: more would promise what the measure does not hold. */
export function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function quotedSpan(blocks: readonly Block[], main: Block): Span {
  const inOrder = blocks.every(
    (block, index) => index === 0 || (blocks[index - 1] as Block).end <= block.start,
  );
  const start = Math.min(...blocks.map((block) => block.start));
  const end = Math.max(...blocks.map((block) => block.end));
  const oneSource = blocks.every((block) => block.source === main.source);
  return oneSource && inOrder && end - start <= JUDGING.joinedCharsMax
    ? { start, end }
    : { start: main.start, end: main.end };
}

/**
 * Who says the words. Where pieces of two speakers are joined, the longest piece is named, and
 * a claim that fits one and not the other is neither confirmed nor contradicted.
 */
function attributeAll(
  question: Question,
  arrangement: Arrangement,
  place: Place,
  library: Library,
): Attributed {
  if (arrangement.blocks.length < 2) return attribute(question.speaker, place, library);
  const pieces = arrangement.blocks
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .map((block) => attribute(question.speaker, readPlace(library, block.source, block), library));
  const main = pieces[0] as Attributed;
  return pieces.every((piece) => piece.outcome === main.outcome) ? main : { ...main, outcome: "unknown" };
}

/** `isTold`: the quotation itself says who is quoted, in the source's words. */
function secondhand(attributed: Attributed, question: Question, place: Place, isTold: boolean): Warning[] {
  const reported = attributed.outcome === "secondhand" && !attributed.quoted;
  const named = place.inner?.speaker !== null && attributed.outcome !== "secondhand";
  if ((!attributed.quoted || named) && !reported) return [];
  const outer = place.outer?.speaker?.name ?? "the speaker";
  const words = { text: wordsAt(place, place.span), ...place.span };
  const message = reported
    ? `these are the article’s words about what ${attributed.speaker?.name ?? "the speaker"} said, not a quotation`
    : `${outer} is quoting ${attributed.speaker && place.inner?.speaker ? attributed.speaker.name : "someone else"} here`;
  return [
    {
      kind: "secondhand",
      material: question.speaker !== null && !isTold && attributed.outcome === "secondhand",
      message,
      ...words,
    },
  ];
}

function superseded(library: Library, place: Place): Warning[] {
  const newer = library.sources[place.source]?.supersededBy;
  if (!newer) return [];
  const words = { text: wordsAt(place, place.span), ...place.span };
  return [
    { kind: "superseded", material: true, message: `this source has been corrected by “${newer}”`, ...words },
  ];
}

type Findings = Pick<Match, "wording" | "attribution" | "score" | "changes" | "speaker"> & {
  warnings: Warning[];
};

/** Puts a match together: the source's words, what stands around them, and how to find them again. */
export function assemble(place: Place, library: Library, findings: Findings): Match {
  const source = library.sources[place.source];
  if (!source) throw new RangeError(`no source ${place.source}`);
  const { id, title, kind, publisher, date, url, speaker, revision, supersededBy } = source;
  const exact = wordsAt(place, place.span);
  const prefix = fromWord(
    wordsAt(place, {
      start: Math.max(place.textStart, place.span.start - JUDGING.affixChars),
      end: place.span.start,
    }),
  );
  const suffix = wordsAt(place, {
    start: place.span.end,
    end: place.span.end + JUDGING.affixChars,
  }).toWellFormed();
  const { before, passage, after } = contextOf(place);
  return {
    wording: findings.wording,
    attribution: findings.attribution,
    score: findings.score,
    quote: { exact, prefix, suffix, ...place.span },
    changes: findings.changes,
    speaker: findings.speaker,
    time: timeAt(library, place.source, place.span.start),
    context: { before, passage, after, warnings: findings.warnings },
    source: { id, title, kind, publisher, date, url, speaker, revision, supersededBy },
    link: textFragment(url, exact, prefix, suffix),
    selectors: selectorsOf(library.codePointSpan(place.source, place.span), exact, prefix, suffix),
  };
}
