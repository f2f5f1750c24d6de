import { byRules, type Family, likeCase, type Replace } from "../family.ts";

const MONTH =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.";

const ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
/** Numbers whose ordinals end in "th". */
const TEENS = [5, 8, 11, 14, 16, 18, 26, 37, 48, 56, 76];
const otherOrdinal: Replace = (hit) => {
  const at = ORDINALS.indexOf(hit[0].toLowerCase());
  return likeCase(hit[0], ORDINALS[at + 1] ?? "eighth");
};
const ordinal = byRules([
  [
    /(?<!-)\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! of\b|s\b|-| (?:world|party|way|rail|and|or|place))/g,
    otherOrdinal,
  ],
  [
    /\bsecond(?= (?:term|debate|time|year|quarter|round|largest|biggest|highest|point|part|question|lady|bill)\b)/gi,
    otherOrdinal,
  ],
  [
    new RegExp(`(?<!(?:${MONTH}|and|or|to) )(?<![\\w,./])\\d{1,2}th\\b(?! of (?:${MONTH}))`, "g"),
    (hit) => `${TEENS.find((value) => value > Number.parseInt(hit[0], 10)) ?? TEENS[0]}th`,
  ],
]);

/** A year near by, as one misremembers it. */
const otherYear: Replace = (hit) => {
  const value = Number(hit[0]);
  return `${value % 2 === 0 ? value - (value % 7) - 1 : value + 1 + (value % 4)}`;
};
const year = byRules([
  [
    /(?<=\b(?:in|since|by|until|before|after|from|of|year|back in) )(?:19|20)\d\d(?![\d%,]\d|%|\w|-)/gi,
    otherYear,
  ],
]);
const decade = byRules([
  [
    /(?<=\bthe )(19|20)([1-9])0['’]?s\b/g,
    (hit) => hit[0].replace(`${hit[2]}0`, `${Number(hit[2]) + (Number(hit[2]) > 5 ? -1 : 1)}0`),
  ],
]);

/** Ordinals, years and decades put for others: numbers, and some of them dates. */
export const orderFamilies: readonly Family[] = [
  { name: "number_ordinal", edit: ordinal, kinds: ["number"] as const },
  { name: "year", edit: year, kinds: ["number", "date"] as const },
  { name: "decade", edit: decade, kinds: ["number", "date"] as const },
].map((family): Family => ({ ...family, group: "number", material: true }));
