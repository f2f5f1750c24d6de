import type { SourceSummary } from "../../core/answer.ts";
import { type Library, openLibrary } from "../../core/finding/library.ts";
import { holdsAll, wordsOfSource } from "../../core/finding/source-words.ts";
import type { Question } from "../../core/question.ts";
import type { Revision } from "../corpus.ts";
import { CorpusUnavailable } from "../unavailable.ts";
import { type Candidate, portionsOf, searchQuery, versionsOf, withinBudget } from "./candidates.ts";
import { type Database, type Query, query, runAll } from "./database.ts";
import { KeptLibraries } from "./kept-libraries.ts";
import { D1 } from "./limits.ts";
import { fromBase64 } from "./pieces.ts";
import { countedKeys, type RowCounts, searchesFor } from "./terms.ts";
import { type Before, type Prepared, putQueries, withdrawQueries } from "./write.ts";

/** What the sources in the database amount to. */
export interface State {
  sources: number;
  words: number;
  /** The same for the same sources; null where none was ever put or withdrawn. */
  mark: string | null;
}

/** What the sources in the database do to those that are embedded, and to each other. */
export interface Overlay {
  mark: string | null;
  /** Ids that the database has something to say of: a newer text, or that the source is withdrawn. */
  replaced: ReadonlySet<string>;
  withdrawn: ReadonlySet<string>;
  /** The newer source's id by that of the one it corrects. */
  corrections: ReadonlyMap<string, string>;
}

/** What a question needs of the database. */
export interface Found {
  libraries: Library[];
  /** How often each of the question's words stands in the database's sources. */
  counts: ReadonlyMap<string, number>;
  /** False where a source that may answer was not loaded, because together they were too large. */
  complete: boolean;
}

const NOTHING_FOUND: Found = { libraries: [], counts: new Map(), complete: true };

/** Everything that questions need, as it stood at one moment. */
export interface Reading {
  state: State;
  overlay: Overlay;
  found: Found[];
}

interface Candidates {
  state: State;
  overlay: Overlay;
  versions: Candidate[][];
}

interface VersionPiece extends Piece {
  version: number;
  part: string;
}

interface StateRow {
  sources: number;
  words: number;
  a: number;
  b: number;
  c: number;
  d: number;
}

/** A table of each migration. */
const TABLES = ["corpus_state", "api_keys", "jobs", "speakers"] as const;

/** Before anything was put in. */
const UNTOUCHED: Overlay = {
  mark: null,
  replaced: new Set(),
  withdrawn: new Set(),
  corrections: new Map(),
};

const STATE = query("SELECT sources, words, a, b, c, d FROM corpus_state");

/**
 * The sources that live in a D1 database. Every method throws CorpusUnavailable where the database
 * cannot be reached. `embeddedIds` are the ids of the corpus that it stands beside.
 */
export class SourceStore {
  readonly #database: Database;
  readonly #embeddedIds: () => readonly string[];
  readonly #kept = new KeptLibraries();
  #overlay = UNTOUCHED;

  constructor(database: Database, embeddedIds: () => readonly string[]) {
    this.#database = database;
    this.#embeddedIds = embeddedIds;
  }

  /** Puts a source in; tells what stood there before, as it was when this one took its place: nothing, a withdrawn source, another text, or this one. */
  async put(source: Prepared, at: string): Promise<"created" | "restored" | "replaced" | "unchanged"> {
    const { id, revision } = source.summary;
    const current = await this.#current(id);
    if (current?.revision === revision && current.indexed === 1) return "unchanged";
    const [before] = await runAll(this.#database, putQueries(source, at));
    const [row] = before as Before[];
    if (row === undefined) return "created";
    return row.version === null ? "restored" : "replaced";
  }

  /** Takes a source away, an embedded one too. Those who ask for it later are told that it was withdrawn. */
  async withdraw(id: string, at: string): Promise<void> {
    await runAll(this.#database, withdrawQueries(id, at));
  }

  async state(): Promise<State> {
    const [rows] = await runAll(this.#database, [STATE]);
    return stateOf(rows as StateRow[]);
  }

  /** Whether the database can be reached and has its tables, the last migration's among them. It never throws. */
  async probe(): Promise<"ok" | "behind" | "unreachable"> {
    try {
      const names = TABLES.map((name) => `'${name}'`).join(", ");
      const [rows] = await runAll(this.#database, [
        query(`SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table' AND name IN (${names})`),
      ]);
      const [row] = rows as { tables: number }[];
      return row?.tables === TABLES.length ? "ok" : "behind";
    } catch {
      return "unreachable";
    }
  }

  /** What stands under an id: a version, a withdrawal, or null where the database knows nothing of it. */
  async #current(id: string): Promise<(Before & { indexed: number }) | null> {
    const [rows] = await runAll(this.#database, [
      query(
        `SELECT s.version, v.revision, EXISTS (SELECT 1 FROM passages WHERE rowid = s.version * ${D1.passagesASource}) 
           AND NOT EXISTS (SELECT 1 FROM sources_unread WHERE id = s.id) AS indexed
         FROM sources s LEFT JOIN versions v ON v.version = s.version WHERE s.id = ?1`,
        id,
      ),
    ]);
    return (rows as (Before & { indexed: number })[])[0] ?? null;
  }

