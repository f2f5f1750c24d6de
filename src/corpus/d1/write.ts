import type { SourceSummary } from "../../core/answer.ts";
import { buildLibrary } from "../../core/finding/build.ts";
import { withoutText } from "../../core/finding/format.ts";
import { openLibrary } from "../../core/finding/library.ts";
import type { SourceInput } from "../../core/reading/source.ts";
import { type Query, query } from "./database.ts";
import { FINGERPRINT_MASK, type Fingerprint, fingerprintOf } from "./fingerprint.ts";
import { D1 } from "./limits.ts";
import { jsonLists, type PassageRow, passageRows, publisherKey } from "./passages.ts";
import { piecesOf, toBase64 } from "./pieces.ts";
import { type Browsable, browsable, settled, spoken, unspoken } from "./speaker-writes.ts";

/** A source read and indexed, ready to be written. */
export interface Prepared {
  summary: SourceSummary;
  text: string;
  library: string;
  rows: PassageRow[];
  browsable: Browsable;
}

/** Reads and indexes a source: who says what in it, its search library, its passages. */
export function prepare(source: SourceInput): Prepared {
  const text = source.text.toWellFormed();
  const file = buildLibrary([{ ...source, text }]);
  const library = openLibrary(file);
  const [summary] = library.sources;
  if (summary === undefined) throw new RangeError("the library holds no source");
  return {
    summary,
    text,
    library: toBase64(withoutText(file)),
    rows: passageRows(library),
    browsable: browsable(library),
  };
}

/** The first statement of every write: what stands there now. */
export interface Before {
  version: number | null;
  revision: string | null;
}

const BEFORE =
  "SELECT s.version, v.revision FROM sources s LEFT JOIN versions v ON v.version = s.version WHERE s.id = ?1";

const NEWEST = "(SELECT max(version) FROM versions WHERE id = ?1)";
const CURRENT = "(SELECT version FROM sources WHERE id = ?1)";

/** Puts a source in the place of whatever has its id. In one transaction, so that it is there at once or not at all. */
export function putQueries(source: Prepared, at: string): Query[] {
  const { summary, text, library, rows } = source;
  const { id, revision, words } = summary;
  return [
    query(BEFORE, id),
    query(
      "INSERT INTO versions (id, revision, summary, words, size, kind, date, publisher, corrects, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      id,
      revision,
      JSON.stringify(summary),
      words,
      text.length + library.length,
      summary.kind,
      summary.date,
      summary.publisher === null ? null : publisherKey(summary.publisher),
      summary.corrects,
      at,
    ),
    ...pieceQueries(id, "text", text),
    ...pieceQueries(id, "library", library),
    unindexed(id),
    ...unspoken(id),
    ...jsonLists(rows).map(({ from, json }) =>
      query(
        `INSERT INTO passages (rowid, words, title, speakers)
         SELECT ${NEWEST} * ${D1.passagesASource} + ?2 + key, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?3)`,
        id,
        from,
        json,
      ),
    ),
    counted(id, 1, words, fingerprintOf(id, revision)),
    current(id, NEWEST, at, fingerprintOf(id, revision)),
    ...spoken(source.browsable),
    settled(id),
    ...pruned(id),
  ];
}

/** Takes a source away with all its revisions; that it was withdrawn stays known. */
export function withdrawQueries(id: string, at: string): Query[] {
  return [
    query(BEFORE, id),
    unindexed(id),
    ...unspoken(id),
    settled(id),
    counted(id, 0, 0, fingerprintOf(id, null)),
    current(id, "NULL", at, fingerprintOf(id, null)),
    query("DELETE FROM version_pieces WHERE version IN (SELECT version FROM versions WHERE id = ?1)", id),
    query("DELETE FROM versions WHERE id = ?1", id),
  ];
}

function pieceQueries(id: string, part: "library" | "text", whole: string): Query[] {
  return piecesOf(whole).map((data, number) =>
    query(
      `INSERT INTO version_pieces (version, part, number, data) VALUES (${NEWEST}, ?2, ?3, ?4)`,
      id,
      part,
      number,
      data,
    ),
  );
}

function unindexed(id: string): Query {
  const rows = D1.passagesASource;
  return query(
    `DELETE FROM passages WHERE rowid >= ${CURRENT} * ${rows} AND rowid < (${CURRENT} + 1) * ${rows}`,
    id,
  );
}

/** Counts what is put in, and takes off what stood there, which `sources` still has at this point. */
function counted(id: string, sources: number, words: number, [a, b, c, d]: Fingerprint): Query {
  const former = (column: string) => `coalesce((SELECT ${column} FROM sources WHERE id = ?1), 0)`;
  const sum = (column: string, place: number) =>
    `${column} = (${column} + ?${place} - ${former(column)}) & ${FINGERPRINT_MASK}`;
  return query(
    `UPDATE corpus_state SET
       sources = sources + ?2 - (SELECT count(*) FROM sources WHERE id = ?1 AND version IS NOT NULL),
       words = words + ?3 - coalesce((SELECT words FROM versions WHERE version = ${CURRENT}), 0),
       ${sum("a", 4)}, ${sum("b", 5)}, ${sum("c", 6)}, ${sum("d", 7)}`,
    id,
    sources,
    words,
    a,
    b,
    c,
    d,
  );
}

function current(id: string, version: string, at: string, [a, b, c, d]: Fingerprint): Query {
  return query(
    `INSERT INTO sources (id, version, changed_at, a, b, c, d) VALUES (?1, ${version}, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, changed_at = excluded.changed_at,
       a = excluded.a, b = excluded.b, c = excluded.c, d = excluded.d`,
    id,
    at,
    a,
    b,
    c,
    d,
  );
}

/** Drops the oldest of too many revisions. */
function pruned(id: string): Query[] {
  const kept = D1.formerRevisionsMax + 1;
  const old = `SELECT version FROM versions WHERE id = ?1 ORDER BY version DESC LIMIT -1 OFFSET ${kept}`;
  return [
    query(`DELETE FROM version_pieces WHERE version IN (${old})`, id),
    query(`DELETE FROM versions WHERE version IN (${old})`, id),
  ];
}
