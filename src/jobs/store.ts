import type { ArticleReport } from "../core/article.ts";
import type { Within } from "../core/question.ts";
import type { Draft } from "../core/reading/draft.ts";
import { type Database, type Query, query, runAll } from "../corpus/d1/database.ts";
import { piecesOf } from "../corpus/d1/pieces.ts";
import type { DeadLetter, DeliveryStatus, Job, JobStatus, Submission } from "./job.ts";
import { JOBS } from "./limits.ts";

/** A draft that was taken up to be checked. */
export interface TakenDraft {
  draft: Draft;
  within: Within | null;
  articleId: string;
  tries: number;
}

/** A report that was taken up to be sent. */
export interface TakenDelivery {
  eventId: string;
  callback: string;
  /** Attempts before this one. */
  attempts: number;
  articleId: string;
  status: "done" | "failed";
  finishedAt: number;
  /** The report as stored JSON; "null" for a job that failed. */
  report: string;
}

interface JobRow {
  id: string;
  body_hash: string;
  article_id: string;
  status: JobStatus;
  created_at: number;
  expires_at: number;
}

interface DeliveryRow {
  status: DeliveryStatus;
  attempts: number;
  next_attempt_at: number;
  last_outcome: string | null;
}

/**
 * Jobs in a D1 database. Whoever takes a draft or a delivery up holds it for a time; when that is
 * over and it is not done, another may take it up. Times are milliseconds since 1970. Every method
 * throws CorpusUnavailable where the database cannot be reached.
 */
