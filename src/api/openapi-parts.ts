import type { JsonSchema } from "@valibot/to-json-schema";
import { refTo, type SchemaName } from "./openapi-schemas.ts";
import { PROBLEMS, type ProblemCode } from "./problem.ts";

/** The pieces that every operation of the API's description is made of. */

const FIGURES = new Intl.NumberFormat("en");

export type Json = { [key: string]: unknown };

export function parameter(name: string, description: string, schema: JsonSchema): Json {
  return { name, in: "query", description, schema };
}

/** Where there is no example, as for an id that only an answer gives, it has to be left out. */
export function pathParameter(name: string, description: string, example?: string): Json {
  const shown = example === undefined ? {} : { example };
  return { name, in: "path", required: true, description, schema: { type: "string" }, ...shown };
}

export function body(schema: SchemaName, bytesMax: number, example: unknown): Json {
  return {
    required: true,
    description: `Up to ${FIGURES.format(bytesMax)} bytes.`,
    content: { "application/json": { schema: { $ref: refTo(schema) }, example } },
  };
}

/** What an operation asks of whoever calls it; the scopes are roles, as OpenAPI 3.1 has them for a bearer key. */
export const NEEDS = {
  /** Open, unless the deployment asks for keys. */
  read: { security: [{}, { key: ["read"] }] },
  write: { security: [{ key: ["write"] }] },
  admin: { security: [{ key: ["admin"] }] },
  /** Public, or signed: a key is not looked at. */
  none: { security: [] },
} as const;

export const TAGS = [
  { name: "Checking", description: "Quotes, claims and whole drafts against the sources." },
  { name: "Sources", description: "What is checked against, and putting it in while the service runs." },
  { name: "Speakers", description: "Who speaks in the sources, and what each said." },
  {
    name: "Webhooks",
    description: "Drafts that a CMS sends, signed. The report comes back to its callback.",
  },
  { name: "Jobs", description: "What became of a draft that came in by webhook." },
  { name: "Service", description: "Whether it answers, and how it is described." },
] as const;

export type Tag = (typeof TAGS)[number]["name"];

/** These paths with every operation under this tag. */
export function tagged(tag: Tag, paths: Record<string, Record<string, Json>>): Json {
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, { tags: [tag], ...operation }]),
      ),
    ]),
  );
}

export function answer(schema: SchemaName, description: string, headers: Json = ALWAYS): Json {
  return { description, headers, content: { "application/json": { schema: { $ref: refTo(schema) } } } };
}

/** Every operation but a public one may be refused for these: a key, a limit. */
export const ACCESS_PROBLEMS: ProblemCode[] = ["unauthenticated", "forbidden", "rate_limited"];

export const BODY_PROBLEMS: ProblemCode[] = [
  "malformed_json",
  "too_large",
  "unsupported_media_type",
  "invalid_request",
  "internal",
  "unavailable",
];

export function problems(...codes: ProblemCode[]): Json {
  return Object.fromEntries(
    codes.map((code) => [
      PROBLEMS[code].status,
      {
        description: `\`${code}\`: ${PROBLEMS[code].title}.`,
        headers: ALWAYS,
        content: { "application/problem+json": { schema: { $ref: refTo("Problem") } } },
      },
    ]),
  );
}

export const HEADERS: Json = {
  RequestId: { description: "Names this request; made here.", schema: { type: "string", format: "uuid" } },
  ServerTiming: { description: "How long it took, in milliseconds.", schema: { type: "string" } },
  ETag: { description: "Strong; over engine, corpus and request.", schema: { type: "string" } },
  CacheTag: { description: "Names the corpus, for caches that drop by tag.", schema: { type: "string" } },
  Location: { description: "Where the new source is.", schema: { type: "string" } },
  CacheControl: { description: "How long the answer may be kept.", schema: { type: "string" } },
};

export const ALWAYS: Json = {
  "X-Request-Id": { $ref: "#/components/headers/RequestId" },
  "Server-Timing": { $ref: "#/components/headers/ServerTiming" },
};

export const CACHING: Json = {
  ETag: { $ref: "#/components/headers/ETag" },
  "Cache-Control": { $ref: "#/components/headers/CacheControl" },
  "Cache-Tag": { $ref: "#/components/headers/CacheTag" },
};
