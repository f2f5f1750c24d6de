import { sentences } from "../../../src/core/text/sentences.ts";
import type { Span } from "../../../src/core/text/span.ts";
import type { Hit } from "./engine.ts";
import { prepared } from "./folded.ts";

/**
 * Words after which a passage ends with its sentence. Ranking engines weigh words within a
 * document, so that a passage of the length of a quotation or two favours them: whole speeches
 * as documents would say only which speech. Passages end with sentences because the questions
 * are sentences, do not overlap because that doubles the index for nothing, and take in more
 * than one sentence because a printed quotation often has two.
 */
const PASSAGE_WORDS = 40;

/** Pieces of a corpus by number, which engines that search documents take for documents. */
export class Pieces {
  readonly texts: string[] = [];
  readonly #hits: Hit[] = [];

  add(source: number, text: string, { start, end }: Span): void {
    const folded = prepared(text.slice(start, end));
    if (folded === "") return;
    this.texts.push(folded);
    this.#hits.push({ source, start, end });
  }

  /** Where a piece stands. */
  hit(piece: number): Hit {
    return this.#hits[piece] as Hit;
  }
}

/** Every sentence of a corpus, for engines that compare a pattern with a whole text. */
export function sentencePieces(sources: readonly { text: string }[]): Pieces {
  const pieces = new Pieces();
  sources.forEach(({ text }, source) => {
    for (const span of sentences(text)) pieces.add(source, text, span);
  });
  return pieces;
}

/** Runs of whole sentences of about `PASSAGE_WORDS`, for engines that rank by shared words. */
export function passagePieces(sources: readonly { text: string }[]): Pieces {
  const pieces = new Pieces();
  sources.forEach(({ text }, source) => {
    for (const span of passageSpans(text)) pieces.add(source, text, span);
  });
  return pieces;
}

/** Spans of whole sentences, each as short as it can be with `PASSAGE_WORDS`; the last takes what is left. */
export function passageSpans(text: string): Span[] {
  const found: Span[] = [];
  let from = -1;
  let count = 0;
  for (const { start, end } of sentences(text)) {
    if (from < 0) from = start;
    count += text.slice(start, end).match(/\S+/gu)?.length ?? 0;
    if (count < PASSAGE_WORDS) continue;
    found.push({ start: from, end });
    from = -1;
    count = 0;
  }
  return from < 0 ? found : [...found, { start: from, end: text.length }];
}
