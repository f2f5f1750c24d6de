import type { Asked, Bench } from "../bench.ts";
import { failureOf, goldMatch, isReadable } from "../outcome.ts";
import type { QuoteRow } from "../rows.ts";
import { shareFigures } from "../scoring/figures.ts";
import { partOfId } from "../scoring/split.ts";
import { hasSurnameOf } from "../scoring/surname.ts";
import type { Section } from "../section.ts";
import { measureSwaps } from "./swaps.ts";

const FLOOR = 0.98;

/** Who said it, and whether it is seen when somebody else is said to have. */
export async function measureSpeaker(bench: Bench): Promise<Section> {
  const asked = await bench.quotes();
  const found = asked.filter((each) => each.row.gold.speakers.length > 0 && goldMatch(each) !== null);
  const items = found.map((each) => ({ part: partOfId(each.row.id), value: isRight(each) }));
  const swaps = await measureSwaps(bench);
  const wrong = found.filter((each) => isReadable(each) && !isRight(each));
  return {
    id: "speaker",
    title: "Speaker and misattribution",
    notes: [
      "Speaker: of the printed quotations found among the first three matches, the share whose right match names a speaker with the surname of one of the true speakers.",
      ...swaps.notes,
    ],
    figures: [...shareFigures(items, "speaker right, of those found", { floor: FLOOR }), ...swaps.figures],
    tables: swaps.tables,
    failures: [
      ...wrong.map(({ row, answer }) =>
        failureOf("wrong speaker", row, row.gold.speakers.join(" or "), answer),
      ),
      ...swaps.failures,
    ],
  };
}

function isRight(asked: Asked<QuoteRow>): boolean {
  const name = goldMatch(asked)?.speaker?.name ?? "";
  return hasSurnameOf(name, asked.row.gold.speakers);
}
