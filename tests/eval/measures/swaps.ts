import type { Answer } from "../../../src/core/answer.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import { readUtterances } from "../../../src/core/reading/utterances.ts";
import { ask } from "../ask.ts";
import type { Bench } from "../bench.ts";
import { failureOf } from "../outcome.ts";
import type { QuoteRow } from "../rows.ts";
import { type Item, type Measure, shareFigures } from "../scoring/figures.ts";
import { hash, partOfId } from "../scoring/split.ts";
import { random } from "../scoring/statistics.ts";
import { hasSurnameOf } from "../scoring/surname.ts";
import type { Failure, Figure, Section, Table } from "../section.ts";

const KINDS = ["verbatim", "altered"];
const RECALL_FLOOR = 0.97;
const FALSE_ALARM_CEILING = 0.01;
/** Who has fewer turns is often a voice from the audience. */
const TURNS_MIN = 3;
/** Labels of turns that name nobody. */
const NOBODY =
  /\b(?:audience|crowd|question|unknown|unidentified|male|female|man|woman|voice|announcer|reporter|moderator|speaker|participant|protester|translator|interpreter|commercial)s?\b|^\P{L}*$/iu;

interface Swap {
  row: QuoteRow;
  /** Another speaker of the same source, or null where there is none. */
  other: string | null;
  asTrue: Answer;
  asOther: Answer | null;
}

/** Each verbatim or altered quotation asked with its true speaker, and with another of the same source. */
export async function measureSwaps(bench: Bench): Promise<Omit<Section, "id" | "title">> {
  const swaps = await askBoth(bench);
  const swapped = swaps.filter(({ asOther }) => asOther !== null);
  return {
    notes: [
      `Misattribution: each verbatim or altered quotation is asked with its true speaker, and with another speaker of the same source (drawn by the row's id among those of another surname with ${TURNS_MIN} turns or more). Recall counts all of them, found or not. ${swaps.length - swapped.length} have no other speaker.`,
    ],
    figures: [
      ...alarms(swapped, "misattribution seen, of swapped speakers", (swap) => swap.asOther, {
        floor: RECALL_FLOOR,
      }),
      ...alarms(swaps, "false alarms on the true speaker", (swap) => swap.asTrue, {
        ceiling: FALSE_ALARM_CEILING,
      }),
    ],
    tables: [verdictTable(swaps)],
    failures: swaps.filter(({ row }) => partOfId(row.id) === "read").flatMap(failures),
  };
}

async function askBoth(bench: Bench): Promise<Swap[]> {
  const rows = (await bench.quotes()).map(({ row }) => row).filter(({ kind }) => KINDS.includes(kind));
  const library = await bench.library();
  const sources = new Map((await bench.sources()).map((source) => [source.id, source]));
  return rows.flatMap((row) => {
    const source = sources.get(row.gold.source);
    const [speaker] = row.gold.speakers;
    if (!source || speaker === undefined) return [];
    const other = otherSpeaker(source, row);
    const asTrue = ask(library, row.quote, { speaker });
    return [
      { row, other, asTrue, asOther: other === null ? null : ask(library, row.quote, { speaker: other }) },
    ];
  });
}

function otherSpeaker(source: SourceInput, row: QuoteRow): string | null {
  const turns = new Map<string, number>();
  for (const { speaker, depth } of readUtterances(source)) {
    if (speaker && depth === 0) turns.set(speaker.name, (turns.get(speaker.name) ?? 0) + 1);
  }
  const others = [...turns]
    .filter(([name, count]) => count >= TURNS_MIN && !NOBODY.test(name) && !isTrueSpeaker(name, row))
    .map(([name]) => name)
    .sort();
  return others[Math.floor(random(hash(row.id))() * others.length)] ?? null;
}

function isTrueSpeaker(name: string, { gold }: QuoteRow): boolean {
  return hasSurnameOf(name, gold.speakers) || gold.speakers.some((speaker) => hasSurnameOf(speaker, [name]));
}

function alarms(
  swaps: readonly Swap[],
  name: string,
  answerOf: (swap: Swap) => Answer | null,
  bound: Pick<Measure<boolean>, "floor" | "ceiling">,
): Figure[] {
  const items: Item<boolean>[] = swaps.map((swap) => ({
    part: partOfId(swap.row.id),
    value: answerOf(swap)?.verdict === "misattributed",
  }));
  return shareFigures(items, name, bound);
}

function verdictTable(swaps: readonly Swap[]): Table {
  const verdicts = [...new Set(swaps.flatMap(({ asTrue, asOther }) => [asTrue.verdict, asOther?.verdict]))];
  const shown = verdicts.filter((verdict) => verdict !== undefined).sort();
  const counts = (answers: (Answer | null)[]): string[] =>
    shown.map((verdict) => String(answers.filter((answer) => answer?.verdict === verdict).length));
  return {
    title: "Verdicts by whom the quotation was said to be by",
    head: ["asked with", ...shown],
    rows: [
      ["the true speaker", ...counts(swaps.map(({ asTrue }) => asTrue))],
      ["another speaker", ...counts(swaps.map(({ asOther }) => asOther))],
    ],
  };
}

function failures({ row, other, asTrue, asOther }: Swap): Failure[] {
  const [speaker = null] = row.gold.speakers;
  const missed = asOther !== null && asOther.verdict !== "misattributed";
  const alarmed = asTrue.verdict === "misattributed";
  return [
    ...(missed
      ? [failureOf("swap not seen", { ...row, speaker: other }, `misattributed: ${speaker}`, asOther)]
      : []),
    ...(alarmed ? [failureOf("false alarm", { ...row, speaker }, "not misattributed", asTrue)] : []),
  ];
}
