import { countryOf } from "../text/places.ts";
import { words } from "../text/words.ts";
import { isBodyName, isState } from "./bodies.ts";
import { FAMILY_NAMES_FIRST, spellingsOf } from "./nicknames.ts";
import { personName } from "./person-name.ts";
import { describedBy } from "./roles.ts";
import { isTitleWord } from "./titles.ts";

/**
 * The folded words of which one stands in the name of nearly everybody who may be meant by this one: what
 * family names it has, in every spelling; of a body all that tell. Null where no word must: a role
 * ("the mayor"), initials ("MBS"), a country for its government.
 */
export function searchWordsOf(name: string): string[] | null {
  const printed = name.trim();
  if (describedBy(printed) !== null || isState(printed) || /^(?:the )?\p{Lu}{2,6}$/u.test(printed))
    return null;
  const found = isBodyName(printed) ? wordsOfBody(printed) : wordsOfPerson(printed);
  const keys = [...new Set(found.flatMap((key) => [key, ...spellingsOf(key)]))];
  return keys.length > 0 ? keys : null;
}

function wordsOfBody(name: string): string[] {
  return words(name)
    .map(({ key }) => key)
    .filter((key) => key.length > 3 && countryOf(key) === null);
}

function wordsOfPerson(name: string): string[] {
  const { given, surname } = personName(name);
  const family = [...surname, ...given.slice(1), ...given.filter((key) => FAMILY_NAMES_FIRST.has(key))];
  const isFamily = new Set(family.filter((key) => key.length > 1));
  // As they are printed: what is compared has no “ø”, and the index has.
  const keys = words(name).map(({ key }) => key);
  return [...keys.filter((key) => isFamily.has(key) || !isPlain(key)), ...isFamily].filter(
    (key) => !isTitleWord(key),
  );
}

function isPlain(key: string): boolean {
  return !/[øłßđðþæœıħə]/u.test(key);
}
