import type { Speaker } from "../answer.ts";
import { fold } from "../text/fold.ts";
import { paragraphs, sentencesWithin } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import type { Cues } from "./cues/cues.ts";
import { usualGender } from "./given-names.ts";
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
  /** What the text's own words, “Mrs”, “chairman”, tell of those it names; null before that is asked. */
  toldGenders: ReadonlyMap<string, Gender> | null;
  /** The folded names of `people`, in their order. */
  keys: readonly string[];
  /** By the last word of a name, where those who have it stand in `people`. */
  bySurname: ReadonlyMap<string, readonly number[]>;
  /** By the first word of a name of several, the same. */
  byFirst: ReadonlyMap<string, readonly number[]>;
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
  const bySurname = new Map<string, number[]>();
  const byFirst = new Map<string, number[]>();
  keys.forEach((key, at) => {
    addTo(bySurname, surnameOf(key), at);
    if (key.includes(" ")) addTo(byFirst, key.slice(0, key.indexOf(" ")), at);
  });
  return {
    text,
    cues,
    masked,
    blocks,
    people,
    keys,
    toldGenders: null,
    bySurname,
    byFirst,
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
  const met = mention.gender === null ? mention.name : `${mention.gender} ${mention.name}`;
  const known = reader.fullNames.get(met) ?? findFullName(reader, mention);
  reader.fullNames.set(met, known);
  return { ...mention, name: known.name, role: mention.role ?? known.role };
}

function findFullName(
  { people, keys, bySurname, byFirst }: Reader,
  mention: Mention,
): { name: string; role: string | null } {
  const key = fold(mention.name);
  const ending = ` ${key}`;
  const sharing = bySurname.get(surnameOf(key)) ?? [];
  let full: { key: string; name: string } | null = null;
  let several = false;
  for (const at of sharing) {
    const other = keys[at] as string;
    const bearer = people[at] as Mention;
    if (bearer.kind !== "person" || !other.endsWith(ending) || isOfOther(bearer, mention.gender)) continue;
    several ||= full !== null && full.key !== other;
    full ??= { key: other, name: bearer.name };
  }
  const only = several ? null : (full ?? ledByFirstName(people, keys, byFirst.get(key) ?? []));
  const bearer = sharing.find(
    (at) => people[at]?.role != null && (keys[at] === key || (only !== null && keys[at] === only.key)),
  );
  return {
    name: only?.name ?? mention.name,
    role: bearer === undefined ? null : (people[bearer]?.role ?? null),
  };
}

/** “Sigríður”, “Wang”: the only one whose full name begins so. */
function ledByFirstName(
  people: readonly Mention[],
  keys: readonly string[],
  beginning: readonly number[],
): { key: string; name: string } | null {
  const full = beginning.filter((at) => people[at]?.kind === "person");
  const [first] = full;
  const names = new Set(full.map((at) => keys[at]));
  if (first === undefined || names.size !== 1) return null;
  return { key: keys[first] as string, name: (people[first] as Mention).name };
}

/** “Mrs Marlowe” is no Tom Marlowe. */
function isOfOther(bearer: Mention, gender: Gender): boolean {
  const own = bearer.gender ?? usualGender(bearer.name);
  return gender !== null && own !== null && own !== gender;
}

function addTo(map: Map<string, number[]>, key: string, at: number): void {
  const known = map.get(key);
  if (known) known.push(at);
  else map.set(key, [at]);
}

function surnameOf(key: string): string {
  return key.slice(key.lastIndexOf(" ") + 1);
}

/** Where in `people` the first one stands who is named at `position` or behind it. */
export function firstNamedAt({ people }: Reader, position: number): number {
  let low = 0;
  let high = people.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((people[middle] as Mention).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whoever was named last before `position` of whom something holds, among so many as a reader would remember; null where nobody is. */
export function lastNamed(
  reader: Reader,
  position: number,
  holds: (mention: Mention, at: number) => boolean,
): Mention | null {
  const end = firstNamedAt(reader, position);
  for (let at = end - 1; at >= Math.max(0, end - READING.rememberedMax); at--) {
    const mention = reader.people[at] as Mention;
    if (holds(mention, at)) return mention;
  }
  return null;
}

/** Whoever is named by words that these are among, or null. */
export function namedOver(reader: Reader, { start, end }: Span): Mention | null {
  const mention = reader.people[firstNamedAt(reader, start + 1) - 1];
  return mention !== undefined && mention.end >= end ? mention : null;
}