  /** State and overlay as they are together. */
  async outline(): Promise<{ state: State; overlay: Overlay }> {
    const state = await this.state();
    if (this.#overlay.mark === state.mark) return { state, overlay: this.#overlay };
    const [rows, ...overlay] = await runAll(this.#database, [STATE, ...this.#overlayQueries()]);
    const now = stateOf(rows as StateRow[]);
    return { state: now, overlay: this.#keepOverlay(now, overlay) };
  }

  /** One source as it is now with its text; "withdrawn", or null where the database knows nothing of it. */
  async read(id: string): Promise<{ summary: SourceSummary; text: string } | "withdrawn" | null> {
    const [current, text] = await runAll(this.#database, [
      query(
        "SELECT s.version, v.summary FROM sources s LEFT JOIN versions v ON v.version = s.version WHERE s.id = ?1",
        id,
      ),
      query(
        "SELECT data FROM version_pieces WHERE part = 'text' AND version = (SELECT version FROM sources WHERE id = ?1) ORDER BY number",
        id,
      ),
    ]);
    const [row] = current as { version: number | null; summary: string | null }[];
    if (row === undefined) return null;
    if (row.summary === null) return "withdrawn";
    return { summary: JSON.parse(row.summary), text: joined(text as Piece[]) };
  }

  /** One source as it is now, opened; "withdrawn", or null where the database knows nothing of it. */
  async open(id: string): Promise<Library | "withdrawn" | null> {
    for (let search = 1; search <= D1.searchesMax; search++) {
      const [rows] = await runAll(this.#database, [
        query(
          "SELECT s.version, v.size FROM sources s LEFT JOIN versions v ON v.version = s.version WHERE s.id = ?1",
          id,
        ),
      ]);
      const [row] = rows as { version: number | null; size: number }[];
      if (row === undefined) return null;
      if (row.version === null) return "withdrawn";
      const libraries = await this.load([{ version: row.version, size: row.size }]);
      const library = libraries?.get(row.version);
      if (library !== undefined) return library;
    }
    throw new CorpusUnavailable("changing");
  }

  /** Those of the current sources after this id whose words hold all that is sought, in order of id, at most so many. */
  async listWith(sought: readonly string[], after: string, limit: number): Promise<SourceSummary[]> {
    const found: SourceSummary[] = [];
    let last = after;
    for (let rowsMax = limit; ; rowsMax = D1.listedRows) {
      const [rows] = await runAll(this.#database, [
        query(
          `SELECT v.summary FROM sources s JOIN versions v ON v.version = s.version LEFT JOIN source_words w ON w.id = s.id
           WHERE s.id > ?1 AND (w.id IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(?2) WHERE instr(w.words, value) = 0))
           ORDER BY s.id LIMIT ?3`,
          last,
          JSON.stringify(sought),
          rowsMax,
        ),
      ]);
      const read = (rows as { summary: string }[]).map(({ summary }): SourceSummary => JSON.parse(summary));
      // Sources from before the table of words come unlooked at.
      found.push(...read.filter((source) => holdsAll(wordsOfSource(source), sought)));
      if (found.length >= limit || read.length < rowsMax) return found.slice(0, limit);
      last = read.at(-1)?.id ?? last;
    }
  }

