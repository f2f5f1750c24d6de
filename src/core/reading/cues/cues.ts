import { fold } from "../../text/fold.ts";

/**
 * The words by which texts of one language tell who said something, as data: another
 * language is another file of this shape, and a line in `of-language.ts`. Lists are read
 * folded, so that they may be written with their accents.
 */
export interface Cues {
  /** BCP 47, the primary subtag. */
  language: string;
  /**
   * How far the language's sentences are read. "full": subjects, asides and participles are
   * looked for, and sentences without a reporting verb. "tags": only what stands right before or
   * behind a quotation, and a speaker that is no name is left unknown.
   */
  reading: "full" | "tags";
  /** Whether every noun has a capital, as in German: a capital alone tells no name. */
  nounsHaveCapitals: boolean;
  /** Every form of every verb that reports words. */
  reportingVerbs: ReadonlySet<string>;
  /** Verbs of thinking: what is thought in quotation marks, nobody has said. */
  thinkingVerbs: ReadonlySet<string>;
  /** Verbs whose object is to answer: "a reporter asked Marlowe". */
  askingVerbs: ReadonlySet<string>;
  /** Nouns for what somebody says: "Marlowe's claim that". */
  sayings: ReadonlySet<string>;
  /** Words behind such a noun that lead on to what is said. */
  quoting: ReadonlySet<string>;
  /** Forms that are more often nouns: after an article or an adjective they report nothing. */
  alsoNouns: ReadonlySet<string>;
  /** Words that may stand between a subject and its verb, auxiliaries and adverbs. */
  betweenSubjectAndVerb: ReadonlySet<string>;
  /** How adverbs end that may stand there too. */
  adverb: RegExp;
  /** Forms of "be": before a participle they make a passive. */
  be: ReadonlySet<string>;
  /** What stands before the one who acts in a passive: "was asked by". */
  agent: ReadonlySet<string>;
  /** Words that make speech imagined: "he might say". */
  imagined: ReadonlySet<string>;
  /** Words that deny that something was said: "never said". */
  negations: ReadonlySet<string>;
  /** Words that make it speech again that happens: "he would often say". */
  habitual: ReadonlySet<string>;
  /** Before a subject, what makes its speech imagined: "if he says". */
  conditional: ReadonlySet<string>;
  /** How a participle that goes on from a main clause ends: "…, adding". Null where the language has none. */
  participle: RegExp | null;
  /** Before a noun phrase and a participle, what makes that phrase its subject: "with Marlowe shouting", "remembers Marlowe saying". */
  lending: ReadonlySet<string>;
  /** Between an object and a participle of which it is the subject: "quoted Marlowe as saying". */
  joining: ReadonlySet<string>;
  /** How any verb in the past ends, so that “…,” X barked is read without a list. Null where endings do not tell. */
  past: RegExp | null;
  /** "according to": the words before a speaker that say so without a verb. */
  according: readonly (readonly string[])[];
  /** Things that are written and so can "read", "say" or "call for". */
  documents: ReadonlySet<string>;
  /** What an issuer does with a document. */
  issuingVerbs: ReadonlySet<string>;
  /** A capitalised phrase with one of these is a body, not a person. */
  bodies: ReadonlySet<string>;
  /** How words for bodies end that are written as one: “Landesumweltamt”. */
  body: RegExp | null;
  /** Plurals and groups who speak without a name. */
  groups: ReadonlySet<string>;
  /** A capitalised phrase that ends in one of these is a place. */
  placeNouns: ReadonlySet<string>;
  /** Regions that stand after a town's name, one or two words: "South Carolina". */
  regions: ReadonlySet<string>;
  /** Days and months. */
  calendar: ReadonlySet<string>;
  /** Words that may open a sentence with a capital and belong to no name. */
  openers: ReadonlySet<string>;
  /** Between two of a kind: “Marlowe and Reyle”. */
  coordinating: ReadonlySet<string>;
  /** Behind these the subject goes on: “rose and said”. */
  conjunctions: ReadonlySet<string>;
  /** What may stand before a tag: “…”, as Marlowe put it. */
  as: ReadonlySet<string>;
  /** What may stand before the name of whoever is quoted next: “And from Marlowe:”. */
  from: ReadonlySet<string>;
  /** What opens a clause: its subject follows. */
  clauseOpeners: ReadonlySet<string>;
  /** Prepositions that make a name a part of the phrase before it: “residents of Port Ellery”. */
  governing: ReadonlySet<string>;
  masculine: ReadonlySet<string>;
  feminine: ReadonlySet<string>;
  pronouns: ReadonlySet<string>;
  /** Relative pronouns for people: “Marlowe, who said”. */
  relative: ReadonlySet<string>;
  determiners: ReadonlySet<string>;
  /** Those of them that say nothing of whose it is, or how many. */
  articles: ReadonlySet<string>;
  /** What an office may be for, behind “of”: “Secretary of State”, “Chief of Staff”. */
  portfolios: ReadonlySet<string>;
  /** Words that hold a name together: "Bank of England", "Ludwig van Beethoven". */
  nameJoiners: ReadonlySet<string>;
  /** Of those, the ones behind which a person's name is over: “Marlowe of Port Ellery”. */
  tails: ReadonlySet<string>;
  /** Lower-case words that end a noun phrase when reading forward. */
  phraseEnders: ReadonlySet<string>;
  /** Offices and trades, as they stand before or behind a name. */
  roles: ReadonlySet<string>;
  /** How words for people end that no list of trades holds: “strategist”, “constituent”. */
  person: RegExp | null;
  /** Titles of courtesy, which are no roles. */
  courtesy: ReadonlySet<string>;
  /** Abbreviations whose stop does not end a name. */
  abbreviations: ReadonlySet<string>;
  /** What stands before the title of a work: “the film ‘…’”, “on CNN’s ‘…’”, “titled ‘…’”. */
  beforeTitles: ReadonlySet<string>;
  /** What stands before words that are named and not said: “the term ‘…’”, “so-called ‘…’”, “the slogan ‘…’”. */
  beforeMentions: ReadonlySet<string>;
  /** What stands behind the title of a work: “the ‘…’ podcast”. */
  afterTitles: ReadonlySet<string>;
}

