-- Drafts that were sent to be checked. Times are milliseconds since 1970.

-- draft is null once the job is done: an unpublished text is kept no longer than it takes.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  webhook_id TEXT NOT NULL UNIQUE,
  body_hash TEXT NOT NULL,
  article_id TEXT NOT NULL,
  callback TEXT,
  draft TEXT,
  status TEXT NOT NULL CHECK (status IN ('queued', 'done', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  leased_until INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX jobs_to_do ON jobs (leased_until) WHERE status = 'queued';
CREATE INDEX jobs_to_expire ON jobs (expires_at);

-- What a job found, as JSON in pieces under D1's limit of a value.
CREATE TABLE job_reports (
  job TEXT NOT NULL,
  number INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;

-- The report's way to its callback: one row a job that has one.
CREATE TABLE deliveries (
  job TEXT PRIMARY KEY,
  event_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'delivered', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0,
  last_outcome TEXT,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_to_do ON deliveries (next_attempt_at) WHERE status = 'pending';
CREATE INDEX deliveries_dead ON deliveries (job) WHERE status = 'dead';
