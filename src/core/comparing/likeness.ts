import { editDistance, letterMask, mayBeNear } from "../text/edit-distance.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { countryOf } from "../text/places.ts";
import { stem } from "../text/stem.ts";
import { ALIGNING } from "../tuning.ts";
import type { Unit, UnitClass } from "./units.ts";
import { spellingPattern, spellingVariant } from "./word-classes.ts";

/** How two units relate, from the same word to nothing in common. */
export type Relation = "same" | "spelling" | "misspelling" | "inflection" | "class" | "other";

/** All relations, and the number of each among them. */
export const RELATIONS: readonly Relation[] = [
  "same",
  "spelling",
  "misspelling",
  "inflection",
  "class",
  "other",
];
export const RELATION_CODES = Object.fromEntries(
  RELATIONS.map((relation, code) => [relation, code]),
) as Readonly<Record<Relation, number>>;

/** How much of a match a relation is worth to alignment, 0..1. */
export const LIKENESS: Readonly<Record<Relation, number>> = {
  same: 1,
  spelling: ALIGNING.spellingLikeness,
  misspelling: ALIGNING.spellingLikeness,
  inflection: ALIGNING.inflectionLikeness,
  class: ALIGNING.classLikeness,
  other: 0,
};

/** What comparison asks of a word again and again. */
interface Features {
  /** The word as it is spelt: numbers, dates and units of measure have a key that is not. */
  word: string;
  stem: string;
  /** The same for a word in British and in American spelling. */
  spelling: string;
  shape: string;
  digits: boolean;
  /** Whether digits stand among so many letters that they are letters misread: "6illionaire". */
  misread: boolean;
  letters: number;
}

/** A unit with its features. */
export interface Featured {
  unit: Unit;
  features: Features;
}

/** Features by key and word: windows on one subject have most of their words in common. Emptied when full. */
const remembered = new Map<string, Features>();

export function featured(unit: Unit): Featured {
  const word = lettersOf(unit);
  const id = word === unit.key ? word : `${unit.key} ${word}`;
  const known = remembered.get(id);
  if (known) return { unit, features: known };
  const features = featuresOf(unit.key, word);
  if (remembered.size >= ALIGNING.rememberedMax) remembered.clear();
  remembered.set(id, features);
  return { unit, features };
}

function featuresOf(key: string, word: string): Features {
  return {
    word,
    stem: stem(key),
    spelling: key.length > 3 ? spellingPattern(spellingVariant(key)) : spellingVariant(key),
    shape: shape(word),
    digits: /\d/u.test(word),
    misread: /\d/u.test(word) && word.replace(/\d/gu, "").length >= ALIGNING.misreadLettersMin,
    letters: letterMask(word),
  };
}