/** The words of a list as they are compared. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(
    list
      .trim()
      .split(/\s+/u)
      .map((word) => fold(word)),
  );
}

/** Nothing, where a language has no such words. */
export const NONE: ReadonlySet<string> = new Set();

/** Whether a word is an office, a trade, or by its ending a person of some sort. */
export function isPersonNoun(key: string, cues: Cues): boolean {
  return (
    isRole(key, cues) ||
    (cues.person !== null &&
      key.length >= PERSON_NOUN_CHARS_MIN &&
      cues.person.test(key) &&
      !cues.phraseEnders.has(key) &&
      !cues.betweenSubjectAndVerb.has(key) &&
      !cues.reportingVerbs.has(key))
  );
}
/** “user”, “late”: words so short end so by chance. */
const PERSON_NOUN_CHARS_MIN = 6;

/** Whether a word is an office or a trade, in the singular or the plural. */
export function isRole(key: string, cues: Cues): boolean {
  return cues.roles.has(key) || (key.endsWith("s") && cues.roles.has(key.slice(0, -1)));
}

/** Whether a word is for a body that speaks. */
export function isBodyNoun(key: string, cues: Cues): boolean {
  return cues.bodies.has(key) || cues.body?.test(key) === true;
}

/** Words that a subject and its verb may have between them. “Kelly”, “May” and “Will” with their capitals are none. */
export function isSkipped(token: { key: string; capital: boolean } | undefined, cues: Cues): boolean {
  if (!token || token.capital) return false;
  return cues.betweenSubjectAndVerb.has(token.key) || cues.adverb.test(token.key);
}
