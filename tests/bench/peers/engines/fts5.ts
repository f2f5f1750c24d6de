import { DatabaseSync } from "node:sqlite";
import { type Engine, HITS_MAX, type Peer } from "../engine.ts";
import { prepared } from "../folded.ts";
import { type Pieces, passagePieces } from "../passages.ts";

/** How many of a question's words are looked up by the query that wants few. */
const RAREST = 6;

/** A table in memory that holds the index and no text, for the text is with whoever asks. */
function tableOf(pieces: Pieces, tokenizer: string): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec(`CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize="${tokenizer}");
    CREATE VIRTUAL TABLE words USING fts5vocab('passages', 'row');
    BEGIN`);
  const insert = database.prepare("INSERT INTO passages (rowid, text) VALUES (?, ?)");
  pieces.texts.forEach((text, id) => {
    insert.run(id + 1, text);
  });
  database.exec("COMMIT; INSERT INTO passages (passages) VALUES ('optimize')");
  pieces.texts.length = 0;
  return database;
}

/** The engine that asks a table for any of some terms, ranked by its bm25. */
function engineOf(
  pieces: Pieces,
  tokenizer: string,
  reader: (database: DatabaseSync) => (question: string) => string[],
): Engine {
  const database = tableOf(pieces, tokenizer);
  const termsOf = reader(database);
  const search = database.prepare(
    `SELECT rowid AS id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${HITS_MAX}`,
  );
  const bytes = pragma(database, "page_count") * pragma(database, "page_size");
  return {
    ask(question) {
      const terms = termsOf(question);
      if (terms.length === 0) return [];
      const rows = search.all(terms.map((term) => `"${term}"`).join(" OR "));
      return rows.map(({ id }) => pieces.hit(Number(id) - 1));
    },
    indexBytes: bytes,
    foreignBytes: bytes,
  };
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
}

const WORDS = "unicode61 remove_diacritics 2";

function distinctWords(question: string): string[] {
  return [...new Set(prepared(question).split(" "))].filter((word) => word !== "");
}

export const rarest: Peer = {
  id: "fts5-rarest",
  name: "SQLite FTS5, six rarest words",
  shape: "passages",
  build(sources) {
    return engineOf(passagePieces(sources), WORDS, (database) => {
      const count = database.prepare("SELECT doc FROM words WHERE term = ?");
      return (question) =>
        distinctWords(question)
          .map((word) => ({ word, passages: Number(count.get(word)?.doc ?? 0) }))
          .filter(({ passages }) => passages > 0)
          .sort((a, b) => a.passages - b.passages)
          .slice(0, RAREST)
          .map(({ word }) => word);
    });
  },
};

export const allWords: Peer = {
  id: "fts5-all",
  name: "SQLite FTS5, all words",
  shape: "passages",
  build: (sources) => engineOf(passagePieces(sources), WORDS, () => distinctWords),
};

export const trigram: Peer = {
  id: "fts5-trigram",
  name: "SQLite FTS5, trigrams",
  shape: "passages",
  wordsMax: { count: 2_000_000, why: "ten seconds a question" },
  build: (sources) =>
    engineOf(passagePieces(sources), "trigram", () => (question) => {
      const text = prepared(question);
      const trigrams = Array.from({ length: Math.max(0, text.length - 2) }, (_, at) =>
        text.slice(at, at + 3),
      );
      return [...new Set(trigrams)];
    }),
};
