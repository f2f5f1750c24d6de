import { JOBS } from "../jobs/limits.ts";
import { BODY_LIMITS } from "./body.ts";
import { EXAMPLES } from "./openapi-examples.ts";
import {
  ACCESS_PROBLEMS,
  ALWAYS,
  answer,
  BODY_PROBLEMS,
  body,
  type Json,
  NEEDS,
  parameter,
  pathParameter,
  problems,
} from "./openapi-parts.ts";
import { EDGE_LIMITS } from "./schemas.ts";

/** The operations that change what is stored, and those by which drafts come in and reports go out. */

export function sourceWrites(): Record<string, Json> {
  return {
    put: {
      operationId: "putSource",
      summary: "Put a source in, or in the place of the one with this id",
      description:
        "It is searched at once, or not at all. An embedded source of the same id is hidden behind it. With `corrects` the older source stays and is marked as superseded.",
      ...NEEDS.write,
      parameters: [
        pathParameter(
          "id",
          "A letter or digit, then letters, digits, dots, hyphens, underscores.",
          EXAMPLES.newSourceId,
        ),
      ],
      requestBody: body("Source", BODY_LIMITS.sourceBytesMax, EXAMPLES.source),
      responses: {
        200: answer("SourceSummary", "It stands in the place of the former one, or was there to the letter."),
        201: answer("SourceSummary", "It is new.", {
          ...ALWAYS,
          Location: { $ref: "#/components/headers/Location" },
        }),
        ...problems(...BODY_PROBLEMS, ...ACCESS_PROBLEMS),
      },
    },
    delete: {
      operationId: "withdrawSource",
      summary: "Withdraw a source with all its revisions",
      ...NEEDS.write,
      parameters: [pathParameter("id", "The source's id.", EXAMPLES.newSourceId)],
      responses: {
        204: { description: "It is gone.", headers: ALWAYS },
        ...problems("not_found", "internal", "unavailable", ...ACCESS_PROBLEMS),
      },
    },
  };
}

const SIGNATURE = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => ({
  name,
  in: "header",
  required: true,
  description: "As Standard Webhooks has it.",
  schema: { type: "string" },
}));

export function webhookPaths(): Record<string, Record<string, Json>> {
  const anyJson = (example: unknown) => ({
    required: true,
    content: { "application/json": { schema: { type: "object" }, example } },
  });
  const pointer = (name: string, description: string, example?: string) => ({
    ...parameter(name, description, {
      type: "string",
      minLength: 1,
      maxLength: EDGE_LIMITS.pointerCharsMax,
    }),
    ...(example === undefined ? {} : { example }),
  });
  return {
    "/v1/webhooks/article": {
      post: submission(
        "Article",
        "A draft, signed after Standard Webhooks",
        SIGNATURE,
        body("Webhook", BODY_LIMITS.webhookBytesMax, EXAMPLES.webhook),
      ),
    },
    "/v1/webhooks/ghost": {
      post: submission(
        "Ghost",
        "What Ghost sends when a post is edited",
        [
          {
            name: "X-Ghost-Signature",
            in: "header",
            required: true,
            description: "As Ghost has it.",
            schema: { type: "string" },
          },
        ],
        anyJson(EXAMPLES.ghost),
      ),
    },
    "/v1/webhooks/wordpress": {
      post: submission(
        "WordPress",
        "A post as WordPress's REST API gives it, signed after Standard Webhooks",
        SIGNATURE,
        anyJson(EXAMPLES.wordpress),
      ),
    },
    "/v1/webhooks/json": {
      post: submission(
        "Json",
        "JSON of any shape, signed after Standard Webhooks",
        [
          ...SIGNATURE,
          pointer("html", "JSON pointer to the article's HTML. Exactly one of html and text.", "/post/body"),
          pointer("text", "JSON pointer to the article's text."),
          pointer("id", "JSON pointer to the article's id.", "/post/id"),
          pointer("title", "JSON pointer to the article's title.", "/post/title"),
        ],
        anyJson(EXAMPLES.json),
      ),
    },
  };
}

function submission(name: string, summary: string, parameters: Json[], requestBody: Json): Json {
  return {
    operationId: `submit${name}`,
    summary,
    description: "The signature stands in for a key; one that does not hold is refused, and nothing is kept.",
    ...NEEDS.none,
    parameters,
    requestBody,
    responses: {
      202: answer("Submitted", "Taken in; the same message again is the same job."),
      ...problems(...BODY_PROBLEMS, "unauthenticated", "conflict", "rate_limited"),
    },
  };
}

export function jobPaths(): Record<string, Record<string, Json>> {
  return {
    "/v1/jobs": {
      get: {
        operationId: "listDeadLetters",
        summary: "List jobs whose report could not be delivered",
        ...NEEDS.admin,
        parameters: [
          { ...parameter("status", "`dead`.", { type: "string", enum: ["dead"] }), required: true },
          parameter("limit", "How many to return at most.", {
            type: "integer",
            minimum: 1,
            maximum: JOBS.pageMax,
            default: JOBS.pageMax,
          }),
          parameter("cursor", "The `cursor` of the page before.", {
            type: "string",
            minLength: 1,
            maxLength: EDGE_LIMITS.cursorCharsMax,
          }),
        ],
        responses: {
          200: answer("DeadLetters", "One page of them."),
          ...problems("too_large", "invalid_request", "internal", "unavailable", ...ACCESS_PROBLEMS),
        },
      },
    },
    "/v1/jobs/{id}": {
      get: {
        operationId: "readJob",
        summary: "Read a job, with its report when it is done",
        parameters: [pathParameter("id", "The job's id, which nobody can guess.")],
        responses: {
          200: answer("Job", "The job."),
          ...problems("not_found", "internal", "unavailable", ...ACCESS_PROBLEMS),
        },
      },
    },
    "/v1/jobs/{id}/redeliver": {
      post: {
        operationId: "redeliver",
        summary: "Send a report again that could not be delivered",
        ...NEEDS.admin,
        parameters: [pathParameter("id", "The job's id.")],
        responses: {
          202: answer("Redelivery", "It is sent again, from the first attempt on."),
          ...problems("not_found", "internal", "unavailable", ...ACCESS_PROBLEMS),
        },
      },
    },
  };
}
