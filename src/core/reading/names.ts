import type { SpeakerKind } from "../answer.ts";
import { fold } from "../text/fold.ts";
import { countryOf } from "../text/places.ts";
import { words } from "../text/words.ts";
import { compareBodies, expandedGroups, GENERIC, isBodyName, isState, standsIn } from "./bodies.ts";
import { namedTogether, type PersonName, personName } from "./person-name.ts";
import { remembered } from "./remembered.ts";
import { compareRoles, type Described, describedBy, hasOffice, isByMarriage } from "./roles.ts";
import { comparePeople, EXACT, FITTING, type Fit, FULL, isAbridged, OTHER, POSSIBLE } from "./same-person.ts";
import { genderOfTitle, isRegnal, SUFFIXES, TITLES, TITLES_OR_NAMES } from "./titles.ts";

/** A name taken apart: the words that identify, and the titles and roles around them. All folded. */
export interface ParsedName {
  core: string[];
  titles: string[];
}

const ARTICLES = new Set(["the", "a", "an", "of", "for", "and", "s"]);

/** Takes a name apart. `core` falls back to the titles when nothing else is left ("the Mayor"). */
export function parseName(name: string): ParsedName {
  const keys = words(expandedGroups(name.replace(/[’'`]s\b/gu, "").replace(/\([^)]*\)/gu, " "))).map(
    (word) => word.key,
  );
  const core: string[] = [];
  const titles: string[] = [];
  for (const key of keys) {
    if (SUFFIXES.has(key)) continue;
    if (TITLES.has(key) && !(core.length > 0 && TITLES_OR_NAMES.has(key))) titles.push(key);
    else if (!GENERIC.has(key)) core.push(countryOf(key) ?? key);
  }
  return {
    core: core.length > 0 ? core : keys.filter((key) => GENERIC.has(key) && !ARTICLES.has(key)),
    titles,
  };
}

export type NameComparison = "same" | "different" | "unsure";

/** Another way in which the source names a speaker, beside the name: a role, or the document that spoke. */
export interface NamedSpeaker {
  name: string;
  kind: SpeakerKind;
  role: string | null;
  document: string | null;
}

/**
 * Whether a claimed name means this speaker. "unsure" where the claim fits but fits others
 * of the source as well (a surname that two share, a bare role), or says too little. A wrong
 * "different" accuses an author falsely, so whatever may be one person is not it.
 */
export function compareNames(
  claimed: string,
  speaker: NamedSpeaker,
  others: readonly NamedSpeaker[],
): NameComparison {
  if (isNobody(claimed) || isUnnamedTurn(speaker.name)) return "unsure";
  if (isOnlyOwner(claimed, speaker)) return "unsure";
  const claim = claimOf(claimed);
  if (claim.words === 0) return "unsure";
  const fit = fitOf(claim, speaker);
  if (fit === OTHER) return namesDocument(claimed, speaker) ? "unsure" : "different";
  if (fit === EXACT) return "same";
  const rivals = others.filter((other) => isRival(claim, speaker, other));
  return rivals.length === 0
    ? settled(fit, claim, speaker, others)
    : besideRivals(fit, claim, speaker, rivals);
}

/** “Tim Dorsey” where “Tim Dorsey’s lawyer” speaks: named in whose lawyer it is, which makes him neither the speaker nor another. */
function isOnlyOwner(claimed: string, speaker: NamedSpeaker): boolean {
  const owner = speaker.kind === "person" ? OWNED.exec(speaker.name)?.[1] : undefined;
  return (
    owner !== undefined &&
    !OWNED.test(claimed) &&
    fitOf(claimOf(claimed), { ...speaker, name: owner }) !== OTHER
  );
}
const OWNED = /^(.+?)(?:[’']s|s[’'])\s+\p{Ll}/u;

/** Says nothing of who it is: a pronoun, "a source", "officials". */
const NOBODY =
  /^(?:i|we|you|he|she|it|they|(?:an? |the |some )?(?:unknown|anonymous|unnamed|source|sources|official|officials|speaker|woman|man|person|people|someone|somebody|others|n\/a|none))$/u;

/** How transcripts label a turn of somebody whom they cannot name. It may have been anybody, so it contradicts nobody. */
const UNNAMED =
  /^(?:unknown|unidentified|unnamed|anonymous|unidentifiable)\b.*$|^(?:(?:the |an? |several |some |all )?(?:audience|crowd|protest[eo]rs?|voices?|speakers?|question(?:er)?|members?|participants?|callers?|q|a)(?: members?| \d+)?|(?:fe)?male (?:speaker|voice)(?: \d+)?)$/u;

/** A bound on each memo; far above the names of one library. */
const REMEMBERED_MAX = 10_000;
const isNobody = remembered((name) => NOBODY.test(fold(name).trim()), REMEMBERED_MAX);
const isUnnamedTurn = remembered((name) => UNNAMED.test(fold(name).trim()), REMEMBERED_MAX);

/** Whether a name says nothing of who it is: a pronoun, "a source", or a transcript's label for somebody it cannot name. */
export function isUnnamed(name: string): boolean {
  return isNobody(name) || isUnnamedTurn(name);
}

/** What a claimed name may be read as. */
interface Claim {
  text: string;
  folded: string;
  words: number;
  described: Described | null;
  /** The last word is an office and a surname: “King”. */
  ambiguous: boolean;
  isBody: boolean;
  person: PersonName;
}

const claimOf = remembered((text): Claim => {
  const keys = words(text).map(({ key }) => key);
  return {
    text,
    folded: fold(text.trim()),
    words: keys.filter((key) => !ARTICLES.has(key)).length,
    described: describedBy(text),
    ambiguous: TITLES_OR_NAMES.has(keys.at(-1) ?? ""),
    isBody: isBody(text.split(",")[0] ?? text),
    person: personName(text),
  };
}, REMEMBERED_MAX);

/** By its own words, or because no name has so few vowels: “FBI”. */
const isBody = remembered(
  (name) => isBodyName(name) || /^(?:the )?[^aeiouy\s.]{2,5}$/iu.test(name.trim()),
  REMEMBERED_MAX,
);
const foldedName = remembered((name) => fold(name.trim()), REMEMBERED_MAX);

function fitOf(claim: Claim, speaker: NamedSpeaker): Fit {
  if (claim.folded === foldedName(speaker.name)) return EXACT;
  const fit = speaker.kind === "person" ? fitOfPerson(claim, speaker) : fitOfBody(claim, speaker);
  const document = speaker.document === null ? OTHER : compareBodies(claim.text, speaker.document);
  return Math.max(fit, document) as Fit;
}

function fitOfPerson(claim: Claim, speaker: NamedSpeaker): Fit {
  const together = namedTogether(speaker.name).each ?? namedTogether(claim.text).each;
  if (together === null) return fitOfOne(claim, speaker);
  const names = namedTogether(speaker.name).each ?? [speaker.name];
  const claims = namedTogether(claim.text).each ?? [claim.text];
  const isOneOf = (one: string): boolean =>
    claims.some((name) => fitOfOne(claimOf(name), { ...speaker, name: one }) !== OTHER);
  return names.some(isOneOf) || fitOfOne(claim, speaker) !== OTHER ? POSSIBLE : OTHER;
}

function fitOfOne(claim: Claim, speaker: NamedSpeaker): Fit {
  const name = personName(speaker.name);
  const called = comparePeople(claim.person, name);
  if (claim.described !== null) {
    const role = compareRoles(claim.described, roleOf(speaker));
    return claim.ambiguous || claim.described.mayBeNamed ? (Math.max(role, called) as Fit) : role;
  }
  if (isByMarriage(speaker.role) && claim.person.given.length === 0 && claim.person.titles.some(isOffice))
    return OTHER;
  if (called !== OTHER) return called;
  // A pope has a name of his own as well.
  if (claim.person.titles.some(isRegnal) && hasOffice(claim.person.titles, roleOf(speaker))) return POSSIBLE;
  if (isBody(speaker.name)) return compareBodies(claim.text, speaker.name);
  if (!claim.isBody) return OTHER;
  if (speaker.role !== null && standsIn(claim.text, speaker.role)) return FITTING;
  return speaker.role === null || isState(claim.text) ? POSSIBLE : OTHER;
}

/** A body's name may be a person's whose kind the source does not tell: “Zelensky” alone over a speech. */
function fitOfBody(claim: Claim, speaker: NamedSpeaker): Fit {
  if (claim.described?.isOffice && !speaksFor(claim.described)) {
    return claim.described.head.some((key) => standsIn(key, speaker.name)) ? POSSIBLE : OTHER;
  }
  const fit = compareBodies(claim.text, speaker.name);
  if (fit > POSSIBLE || speaker.kind === "document" || isBody(speaker.name) || claim.isBody) return fit;
  if (speaker.name === speaker.name.toUpperCase()) return fit;
  return Math.max(fit, comparePeople(claim.person, personName(speaker.name))) as Fit;
}

/** Whoever speaks for a body is that body's voice. */
function speaksFor({ head }: Described): boolean {
  return /^(?:spokes|official|leader|member|delegation|administration|representative|authoritie)s?$/u.test(
    head.at(-1) ?? "",
  );
}

/** The office that the source tells, beside the name or before it. */
function roleOf(speaker: NamedSpeaker): string | null {
  const { titles, rest } = personName(speaker.name);
  const printed = [...titles.filter(isOffice), rest].join(" ").trim();
  return speaker.role ?? (printed === "" ? null : printed);
}

function isOffice(title: string): boolean {
  return TITLES.has(title) && genderOfTitle(title) === null && !isRegnal(title) && title !== "dr";
}

/** Somebody else of the source whom the claim may mean: not the same person under another form of the name. */
function isRival(claim: Claim, speaker: NamedSpeaker, other: NamedSpeaker): boolean {
  if (foldedName(other.name) === foldedName(speaker.name) || fitOf(claim, other) === OTHER) return false;
  if (speaker.kind !== "person" || other.kind !== "person") return true;
  const [own, rival] = [personName(speaker.name), personName(other.name)];
  // Of two that differ by “Jr.” alone, in one source, one is the father.
  const isFather = own.suffix !== rival.suffix && own.given.join(" ") === rival.given.join(" ");
  return isFather || comparePeople(own, rival) < FULL;
}

function settled(
  fit: Fit,
  claim: Claim,
  speaker: NamedSpeaker,
  others: readonly NamedSpeaker[],
): NameComparison {
  if (fit === POSSIBLE) return "unsure";
  return isSurnameOfOthers(claim, speaker, others) ? "unsure" : "same";
}

/** “Tom Jones” against a bare “Jones”, in a source that has a Sam Jones: it may be short for him. */
function isSurnameOfOthers(claim: Claim, speaker: NamedSpeaker, others: readonly NamedSpeaker[]): boolean {
  const name = personName(speaker.name);
  if (speaker.kind !== "person" || name.given.length > 0 || isAbridged(claim.person)) return false;
  return others.some(
    (other) =>
      other.kind === "person" &&
      !isAbridged(personName(other.name)) &&
      comparePeople(name, personName(other.name)) === FITTING &&
      comparePeople(claim.person, personName(other.name)) === OTHER,
  );
}

function besideRivals(
  fit: Fit,
  claim: Claim,
  speaker: NamedSpeaker,
  rivals: readonly NamedSpeaker[],
): NameComparison {
  const isTold = (one: NamedSpeaker): boolean => hasOffice(claim.person.titles, roleOf(one));
  const told = isTold(speaker);
  const open = told ? rivals.filter(isTold) : rivals;
  if (open.every((rival) => fitOf(claim, rival) < fit)) return settled(fit, claim, speaker, rivals);
  const isOutdone = rivals.some(
    (rival) =>
      areTwo(speaker, rival) &&
      (fitOf(claim, rival) > fit || (!told && isTold(rival) && roleOf(speaker) !== null)),
  );
  // Who is called by less may still be meant by more: “J. Smith” beside a Jane Smith.
  const isOpen = fit === FULL || (speaker.kind === "person" && isAbridged(personName(speaker.name)));
  return isOutdone && !isOpen ? "different" : "unsure";
}

/** Whether two of a source are surely two, and not one whom it prints in two ways. */
function areTwo(a: NamedSpeaker, b: NamedSpeaker): boolean {
  if (a.kind !== "person" || b.kind !== "person") return a.kind !== b.kind;
  return comparePeople(personName(a.name), personName(b.name)) === OTHER;
}

/** "The 12-point plan" may well be "the Chinese plan": the same sort of document, told otherwise. */
function namesDocument(claimed: string, speaker: NamedSpeaker): boolean {
  if (speaker.document === null) return false;
  const noun = (name: string): string | undefined => words(name).at(-1)?.key;
  return noun(claimed) !== undefined && noun(claimed) === noun(speaker.document);
}
