/** The parts of an OpenAPI 3.1 document that the reference shows. */

export interface Description {
  info: { title: string; version: string; summary?: string; description?: string };
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas?: Record<string, Schema>;
    headers?: Record<string, Header>;
    securitySchemes?: Record<string, { description?: string }>;
  };
  security?: Security;
}

/** Each entry is one way to be let in; an empty one lets in without anything. */
export type Security = Record<string, string[]>[];

export interface Operation {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Security;
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Answered>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

export interface Body {
  required?: boolean;
  description?: string;
  content: Record<string, Media>;
}

export interface Answered {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, Media>;
}

export interface Media {
  schema: Schema;
  example?: unknown;
}

export interface Header {
  description?: string;
  schema?: Schema;
}

export interface Reference {
  $ref: string;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** The keywords that the reference shows. One that a schema has and this list lacks would be passed over in silence. */
export const SHOWN_KEYWORDS: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "description",
  "default",
  "examples",
  "enum",
  "const",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "items",
  "properties",
  "required",
  "additionalProperties",
  "anyOf",
  "oneOf",
  "allOf",
]);

const SCHEMAS = "#/components/schemas/";
const HEADERS = "#/components/headers/";

/** The name of the schema that a reference means, or null where it means something else. */
export function schemaName(ref: string): string | null {
  return ref.startsWith(SCHEMAS) ? ref.slice(SCHEMAS.length) : null;
}

/** The name of the header that a reference means, or null. */
export function headerName(header: Header | Reference): string | null {
  return "$ref" in header && header.$ref.startsWith(HEADERS) ? header.$ref.slice(HEADERS.length) : null;
}

/**
 * The schema that a reference leads to, however many stand between; null where it leads nowhere,
 * out of the document or round in a circle. A schema without a reference is returned as it is.
 */
export function resolved(schema: Schema, description: Description): Schema | null {
  const seen = new Set<string>();
  let at: Schema | undefined = schema;
  while (at?.$ref !== undefined) {
    if (seen.has(at.$ref)) return null;
    seen.add(at.$ref);
    at = description.components.schemas?.[schemaName(at.$ref) ?? ""];
  }
  return at ?? null;
}

export interface Entry {
  method: string;
  path: string;
  operation: Operation;
}

export interface Group {
  name: string;
  description: string;
  entries: Entry[];
}

/** The operations under their first tag, in the order of the document's tags; those without one come last. */
export function groupsOf({ paths, tags = [] }: Description): Group[] {
  const groups = new Map<string, Group>(
    tags.map(({ name, description = "" }) => [name, { name, description, entries: [] }]),
  );
  const rest: Group = { name: "Others", description: "", entries: [] };
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const group = groups.get(operation.tags?.[0] ?? "") ?? rest;
      group.entries.push({ method: method.toUpperCase(), path, operation });
    }
  }
  return [...groups.values(), rest].filter(({ entries }) => entries.length > 0);
}
