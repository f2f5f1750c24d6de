import type { JsonSchema } from "@valibot/to-json-schema";
import { refTo, type SchemaName } from "./openapi-schemas.ts";
import { PROBLEMS, type ProblemCode } from "./problem.ts";

/** The pieces that every operation of the API's description is made of. */

export type Json = { [key: string]: unknown };

export function parameter(name: string, description: string, schema: JsonSchema): Json {
  return { name, in: "query", description, schema };
}

export function pathParameter(name: string, description: string): Json {
  return { name, in: "path", required: true, description, schema: { type: "string" } };
}

export function body(schema: SchemaName, bytesMax: number): Json {
  return {
    required: true,
    description: `Up to ${bytesMax} bytes.`,
    content: { "application/json": { schema: { $ref: refTo(schema) } } },
  };
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
