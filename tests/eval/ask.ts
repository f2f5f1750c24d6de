import type { Answer } from "../../src/core/answer.ts";
import { check } from "../../src/core/check.ts";
import type { Library } from "../../src/core/finding/library.ts";
import type { Question } from "../../src/core/question.ts";
import { question } from "../golden/invariants.ts";

/** Asks about one quotation with the contract's usual limit, or, with `form: "claim"`, about a claim. */
export function ask(
  library: Library,
  text: string,
  given: Partial<Pick<Question, "form" | "speaker" | "limit">> = {},
): Answer {
  return check(question(text, given), library);
}
