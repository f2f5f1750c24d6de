import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { englishDictionary } from "../../src/cli/dictionary.ts";
import { readSources } from "../../src/cli/read-sources.ts";
import type { Answer } from "../../src/core/answer.ts";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { type Library, openLibrary } from "../../src/core/finding/library.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { ask } from "./ask.ts";
import { type AbsentRow, type QuoteRow, readRows } from "./rows.ts";

/** The corpora that are asked where `--sources` names none. */
export const SOURCES_DEFAULT = ["political-events"];

/** A question's row and what the engine said to it. */
export interface Asked<Row> {
  row: Row;
  answer: Answer;
}

/** The corpora below a data folder, by name. */
export function corporaOf(data: string): string[] {
  return readdirSync(join(data, "sources"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Sources, libraries and answers, each made when a measure first needs it and then kept. */
export class Bench {
  readonly data: string;
  readonly questions: string;
  /** The corpora that are asked by default, and all that there are. */
  readonly corpora: readonly string[];
  readonly allCorpora: readonly string[];
  readonly #sources = new Map<string, Promise<SourceInput[]>>();
  readonly #libraries = new Map<string, Promise<Library>>();
  #quotes: Promise<Asked<QuoteRow>[]> | null = null;
  #absent: Promise<Asked<AbsentRow>[]> | null = null;

  constructor(data: string, questions: string, corpora: readonly string[]) {
    this.data = data;
    this.questions = questions;
    this.corpora = corpora;
    this.allCorpora = corporaOf(data);
  }

  /** The rows of a file below the questions' folder. Throws MissingFile. */
  rows<Row>(file: string): Row[] {
    return readRows<Row>(this.questions, file);
  }

  /** Whether a file stands below the questions' folder. */
  has(file: string): boolean {
    return existsSync(join(this.questions, file));
  }

  /** The sources of some corpora, by default of those that are asked. */
  async sources(corpora: readonly string[] = this.corpora): Promise<SourceInput[]> {
    return (await Promise.all(corpora.map((corpus) => this.#corpus(corpus)))).flat();
  }

  #corpus(corpus: string): Promise<SourceInput[]> {
    return kept(this.#sources, corpus, () => readSources(join(this.data, "sources", corpus)));
  }

  /** The library of some corpora, by default of those that are asked. */
  library(corpora: readonly string[] = this.corpora): Promise<Library> {
    const key = corpora.toSorted().join(",");
    return kept(this.#libraries, key, async () => libraryOf(await this.sources(corpora)));
  }

  /** Every printed quotation with the answer to it, asked with the speaker that the article names. */
  quotes(): Promise<Asked<QuoteRow>[]> {
    this.#quotes ??= this.#askAll<QuoteRow>("quotes.jsonl");
    return this.#quotes;
  }

  /** The same of the quotations that no corpus has. */
  absent(): Promise<Asked<AbsentRow>[]> {
    this.#absent ??= this.#askAll<AbsentRow>("absent.jsonl");
    return this.#absent;
  }

  async #askAll<Row extends AbsentRow>(file: string): Promise<Asked<Row>[]> {
    const rows = this.rows<Row>(file);
    const library = await this.library();
    return rows.map((row) => ({ row, answer: ask(library, row.quote, { speaker: row.speaker }) }));
  }
}

/** The library of these sources, with the dictionary that every build has. */
export function libraryOf(sources: readonly SourceInput[]): Library {
  return openLibrary(buildLibrary(sources, englishDictionary()));
}

function kept<Value>(store: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) {
  const made = store.get(key) ?? make();
  store.set(key, made);
  return made;
}
