import * as v from "valibot";
import { SOURCE_KINDS } from "../core/answer.ts";
import { LIMITS, type Question, type Within } from "../core/question.ts";
import { SOURCE_ID, SOURCE_LIMITS, type SourceInput } from "../core/reading/source.ts";
import { isCalendarDate, isWebAddress } from "../core/reading/source-fields.ts";
import { JOBS } from "../jobs/limits.ts";

/** Limits of the lists of sources and speakers and of what callers name things by, in UTF-16 code units or counts. */
export const EDGE_LIMITS = {
  /** The longest registered tags have some 35 characters (RFC 5646, 4.4.1). */
  languageCharsMax: 35,
  callerIdCharsMax: 200,
  sourceIdCharsMax: 200,
  cursorCharsMax: 2000,
  sourcesPageMax: 100,
  sourcesPageDefault: 50,
  nameQueryCharsMax: 200,
  speakersPageMax: 100,
  speakersPageDefault: 20,
  pointerCharsMax: 300,
} as const;

/** What an id of a source may be, in words. */
export const SOURCE_ID_RULE =
  "Must begin with a letter or a digit and have only those, dots, hyphens and underscores, 200 at most.";

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

const nameQuery = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(EDGE_LIMITS.nameQueryCharsMax),
    v.description("Words of a name; empty or white space: as if it were not given."),
  ),
);

const speakersLimit = v.optional(
  wholeNumber(1, EDGE_LIMITS.speakersPageMax, "How many to return at most."),
  EDGE_LIMITS.speakersPageDefault,
);

/** The query of `GET /v1/sources`. */
export const sourcesQuerySchema = closedObject({
  limit: v.optional(
    wholeNumber(1, EDGE_LIMITS.sourcesPageMax, "How many sources to return at most."),
    EDGE_LIMITS.sourcesPageDefault,
  ),
  cursor: v.optional(text(EDGE_LIMITS.cursorCharsMax, "The `cursor` of the page before.")),
  q: nameQuery,
});

/** The query of `GET /v1/speakers`. */
export const speakersQuerySchema = closedObject({ limit: speakersLimit, q: nameQuery });

/** The query of `GET /v1/speakers/{id}/quotations`. */
export const spokenQuerySchema = closedObject({
  limit: speakersLimit,
  cursor: v.optional(text(EDGE_LIMITS.cursorCharsMax, "The `cursor` of the page before.")),
});

/** The query of a route that takes none. */
export const noQuerySchema = closedObject({});

/** What a validated `q` asks for; null where there is nothing in it, as in a field that nobody has typed into yet. */
export function namedIn(q: string | undefined): string | null {
  return q?.trim() ? q : null;
}

const optionalText = (charsMax: number, description: string) => v.nullish(text(charsMax, description));

/** A draft in one form, and what is known of it. */
const draftFields = {
  text: optionalText(LIMITS.draftCharsMax, "The draft as text. Exactly one of text and html."),
  html: optionalText(LIMITS.draftCharsMax, "The draft as HTML; offsets then point into it as it was sent."),
  title: optionalText(LIMITS.titleCharsMax, "Its headline, in which people may be named in full."),
  language: optionalText(
    EDGE_LIMITS.languageCharsMax,
    "Its language, as a tag (RFC 5646). None: what `<html lang>` says, else English. Who speaks is read in English, French, German and Spanish.",
  ),
  byline: optionalText(LIMITS.titleCharsMax, "Who wrote it. Taken and not used yet."),
  date: v.nullish(calendarDate("Its date. Taken and not used yet.")),
  within: v.nullish(withinSchema),
};

const BOTH_FORMS = "A draft has text or html, not both.";
const NEITHER_FORM = "A draft needs text or html.";

function oneOfTextAndHtml<TDraft>() {
  return v.rawCheck<TDraft>(({ dataset, addIssue }) => {
    const draft: unknown = dataset.value;
    if (!isJsonObject(draft)) return;
    const given = [draft.text, draft.html].filter((body) => body !== undefined && body !== null);
    if (given.length === 0) addIssue({ message: NEITHER_FORM });
    if (given.length === 2) addIssue({ message: BOTH_FORMS, path: [pathItem(draft, "html")] });
  });
}

/** The body of `POST /v1/check/article`. */
export const articleSchema = v.pipe(closedObject(draftFields), oneOfTextAndHtml());

/** The body of `POST /v1/webhooks/article`. */
export const webhookSchema = closedObject({
  type: v.literal("article.submitted"),
  timestamp: v.pipe(
    v.string(),
    v.check(isTime, "Must be a time, as RFC 3339 writes it."),
    v.description("When it was submitted, RFC 3339."),
  ),
  data: v.pipe(
    closedObject({
      id: text(JOBS.articleIdCharsMax, "The sender's id of the article; comes back with the report."),
      callback: text(JOBS.callbackCharsMax, "Where the report goes: https, to a public name."),
      ...draftFields,
    }),
    oneOfTextAndHtml(),
  ),
});

