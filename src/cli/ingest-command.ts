import { parseArgs } from "node:util";
import { SOURCE_KINDS } from "../core/answer.ts";
import { isCalendarDate, isSourceKind } from "../core/reading/source-fields.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import type { Fields } from "./ingest/draft.ts";
import { type InputFile, inputFiles } from "./ingest/files.ts";
import { httpSink } from "./ingest/http-sink.ts";
import { ingest, type Report } from "./ingest/ingest.ts";
import { languageTag } from "./ingest/language-tag.ts";
import { localSink } from "./ingest/local-sink.ts";
import { progressOn } from "./ingest/progress.ts";
import { type Given, readInputs } from "./ingest/read-inputs.ts";
import { DRY_SINK, SinkUnusable, type SourceSink } from "./ingest/sink.ts";
import { summaryOf, summaryText } from "./ingest/summary.ts";

const CONCURRENCY = { min: 1, max: 8, standard: 4 } as const;

const HELP = `Usage: npm run verbatim -- ingest FILES… --to URL [options]
       npm run verbatim -- ingest FILES… --local [options]

Reads sources from files and folders and puts them into a running endpoint, or
into the database on this machine. Run it again after a break, or after changes:
what is there in the same revision is not sent again.

  FILES            files, and folders with all files below them:
                     .md .txt       a source file with front matter
                     .html .htm     a web page; its article is taken
                     .vtt .srt      captions; they become a transcript
                     .ndjson .jsonl a source a line, as JSON: id, title, kind,
                                    text and the other fields
  --to URL         the endpoint, such as https://quotes.example.org
  --local          the database on this machine, which npm run dev serves from
  --persist-to DIR where that database is kept
  --key KEY        an API key that may write. Other users of this machine can
                   see it while the command runs: the environment variable
                   VERBATIM_KEY, which is taken without --key, they cannot
  --kind KIND      ${SOURCE_KINDS.join(", ")}
  --publisher TEXT --speaker TEXT --date YYYY-MM-DD --language TAG --licence TEXT
                   what holds for each source that does not say so itself
  --title TEXT     the title of the one page or caption file that is named
  --dry-run        read everything and report; send nothing
  --concurrency N  how many are sent at once, ${CONCURRENCY.min} to ${CONCURRENCY.max} (default: ${CONCURRENCY.standard})
  --fail-fast      stop at the first source that is refused
  --json           print the summary as JSON
  --help           this text

A file's name without its ending is the source's id. Of two with one id the
first counts, and the other is refused. Ctrl+C stops the sending.

Exit status: 0 when all sources are in, 1 when some were refused, 2 when the
usage is wrong or the endpoint cannot be used, 130 when it was interrupted.

Examples:
  npm run verbatim -- ingest archive/ --to https://quotes.example.org
  npm run verbatim -- ingest talk.vtt --title "The harbour talk" --dry-run
`;

export const ingestCommand: Command = {
  name: "ingest",
  purpose: "put sources into an endpoint or its database",
  help: HELP,
  run: runIngest,
};

const DEFAULTS = ["kind", "publisher", "speaker", "date", "language", "licence"] as const;

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

function parsed(args: string[]) {
  const options = {
    to: text,
    local: flag,
    "persist-to": text,
    key: text,
    title: text,
    kind: text,
    publisher: text,
    speaker: text,
    date: text,
    language: text,
    licence: text,
    concurrency: text,
    "dry-run": flag,
    "fail-fast": flag,
    json: flag,
  };
  return parseArgs({ args, allowPositionals: true, options });
}

type Values = ReturnType<typeof parsed>["values"];

async function runIngest(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError("Name the files or folders to ingest.");
  const concurrency = concurrencyOf(values.concurrency);
  const defaults = defaultsOf(values);
  const interrupt = new AbortController();
  const files = await inputFiles(positionals);
  const given = { defaults, title: titleOf(values.title, files) };
  const { sink, close } = await sinkOf(values, terminal, interrupt.signal);
  const stopListening = terminal.onInterrupt(() => interrupt.abort());
  try {
    const options = { concurrency, failFast: values["fail-fast"], interrupted: interrupt.signal };
    const { report, readBytes } = await watched(terminal, files, given, sink, options);
    const summary = summaryOf(report, files, readBytes, values["dry-run"]);
    terminal.out(values.json ? `${JSON.stringify(summary, null, 2)}\n` : summaryText(summary));
    return statusOf(report);
  } finally {
    stopListening();
    await close();
  }
}

