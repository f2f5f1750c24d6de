import type { SourceSummary } from "../../core/answer.ts";
import type { Library } from "../../core/finding/library.ts";
import type { RankedSpeaker } from "../../core/finding/speakers.ts";
import { beginningsOf } from "../../core/reading/speaker-id.ts";
import { SPEAKERS } from "../../core/tuning.ts";
import type { SpokenPlace } from "../cursor.ts";
import type { Dated, Tally } from "../spoken.ts";
import type { Candidate } from "./candidates.ts";
import { type Database, type Query, query, runAll } from "./database.ts";
import { D1 } from "./limits.ts";
import { browsable, settled, spoken } from "./speaker-writes.ts";
import type { Overlay, SourceStore } from "./store.ts";

/** A current version in which somebody speaks. */
export interface StoredSource extends Dated, Candidate {
  quotations: number;
  summary: SourceSummary;
}

interface TallyRow {
  id: string;
  quotations: number;
  sources: number;
  name: string;
  role: string | null;
}

/** The speakers of the sources that live in a D1 database. Every method throws CorpusUnavailable where it cannot be reached. */
export class SpeakerStore {
  readonly #database: Database;
  readonly #store: SourceStore;
  #allRead = false;

  constructor(database: Database, store: SourceStore) {
    this.#database = database;
    this.#store = store;
  }

  /**
   * Reads in some of the sources that were put in before there was a table of speakers; true when
   * none is left, which then stays so. What somebody else writes meanwhile goes before it.
   */
  async readIn(): Promise<boolean> {
    if (this.#allRead) return true;
    const { rows } = await this.#store.together([UNREAD]);
    const unread = (rows[0] ?? []) as (Candidate & { id: string })[];
    this.#allRead = unread.length === 0;
    if (this.#allRead) return true;
    const wanted = affordable(unread);
    const libraries = await this.#store.load(wanted);
    const read = wanted.flatMap(({ version, id }): { id: string; library: Library }[] => {
      const library = libraries?.get(version);
      return library ? [{ id, library }] : [];
    });
    if (read.length > 0) {
      await runAll(
        this.#database,
        read.flatMap(({ id, library }) => [...spoken(browsable(library), STILL_UNREAD), settled(id)]),
      );
    }
    const [left] = await runAll(this.#database, [UNREAD]);
    this.#allRead = left?.length === 0;
    return this.#allRead;
  }

  /** All speakers here, or of too many the most quoted: of those of whom a word begins as one of these does, or of all where there is none of these. */
  async like(keys: readonly string[]): Promise<{ overlay: Overlay; speakers: RankedSpeaker[] }> {
    const max = SPEAKERS.rankedMax;
    const all = await this.#store.together([
      query("SELECT id, quotations FROM speakers ORDER BY quotations DESC, id LIMIT ?1", max + 1),
    ]);
    const speakers = (all.rows[0] ?? []) as RankedSpeaker[];
    if (speakers.length <= max || keys.length === 0)
      return { overlay: all.overlay, speakers: speakers.slice(0, max) };
    const { overlay, rows } = await this.#store.together([
      query(
        `SELECT id, quotations FROM speakers WHERE id IN
           (SELECT speaker FROM speaker_beginnings WHERE letters IN (SELECT value FROM json_each(?1)))
         ORDER BY quotations DESC, id LIMIT ?2`,
        JSON.stringify(beginningsOf(keys)),
        max,
      ),
    ]);
    return { overlay, speakers: (rows[0] ?? []) as RankedSpeaker[] };
  }

  /** What the sources here say of these speakers, each given by all ids: of every id a tally, and in how many sources each speaks. */
  async tallies(
    groups: readonly (readonly string[])[],
  ): Promise<{ overlay: Overlay; tallies: Map<string, Tally>; sources: number[] }> {
    const { overlay, rows } = await this.#store.together([talliesQuery(groups.flat()), sourcesQuery(groups)]);
    return { overlay, tallies: talliesOf(rows[0] ?? []), sources: countsOf(rows[1] ?? [], groups.length) };
  }

  /** The sources here in which the speaker who has these ids speaks, newest first, from the one of a place on; and what all of them say of each id, and how many they are. */
  async sourcesOf(
    ids: readonly string[],
    from: SpokenPlace | null,
    limit: number,
  ): Promise<{ overlay: Overlay; tallies: Map<string, Tally>; count: number; sources: StoredSource[] }> {
    const order = "GROUP BY o.source ORDER BY o.date DESC, o.source LIMIT ?2";
    const json = JSON.stringify(ids);
    const { overlay, rows } = await this.#store.together([
      talliesQuery(ids),
      sourcesQuery([ids]),
      from === null
        ? query(`${SOURCES_OF} ${order}`, json, limit)
        : query(
            `${SOURCES_OF} AND o.date <= ?3 AND (o.date < ?3 OR o.source >= ?4) ${order}`,
            json,
            limit,
            from.date,
            from.source,
          ),
    ]);
    const [tallies = [], counts = [], sources = []] = rows;
    return {
      overlay,
      tallies: talliesOf(tallies),
      count: countsOf(counts, 1)[0] ?? 0,
      sources: (sources as (Omit<StoredSource, "summary"> & { summary: string })[]).map((row) => ({
        ...row,
        summary: JSON.parse(row.summary),
      })),
    };
  }

  /** Opened versions; null where one is there no longer. */
  load(wanted: readonly Candidate[]): Promise<Map<number, Library> | null> {
    return this.#store.load(wanted);
  }
}

