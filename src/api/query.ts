import type * as v from "valibot";
import { accepted, type FieldError, type Outcome, type Refusal } from "./problem.ts";
import { invalidFields, validated } from "./validate.ts";

/**
 * The query parameters by name, or a refusal that names each one given twice: which of the two
 * was meant is not ours to guess.
 */
export function singleParameters(url: string): Outcome<Map<string, string>> {
  const parameters = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [name, value] of new URL(url).searchParams) {
    if (parameters.has(name)) repeated.add(name);
    parameters.set(name, value);
  }
  if (repeated.size === 0) return accepted(parameters);
  return invalidFields(Array.from(repeated, repetition));
}

/** The query parameters as the schema has them, `limit` read as a number; or a refusal that names what is wrong. */
export function queryAs<TSchema extends v.GenericSchema>(
  schema: TSchema,
  url: string,
): Outcome<v.InferOutput<TSchema>> {
  const parameters = singleParameters(url);
  if (!parameters.ok) return parameters;
  const given: Record<string, unknown> = Object.fromEntries(parameters.value);
  if (typeof given.limit === "string") given.limit = numeric(given.limit);
  return validated(schema, given);
}

function repetition(name: string): FieldError {
  return { pointer: `/${name}`, detail: "Is given more than once." };
}

/** The refusal of a cursor that no page gave. */
export const FOREIGN_CURSOR: Refusal = invalidFields([
  { pointer: "/cursor", detail: "Is none that this list has given." },
]).refusal;

/** Digits as a number; anything else stays text, which the schema then refuses. */
export function numeric(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
