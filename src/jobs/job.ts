import type { ArticleReport } from "../core/article.ts";
import type { Within } from "../core/question.ts";
import type { Draft } from "../core/reading/draft.ts";

/** A draft as it was sent in, and where its report goes. */
export interface Submission {
  /** The sender's id of this message: the same again is the same job. */
  webhookId: string;
  /** SHA-256 of the body in hex, by which the same id with another body is told. */
  bodyHash: string;
  /** The sender's id of the article. */
  articleId: string;
  draft: Draft;
  within: Within | null;
  /** Null where nobody waits: the report is then only to be read. */
  callback: string | null;
}

export type JobStatus = "queued" | "done" | "failed";
export type DeliveryStatus = "pending" | "delivered" | "dead";

/** What became of sending a report. Times are RFC 3339. */
export interface Delivery {
  status: DeliveryStatus;
  attempts: number;
  /** When it is tried next; null once it has ended. */
  nextAttemptAt: string | null;
  /** How the last attempt ended: the status that was answered, or what kept an answer from coming. */
  lastOutcome: string | null;
}

/** A job as it can be read. */
export interface Job {
  job: string;
  /** The sender's id of the article. */
  id: string;
  status: JobStatus;
  createdAt: string;
  expiresAt: string;
  /** Null until the draft is checked, and for a job that failed. */
  report: ArticleReport | null;
  /** Null where there is no callback, or nothing to send yet. */
  delivery: Delivery | null;
}

/** A report that could not be delivered. */
export interface DeadLetter {
  job: string;
  id: string;
  callback: string;
  attempts: number;
  lastOutcome: string | null;
  endedAt: string;
}

/** What a message in the queue asks for. It carries an id; everything else is in the database. */
export interface Message {
  kind: "check" | "deliver";
  job: string;
}