const UNREAD = query(
  `SELECT u.id, v.version, v.size FROM sources_unread u JOIN sources s ON s.id = u.id JOIN versions v ON v.version = s.version
   ORDER BY u.id LIMIT ${D1.unreadSourcesMax}`,
);

const STILL_UNREAD = "EXISTS (SELECT 1 FROM sources_unread WHERE id = ?1)";

const SOURCES_OF = `SELECT o.source, o.date, o.version, sum(o.quotations) AS quotations, v.size, v.summary
  FROM source_speakers o JOIN versions v ON v.version = o.version
  WHERE o.speaker IN (SELECT value FROM json_each(?1))`;

/** In how many sources each of these speakers speaks; one that has two names of a speaker counts once. */
function sourcesQuery(groups: readonly (readonly string[])[]): Query {
  return query(
    `SELECT g.key AS number, count(DISTINCT o.source) AS sources
     FROM json_each(?1) g JOIN json_each(g.value) i JOIN source_speakers o ON o.speaker = i.value GROUP BY g.key`,
    JSON.stringify(groups),
  );
}

function countsOf(rows: readonly unknown[], length: number): number[] {
  const counts = Array.from({ length }, () => 0);
  for (const { number, sources } of rows as { number: number; sources: number }[]) counts[number] = sources;
  return counts;
}

/** The first that one statement can give back, and at least one. */
function affordable<One extends Candidate>(candidates: readonly One[]): One[] {
  let chars = 0;
  return candidates.filter(({ size }, index) => {
    chars += size;
    return index === 0 || chars <= D1.statementCharsMax;
  });
}

/** The newest source's name, and the newest role that there is, each with the date and the id of its source. */
function talliesQuery(ids: readonly string[]): Query {
  const newest = (column: string, where = "") =>
    `(SELECT json_array(o.date, o.source, o.${column}) FROM source_speakers o
      WHERE o.speaker = s.id${where} ORDER BY o.date DESC, o.source LIMIT 1)`;
  return query(
    `SELECT s.id, s.quotations, s.sources, ${newest("name")} AS name, ${newest("role", " AND o.role IS NOT NULL")} AS role
     FROM speakers s WHERE s.id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(ids),
  );
}

function talliesOf(rows: readonly unknown[]): Map<string, Tally> {
  const named = (json: string) => {
    const [date, source, text] = JSON.parse(json) as [string, string, string];
    return { date, source, text };
  };
  return new Map(
    (rows as TallyRow[]).map(({ name, role, ...row }) => [
      row.id,
      { ...row, name: named(name), role: role === null ? null : named(role) },
    ]),
  );
}
