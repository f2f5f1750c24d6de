import * as v from "valibot";
import { LIMITS, type Question } from "../core/question.ts";

/** Limits of the list of sources and of what callers name things by, in UTF-16 code units or counts. */
export const EDGE_LIMITS = {
  callerIdCharsMax: 200,
  sourceIdCharsMax: 200,
  cursorCharsMax: 2000,
  sourcesPageMax: 100,
  sourcesPageDefault: 50,
} as const;

const text = (charsMax: number, description: string) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(charsMax), v.description(description));

const wholeNumber = (min: number, max: number, description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max), v.description(description));

/** Like `2023-02-24`, and a day that was or will be: 2023-02-30 is refused. */
const calendarDate = (description: string) =>
  v.pipe(
    v.string(),
    v.check(isCalendarDate, "Must be a date of the calendar, written YYYY-MM-DD."),
    v.description(description),
  );

/** True for an RFC 3339 full-date that stands in the Gregorian calendar. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

const NO_SUCH_FIELD = "There is no field of this name.";

/**
 * An object with these fields and no others. The library's own strict object takes an array for
 * an object and names the first unknown field only; a misspelt field that is silently ignored
 * would be a wrong verdict, so each is named.
 */
function closedObject<TEntries extends v.ObjectEntries>(entries: TEntries) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isJsonObject, "Must be an object."),
    // Copied along, a field of this name would put fields that nobody checked beneath the object.
    noneOf((name) => name === "__proto__"),
    v.looseObject(entries),
    noneOf((name) => !Object.hasOwn(entries, name)),
  );
}

/** Refuses each field whose name is unwanted. */
function noneOf<TInput>(unwanted: (name: string) => boolean) {
  return v.rawCheck<TInput>(({ dataset, addIssue }) => {
    const input: unknown = dataset.value;
    if (!isJsonObject(input)) return;
    for (const name of Object.keys(input).filter(unwanted)) {
      addIssue({ message: NO_SUCH_FIELD, path: [pathItem(input, name)] });
    }
  });
}

/** True for what JSON calls an object: neither null nor an array. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathItem(input: Record<string, unknown>, key: string): v.ObjectPathItem {
  return { type: "object", origin: "value", input, key, value: input[key] };
}

const withinSchema = v.pipe(
  closedObject({
    ids: v.nullish(
      v.pipe(
        v.array(text(EDGE_LIMITS.sourceIdCharsMax, "The id of a source.")),
        v.minLength(1),
        v.maxLength(LIMITS.withinIdsMax),
        v.description("Only these sources."),
      ),
    ),
    speaker: v.nullish(text(LIMITS.speakerCharsMax, "Only what this speaker said.")),
    publisher: v.nullish(text(LIMITS.speakerCharsMax, "Only sources of this publisher.")),
    after: v.nullish(calendarDate("Only sources of this day or later.")),
    before: v.nullish(calendarDate("Only sources of this day or earlier.")),
  }),
  v.description("Narrows the corpus. All that is given must hold."),
);

const checkFields = {
  quote: v.nullish(
    text(LIMITS.quoteCharsMax, "The words as they were quoted. Exactly one of quote and claim."),
  ),
  claim: v.nullish(text(LIMITS.quoteCharsMax, "A statement in any words. Exactly one of quote and claim.")),
  speaker: v.nullish(
    v.pipe(
      v.string(),
      v.maxLength(LIMITS.speakerCharsMax),
      v.description("Who is said to have said it. Left out, empty or white space: nobody is named."),
    ),
  ),
  within: v.nullish(withinSchema),
  prefix: v.nullish(
    v.pipe(
      v.string(),
      v.maxLength(LIMITS.contextCharsMax),
      v.description("Text before the quote where it was found; breaks ties between equal matches."),
    ),
  ),
  suffix: v.nullish(
    v.pipe(
      v.string(),
      v.maxLength(LIMITS.contextCharsMax),
      v.description("Text after the quote where it was found; breaks ties between equal matches."),
    ),
  ),
  limit: v.nullish(
    wholeNumber(1, LIMITS.matchesMax, "How many matches to return at most."),
    LIMITS.matchesDefault,
  ),
};

const callerId = v.nullish(
  v.pipe(
    v.string(),
    v.maxLength(EDGE_LIMITS.callerIdCharsMax),
    v.description("Comes back beside the answer; the caller's own."),
  ),
);

const BOTH = "A check has a quote or a claim, not both.";
const NEITHER = "A check needs a quote or a claim.";

/** Both are blamed on `/quote`; neither on the check as a whole, which has no field to point at. */
function oneOfQuoteAndClaim<TCheck>() {
  return v.rawCheck<TCheck>(({ dataset, addIssue }) => {
    const check: unknown = dataset.value;
    if (!isJsonObject(check)) return;
    const given = [check.quote, check.claim].filter((text) => text !== undefined && text !== null);
    if (given.length === 0) addIssue({ message: NEITHER });
    if (given.length === 2) addIssue({ message: BOTH, path: [pathItem(check, "quote")] });
  });
}

/** The body of `POST /v1/check`. */
export const checkSchema = v.pipe(closedObject(checkFields), oneOfQuoteAndClaim());
/** One entry of a batch. */
export const batchCheckSchema = v.pipe(closedObject({ id: callerId, ...checkFields }), oneOfQuoteAndClaim());

/** The body of `POST /v1/check/batch`; each entry is validated on its own, so that a faulty one spoils no other. */
export const batchSchema = closedObject({
  checks: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(LIMITS.checksMax)),
});

/** The query of `GET /v1/sources`. */
export const sourcesQuerySchema = closedObject({
  limit: v.optional(
    wholeNumber(1, EDGE_LIMITS.sourcesPageMax, "How many sources to return at most."),
    EDGE_LIMITS.sourcesPageDefault,
  ),
  cursor: v.optional(text(EDGE_LIMITS.cursorCharsMax, "The `cursor` of the page before.")),
});

export type CheckInput = v.InferOutput<typeof checkSchema>;

/** The question that a validated check asks. A speaker of nothing but white space is none. */
export function questionOf(check: CheckInput): Question {
  const quoted = check.quote ?? null;
  const within = check.within ?? null;
  return {
    form: quoted === null ? "claim" : "quote",
    text: quoted ?? check.claim ?? "",
    speaker: check.speaker?.trim() ? check.speaker : null,
    within: within && {
      ids: within.ids ?? null,
      speaker: within.speaker ?? null,
      publisher: within.publisher ?? null,
      after: within.after ?? null,
      before: within.before ?? null,
    },
    prefix: check.prefix || null,
    suffix: check.suffix || null,
    limit: check.limit ?? LIMITS.matchesDefault,
  };
}
