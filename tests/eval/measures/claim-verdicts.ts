import { join } from "node:path";
import { CLAIM_VERDICTS, type ClaimVerdict } from "../../../src/core/answer.ts";
import { ask } from "../ask.ts";
import type { Bench } from "../bench.ts";
import { shortened } from "../outcome.ts";
import { readRows } from "../rows.ts";
import { figure } from "../scoring/figures.ts";
import { share } from "../scoring/statistics.ts";
import type { Section } from "../section.ts";

/** A claim about one of the transcripts, written for the project, and what a careful editor would say of it. */
interface ClaimRow {
  id: string;
  claim: string;
  source: string;
  verdict: ClaimVerdict;
  /** Other verdicts that the writer would accept. */
  accept: ClaimVerdict[];
  /** What was done to the source's words. */
  kind: string;
}

const CORPORA = ["political-events"];
const SHOWN: readonly ClaimVerdict[] = CLAIM_VERDICTS.filter((verdict) => verdict !== "cannot_check");

/** How often written claims are judged as an editor would. */
export async function measureClaimVerdicts(bench: Bench): Promise<Section> {
  const rows = readRows<ClaimRow>(join(import.meta.dirname, "..", "questions"), "claims.jsonl");
  const library = await bench.library(CORPORA);
  const asked = rows.map((row) => ({ row, answer: ask(library, row.claim, { form: "claim" }) }));
  const isRight = ({ row, answer }: (typeof asked)[number]): boolean =>
    [row.verdict, ...row.accept].some((verdict) => verdict === answer.verdict);
  return {
    id: "claim-verdicts",
    title: "Verdicts on claims",
    notes: [
      "Claims written about the transcripts of political events, by somebody who did not know the rules. Two thirds were read while version 1.5.0 was made. Any verdict that the writer would accept is right.",
    ],
    figures: [figure(asked.map(isRight), { name: "claims judged as an editor would", statistic: share })],
    tables: [
      {
        title: "An editor’s verdict, and the engine’s",
        head: ["", ...SHOWN],
        rows: SHOWN.map((wanted) => [
          wanted,
          ...SHOWN.map((got) =>
            String(
              asked.filter(({ row, answer }) => row.verdict === wanted && answer.verdict === got).length,
            ),
          ),
        ]),
      },
    ],
    failures: asked
      .filter((each) => !isRight(each))
      .map(({ row, answer }) => ({
        id: row.id,
        group: row.kind,
        lines: [
          `asked: ${shortened(row.claim)}`,
          `expected: ${row.verdict} in ${row.source}`,
          `got: ${answer.verdict}${answer.matches[0] ? ` by ${shortened(answer.matches[0].quote.exact)}` : ""}`,
        ],
      })),
  };
}
