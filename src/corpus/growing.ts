import type { CorpusSummary } from "../core/answer.ts";
import { compareIds } from "../core/finding/ids.ts";
import { joinLibraries } from "../core/finding/joined-library.ts";
import type { Library } from "../core/finding/library.ts";
import { sha256Hex } from "../core/finding/sha256.ts";
import { soughtIn } from "../core/finding/source-words.ts";
import type { Question } from "../core/question.ts";
import type { SourceInput } from "../core/reading/source.ts";
import type { PutOutcome, SourcePage, WritableCorpus } from "./corpus.ts";
import { corrected, correctionsOver } from "./corrections.ts";
import { cursorAfter, idOfCursor } from "./cursor.ts";
import type { Database } from "./d1/database.ts";
import { SpeakerStore } from "./d1/speaker-store.ts";
import { type Found, type Overlay, SourceStore, type State } from "./d1/store.ts";
import { prepare } from "./d1/write.ts";
import { spokenCorpus } from "./growing-speakers.ts";
import { documentOf, libraryCorpus, sourcesAfter } from "./library-corpus.ts";
import { GONE, orAlone, unlessGone } from "./or-alone.ts";
import { CorpusUnavailable } from "./unavailable.ts";

/**
 * The corpus that grows: sources in a D1 database beside those of an embedded library, searched as
 * one. What is put in takes the place of an embedded source of its id. With the database out of
 * reach, checks and lists go on over the embedded sources and say that they are not complete.
 */
export function growingCorpus(open: () => Library, database: Database): WritableCorpus {
  let opened: Library | null = null;
  const embedded = () => {
    opened ??= open();
    return opened;
  };
  const store = new SourceStore(database, () => embedded().sources.map(({ id }) => id));
  const alone = libraryCorpus(embedded);
  return {
    summary: () =>
      orAlone(
        async () => {
          const { state, overlay } = await store.outline();
          return summaryOf(embedded(), state, overlay);
        },
        (neverSetUp) => (neverSetUp ? embedded() : incomplete(embedded())).summary,
      ),
    list: async (limit, cursor, named = null) => {
      const after = cursor === null ? "" : idOfCursor(cursor);
      if (after === null) return null;
      return orAlone(
        () => mergedPage(embedded(), store, limit, after, named),
        () => alone.list(limit, cursor, named),
      );
    },
    ...spokenCorpus(embedded, store, new SpeakerStore(database, store)),
    read: async (id) => {
      const found = await unlessGone(() => store.read(id));
      if (found === "withdrawn") return null;
      const stored = found === null || found === GONE ? null : { ...found.summary, text: found.text };
      const document = stored ?? documentOf(embedded(), id);
      if (document === null) {
        if (found === GONE) throw new CorpusUnavailable("database");
        return null;
      }
      const outline = found === GONE ? GONE : await unlessGone(() => store.outline());
      return outline === GONE || outline === null
        ? document
        : corrected(document, embedded(), outline.overlay);
    },
    librariesFor: (questions) =>
      orAlone(
        () => joinedFor(embedded(), store, questions),
        (neverSetUp) => questions.map(() => (neverSetUp ? embedded() : incomplete(embedded()))),
      ),
    put: (source, at) => put(store, embedded(), source, at),
    withdraw: async (id, at) => {
      const found = await store.read(id);
      if (found === "withdrawn" || (found === null && documentOf(embedded(), id) === null)) return false;
      await store.withdraw(id, at);
      return true;
    },
    probe: () => store.probe(),
    revisions: (id) => store.revisions(id),
    readRevision: async (id, revision) => {
      const found = await store.readRevision(id, revision);
      return found && { ...found.summary, text: found.text };
    },
  };
}

async function put(
  store: SourceStore,
  embedded: Library,
  source: SourceInput,
  at: string,
): Promise<PutOutcome> {
  const prepared = prepare(source);
  const outcome = await store.put(prepared, at);
  const wasEmbedded = outcome === "created" && documentOf(embedded, source.id) !== null;
  if (wasEmbedded) return { outcome: "replaced", summary: prepared.summary };
  return { outcome: outcome === "restored" ? "created" : outcome, summary: prepared.summary };
}

async function joinedFor(
  embedded: Library,
  store: SourceStore,
  questions: readonly Question[],
): Promise<Library[]> {
  const { state, overlay, found } = await store.find(questions);
  const whole = summaryOf(embedded, state, overlay);
  if (state.mark === null) return questions.map(() => embedded);
  const corrections = correctionsOver(embedded, overlay);
  return questions.map((_, index) => {
    const { libraries, counts, complete } = found[index] as Found;
    return joinLibraries(embedded, {
      summary: { ...whole, complete },
      added: libraries,
      replaced: overlay.replaced,
      corrections,
      counts,
      withdrawn: overlay.withdrawn,
    });
  });
}

/** What the whole corpus amounts to. Its revision is the embedded one's as long as nothing was ever put in or withdrawn. */
function summaryOf(embedded: Library, state: State, overlay: Overlay): CorpusSummary {
  const { summary, sources } = embedded;
  if (state.mark === null) return summary;
  const hidden = sources.filter(({ id }) => overlay.replaced.has(id));
  const revision = sha256Hex(new TextEncoder().encode(`${summary.revision} ${state.mark}`));
  return {
    revision: `sha256-${revision}`,
    sources: summary.sources - hidden.length + state.sources,
    words: summary.words - hidden.reduce((sum, { words }) => sum + words, 0) + state.words,
    complete: true,
  };
}

const NOTHING = {
  added: [],
  replaced: new Set<string>(),
  corrections: null,
  counts: new Map<string, number>(),
  withdrawn: new Set<string>(),
};

/** The embedded library alone, as a part of a corpus whose other part is out of reach. */
function incomplete(embedded: Library): Library {
  return joinLibraries(embedded, { ...NOTHING, summary: { ...embedded.summary, complete: false } });
}

/** One page of both, in order of id. */
async function mergedPage(
  embedded: Library,
  store: SourceStore,
  limit: number,
  after: string,
  named: string | null,
): Promise<SourcePage> {
  const { overlay } = await store.outline();
  const stored =
    named === null
      ? await store.list(after, limit + 1)
      : await store.listWith(soughtIn(named), after, limit + 1);
  const isShown = (id: string) => !overlay.replaced.has(id);
  const built = sourcesAfter(embedded, after, limit + 1, named, isShown);
  // Put in since the outline was read, a source may stand in both.
  const ids = new Set(stored.map(({ id }) => id));
  const merged = [...built.filter(({ id }) => !ids.has(id)), ...stored]
    .sort((a, b) => compareIds(a.id, b.id))
    .map((source) => corrected(source, embedded, overlay));
  const sources = merged.slice(0, limit);
  const last = sources.at(-1);
  return { sources, cursor: merged.length > limit && last !== undefined ? cursorAfter(last.id) : null };
}
