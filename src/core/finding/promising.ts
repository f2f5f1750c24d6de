import { ALIGNING, FINDING, GLANCING } from "../tuning.ts";
import type { Candidate } from "./candidates.ts";
import { Glance, type Glimpse, type Sought } from "./glance.ts";
import type { Library } from "./library.ts";
import { anyBits, placeBits, wordBits } from "./weights.ts";

/**
 * Of the places that votes named, those whose text may hold the question or a piece of it, the
 * most of it first: told from the bytes, so that look-alikes cost next to nothing. A place is kept where
 * enough of the question's words stand in its order, or where one stretch of it does that may be
 * joined to another; beside a place that has nearly all, only what comes near to it.
 */
export function promisingPlaces(
  library: Library,
  keys: readonly string[],
  places: readonly Candidate[],
  elided: boolean,
): Candidate[] {
  if (places.every(({ row }) => row !== null)) return [...places];
  const glance = new Glance(soughtOf(library, keys));
  const seen = places.map((place) => look(library, glance, place));
  const best = Math.max(...seen.map(({ share }) => share));
  const isFew = keys.length < GLANCING.wordsMin;
  const isTold = !elided && !isFew;
  const shareMin = Math.max(
    isFew ? 0 : leastShare(keys.length, elided),
    best >= GLANCING.clearShare && !elided ? best * GLANCING.besideShare : 0,
  );
  const bitsMin = isFew ? 0 : GLANCING.bitsMin;
  const pieceBits = placeBits(library) + ALIGNING.nearBits;
  const stretchMin = elided
    ? GLANCING.stretchElided
    : pieceBits * (keys.length >= GLANCING.manyWords ? GLANCING.stretchMany : 1);
  return seen
    .filter(
      ({ place, told, share, bits, stretchBits }) =>
        !told ||
        place.votes === Number.POSITIVE_INFINITY ||
        (share >= shareMin && bits >= bitsMin) ||
        (stretchBits >= stretchMin && best < GLANCING.wholeShare),
    )
    .map((each) => (each.told ? seenPlace(each, isTold && each.stretchBits >= pieceBits) : each.place))
    .sort((a, b) => b.votes - a.votes);
}

/** The least share of a question's bits that a place must hold in its order: of many words some always stand so. */
function leastShare(words: number, elided: boolean): number {
  if (elided) return GLANCING.shareMinElided;
  return words >= GLANCING.manyWords ? GLANCING.shareMinMany : GLANCING.shareMin;
}

/**
 * A place whose votes are the bits that a look told, if no half of the question stands there as it
 * is: they go by the question's order, which votes do by halves. It has a focus where the stretch
 * that was seen names a place: words that stand in every sentence would lead to any.
 */
function seenPlace({ place, bits, share, stretch }: Seen, isFocused: boolean): Candidate {
  const votes = Math.max(bits, place.votes === Number.POSITIVE_INFINITY ? place.votes : 0);
  return { ...place, votes, share, ...(isFocused ? { focus: stretch } : {}) };
}

/** A place with what a look at it told; `told` is false where the words stand in a row, or too much of the text was not read. */
interface Seen extends Pick<Glimpse, "bits" | "stretchBits" | "stretch"> {
  place: Candidate;
  share: number;
  told: boolean;
}

function look(library: Library, glance: Glance, place: Candidate): Seen {
  const nothing = { start: 0, end: 0, before: 0, behind: 0 };
  if (place.row !== null) return { place, share: 1, told: false, bits: 0, stretchBits: 0, stretch: nothing };
  const text = library.bytes(place.source, place.from, place.to);
  const { bits, stretchBits, stretch, unread } = glance.at(text);
  const share = bits / Math.max(1, glance.bits);
  return { place, share, told: !isUnread(unread, text), bits, stretchBits, stretch };
}

/** Whether so many characters of a text were not read that a look at it told too little. */
export function isUnread(unread: number, text: Uint8Array): boolean {
  return unread > text.length * GLANCING.unreadShare;
}

/** What may stand for each word of a question: for the first words that the library does not have, those near them. */
export function soughtOf(library: Library, keys: readonly string[]): Sought[] {
  let unknown = 0;
  return keys.map((key) => {
    if (library.vocabulary.find(key) >= 0) return { keys: [key], bits: wordBits(library, key) };
    const near =
      unknown++ < FINDING.unknownWordsMax ? library.vocabulary.near(key, FINDING.nearWordsMax) : [];
    if (near.length === 0) return { keys: [], bits: GLANCING.unknownShare * wordBits(library, key) };
    return { keys: near.map((number) => library.vocabulary.word(number)), bits: anyBits(library, near) };
  });
}
