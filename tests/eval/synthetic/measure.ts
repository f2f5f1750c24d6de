import type { Library } from "../../../src/core/finding/library.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { shareFigures } from "../scoring/figures.ts";
import type { Failure, Figure, Section, Table } from "../section.ts";
import { generateEdits } from "./generate.ts";
import { isAt, type Judged, judgeEdit, linesOf } from "./judged.ts";

/** The groups that a misquotation must never slip through. */
const GRAVE = ["negation", "number", "name", "modal"];
/** What of them must be told with the right kind; what of the harmless edits may be called material. */
const FLOORS = { grave: 0.97, alarms: 0.03 } as const;

/** Asks about edits made from the sources' own sentences: is what changes the sense told, and what does not left alone? */
export function measureSynthetic(
  library: Library,
  sources: readonly SourceInput[],
  options: { count: number; seed: number },
): Section {
  const judged = generateEdits(sources, options).map((edit) => judgeEdit(edit, library));
  const material = judged.filter(({ edit }) => edit.expect.material);
  const harmless = judged.filter(({ edit }) => !edit.expect.material);
  return {
    id: "synthetic",
    title: "Made-up edits of real sentences",
    notes: notesOf(judged, options),
    figures: [...materialFigures(material), ...harmlessFigures(harmless), ...uneditedFigures(judged)],
    tables: [materialTable(material), harmlessTable(harmless)],
    failures: failuresOf(judged),
  };
}

function notesOf(judged: readonly Judged[], { seed }: { seed: number }): string[] {
  const around = judged.filter(
    ({ edit, calledMaterial, alarmed }) => !edit.expect.material && calledMaterial && !alarmed,
  );
  return [
    `${judged.length} sentences that stand once in the sources, each with one thing changed (seed ${seed}). “Told” asks for the verdict altered and a material change of a kind that fits the edit, at the sentence’s own place; a place that is not found fails. The families of edits are equally many, not as many as real misquotations of that kind.`,
    `A harmless edit raises an alarm where anything is called material that the exact sentence is not; ${around.length} harmless edits were material for what stands around the sentence alone and are not counted.`,
  ];
}

function figuresOf(
  judged: readonly Judged[],
  name: string,
  holds: (judged: Judged) => boolean,
  bound: { floor?: number; ceiling?: number } = {},
): Figure[] {
  return shareFigures(
    judged.map((each) => ({ part: each.part, value: holds(each) })),
    name,
    bound,
  );
}

function materialFigures(judged: readonly Judged[]): Figure[] {
  const grave = judged.filter(({ edit }) => GRAVE.includes(edit.group));
  const groups = Map.groupBy(judged, ({ edit }) => edit.group);
  return [
    ...figuresOf(grave, "told: negation, number, name, modal", (each) => each.toldRightly, {
      floor: FLOORS.grave,
    }),
    ...figuresOf(judged, "told: all material edits", (each) => each.toldRightly),
    ...figuresOf(judged, "called material, with whatever kind", (each) => each.calledMaterial),
    ...figuresOf(judged, "told as one change and no more", (each) => each.toldOnce),
    ...figuresOf(judged, "place found: material edits", (each) => each.found),
    ...[...groups].flatMap(([group, members]) =>
      figuresOf(members, `told: ${group}`, (each) => each.toldRightly),
    ),
  ];
}

function harmlessFigures(judged: readonly Judged[]): Figure[] {
  const groups = Map.groupBy(judged, ({ edit }) => edit.group);
  return [
    ...figuresOf(judged, "alarms on harmless edits", (each) => each.alarmed, { ceiling: FLOORS.alarms }),
    ...figuresOf(judged, "place found: harmless edits", (each) => each.found),
    ...[...groups].flatMap(([group, members]) =>
      figuresOf(members, `alarms: ${group}`, (each) => each.alarmed),
    ),
  ];
}

/** The same sentences to the letter: what fails here is no edit's doing. */
function uneditedFigures(judged: readonly Judged[]): Figure[] {
  return [
    ...figuresOf(judged, "place found: the sentences unedited", ({ edit, unedited }) => isAt(edit, unedited)),
    ...figuresOf(
      judged,
      "accurate: the sentences unedited",
      ({ unedited }) => unedited.verdict === "accurate",
    ),
  ];
}

function materialTable(judged: readonly Judged[]): Table {
  return {
    title: "Material edits by family",
    head: ["family", "group", "n", "told", "called material", "one change", "not found"],
    rows: [...Map.groupBy(judged, ({ edit }) => edit.edit)].map(([family, members]) => [
      family,
      members[0]?.edit.group ?? "",
      `${members.length}`,
      shareOf(members, (each) => each.toldRightly),
      shareOf(members, (each) => each.calledMaterial),
      shareOf(members, (each) => each.toldOnce),
      `${members.filter((each) => !each.found).length}`,
    ]),
  };
}

function harmlessTable(judged: readonly Judged[]): Table {
  return {
    title: "Harmless edits by family",
    head: ["family", "group", "n", "alarms", "accurate", "not found"],
    rows: [...Map.groupBy(judged, ({ edit }) => edit.edit)].map(([family, members]) => [
      family,
      members[0]?.edit.group ?? "",
      `${members.length}`,
      shareOf(members, (each) => each.alarmed),
      shareOf(members, (each) => each.answer.verdict === "accurate"),
      `${members.filter((each) => !each.found).length}`,
    ]),
  };
}

function shareOf(judged: readonly Judged[], holds: (judged: Judged) => boolean): string {
  return (judged.filter(holds).length / judged.length).toFixed(3);
}

/** What failed, of the part that may be read, by family; places not found apart. */
function failuresOf(judged: readonly Judged[]): Failure[] {
  const failed = judged.filter(
    (each) =>
      each.part === "read" && (!each.found || (each.edit.expect.material ? !each.toldRightly : each.alarmed)),
  );
  return failed
    .map((each) => ({
      id: each.edit.id,
      group: each.found ? each.edit.edit : `not found: ${each.edit.edit}`,
      lines: linesOf(each),
    }))
    .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
}
