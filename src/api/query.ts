import { accepted, type FieldError, type Outcome } from "./problem.ts";
import { invalidFields } from "./validate.ts";

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

function repetition(name: string): FieldError {
  return { pointer: `/${name}`, detail: "Is given more than once." };
}

/** Digits as a number; anything else stays text, which the schema then refuses. */
export function numeric(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
