import { expect, test } from "vitest";
import bytes from "../../build/corpus.bin";
import type { Answer } from "../../src/core/answer.ts";
import { check } from "../../src/core/check.ts";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { type Library, openLibrary } from "../../src/core/finding/library.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { growingCorpus } from "../../src/corpus/growing.ts";
import { type CaseFile, readCase } from "../golden/case.ts";
import { AT, emptyDatabase } from "./database.ts";

const files: Record<string, CaseFile> = import.meta.glob("../golden/cases/**/*.json", {
  eager: true,
  import: "default",
});
const cases = Object.entries(files).map(([path, file]) => readCase(path, file));

/**
 * What must not depend on where a source lives: the verdict with its sentence and every match in
 * full. Passages that merely share words are ranked by how rare those are, which is counted over
 * the sources that were opened: of them the first is compared, where a verdict rests on it.
 */
function settled({ verdict, severity, summary, matches }: Answer): unknown {
  const found = matches.filter(({ wording }) => wording !== "paraphrase");
  const best = verdict === "stated" || verdict === "conflicting" ? matches[0]?.quote : null;
  return { verdict, severity, summary, found, best };
}

/** A library without sources that knows the words of a language all the same. */
function dictionaryOf({ lexicon }: Library): Library {
  const empty = openLibrary(buildLibrary([]));
  return new Proxy(empty, {
    get: (_, name) => {
      const value = name === "lexicon" ? lexicon : Reflect.get(empty, name);
      return typeof value === "function" ? value.bind(empty) : value;
    },
  });
}

/** The sources of a library, as they were handed in. */
function sourcesOf(library: Library): SourceInput[] {
  return library.sources.map(({ supersededBy, revision, words, ...fields }, index) => ({
    ...fields,
    text: library.textOf(index),
  }));
}

test("sources in the database give the verdicts that the embedded ones give", {
  timeout: 120_000,
}, async () => {
  const embedded = openLibrary(new Uint8Array(bytes));
  const corpus = growingCorpus(() => dictionaryOf(embedded), await emptyDatabase());
  for (const source of sourcesOf(embedded)) await corpus.put(source, AT);
  const libraries = await corpus.librariesFor(cases.map(({ asked }) => asked));
  expect(cases.length).toBeGreaterThan(100);
  const differing = cases.filter(({ asked }, index) => {
    const answer = check(asked, libraries[index] as Library);
    return JSON.stringify(settled(answer)) !== JSON.stringify(settled(check(asked, embedded)));
  });
  expect(differing.map(({ name }) => name)).toEqual([]);
});