function lettersOf({ key, printed }: Unit): string {
  return /^[#@]|^(?:month|weekday)\d/u.test(key) ? printed : key;
}

/**
 * How a submitted unit relates to one of the source. A misspelling is a near miss that is
 * no word: "startd" for "started", but not "stared", which is another word.
 */
export function relate(submitted: Featured, source: Featured, lexicon: Lexicon): Relation {
  const [left, right] = [submitted.unit, source.unit];
  const [own, theirs] = [submitted.features, source.features];
  if (left.key === right.key) return "same";
  if (left.look === right.look && (left.kind === "date") !== (right.kind === "date")) return "same";
  if (left.kind === "date" && right.kind === "date" && isSameYear(left, right)) return "same";
  const closed = left.kind !== "plain" && left.kind !== "name";
  if (left.kind === right.kind && closed) return own.stem === theirs.stem ? "inflection" : "class";
  if (left.kind === "number" || right.kind === "number")
    return isSlip(own, theirs, lexicon) ? "misspelling" : "other";
  if (own.stem === theirs.stem) return "inflection";
  if (own.spelling === theirs.spelling) return "spelling";
  if (isSlip(own, theirs, lexicon)) return "misspelling";
  if (left.kind !== "name" || right.kind !== "name") return "other";
  return isNationality(left.key, right.key) ? "inflection" : "class";
}

/**
 * For each of the submitted units its relations to each of a list, by their codes. Only pairs that
 * may be related otherwise than as "other" are held against one another: those with a form in
 * common, those of one kind that is not plain, and, with what is no word and so may be a slip,
 * all. Most words have next to none.
 */
export function relationRows(
  submitted: readonly Featured[],
  source: readonly Featured[],
  lexicon: Lexicon,
): Uint8Array[] {
  const rows = submitted.map(() => new Uint8Array(source.length).fill(RELATION_CODES.other));
  const slips: number[] = [];
  const byForm = new Map<string, number[]>();
  submitted.forEach((unit, number) => {
    const { word, digits, misread } = unit.features;
    if ((!digits || misread) && !lexicon.has(word)) slips.push(number);
    else for (const form of formsOf(unit)) append(byForm, form, number);
  });
  source.forEach((other, column) => {
    const compare = (number: number): void => {
      const relation = relate(submitted[number] as Featured, other, lexicon);
      (rows[number] as Uint8Array)[column] = RELATION_CODES[relation];
    };
    slips.forEach(compare);
    for (const form of formsOf(other)) byForm.get(form)?.forEach(compare);
  });
  return rows;
}

function append(into: Map<string, number[]>, form: string, number: number): void {
  const there = into.get(form);
  if (there) there.push(number);
  else into.set(form, [number]);
}

/** All by which a unit may be the same as another, or in part; some more than once. A kind is told from a word by its mark. */
function formsOf({ unit: { key, look, kind }, features: { stem, spelling, shape } }: Featured): string[] {
  const forms = [key];
  if (look !== key) forms.push(look);
  if (stem !== key) forms.push(stem);
  if (spelling !== key) forms.push(spelling);
  if (shape !== key) forms.push(shape);
  if (kind !== "plain") forms.push(KIND_FORMS[kind]);
  return forms;
}

const KIND_FORMS: Readonly<Record<UnitClass, string>> = {
  number: "/number",
  date: "/date",
  unit: "/unit",
  negation: "/negation",
  modality: "/modality",
  quantifier: "/quantifier",
  name: "/name",
  plain: "/plain",
};

/** "’16" beside "2016": a year without its century. */
function isSameYear(a: Unit, b: Unit): boolean {
  const [short, long] = a.key.length < b.key.length ? [a, b] : [b, a];
  return /^[’']/u.test(short.printed) && long.key.length === 5 && long.key.endsWith(short.key.slice(1));
}

/** "Russian" beside "Russia": one country in two forms of its name. "Moscow" is another word for it, and no form. */
function isNationality(a: string, b: string): boolean {
  const country = countryOf(a);
  return country !== null && country === countryOf(b) && a.slice(0, 4) === b.slice(0, 4);
}

/** Edits that a slip of the finger or of the scanner makes: one in three letters, at most three, in what is then no word. */
function isSlip(submitted: Features, source: Features, lexicon: Lexicon): boolean {
  const [a, b] = [submitted.word, source.word];
  if (submitted.shape === source.shape && !(submitted.digits && source.digits)) return true;
  const edits = Math.min(3, Math.max(1, Math.floor(Math.max(a.length, b.length) / ALIGNING.slipLetters)));
  if (Math.max(a.length, b.length) <= 2 || source.digits) return false;
  if (submitted.digits && !submitted.misread) return false;
  if (Math.abs(a.length - b.length) > edits || !mayBeNear(submitted.letters, source.letters, edits))
    return false;
  if (editDistance(a, b, edits) > edits) return false;
  return !lexicon.has(a);
}

/** The word as scanners see it: shapes that they take for one another are made the same. */
function shape(key: string): string {
  if (!CONFUSED.test(key)) return key;
  return key
    .replace(/[1|i]/gu, "l")
    .replace(/0/gu, "o")
    .replace(/5/gu, "s")
    .replace(/rn/gu, "m")
    .replace(/vv/gu, "w")
    .replace(/cl/gu, "d")
    .replace(/[86]/gu, "b");
}
const CONFUSED = /[1|i0568]|rn|vv|cl/u;
