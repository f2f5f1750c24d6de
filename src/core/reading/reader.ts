import type { Speaker } from "../answer.ts";
import { fold } from "../text/fold.ts";
import { paragraphs, sentencesWithin } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { type Gender, type Mention, mentions } from "./people.ts";

/** Stands for quoted letters, so that a quotation's own words are never read as a cue. */
export const MASK = "\uE000";

/** The last attributed quotation: its speaker and its paragraph. */
export interface Spoken {
  speaker: Speaker;
  block: number;
}

/** A text that is being read: what is quoted masked, everyone it names, and what has been learned so far. */
export interface Reader {
  text: string;
  /** The text with every letter of its quotations masked, so that a quotation's own words are never read as a cue. */
  masked: string;
  blocks: readonly Span[];
  people: Mention[];
  /** The sentences of a paragraph of the masked text, by its number. */
  sentencesOf(block: number): Span[];
  /** Learned from pronouns read so far: whoever was "she" is not "he" later. */
  genders: Map<string, Gender>;
  /** Names by the folded form in which they were met, led back to the first full one. */
  fullNames: Map<string, { name: string; role: string | null }>;
  /** The last quotation that has a speaker. */
  last: Spoken | null;
}

/** Opens a text for reading. Quotations in `masked` are closed ones, in order. */
export function openReader(text: string, quotations: readonly Span[]): Reader {
  const masked = mask(text, quotations);
  const blocks = paragraphs(text);
  const sentences = new Map<number, Span[]>();
  const sentencesOf = (block: number): Span[] => {
    const known = sentences.get(block);
    if (known) return known;
    const span = blocks[block];
    const found = span ? sentencesWithin(masked, span) : [];
    sentences.set(block, found);
    return found;
  };
  const people = mentions(masked);
  return { text, masked, blocks, people, sentencesOf, genders: new Map(), fullNames: new Map(), last: null };
}

/** The number of the paragraph in which a quotation opens. */
export function blockOf(reader: Reader, quotation: Span): number {
  let low = 0;
  let high = reader.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((reader.blocks[middle] as Span).start <= quotation.start) low = middle;
    else high = middle - 1;
  }
  return low;
}

function mask(text: string, quotations: readonly Span[]): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of quotations) {
    masked += text.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/** A surname leads back to the first full name that ends with it, with its role. */
export function fullName(reader: Reader, mention: Mention): Mention {
  if (mention.kind !== "person") return mention;
  const key = fold(mention.name);
  const known = reader.fullNames.get(key) ?? findFullName(reader, mention, key);
  reader.fullNames.set(key, known);
  return { ...mention, name: known.name, role: mention.role ?? known.role };
}

function findFullName(reader: Reader, mention: Mention, key: string): { name: string; role: string | null } {
  const full = reader.people.filter(
    (person) => person.kind === "person" && fold(person.name).endsWith(` ${key}`),
  );
  const names = new Set(full.map((person) => fold(person.name)));
  const only = names.size === 1 ? full[0] : undefined;
  const same = reader.people.filter((person) => {
    const name = fold(person.name);
    return name === key || (only !== undefined && names.has(name));
  });
  return {
    name: only?.name ?? mention.name,
    role: same.find((person) => person.role !== null)?.role ?? null,
  };
}
