import { foldText, tokens } from "./fold.ts";

/** Where a name's description begins: “Ada Marlowe, who …”, “Ada Marlowe (Quay Party)”. */
const DESCRIPTION = /,|\(|\swho\s/u;
/** What may follow a name without a comma: “Ada Marlowe of Port Ellery”. It may also stand inside a title: “Secretary of State Ada Marlowe”. */
const TAIL = /\s(?:of|from|for|at|in|on|with)\s/u;
const SUFFIXES = ["jr", "sr", "ii", "iii", "iv"];
const PRONOUNS = "he she it they who which that this i we you his her their its our my us him them".split(
  " ",
);
/** A phrase that opens so tells what someone is: “the senator”, “another Quay Party member”. */
const DETERMINERS = "the a an one another some many several all both other no two three".split(" ");

/** The last word of a name, folded, without “Jr” and the like and without what describes its bearer; empty where there is none. */
export function surname(name: string): string {
  return lastWord(headOf(name));
}

/** Whether a name is the one that an article prints, by surname. In “Ada Marlowe of Port Ellery” either last word will do: which is hers a rule cannot tell. */
export function isSamePerson(name: string, printed: string): boolean {
  const head = headOf(printed);
  const given = surname(name);
  return given !== "" && [lastWord(head), lastWord(head.split(TAIL)[0] ?? "")].includes(given);
}

/** Whether any word of a name is the surname of one of these people. */
export function hasSurnameOf(name: string, people: readonly string[]): boolean {
  const words = tokens(name);
  return people.some((person) => words.includes(surname(person)));
}

/** Whether the speaker as printed is a name: its last word is capitalised, and it is no pronoun and begins with no article or number. */
export function isName(printed: string): boolean {
  const words = headOf(printed).split(/\s+/u);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (!/^\p{Lu}/u.test(last) || DETERMINERS.includes(foldText(first))) return false;
  return words.length > 1 || !PRONOUNS.includes(foldText(first));
}

function headOf(name: string): string {
  return (name.split(DESCRIPTION)[0] ?? "").trim().replace(/['’]s?$/u, "");
}

function lastWord(name: string): string {
  return (
    tokens(name)
      .filter((token) => !SUFFIXES.includes(token))
      .at(-1) ?? ""
  );
}
