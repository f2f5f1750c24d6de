import * as v from "valibot";
import { accepted, type FieldError, type Outcome, refused } from "./problem.ts";

/** More than these would only repeat themselves, and a body of 1 MiB can hold half a million wrong fields. */
const FIELD_ERRORS_MAX = 20;

/** A name longer than this is not a misspelt field, and is not sent back. */
const POINTER_KEY_CHARS_MAX = 100;

/**
 * The input as the schema's output, or a refusal that names each wrong field by pointer.
 * Nothing of a field's value is repeated in it.
 */
export function validated<TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
  base: readonly string[] = [],
): Outcome<v.InferOutput<TSchema>> {
  const result = v.safeParse(schema, input);
  if (result.success) return accepted(result.output);
  return invalid(result.issues, base);
}

function invalid(issues: readonly v.BaseIssue<unknown>[], base: readonly string[]) {
  const errors = issues.slice(0, FIELD_ERRORS_MAX).map((issue) => fieldError(issue, base));
  // A text that is too long is over a limit, however the limit is counted; anything else is a wrong field.
  if (issues.every((issue) => issue.type === "max_length")) return tooLarge(errors);
  return invalidFields(errors);
}

/** A refusal for wrong fields. */
export function invalidFields(errors: FieldError[]) {
  return refused("invalid_request", sentenceOf(errors), errors);
}

function tooLarge(errors: FieldError[]) {
  return refused("too_large", sentenceOf(errors), errors);
}

function sentenceOf(errors: readonly FieldError[]): string {
  const first = errors[0];
  if (first === undefined) return "The request is wrong.";
  const where = first.pointer === "" ? "" : `${first.pointer}: `;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return `${where}${first.detail}${more}`;
}

function fieldError(issue: v.BaseIssue<unknown>, base: readonly string[]): FieldError {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const sendable = keys.filter((key) => key.length <= POINTER_KEY_CHARS_MAX);
  return { pointer: pointerTo([...base, ...sendable]), detail: detailOf(issue) };
}

/** The JSON pointer (RFC 6901) made of these keys. */
export function pointerTo(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What is wrong, in one sentence. The library's own messages repeat the input, so none of them is used. */
function detailOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "loose_object") return "This field is required.";
  switch (issue.type) {
    case "string":
      return "Must be a string.";
    case "number":
      return "Must be a number.";
    case "integer":
      return "Must be a whole number.";
    case "array":
      return "Must be an array.";
    case "min_length":
      return `Must have at least ${issue.requirement} ${unitOf(issue)}.`;
    case "max_length":
      return `Must have at most ${issue.requirement} ${unitOf(issue)}.`;
    case "min_value":
      return `Must be ${issue.requirement} or more.`;
    case "max_value":
      return `Must be ${issue.requirement} or less.`;
    case "literal":
      // What is expected is ours; what was received is not repeated.
      return `Must be ${issue.expected}.`;
    case "picklist":
      return "Must be one of those that the API's description lists.";
    case "check":
    case "custom":
    case "raw_check":
      return issue.message;
    default:
      return "Is not as it should be.";
  }
}

function unitOf(issue: v.BaseIssue<unknown>): string {
  const one = issue.requirement === 1;
  if (Array.isArray(issue.input)) return one ? "entry" : "entries";
  return one ? "character" : "characters";
}