  /** Current sources whose ids come after this one, in order of id. */
  async list(after: string, limit: number): Promise<SourceSummary[]> {
    const [rows] = await runAll(this.#database, [
      query(
        "SELECT v.summary FROM sources s JOIN versions v ON v.version = s.version WHERE s.id > ?1 ORDER BY s.id LIMIT ?2",
        after,
        limit,
      ),
    ]);
    return (rows as { summary: string }[]).map(({ summary }) => JSON.parse(summary));
  }

  /** The revisions of a source that are kept, newest first. */
  async revisions(id: string): Promise<Revision[]> {
    const [rows] = await runAll(this.#database, [
      query(
        `SELECT v.revision, v.words, v.created_at AS createdAt, v.version = s.version AS current
         FROM versions v JOIN sources s ON s.id = v.id WHERE v.id = ?1 ORDER BY v.version DESC`,
        id,
      ),
    ]);
    return (rows as (Omit<Revision, "current"> & { current: number })[]).map((row) => ({
      ...row,
      current: row.current === 1,
    }));
  }

  /** A former or current revision with its text, or null when it is not kept. */
  async readRevision(id: string, revision: string): Promise<{ summary: SourceSummary; text: string } | null> {
    const newest = "(SELECT max(version) FROM versions WHERE id = ?1 AND revision = ?2)";
    const [row, text] = await runAll(this.#database, [
      query(`SELECT summary FROM versions WHERE version = ${newest}`, id, revision),
      query(
        `SELECT data FROM version_pieces WHERE part = 'text' AND version = ${newest} ORDER BY number`,
        id,
        revision,
      ),
    ]);
    const [found] = row as { summary: string }[];
    return found ? { summary: JSON.parse(found.summary), text: joined(text as Piece[]) } : null;
  }

  /** What these questions need, all as it stood at one moment. */
  async find(questions: readonly Question[]): Promise<Reading> {
    for (let search = 1; ; search++) {
      const reading = await this.#findOnce(questions);
      if (reading !== "withdrawn") return reading;
      // Somebody withdraws sources as fast as they are found; what is left of them is nobody's answer.
      if (search >= D1.searchesMax) throw new CorpusUnavailable("changing");
    }
  }

  /** The same, or "withdrawn" where a source that was found is gone before it was loaded. */
  async #findOnce(questions: readonly Question[]): Promise<Reading | "withdrawn"> {
    const { state, counts, occurrences } = await this.#rowCounts(questions);
    if (state.sources === 0) {
      const outline = await this.outline();
      if (outline.state.sources === 0) return { ...outline, found: questions.map(() => NOTHING_FOUND) };
    }
    const { versions, ...candidates } = await this.#candidates(questions, counts, state.mark);
    const affordable = withinBudget(versions);
    const libraries = await this.load(affordable);
    if (libraries === null) return "withdrawn";
    const found = questions.map((question, index) => {
      const wanted = versions[index] ?? [];
      return {
        libraries: wanted.flatMap(({ version }) => libraries.get(version) ?? []),
        counts: new Map(countedKeys(question).map((key) => [key, occurrences.get(key) ?? 0])),
        complete: wanted.every(({ version }) => libraries.has(version)),
      };
    });
    return { ...candidates, found };
  }

  async #rowCounts(questions: readonly Question[]) {
    const keys = [...new Set(questions.flatMap(countedKeys))];
    const [state, terms] = await runAll(this.#database, [
      STATE,
      query(
        "SELECT t.term, t.col, t.doc, t.cnt FROM json_each(?1) k JOIN passage_terms t ON t.term = k.value",
        JSON.stringify(keys),
      ),
    ]);
    const rows = terms as { term: string; col: string; doc: number; cnt: number }[];
    const inText = rows.filter(({ col }) => col === "words");
    return {
      state: stateOf(state as StateRow[]),
      counts: rowCountsOf(rows),
      // Stretches overlap, so a word is counted more often than it stands there.
      occurrences: new Map(inText.map(({ term, cnt }) => [term, Math.round(cnt * COUNTED_ONCE)])),
    };
  }

  /** The versions in which each question may stand, with the state of the database at that moment. */
  async #candidates(
    questions: readonly Question[],
    counts: RowCounts,
    mark: string | null,
  ): Promise<Candidates> {
    const searches = questions.flatMap((question, index) =>
      searchesFor(question, counts).map((search) => ({
        index,
        search,
        query: searchQuery(search, question),
      })),
    );
    const { state, overlay, rows } = await this.together(
      searches.map((one) => one.query),
      mark,
    );
    return { state, overlay, versions: versionsOf(questions, searches, rows) };
  }

  /** The rows of each query with state and overlay, all of one moment. `mark` is the last that was heard of, where that is newer than the one kept here. */
  async together(
    queries: readonly Query[],
    mark = this.#overlay.mark,
  ): Promise<{ state: State; overlay: Overlay; rows: unknown[][] }> {
    const kept = this.#overlay;
    if (kept.mark === mark) {
      const [stateRows, ...rows] = await runAll(this.#database, [STATE, ...queries]);
      const state = stateOf(stateRows as StateRow[]);
      if (kept.mark === state.mark) return { state, overlay: kept, rows };
    }
    // What the outline says must be of the same moment as what the queries find: both are asked in one transaction.
    const outline = this.#overlayQueries();
    const [again, ids, corrections, ...rows] = await runAll(this.#database, [STATE, ...outline, ...queries]);
    const now = stateOf(again as StateRow[]);
    return { state: now, overlay: this.#keepOverlay(now, [ids ?? [], corrections ?? []]), rows };
  }

  /** Opened versions, those that are not kept read in portions; null where one is there no longer. */
  async load(wanted: readonly Candidate[]): Promise<Map<number, Library> | null> {
    const libraries = new Map<number, Library>();
    const missing: Candidate[] = [];
    for (const candidate of wanted) {
      const kept = this.#kept.get(candidate.version);
      if (kept) libraries.set(candidate.version, kept);
      else missing.push(candidate);
    }
    for (const portion of portionsOf(missing)) {
      const [rows] = await runAll(this.#database, [
        query(
          "SELECT version, part, data FROM version_pieces WHERE version IN (SELECT value FROM json_each(?1)) ORDER BY version, part, number",
          JSON.stringify(portion),
        ),
      ]);
      for (const version of portion) {
        const pieces = (rows as VersionPiece[]).filter((piece) => piece.version === version);
        if (pieces.length === 0) return null;
        libraries.set(version, this.#open(version, pieces));
      }
    }
    return libraries;
  }

  #open(version: number, pieces: readonly VersionPiece[]): Library {
    const text = new TextEncoder().encode(joined(pieces.filter(({ part }) => part === "text")));
    const file = fromBase64(joined(pieces.filter(({ part }) => part === "library")));
    const library = openLibrary(file, text);
    this.#kept.set(version, library, file.length + text.length);
    return library;
  }

  #overlayQueries(): Query[] {
    return [
      query(
        "SELECT id, version IS NULL AS withdrawn FROM sources WHERE version IS NULL OR id IN (SELECT value FROM json_each(?1))",
        JSON.stringify(this.#embeddedIds()),
      ),
      query(
        "SELECT v.corrects, s.id FROM versions v JOIN sources s ON s.version = v.version WHERE v.corrects IS NOT NULL ORDER BY v.version",
      ),
    ];
  }

  #keepOverlay({ mark }: State, [ids = [], corrections = []]: unknown[][]): Overlay {
    const rows = ids as { id: string; withdrawn: number }[];
    const withdrawn = rows.filter((row) => row.withdrawn === 1).map(({ id }) => id);
    const overlay: Overlay = {
      mark,
      replaced: new Set(rows.map(({ id }) => id)),
      withdrawn: new Set(withdrawn),
      corrections: new Map(
        (corrections as { corrects: string; id: string }[])
          .filter(({ corrects, id }) => corrects !== id)
          .map(({ corrects, id }) => [corrects, id]),
      ),
    };
    this.#overlay = overlay;
    return overlay;
  }
}

/** A search meets a word in titles and among speakers too, so that the rows it reads are those of every column. */
function rowCountsOf(rows: readonly { term: string; doc: number }[]): RowCounts {
  const counts = new Map<string, number>();
  for (const { term, doc } of rows) counts.set(term, (counts.get(term) ?? 0) + doc);
  return counts;
}

/** Share of a stretch's words that the stretch before it does not have. */
const COUNTED_ONCE = (D1.passageWords - D1.passageOverlap) / D1.passageWords;

interface Piece {
  data: string;
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ data }) => data).join("");
}

function stateOf(rows: readonly StateRow[]): State {
  const [row] = rows;
  if (row === undefined) throw new RangeError("the database has no state: its migrations were not applied");
  const { sources, words, a, b, c, d } = row;
  const untouched = [a, b, c, d].every((part) => part === 0);
  return { sources, words, mark: untouched ? null : [a, b, c, d].join("-") };
}