/** The query of `POST /v1/webhooks/json`. */
export const pointersSchema = v.pipe(
  closedObject({
    html: v.optional(
      text(EDGE_LIMITS.pointerCharsMax, "JSON pointer to the article's HTML. Exactly one of html and text."),
    ),
    text: v.optional(text(EDGE_LIMITS.pointerCharsMax, "JSON pointer to the article's text.")),
    id: v.optional(text(EDGE_LIMITS.pointerCharsMax, "JSON pointer to the article's id."), "/id"),
    title: v.optional(text(EDGE_LIMITS.pointerCharsMax, "JSON pointer to the article's title.")),
  }),
  oneOfTextAndHtml(),
);

/** The query of `GET /v1/jobs`. */
export const deadLettersQuerySchema = closedObject({
  status: v.literal("dead"),
  limit: v.optional(wholeNumber(1, JOBS.pageMax, "How many to return at most."), JOBS.pageMax),
  cursor: v.optional(text(EDGE_LIMITS.cursorCharsMax, "The `cursor` of the page before.")),
});

const sourceField = (description: string) =>
  v.nullish(v.pipe(v.string(), v.maxLength(SOURCE_LIMITS.fieldCharsMax), v.description(description)));

/** The body of `PUT /v1/sources/{id}`. */
export const sourceSchema = closedObject({
  title: v.pipe(
    text(SOURCE_LIMITS.fieldCharsMax, "What it is called."),
    v.check(isNotBlank, "Must not be blank."),
  ),
  kind: v.pipe(v.picklist(SOURCE_KINDS), v.description("What kind of text it is.")),
  text: v.pipe(
    text(SOURCE_LIMITS.textCharsMax, "The text; offsets in answers point into it."),
    v.check(isNotBlank, "Must not be blank."),
    v.check(isWellFormed, "Must not hold half a character (a lone surrogate)."),
  ),
  speaker: sourceField("Who speaks, where the source as a whole is one speaker's."),
  publisher: sourceField("Who published it."),
  date: v.nullish(calendarDate("When it was said or published.")),
  url: v.nullish(
    v.pipe(
      v.string(),
      v.maxLength(SOURCE_LIMITS.fieldCharsMax),
      v.check(isWebAddress, "Must begin with https:// or http://."),
      v.description("Where it can be read."),
    ),
  ),
  language: sourceField("Its language, as a tag (RFC 5646)."),
  licence: sourceField("Under what terms it may be used."),
  corrects: v.nullish(
    v.pipe(
      v.string(),
      v.check(isSourceId, SOURCE_ID_RULE),
      v.description("The id of the older source that this one corrects."),
    ),
  ),
});

function isNotBlank(value: string): boolean {
  return value.trim() !== "";
}

function isWellFormed(value: string): boolean {
  return value.isWellFormed();
}

function isSourceId(value: string): boolean {
  return SOURCE_ID.test(value);
}

/** True for a date and a time of day with its zone, as RFC 3339 has them. */
function isTime(value: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i.exec(value);
  return parts !== null && isCalendarDate(parts[1] ?? "") && !Number.isNaN(Date.parse(value));
}

/** What the checks in code are in the API's description. */
export const DESCRIBED_CHECKS: ReadonlyMap<unknown, { format?: string; pattern?: string }> = new Map<
  unknown,
  { format?: string; pattern?: string }
>([
  [isCalendarDate, { format: "date" }],
  [isTime, { format: "date-time" }],
  [isNotBlank, { pattern: "\\S" }],
  [isWellFormed, {}],
  [isWebAddress, { pattern: "^https?://\\S+$" }],
  [isSourceId, { pattern: SOURCE_ID.source }],
]);

/** The query of `GET /v1/sources/{id}`. */
export const revisionQuerySchema = closedObject({
  revision: v.optional(text(EDGE_LIMITS.sourceIdCharsMax, "A former revision in place of the current one.")),
});

export type CheckInput = v.InferOutput<typeof checkSchema>;
export type ArticleInput = v.InferOutput<typeof articleSchema>;
type WithinInput = v.InferOutput<typeof withinSchema>;

/** The source that a validated body puts under an id. Fields of nothing but white space are none. */
export function sourceOf(id: string, body: v.InferOutput<typeof sourceSchema>): SourceInput {
  const given = (value: string | null | undefined): string | null => (value?.trim() ? value.trim() : null);
  return {
    id,
    title: body.title.trim(),
    kind: body.kind,
    text: body.text,
    speaker: given(body.speaker),
    publisher: given(body.publisher),
    date: given(body.date),
    url: given(body.url),
    language: given(body.language),
    licence: given(body.licence),
    corrects: given(body.corrects),
  };
}

/** What a validated `within` narrows the corpus to; null for no narrowing. */
export function withinOf(within: WithinInput | null | undefined): Within | null {
  if (!within) return null;
  return {
    ids: within.ids ?? null,
    speaker: within.speaker ?? null,
    publisher: within.publisher ?? null,
    after: within.after ?? null,
    before: within.before ?? null,
  };
}

/** The question that a validated check asks. A speaker of nothing but white space is none. */
export function questionOf(check: CheckInput): Question {
  const quoted = check.quote ?? null;
  return {
    form: quoted === null ? "claim" : "quote",
    text: quoted ?? check.claim ?? "",
    speaker: check.speaker?.trim() ? check.speaker : null,
    within: withinOf(check.within),
    prefix: check.prefix || null,
    suffix: check.suffix || null,
    limit: check.limit ?? LIMITS.matchesDefault,
  };
}
