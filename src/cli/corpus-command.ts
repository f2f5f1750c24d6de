import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { buildLibrary } from "../core/finding/build.ts";
import { openLibrary } from "../core/finding/library.ts";
import { ENGINE_VERSION } from "../core/version.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { counted } from "./counted.ts";
import { englishDictionary } from "./dictionary.ts";
import { readSources } from "./read-sources.ts";

const DEFAULT_OUT = "build/corpus.bin";

const HELP = `Usage: npm run verbatim -- corpus [options]

Builds the corpus that the endpoint serves, from a folder of source files.
The same files give the same bytes. Beside the corpus stands manifest.json,
which says how many sources and words it holds, its revision and its size.

  --sources DIR   the folder of source files (default: the environment
                  variable SOURCES, else data/sources)
  --out FILE      where the corpus goes (default: ${DEFAULT_OUT})
  --help          this text

A source file ends in .md or .txt and begins with front matter; its name
without the ending is its id. Folders below are read too; README.md is not.

Exit status: 0 when the corpus is written, 2 when a file is faulty (each is
named, with what is wrong) or the usage is.
`;

export const corpusCommand: Command = {
  name: "corpus",
  purpose: "build the corpus that the endpoint serves",
  help: HELP,
  run: runCorpus,
};

async function runCorpus(args: string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { sources: { type: "string" }, out: { type: "string" } },
  });
  const out = values.out ?? DEFAULT_OUT;
  const progress = (text: string) => terminal.showsProgress && terminal.err(`${text}\n`);
  progress("reading the sources");
  const sources = await readSources(values.sources ?? terminal.sourcesFolder);
  progress(`building the corpus of ${counted(sources.length, "source")}`);
  const bytes = buildLibrary(sources, englishDictionary(), (done) =>
    showDone(terminal, done, sources.length),
  );
  const { summary } = openLibrary(bytes);
  const manifest = { engine: ENGINE_VERSION, ...summary, bytes: bytes.byteLength };
  await write(out, bytes);
  await write(join(dirname(out), "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const parts = [
    counted(summary.sources, "source"),
    counted(summary.words, "word"),
    counted(bytes.byteLength, "byte"),
  ];
  terminal.out(`${out}: ${parts.join(", ")}\n`);
  return EXIT.good;
}

/** Progress of a long build: every source of a small corpus, every fiftieth of a large one. */
function showDone(terminal: Terminal, done: number, all: number): void {
  if (!terminal.showsProgress || (done % 50 !== 0 && done !== all)) return;
  terminal.err(`  ${done} of ${all}\n`);
}

async function write(path: string, contents: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  } catch {
    throw new UsageError(`${path} cannot be written.`);
  }
}
