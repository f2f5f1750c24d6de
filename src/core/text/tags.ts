/** Addresses, and the handle in brackets behind a name: "— Ada Marlowe (@adamarlowe)". */
const ADDRESS =
  /\(@[\w.]+\)|(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S+|(?<![\w@])[\w-]+(?:\.[\w-]+)+\/(?<!pic\.twitter\.com\/)\S+/giu;
const TAG = /[#@](?=[\p{L}\p{N}_]*[\p{L}\p{N}])([\p{L}\p{N}_]+)/gu;
/** Where a tag's words meet: a capital after a small letter, a capital that opens a word, a digit after a letter. */
const TAG_JOINT = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu;

/** A text as people write it online, to be read: addresses are left out, and tags are the words they join. */
export interface ReadableText {
  text: string;
  /** The place in the original of a place in `text`. */
  at(index: number): number;
}

/** "#HarbourFires" as "Harbour Fires". What is left out leaves a space; places lead back to the original. */
export function readable(original: string): ReadableText {
  const cuts: { at: number; length: number; put: string }[] = [];
  for (const hit of original.matchAll(ADDRESS)) cuts.push({ at: hit.index, length: hit[0].length, put: " " });
  const addresses = [...cuts];
  for (const hit of original.matchAll(TAG)) {
    if (addresses.some(({ at, length }) => hit.index >= at && hit.index < at + length)) continue;
    cuts.push({ at: hit.index, length: 1, put: " " });
    for (const joint of (hit[1] ?? "").matchAll(TAG_JOINT))
      cuts.push({ at: hit.index + 1 + joint.index, length: 0, put: " " });
  }
  return withCuts(
    original,
    cuts.sort((a, b) => a.at - b.at),
  );
}

function withCuts(
  original: string,
  cuts: readonly { at: number; length: number; put: string }[],
): ReadableText {
  const ends: { read: number; original: number }[] = [{ read: 0, original: 0 }];
  let text = "";
  let from = 0;
  for (const { at, length, put } of cuts) {
    text += original.slice(from, at) + put;
    from = at + length;
    ends.push({ read: text.length, original: from });
  }
  text += original.slice(from);
  const at = (index: number): number => {
    const last = ends.findLast((end) => end.read <= index) ?? { read: 0, original: 0 };
    return last.original + index - last.read;
  };
  return { text, at };
}

/** Tags and addresses after the last word of a quotation: whoever posted it put them there. Null where there are none. */
export function trailingTags(text: string): { start: number; end: number } | null {
  const hit = /(?:\s+(?:[#@][\p{L}\p{N}_]+|(?:https?:\/\/|pic\.twitter\.com\/)\S+))+\s*$/u.exec(text);
  return hit && hit.index > 0 ? { start: hit.index, end: hit.index + hit[0].trimEnd().length } : null;
}
