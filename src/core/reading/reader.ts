import type { Speaker } from "../answer.ts";
import { fold } from "../text/fold.ts";
import { paragraphs, sentencesWithin } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import type { Cues } from "./cues/cues.ts";
import { type Issue, issuesIn } from "./issuers.ts";
import { masked as maskedText } from "./mask.ts";
import { type Gender, type Mention, mentions } from "./people.ts";

/** The last attributed quotation: its speaker and its paragraph. */
export interface Spoken {
  speaker: Speaker;
  block: number;
  /** Where the quotation ends. */
  end: number;
}

/** A text that is being read: what is quoted masked, everyone it names, and what has been learned so far. */
export interface Reader {
  text: string;
  /** The words of its language. */
  cues: Cues;
  /** The text with every letter of its quotations masked, so that a quotation's own words are never read as a cue. */
  masked: string;
  blocks: readonly Span[];
  people: Mention[];
  /** The sentences of a paragraph of the masked text, by its number. */
  sentencesOf(block: number): Span[];
  /** Learned from pronouns read so far: whoever was "she" is not "he" later. */
  genders: Map<string, Gender>;
  /** The folded names of `people`, in their order. */
  keys: readonly string[];
  /** Names as they were met, led back to the first full one. */
  fullNames: Map<string, { name: string; role: string | null }>;
  /** Who issued what, looked for once. */
  issues(): readonly Issue[];
  /** The last quotation that has a speaker. */
  last: Spoken | null;
}

/** Opens a text for reading. Quotations in `masked` are closed ones, in order. */
export function openReader(text: string, quotations: readonly Span[], cues: Cues): Reader {
  const masked = maskedText(text, quotations);
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
  let issues: readonly Issue[] | null = null;
  const readIssues = (): readonly Issue[] => {
    issues ??= issuesIn(masked, cues);
    return issues;
  };
  const people = mentions(masked, cues);
  const keys = people.map(({ name }) => fold(name));
  return {
    text,
    cues,
    masked,
    blocks,
    people,
    keys,
    issues: readIssues,
    sentencesOf,
    genders: new Map(),
    fullNames: new Map(),
    last: null,
  };
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

/** A surname leads back to the first full name that ends with it, with its role. */
export function fullName(reader: Reader, mention: Mention): Mention {
  if (mention.kind !== "person") return mention;
  const known = reader.fullNames.get(mention.name) ?? findFullName(reader, mention);
  reader.fullNames.set(mention.name, known);
  return { ...mention, name: known.name, role: mention.role ?? known.role };
}

function findFullName({ people, keys }: Reader, mention: Mention): { name: string; role: string | null } {
  const key = fold(mention.name);
  const ending = ` ${key}`;
  let full: { key: string; name: string } | null = null;
  let several = false;
  for (let at = 0; at < people.length; at++) {
    const other = keys[at] as string;
    if (people[at]?.kind !== "person" || !other.endsWith(ending)) continue;
    several ||= full !== null && full.key !== other;
    full ??= { key: other, name: (people[at] as Mention).name };
  }
  const only = several ? null : full;
  const role = people.find(
    ({ role }, at) => role !== null && (keys[at] === key || (only !== null && keys[at] === only.key)),
  )?.role;
  return { name: only?.name ?? mention.name, role: role ?? null };
}