export class JobStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Keeps a submission under this id, unless its webhook id is known: then the job of that one is
   * given, or null where its body was another.
   */
  async submit(
    submission: Submission,
    id: string,
    nowMs: number,
    keptMs: number,
  ): Promise<{ job: string; status: JobStatus; isNew: boolean } | null> {
    const { webhookId, bodyHash, articleId, draft, within, callback } = submission;
    const [, rows] = await runAll(this.#database, [
      query(
        `INSERT INTO jobs (id, webhook_id, body_hash, article_id, callback, draft, status, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'queued', ?7, ?8) ON CONFLICT (webhook_id) DO NOTHING`,
        id,
        webhookId,
        bodyHash,
        articleId,
        callback,
        JSON.stringify({ draft, within }),
        nowMs,
        nowMs + keptMs,
      ),
      query("SELECT id, body_hash, status FROM jobs WHERE webhook_id = ?1", webhookId),
    ]);
    const [row] = rows as Pick<JobRow, "id" | "body_hash" | "status">[];
    if (row === undefined) throw new RangeError("a job that was just kept is not there");
    return row.body_hash === bodyHash ? { job: row.id, status: row.status, isNew: row.id === id } : null;
  }

  /** A job with its report and its delivery, or null when there is none of that id, or none any longer. */
  async read(id: string): Promise<Job | null> {
    const [jobs, pieces, deliveries] = await runAll(this.#database, [
      query("SELECT id, article_id, status, created_at, expires_at FROM jobs WHERE id = ?1", id),
      query("SELECT data FROM job_reports WHERE job = ?1 ORDER BY number", id),
      query("SELECT status, attempts, next_attempt_at, last_outcome FROM deliveries WHERE job = ?1", id),
    ]);
    const [row] = jobs as JobRow[];
    if (row === undefined) return null;
    const [delivery] = deliveries as DeliveryRow[];
    const json = joined(pieces);
    return {
      job: row.id,
      id: row.article_id,
      status: row.status,
      createdAt: timeOf(row.created_at),
      expiresAt: timeOf(row.expires_at),
      report: json === "" ? null : JSON.parse(json),
      delivery: delivery
        ? {
            status: delivery.status,
            attempts: delivery.attempts,
            nextAttemptAt: delivery.status === "pending" ? timeOf(delivery.next_attempt_at) : null,
            lastOutcome: delivery.last_outcome,
          }
        : null,
    };
  }

  /** Takes a draft up, or null when it is done, held by another, or not there. */
  async takeDraft(id: string, nowMs: number): Promise<TakenDraft | null> {
    const [rows] = await runAll(this.#database, [
      query(
        `UPDATE jobs SET leased_until = ?2, tries = tries + 1 WHERE id = ?1 AND status = 'queued' AND leased_until <= ?3
         RETURNING draft, article_id, tries`,
        id,
        nowMs + JOBS.leaseMs,
        nowMs,
      ),
    ]);
    const [row] = rows as { draft: string; article_id: string; tries: number }[];
    if (row === undefined) return null;
    return { ...JSON.parse(row.draft), articleId: row.article_id, tries: row.tries };
  }

  /** Lets a draft go that could not be checked now, so that it need not wait for its time to run out. */
  async letGo(id: string): Promise<void> {
    await runAll(this.#database, [
      query("UPDATE jobs SET leased_until = 0 WHERE id = ?1 AND status = 'queued'", id),
    ]);
  }

  /**
   * Ends a job: keeps the report, deletes the draft, and has the report sent, all at once or not at
   * all. `report` is null for a job that failed. What is ended already stays as it is.
   */
  async finish(id: string, report: ArticleReport | null, eventId: string, nowMs: number): Promise<void> {
    const ended = "EXISTS (SELECT 1 FROM jobs WHERE id = ?1 AND status = 'queued')";
    await runAll(this.#database, [
      ...(report === null ? [] : piecesOf(JSON.stringify(report))).map((data, number) =>
        query(
          `INSERT INTO job_reports (job, number, data) SELECT ?1, ?2, ?3 WHERE ${ended}`,
          id,
          number,
          data,
        ),
      ),
      query(
        `INSERT INTO deliveries (job, event_id, status, next_attempt_at)
         SELECT id, ?2, 'pending', ?3 FROM jobs WHERE id = ?1 AND status = 'queued' AND callback IS NOT NULL`,
        id,
        eventId,
        nowMs,
      ),
      query(
        "UPDATE jobs SET status = ?2, draft = NULL, finished_at = ?3, leased_until = 0 WHERE id = ?1 AND status = 'queued'",
        id,
        report === null ? "failed" : "done",
        nowMs,
      ),
    ]);
  }

  /** Takes a delivery up that is due, or null when it is not, has ended, or is held by another. */
  async takeDelivery(id: string, nowMs: number): Promise<TakenDelivery | null> {
    const [rows, jobs, pieces] = await runAll(this.#database, [
      query(
        `UPDATE deliveries SET leased_until = ?2
         WHERE job = ?1 AND status = 'pending' AND next_attempt_at <= ?3 AND leased_until <= ?3
         RETURNING event_id, attempts`,
        id,
        nowMs + JOBS.leaseMs,
        nowMs,
      ),
      query("SELECT article_id, callback, status, finished_at FROM jobs WHERE id = ?1", id),
      query("SELECT data FROM job_reports WHERE job = ?1 ORDER BY number", id),
    ]);
    const [row] = rows as { event_id: string; attempts: number }[];
    const [job] = jobs as {
      article_id: string;
      callback: string;
      status: "done" | "failed";
      finished_at: number;
    }[];
    if (row === undefined || job === undefined) return null;
    return {
      eventId: row.event_id,
      attempts: row.attempts,
      callback: job.callback,
      articleId: job.article_id,
      status: job.status,
      finishedAt: job.finished_at,
      report: joined(pieces) || "null",
    };
  }

  /** Notes how an attempt ended and when the next one is due; null ends the delivery. */
  async noteAttempt(
    id: string,
    outcome: string,
    end: { status: "delivered" | "dead" } | { nextAttemptAt: number },
    nowMs: number,
    keptMs: number,
  ): Promise<void> {
    const status = "status" in end ? end.status : "pending";
    const queries: Query[] = [
      query(
        `UPDATE deliveries SET status = ?2, attempts = attempts + 1, next_attempt_at = ?3, leased_until = 0,
           last_outcome = ?4, ended_at = ?5 WHERE job = ?1 AND status = 'pending'`,
        id,
        status,
        "nextAttemptAt" in end ? end.nextAttemptAt : 0,
        outcome,
        status === "pending" ? null : nowMs,
      ),
    ];
    // Somebody has to find a dead letter before it goes.
    if (status === "dead") {
      queries.push(
        query("UPDATE jobs SET expires_at = max(expires_at, ?2) WHERE id = ?1", id, nowMs + keptMs),
      );
    }
    await runAll(this.#database, queries);
  }

  /** Has a dead letter sent again from the first attempt on; false when there is none of that job. */
  async revive(id: string, nowMs: number): Promise<boolean> {
    const [rows] = await runAll(this.#database, [
      query(
        `UPDATE deliveries SET status = 'pending', attempts = 0, next_attempt_at = ?2, leased_until = 0, ended_at = NULL
         WHERE job = ?1 AND status = 'dead' RETURNING job`,
        id,
        nowMs,
      ),
    ]);
    return (rows as unknown[]).length > 0;
  }

  /** Dead letters, in order of job, from behind this one. */
  async deadLetters(after: string, limit: number): Promise<DeadLetter[]> {
    const [rows] = await runAll(this.#database, [
      query(
        `SELECT d.job, j.article_id, j.callback, d.attempts, d.last_outcome, d.ended_at
         FROM deliveries d JOIN jobs j ON j.id = d.job WHERE d.status = 'dead' AND d.job > ?1 ORDER BY d.job LIMIT ?2`,
        after,
        limit,
      ),
    ]);
    const letters = rows as {
      job: string;
      article_id: string;
      callback: string;
      attempts: number;
      last_outcome: string | null;
      ended_at: number;
    }[];
    return letters.map(({ job, article_id, callback, attempts, last_outcome, ended_at }) => ({
      job,
      id: article_id,
      callback,
      attempts,
      lastOutcome: last_outcome,
      endedAt: timeOf(ended_at),
    }));
  }

  /** Jobs that nobody holds: drafts that were overlooked, and reports that are due. */
  async idle(nowMs: number): Promise<{ drafts: string[]; deliveries: string[] }> {
    const [drafts, deliveries] = await runAll(this.#database, [
      query(
        "SELECT id FROM jobs WHERE status = 'queued' AND leased_until <= ?1 AND created_at <= ?2 ORDER BY created_at LIMIT ?3",
        nowMs,
        nowMs - JOBS.overlookedMs,
        JOBS.sweepMax,
      ),
      query(
        "SELECT job AS id FROM deliveries WHERE status = 'pending' AND next_attempt_at <= ?1 AND leased_until <= ?1 ORDER BY next_attempt_at LIMIT ?2",
        nowMs,
        JOBS.sweepMax,
      ),
    ]);
    const ids = (rows: unknown[] | undefined) => ((rows ?? []) as { id: string }[]).map(({ id }) => id);
    return { drafts: ids(drafts), deliveries: ids(deliveries) };
  }

  /** Deletes finished jobs whose time is over, with all that belongs to them; what is still to be sent stays. */
  async expire(nowMs: number): Promise<void> {
    const over = `SELECT id FROM jobs WHERE expires_at <= ?1 AND status <> 'queued'
      AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.job = jobs.id AND d.status = 'pending') ORDER BY expires_at, id LIMIT ?2`;
    await runAll(this.#database, [
      query(`DELETE FROM job_reports WHERE job IN (${over})`, nowMs, JOBS.sweepMax),
      query(`DELETE FROM deliveries WHERE job IN (${over})`, nowMs, JOBS.sweepMax),
      query(`DELETE FROM jobs WHERE id IN (${over})`, nowMs, JOBS.sweepMax),
    ]);
  }
}

function joined(pieces: unknown[] | undefined): string {
  return ((pieces ?? []) as { data: string }[]).map(({ data }) => data).join("");
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
