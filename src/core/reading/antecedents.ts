import type { Speaker } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import { meantBy } from "./cited-speaker.ts";
import { clauseSubject } from "./clauses.ts";
import type { Cues } from "./cues/cues.ts";
import { usualGender } from "./given-names.ts";
import { phraseStartingAt, type Token, tokens } from "./noun-phrases.ts";
import type { Gender, Mention } from "./people.ts";
import { reportedBy } from "./quotation-cues.ts";
import { blockOf, fullName, lastNamed, namedOver, type Reader } from "./reader.ts";
import { isReportingVerb } from "./reporting-verbs.ts";

/**
 * Whom a pronoun that stands at `before` means, or null where the text does not tell. Sentence by
 * sentence back from it: the subject, if it fits in gender and number, else whoever was quoted
 * there; then others that fit, nearest first, within two paragraphs. “He” and “she” are people;
 * “it” is a body; “they” a body or a group. What has been found teaches the bearer's gender.
 */
export function antecedentOf(
  reader: Reader,
  pronoun: string,
  before: number,
  last: Speaker | null,
): Mention | null {
  const { cues } = reader;
  const gender: Gender = cues.feminine.has(pronoun)
    ? "feminine"
    : cues.masculine.has(pronoun)
      ? "masculine"
      : null;
  const wanted: Wanted = { gender, before };
  if (cues.reading !== "full") return gender === null ? null : lastSpeaker(reader, wanted, last);
  const chosen =
    gender === null ? nearestSubject(reader, wanted, SENTENCES_FOR_BODIES) : personFor(reader, wanted, last);
  if (!chosen) return null;
  if (gender !== null) reader.genders.set(chosen.name, gender);
  return chosen;
}
/** “It” and “they” mean what was spoken of just now, or cannot be told. */
const SENTENCES_FOR_BODIES = 2;

interface Wanted {
  /** Null for “it” and “they”. */
  gender: Gender;
  before: number;
}

/** Whoever was quoted last, if that was just before. */
function lastSpeaker(reader: Reader, wanted: Wanted, last: Speaker | null): Mention | null {
  const block = blockOf(reader, { start: wanted.before, end: wanted.before });
  const speaking = last && reader.last !== null && block - reader.last.block <= 1 ? whoSpoke(last) : null;
  return speaking && fits(reader, speaking, wanted) ? fullName(reader, speaking) : null;
}

function personFor(reader: Reader, wanted: Wanted, last: Speaker | null): Mention | null {
  const subject = nearestSubject(reader, wanted, READING.antecedentSentencesMax);
  const speaking = last && whoSpoke(last);
  const spoke = speaking && fits(reader, speaking, wanted) ? fullName(reader, speaking) : null;
  if (!subject) return spoke ?? nearestFitting(reader, wanted, twoParagraphsBefore(reader, wanted));
  const quotedSince = reader.last !== null && spoke !== null && reader.last.end > subject.start;
  return quotedSince ? spoke : subject;
}

/** Whoever was quoted; “a reporter called it chaos” too, who has no name. They have spoken, so that they stand before the pronoun. */
function whoSpoke({ name, kind, role, document }: Speaker): Mention {
  return { name, kind, role, document, gender: null, isAddressed: false, start: 0, end: 0 };
}

/** The subject of the nearest sentence that has one who fits; in the pronoun's own sentence, what stands before it. */
function nearestSubject(reader: Reader, wanted: Wanted, sentencesMax: number): Mention | null {
  let seen = 0;
  for (let block = blockOf(reader, { start: wanted.before, end: wanted.before }); block >= 0; block--) {
    const sentences = reader.sentencesOf(block);
    for (let index = sentences.length - 1; index >= 0; index--) {
      const sentence = sentences[index] as Span;
      if (sentence.start >= wanted.before) continue;
      if (wanted.before - sentence.start > READING.antecedentCharsMax) return null;
      const subject = subjectIn(reader, sentence, wanted);
      if (subject) return subject;
      if (++seen >= sentencesMax) return null;
    }
  }
  return null;
}

/**
 * The subject of a sentence; else whom it reports, who stands at the head of another of its clauses,
 * or of what it reports: “aides say Marlowe also advises”. Where its subject is such a pronoun too,
 * the others in it are others.
 */
function subjectIn(reader: Reader, sentence: Span, wanted: Wanted): Mention | null {
  const end = Math.min(sentence.end, wanted.before);
  const list = tokens(reader.masked, sentence.start, end);
  const { cues } = reader;
  const subject = clauseSubject(list, list.length, cues) ?? [];
  if (isPronounOf(subject, wanted, cues)) return null;
  const phrases = [asked(list, cues), subject, ...reportedBy(list, cues)];
  for (let at = 1; at < list.length; at++) {
    const before = list[at - 1] as Token;
    if (!cues.clauseOpeners.has(before.key) && !isReportingVerb(list, at - 1, cues)) continue;
    const stop = phraseStartingAt(list, at, cues);
    if (stop !== null) phrases.push(list.slice(at, stop));
  }
  for (const phrase of phrases) {
    const found = phrase.length > 0 ? fitting(reader, phrase, wanted) : null;
    if (found) return found;
  }
  return end === wanted.before ? knownToFit(reader, wanted, sentence.start) : null;
}

