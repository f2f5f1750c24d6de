import type { Answer } from "../core/answer.ts";
import { type ArticleReport, questionsOf, reportOn } from "../core/article.ts";
import { check } from "../core/check.ts";
import type { Library } from "../core/finding/library.ts";
import type { Question, Within } from "../core/question.ts";
import { type Draft, readDraft } from "../core/reading/draft.ts";
import type { Corpus } from "./corpus.ts";

/** The answer to one question. Throws CorpusUnavailable as the corpus does. */
export async function checkOne(question: Question, corpus: Corpus): Promise<Answer> {
  const [library] = await corpus.librariesFor([question]);
  return check(question, library as Library);
}

/**
 * A draft checked whole, over the corpus as it stands at one moment. The same words of the same
 * speaker are asked once. Throws CorpusUnavailable as the corpus does.
 */
export async function checkDraft(
  draft: Draft,
  within: Within | null,
  corpus: Corpus,
): Promise<ArticleReport> {
  const read = readDraft(draft);
  const questions = questionsOf(read.quotations, within);
  const different = new Map(questions.flatMap((question) => (question ? [[keyOf(question), question]] : [])));
  const asked = [...different.values()];
  const libraries = await corpus.librariesFor(asked);
  const answers = new Map(
    asked.map((question, index) => [keyOf(question), check(question, libraries[index] as Library)]),
  );
  const summary = libraries[0]?.summary ?? (await corpus.summary());
  const each = questions.map((question) => (question && answers.get(keyOf(question))) ?? null);
  return reportOn(read, each, summary);
}

function keyOf({ text, speaker }: Question): string {
  return JSON.stringify([text, speaker]);
}
