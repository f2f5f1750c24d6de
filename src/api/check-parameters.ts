import { type FieldError, type Outcome, refused } from "./problem.ts";
import { numeric, singleParameters } from "./query.ts";
import { type CheckInput, checkSchema } from "./schemas.ts";
import { validated } from "./validate.ts";

/** `within.ids` and its like stand for the fields of `within` in a body. */
const WITHIN = "within.";

/**
 * The check that a URL asks for, held to the same rules as a body. Errors point to the
 * parameters by the names they have in the URL.
 */
export function checkParameters(url: string): Outcome<CheckInput> {
  const parameters = singleParameters(url);
  if (!parameters.ok) return parameters;
  const input = validated(checkSchema, bodyOf(parameters.value));
  if (input.ok) return input;
  const { code, detail, errors } = input.refusal;
  return refused(code, asParameter(detail), errors?.map(parameterError));
}

function bodyOf(parameters: ReadonlyMap<string, string>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const within: Record<string, unknown> = {};
  for (const [name, value] of parameters) {
    if (name === "limit") body[name] = numeric(value);
    else if (name === "within.ids") within.ids = value.split(",");
    else if (name.startsWith(WITHIN)) within[name.slice(WITHIN.length)] = value;
    else body[name] = value;
  }
  return Object.keys(within).length === 0 ? body : { ...body, within };
}

/** `/within/ids/0` of a body is `/within.ids` of a URL, which has no places within a parameter. */
function parameterError({ pointer, detail }: FieldError): FieldError {
  return { pointer: asParameter(pointer), detail };
}

function asParameter(text: string): string {
  return text.replace(/^\/within\/([^/:]*)(?:\/\d+)?/, "/within.$1");
}
