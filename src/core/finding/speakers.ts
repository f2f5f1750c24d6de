import Fuse from "fuse.js";
import { beginningsOf, readingsOf, speakerId, wordsOfSpeaker } from "../reading/speaker-id.ts";
import { isUnspaced } from "../text/words.ts";
import { SPEAKERS } from "../tuning.ts";
import { compareIds } from "./ids.ts";
import type { Library, Voice } from "./library.ts";
import { withinReach } from "./within-reach.ts";

/** What one speaker says in one source. */
export interface SpokenIn {
  speaker: string;
  /** The name, and the role, that most of the quotations here have. */
  name: string;
  role: string | null;
  quotations: number;
}

/** Whoever is named as a speaker in a source, most quoted first. Those whom it cannot name are left out. */
export function speakersIn(library: Library, source: number): SpokenIn[] {
  const voices = new Map<string, { voice: Voice; utterances: number }[]>();
  for (const one of library.voicesOf(source)) {
    const id = speakerId(one.voice.name, one.voice.kind);
    if (id !== null) voices.set(id, [...(voices.get(id) ?? []), one]);
  }
  return [...voices]
    .map(([speaker, own]) => ({
      speaker,
      name: mostUsed(own, ({ name }) => name) ?? speaker,
      role: mostUsed(own, ({ role }) => role),
      quotations: own.reduce((sum, { utterances }) => sum + utterances, 0),
    }))
    .sort((a, b) => b.quotations - a.quotations || compareIds(a.speaker, b.speaker));
}

/** Whether a voice is the speaker's who has these ids. */
export function isVoiceOf(ids: readonly string[]): (voice: Voice) => boolean {
  return ({ name, kind }) => ids.includes(speakerId(name, kind) ?? "");
}

/** What most utterances of these voices have; of equals the first in order. Null where none has any. */
function mostUsed(
  voices: readonly { voice: Voice; utterances: number }[],
  of: (voice: Voice) => string | null,
): string | null {
  const counts = new Map<string, number>();
  for (const { voice, utterances } of voices) {
    const value = of(voice);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + utterances);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || compareIds(a[0], b[0]));
  return best?.[0] ?? null;
}

/** A speaker who may be the one that is looked for. */
export interface RankedSpeaker {
  id: string;
  quotations: number;
}

/**
 * Fuse.js chooses among names that no word of the query has exactly. Its options: each word of a
 * name is a field entry of its own, so that their order does not matter and a length norm would say
 * nothing; a word is typed from its beginning, so that the place counts; case and accents are folded
 * already on both sides; indices of what matched are not shown; a query is words, never extended
 * syntax, and is put together here as "each of these words".
 */
const OPTIONS = {
  keys: ["words"],
  threshold: SPEAKERS.threshold,
  location: 0,
  distance: SPEAKERS.distance,
  ignoreLocation: false,
  ignoreFieldNorm: true,
  isCaseSensitive: true,
  ignoreDiacritics: false,
  includeScore: false,
  includeMatches: false,
  findAllMatches: false,
  minMatchCharLength: 1,
  shouldSort: true,
  useExtendedSearch: false,
  useTokenSearch: false,
};

interface Named extends RankedSpeaker {
  words: string[];
}

/**
 * The ids of the speakers whose name is like this one, best first, at most `limit`: those who have
 * all its words; those who have them if the last is only begun; then those who have words like
 * them. Among equals the most quoted come first. Empty where the query has no word.
 */
export function rankSpeakers(query: string, given: readonly RankedSpeaker[], limit: number): string[] {
  for (const wanted of readingsOf(query)) {
    const ranked = rankedBy(wanted, given, limit);
    if (ranked.length > 0) return ranked;
  }
  return [];
}

function rankedBy(wanted: readonly string[], given: readonly RankedSpeaker[], limit: number): string[] {
  const last = wanted.at(-1);
  if (last === undefined) return [];
  const named = comparable(wanted, given);
  const whole = named.filter(({ words }) => wanted.every((key) => words.includes(key)));
  const begun = named.filter(
    ({ words }) =>
      wanted.slice(0, -1).every((key) => words.includes(key)) && words.some((key) => key.startsWith(last)),
  );
  const exact = new Set([...whole, ...begun]);
  const ranked =
    exact.size >= limit
      ? []
      : like(
          wanted,
          named.filter((one) => !exact.has(one)),
          limit,
        );
  return [...exact, ...ranked].slice(0, limit).map(({ id }) => id);
}

/** The speakers that are compared, most quoted first; of too many, those of whom a word begins alike. */
function comparable(wanted: readonly string[], given: readonly RankedSpeaker[]): Named[] {
  const named = [...given]
    .sort((a, b) => b.quotations - a.quotations || compareIds(a.id, b.id))
    .map((one) => ({ ...one, words: wordsOfSpeaker(one.id) }));
  if (named.length <= SPEAKERS.rankedMax) return named;
  const beginnings = new Set(beginningsOf(wanted));
  return named
    .filter(({ words }) => beginningsOf(words).some((beginning) => beginnings.has(beginning)))
    .slice(0, SPEAKERS.rankedMax);
}

/** Those whose words are like the wanted ones, most alike first. Fuse is shown only names in which it will find them: to find nothing takes it longest. */
function like(wanted: readonly string[], named: readonly Named[], limit: number): Named[] {
  const telling = withoutInitials(wanted);
  const reaches = telling.map((key) => withinReach(key, SPEAKERS.threshold));
  const near = named.filter(({ words }) => reaches.every((isWithinReach) => words.some(isWithinReach)));
  if (near.length === 0) return [];
  return new Fuse(near, OPTIONS)
    .search({ $and: telling.map((words) => ({ words })) }, { limit })
    .map(({ item }) => item);
}

/** “Donald J. Trump” is looked for as “Donald Trump”: sources leave initials out, and one letter is like nothing. */
function withoutInitials(wanted: readonly string[]): readonly string[] {
  const words = wanted.filter((key) => key.length > 1 || isUnspaced(key));
  return words.length > 0 ? words : wanted;
}
