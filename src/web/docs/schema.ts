import { type Schema, schemaName } from "./description.ts";
import { type Content, type Html, html, joined, prose } from "./html.ts";

/**
 * Schemas as HTML. A reference is shown as a link and never followed, so that a schema that holds
 * itself ends where it names itself.
 */

const FIGURES = new Intl.NumberFormat("en");

/** What a schema is, in a few words: `string or null`, `array of Match`, with links to named schemas. */
export function typeOf(schema: Schema): Content {
  const { given, nullable } = present(schema);
  return nullable ? [plainType(given), " or null"] : plainType(given);
}

/** The limits of a value, each a phrase: how long, how many, which values. */
export function limitsOf(schema: Schema): Content[] {
  const { given } = present(schema);
  const { format, pattern, minLength, maxLength, minimum, maximum, minItems, maxItems } = given;
  const examples = schema.examples ?? given.examples ?? [];
  const usual = schema.default ?? given.default;
  const values = given.type === "array" && given.items ? limitsOf(given.items) : [];
  return [
    format === undefined ? null : `format ${format}`,
    range(minLength, maxLength, "character", "characters"),
    range(minimum, maximum),
    range(minItems, maxItems, "entry", "entries"),
    pattern === undefined ? null : html`pattern <code>${pattern}</code>`,
    given.enum === undefined ? null : html`one of ${joined(given.enum.map(literal), ", ")}`,
    values.length === 0 ? null : ["each: ", joined(values, "; ")],
    usual === undefined ? null : html`default ${literal(usual)}`,
    examples.length === 0 ? null : html`for example ${joined(examples.map(literal), ", ")}`,
  ].filter((part) => part !== null);
}

/** Everything about a schema but its type: description, limits, and the fields within it. */
export function bodyOf(schema: Schema): Html {
  const { given } = present(schema);
  const description = schema.description ?? given.description;
  const limits = limitsOf(schema);
  return html`${description === undefined ? null : html`<p>${prose(description)}</p>`}${
    limits.length === 0 ? null : html`<p class="limits">${joined(limits, "; ")}.</p>`
  }${inside(given)}`;
}

/** One row of a list of fields or parameters. `where` is said of a parameter only. */
export function fieldOf(name: string, schema: Schema, required: boolean, where: string | null = null): Html {
  return html`<div class="field"><dt><code class="name">${name}</code> <span class="type">${typeOf(schema)}</span>${
    where === null ? null : html` <span class="where">in ${where}</span>`
  } ${required ? html`<strong class="required">required</strong>` : html`<span class="where">optional</span>`}</dt><dd>${bodyOf(schema)}</dd></div>`;
}

/** The fields, choices and entries within a schema; nothing where it has none. */
function inside(schema: Schema): Content {
  if (schema.$ref !== undefined) return null;
  const { properties, items, additionalProperties, allOf, oneOf, anyOf } = schema;
  const fields = Object.entries(properties ?? {});
  const choices = oneOf ?? anyOf;
  return [
    fields.length === 0
      ? null
      : html`<dl class="fields">${fields.map(([name, field]) =>
          fieldOf(name, field, schema.required?.includes(name) ?? false),
        )}</dl>`,
    additionalProperties === false ? html`<p class="limits">No other fields.</p>` : null,
    typeof additionalProperties === "object"
      ? html`<p class="limits">Any other field: ${typeOf(additionalProperties)}.</p>${inside(additionalProperties)}`
      : null,
    items === undefined ? null : ofItems(items),
    allOf === undefined ? null : variants("All of these hold:", allOf),
    choices === undefined ? null : (givenOnly(schema, choices) ?? variants("One of these:", choices)),
  ];
}

/** What entries of a list hold. Their limits stand with the list's own. */
function ofItems(items: Schema): Content {
  const { given } = present(items);
  const description = items.description ?? given.description;
  const within = inside(given);
  return [description === undefined ? null : html`<p>Each entry: ${prose(description)}</p>`, within];
}

function variants(title: string, schemas: Schema[]): Html {
  return html`<p class="limits">${title}</p><ol class="variants">${schemas.map(
    (one) => html`<li><span class="type">${typeOf(one)}</span>${bodyOf(one)}</li>`,
  )}</ol>`;
}

/** Choices that say nothing but which of the schema's own fields is given, in one sentence; else null. */
function givenOnly({ properties = {} }: Schema, choices: Schema[]): Content {
  const names = choices.map(({ required = [] }) => required);
  const own = choices.every(({ properties: of = {} }) => Object.keys(of).every((name) => name in properties));
  if (!own || names.some((one) => one.length === 0)) return null;
  const all = names.map((one) => joined(one.map(codeOf), " and "));
  return html`<p class="limits">Exactly one is given: ${joined(all, " or ")}.</p>`;
}

/** A union with null is the other thing, which may be null. */
function present(schema: Schema): { given: Schema; nullable: boolean } {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined && schema.properties === undefined) {
    const rest = choices.filter(({ type }) => type !== "null");
    const [only] = rest;
    if (rest.length === 1 && only && rest.length < choices.length) {
      return { given: present(only).given, nullable: true };
    }
    if (rest.length > 1 && rest.length < choices.length) return { given: { oneOf: rest }, nullable: true };
  }
  if (Array.isArray(schema.type) && schema.type.includes("null")) {
    return { given: { ...schema, type: schema.type.filter((one) => one !== "null") }, nullable: true };
  }
  return { given: schema, nullable: false };
}

function plainType(schema: Schema): Content {
  if (schema.$ref !== undefined) return linkTo(schema.$ref);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.type === "array") return schema.items ? ["array of ", entryType(schema.items)] : "array";
  if (schema.type !== undefined) return [schema.type].flat().join(" or ");
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return joined(choices.map(typeOf), " or ");
  if (schema.allOf !== undefined) return joined(schema.allOf.map(typeOf), " and ");
  return schema.properties === undefined ? "any value" : "object";
}

/** In brackets where it is a choice: the choice is each entry's. */
function entryType(items: Schema): Content {
  const { given, nullable } = present(items);
  const choice = nullable || (given.type === undefined && (given.anyOf ?? given.oneOf) !== undefined);
  return choice ? ["(", typeOf(items), ")"] : typeOf(items);
}

/** A link to a named schema; any other reference as it is written. */
export function linkTo(ref: string): Html {
  const name = schemaName(ref);
  return name === null ? codeOf(ref) : html`<a href="#${schemaId(name)}">${name}</a>`;
}

/** The id that a named schema has on the page. */
export function schemaId(name: string): string {
  return `schema-${name}`;
}

function codeOf(text: string): Html {
  return html`<code>${text}</code>`;
}

function literal(value: unknown): Html {
  return codeOf(typeof value === "string" ? value : JSON.stringify(value));
}

function range(min?: number, max?: number, unit = "", units = ""): string | null {
  const last = max ?? min;
  if (last === undefined) return null;
  const of = unit === "" ? "" : ` ${last === 1 ? unit : units}`;
  if (min === undefined) return `at most ${FIGURES.format(last)}${of}`;
  if (max === undefined) return `at least ${FIGURES.format(last)}${of}`;
  return `${FIGURES.format(min)} to ${FIGURES.format(max)}${of}`;
}
