import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";

/** One turn of a transcript: who speaks, by the words at the start of its line. */
export interface Turn extends Span {
  /** Full name as the transcript first gives it, in normal case. */
  name: string;
  role: string | null;
  /** False where a surname alone fits two earlier speakers. */
  certain: boolean;
  label: Span;
}

const LABEL =
  /^[ \t]*(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+)?([\p{L}][^:\n]{0,118}?)[ \t]*:(?=\s|$)/gmu;
/** Words that open a line with a colon and are no one's name. */
const NOT_A_NAME = new Set(
  "note correction update editor source date time place location subject present re to from".split(" "),
);
const HONORIFIC =
  /^(?:(?:MR|MRS|MS|DR|PROF|SEN|REP|GOV|LT|GEN|COL|REV|HON|SGT|CAPT)\.?|SENATOR|REPRESENTATIVE|CONGRESS(?:MAN|WOMAN)|GOVERNOR|PRESIDENT|VICE PRESIDENT|PRIME MINISTER|MINISTER|SECRETARY|MAYOR|DEPUTY MAYOR|COUNCILL?OR|COUNCIL(?:MAN|WOMAN|MEMBER)|COMMISSIONER|CHAIR(?:MAN|WOMAN|PERSON)?|AMBASSADOR|JUDGE|JUSTICE|SIR|LADY|LORD|KING|QUEEN|PRINCE|PRINCESS|CLERK|SPEAKER)\s+(?=\S)/iu;

interface Label extends Span {
  name: string;
  role: string | null;
}

/** The speaker turns of a transcript, in order; each runs to the next one's label. Empty when no line begins with a name. */
export function speakerTurns(text: string): Turn[] {
  const labels = findLabels(text);
  const people: Person[] = [];
  return labels.map((label, index) => {
    const { person, certain } = resolve(label, people);
    const end = labels[index + 1]?.start ?? text.length;
    const start = label.end;
    return {
      start,
      end,
      name: person.name,
      role: person.role,
      certain,
      label: { start: label.start, end: label.end },
    };
  });
}

function findLabels(text: string): Label[] {
  return labelsIn(text).map(({ named, role, start, end }) => {
    const title = HONORIFIC.exec(named)?.[0].trim() ?? null;
    const bare = title ? named.slice(title.length).trim() : named.trim();
    return {
      name: inNormalCase(bare),
      role: role ? inNormalCase(role) : title ? inNormalCase(title).replace(/\.$/u, "") : null,
      start,
      end,
    };
  });
}

/** Where the labels of a transcript's turns stand, without who they name. */
export function turnLabels(text: string): Span[] {
  return labelsIn(text).map(({ start, end }) => ({ start, end }));
}

/** A label as it is printed. */
interface Printed extends Span {
  named: string;
  role: string | null;
}

function labelsIn(text: string): Printed[] {
  if (!text.includes(":")) return [];
  const found: Printed[] = [];
  for (const hit of text.matchAll(LABEL)) {
    const label = readLabel((hit[1] ?? "").trim());
    const start = hit.index + (hit[0].length - hit[0].trimStart().length);
    if (label) found.push({ ...label, start, end: hit.index + hit[0].length });
  }
  return found;
}

function readLabel(printed: string): { named: string; role: string | null } | null {
  const comma = printed.indexOf(",");
  const party = comma > 0 ? null : /^(.*?)\s*\(([^)]*)\)\s*$/u.exec(printed);
  const named = comma > 0 ? printed.slice(0, comma) : (party?.[1] ?? printed);
  const role = comma > 0 ? printed.slice(comma + 1).trim() : null;
  const parts = named.trim().split(/\s+/u);
  if (parts.length > 7 || parts.length === 0 || NOT_A_NAME.has(fold(parts[0] ?? ""))) return null;
  const letters = named.replace(/[^\p{L}]/gu, "");
  const upper = letters.replace(/[^\p{Lu}]/gu, "").length;
  const unicase = letters !== "" && !/[\p{Lu}\p{Ll}]/u.test(letters);
  const shouted = letters.length > 0 && upper >= letters.length * 0.7;
  const titled =
    parts.length <= 4 &&
    parts.every((part) => /^\p{Lu}[\p{L}.’'-]*$|^(?:of|the|de|van|von|der|la|al)$|^\d+$/u.test(part));
  return shouted || titled || unicase ? { named, role } : null;
}

function inNormalCase(printed: string): string {
  if (/\p{Ll}/u.test(printed.replace(/\bMc|\bMac|\bO['’]/gu, ""))) return printed;
  return printed
    .toLowerCase()
    .replace(/(^|[\s'’.(-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bMc(\p{L})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(?<=\S\s)(Of|The|And|For|To)(?=\s)/gu, (word) => word.toLowerCase());
}

interface Person {
  name: string;
  role: string | null;
}

/** A later surname leads back to the first full name; a role tells two of one surname apart. */
function resolve(label: Label, people: Person[]): { person: Person; certain: boolean } {
  const key = fold(label.name);
  const same = people.find((person) => fold(person.name) === key);
  if (same) {
    same.role ??= label.role;
    return { person: same, certain: true };
  }
  const bySurname = label.name.includes(" ")
    ? []
    : people.filter((person) => fold(person.name).endsWith(` ${key}`));
  const byRole = bySurname.filter(
    (person) => label.role !== null && person.role !== null && fold(person.role) === fold(label.role),
  );
  const fitting = byRole.length > 0 ? byRole : bySurname;
  if (fitting.length === 1) return { person: fitting[0] as Person, certain: true };
  if (fitting.length > 1) return { person: { name: label.name, role: label.role }, certain: false };
  const person = { name: label.name, role: label.role };
  people.push(person);
  return { person, certain: true };
}
