import { expect, test } from "vitest";
import { compareNames, type NamedSpeaker } from "../../../src/core/reading/names.ts";
import { NAME_PAIRS } from "./name-pairs.ts";

const groups = [...new Set(NAME_PAIRS.map(({ group }) => group))];

test.each(groups)("%s: each name is whose an editor would say", (group) => {
  const wrong = NAME_PAIRS.filter((pair) => pair.group === group).flatMap(
    ({ claimed, speaker, others, accepted }) => {
      const told = compareNames(claimed, speaker, others);
      return accepted.includes(told)
        ? []
        : [`${claimed} ~ ${shown(speaker)}: ${told}, not ${accepted.join(" or ")}`];
    },
  );
  expect(wrong).toEqual([]);
});

test("a speaker is the same by the name that the source prints, whoever else speaks", () => {
  for (const { speaker, others } of NAME_PAIRS) {
    expect(compareNames(speaker.name, speaker, others), speaker.name).toBe("same");
    expect(compareNames(speaker.name.toUpperCase(), speaker, others), speaker.name).toBe("same");
  }
});

test("no name, however long or odd, breaks the comparison", () => {
  const odd = [
    "",
    " ",
    ",",
    ",,",
    "of",
    "the",
    "Dr.",
    "Jr.",
    "-",
    "van der",
    "al-",
    "(…)",
    "“”",
    "\ud800",
    "A".repeat(5000),
  ];
  for (const claimed of odd)
    for (const name of [...odd, "Ada Marlowe"])
      for (const kind of ["person", "organisation"] as const)
        expect(["same", "different", "unsure"]).toContain(
          compareNames(claimed, { name, kind, role: null, document: null }, []),
        );
});

function shown({ name, role }: NamedSpeaker): string {
  return role === null ? name : `${name} [${role}]`;
}
