import { parseArgs } from "node:util";
import type { Verdict } from "../core/answer.ts";
import { check } from "../core/check.ts";
import { buildLibrary } from "../core/finding/build.ts";
import { openLibrary } from "../core/finding/library.ts";
import { LIMITS, type Question } from "../core/question.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { englishDictionary } from "./dictionary.ts";
import { readSources } from "./read-sources.ts";
import { reportOf } from "./report.ts";

const HELP = `Usage: npm run verbatim -- check "quote" [options]

Looks a quote up in the sources and says whether they have it in these words:
the verdict, the source's own words with each difference marked, who said them
and how that is known, and what of the context changes their meaning.

  "quote"         the words to check; - reads them from standard input, and
                  after -- they may begin with a dash
  --claim         the words are a claim: look for a passage that says so
  --speaker NAME  who is said to have said it
  --sources DIR   the folder of source files (default: the environment
                  variable SOURCES, else data/sources)
  --limit N       show at most N matches, 1 to ${LIMITS.matchesMax} (default: ${LIMITS.matchesDefault})
  --json          print the answer as the endpoint would give it
  --help          this text

In the source's words, [can → must] stands where the source has "can" and the
quote has "must", [+not] where the quote adds a word and [-not] where it drops
one.

Exit status: 0 when the verdict is accurate or stated, 1 for any other verdict,
2 when the usage or a source file is wrong.

Examples:
  npm run verbatim -- check "Russia started this war and Russia can end this war"
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
    },
  });
  const question: Question = {
    form: values.claim ? "claim" : "quote",
    text: await textOf(positionals, terminal),
    speaker: speakerOf(values.speaker),
    within: null,
    prefix: null,
    suffix: null,
    limit: limitOf(values.limit),
  };
  const sources = await readSources(values.sources ?? terminal.sourcesFolder);
  const answer = check(question, openLibrary(buildLibrary(sources, englishDictionary())));
  terminal.out(values.json ? `${JSON.stringify(answer, null, 2)}\n` : reportOf(answer, terminal.paint));
  return GOOD_VERDICTS.includes(answer.verdict) ? EXIT.good : EXIT.other;
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
