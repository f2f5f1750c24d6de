import { type SourceSummary, type Speaker, VIAS } from "../answer.ts";
import type { SourceInput } from "../reading/source.ts";
import { readUtterances } from "../reading/utterances.ts";
import { letterMask } from "../text/edit-distance.ts";
import { type Dictionary, encodeLexicon } from "../text/lexicon.ts";
import { type Word, words } from "../text/words.ts";
import { bytesOf, CHECKPOINT_WORDS, encodeSections, TRANSLATED, UTTERANCE_ROW } from "./format.ts";
import { compareIds } from "./ids.ts";
import type { Voice } from "./library.ts";
import { revisionOf } from "./revision.ts";
import { sha256Hex } from "./sha256.ts";
import { VarintWriter } from "./varint.ts";
import { compareKeys } from "./vocabulary.ts";

const encoder = new TextEncoder();

export interface LibraryMeta {
  revision: string;
  words: number;
  sources: SourceSummary[];
  speakers: Voice[];
}

/** Rows and bytes as they grow while sources are read in. */
interface Draft {
  meta: LibraryMeta;
  positions: Map<string, number[]>;
  /** Words seen with a capital inside a sentence, and words seen without one. */
  capitals: Set<string>;
  smalls: Set<string>;
  speakers: Map<string, number>;
  sourceRows: number[];
  checkpoints: number[];
  utterances: number[];
  /** The words of each source's title, each once. */
  titles: string[][];
  texts: Uint8Array[];
  textBytes: number;
  nextPosition: number;
}

/**
 * The library file of these sources: index, texts and who says what, ready to be opened.
 * The same sources, in any order, and the same dictionary words give the same bytes. Throws RangeError when
 * two sources share an id. `dictionary` holds words of the language, by which a misspelling
 * is told from another word; the corpus's own words are added to it.
 */
export function buildLibrary(
  sources: readonly SourceInput[],
  dictionary: Dictionary = { words: [], names: [] },
  onSource?: (done: number) => void,
): Uint8Array {
  const sorted = [...sources].sort((a, b) => compareIds(a.id, b.id));
  sorted.forEach((source, index) => {
    if (sorted[index + 1]?.id === source.id) throw new RangeError(`two sources have the id "${source.id}"`);
  });
  const draft: Draft = {
    meta: { revision: "", words: 0, sources: [], speakers: [] },
    positions: new Map(),
    capitals: new Set(),
    smalls: new Set(),
    speakers: new Map(),
    sourceRows: [],
    checkpoints: [],
    utterances: [],
    titles: [],
    texts: [],
    textBytes: 0,
    nextPosition: 0,
  };
  sorted.forEach((source, index) => {
    addSource(draft, { ...source, text: source.text.toWellFormed() });
    onSource?.(index + 1);
  });
  markSuperseded(draft.meta.sources);
  draft.meta.revision = `sha256-${sha256Hex(encoder.encode([...draft.meta.sources.map((source) => `${source.id} ${source.revision}\n`), ...dictionary.words, ...dictionary.names].join(" ")))}`;
  return encode(draft, dictionary);
}

function addSource(draft: Draft, source: SourceInput): void {
  const list = words(source.text);
  const bytes = encoder.encode(source.text);
  const utteranceFrom = draft.utterances.length / UTTERANCE_ROW.width;
  addUtterances(draft, source);
  const utteranceTo = draft.utterances.length / UTTERANCE_ROW.width;
  draft.sourceRows.push(
    draft.nextPosition,
    list.length,
    draft.textBytes,
    bytes.length,
    utteranceFrom,
    utteranceTo,
  );
  addWords(draft, source.text, list);
  addTitle(draft, source.title);
  draft.texts.push(bytes);
  draft.textBytes += bytes.length;
  draft.meta.words += list.length;
  noteCapitals(draft, source.text, list);
  const { text, ...fields } = source;
  draft.meta.sources.push({
    ...fields,
    supersededBy: null,
    revision: revisionOf(source),
    words: list.length,
  });
}

/** A title is searched beside the text it heads; its words have a number even where no text has them. */
function addTitle(draft: Draft, title: string): void {
  const keys = [...new Set(words(title).map((word) => word.key))];
  for (const key of keys) if (!draft.positions.has(key)) draft.positions.set(key, []);
  draft.titles.push(keys);
}

function noteCapitals(draft: Draft, text: string, list: readonly Word[]): void {
  for (const { key, start } of list) {
    const first = text.charAt(start);
    if (first.toLowerCase() !== first) {
      if (/\p{Ll}[,;]? $/u.test(text.slice(Math.max(0, start - 3), start))) draft.capitals.add(key);
    } else if (first.toUpperCase() !== first) draft.smalls.add(key);
  }
}

