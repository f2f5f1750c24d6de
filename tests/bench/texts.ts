import { join } from "node:path";
import { readSources } from "../../src/cli/read-sources.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { random } from "../eval/scoring/statistics.ts";
import { Chain } from "./chain.ts";
import { demandFolders } from "./script.ts";
import { inventedText, inventedVocabulary } from "./zipf.ts";

/** Words of a source, about. */
const SOURCE_WORDS = 1000;
/** Sources that are made and not put in: quotes of them are absent. */
const HELD_OUT = 100;
/** Words from which a chain learns what follows what. */
const CHAIN_WORDS = 500_000;

/** Sources of about 1,000 words, and some of the same kind that are to be put nowhere. */
export interface Texts {
  sources: SourceInput[];
  heldOut: SourceInput[];
  /** How many of the sources are cut from real text; the others were made up. */
  real: number;
}

/** So many sources without any data: an invented vocabulary, drawn as often as words of a language are. */
export function inventedTexts(count: number, seed: number, heldOut = HELD_OUT): Texts {
  const next = random(seed);
  const vocabulary = inventedVocabulary(next);
  const made = Array.from({ length: count + heldOut }, (_, index) =>
    invented(index, inventedText(vocabulary, SOURCE_WORDS, next)),
  );
  return { sources: made.slice(heldOut), heldOut: made.slice(0, heldOut), real: 0 };
}

/**
 * So many sources cut from those below `data`/sources, in an order by seed. Where these do not
 * suffice, the others are made by a chain that learnt from them which word follows which.
 */
export async function cutTexts(data: string, count: number, seed: number): Promise<Texts> {
  const folder = join(data, "sources");
  demandFolders(data, folder);
  const next = random(seed);
  const pieces = shuffled((await readSources(folder)).flatMap(cut), next);
  const heldOut = pieces.slice(0, HELD_OUT);
  const real = pieces.slice(HELD_OUT, HELD_OUT + count);
  if (real.length === count) return { sources: real, heldOut, real: count };
  const chain = chainOf(pieces);
  const made = Array.from({ length: count - real.length }, (_, index) =>
    invented(index, chain.text(SOURCE_WORDS, next)),
  );
  return { sources: [...real, ...made], heldOut, real: real.length };
}

/** A chain over the first of these sources. */
export function chainOf(sources: readonly SourceInput[]): Chain {
  const words: string[] = [];
  for (const { text } of sources) {
    if (words.length >= CHAIN_WORDS) break;
    for (const word of text.split(/\s+/u)) if (word !== "") words.push(word);
  }
  return new Chain(words);
}

/** The same values in an order of chance (Fisher and Yates). */
export function shuffled<Value>(values: readonly Value[], next: () => number): Value[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] as Value, order[at] as Value];
  }
  return order;
}

/** A source in pieces of equal length, each about as long as a source here is to be. */
function cut(source: SourceInput): SourceInput[] {
  const starts = [...source.text.matchAll(/\S+/gu)].map(({ index }) => index);
  const pieces = Math.max(1, Math.round(starts.length / SOURCE_WORDS));
  const bound = (piece: number) =>
    piece === pieces ? source.text.length : (starts[Math.round((starts.length * piece) / pieces)] ?? 0);
  return Array.from({ length: pieces }, (_, piece) => ({
    ...source,
    id: `${source.id}-${piece + 1}`,
    title: `${source.title}, part ${piece + 1}`,
    corrects: null,
    text: source.text.slice(bound(piece), bound(piece + 1)).trim(),
  })).filter(({ text }) => text !== "");
}

function invented(index: number, text: string): SourceInput {
  return {
    id: `invented-${index + 1}`,
    title: `Invented text ${index + 1}`,
    kind: "article",
    text,
    speaker: null,
    publisher: null,
    date: null,
    url: null,
    language: null,
    licence: null,
    corrects: null,
  };
}
