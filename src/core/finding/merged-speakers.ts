import { familyNameKey, givenLikeness, SPELT } from "../reading/name-words.ts";
import { DOUBLE_FAMILY_NAMES, genderOfGivenName, isGivenName } from "../reading/nicknames.ts";
import { familyFirst, type PersonName, personName } from "../reading/person-name.ts";
import { comparePeople, FITTING, FULL, isAbridged } from "../reading/same-person.ts";
import { kindOfSpeaker, wordsOfSpeaker } from "../reading/speaker-id.ts";
import { isOrdinal, isTitleWord } from "../reading/titles.ts";
import { SPEAKERS } from "../tuning.ts";
import { compareIds } from "./ids.ts";
import type { RankedSpeaker } from "./speakers.ts";

/** Which ids are one speaker's. */
export interface MergedSpeakers {
  /** All ids of the speaker who has this one, the one by which the speaker is listed first. An id that is not known is alone. */
  idsOf(id: string): readonly string[];
  /** The ids of those of whom a name that says too little may be short: “jones” beside two of them. Empty for all others. */
  mayBe(id: string): readonly string[];
}

interface Form extends RankedSpeaker {
  name: PersonName;
}

/**
 * Puts together the ids that are one person's: fuller forms of a name, short and transliterated
 * first names, other spellings; and a surname or an initial where exactly one fits. Whoever fits
 * two stays alone. It depends on the ids and their counts only, so that every corpus with the same
 * speakers merges them alike. Work grows with the ids that share a surname, not with all pairs.
 */
export function mergedSpeakers(speakers: readonly RankedSpeaker[]): MergedSpeakers {
  const groups = new Map<string, readonly string[]>();
  const open = new Map<string, readonly string[]>();
  for (const family of familiesOf(speakers)) {
    const full = withSuffixes(
      clustersOf(
        family.filter(({ name }) => !isAbridged(name)),
        open,
      ),
    );
    const initialled = family.filter(({ name }) => isAbridged(name) && name.given.length > 0);
    const people = joined(full, alike(initialled), open, groups);
    const bare = family.filter(({ name }) => name.given.length === 0);
    for (const cluster of joined(people, alike(bare), open, groups)) keep(cluster, groups);
  }
  return {
    idsOf: (id) => groups.get(id) ?? [id],
    mayBe: (id) =>
      [...new Set((open.get(id) ?? []).map((one) => groups.get(one)?.[0] ?? one))].sort(compareIds),
  };
}

/** Those whose family name sounds alike, most quoted first. */
function familiesOf(speakers: readonly RankedSpeaker[]): Form[][] {
  const families = new Map<string, Form[]>();
  const ordered = [...speakers].sort((a, b) => b.quotations - a.quotations || compareIds(a.id, b.id));
  for (const speaker of ordered) {
    if (kindOfSpeaker(speaker.id) !== "person") continue;
    const form = { ...speaker, name: nameOfId(speaker.id) };
    if (!isPlain(form.name, speaker.id)) continue;
    const key = familyNameKey(familyOf(form.name));
    const own = families.get(key);
    if (own === undefined) families.set(key, [form]);
    else if (own.length < SPEAKERS.familyMax) own.push(form);
  }
  return [...families.values()].filter((family) => family.length > 1);
}

/** Whether a name is a person's alone: not “First Soldier”, “Duke of York”, “Both Reyle and Holt”, “Queen”. */
function isPlain({ surname, suffix, place, rest }: PersonName, id: string): boolean {
  const isLabel = surname.every(isTitleWord) || (suffix !== null && isOrdinal(suffix));
  return (
    !isLabel && place.length === 0 && rest === "" && !/(?:^|-)(?:and|both|all|of|to|from|for)-/u.test(id)
  );
}

/** The name that an id was made of, as far as it can be told: in capitals, without marks. */
function nameOfId(id: string): PersonName {
  const printed = wordsOfSpeaker(id).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return personName(printed.join(" "));
}

/** The word by which a name is put beside others: the family's, of two the first. */
function familyOf(name: PersonName): string {
  const first = familyFirst(name);
  const isFirst = first !== null && (name.given.length > 1 || !isGivenName(name.given[0] ?? ""));
  if (isFirst) return first.surname[0] ?? "";
  const before = name.given.length === 1 ? name.given : name.given.slice(1);
  return before.find((key) => DOUBLE_FAMILY_NAMES.has(key)) ?? name.surname[0] ?? "";
}

/** Full names that are one person's. Where somebody's fits two that do not fit each other, it is left apart. */
function clustersOf(forms: readonly Form[], open: Map<string, readonly string[]>): Form[][] {
  const torn = new Set(forms.filter((form) => isTorn(form, forms)));
  for (const form of torn)
    open.set(
      form.id,
      forms.filter((other) => other !== form && isOne(form, other)).map(({ id }) => id),
    );
  const clusters: Form[][] = [];
  for (const form of forms) {
    const own = torn.has(form)
      ? undefined
      : clusters.find(
          (cluster) =>
            cluster.some((other) => isOne(form, other)) &&
            cluster.every((other) => !torn.has(other) && mayBeOne(form, other)),
        );
    if (own) own.push(form);
    else clusters.push([form]);
  }
  return clusters;
}

