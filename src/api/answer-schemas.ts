import * as v from "valibot";
import {
  type Answer,
  ATTRIBUTIONS,
  CHANGE_KINDS,
  type Change,
  CLAIM_VERDICTS,
  type CorpusSummary,
  type Excerpt,
  type Match,
  QUOTE_VERDICTS,
  type QuoteVerdict,
  SEVERITIES,
  type Selector,
  SOURCE_KINDS,
  type SourceDocument,
  type SourceSpeaker,
  type SourceSummary,
  SPEAKER_KINDS,
  type Speaker,
  VIAS,
  WARNING_KINDS,
  type Warning,
  WORDINGS,
} from "../core/answer.ts";
import type { ArticleReport } from "../core/article.ts";
import type { TimeCode } from "../core/text/time-codes.ts";
import type { Revision, SourceQuotations, SpeakerEntry, SpeakerList, SpokenPage } from "../corpus/corpus.ts";
import type { DeadLetter, Job } from "../jobs/job.ts";
import { PROBLEMS, type ProblemCode } from "./problem.ts";

/**
 * What the API answers, as schemas. Only the API's description is made from them, at build
 * time; they do not enter the Worker. Each is typed by what the core gives, so that a field
 * added there and forgotten here does not compile.
 */

const offset = (description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(0), v.description(description));
const count = (description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(0), v.description(description));
const share = (description: string) =>
  v.pipe(v.number(), v.minValue(0), v.maxValue(1), v.description(description));
const described = (description: string) => v.pipe(v.string(), v.description(description));
const nullable = (description: string) => v.nullable(described(description));
const listed = <const T extends readonly string[]>(list: T, description: string) =>
  v.pipe(v.picklist(list), v.description(description));

const start = offset("Where it begins, in UTF-16 code units.");
const end = offset("Where it ends: the offset of the first code unit that is no longer part of it.");

export const excerptSchema: v.GenericSchema<Excerpt> = v.pipe(
  v.object({ text: v.string(), start, end }),
  v.description("Words and where they stand, half-open."),
);

export const changeSchema: v.GenericSchema<Change> = v.pipe(
  v.object({
    kind: listed(CHANGE_KINDS, "What differs."),
    material: v.pipe(v.boolean(), v.description("Whether it changes what is said.")),
    submitted: excerptSchema,
    source: excerptSchema,
    message: described("The difference in one sentence."),
  }),
  v.description(
    "One difference in wording. `submitted` points into what was sent, `source` into the source's text.",
  ),
);

const speakerFields = {
  name: v.string(),
  kind: listed(SPEAKER_KINDS, "What kind of speaker it is."),
  via: listed(VIAS, "How the text tells who speaks."),
  confidence: share("How often an attribution read this way is right."),
  evidence: v.nullable(excerptSchema),
  role: nullable("The speaker's role as the text gives it."),
  document: nullable("The document through which an organisation speaks."),
};

export const speakerSchema: v.GenericSchema<Speaker> = v.pipe(
  v.object(speakerFields),
  v.description("Who a draft says said it."),
);

export const sourceSpeakerSchema: v.GenericSchema<SourceSpeaker> = v.pipe(
  v.object({
    ...speakerFields,
    translated: v.pipe(
      v.boolean(),
      v.description("Whether a transcript marks the words as a translator's, and not the speaker's own."),
    ),
  }),
  v.description("Who the source says said it."),
);

export const timeCodeSchema: v.GenericSchema<TimeCode> = v.pipe(
  v.object({
    text: described("As the source prints it: `00:12:30`."),
    seconds: count("The same in seconds."),
  }),
  v.description(
    "The last time code at or before the words in a transcript or a speech; null where it has none.",
  ),
);

export const warningSchema: v.GenericSchema<Warning> = v.pipe(
  v.object({
    kind: listed(WARNING_KINDS, "What about the context."),
    material: v.pipe(v.boolean(), v.description("Whether it alone makes an exact quote `missing_context`.")),
    message: described("The warning in one sentence."),
    text: v.string(),
    start,
    end,
  }),
  v.description("Something outside the words that bears on their meaning, and where the source has it."),
);

