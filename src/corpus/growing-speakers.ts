import type { Library } from "../core/finding/library.ts";
import { normalizedSpeakerId, readingsOf } from "../core/reading/speaker-id.ts";
import { SPEAKERS } from "../core/tuning.ts";
import type { Corpus, SpeakerList, SpokenPage } from "./corpus.ts";
import { corrected } from "./corrections.ts";
import { placeOfCursor, type SpokenPlace } from "./cursor.ts";
import { D1 } from "./d1/limits.ts";
import type { SpeakerStore, StoredSource } from "./d1/speaker-store.ts";
import type { SourceStore } from "./d1/store.ts";
import { libraryCorpus } from "./library-corpus.ts";
import { GONE, orAlone, unlessGone } from "./or-alone.ts";
import {
  added,
  entryOf,
  isFrom,
  listed,
  mostQuotedFirst,
  newestFirst,
  type OpenedSource,
  pageOfSpoken,
  quotationsOfSource,
  type SpokenSource,
  sourcesForPage,
  speakersOfLibrary,
  type Tally,
} from "./spoken.ts";
import { CorpusUnavailable } from "./unavailable.ts";

/** What a growing corpus says of quotations and speakers. */
export function spokenCorpus(
  embedded: () => Library,
  sources: SourceStore,
  store: SpeakerStore,
): Pick<Corpus, "quotationsIn" | "speakers" | "quotationsOf"> {
  const alone = libraryCorpus(embedded);
  return {
    quotationsIn: async (id) => {
      const found = await unlessGone(() => sources.open(id));
      if (found === "withdrawn") return null;
      if (found !== null && found !== GONE) return quotationsOfSource(found, 0);
      const quotations = await alone.quotationsIn(id);
      if (quotations === null && found === GONE) throw new CorpusUnavailable("database");
      return quotations;
    },
    speakers: (named, limit) =>
      orAlone(
        () => speakersOfBoth(embedded(), store, named, limit),
        async (neverSetUp) => ({ ...(await alone.speakers(named, limit)), complete: neverSetUp }),
      ),
    quotationsOf: async (speaker, limit, cursor) => {
      const from = cursor === null ? null : placeOfCursor(cursor);
      if (cursor !== null && from === null) return "no_cursor";
      const found = await orAlone<SpokenPage | "no_speaker" | "no_cursor" | "unread">(
        () => spokenInBoth(embedded(), store, speaker, limit, from),
        async (neverSetUp) => {
          const page = await alone.quotationsOf(speaker, limit, cursor);
          if (typeof page !== "string") return { ...page, complete: neverSetUp };
          return neverSetUp ? page : "unread";
        },
      );
      // In what was not read the speaker may be; asked again, some more sources are read in.
      if (found === "unread") throw new CorpusUnavailable("unread");
      return found;
    },
  };
}

/** Speakers of the embedded sources and the database's together. Throws CorpusUnavailable where the database cannot be reached. */
async function speakersOfBoth(
  embedded: Library,
  store: SpeakerStore,
  named: string | null,
  limit: number,
): Promise<SpeakerList> {
  const complete = await store.readIn();
  const built = speakersOfLibrary(embedded);
  const known = [...built.tallies(NONE_HIDDEN).values()];
  const found =
    named === null
      ? await store.mostQuoted(listed(null, known, SPEAKERS.rankedMax), limit)
      : await store.like(readingsOf(named).flat());
  const counts = new Map(found.speakers.map(({ id, quotations }) => [id, quotations]));
  for (const { id, quotations } of built.tallies(found.overlay.replaced).values()) {
    counts.set(id, (counts.get(id) ?? 0) + quotations);
  }
  const candidates = [...counts].map(([id, quotations]) => ({ id, quotations }));
  const ids = listed(named, candidates, limit);
  const { overlay, tallies } = await store.tallies(ids);
  const ofBuilt = built.tallies(overlay.replaced);
  const speakers = ids.flatMap((id) => {
    const tally = together(tallies.get(id), ofBuilt.get(id));
    return tally ? [entryOf(tally)] : [];
  });
  return { speakers: named === null ? speakers.sort(mostQuotedFirst) : speakers, complete };
}

const NONE_HIDDEN: ReadonlySet<string> = new Set();

/** What a speaker said in the embedded sources and the database's; "unread" where the speaker may be one of a source that is still to be read in. Throws CorpusUnavailable where the database cannot be reached. */
async function spokenInBoth(
  embedded: Library,
  store: SpeakerStore,
  speaker: string,
  limit: number,
  from: SpokenPlace | null,
): Promise<SpokenPage | "no_speaker" | "unread"> {
  const complete = await store.readIn();
  const id = normalizedSpeakerId(speaker);
  const built = speakersOfLibrary(embedded);
  for (let search = 1; search <= D1.searchesMax; search++) {
    // Each of the sources has a quotation, but for the one in which the last page ended; one more tells that there are more.
    const { overlay, tally, sources: stored } = await store.sourcesOf(id, from, limit + 2);
    const all = together(tally ?? undefined, built.tallies(overlay.replaced).get(id));
    if (all === null) return complete ? "no_speaker" : "unread";
    const own = built.sourcesOf(id, overlay.replaced).filter((source) => isFrom(source, from));
    const sources = [...own, ...stored].sort(newestFirst);
    const wanted = loadable(sourcesForPage<OpenedSource | StoredSource>(sources, from, limit), from);
    const opened = await openedOf(wanted, store);
    if (opened === null) continue;
    const now = opened.map((one) => ({ ...one, summary: corrected(one.summary, embedded, overlay) }));
    const more = wanted.length < sources.length;
    return pageOfSpoken(entryOf(all), now, { from, limit, more, complete });
  }
  throw new CorpusUnavailable("changing");
}

function together(stored: Tally | undefined, built: Tally | undefined): Tally | null {
  if (stored && built) return added(stored, built);
  return stored ?? built ?? null;
}

function isStored(source: SpokenSource): source is StoredSource {
  return "version" in source;
}

/** The first of these sources that can be loaded together; one at least that a page has not ended in. */
function loadable<Source extends SpokenSource>(
  sources: readonly Source[],
  from: SpokenPlace | null,
): Source[] {
  let chars = 0;
  let whole = 0;
  const end = sources.findIndex((source) => {
    chars += isStored(source) ? source.size : 0;
    if (whole > 0 && chars > D1.loadedCharsMax) return true;
    if (from === null || newestFirst(source, from) !== 0) whole++;
    return false;
  });
  return end < 0 ? [...sources] : sources.slice(0, end);
}

/** The sources with their libraries; null where one of the database's is gone. */
async function openedOf(
  sources: readonly (OpenedSource | StoredSource)[],
  store: SpeakerStore,
): Promise<OpenedSource[] | null> {
  const libraries = await store.load(sources.filter(isStored));
  if (libraries === null) return null;
  return sources.flatMap((source): OpenedSource[] => {
    if (!isStored(source)) return [source];
    const library = libraries.get(source.version);
    return library ? [{ ...source, library, index: 0 }] : [];
  });
}
