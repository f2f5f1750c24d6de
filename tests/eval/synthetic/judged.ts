import type { Answer, Change } from "../../../src/core/answer.ts";
import { check } from "../../../src/core/check.ts";
import type { Library } from "../../../src/core/finding/library.ts";
import { overlaps } from "../../../src/core/text/span.ts";
import { type Part, partOfId } from "../scoring/split.ts";
import type { SyntheticEdit } from "./generate.ts";

/** An edit, and what the engine made of it. */
export interface Judged {
  edit: SyntheticEdit;
  part: Part;
  answer: Answer;
  /** What is said of the sentence as it stands. */
  unedited: Answer;
  /** The first match is the sentence that was edited. */
  found: boolean;
  /** Some change or warning is material. */
  calledMaterial: boolean;
  /** A change that is material and of a kind that tells the edit rightly. */
  toldRightly: boolean;
  /** Nothing but that was called material. */
  toldOnce: boolean;
  /** Of a harmless edit: material, though the sentence as it stands is not. */
  alarmed: boolean;
}

/** Asks the engine about one edit, and about the sentence as it stands. */
export function judgeEdit(edit: SyntheticEdit, library: Library): Judged {
  const answer = ask(edit.edited, library);
  const unedited = ask(edit.sentence, library);
  const found = isAt(edit, answer);
  const material = (answer.matches[0]?.changes ?? []).filter((change) => change.material);
  const rightly = material.filter(({ kind }) => edit.expect.kinds.includes(kind));
  const calledMaterial = found && answer.severity === "material";
  return {
    edit,
    part: partOfId(edit.id),
    answer,
    unedited,
    found,
    calledMaterial,
    toldRightly: found && answer.verdict === "altered" && rightly.length > 0,
    toldOnce: found && rightly.length === 1 && material.length === 1,
    // What stands around a sentence can make even its exact words misleading: no edit's doing.
    alarmed: calledMaterial && (material.length > 0 || unedited.severity !== "material"),
  };
}

/** Whether the first match of an answer is the sentence's own place. */
export function isAt({ source, span }: SyntheticEdit, { matches: [match] }: Answer): boolean {
  return match !== undefined && match.source.id === source && overlaps(match.quote, span);
}

function ask(text: string, library: Library): Answer {
  const question = { form: "quote", text, speaker: null, within: null, prefix: null, suffix: null } as const;
  return check({ ...question, limit: 3 }, library);
}

/** What the engine said, for a person to read. */
export function linesOf({ edit, answer, unedited, found }: Judged): string[] {
  const [match] = answer.matches;
  const warnings = (match?.context.warnings ?? []).filter((warning) => warning.material);
  return [
    `sentence: ${edit.sentence}`,
    `edited: ${edit.edited}`,
    `got: ${answer.verdict}, ${answer.severity}${match ? `, in ${match.source.id}` : ""}`,
    ...(found
      ? []
      : [`the sentence unedited: ${isAt(edit, unedited) ? unedited.verdict : "not found either"}`]),
    ...(match?.changes ?? []).map(changeLine),
    ...warnings.map(({ kind, message }) => `warning: ${kind}, ${message}`),
  ];
}

function changeLine({ kind, material, submitted, source }: Change): string {
  return `change: ${kind}${material ? ", material" : ""}: “${submitted.text}” → “${source.text}”`;
}