const sourceFields = {
  id: v.string(),
  title: v.string(),
  kind: listed(SOURCE_KINDS, "What kind of text it is."),
  speaker: nullable("Who speaks where the source as a whole is one speaker's."),
  publisher: v.nullable(v.string()),
  date: v.nullable(v.pipe(v.string(), v.isoDate())),
  url: v.nullable(v.string()),
  revision: described("`sha256-` and the hash of text and fields, in hex."),
  supersededBy: nullable("The id of the newer source that corrects this one."),
};

export const sourceSummarySchema: v.GenericSchema<SourceSummary> = v.pipe(
  v.object({
    ...sourceFields,
    language: v.nullable(v.string()),
    licence: v.nullable(v.string()),
    corrects: nullable("The id of the older source that this one corrects."),
    words: count("How many words its text has."),
  }),
  v.description("A source without its text."),
);

export const sourceDocumentSchema: v.GenericSchema<SourceDocument> = v.pipe(
  v.object({
    ...sourceFields,
    language: v.nullable(v.string()),
    licence: v.nullable(v.string()),
    corrects: nullable("The id of the older source that this one corrects."),
    words: count("How many words its text has."),
    text: described("The text to the byte; offsets in answers point into it."),
  }),
  v.description("A source whole."),
);

export const selectorSchema: v.GenericSchema<Selector> = v.pipe(
  v.variant("type", [
    v.object({
      type: v.literal("TextQuoteSelector"),
      exact: v.string(),
      prefix: v.string(),
      suffix: v.string(),
    }),
    v.object({
      type: v.literal("TextPositionSelector"),
      start: offset("In code points."),
      end: offset("In code points."),
    }),
  ]),
  v.description("A W3C Web Annotation selector. Its positions count code points, as that standard says."),
);

export const matchSchema: v.GenericSchema<Match> = v.pipe(
  v.object({
    wording: listed(WORDINGS, "How the words compare."),
    attribution: listed(ATTRIBUTIONS, "How the named speaker compares."),
    score: share("How alike the words are. It never decides alone."),
    quote: v.pipe(
      v.object({ exact: v.string(), prefix: v.string(), suffix: v.string(), start, end }),
      v.description("The source's own words."),
    ),
    changes: v.pipe(v.array(changeSchema), v.description("Every difference in wording, in order.")),
    speaker: v.nullable(sourceSpeakerSchema),
    time: v.nullable(timeCodeSchema),
    context: v.object({
      before: v.string(),
      passage: described("The whole sentences that hold the match."),
      after: v.string(),
      warnings: v.array(warningSchema),
    }),
    source: v.object(sourceFields),
    link: nullable("A URL with a text fragment made of the source's words; null without a URL."),
    selectors: v.array(selectorSchema),
  }),
  v.description("One place in a source."),
);

export const corpusSummarySchema: v.GenericSchema<CorpusSummary> = v.pipe(
  v.object({
    revision: described("Changes whenever any source does."),
    sources: count("How many sources there are."),
    words: count("How many words they have together."),
    complete: v.pipe(
      v.boolean(),
      v.description("False where a part of the corpus could not be reached; it is not counted then."),
    ),
  }),
  v.description("What was looked in."),
);

const answerFields = {
  verdict: v.pipe(
    v.picklist([...new Set([...QUOTE_VERDICTS, ...CLAIM_VERDICTS])]),
    v.description(
      `Of a quote, worst first: ${QUOTE_VERDICTS.join(", ")}. Of a claim: ${CLAIM_VERDICTS.join(", ")}.`,
    ),
  ),
  severity: listed(SEVERITIES, "How much it matters."),
  summary: described("One sentence an editor can act on."),
  matches: v.pipe(
    v.array(matchSchema),
    v.description(
      "Best first. Under `not_found` and `cannot_check`: passages that share words with the question, of wording `paraphrase`.",
    ),
  ),
  corpus: corpusSummarySchema,
  engine: described("The version of the engine."),
};

