import { fold } from "../text/fold.ts";
import { overlaps, type Span } from "../text/span.ts";
import { type Installed, installedIn, type Printed, printedLabels } from "./turn-labels.ts";

/** One turn of a transcript: who speaks, by the words at the start of its line. */
export interface Turn extends Span {
  /** Full name as the transcript first gives it, in normal case. */
  name: string;
  role: string | null;
  /** True where the transcript says that these are a translator's words. */
  translated: boolean;
  /** False where a surname alone fits two earlier speakers. */
  certain: boolean;
  label: Span;
}

const HONORIFIC =
  /^(?:(?:FORMER|ACTING|U\.?S\.?)\s+)*(?:(?:MR|MRS|MS|MX|DR|PROF|SEN|REP|GOV|LT|GEN|COL|ADM|CMDR|REV|HON|SGT|CAPT)\.?|MISS|SENATOR|REPRESENTATIVE|CONGRESS(?:MAN|WOMAN)|GOVERNOR|PRESIDENT(?:-ELECT)?|VICE PRESIDENT|PRIME MINISTER|MINISTER|SECRETARY|MAYOR|DEPUTY MAYOR|COUNCILL?OR|COUNCIL(?:MAN|WOMAN|MEMBER)|ALDER(?:MAN|WOMAN)|COMMISSIONER|CHAIR(?:MAN|WOMAN|PERSON)?|AMBASSADOR|ATTORNEY GENERAL|GENERAL|ADMIRAL|COLONEL|CAPTAIN|PROFESSOR|CHIEF JUSTICE|JUDGE|JUSTICE|SIR|LADY|LORD|KING|QUEEN|PRINCE|PRINCESS|POPE|CLERK|SPEAKER)\s+(?=\S*\p{L}{2})/iu;
const COURTESY: Readonly<Record<string, "m" | "f">> = { mr: "m", sir: "m", mrs: "f", ms: "f", miss: "f" };

/** The speaker turns of a transcript, in order; each runs to the next one's label. Empty when no line begins with a name. */
export function speakerTurns(text: string): Turn[] {
  const entries = entriesOf(text);
  const cast: Cast = { people: [], questioner: null, witness: null };
  return entries.flatMap((entry, index) => {
    if ("as" in entry) {
      install(entry, cast);
      return [];
    }
    const { end: start, translated } = entry;
    if (entry.by !== null) cast.questioner = resolve(nameOf(entry.by, null), cast.people).person;
    const { person, certain } = speakerOf(entry, cast);
    const { name, role } = person;
    const end = entries[index + 1]?.start ?? text.length;
    return [{ start, end, name, role, translated, certain, label: { start: entry.start, end: start } }];
  });
}

/** Where the labels of a transcript's turns stand, without who they name. */
export function turnLabels(text: string): Span[] {
  return printedLabels(text).map(({ start, end }) => ({ start, end }));
}

/** Labels, and the lines that say who asks and answers, in order; a line of both is no label. */
function entriesOf(text: string): (Printed | Installed)[] {
  const labels = printedLabels(text);
  const lines = labels.length === 0 ? [] : installedIn(text);
  if (lines.length === 0) return labels;
  const apart = labels.filter((label) => !lines.some((line) => overlaps(line, label)));
  return [...apart, ...lines].sort((a, b) => a.start - b.start);
}

interface Person {
  name: string;
  /** The name, folded. */
  key: string;
  role: string | null;
}

/** Everybody who has spoken so far, and who asks and answers where the text says so. */
interface Cast {
  people: Person[];
  questioner: Person | null;
  witness: Person | null;
}

/** A name in normal case, its title taken off, and the role, which may be that title. */
function nameOf(named: string, role: string | null): Person {
  const title = HONORIFIC.exec(named)?.[0].trim() ?? null;
  const name = inNormalCase(title ? named.slice(title.length).trim() : named.trim());
  return {
    name,
    key: fold(name),
    role: role ? inNormalCase(role) : title ? inNormalCase(title).replace(/\.$/u, "") : null,
  };
}

function install({ as, named }: Installed, cast: Cast): void {
  const { person } = resolve(nameOf(named, null), cast.people);
  cast[as] = person;
  if (as === "witness") person.role ??= "Witness";
}

/** Who a label names: "Q" whoever asks and "A" whoever answers, where that was said. */
function speakerOf({ named, role }: Printed, { people, questioner, witness }: Cast): Resolved {
  const letter = fold(named);
  const asked = letter === "q" ? questioner : letter === "a" || letter === "the witness" ? witness : null;
  return asked ? { person: asked, certain: true } : resolve(nameOf(named, role), people);
}

function inNormalCase(printed: string): string {
  if (/\p{Ll}/u.test(printed.replace(/\bMc|\bMac|\bO['’]/gu, ""))) return printed;
  return printed
    .toLowerCase()
    .replace(/(^|[\s'’.(-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{L})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(?<=\S\s)(Of|The|And|For|To)(?=\s)/gu, (word) => word.toLowerCase());
}

interface Resolved {
  person: Person;
  certain: boolean;
}

/** A later surname leads back to the first full name; a role tells two of one surname apart, and so do "Mr" and "Ms". */
function resolve(label: Person, people: Person[]): Resolved {
  const { key, role } = label;
  const courtesy = COURTESY[fold(role ?? "")];
  const open = courtesy ? people.filter((person) => !contradicts(person.role, courtesy)) : people;
  const same = open.filter((person) => person.key === key);
  const alike =
    same.length > 0 || !isSurname(key) ? same : open.filter((person) => endsWith(person.key, key));
  const byRole = alike.filter(
    (each) => role !== null && each.role !== null && fold(each.role) === fold(role),
  );
  const fitting = byRole.length > 0 ? byRole : alike;
  const [person] = fitting;
  if (fitting.length > 1) return { person: { ...label }, certain: false };
  if (person === undefined) {
    people.push(label);
    return { person: label, certain: true };
  }
  if (same.length > 0) person.role ??= role;
  return { person, certain: true };
}

/** One word, or several of which the first is no first name: "de la Cruz". */
function isSurname(key: string): boolean {
  return (
    !key.includes(" ") || /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ter) /u.test(key)
  );
}

function endsWith(name: string, surname: string): boolean {
  const bare = name.replace(/,?\s+(?:jr|sr|ii|iii|iv|esq)\.?$/u, "");
  return bare.endsWith(` ${surname}`);
}

function contradicts(role: string | null, courtesy: "m" | "f"): boolean {
  const other = COURTESY[fold(role ?? "")];
  return other !== undefined && other !== courtesy;
}
