import { expect, test } from "vitest";
import { markdownOf } from "./report.ts";
import type { Failure, Figure, Section } from "./section.ts";
import { summaryOf } from "./summary.ts";

const FIGURE: Figure = {
  name: "boats found",
  n: 40,
  value: 0.875,
  low: 0.76,
  high: 0.97,
  floor: 0.9,
  atMost: false,
};

function sectionWith(fields: Partial<Section>): Section {
  return { id: "boats", title: "Boats", notes: [], figures: [], tables: [], failures: [], ...fields };
}

function reportWith(fields: Partial<Section>): string {
  return markdownOf({ engine: "9.9.9", corpora: ["quay"], sections: [sectionWith(fields)] });
}

function failuresOf(group: string, count: number): Failure[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${group}-${index}`,
    group,
    lines: ["asked: x"],
  }));
}

test("a figure's parts stand in one line with it", () => {
  const parts: Figure[] = [
    FIGURE,
    { ...FIGURE, floor: null, part: "read", n: 26, value: 0.9 },
    { ...FIGURE, floor: null, part: "aside", n: 0, value: Number.NaN, low: Number.NaN, high: Number.NaN },
  ];
  expect(reportWith({ figures: parts })).toContain(
    "| boats found | 40 | 0.875 | 0.760–0.970 | ≥ 0.9 | NO | 0.900 (0.760–0.970), n 26 | n 0 |",
  );
});

test("the summary has the figures over all rows only, in columns", () => {
  const ceiling: Figure = { ...FIGURE, name: "leaks", value: 0, low: 0, high: 0, floor: 0.01, atMost: true };
  const summary = summaryOf([
    sectionWith({ figures: [FIGURE, { ...FIGURE, part: "read", n: 26 }, ceiling] }),
  ]);
  expect(summary.split("\n")).toEqual([
    "figure        n  value         95 %   floor  met",
    "boats found  40  0.875  0.760–0.970   ≥ 0.9   NO",
    "leaks        40  0.000  0.000–0.000  ≤ 0.01  yes",
    "",
  ]);
});

test("a file that is missing is named in the summary and the report", () => {
  const fields = { notes: ["missing: boats.jsonl"] };
  expect(summaryOf([sectionWith(fields)])).toContain("boats: missing: boats.jsonl\n");
  expect(reportWith(fields)).toContain("missing: boats.jsonl");
});

test("failures are listed by group, at most 60, and a large group hides no small one", () => {
  const report = reportWith({ failures: [...failuresOf("sunk", 100), ...failuresOf("adrift", 2)] });
  expect(report).toContain("#### sunk (100)");
  expect(report).toContain("#### adrift (2)");
  expect(report.match(/^- `adrift-/gmu)).toHaveLength(2);
  expect(report.match(/^- `sunk-/gmu)).toHaveLength(58);
  expect(report).toContain("And 42 more.");
});

test("words from outside are not read as markup", () => {
  const failures = [{ id: "row", group: "sunk", lines: ["asked: <b>*a*</b>\n# b | [c](d)"] }];
  expect(reportWith({ failures })).toContain("  - asked: \\<b\\>\\*a\\*\\</b\\> \\# b \\| \\[c\\](d)\n");
  const table = { title: "T", head: ["a|b"], rows: [["c\nd"]] };
  expect(reportWith({ tables: [table] })).toContain("| a\\|b |\n|---|\n| c d |");
});
