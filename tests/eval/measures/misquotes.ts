import { ask } from "../ask.ts";
import type { Asked, Bench } from "../bench.ts";
import { failureOf, isReadable } from "../outcome.ts";
import type { MisquoteRow } from "../rows.ts";
import { shareFigures } from "../scoring/figures.ts";
import { holds } from "../scoring/fold.ts";
import { partOfId } from "../scoring/split.ts";
import type { Figure, Section } from "../section.ts";

const FLOOR = 0.9;
/** Corpora that the questions call by another name than their folder. */
const FOLDERS: Record<string, string> = { kjv: "bible" };
const CHANGED = ["altered", "spliced", "paraphrased", "truncated"];
const NOWHERE = ["fabricated", "not_in_source"];

/** Famous misquotations, asked of all corpora together. */
export async function measureMisquotes(bench: Bench): Promise<Section> {
  const rows = bench.rows<MisquoteRow>("misquotes.jsonl");
  const library = await bench.library(bench.allCorpora);
  const asked = rows.map((row) => {
    const sent = { ...row, speaker: row.kind === "misattributed" ? row.speaker : null };
    return { row: sent, answer: ask(library, row.quote, { speaker: sent.speaker }) };
  });
  const [here, elsewhere] = [true, false].map((loaded) =>
    asked.filter(({ row }) => CHANGED.includes(row.kind) && isLoaded(row, bench) === loaded),
  );
  const counted = [...(here ?? []), ...asked.filter(({ row }) => !CHANGED.includes(row.kind))];
  return {
    id: "misquotes",
    title: "Misquotes",
    notes: [
      `Asked of ${bench.allCorpora.join(", ")} together, ${library.summary.words.toLocaleString("en-US")} words. Altered, spliced, paraphrased and truncated ones pass when a passage with 80 % of the original's words comes back and the verdict is not accurate; fabricated ones and those not in their source on not_found, and on nothing else; misattributed ones on misattributed or not_found.`,
      "The speaker is sent only with those misattributed: elsewhere a verdict on the speaker would pass for one on the words.",
      `Left out: ${elsewhere?.length ?? 0} of the first sort whose original stands in no corpus here.`,
    ],
    figures: [
      ...passFigures("with an original in the corpora", here ?? [], FLOOR),
      ...[...NOWHERE, "misattributed"].flatMap((kind) =>
        passFigures(
          kind,
          asked.filter(({ row }) => row.kind === kind),
        ),
      ),
    ],
    tables: [],
    failures: counted
      .filter((each) => isReadable(each) && !passes(each))
      .map(({ row, answer }) => failureOf(row.kind, row, expectedOf(row), answer)),
  };
}

function isLoaded({ original, corpus }: MisquoteRow, bench: Bench): boolean {
  return original !== null && corpus !== null && bench.allCorpora.includes(FOLDERS[corpus] ?? corpus);
}

function passes({ row, answer }: Asked<MisquoteRow>): boolean {
  if (NOWHERE.includes(row.kind)) return answer.verdict === "not_found";
  if (row.kind === "misattributed") return ["misattributed", "not_found"].includes(answer.verdict);
  const original = row.original ?? "";
  return (
    answer.verdict !== "accurate" && answer.matches.some(({ context }) => holds(context.passage, [original]))
  );
}

function passFigures(name: string, asked: readonly Asked<MisquoteRow>[], floor?: number): Figure[] {
  const items = asked.map((each) => ({ part: partOfId(each.row.id), value: passes(each) }));
  return shareFigures(items, `misquotes: ${name}`, floor === undefined ? {} : { floor });
}

function expectedOf({ kind, original }: MisquoteRow): string {
  if (NOWHERE.includes(kind)) return "not_found";
  if (kind === "misattributed") return "misattributed or not_found";
  return `not accurate, and ${original ?? ""}`;
}
