import type { JsonSchema } from "@valibot/to-json-schema";
import { LIMITS } from "../core/question.ts";
import { ENGINE_VERSION } from "../core/version.ts";
import { BODY_LIMITS } from "./body.ts";
import { listQuotations, listSources, listSpeakers, listSpoken } from "./openapi-browsing.ts";
import { EXAMPLES } from "./openapi-examples.ts";
import { jobPaths, sourceWrites, webhookPaths } from "./openapi-newsroom.ts";
import {
  ACCESS_PROBLEMS,
  ALWAYS,
  answer,
  BODY_PROBLEMS,
  body,
  CACHING,
  HEADERS,
  type Json,
  NEEDS,
  parameter,
  pathParameter,
  problems,
  TAGS,
  tagged,
} from "./openapi-parts.ts";
import { componentSchemas } from "./openapi-schemas.ts";
import { EDGE_LIMITS } from "./schemas.ts";

/** The API's description, OpenAPI 3.1. It is made at build time and served as a file, so that it costs no request anything. */
export function openApiDocument(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Verbatim",
      version: ENGINE_VERSION,
      summary: "Checks a quote against sources.",
      description:
        "A quote goes in; the source's own words, who said them, the context and a verdict come out. Lengths and offsets count UTF-16 code units; offsets are half-open.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    tags: TAGS,
    paths: {
      ...tagged("Checking", {
        "/v1/check": { get: getCheck(), post: postCheck() },
        "/v1/check/batch": { post: postBatch() },
        "/v1/check/article": { post: postArticle() },
      }),
      ...tagged("Sources", {
        "/v1/sources": { get: listSources() },
        "/v1/sources/{id}": { get: readSource(), ...sourceWrites() },
        "/v1/sources/{id}/quotations": { get: listQuotations() },
        "/v1/sources/{id}/revisions": { get: listRevisions() },
      }),
      ...tagged("Speakers", {
        "/v1/speakers": { get: listSpeakers() },
        "/v1/speakers/{id}/quotations": { get: listSpoken() },
      }),
      ...tagged("Webhooks", webhookPaths()),
      ...tagged("Jobs", jobPaths()),
      ...tagged("Service", { "/health": { get: health() }, "/openapi.json": { get: description() } }),
    },
    components: {
      schemas: componentSchemas(),
      headers: HEADERS,
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key of this deployment." } },
    },
    // Reads are open unless the deployment asks for keys; what always needs one says so.
    ...NEEDS.read,
  };
}

function getCheck(): Json {
  return {
    operationId: "getCheck",
    summary: "Check one quote or claim, in a URL that caches may keep",
    description:
      "The quote is part of the URL, which browsers and proxies may record: use `POST` for words that are not public. A parameter given twice is refused.",
    parameters: [
      ...checkParameters(),
      {
        name: "If-None-Match",
        in: "header",
        description: "The ETag of an earlier answer.",
        schema: { type: "string" },
      },
    ],
    responses: {
      200: answer("Answer", "The answer.", { ...CACHING, ...ALWAYS }),
      304: { description: "The answer is still the one with this ETag.", headers: { ...CACHING, ...ALWAYS } },
      ...problems("too_large", "invalid_request", "internal", "unavailable", ...ACCESS_PROBLEMS),
    },
  };
}

function postCheck(): Json {
  return {
    operationId: "postCheck",
    summary: "Check one quote or claim",
    description:
      "A field given as `null` counts as left out. A field of another name is refused, because a misspelt field that was ignored would change the verdict in silence.",
    requestBody: body("Check", BODY_LIMITS.checkBytesMax, EXAMPLES.check),
    responses: {
      200: answer("Answer", "The answer."),
      ...problems(...BODY_PROBLEMS, ...ACCESS_PROBLEMS),
    },
  };
}

function postBatch(): Json {
  return {
    operationId: "postCheckBatch",
    summary: `Check up to ${LIMITS.checksMax} quotes and claims`,
    description: "A faulty check has its own problem in its place and spoils no other.",
    requestBody: body("Batch", BODY_LIMITS.batchBytesMax, EXAMPLES.batch),
    responses: {
      200: answer("BatchAnswer", "The answers, in the order sent."),
      ...problems(...BODY_PROBLEMS, ...ACCESS_PROBLEMS),
    },
  };
}

function postArticle(): Json {
  return {
    operationId: "postCheckArticle",
    summary: "Check every quotation of a draft",
    description:
      "Every quotation comes back in its place, with who the draft says said it and the answer of a check of its own. Offsets point into the draft as it was sent.",
    requestBody: body("Article", BODY_LIMITS.articleBytesMax, EXAMPLES.article),
    responses: {
      200: answer("ArticleReport", "The quotations, each with its answer."),
      ...problems(...BODY_PROBLEMS, ...ACCESS_PROBLEMS),
    },
  };
}

function listRevisions(): Json {
  return {
    operationId: "listRevisions",
    summary: "List the kept revisions of a source that was put in at run time, newest first",
    parameters: [pathParameter("id", "The source's id.", EXAMPLES.sourceId)],
    responses: {
      200: answer("Revisions", "The revisions."),
      ...problems("not_found", "internal", "unavailable", ...ACCESS_PROBLEMS),
    },
  };
}

function readSource(): Json {
  return {
    operationId: "readSource",
    summary: "Read one source with its text",
    parameters: [
      pathParameter("id", "The source's id.", EXAMPLES.sourceId),
      parameter("revision", "A former revision in place of the current one.", {
        type: "string",
        minLength: 1,
        maxLength: EDGE_LIMITS.sourceIdCharsMax,
      }),
    ],
    responses: {
      200: answer("SourceDocument", "The source."),
      ...problems("not_found", "too_large", "invalid_request", "internal", "unavailable", ...ACCESS_PROBLEMS),
    },
  };
}

function health(): Json {
  return {
    operationId: "health",
    summary: "Whether the service answers, and with which engine and corpus",
    ...NEEDS.none,
    responses: { 200: answer("Health", "It answers."), ...problems("internal", "unavailable") },
  };
}

function description(): Json {
  return {
    operationId: "openapi",
    summary: "This description",
    ...NEEDS.none,
    responses: {
      200: {
        description: "An OpenAPI 3.1 document.",
        headers: ALWAYS,
        content: { "application/json": { schema: { type: "object" } } },
      },
    },
  };
}

/** The fields of a body as parameters: those of `within` by their path, its ids in one list. */
function checkParameters(): Json[] {
  const { within, ...fields } = propertiesOf(componentSchemas().Check);
  const narrowing = propertiesOf(present(within ?? {}));
  return [
    ...Object.entries(fields).map(([name, schema]) =>
      name === "quote"
        ? { ...fieldParameter(name, schema), example: EXAMPLES.quote }
        : fieldParameter(name, schema),
    ),
    ...Object.entries(narrowing).map(([name, schema]) => fieldParameter(`within.${name}`, schema)),
  ];
}

function fieldParameter(name: string, field: JsonSchema): Json {
  const { description, ...schema } = present(field);
  const list = schema.type === "array" ? { style: "form", explode: false } : {};
  return { ...parameter(name, description ?? "", schema), ...list };
}

function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(
      (entry): entry is [string, JsonSchema] => typeof entry[1] === "object",
    ),
  );
}

/** A field that may be null in a body can only be left out of a URL. */
function present(schema: JsonSchema): JsonSchema {
  const [given] = schema.anyOf ?? [];
  if (typeof given !== "object") return schema;
  return schema.default === undefined ? given : { ...given, default: schema.default };
}
