import { parseArgs } from "node:util";
import type { Verdict } from "../core/answer.ts";
import { check } from "../core/check.ts";
import { buildLibrary } from "../core/finding/build.ts";
import { type Library, openLibrary } from "../core/finding/library.ts";
import { LIMITS, type Question } from "../core/question.ts";
import { checkDraft } from "../corpus/checking.ts";
import { libraryCorpus } from "../corpus/library-corpus.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { englishDictionary } from "./dictionary.ts";
import { isDraftName, readDraftFile } from "./draft-file.ts";
import {
  DRAFT_FORMATS,
  type DraftFormat,
  draftFails,
  draftReportOf,
  FAIL_ON,
  type FailOn,
} from "./draft-report.ts";
import { readSources } from "./read-sources.ts";
import { reportOf } from "./report.ts";

const HELP = `Usage: npm run verbatim -- check "quote" [options]
       npm run verbatim -- check DRAFT.md [options]

Looks a quote up in the sources and says whether they have it in these words:
the verdict, the source's own words with each difference marked, who said them
and how that is known, and what of the context changes their meaning. Of a
draft in a file, every quotation is looked up, with who the draft says said it.

  "quote"         the words to check; - reads them from standard input, and
                  after -- they may begin with a dash
  DRAFT.md        a file to check: .md, .txt, or .html
  --claim         the words are a claim: look for a passage that says so
  --speaker NAME  who is said to have said it
  --sources DIR   the folder of source files (default: the environment
                  variable SOURCES, else data/sources)
  --limit N       show at most N matches, 1 to ${LIMITS.matchesMax} (default: ${LIMITS.matchesDefault})
  --json          print the answer as the endpoint would give it
  --format F      of a draft: text, json, sarif or github (default: text)
  --fail-on WHAT  of a draft: material, minor, unverified (anything that is
                  not accurate) or never (default: material)
  --help          this text

In the source's words, [can → must] stands where the source has "can" and the
quote has "must", [+not] where the quote adds a word and [-not] where it drops
one.

Exit status: 0 when the verdict is accurate or stated, or a draft does not fail;
1 for any other verdict, or a draft that fails; 2 when the usage or a file is
wrong.

Examples:
  npm run verbatim -- check "Russia started this war and Russia can end this war"
  npm run --silent verbatim -- check draft.md --format sarif > quotes.sarif
  pbpaste | npm run --silent verbatim -- check - --speaker "G7" --json
`;

export const checkCommand: Command = {
  name: "check",
  purpose: "check one quote or claim against the sources",
  help: HELP,
  run: runCheck,
};

const GOOD_VERDICTS: readonly Verdict[] = ["accurate", "stated"];

async function runCheck(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      claim: { type: "boolean", default: false },
      speaker: { type: "string" },
      sources: { type: "string" },
      limit: { type: "string" },
      json: { type: "boolean", default: false },
      format: { type: "string" },
      "fail-on": { type: "string" },
    },
  });
  const folder = values.sources ?? terminal.sourcesFolder;
  const [given] = positionals;
  if (given !== undefined && positionals.length === 1 && isDraftName(given)) {
    if (values.claim || values.speaker !== undefined || values.limit !== undefined) {
      throw new UsageError("--claim, --speaker and --limit are for one quote, not for a draft.");
    }
    const format = oneOf("--format", DRAFT_FORMATS, values.format ?? (values.json ? "json" : "text"));
    return checkFile(
      given,
      folder,
      format,
      oneOf("--fail-on", FAIL_ON, values["fail-on"] ?? "material"),
      terminal,
    );
  }
  if (values.format !== undefined || values["fail-on"] !== undefined) {
    throw new UsageError("--format and --fail-on are for a draft in a file.");
  }
  const question: Question = {
    form: values.claim ? "claim" : "quote",
    text: await textOf(positionals, terminal),
    speaker: speakerOf(values.speaker),
    within: null,
    prefix: null,
    suffix: null,
    limit: limitOf(values.limit),
  };
  const answer = check(question, await libraryOf(folder));
  terminal.out(values.json ? `${JSON.stringify(answer, null, 2)}\n` : reportOf(answer, terminal.paint));
  return GOOD_VERDICTS.includes(answer.verdict) ? EXIT.good : EXIT.other;
}

/** Checks a draft whole. The exit status says whether it fails. */
async function checkFile(
  path: string,
  folder: string,
  format: DraftFormat,
  failOn: FailOn,
  terminal: Terminal,
): Promise<number> {
  const file = await readDraftFile(path);
  const library = await libraryOf(folder);
  const report = await checkDraft(
    file.draft,
    null,
    libraryCorpus(() => library),
  );
  terminal.out(draftReportOf(format, report, file, terminal.paint));
  return draftFails(report, failOn) ? EXIT.other : EXIT.good;
}

async function libraryOf(folder: string): Promise<Library> {
  return openLibrary(buildLibrary(await readSources(folder), englishDictionary()));
}

function oneOf<const Name extends string>(option: string, names: readonly Name[], given: string): Name {
  const name = names.find((each) => each === given);
  if (name === undefined) throw new UsageError(`${option} takes one of ${names.join(", ")}.`);
  return name;
}

async function textOf(positionals: readonly string[], terminal: Terminal): Promise<string> {
  const [given] = positionals;
  if (given === undefined) throw new UsageError('Give the words to check, in quotation marks: check "…".');
  if (positionals.length > 1) {
    throw new UsageError(`Give one quote; these are ${positionals.length}. Put it in quotation marks.`);
  }
  // The line break that ends the input is the shell's, not the quote's.
  const text = given === "-" ? (await terminal.readInput()).replace(/\r?\n$/, "") : given;
  if (text === "") throw new UsageError("There are no words to check.");
  if (text.length > LIMITS.quoteCharsMax) {
    throw new UsageError(`The words are longer than ${LIMITS.quoteCharsMax} characters.`);
  }
  return text;
}

function speakerOf(name: string | undefined): string | null {
  if (name !== undefined && name.length > LIMITS.speakerCharsMax) {
    throw new UsageError(`--speaker takes at most ${LIMITS.speakerCharsMax} characters.`);
  }
  return name?.trim() ? name : null;
}

function limitOf(given: string | undefined): number {
  const limit = given === undefined ? LIMITS.matchesDefault : Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= LIMITS.matchesMax) return limit;
  throw new UsageError(`--limit takes a whole number from 1 to ${LIMITS.matchesMax}.`);
}