/** Positions start on a checkpoint, with an empty block after each source, so that no phrase runs from one into the next. */
function addWords(draft: Draft, text: string, list: readonly Word[]): void {
  let byteAt = 0;
  let unitAt = 0;
  list.forEach((word, index) => {
    const position = draft.nextPosition + index;
    const places = draft.positions.get(word.key);
    if (places) places.push(position);
    else draft.positions.set(word.key, [position]);
    if (index % CHECKPOINT_WORDS === 0) {
      byteAt += encoder.encode(text.slice(unitAt, word.start)).length;
      unitAt = word.start;
      draft.checkpoints.push(byteAt, unitAt);
    }
  });
  const blocks = Math.ceil(list.length / CHECKPOINT_WORDS) + 1;
  draft.checkpoints.push(encoder.encode(text).length, text.length);
  draft.nextPosition += blocks * CHECKPOINT_WORDS;
}

function addUtterances(draft: Draft, source: SourceInput): void {
  for (const { start, end, depth, speaker } of readUtterances(source)) {
    const evidence = speaker?.evidence ?? null;
    draft.utterances.push(
      start,
      end,
      depth,
      speaker ? speakerIndex(draft, speaker) : -1,
      speaker ? VIAS.indexOf(speaker.via) + (speaker.translated ? TRANSLATED : 0) : 0,
      speaker ? Math.round(speaker.confidence * 1000) : 0,
      evidence?.start ?? -1,
      evidence?.end ?? -1,
    );
  }
}

function speakerIndex(draft: Draft, { name, kind, role, document }: Speaker): number {
  const key = JSON.stringify([name, kind, role, document]);
  const known = draft.speakers.get(key);
  if (known !== undefined) return known;
  const index = draft.meta.speakers.push({ name, kind, role, document }) - 1;
  draft.speakers.set(key, index);
  return index;
}

function markSuperseded(sources: SourceSummary[]): void {
  const byId = new Map(sources.map((source) => [source.id, source]));
  for (const source of sources) {
    const older = source.corrects === null ? undefined : byId.get(source.corrects);
    if (older && older !== source) older.supersededBy = source.id;
  }
}

function encode(draft: Draft, dictionary: Dictionary): Uint8Array {
  const keys = [...draft.positions.keys()]
    .map((key) => ({ key, bytes: encoder.encode(key) }))
    .sort((a, b) => compareKeys(a.bytes, b.bytes));
  const vocabulary = new Uint8Array(keys.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const vocabularyOffsets = new Uint32Array(keys.length + 1);
  const masks = new Uint32Array(keys.length);
  const counts = new Uint32Array(keys.length);
  const postingOffsets = new Uint32Array(keys.length + 1);
  const postings = new VarintWriter();
  let at = 0;
  keys.forEach(({ key, bytes }, index) => {
    vocabulary.set(bytes, at);
    at += bytes.length;
    vocabularyOffsets[index + 1] = at;
    masks[index] = letterMask(key);
    const places = draft.positions.get(key) ?? [];
    counts[index] = places.length;
    let last = 0;
    for (const place of places) {
      postings.write(place - last);
      last = place;
    }
    postingOffsets[index + 1] = postings.length;
  });
  const often = keys.filter((_, index) => (counts[index] as number) > 1).map(({ key }) => key);
  const small = new Set([...dictionary.words, ...draft.smalls]);
  const names = [...new Set([...dictionary.names, ...draft.capitals])]
    .filter((key) => !small.has(key))
    .sort();
  return encodeSections({
    meta: encoder.encode(JSON.stringify(draft.meta)),
    vocabulary,
    vocabularyOffsets: bytesOf(vocabularyOffsets),
    letterMasks: bytesOf(masks),
    counts: bytesOf(counts),
    postings: postings.bytes(),
    postingOffsets: bytesOf(postingOffsets),
    sources: bytesOf(Uint32Array.from(draft.sourceRows)),
    checkpoints: bytesOf(Uint32Array.from(draft.checkpoints)),
    utterances: bytesOf(Int32Array.from(draft.utterances)),
    titleWords: bytesOf(titleRows(draft, keys)),
    text: joinBytes(draft.texts, draft.textBytes),
    wordFilter: encodeLexicon([...new Set([...dictionary.words, ...often])].sort()),
    nameFilter: encodeLexicon(names),
  });
}

function titleRows(draft: Draft, keys: readonly { key: string }[]): Uint32Array {
  const numbers = new Map(keys.map(({ key }, number) => [key, number]));
  const rows = draft.titles.flatMap((title, source) =>
    title.map((key): [number, number] => [numbers.get(key) as number, source]),
  );
  return Uint32Array.from(rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]).flat());
}

function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
