-- Sources that are added while the service runs. docs/storage.md says what each record is and how long it lives.

-- One row: what the sources here amount to. a to d are the sum of their fingerprints, in four parts of
-- 48 bits: the same sources give the same sum, whatever the order in which they came.
CREATE TABLE corpus_state (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  sources INTEGER NOT NULL,
  words INTEGER NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  c INTEGER NOT NULL,
  d INTEGER NOT NULL
) STRICT;
INSERT INTO corpus_state (only_row, sources, words, a, b, c, d) VALUES (1, 0, 0, 0, 0, 0, 0);

-- One row an id that was ever put or withdrawn here. version is null for a withdrawn source.
CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  version INTEGER,
  changed_at TEXT NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  c INTEGER NOT NULL,
  d INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sources_withdrawn ON sources (id) WHERE version IS NULL;

-- Every revision of every source; a row never changes. summary is the JSON that GET /v1/sources lists.
CREATE TABLE versions (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  revision TEXT NOT NULL,
  summary TEXT NOT NULL,
  words INTEGER NOT NULL,
  -- How many characters its pieces have together, so that no question loads more than an isolate holds.
  size INTEGER NOT NULL,
  kind TEXT NOT NULL,
  date TEXT,
  publisher TEXT,
  corrects TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX versions_by_id ON versions (id, version);
CREATE INDEX versions_by_corrects ON versions (corrects) WHERE corrects IS NOT NULL;

-- The text of a version, and its search library without the text in base64, in pieces under D1's limit of a value.
CREATE TABLE version_pieces (
  version INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('library', 'text')),
  number INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (version, part, number)
) STRICT, WITHOUT ROWID;

-- Overlapping stretches of the current versions, as the words that the engine searches by. A row's number is its version times 16384, plus its place in the source.
CREATE VIRTUAL TABLE passages USING fts5(
  words,
  title,
  speakers,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Mn Mc Co' tokenchars '.'"
);
CREATE VIRTUAL TABLE passage_terms USING fts5vocab(passages, 'col');
