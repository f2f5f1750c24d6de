import { stem } from "./stem.ts";

/**
 * Endings by which English makes a noun of a verb, an adjective of a noun and so on, longest first. Porter
 * (1980) takes most of them off in his later steps; here they are only compared with one another, so that "isolation" meets
 * "isolating" and "founder" meets "founded", and a root is never shorter than `ROOT_CHARS_MIN`.
 */
const ENDINGS =
  /(?:izations?|isations?|ations?|itions?|ements?|ments?|ances?|ences?|iveness|fulness|ingly|ously|ively|fully|able|ible|ants?|ents?|ities|ity|ness|ions?|ives?|ous|ism|ists?|ers?|ors?|ees?|als?|ly|ship|ful|ics?|y)$/u;

/** Letters that a root keeps: "relation" and "relative" share four, "nation" and "native" three. */
const ROOT_CHARS_MIN = 4;

/** Words that only look derived from the one that their letters would leave. */
const OTHERWISE = new Set(
  `policy police general generation customer customs university universe important department apartment statement station
   committee rational mission passion portion author authority former counter county party series community communist communism
   personnel organ moment minister ministry factory capital offense present presence patient interest content extent`.split(
    /\s+/u,
  ),
);

/** What the words derived from one share: "isolat" of "isolation", "isolating"; the stem where no ending is taken off. */
export function rootOf(key: string): string {
  const base = stem(key);
  if (OTHERWISE.has(key) || OTHERWISE.has(base)) return base;
  const cut = base.replace(ENDINGS, "");
  const root = latinRoot(cut.length >= ROOT_CHARS_MIN ? cut : base);
  return root.replace(/(?:at|it|e|i|y)$/u, (ending) =>
    root.length - ending.length >= ROOT_CHARS_MIN ? "" : ending,
  );
}

/** Verbs of Latin origin and the nouns made of them, by the ends in which they differ: "reduct" of "reduction" is "reduc" of "reduce". */
const ALTERNATING: readonly (readonly [RegExp, string])[] = [
  [/duct$/u, "duc"],
  [/script$/u, "scrib"],
  [/cept$/u, "ceiv"],
  [/mission?$/u, "mit"],
  [/(?<=\p{L}{2})cis$/u, "cid"],
  [/(?<=\p{L}{2})lus$/u, "lud"],
  [/(?<=\p{L}{2})tens$/u, "tend"],
  [/(?<=\p{L}{2})vers$/u, "vert"],
];

function latinRoot(root: string): string {
  for (const [pattern, end] of ALTERNATING) if (pattern.test(root)) return root.replace(pattern, end);
  return root;
}
