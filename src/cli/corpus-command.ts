import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { buildLibrary } from "../core/finding/build.ts";
import { decodeSections, FORMAT_VERSION } from "../core/finding/format.ts";
import { type Library, openLibrary } from "../core/finding/library.ts";
import { ENGINE_VERSION } from "../core/version.ts";
import { barOn } from "./bar.ts";
import { type Command, EXIT, type Terminal, UsageError } from "./command.ts";
import { counted } from "./counted.ts";
import { englishDictionary } from "./dictionary.ts";
import { readSources } from "./read-sources.ts";

const DEFAULT_OUT = "build/corpus.bin";

const HELP = `Usage: npm run verbatim -- corpus [options]

Builds the corpus that the endpoint serves, from a folder of source files.
The same files give the same bytes. Beside the corpus stands manifest.json:
how many sources and words it holds, its revision, size and SHA-256, what each
of its sections takes, and each source with its revision.

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
  const bar = barOn(terminal);
  bar.show(0, "reading the sources");
  const sources = await readSources(values.sources ?? terminal.sourcesFolder);
  const all = counted(sources.length, "source");
  const bytes = buildLibrary(sources, englishDictionary(), (done) => bar.show(done / sources.length, all));
  bar.end();
  const library = openLibrary(bytes);
  const { summary } = library;
  await write(out, bytes);
  await write(
    join(dirname(out), "manifest.json"),
    `${JSON.stringify(manifestOf(bytes, library), null, 2)}\n`,
  );
  const parts = [
    counted(summary.sources, "source"),
    counted(summary.words, "word"),
    counted(bytes.byteLength, "byte"),
  ];
  terminal.out(`${out}: ${parts.join(", ")}\n`);
  return EXIT.good;
}

/** What a corpus holds, by which it and each of its sources can be known again. */
function manifestOf(bytes: Uint8Array, { summary, sources }: Library) {
  return {
    engine: ENGINE_VERSION,
    format: FORMAT_VERSION,
    ...summary,
    bytes: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    sections: Object.fromEntries(
      Object.entries(decodeSections(bytes)).map(([name, section]) => [name, section.byteLength]),
    ),
    contents: sources.map(({ id, words, revision }) => ({ id, words, revision })),
  };
}

async function write(path: string, contents: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  } catch {
    throw new UsageError(`${path} cannot be written.`);
  }
}
