import { byRules, type Family, swapOne } from "../family.ts";

/** Apostrophes and quotation marks from straight to curly, or the other way. */
function quotes(sentence: string): string | null {
  if (/[’‘“”]/.test(sentence)) return sentence.replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
  if (!/["']/.test(sentence)) return null;
  return sentence
    .replace(/(?<=^|[\s(—–-])"/g, "“")
    .replace(/"/g, "”")
    .replace(/(?<=[\s(“])'(?=\w)/g, "‘")
    .replace(/'/g, "’");
}

const dashes = byRules([
  [/ ?-- ?/g, "—"],
  [/ ?-- ?/g, " – "],
  [/ ?— ?/g, " -- "],
  [/ ?[–—] ?/g, " - "],
]);

/** Sentence openers that are no one's name, so that a small letter loses nothing. */
const OPENER =
  "The|We|And|But|It|This|That|They|So|He|She|You|In|If|When|What|There|Our|My|As|For|Because|These";
const firstSmall = byRules([[new RegExp(`^(?:${OPENER})(?=['’ ])`, "g"), (hit) => hit[0].toLowerCase()]]);
const firstBracketed = byRules([
  [
    new RegExp(`^(?:${OPENER})(?=['’ ])`, "g"),
    (hit) => `[${hit[0].charAt(0).toLowerCase()}]${hit[0].slice(1)}`,
  ],
]);

const endDropped = byRules([[/\.$/g, () => ""]]);
const endComma = byRules([[/\.$/g, () => ","]]);

/** A lone comma before a clause: with two of them it may be a list or a parenthesis. */
const commaDropped = byRules([
  [
    /^[^,"“”—-]{12,}\b(?!no|yes|not|know|sir|well|sorry)[a-z]+,(?= (?:but|because|so|and|if|when|then) (?:I|we|you|they|he|she|it|the|there)\b[^,]+$)/g,
    (hit) => hit[0].slice(0, -1),
  ],
  [
    /^(?:In|On|At|For|Since|After|Before|When|If)\b[^,"“”—-]{3,40}[a-z],(?= (?:I|we|you|they|he|she|it|the|there)\b[^,]+$)/g,
    (hit) => hit[0].slice(0, -1),
  ],
]);
const commaAdded = byRules([
  [/(?<=^[^,"“”—-]{12,} [a-z]+)(?= (?:but|and|because) (?:I|we|you|they|he|she|it) [^,]+$)/g, () => ","],
]);

const spaceDoubled = byRules([[/(?<=[a-z,]) (?=[a-z])/g, () => "  "]]);
const lineBroken = byRules([[/(?<=[a-z]) (?=[a-z])/g, () => "\n"]]);
const hardSpace = byRules([[/(?<=[a-z,]) (?=[a-z\d])/g, () => "\u00a0"]]);

const apostropheLost = byRules([
  [
    /\b(?:don|doesn|didn|isn|wasn|wouldn|couldn|aren|haven|shouldn)['’]t\b|\b(?:I['’]m|I['’]ve|you['’]re|they['’]re|that['’]s|it['’]s|we['’]ve|there['’]s)\b/gi,
    (hit) => hit[0].replace(/['’]/, ""),
  ],
]);

const MARKED = new Map(
  "naive naïve|cafe café|cliche cliché|fiance fiancé|Jose José|Bogota Bogotá|Erdogan Erdoğan|Quebec Québec|regime régime|facade façade|role rôle|elite élite|elites élites|debris débris|protege protégé|Mexico México|decor décor"
    .split("|")
    .map((pair): [string, string] => pair.split(" ") as [string, string]),
);

const accents: Family["edit"] = (sentence, random) =>
  swapOne(
    sentence,
    /(?<![\p{L}-])\p{L}{4,}(?![\p{L}-])/gu,
    ([word]) => {
      const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
      return bare !== word ? bare : (MARKED.get(word) ?? null);
    },
    random,
  );

/** Two words that are printed with a hyphen, with none, and as one. */
const OPEN =
  "health care|middle class|small business|long term|well known|high school|climate change|cease fire|tax payers|child care|work force|middle aged|pre existing|real estate|minimum wage|civil rights|free trade|law enforcement|low income|high speed|world class|full time|hard working|common sense|short term|high tech|home town|white collar|cold blooded|job training|self defense|data base|war time|good will|land mark";
const hyphens = byRules([
  [
    /(?<![\w-])(?!(?:anti|non|counter|semi|self|ultra|mis)-)[a-z]{3,}-[a-z]{3,}(?![\w-])/g,
    (hit) => hit[0].replace("-", " "),
  ],
  [new RegExp(`\\b(?:${OPEN})\\b(?=[ .,])`, "g"), (hit) => hit[0].replace(" ", "-")],
  [
    /\b(?:health care|child care|work force|cease fire|tax payers|home town)\b/g,
    (hit) => hit[0].replace(" ", ""),
  ],
  [
    /\b(?:healthcare|workforce|taxpayers|childcare|ceasefire|worldwide|nationwide|homeland|lifetime|statewide)\b/g,
    (hit) => hit[0].replace(/care|force|payers|fire|wide|land|time/, "-$&"),
  ],
]);

const group = "typography";

/** Marks, letters' dress and spaces: what copying changes without changing a word. */
export const typographyFamilies: readonly Family[] = [
  { name: "quotes_curled", edit: quotes },
  { name: "dash", edit: dashes },
  { name: "first_letter_small", edit: firstSmall },
  { name: "first_letter_bracketed", edit: firstBracketed },
  { name: "full_stop_dropped", edit: endDropped },
  { name: "full_stop_to_comma", edit: endComma },
  { name: "comma_dropped", edit: commaDropped },
  { name: "comma_added", edit: commaAdded },
  { name: "space_doubled", edit: spaceDoubled },
  { name: "line_broken", edit: lineBroken },
  { name: "space_hard", edit: hardSpace },
  { name: "apostrophe_lost", edit: apostropheLost },
  { name: "accent", edit: accents },
  { name: "hyphen", edit: hyphens },
].map((family): Family => ({ ...family, group, material: false, kinds: [] }));