export const answerSchema: v.GenericSchema<Answer> = v.pipe(
  v.object(answerFields),
  v.description("What the corpus says about one quote or claim."),
);

const problemCodes = Object.keys(PROBLEMS) as ProblemCode[];

export const problemSchema = v.pipe(
  v.object({
    type: described("`urn:verbatim:problem:` and the code."),
    title: described("The same for each occurrence of the code."),
    status: v.pipe(v.number(), v.integer()),
    detail: described("What is wrong this time. It never repeats what was submitted."),
    code: listed(problemCodes, "For programs to switch on."),
    requestId: described("Also in X-Request-Id."),
    errors: v.optional(
      v.array(
        v.object({
          pointer: described(
            "A JSON pointer into the body, or / and the name of a query parameter; empty for the whole.",
          ),
          detail: v.string(),
        }),
      ),
    ),
  }),
  v.description("RFC 9457 problem details."),
);

const answeredId = v.pipe(
  v.nullable(v.string()),
  v.description("The id that the check was sent with, or null."),
);

export const batchAnswerSchema = v.object({
  results: v.pipe(
    v.array(
      v.union([
        v.object({ id: answeredId, ...answerFields }),
        v.object({ id: answeredId, problem: problemSchema }),
      ]),
    ),
    v.description("In the order sent; a faulty check has its own problem in its place."),
  ),
});

export const sourcePageSchema = v.object({
  sources: v.array(sourceSummarySchema),
  cursor: nullable("Send it back as `cursor` to read on; null on the last page."),
});

export const sourceQuotationsSchema: v.GenericSchema<SourceQuotations> = v.pipe(
  v.object({
    source: v.object({ id: sourceFields.id, title: sourceFields.title, revision: sourceFields.revision }),
    quotations: v.pipe(
      v.array(
        v.object({
          start,
          end,
          depth: v.pipe(
            v.picklist([0, 1]),
            v.description("1 for what whoever speaks around it quotes, or a statement prints of somebody."),
          ),
          speaker: v.nullable(sourceSpeakerSchema),
        }),
      ),
      v.description(
        "In order of `start`; one may stand within another. Offsets point into the source's `text`.",
      ),
    ),
    more: v.pipe(v.boolean(), v.description("True where the source has more than are listed.")),
  }),
  v.description("What a source says and who says it."),
);

const speakerEntryFields = {
  id: described("The folded words of the name; of an organisation or a document with `~` and the kind."),
  name: described("As the newest source has it that uses this form of the name."),
  kind: listed(SPEAKER_KINDS, "What kind of speaker it is."),
  role: nullable("As the newest source has it that gives one."),
  quotations: count("How many quotations there are."),
  sources: count("In how many sources."),
  aliases: v.pipe(
    v.array(v.string()),
    v.description("The other names under which the sources print the same person, most quoted first."),
  ),
  mayBe: v.pipe(
    v.array(v.string()),
    v.description(
      "Ids of those of whom a name that says too little may be short; empty where it is plain who it is.",
    ),
  ),
};

const whole = v.pipe(
  v.boolean(),
  v.description("False where a part of the corpus is out of reach or not read for speakers yet."),
);

export const speakerEntrySchema: v.GenericSchema<SpeakerEntry> = v.pipe(
  v.object(speakerEntryFields),
  v.description("Somebody who speaks in the sources."),
);

export const speakerListSchema: v.GenericSchema<SpeakerList> = v.object({
  speakers: v.array(speakerEntrySchema),
  complete: whole,
});

export const spokenPageSchema: v.GenericSchema<SpokenPage> = v.object({
  speaker: speakerEntrySchema,
  quotations: v.pipe(
    v.array(
      v.object({
        text: described("The source's own words, from `start` on."),
        cut: v.pipe(v.boolean(), v.description("True where `text` ends before `end`.")),
        start,
        end,
        speaker: sourceSpeakerSchema,
        source: v.object(sourceFields),
      }),
    ),
    v.description("Newest source first, undated ones last. Offsets point into the source's `text`."),
  ),
  cursor: nullable("Send it back as `cursor` to read on; null on the last page."),
  complete: whole,
});

