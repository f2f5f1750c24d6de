import type { Asked, Bench } from "../bench.ts";
import { failureOf, isNothingFound, isReadable } from "../outcome.ts";
import type { AbsentRow } from "../rows.ts";
import { shareFigures } from "../scoring/figures.ts";
import { partOfId } from "../scoring/split.ts";
import type { Figure, Section } from "../section.ts";

const CEILING = 0.01;

/** How often words that stand in no corpus are said to be found. */
export async function measureAbsent(bench: Bench): Promise<Section> {
  const asked = await bench.absent();
  const sets = [...new Set(asked.map(({ row }) => row.set))].sort();
  const wrong = asked.filter((each) => isReadable(each) && isFalsePositive(each));
  return {
    id: "absent",
    title: "False positives",
    notes: [
      "Real quotations that no corpus has: the share with any verdict but not_found and cannot_check. Asked with the speaker that goes with them, where there is one.",
      "Where none is wrong the bootstrap gives an interval of no width; by the rule of three the true share is below 3/n.",
    ],
    figures: [
      ...absentFigures("all", asked),
      ...sets.flatMap((set) =>
        absentFigures(
          set,
          asked.filter(({ row }) => row.set === set),
        ),
      ),
    ],
    tables: [],
    failures: wrong.map(({ row, answer }) => failureOf(row.set, row, "nothing found", answer)),
  };
}

function isFalsePositive({ answer }: Asked<AbsentRow>): boolean {
  return !isNothingFound(answer.verdict);
}

function absentFigures(name: string, asked: readonly Asked<AbsentRow>[]): Figure[] {
  const items = asked.map((each) => ({ part: partOfId(each.row.id), value: isFalsePositive(each) }));
  return shareFigures(items, `false positives: ${name}`, { ceiling: CEILING });
}
