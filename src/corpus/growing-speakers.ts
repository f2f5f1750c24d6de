import type { Library } from "../core/finding/library.ts";
import { type MergedSpeakers, mergedSpeakers } from "../core/finding/merged-speakers.ts";
import type { RankedSpeaker } from "../core/finding/speakers.ts";
import { normalizedSpeakerId, readingsOf, wordsOfSpeaker } from "../core/reading/speaker-id.ts";
import type { Corpus, SpeakerEntry, SpeakerList, SpokenPage } from "./corpus.ts";
import { corrected } from "./corrections.ts";
import { placeOfCursor, type SpokenPlace } from "./cursor.ts";
import { D1 } from "./d1/limits.ts";
import type { SpeakerStore, StoredSource } from "./d1/speaker-store.ts";
import type { Overlay, SourceStore } from "./d1/store.ts";
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
  const known = await knownToBoth(built, store, named === null ? [] : readingsOf(named).flat());
  const groups = listed(named, known.speakers, known.merged, limit);
  const found = await store.tallies(groups);
  const speakers = groups.flatMap((ids, index) => {
    const sources = (found.sources[index] ?? 0) + built.sourcesOf(ids, found.overlay.replaced).length;
    return entryOfBoth(ids, found, built, sources, known.merged) ?? [];
  });
  return { speakers: named === null ? speakers.sort(mostQuotedFirst) : speakers, complete };
}

type Built = ReturnType<typeof speakersOfLibrary>;
interface Known {
  speakers: RankedSpeaker[];
  merged: MergedSpeakers;
}

/** The speakers of both, and which of their ids are one's. Of too many in the database, those whose words begin as one of these does, or the most quoted. */
async function knownToBoth(built: Built, store: SpeakerStore, keys: readonly string[]): Promise<Known> {
  const found = await store.like(keys);
  const counts = new Map(found.speakers.map(({ id, quotations }) => [id, quotations]));
  for (const { id, quotations } of built.tallies(found.overlay.replaced).values()) {
    counts.set(id, (counts.get(id) ?? 0) + quotations);
  }
  const speakers = [...counts].map(([id, quotations]) => ({ id, quotations }));
  return { speakers, merged: mergedOnce(speakers) };
}

let last: { key: string; merged: MergedSpeakers } | null = null;

/** The same speakers are asked for again page by page: which ids are one's is worked out when they change. */
function mergedOnce(speakers: readonly RankedSpeaker[]): MergedSpeakers {
  const key = speakers.map(({ id, quotations }) => `${id} ${quotations}`).join("\n");
  if (last?.key !== key) last = { key, merged: mergedSpeakers(speakers) };
  return last.merged;
}

function entryOfBoth(
  ids: readonly string[],
  { overlay, tallies }: { overlay: Overlay; tallies: ReadonlyMap<string, Tally> },
  built: Built,
  sources: number,
  merged: MergedSpeakers,
): SpeakerEntry | null {
  const ofBuilt = built.tallies(overlay.replaced);
  const own = ids.flatMap((id) => together(tallies.get(id), ofBuilt.get(id)) ?? []);
  return entryOf(own, sources, merged.mayBe(ids[0] ?? ""));
}

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
    const { merged } = await knownToBoth(built, store, wordsOfSpeaker(id));
    const ids = merged.idsOf(id);
    // Each of the sources has a quotation, but for the one in which the last page ended; one more tells that there are more.
    const found = await store.sourcesOf(ids, from, limit + 2);
    const { overlay } = found;
    const spokenIn = built.sourcesOf(ids, overlay.replaced);
    const speaker = entryOfBoth(ids, found, built, found.count + spokenIn.length, merged);
    if (speaker === null) return complete ? "no_speaker" : "unread";
    const own = spokenIn.filter((source) => isFrom(source, from));
    const sources = [...own, ...found.sources].sort(newestFirst);
    const wanted = loadable(sourcesForPage<OpenedSource | StoredSource>(sources, from, limit), from);
    const opened = await openedOf(wanted, store);
    if (opened === null) continue;
    const now = opened.map((one) => ({ ...one, summary: corrected(one.summary, embedded, overlay) }));
    const more = wanted.length < sources.length;
    return pageOfSpoken({ speaker, ids }, now, { from, limit, more, complete });
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
