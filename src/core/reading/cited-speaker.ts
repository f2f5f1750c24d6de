import type { Speaker } from "../answer.ts";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import { CONFIDENCE } from "../tuning.ts";
import { antecedentOf } from "./antecedents.ts";
import { type Cues, isPersonNoun } from "./cues/cues.ts";
import { issuerOf } from "./issuers.ts";
import { type Token, tokens } from "./noun-phrases.ts";
import { type Mention, readPhrase } from "./people.ts";
import { firstNamedAt, fullName, lastNamed, type Reader } from "./reader.ts";
import type { Found } from "./reporting-verbs.ts";

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
  if (cue.phrase.length === 1 && reader.cues.pronouns.has(head.key)) {
    const before = Math.min(cue.phrase[0]?.start ?? cue.evidence.start, quotation.start);
    const person = antecedentOf(reader, head.key, before, last);
    return person && speaker(person, CONFIDENCE.pronoun);
  }
  const document = readPhrase(cue.phrase, reader.cues);
  if (document?.kind === "document") return documentSpeaker(reader, document, quotation, speaker);
  const meant = meantBy(reader, cue.phrase, cue.evidence.start);
  if (meant) return speaker(meant.mention, CONFIDENCE[meant.by]);
  if (reader.cues.reading !== "full") return null;
  return speaker(unnamed(reader, cue.phrase), CONFIDENCE.role);
}

/** Somebody whom the text names nowhere, by its own words: “harbour pilot”. */
function unnamed(reader: Reader, phrase: readonly Token[]): Mention {
  const head = phrase.at(-1) as Token;
  return {
    name: withoutArticle(phrase, reader),
    kind: isPersonNoun(head.key, reader.cues) ? "person" : "organisation",
    role: null,
    document: null,
    gender: null,
    isAddressed: false,
    start: (phrase[0] as Token).start,
    end: head.end,
  };
}

/**
 * Whom a noun phrase names: by a name, “the mayor, Ada Marlowe”, or by an office that somebody named
 * before `before` holds, “the mayor”. Null for one that the text names nowhere, and for pronouns.
 */
export function meantBy(
  reader: Reader,
  phrase: readonly Token[],
  before: number,
): { mention: Mention; by: "named" | "role" } | null {
  const mention = readPhrase(phrase, reader.cues);
  if (mention?.kind === "document") {
    const owner = ownerOf(reader, mention);
    return owner && { mention: fullName(reader, owner), by: "role" };
  }
  if (mention && isSureName(reader, mention)) return { mention: fullName(reader, mention), by: "named" };
  const head = phrase.at(-1) as Token;
  const named = namedBehind(reader, head);
  if (named)
    return {
      mention: { ...fullName(reader, named), role: withoutArticle(phrase, reader) },
      by: "named",
    };
  const keys = phrase.map((token) => token.key);
  const bearer = lastNamed(reader, before, (person, at) =>
    person.kind === "person"
      ? person.role !== null && holdsRole(person.role, keys, reader.cues)
      : person.kind === "organisation" && reader.keys[at]?.endsWith(head.key) === true,
  );
  return bearer ? { mention: fullName(reader, bearer), by: "role" } : null;
}

/** Where every noun has a capital, one alone is a name only behind an office or a courtesy, or as the surname of somebody named in full. */
function isSureName(reader: Reader, mention: Mention): boolean {
  if (!reader.cues.nounsHaveCapitals || mention.kind !== "person") return true;
  return mention.isAddressed || fullName(reader, mention).name.includes(" ");
}

/** “The mayor, Ada Marlowe, was angry”: the name behind a role and a comma. */
function namedBehind(reader: Reader, head: Token): Mention | null {
  const comma = /^(?:\s(?:of|for|at|from)\s[^,.;:]{1,60})?,\s+/u.exec(
    reader.masked.slice(head.end, head.end + BEHIND_CHARS),
  );
  if (!comma) return null;
  const at = head.end + comma[0].length;
  const named = reader.people[firstNamedAt(reader, at)];
  const isNext = named?.start === at;
  return isNext && named.kind === "person" && isPersonNoun(head.key, reader.cues) ? named : null;
}

/** “The leader of the Port Ellery Harbour Users’ Association, Ada Marlowe”. */
const BEHIND_CHARS = 80;

/** “his lawyer” and “some officials” keep their first word: it says whose, and how many. */
function withoutArticle(phrase: readonly Token[], reader: Reader): string {
  const words = phrase.filter(({ key }, index) => index > 0 || !reader.cues.articles.has(key));
  return words.map(({ printed }) => printed).join(" ");
}

function holdsRole(role: string, phrase: readonly string[], cues: Cues): boolean {
  const held = fold(role).split(/[\s-]+/u);
  const asked = phrase.filter((key) => isPersonNoun(key, cues));
  return asked.length > 0 && asked.every((key) => held.includes(key));
}

function documentSpeaker(
  reader: Reader,
  mention: Mention,
  quotation: Span,
  speaker: (mention: Mention, confidence: number) => Speaker,
): Speaker {
  const own = ownerOf(reader, mention) ?? authorBehind(reader, mention);
  if (own) return speaker({ ...fullName(reader, own), document: mention.name }, CONFIDENCE.ledBack);
  const issuer = issuerOf(reader.issues(), mention.name, quotation.start);
  if (!issuer) return speaker(mention, CONFIDENCE.ledBack);
  return speaker({ ...fullName(reader, issuer), document: mention.name }, CONFIDENCE.ledBack);
}

/** “Marlowe’s letter”: whoever's it is. */
function ownerOf(reader: Reader, document: Mention): Mention | null {
  const owner = /^(.+?)[’']s?\s/u.exec(document.name)?.[1];
  if (owner === undefined) return null;
  const key = fold(owner);
  return lastNamed(reader, reader.text.length, (_, at) => reader.keys[at] === key);
}

/** “a complaint filed by Marlowe”: who stands behind a document and what was done with it. */
function authorBehind(reader: Reader, document: Mention): Mention | null {
  const { cues, masked } = reader;
  const [done, by] = tokens(masked, document.end, document.end + AUTHOR_CHARS_MAX);
  const isDone =
    done !== undefined && by !== undefined && (cues.past?.test(done.key) || cues.issuingVerbs.has(done.key));
  if (!isDone || !cues.agent.has(by.key)) return null;
  const author = reader.people[firstNamedAt(reader, by.end)];
  return author !== undefined && author.start - by.end <= AUTHOR_CHARS_MAX ? author : null;
}
/** “… by the acting state attorney Ada Marlowe”. */
const AUTHOR_CHARS_MAX = 48;