/** “A reporter asked Marlowe why”: it is for Marlowe to answer. Empty where nobody is asked. */
function asked(list: readonly Token[], cues: Cues): readonly Token[] {
  const at = list.findIndex(({ key }) => cues.askingVerbs.has(key));
  const stop = at < 1 ? null : phraseStartingAt(list, at + 1, cues);
  return stop === null ? [] : list.slice(at + 1, stop);
}

function isPronounOf(phrase: readonly Token[], { gender }: Wanted, cues: Cues): boolean {
  const key = phrase.length === 1 ? (phrase[0] as Token).key : "";
  if (!cues.pronouns.has(key)) return false;
  return gender === "feminine"
    ? cues.feminine.has(key)
    : gender === "masculine"
      ? cues.masculine.has(key)
      : true;
}

/** Whom a phrase names, if they fit. */
function fitting(reader: Reader, phrase: readonly Token[], wanted: Wanted): Mention | null {
  const [first, last] = [phrase[0] as Token, phrase.at(-1) as Token];
  if (phrase.length === 1 && reader.cues.pronouns.has(last.key)) return null;
  if (!isNamed(reader, phrase)) return null;
  const meant = meantBy(reader, phrase, first.start)?.mention ?? null;
  return meant && fits(reader, { ...meant, start: first.start }, wanted)
    ? { ...meant, start: first.start }
    : null;
}

/** A capital that stands alone at a sentence's start is a name where the text has it as one elsewhere. */
function isNamed(reader: Reader, phrase: readonly Token[]): boolean {
  const capitals = phrase.filter(({ capital, key }) => capital && !reader.cues.determiners.has(key));
  const [only] = capitals;
  if (only === undefined || capitals.length > 1) return true;
  return namedOver(reader, only) !== null;
}

/** Whoever fits and was named last from here on. */
function nearestFitting(reader: Reader, wanted: Wanted, from: number): Mention | null {
  const found = lastNamed(reader, wanted.before, (one) => one.start >= from && fits(reader, one, wanted));
  return found ? fullName(reader, found) : null;
}

/** Whoever was named last from here on of whom the gender is known: “in Marlowe’s plan she says”. */
function knownToFit(reader: Reader, wanted: Wanted, from: number): Mention | null {
  if (wanted.gender === null) return null;
  const found = lastNamed(
    reader,
    wanted.before,
    (one) => one.start >= from && fits(reader, one, wanted) && genderOf(reader, one) === wanted.gender,
  );
  return found ? fullName(reader, found) : null;
}

/** Where the paragraph before the last one begins: further back nobody is meant by a pronoun. */
function twoParagraphsBefore(reader: Reader, { before }: Wanted): number {
  const block = blockOf(reader, { start: before, end: before });
  return reader.blocks[Math.max(0, block - 2)]?.start ?? 0;
}

function fits(reader: Reader, mention: Mention, { gender, before }: Wanted): boolean {
  if (mention.start >= before) return false;
  if (gender === null) return mention.kind === "organisation";
  const known = genderOf(reader, mention);
  return mention.kind === "person" && (known === null || known === gender);
}

/** By the text's own words for whoever bears the name; by pronouns that meant them; else by what such a first name usually is. */
function genderOf(reader: Reader, mention: Mention): Gender {
  if (mention.gender) return mention.gender;
  const name = fullName(reader, mention).name;
  const learned = reader.genders.get(name);
  if (learned) return learned;
  return toldGenders(reader).get(name) ?? usualGender(name) ?? sharedGender(reader, name);
}

/** What the text's own words tell of those it names, by their full names; and by a first name alone, what it usually is of whoever is named in full with it. */
function toldGenders(reader: Reader): ReadonlyMap<string, Gender> {
  if (reader.toldGenders !== null) return reader.toldGenders;
  const told = new Map<string, Gender>();
  for (const mention of reader.people) {
    if (mention.gender === null) continue;
    const { name } = fullName(reader, mention);
    if (!told.has(name)) told.set(name, mention.gender);
  }
  for (const { name } of reader.people) {
    const [first, second] = name.split(" ");
    const usual = second === undefined || first === undefined ? null : usualGender(name);
    if (first !== undefined && usual !== null && !told.has(first) && !isSurname(reader, first))
      told.set(first, usual);
  }
  reader.toldGenders = told;
  return told;
}

function isSurname(reader: Reader, name: string): boolean {
  return (reader.bySurname.get(fold(name)) ?? []).some((at) => reader.keys[at]?.includes(" "));
}

/** Of a surname that several bear, what all of their first names tell. */
function sharedGender(reader: Reader, name: string): Gender {
  const key = fold(name);
  const bearers = (reader.bySurname.get(key) ?? []).map((at) => reader.people[at] as Mention);
  const genders = new Set(
    bearers
      .filter((other) => other.kind === "person" && other.name.includes(" "))
      .map((other) => other.gender ?? usualGender(other.name)),
  );
  const [only] = genders;
  return genders.size === 1 && only !== undefined ? only : null;
}
