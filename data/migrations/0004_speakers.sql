-- By what sources and speakers are looked for when somebody browses them. All rows are of current versions.

-- The folded words of a source's title, publisher, speaker and id, each between two spaces.
CREATE TABLE source_words (
  id TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a speaker of a source. date is the source's, empty where it has none, so that it sorts last.
CREATE TABLE source_speakers (
  source TEXT NOT NULL,
  speaker TEXT NOT NULL,
  version INTEGER NOT NULL,
  date TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  quotations INTEGER NOT NULL,
  PRIMARY KEY (source, speaker)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_speakers_newest ON source_speakers (speaker, date DESC, source);
CREATE INDEX source_speakers_roles ON source_speakers (speaker, date DESC, source) WHERE role IS NOT NULL;

-- What the rows of a speaker amount to; there is none for a speaker of no source.
CREATE TABLE speakers (
  id TEXT PRIMARY KEY,
  quotations INTEGER NOT NULL,
  sources INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_most_quoted ON speakers (quotations DESC, id);

-- The first letters of each word of a speaker's id.
CREATE TABLE speaker_beginnings (
  speaker TEXT NOT NULL,
  letters TEXT NOT NULL,
  PRIMARY KEY (speaker, letters)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_beginnings_by_letters ON speaker_beginnings (letters, speaker);

-- Sources that were put in before there were these tables, and whose speakers were not read yet.
CREATE TABLE sources_unread (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO sources_unread (id) SELECT id FROM sources WHERE version IS NOT NULL;
