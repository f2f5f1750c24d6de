import { byRules, type Family, likeCase, type Rule } from "../family.ts";
import { fromWords, inWords, withCommas } from "../number-words.ts";

const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const SCALE = Object.keys(SCALES).join("|");
const CARDINAL =
  "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
const NUMBER_BEFORE =
  "(?<![\\w$€£.,:/'’+–-])(?<!\\b(?:hundred|thousand|and|or|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|point|Title|Section|World War|to) )";

const toWords = byRules([
  [
    new RegExp(
      `${NUMBER_BEFORE}(?<!(?:${MONTH}) )(?:\\d{1,3}(?:,\\d{3})?)(?![\\w%]|[.,:/–-]\\w|-|, \\d| (?:${MONTH}|or|a\\.m|p\\.m))`,
      "g",
    ),
    (hit) => {
      const value = Number(hit[0].replace(",", ""));
      return value < 2 || (value > 999 && value % 1000 !== 0) ? null : inWords(value);
    },
  ],
]);
const toDigits = byRules([
  [
    new RegExp(
      `${NUMBER_BEFORE}${CARDINAL}(?![\\w'’-]| (?:of|hundred|thousand|or|and|to|one|two|three|four|five|six|seven|eight|nine)\\b)`,
      "gi",
    ),
    (hit) => {
      const value = fromWords(hit[0]);
      return value === null || /^\p{Lu}/u.test(hit[0]) ? null : `${value}`;
    },
  ],
  [
    new RegExp(`(?<![\\w-])(${CARDINAL})(?= (?:${SCALE})\\b)`, "g"),
    (hit) => `${fromWords(hit[0]) ?? hit[0]}`,
  ],
]);

const percentSign = byRules([
  [/(?<=\d)(?: percent| per cent)\b/g, () => "%"],
  [/(?<=\d)%/g, () => " percent"],
  [/(?<=\d)%/g, () => " per cent"],
]);
const percentWords: Family["edit"] = byRules([
  [/(?<![\w.,$-])\d{1,2}(?= percent\b)/g, (hit) => (Number(hit[0]) > 1 ? inWords(Number(hit[0])) : null)],
]);

/** "a $3 million plan" has no "3 million dollars plan" beside it. */
const MONEY_BEFORE =
  "(?<!\\b(?:a|an|the|this|that|our|his|their|another|per|of|extra|additional|single|first) )(?<![\\w-])";
const MONEY_AFTER =
  "(?![\\w-]|[.,]\\d| to \\$)(?=[.,?!]?$|[.,;]? (?:in|for|from|to|of|and|on|a|over|into|that|by|every|per|when|with|or|as|is|was|this|we|they|the|than)\\b)";
const money = byRules([
  [
    new RegExp(
      `${MONEY_BEFORE}\\$(\\d[\\d,]*(?:\\.\\d+)?(?: (?:${SCALE}))?)(?! (?:${SCALE}))${MONEY_AFTER}`,
      "g",
    ),
    "$1 dollars",
  ],
  [new RegExp(`(?<![\\w$.,-])(\\d[\\d,.]*(?: (?:${SCALE}))?) dollars\\b`, "g"), (hit) => `$${hit[1]}`],
]);

const SUFFIX: Readonly<Record<string, string>> = { million: "m", billion: "bn", trillion: "tn" };
const scaleWritten = byRules([
  [
    /(?<![\w.,/-])(\d{1,3}(?:\.\d{1,2})?) (million|billion|thousand)\b(?!-| (?:or|and a half|to \d))/g,
    (hit) => withCommas(Math.round(Number(hit[1]) * (SCALES[hit[2] ?? ""] ?? 1))),
  ],
  [/(?<![\w.,/-])\d{1,3},000,000(?![\d,])/g, (hit) => `${Number.parseInt(hit[0], 10)} million`],
  [
    /(?<![\w.,/-])\d{1,3},000(?![\d,])(?! (?:thousand|or|to))/g,
    (hit) => `${Number.parseInt(hit[0], 10)} thousand`,
  ],
]);
const scaleShort = byRules([
  [/(?<=[$€£]\d{1,3}(?:\.\d+)?) (million|billion|trillion)\b(?!-)/g, (hit) => SUFFIX[hit[1] ?? ""] ?? null],
]);
const separator = byRules([
  [/(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?![\d,.]\d)/g, (hit) => hit[0].replaceAll(",", "")],
]);

const ORDINALS =
  "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const LOW = ["first", "second", "third"];
const ordinal: Rule[] = [
  [/(?<![\w,.-])(?:[4-9]|1\d|20)th\b(?! of)/g, (hit) => ORDINALS[Number.parseInt(hit[0], 10) - 4] ?? null],
  [
    new RegExp(`\\b(?:${ORDINALS.join("|")})\\b(?!,|-| (?:of|and|or))`, "gi"),
    (hit) => `${ORDINALS.indexOf(hit[0].toLowerCase()) + 4}th`,
  ],
  [
    /(?<!-)\b(?:second|third)\b(?= (?:term|debate|time|year|quarter|round|largest|biggest|point|question|grade)\b)/g,
    (hit) => ["1st", "2nd", "3rd"][LOW.indexOf(hit[0])] ?? null,
  ],
];

const date = byRules([
  [/\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:uary|ruary|ust|ember|ober)(?= \d{1,2}\b)/g, "$1."],
  [/\b(Sept)ember(?= \d{1,2}\b)/g, "$1."],
  [new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?![\\w,]|, \\d)`, "g"), "$2 $1"],
  [new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)\\b`, "g"), "$1 $2"],
  [
    new RegExp(`\\b(${MONTH}) (\\d{1,2})(?![\\w])`, "g"),
    (hit) => `${hit[1]} ${hit[2]}${suffixOf(Number(hit[2]))}`,
  ],
]);

function suffixOf(day: number): string {
  if (day > 10 && day < 14) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

const hundreds = byRules([
  [/(?<![\w$.,/-])100(?= percent)/g, () => "a hundred"],
  [
    /\ba hundred(?= (?:people|years|times|days|million|thousand|percent)\b)/gi,
    (hit) => likeCase(hit[0], "100"),
  ],
]);

/** A number's dress: digits or words, signs or names, the scale written out. The value stays. */
export const numberDressFamilies: readonly Family[] = [
  { name: "digits_to_words", edit: toWords },
  { name: "words_to_digits", edit: toDigits },
  { name: "percent_sign", edit: percentSign },
  { name: "percent_in_words", edit: percentWords },
  { name: "money_dress", edit: money },
  { name: "scale_written_out", edit: scaleWritten },
  { name: "scale_shortened", edit: scaleShort },
  { name: "thousands_separator", edit: separator },
  { name: "ordinal_dress", edit: byRules(ordinal) },
  { name: "date_dress", edit: date },
  { name: "hundred_dress", edit: hundreds },
].map((family): Family => ({ ...family, group: "number dress", material: false, kinds: [] }));
