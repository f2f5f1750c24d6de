import type { Answer } from "../../../src/core/answer.ts";
import type { Bench } from "../bench.ts";
import { CLASSES, type Class, failureOf, predictedClass, shortened } from "../outcome.ts";
import type { QuoteRow } from "../rows.ts";
import { figures } from "../scoring/figures.ts";
import { confusion, labelScores, macroF1, type Pair } from "../scoring/macro-f1.ts";
import { partOfId } from "../scoring/split.ts";
import type { Failure, Section, Table } from "../section.ts";
import { UNFINDABLE } from "./found.ts";

const FLOOR = 0.92;
/** Kinds whose printed words are the source's own, whatever was left out with a mark. */
const VERBATIM_KINDS = ["verbatim", "elided"];

interface Judged extends Pair<Class> {
  kind: string;
  row: { id: string; quote: string; speaker: string | null };
  expected: string;
  answer: Answer;
}

/** Whether the verdict is right three ways: verbatim, altered, absent. */
export async function measureVerdict(bench: Bench): Promise<Section> {
  const judged = [...(await judgedQuotes(bench)), ...(await judgedAbsent(bench))];
  const items = judged.map((each) => ({ part: partOfId(each.row.id), value: each }));
  return {
    id: "verdict",
    title: "Verdict three ways",
    notes: [
      "Taken for verbatim: any verdict but altered where the first match is verbatim, elided or bracketed, or any where it differs in nothing but case, punctuation and typography. Taken for absent: not_found and cannot_check. Taken for altered: the rest.",
      `Of the printed quotations, kinds ${VERBATIM_KINDS.join(" and ")} are verbatim and all others altered; “${UNFINDABLE}” is left out. The kinds come from a rule over folded words, which calls “33,000” against “thirty-three thousand” altered.`,
    ],
    figures: figures(items, {
      name: "verdict, macro-F1",
      statistic: (pairs) => macroF1(pairs, CLASSES),
      floor: FLOOR,
    }),
    tables: [confusionTable(judged), scoreTable(judged), kindTable(judged)],
    failures: judged
      .filter(({ row, gold, predicted }) => gold !== predicted && partOfId(row.id) === "read")
      .map(failure),
  };
}

async function judgedQuotes(bench: Bench): Promise<Judged[]> {
  const asked = (await bench.quotes()).filter(({ row }) => row.kind !== UNFINDABLE);
  return asked.map(({ row, answer }) => ({
    gold: goldClass(row),
    predicted: predictedClass(answer),
    kind: row.kind,
    row,
    expected: shortened(row.gold.texts.join(" / ")),
    answer,
  }));
}

async function judgedAbsent(bench: Bench): Promise<Judged[]> {
  return (await bench.absent()).map(({ row, answer }) => ({
    gold: "absent",
    predicted: predictedClass(answer),
    kind: `absent, ${row.set}`,
    row,
    expected: "nothing",
    answer,
  }));
}

function goldClass({ kind }: QuoteRow): Class {
  return VERBATIM_KINDS.includes(kind) ? "verbatim" : "altered";
}

function confusionTable(judged: readonly Judged[]): Table {
  const matrix = confusion(judged, CLASSES);
  return {
    title: "Confusion matrix: rows what they are, columns what they were taken for",
    head: ["", ...CLASSES],
    rows: CLASSES.map((label, index) => [label, ...(matrix[index] ?? []).map(String)]),
  };
}

function scoreTable(judged: readonly Judged[]): Table {
  const scores = labelScores(confusion(judged, CLASSES));
  return {
    title: "By class",
    head: ["", "precision", "recall", "F1"],
    rows: CLASSES.map((label, index) => {
      const { precision = 0, recall = 0, f1 = 0 } = scores[index] ?? {};
      return [label, ...[precision, recall, f1].map((value) => value.toFixed(3))];
    }),
  };
}

function kindTable(judged: readonly Judged[]): Table {
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  const count = (kind: string, predicted: Class): string =>
    String(judged.filter((each) => each.kind === kind && each.predicted === predicted).length);
  return {
    title: "What each kind was taken for",
    head: ["kind", ...CLASSES],
    rows: kinds.map((kind) => [kind, ...CLASSES.map((predicted) => count(kind, predicted))]),
  };
}

function failure({ gold, predicted, kind, row, expected, answer }: Judged): Failure {
  return failureOf(`${gold} taken for ${predicted}`, row, `${gold} (${kind}): ${expected}`, answer);
}