/** The work itself, under a progress bar. */
async function watched(
  terminal: Terminal,
  files: readonly InputFile[],
  given: Given,
  sink: SourceSink,
  options: { concurrency: number; failFast: boolean; interrupted: AbortSignal },
): Promise<{ report: Report; readBytes: number }> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const progress = progressOn(terminal, bytes);
  let readBytes = 0;
  const report = await ingest(readInputs(files, given), sink, {
    ...options,
    onInput(counts, input) {
      readBytes = Math.max(readBytes, input.readBytes);
      progress.show(counts, readBytes);
    },
  });
  progress.end();
  return { report, readBytes };
}

function statusOf({ stop, counts }: Report): number {
  if (stop?.why === "unusable") return EXIT.badUsage;
  if (stop?.why === "interrupted") return EXIT.interrupted;
  return counts.refused > 0 ? EXIT.other : EXIT.good;
}

/** Where the sources go, and how to let go of it. Throws UsageError where none is named, or more than one. */
async function sinkOf(
  values: Values,
  terminal: Terminal,
  stopped: AbortSignal,
): Promise<{ sink: SourceSink; close: () => Promise<void> }> {
  const close = async () => {};
  if (values.local && values.to !== undefined) throw new UsageError("Give --to or --local, not both.");
  if (values["persist-to"] !== undefined && !values.local)
    throw new UsageError("--persist-to goes with --local.");
  if (values["dry-run"]) return { sink: DRY_SINK, close };
  if (!values.local) return { sink: remoteSink(values, terminal, stopped), close };
  try {
    const sink = await localSink(values["persist-to"] ?? null);
    return { sink, close: () => sink.close() };
  } catch (error) {
    if (error instanceof SinkUnusable) throw new UsageError(error.message);
    throw error;
  }
}

function remoteSink(values: Values, terminal: Terminal, stopped: AbortSignal): SourceSink {
  const key = values.key ?? terminal.apiKey;
  if (values.to === undefined) throw new UsageError("Say where the sources go: --to URL, or --local.");
  if (!key) throw new UsageError("An API key is needed: set VERBATIM_KEY, or give --key KEY.");
  // Anything else cannot stand in a header, and the error would print it.
  if (!/^[\x21-\x7e]{1,500}$/u.test(key)) throw new UsageError("The key has characters that no key has.");
  const wait = (ms: number) => terminal.wait(ms, stopped);
  return httpSink({ url: addressOf(values.to), key, wait, stopped });
}

function addressOf(printed: string): string {
  const url = URL.canParse(printed) ? new URL(printed) : null;
  const plain =
    url !== null && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (!plain || !/^https?:$/u.test(url.protocol)) {
    throw new UsageError("--to takes the address of an endpoint, such as https://quotes.example.org.");
  }
  return url.href.replace(/\/+$/u, "");
}

function defaultsOf(values: Values): Fields {
  const { kind = null, date, language } = values;
  if (kind !== null && !isSourceKind(kind)) {
    throw new UsageError(`--kind takes one of ${SOURCE_KINDS.join(", ")}.`);
  }
  if (date !== undefined && !isCalendarDate(date)) {
    throw new UsageError("--date takes a date of the calendar, YYYY-MM-DD.");
  }
  if (language !== undefined && languageTag(language) === null) {
    throw new UsageError("--language takes a language tag, such as en or pt-BR.");
  }
  return Object.fromEntries(
    DEFAULTS.flatMap((name) => {
      const value = name === "language" ? languageTag(language) : values[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

function titleOf(title: string | undefined, files: readonly InputFile[]): string | null {
  if (title === undefined) return null;
  const named = files.length === 1 && files.every(({ format }) => format !== "text" && format !== "records");
  if (!named) throw new UsageError("--title goes with one page or one caption file.");
  return title;
}

function concurrencyOf(given: string | undefined): number {
  const count = given === undefined ? CONCURRENCY.standard : Number(given);
  if (Number.isInteger(count) && count >= CONCURRENCY.min && count <= CONCURRENCY.max) return count;
  throw new UsageError(`--concurrency takes a whole number from ${CONCURRENCY.min} to ${CONCURRENCY.max}.`);
}
