import type { QuoteVerdict, Severity } from "../core/answer.ts";
import { QUOTE_VERDICTS } from "../core/answer.ts";
import type { ArticleReport, CheckedQuotation } from "../core/article.ts";
import type { Paint, Style } from "./command.ts";
import { counted } from "./counted.ts";
import { type DraftFile, regionsOf } from "./draft-file.ts";
import { printable } from "./report.ts";

export const DRAFT_FORMATS = ["text", "json", "sarif", "github"] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number];

/** How a finding is told to whom: an editor must act, should look, or may want to know. */
type Level = "error" | "warning" | "note";

/** A draft's report in one of the formats; each ends with a line break. */
export function draftReportOf(
  format: DraftFormat,
  report: ArticleReport,
  file: DraftFile,
  paint: Paint,
): string {
  switch (format) {
    case "text":
      return readable(report, file, paint);
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(sarif(report, file), null, 2)}\n`;
    case "github":
      return github(report, file);
  }
}

const STYLE_OF_LEVEL: Record<Level, Style> = { error: "red", warning: "yellow", note: "green" };

function readable(report: ArticleReport, file: DraftFile, paint: Paint): string {
  const place = regionsOf(file.text);
  const blocks = report.quotations
    .filter(({ scare }) => !scare)
    .map((quotation) => {
      const { startLine, startColumn } = place(quotation.start, quotation.end);
      const verdict = quotation.result.verdict.replaceAll("_", " ").toUpperCase();
      const head = `${file.path}:${startLine}:${startColumn} ${verdict}`;
      return [
        paint("bold", paint(STYLE_OF_LEVEL[levelOf(quotation)], printable(head))),
        `   “${printable(shortened(quotation.text))}”`,
        `   ${printable(speakerLine(quotation))}`,
        `   ${printable(quotation.result.summary)}`,
        ...sourceLines(quotation).map((line) => paint("dim", `   ${printable(line)}`)),
      ].join("\n");
    });
  return `${[...blocks, footOf(report)].join("\n\n")}\n`;
}

const SHOWN_CHARS_MAX = 200;

function shortened(text: string): string {
  return text.length <= SHOWN_CHARS_MAX ? text : `${text.slice(0, SHOWN_CHARS_MAX).toWellFormed()}…`;
}

function speakerLine({ speaker }: CheckedQuotation): string {
  if (speaker === null) return "The draft does not say who said it.";
  const evidence = speaker.evidence === null ? "" : `: “${speaker.evidence.text}”`;
  return `The draft gives it to ${speaker.name}${evidence}`;
}

function sourceLines({ result }: CheckedQuotation): string[] {
  const [match] = result.matches;
  if (match === undefined || result.verdict === "not_found" || result.verdict === "cannot_check") return [];
  return [`${match.source.title} (${match.source.id})`, ...(match.link === null ? [] : [match.link])];
}

function footOf({ counts, corpus }: ArticleReport): string {
  const verdicts = QUOTE_VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) => `${counts[verdict]} ${verdict.replaceAll("_", " ")}`,
  );
  const spoken = counts.quotations - counts.scare;
  const parts = [`${counted(spoken, "quotation")}${verdicts.length > 0 ? `: ${verdicts.join(", ")}` : ""}.`];
  if (counts.scare > 0) parts.push(`${counted(counts.scare, "scare quote")} left out.`);
  if (counts.unread > 0) parts.push(`${counts.unread} more were not read.`);
  const where = `Looked in ${counted(corpus.sources, "source")}, ${counted(corpus.words, "word")}.`;
  return [...parts, corpus.complete ? where : `${where} A part of the corpus could not be reached.`].join(
    " ",
  );
}

/** A verdict on somebody's words that an editor must act on is an error; what could not be confirmed is worth a look. */
function levelOf({ result }: CheckedQuotation): Level {
  const byVerdict: Record<QuoteVerdict, Level> = {
    cannot_check: "note",
    not_found: "warning",
    misattributed: "error",
    altered: "error",
    missing_context: "error",
    accurate: "note",
  };
  const level = byVerdict[result.verdict as QuoteVerdict];
  return level === "error" && result.severity !== "material" ? "warning" : level;
}

const RULES: Record<QuoteVerdict, string> = {
  cannot_check: "There is too little to go by.",
  not_found: "The words are not in this corpus; they may have been said elsewhere.",
  misattributed: "The source gives these words to somebody else.",
  altered: "The words differ from the source's.",
  missing_context: "The words are exact, but what was cut away matters.",
  accurate: "The words stand in the source as quoted.",
};

/** SARIF 2.1.0, which code hosts and editors show in place. Scare quotes and what is accurate are no findings. */
function sarif(report: ArticleReport, { path, text }: DraftFile): unknown {
  const region = regionsOf(text);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Verbatim",
            semanticVersion: report.engine,
            rules: QUOTE_VERDICTS.map((verdict) => ({
              id: verdict,
              shortDescription: { text: RULES[verdict] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings(report).map((quotation) => ({
          ruleId: quotation.result.verdict,
          level: levelOf(quotation),
          message: { text: quotation.result.summary },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(path.replaceAll("\\", "/")) },
                region: region(quotation.start, quotation.end),
              },
            },
          ],
        })),
      },
    ],
  };
}

/** Workflow commands of GitHub Actions, which shows each at its line of a pull request. */
function github(report: ArticleReport, { path, text }: DraftFile): string {
  const region = regionsOf(text);
  const lines = findings(report).map((quotation) => {
    const { startLine, startColumn, endLine, endColumn } = region(quotation.start, quotation.end);
    const level = levelOf(quotation) === "note" ? "notice" : levelOf(quotation);
    const columns = startLine === endLine ? `,col=${startColumn},endColumn=${endColumn}` : "";
    const title = quotation.result.verdict.replaceAll("_", " ");
    const place = `file=${property(path)},line=${startLine},endLine=${endLine}${columns},title=${property(title)}`;
    return `::${level} ${place}::${message(quotation.result.summary)}\n`;
  });
  return lines.join("");
}

function findings(report: ArticleReport): CheckedQuotation[] {
  return report.quotations.filter(({ scare, result }) => !scare && result.verdict !== "accurate");
}

/** What would end a workflow command, or a property of it, is written as its percent code. */
function message(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

export const FAIL_ON = ["material", "minor", "unverified", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Whether a draft fails: for its worst severity, or for any quotation that is not accurate. */
export function draftFails({ severity, quotations }: ArticleReport, failOn: FailOn): boolean {
  const atLeast: Record<Exclude<FailOn, "unverified" | "never">, readonly Severity[]> = {
    material: ["material"],
    minor: ["material", "minor"],
  };
  if (failOn === "never") return false;
  if (failOn !== "unverified") return atLeast[failOn].includes(severity);
  return quotations.some(({ scare, result }) => !scare && result.verdict !== "accurate");
}