function isTorn(form: Form, forms: readonly Form[]): boolean {
  const near = forms.filter((other) => other !== form && isOne(form, other));
  return near.some((one) => near.some((other) => !mayBeOne(one, other)));
}

/** Surely one person, as far as names tell. */
function isOne(a: Form, b: Form): boolean {
  const isFull = a.name.suffix === b.name.suffix && comparePeople(a.name, b.name) >= FULL;
  return isFull && !isNamedOtherwise(a.name, b.name) && !isNamedOtherwise(b.name, a.name);
}

/**
 * Whether a middle name in full stands where the other has none: John Quincy Adams is not John Adams.
 * A woman's may be her name before she married, and family names and fathers' names are often left out.
 */
function isNamedOtherwise(longer: PersonName, shorter: PersonName): boolean {
  if (longer.given.length <= shorter.given.length || shorter.given.some((_, index) => index > 0))
    return false;
  if (genderOfGivenName(longer.given[0] ?? "") === "feminine") return false;
  const middle = longer.given.slice(1).filter((key) => givenLikeness(key, shorter.given[0] ?? "") < SPELT);
  const isLeftOut = (key: string): boolean =>
    DOUBLE_FAMILY_NAMES.has(key) || /(?:ovi|evi|ovy)t?ch$/u.test(key);
  return (
    !longer.compound &&
    middle.length === longer.given.length - 1 &&
    middle.some((key) => key.length > 1 && !isLeftOut(key))
  );
}

function mayBeOne(a: Form, b: Form): boolean {
  return comparePeople(a.name, b.name) >= FITTING;
}

/**
 * “Joseph R. Biden Jr.” put to “Joe Biden”, where nobody else fits. “Donald Trump Jr.” is not put to
 * “Donald Trump”: who is printed so beside a name that is the same but for the suffix is the son.
 */
function withSuffixes(clusters: readonly Form[][]): Form[][] {
  const isTold = (cluster: readonly Form[]): boolean => (cluster[0]?.name.suffix ?? null) !== null;
  const kept = clusters.filter((cluster) => !isTold(cluster)).map((cluster) => [...cluster]);
  for (const told of clusters.filter(isTold)) {
    const fitting = kept.filter((cluster) => told.some((a) => cluster.some((b) => mayBeOne(a, b))));
    const [only] = fitting;
    const isSame =
      only !== undefined &&
      fitting.length === 1 &&
      told.every((a) => only.every((b) => a.name.given[0] !== b.name.given[0] && mayBeOne(a, b)));
    if (isSame) only.push(...told);
    else kept.push([...told]);
  }
  return kept;
}

/** Surnames alone, or with the same initials, in several spellings. */
function alike(forms: readonly Form[]): Form[][] {
  const clusters: Form[][] = [];
  for (const form of forms) {
    const own = clusters.find(
      ([first]) =>
        first !== undefined &&
        first.name.given.join("") === form.name.given.join("") &&
        first.name.suffix === form.name.suffix &&
        comparePeople(first.name, form.name) >= FITTING,
    );
    if (own) own.push(form);
    else clusters.push([form]);
  }
  return clusters;
}

/** The people with those short forms that fit exactly one of them; a short form that fits none is a person, and one that fits several is told of. */
function joined(
  people: readonly Form[][],
  short: readonly Form[][],
  open: Map<string, readonly string[]>,
  groups: Map<string, readonly string[]>,
): Form[][] {
  const all = people.map((cluster) => [...cluster]);
  const alone: Form[][] = [];
  for (const forms of short) {
    const fitting = people.flatMap((cluster, index) =>
      forms.every((form) => cluster.some((other) => mayBeOne(form, other))) ? [index] : [],
    );
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) all[only]?.push(...forms);
    else alone.push([...forms]);
    if (fitting.length < 2) continue;
    for (const { id } of forms)
      open.set(
        id,
        fitting.map((index) => all[index]?.[0]?.id ?? id),
      );
    keep(forms, groups);
  }
  return [...all, ...alone];
}

/** Keeps the ids of one speaker, the most quoted full name's first. */
function keep(cluster: readonly Form[], groups: Map<string, readonly string[]>): void {
  const ids = [...cluster]
    .sort(
      (a, b) =>
        Number(isAbridged(a.name)) - Number(isAbridged(b.name)) ||
        b.quotations - a.quotations ||
        compareIds(a.id, b.id),
    )
    .map(({ id }) => id);
  for (const id of ids) groups.set(id, ids);
}