export const healthSchema = v.object({
  status: v.pipe(
    v.picklist(["ok", "degraded"]),
    v.description("`degraded` where a part of the corpus is out of reach or slow; checks go on."),
  ),
  engine: described("The version of the engine."),
  corpus: corpusSummarySchema,
  database: v.pipe(
    v.picklist(["ok", "slow", "behind", "unreachable", "none"]),
    v.description("`behind`: its migrations were not applied. `none`: this deployment has none."),
  ),
});

const countOf = (verdict: QuoteVerdict) => count(`How many are \`${verdict}\`, scare quotes apart.`);

export const articleReportSchema: v.GenericSchema<ArticleReport> = v.pipe(
  v.object({
    severity: listed(SEVERITIES, "The worst of all quotations."),
    counts: v.object({
      quotations: count("How many are listed."),
      scare: count("How many of them are scare quotes, titles or nicknames."),
      unread: count("How many more there are that were not read."),
      cannot_check: countOf("cannot_check"),
      not_found: countOf("not_found"),
      misattributed: countOf("misattributed"),
      altered: countOf("altered"),
      missing_context: countOf("missing_context"),
      accurate: countOf("accurate"),
    }),
    quotations: v.array(
      v.object({
        text: described("The quoted words, without their marks; of HTML as a reader sees them."),
        start,
        end,
        speaker: v.nullable(speakerSchema),
        scare: v.pipe(v.boolean(), v.description("Whether nobody is said to have said it.")),
        result: answerSchema,
      }),
    ),
    corpus: corpusSummarySchema,
    engine: described("The version of the engine."),
  }),
  v.description(
    "A draft, checked whole. `start` and `end`, the speakers' evidence and the `submitted` words of changes point into the draft as it was sent.",
  ),
);

const time = (description: string) => v.pipe(v.string(), v.isoTimestamp(), v.description(description));

export const revisionsSchema: v.GenericSchema<{ revisions: Revision[] }> = v.object({
  revisions: v.array(
    v.object({
      revision: described("`sha256-` and the hash of text and fields, in hex."),
      words: count("How many words its text has."),
      createdAt: time("When it was put in."),
      current: v.pipe(v.boolean(), v.description("Whether it is the one that is searched.")),
    }),
  ),
});

const jobStatus = v.pipe(
  v.picklist(["queued", "done", "failed"]),
  v.description("`failed`: it could not be checked, again and again."),
);

export const submittedSchema = v.object({
  job: described("The job's id."),
  status: jobStatus,
  url: described("Where the job can be read."),
});

export const jobSchema: v.GenericSchema<Job> = v.object({
  job: described("The job's id."),
  id: described("The sender's id of the article."),
  status: jobStatus,
  createdAt: time("When the draft came in."),
  expiresAt: time("Until when the job can be read."),
  report: v.nullable(articleReportSchema),
  delivery: v.nullable(
    v.object({
      status: v.pipe(
        v.picklist(["pending", "delivered", "dead"]),
        v.description("`dead`: it was given up; an admin can have it sent again."),
      ),
      attempts: count("How often it was tried."),
      nextAttemptAt: v.nullable(time("When it is tried next.")),
      lastOutcome: nullable("How the last attempt ended."),
    }),
  ),
});

const deadLetterSchema: v.GenericSchema<DeadLetter> = v.object({
  job: described("The job's id."),
  id: described("The sender's id of the article."),
  callback: described("Where the report should have gone."),
  attempts: count("How often it was tried."),
  lastOutcome: nullable("How the last attempt ended."),
  endedAt: time("When it was given up."),
});

export const deadLettersSchema = v.object({
  jobs: v.array(deadLetterSchema),
  cursor: nullable("Send it back as `cursor` to read on; null on the last page."),
});

export const redeliverySchema = v.object({
  job: described("The job's id."),
  status: v.literal("pending"),
});
