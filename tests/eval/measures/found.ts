import type { Wording } from "../../../src/core/answer.ts";
import type { Asked, Bench } from "../bench.ts";
import { failureOf, goldMatch, isReadable, placeOfGold, shortened } from "../outcome.ts";
import type { QuoteRow } from "../rows.ts";
import { type Item, shareFigures } from "../scoring/figures.ts";
import { partOfId } from "../scoring/split.ts";
import type { Failure, Figure, Section } from "../section.ts";

/** Share found among the first three matches that each kind must reach. */
const FLOORS: Record<string, number> = { verbatim: 0.99, altered: 0.97, loosely_reworded: 0.8 };
/** No tool should match some of these; they are measured apart and their failures are not listed. */
export const UNFINDABLE = "paraphrase_or_headline";
const JOINED = ["spliced", "spliced_altered", "silently_spliced", "spliced_or_bracketed", "elided"];
const JOINED_WORDINGS: readonly Wording[] = ["spliced", "elided", "bracketed"];
const JOINED_FLOOR = 0.85;

/** Whether the place that a printed quotation came from is among the matches. */
export async function measureFound(bench: Bench): Promise<Section> {
  const asked = await bench.quotes();
  const findable = asked.filter(({ row }) => row.kind !== UNFINDABLE);
  const others = new Set(findable.map(({ row }) => row.kind).filter((kind) => !(kind in FLOORS)));
  const kinds = [...Object.keys(FLOORS), ...[...others].sort()];
  return {
    id: "found",
    title: "Found",
    notes: [
      "Of the printed quotations, the share of which one of the first three matches (or the first) is of the right source and shows a passage with at least 80 % of the words of one of its lines. Asked with the speaker that the article names.",
      `“${UNFINDABLE}” stands apart and is in no sum: no tool should match some of these.`,
      "A splice or ellipsis counts as recognised where the first right match has the wording spliced, elided or bracketed.",
    ],
    figures: [
      ...kinds.flatMap((kind) => foundFigures(kind, of(asked, kind), FLOORS[kind])),
      ...foundFigures("all of these", findable),
      ...foundFigures(UNFINDABLE, of(asked, UNFINDABLE)),
      ...joinedFigures(asked.filter(({ row }) => JOINED.includes(row.kind))),
    ],
    tables: [],
    failures: findable.filter((each) => isReadable(each) && placeOfGold(each) < 0).map(failure),
  };
}

function of(asked: readonly Asked<QuoteRow>[], kind: string): Asked<QuoteRow>[] {
  return asked.filter(({ row }) => row.kind === kind);
}

function foundFigures(name: string, asked: readonly Asked<QuoteRow>[], floor?: number): Figure[] {
  const within = (limit: number): Item<boolean>[] =>
    asked.map((each) => {
      const place = placeOfGold(each);
      return { part: partOfId(each.row.id), value: place >= 0 && place < limit };
    });
  return [
    ...shareFigures(within(3), `found at 3: ${name}`, floor === undefined ? {} : { floor }),
    ...shareFigures(within(1), `found at 1: ${name}`),
  ];
}

function joinedFigures(asked: readonly Asked<QuoteRow>[]): Figure[] {
  const items = asked.map((each) => {
    const match = goldMatch(each);
    const value = match !== null && JOINED_WORDINGS.includes(match.wording);
    return { part: partOfId(each.row.id), value };
  });
  return shareFigures(items, "splices and marked ellipses recognised", { floor: JOINED_FLOOR });
}

function failure({ row, answer }: Asked<QuoteRow>): Failure {
  const expected = `${row.gold.source}: ${shortened(row.gold.texts.join(" / "))}`;
  return failureOf(row.kind, row, expected, answer);
}
