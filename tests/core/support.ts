import { readFileSync } from "node:fs";
import type { Answer } from "../../src/core/answer.ts";
import { check } from "../../src/core/check.ts";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { type Library, openLibrary } from "../../src/core/finding/library.ts";
import type { Question } from "../../src/core/question.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { parseSourceFile } from "../../src/core/reading/source-file.ts";
import { question } from "../golden/invariants.ts";

export function libraryOf(...sources: SourceInput[]): Library {
  return openLibrary(buildLibrary(sources));
}

/** The answer for a quote, or for a claim with `form: "claim"`. */
export function ask(library: Library, text: string, fields: Partial<Question> = {}): Answer {
  return check(question(text, fields), library);
}

/** A source that stands in data/sources, by its file name. */
export function projectSource(fileName: string): SourceInput {
  const result = parseSourceFile(fileName, readFileSync(`data/sources/${fileName}`, "utf8"));
  if (!result.ok) throw new RangeError(result.problem);
  return result.source;
}

export const SEED_ARTICLE = projectSource("china-ukraine-peace-plan-2023.md");
