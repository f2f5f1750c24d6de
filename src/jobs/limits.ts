const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The numbers by which drafts are taken in, checked and reported, each with what set it. */
export const JOBS = {
  /** How far the sender's clock may be off, and so how long a recorded request could be sent again (Standard Webhooks: five minutes). */
  toleranceMs: 5 * MINUTE,
  /** UTF-16 units of a `webhook-id`, of a signature header, and how many signatures of one are tried. */
  webhookIdCharsMax: 200,
  signatureCharsMax: 4000,
  signaturesMax: 20,
  articleIdCharsMax: 200,
  callbackCharsMax: 2000,
  /** Bytes that a secret has (Standard Webhooks: 24 to 64), and how many may be valid at once. */
  secretBytesMin: 24,
  secretBytesMax: 64,
  secretsMax: 5,
  /** How long a Worker has for one draft or one delivery before another may take it up; more than either can take. */
  leaseMs: 90 * SECOND,
  /** How often a draft is taken up before it is given up: a Worker may be killed under it, but not by it again and again. */
  triesMax: 5,
  /** Waits before each attempt to deliver, after the one before it (Standard Webhooks, "Deliverability and reliability"). */
  retryAfterMs: [
    0,
    5 * SECOND,
    5 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
    5 * HOUR,
    10 * HOUR,
    14 * HOUR,
    20 * HOUR,
    24 * HOUR,
  ],
  /** How long a receiver may take (Standard Webhooks: 15 to 30 s), and how much of its answer is read. */
  deliveryTimeoutMs: 20 * SECOND,
  answerBytesMax: 16 * 1024,
  /** How long a finished job can be read, where the deployment does not say. Longer than senders and we retry, 76 hours, so that a webhook id is known as long as it may come again. */
  keptHoursDefault: 7 * 24,
  keptHoursMin: 1,
  keptHoursMax: 90 * 24,
  /** A draft that no Worker has taken up after so long is put into the queue again. */
  overlookedMs: MINUTE,
  /** Rows of each kind that one sweep takes up. */
  sweepMax: 50,
  /** Dead letters on one page. */
  pageMax: 100,
} as const;
