import type { SourceSummary } from "../../core/answer.ts";
import type { Library } from "../../core/finding/library.ts";
import { wordsOfSource } from "../../core/finding/source-words.ts";
import { type SpokenIn, speakersIn } from "../../core/finding/speakers.ts";
import { beginningsOf, wordsOfSpeaker } from "../../core/reading/speaker-id.ts";
import { type Query, query } from "./database.ts";
import { D1 } from "./limits.ts";
import { jsonLists } from "./passages.ts";

/** By what a source and its speakers are looked for. */
export interface Browsable {
  summary: SourceSummary;
  words: string;
  speakers: SpokenIn[];
}

/** What is kept of a source to be browsed by. `library` holds this source alone. */
export function browsable(library: Library): Browsable {
  const [summary] = library.sources;
  if (summary === undefined) throw new RangeError("the library holds no source");
  const speakers = speakersIn(library, 0).slice(0, D1.speakersASource);
  return { summary, words: wordsOfSource(summary), speakers };
}

const SPOKEN = "SELECT speaker FROM source_speakers WHERE source = ?1";

/** Takes off what the source that is still there added. */
export function unspoken(id: string): Query[] {
  return [
    query(
      `UPDATE speakers SET quotations = speakers.quotations - own.quotations, sources = sources - 1
       FROM source_speakers own WHERE own.source = ?1 AND own.speaker = speakers.id`,
      id,
    ),
    query(
      `DELETE FROM speaker_beginnings WHERE speaker IN (SELECT id FROM speakers WHERE sources = 0 AND id IN (${SPOKEN}))`,
      id,
    ),
    query(`DELETE FROM speakers WHERE sources = 0 AND id IN (${SPOKEN})`, id),
    query("DELETE FROM source_speakers WHERE source = ?1", id),
    query("DELETE FROM source_words WHERE id = ?1", id),
  ];
}

/** Forgets that a source was still to be read. The last statement of a write: the others may depend on it. */
export function settled(id: string): Query {
  return query("DELETE FROM sources_unread WHERE id = ?1", id);
}

/**
 * Adds what the current version of a source says of its speakers. `onlyWhere`, over `?1` as the id,
 * must hold in each statement, or nothing is written.
 */
export function spoken({ summary, words, speakers }: Browsable, onlyWhere = "true"): Query[] {
  const { id, date } = summary;
  const rows = speakers.map(({ speaker, name, role, quotations }) => [speaker, name, role, quotations]);
  const beginnings = speakers.flatMap(({ speaker }) =>
    beginningsOf(wordsOfSpeaker(speaker)).map((letters) => [speaker, letters]),
  );
  return [
    query(`INSERT INTO source_words (id, words) SELECT ?1, ?2 WHERE ${onlyWhere}`, id, words),
    ...jsonLists(rows).map(({ json }) =>
      query(
        `INSERT INTO source_speakers (source, speaker, version, date, name, role, quotations)
         SELECT ?1, value ->> 0, (SELECT version FROM sources WHERE id = ?1), ?2, value ->> 1, value ->> 2, value ->> 3
         FROM json_each(?3) WHERE ${onlyWhere}`,
        id,
        date ?? "",
        json,
      ),
    ),
    query(
      `INSERT INTO speakers (id, quotations, sources)
       SELECT speaker, quotations, 1 FROM source_speakers WHERE source = ?1 AND ${onlyWhere}
       ON CONFLICT (id) DO UPDATE SET quotations = quotations + excluded.quotations, sources = sources + 1`,
      id,
    ),
    ...jsonLists(beginnings).map(({ json }) =>
      query(
        `INSERT OR IGNORE INTO speaker_beginnings (speaker, letters)
         SELECT value ->> 0, value ->> 1 FROM json_each(?2) WHERE ${onlyWhere}`,
        id,
        json,
      ),
    ),
  ];
}
