import type { Speaker } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import { CONFIDENCE } from "../tuning.ts";
import { FEMININE, MASCULINE, PRONOUNS } from "./cues-en.ts";
import type { Token } from "./noun-phrases.ts";
import { isRole, issuerOf, type Mention, readPhrase } from "./people.ts";
import type { Found } from "./quotation-cues.ts";
import { blockOf, fullName, type Reader } from "./reader.ts";

/** The speaker whom a cue names: by name, by role, by pronoun, or through a document. Null when the text does not tell who is meant. */
export function resolve(reader: Reader, cue: Found, last: Speaker | null, quotation: Span): Speaker | null {
  const evidence = { text: reader.text.slice(cue.evidence.start, cue.evidence.end), ...cue.evidence };
  const speaker = (mention: Mention, confidence: number): Speaker => ({
    name: mention.name,
    kind: mention.kind,
    via: "cue",
    confidence,
    evidence,
    role: mention.role,
    document: mention.document,
  });
  const head = cue.phrase.at(-1) as Token;
  if (cue.phrase.length === 1 && PRONOUNS.has(head.key)) {
    const person = antecedent(reader, head.key, cue.evidence.start, last, quotation);
    return person && speaker(person, CONFIDENCE.pronoun);
  }
  const mention = readPhrase(cue.phrase);
  if (mention?.kind === "document") return documentSpeaker(reader, mention, quotation, speaker);
  if (mention) return speaker(fullName(reader, mention), CONFIDENCE.named);
  const keys = cue.phrase.map((token) => token.key);
  const bearer = reader.people.findLast(
    (person) =>
      person.start < cue.evidence.start &&
      person.kind === "person" &&
      person.role !== null &&
      holdsRole(person.role, keys),
  );
  if (bearer) return speaker(fullName(reader, bearer), CONFIDENCE.role);
  const printed = cue.phrase.map((token) => token.printed).join(" ");
  const body = reader.people.findLast(
    (person) =>
      person.start < cue.evidence.start &&
      person.kind === "organisation" &&
      fold(person.name).endsWith(head.key),
  );
  if (body) return speaker(body, CONFIDENCE.role);
  const plain = printed.replace(/^(?:the|a|an)\s+/iu, "");
  return speaker(
    {
      name: plain,
      kind: isRole(head.key) ? "person" : "organisation",
      role: null,
      document: null,
      gender: null,
      start: 0,
      end: 0,
    },
    CONFIDENCE.role,
  );
}

function holdsRole(role: string, phrase: readonly string[]): boolean {
  const held = fold(role).split(/[\s-]+/u);
  const asked = phrase.filter((key) => isRole(key));
  return asked.length > 0 && asked.every((key) => held.includes(key));
}

function documentSpeaker(
  reader: Reader,
  mention: Mention,
  quotation: Span,
  speaker: (mention: Mention, confidence: number) => Speaker,
): Speaker {
  const issuer = issuerOf(reader.masked, mention.name, quotation.start);
  if (!issuer) return speaker(mention, CONFIDENCE.ledBack);
  return speaker({ ...fullName(reader, issuer), document: mention.name }, CONFIDENCE.ledBack);
}

/**
 * Whom a pronoun means: the subject of the nearest sentence of its paragraph that names
 * someone who fits; else whoever spoke last; else the nearest one named before.
 */
function antecedent(
  reader: Reader,
  pronoun: string,
  before: number,
  last: Speaker | null,
  quotation: Span,
): Mention | null {
  const gender = FEMININE.has(pronoun) ? "feminine" : MASCULINE.has(pronoun) ? "masculine" : null;
  const limit = Math.min(before, quotation.start);
  const fits = (mention: Mention): boolean => {
    if (mention.start >= limit) return false;
    if (gender === null) return mention.kind === "organisation";
    const known = knownGender(reader, mention);
    return mention.kind === "person" && (known === null || known === gender);
  };
  const here = reader.sentencesOf(blockOf(reader, quotation)).filter((sentence) => sentence.start < limit);
  const subjects = here.map((sentence) =>
    reader.people.find(
      (mention) => mention.start >= sentence.start && mention.start < sentence.end && fits(mention),
    ),
  );
  const subject = subjects.findLast((mention) => mention !== undefined);
  const speaking =
    last &&
    reader.people.findLast((mention) => fits(mention) && fullName(reader, mention).name === last.name);
  const chosen = subject ?? speaking ?? reader.people.findLast(fits);
  if (!chosen) return null;
  const full = fullName(reader, chosen);
  if (gender !== null) reader.genders.set(full.name, gender);
  return full;
}

function knownGender(reader: Reader, mention: Mention): Mention["gender"] {
  if (mention.gender) return mention.gender;
  const name = fullName(reader, mention).name;
  const learned = reader.genders.get(name);
  if (learned) return learned;
  return (
    reader.people.find((other) => other.gender !== null && fullName(reader, other).name === name)?.gender ??
    null
  );
}
