import type { ArticleReport } from "../core/article.ts";
import { checkDraft } from "../corpus/checking.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { CorpusUnavailable } from "../corpus/unavailable.ts";
import { attemptDelivery, type Sender } from "./deliver.ts";
import type { JobStatus, Message, Submission } from "./job.ts";
import { JOBS } from "./limits.ts";
import type { JobStore } from "./store.ts";

/** What jobs need of the outside. */
export interface Surroundings {
  store: JobStore;
  corpus: Corpus;
  sender: Sender;
  /** Puts a message into the queue, to be worked on after some seconds. */
  enqueue(message: Message, delaySeconds: number): Promise<void>;
  /** How long a finished job can be read. */
  keptMs: number;
  newId(): string;
  /** One line for the operator; it never holds a text or an address. */
  log(line: Record<string, string | number | null>): void;
}

/** What became of a submission: its job, or that its id came before with another body. */
export type Submitted = { job: string; status: JobStatus } | "conflict";

/**
 * Takes a draft in. It is kept before it is put into the queue and answered after: a Worker that
 * ends in between leaves a job that the sweep puts into the queue.
 */
export async function submit(submission: Submission, around: Surroundings): Promise<Submitted> {
  const { store, sender, keptMs } = around;
  const kept = await store.submit(submission, around.newId(), sender.nowMs(), keptMs);
  if (kept === null) return "conflict";
  const { job, status, isNew } = kept;
  if (isNew) await enqueued({ kind: "check", job }, 0, around);
  return { job, status };
}

/** Works on one message. What it could not do now is left for the sweep; nothing is done twice that must not be. */
export async function work({ kind, job }: Message, around: Surroundings): Promise<void> {
  if (kind === "check") await checkJob(job, around);
  else await deliverJob(job, around);
}

/** Checks a job's draft and, where somebody waits for the report, sends it. */
async function checkJob(job: string, around: Surroundings): Promise<void> {
  const { store, sender } = around;
  const taken = await store.takeDraft(job, sender.nowMs());
  if (taken === null) return;
  // A Worker that is killed gets to no catch: that it was tried too often is seen when it is taken up again.
  if (taken.tries > JOBS.triesMax) {
    around.log({ event: "job.given.up", job: tagOf(job), tries: taken.tries });
    await store.finish(job, null, around.newId(), sender.nowMs());
    await deliverJob(job, around);
    return;
  }
  const last = taken.tries >= JOBS.triesMax;
  let report: ArticleReport | null = null;
  try {
    report = await checkDraft(taken.draft, taken.within, around.corpus);
    // A part of the corpus out of reach would be in the report for good: it is tried again, as long as it can be.
    if (!report.corpus.complete && !last) throw new CorpusUnavailable("incomplete");
  } catch (error) {
    around.log({ event: "job.check.failed", job: tagOf(job), tries: taken.tries, error: nameOf(error) });
    if (!last) {
      await store.letGo(job);
      throw error;
    }
  }
  await store.finish(job, report, around.newId(), sender.nowMs());
  around.log({
    event: "job.finished",
    job: tagOf(job),
    status: report ? "done" : "failed",
    quotations: report?.counts.quotations ?? 0,
  });
  await deliverJob(job, around);
}

/** Sends a job's report, if it is due and nobody else is sending it. */
async function deliverJob(job: string, around: Surroundings): Promise<void> {
  const { store, sender, keptMs } = around;
  const taken = await store.takeDelivery(job, sender.nowMs());
  if (taken === null) return;
  const { result, outcome } = await attemptDelivery(job, taken, sender);
  const attempts = taken.attempts + 1;
  const waitMs = JOBS.retryAfterMs[attempts];
  const now = sender.nowMs();
  around.log({ event: "job.delivery", job: tagOf(job), attempts, result, outcome });
  if (result === "delivered") {
    await store.noteAttempt(job, outcome, { status: "delivered" }, now, keptMs);
    return;
  }
  if (result === "gone" || waitMs === undefined) {
    await store.noteAttempt(job, outcome, { status: "dead" }, now, keptMs);
    return;
  }
  await store.noteAttempt(job, outcome, { nextAttemptAt: now + waitMs }, now, keptMs);
  // The sweep comes once a minute; a wait that is shorter is kept by the queue.
  if (waitMs < JOBS.overlookedMs) await enqueued({ kind: "deliver", job }, Math.ceil(waitMs / 1000), around);
}

/** Puts back into the queue what nobody is working on, and deletes what has had its time. Run once a minute. */
export async function sweep(around: Surroundings): Promise<void> {
  const { store, sender } = around;
  const { drafts, deliveries } = await store.idle(sender.nowMs());
  for (const job of drafts) await enqueued({ kind: "check", job }, 0, around);
  for (const job of deliveries) await enqueued({ kind: "deliver", job }, 0, around);
  await store.expire(sender.nowMs());
}

/** Has a dead letter sent again; false when there is none of that job. */
export async function redeliver(job: string, around: Surroundings): Promise<boolean> {
  const revived = await around.store.revive(job, around.sender.nowMs());
  if (revived) await enqueued({ kind: "deliver", job }, 0, around);
  return revived;
}

/** A queue that takes nothing loses nothing: what is to be done stands in the database, where the sweep finds it. */
async function enqueued(message: Message, delaySeconds: number, around: Surroundings): Promise<void> {
  try {
    await around.enqueue(message, delaySeconds);
  } catch (error) {
    around.log({ event: "job.not.enqueued", job: tagOf(message.job), error: nameOf(error) });
  }
}

/** The beginning of a job's id, to tell lines apart by: whoever has the whole can read the report. */
function tagOf(job: string): string {
  return job.slice(0, 8);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
