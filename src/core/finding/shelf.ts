import type { Within } from "../question.ts";
import { fold } from "../text/fold.ts";
import type { Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { ALIGNING } from "../tuning.ts";
import { exactlyPlaces, type SourceFilter, speaks } from "./candidates.ts";
import { Glance } from "./glance.ts";
import type { Library } from "./library.ts";
import { isUnread, soughtOf } from "./promising.ts";
import { placeBits, wordBits } from "./weights.ts";

/** The part of a library that a question may search, as comparison sees it. */
export function openShelf(library: Library, filter: SourceFilter): Shelf {
  const known = new Map<string, number>();
  return {
    lexicon: library.lexicon,
    placeBits: placeBits(library),
    bits: (key) => {
      const bits = known.get(key) ?? wordBits(library, key);
      known.set(key, bits);
      return bits;
    },
    places: (keys, source) => {
      const allowed: SourceFilter =
        source === null ? filter : (index) => index === source && (filter === null || filter(index));
      return exactlyPlaces(library, keys, allowed).map((place) =>
        library.window(place.source, place.from, place.to),
      );
    },
    glance: (keys) => {
      const glance = new Glance(soughtOf(library, keys));
      return (source, from, to) => {
        const text = library.bytes(source, from, to);
        const { bits, stretch, stretchBits, unread } = glance.at(text);
        if (isUnread(unread, text)) return { bits: glance.bits, share: 1, focus: null };
        const isSure = stretchBits >= placeBits(library) + ALIGNING.nearBits;
        return { bits, share: bits / Math.max(1, glance.bits), focus: isSure ? stretch : null };
      };
    },
    stretch: (source, from, to) => library.window(source, from, to),
    text: (source, span) => {
      const around = library.textAround(source, span, 0);
      return around.text.slice(span.start - around.start, span.end - around.start);
    },
    voice: (source, span) => voiceAt(library, source, span),
  };
}

function voiceAt(library: Library, source: number, span: Span): string | null {
  const first = { start: span.start, end: span.start + 1 };
  const utterance = library.utterancesAround(source, first).at(-1);
  return utterance ? (utterance.speaker?.name ?? `#${utterance.start}`) : null;
}

/** Which sources a question may search: all that `within` names hold, without those whose place newer ones have taken. Null for no restriction. */
export function sourceFilter(library: Library, within: Within | null): SourceFilter {
  const { hidden } = library;
  if (!within) return hidden && ((source) => !hidden.has(source));
  const allowed = library.sources.map((source, index) => {
    const date = source.date;
    return (
      !hidden?.has(index) &&
      (within.ids === null || within.ids.includes(source.id)) &&
      (within.publisher === null || fold(source.publisher ?? "").includes(fold(within.publisher))) &&
      (within.after === null || (date !== null && date >= within.after)) &&
      (within.before === null || (date !== null && date <= within.before)) &&
      (within.speaker === null || speaks(library, index, within.speaker))
    );
  });
  return (source) => allowed[source] === true;
}
