import { readdirSync, readFileSync } from "node:fs";
import type {
  Answer,
  AttributionOutcome,
  Change,
  ChangeKind,
  Severity,
  Verdict,
  WarningKind,
  Wording,
} from "../../src/core/answer.ts";
import type { Question, Within } from "../../src/core/question.ts";
import { question } from "./invariants.ts";

export interface ExpectedChange {
  kind: ChangeKind;
  submitted: string;
  source: string;
  material?: boolean;
}

/** What an editor would say. Only what is given is compared; README.md tells how. */
export interface Expected {
  verdict: Verdict;
  severity?: Severity;
  wording?: Wording;
  attribution?: AttributionOutcome;
  source?: string;
  speaker?: string | null;
  /** Whether the words are a translator's. */
  translated?: boolean;
  /** The time code, as the source prints it. */
  time?: string | null;
  exact?: string;
  changes?: ExpectedChange[];
  noOtherChanges?: boolean;
  warnings?: WarningKind[];
}

export interface GoldenCase {
  /** Folder and file, without the ending: "seed/dropped-not". */
  name: string;
  why: string;
  asked: Question;
  expect: Expected;
}

export interface CaseFile extends Partial<Pick<Question, "speaker" | "prefix" | "suffix">> {
  why: string;
  quote?: string;
  claim?: string;
  within?: Partial<Within>;
  expect: Expected;
}

const KNOWN = new Set("why quote claim speaker within prefix suffix expect".split(" "));
const KNOWN_EXPECT = new Set(
  "verdict severity wording attribution source speaker translated time exact changes noOtherChanges warnings".split(
    " ",
  ),
);

/** Every case below a folder, in order of name. Throws RangeError for a file that is none. */
export function readCases(folder: string): GoldenCase[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => {
      const file = JSON.parse(readFileSync(`${folder}/${path}`, "utf8")) as CaseFile;
      return readCase(path.slice(0, -".json".length), file);
    });
}

/** One case as it stands in its file. Throws RangeError for what is none. */
export function readCase(name: string, file: CaseFile): GoldenCase {
  for (const key of Object.keys(file))
    if (!KNOWN.has(key)) throw new RangeError(`${name}: "${key}" is no field of a case`);
  for (const key of Object.keys(file.expect))
    if (!KNOWN_EXPECT.has(key)) throw new RangeError(`${name}: "expect.${key}" is no field of a case`);
  const { quote, claim, why, expect } = file;
  const text = quote ?? claim;
  if (text === undefined || (quote !== undefined && claim !== undefined))
    throw new RangeError(`${name}: a case has a quote or a claim`);
  const within: Within | null = file.within
    ? { ids: null, speaker: null, publisher: null, after: null, before: null, ...file.within }
    : null;
  return {
    name,
    why,
    asked: question(text, {
      form: quote === undefined ? "claim" : "quote",
      speaker: file.speaker ?? null,
      prefix: file.prefix ?? null,
      suffix: file.suffix ?? null,
      within,
    }),
    expect,
  };
}

/** Where an answer is not what the case expects, a line each: the field, what was expected, what came. */
export function differences(expect: Expected, answer: Answer): string[] {
  const match = answer.matches[0];
  const got: Expected = {
    verdict: answer.verdict,
    severity: answer.severity,
    ...(match && {
      wording: match.wording,
      attribution: match.attribution,
      source: match.source.id,
      speaker: match.speaker?.name ?? null,
      translated: match.speaker?.translated ?? false,
      time: match.time?.text ?? null,
      exact: bare(match.quote.exact),
    }),
  };
  const fields = [
    "verdict",
    "severity",
    "wording",
    "attribution",
    "source",
    "speaker",
    "translated",
    "time",
  ] as const;
  const lines = fields.flatMap((field) => compared(field, expect[field], got[field]));
  if (expect.exact !== undefined) lines.push(...compared("exact", bare(expect.exact), got.exact));
  lines.push(...changeDifferences(expect, match?.changes ?? []));
  if (expect.warnings)
    lines.push(
      ...compared(
        "warnings",
        [...new Set(expect.warnings)].sort().join(", "),
        [...new Set(match?.context.warnings.map(({ kind }) => kind) ?? [])].sort().join(", "),
      ),
    );
  return lines;
}

function changeDifferences(expect: Expected, changes: readonly Change[]): string[] {
  const wanted = expect.changes ?? [];
  const got = changes.map(shownChange).join("; ") || "none";
  const missing = wanted.filter((one) => !changes.some((change) => isSame(one, change)));
  const lines = missing.map((one) => `  change: expected ${shownChange(one)}\n          got ${got}`);
  const more = changes.filter((change) => !wanted.some((one) => isSame(one, change)));
  if (expect.noOtherChanges && more.length > 0)
    lines.push(`  changes: expected no others\n          got ${more.map(shownChange).join("; ")}`);
  return lines;
}

function isSame(wanted: ExpectedChange, change: Change): boolean {
  return (
    wanted.kind === change.kind &&
    bare(wanted.submitted) === bare(change.submitted.text) &&
    bare(wanted.source) === bare(change.source.text) &&
    (wanted.material ?? change.material) === change.material
  );
}

function shownChange(change: Change | ExpectedChange): string {
  const of = (side: string | { text: string }): string => (typeof side === "string" ? side : side.text);
  return `${change.kind}${change.material ? "!" : ""} “${of(change.submitted)}” for “${of(change.source)}”`;
}

/** Words without the white space, stops and quotation marks around them; marks alone are kept. */
function bare(text: string): string {
  const trimmed = text.trim();
  const words = trimmed.replace(/^[\s,;:“”"—–-]+|[\s.,;:!?“”"—–-]+$/gu, "");
  return words === "" ? trimmed : words;
}

function compared(field: string, expected: unknown, got: unknown): string[] {
  return expected === undefined || expected === got
    ? []
    : [`  ${field}: expected ${shown(expected)}, got ${shown(got)}`];
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
