import { EXAMPLES } from "./openapi-examples.ts";
import {
  ACCESS_PROBLEMS,
  answer,
  type Json,
  NEEDS,
  parameter,
  pathParameter,
  problems,
} from "./openapi-parts.ts";
import { EDGE_LIMITS } from "./schemas.ts";

/** The operations by which people look at what there is. */

export function listSources(): Json {
  return {
    operationId: "listSources",
    summary: "List the sources, in order of id",
    ...NEEDS.read,
    parameters: [
      limit(EDGE_LIMITS.sourcesPageMax, EDGE_LIMITS.sourcesPageDefault),
      CURSOR,
      nameQuery("Only sources whose title, publisher, speaker or id has every word; the last may be begun."),
    ],
    responses: { 200: answer("SourcePage", "One page of the list."), ...LIST_PROBLEMS },
  };
}

export function listQuotations(): Json {
  return {
    operationId: "listQuotations",
    summary: "List the quotations of one source, in order",
    ...NEEDS.read,
    parameters: [pathParameter("id", "The source's id.", EXAMPLES.sourceId)],
    responses: {
      200: answer("SourceQuotations", "The quotations."),
      ...problems("not_found", "invalid_request", "internal", "unavailable", ...ACCESS_PROBLEMS),
    },
  };
}

export function listSpeakers(): Json {
  return {
    operationId: "listSpeakers",
    summary: "Find speakers by approximate name, or list the most quoted",
    ...NEEDS.read,
    parameters: [
      limit(EDGE_LIMITS.speakersPageMax, EDGE_LIMITS.speakersPageDefault),
      nameQuery("The name, or a part of it. Exact words come before those that are only like it."),
    ],
    responses: { 200: answer("SpeakerList", "The speakers, best first."), ...LIST_PROBLEMS },
  };
}

export function listSpoken(): Json {
  return {
    operationId: "listSpoken",
    summary: "List what one speaker said, newest first",
    ...NEEDS.read,
    parameters: [
      pathParameter("id", "The speaker's id.", EXAMPLES.speakerId),
      limit(EDGE_LIMITS.speakersPageMax, EDGE_LIMITS.speakersPageDefault),
      CURSOR,
    ],
    responses: {
      200: answer("SpokenPage", "One page of the quotations."),
      ...problems("not_found"),
      ...LIST_PROBLEMS,
    },
  };
}

function limit(maximum: number, byDefault: number): Json {
  const schema = { type: "integer", minimum: 1, maximum, default: byDefault } as const;
  return parameter("limit", "How many to return at most.", schema);
}

function nameQuery(description: string): Json {
  return parameter("q", description, { type: "string", maxLength: EDGE_LIMITS.nameQueryCharsMax });
}

const CURSOR = parameter("cursor", "The `cursor` of the page before.", {
  type: "string",
  minLength: 1,
  maxLength: EDGE_LIMITS.cursorCharsMax,
});

const LIST_PROBLEMS = problems("too_large", "invalid_request", "internal", "unavailable", ...ACCESS_PROBLEMS);
