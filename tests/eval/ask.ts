import type { Answer } from "../../src/core/answer.ts";
import { check } from "../../src/core/check.ts";
import type { Library } from "../../src/core/finding/library.ts";
import { LIMITS, type Question } from "../../src/core/question.ts";

/** Asks about one quotation with the contract's usual limit, or, with `form: "claim"`, about a claim. */
export function ask(
  library: Library,
  text: string,
  given: Partial<Pick<Question, "form" | "speaker" | "limit">> = {},
): Answer {
  const question: Question = {
    form: "quote",
    text,
    speaker: null,
    within: null,
    prefix: null,
    suffix: null,
    limit: LIMITS.matchesDefault,
    ...given,
  };
  return check(question, library);
}
