import { type ConversionConfig, type JsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import {
  answerSchema,
  articleReportSchema,
  batchAnswerSchema,
  changeSchema,
  corpusSummarySchema,
  deadLettersSchema,
  excerptSchema,
  healthSchema,
  jobSchema,
  matchSchema,
  problemSchema,
  redeliverySchema,
  revisionsSchema,
  selectorSchema,
  sourceDocumentSchema,
  sourcePageSchema,
  sourceQuotationsSchema,
  sourceSpeakerSchema,
  sourceSummarySchema,
  speakerEntrySchema,
  speakerListSchema,
  speakerSchema,
  spokenPageSchema,
  submittedSchema,
  timeCodeSchema,
  warningSchema,
} from "./answer-schemas.ts";
import {
  articleSchema,
  batchCheckSchema,
  batchSchema,
  checkSchema,
  DESCRIBED_CHECKS,
  sourceSchema,
  webhookSchema,
} from "./schemas.ts";

/** The schemas by the names under which the document's `components.schemas` has them. */
const NAMED = {
  Check: checkSchema,
  BatchCheck: batchCheckSchema,
  Batch: batchSchema,
  Answer: answerSchema,
  Match: matchSchema,
  Change: changeSchema,
  Excerpt: excerptSchema,
  Speaker: speakerSchema,
  SourceSpeaker: sourceSpeakerSchema,
  TimeCode: timeCodeSchema,
  Warning: warningSchema,
  Selector: selectorSchema,
  CorpusSummary: corpusSummarySchema,
  BatchAnswer: batchAnswerSchema,
  Article: articleSchema,
  ArticleReport: articleReportSchema,
  Source: sourceSchema,
  Revisions: revisionsSchema,
  Webhook: webhookSchema,
  Submitted: submittedSchema,
  Job: jobSchema,
  DeadLetters: deadLettersSchema,
  Redelivery: redeliverySchema,
  SourceSummary: sourceSummarySchema,
  SourceDocument: sourceDocumentSchema,
  SourcePage: sourcePageSchema,
  SourceQuotations: sourceQuotationsSchema,
  SpeakerEntry: speakerEntrySchema,
  SpeakerList: speakerListSchema,
  SpokenPage: spokenPageSchema,
  Health: healthSchema,
  Problem: problemSchema,
};

export type SchemaName = keyof typeof NAMED;

const CONVERSION: Omit<ConversionConfig, "definitions"> = {
  target: "draft-2020-12",
  // A closed object is checked in two steps, and the second has the fields.
  typeMode: "output",
  overrideRef: ({ referenceId }) => refTo(referenceId),
  overrideAction: ({ valibotAction, jsonSchema }) => {
    // The only checks in code of a whole object: no unknown field, and one of quote and claim.
    if (valibotAction.type === "raw_check") return { ...jsonSchema, additionalProperties: false };
    const known = "requirement" in valibotAction && DESCRIBED_CHECKS.get(valibotAction.requirement);
    return known ? { ...jsonSchema, ...known } : undefined;
  },
};

/** A reference to a named schema, from anywhere in the document. */
export function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}

/** Every schema of the API by name, as JSON Schema 2020-12. */
export function componentSchemas(): Record<SchemaName, JsonSchema> {
  const schemas = toJsonSchemaDefs(NAMED, CONVERSION);
  return {
    ...schemas,
    Article: { ...schemas.Article, oneOf: TEXT_OR_HTML },
    Check: { ...schemas.Check, oneOf: QUOTE_OR_CLAIM },
    BatchCheck: { ...schemas.BatchCheck, oneOf: QUOTE_OR_CLAIM },
    Batch: { ...schemas.Batch, properties: { checks: batchChecks(schemas.Batch) } },
  };
}

const TEXT_OR_HTML: JsonSchema[] = [
  { required: ["text"], properties: { text: { type: "string" }, html: { type: "null" } } },
  { required: ["html"], properties: { html: { type: "string" }, text: { type: "null" } } },
];

/** That exactly one is given; null stands for a field left out. */
const QUOTE_OR_CLAIM: JsonSchema[] = [
  { required: ["quote"], properties: { quote: { type: "string" }, claim: { type: "null" } } },
  { required: ["claim"], properties: { claim: { type: "string" }, quote: { type: "null" } } },
];

/** Entries are validated one by one, so the schema that runs knows nothing of them; the description does. */
function batchChecks(batch: JsonSchema): JsonSchema {
  const checks = batch.properties?.checks;
  return { ...(typeof checks === "object" ? checks : {}), items: { $ref: refTo("BatchCheck") } };
}
