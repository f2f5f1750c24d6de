import { byExchange, byRules, exchanges, type Family, swapOne } from "../family.ts";
import { pick } from "../random.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
/** Months whose names are no other word and hardly anybody's. */
const PLAIN_MONTHS = MONTHS.filter((month) => !["March", "April", "May", "June", "August"].includes(month));

const month: Family["edit"] = (sentence, random) =>
  swapOne(
    sentence,
    new RegExp(
      `\\b(?:${PLAIN_MONTHS.join("|")})\\b|(?<=\\b(?:in|of|last|next|since|by|early|late|this|until|on) )(?:${MONTHS.join("|")})\\b(?! \\p{Lu})|\\b(?:${MONTHS.join("|")})(?= \\d)`,
      "gu",
    ),
    (hit) =>
      pick(
        PLAIN_MONTHS.filter((name) => name !== hit[0]),
        random,
      ),
    random,
  );

const weekday: Family["edit"] = (sentence, random) =>
  swapOne(
    sentence,
    new RegExp(
      `(?<!(?:Super|Black|Good|Bloody|Ash|News|Fat|Big|\\p{Lu}{3,}) )\\b(?:${WEEKDAYS.join("|")})\\b`,
      "gu",
    ),
    (hit) =>
      pick(
        WEEKDAYS.filter((name) => name !== hit[0]),
        random,
      ),
    random,
  );

/** Days whose ordinals all end in "th". */
const DAYS = [4, 5, 6, 7, 14, 16, 17, 18, 24, 26, 27];
const day: Family["edit"] = (sentence, random) =>
  swapOne(
    sentence,
    new RegExp(`(?<=\\b(?:${MONTHS.join("|")}) )\\d{1,2}(st|nd|rd|th)?\\b`, "g"),
    (hit) => {
      const others = DAYS.filter((other) => other !== Number.parseInt(hit[0], 10));
      return `${pick(others, random)}${hit[1] ? "th" : ""}`;
    },
    random,
  );

/** "last year" for "this year": when it was is another time. */
const relative = byRules([
  [
    /(?<!\b(?:this|the|these|your|our|very|an?) )\blast (?=(?:year|month|week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|summer|winter|spring|fall)\b)/gi,
    "this ",
  ],
  [
    /(?<!\b(?:this|the|these|your|our|very) )\bnext (?=(?:year|month|week|summer|winter|spring|fall)\b)/gi,
    "this ",
  ],
  [/(?<!\blast )\bthis (?=(?:year|month|week|summer|winter|spring)\b)/gi, "last "],
  [/\byesterday\b/gi, "today"],
  [/\btomorrow\b(?!['’])/gi, "tonight"],
]);

const COUNT =
  "(?<=(?<![\\w-])(?:\\d[\\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand|few|several|many|couple of) )";
const MEASURED = `(?:${COUNT}|(?<=\\b(?:(?:thousands|millions|hundreds) of|million|billion) ))`;
const TIMES = exchanges(
  `minutes hours|hours days|days weeks|weeks months|months years|years decades|minute hour|hour day|week month`,
);
const LENGTHS = exchanges(
  `miles kilometers|feet yards|feet meters|inches feet|acres square_miles|pounds kilograms|tons pounds|gallons barrels`,
);

const currency = byRules([
  [/\$(?=\d)/g, "€"],
  [/\$(?=\d)/g, "£"],
  [/(?<=\b(?:million|billion|trillion|hundred|thousand|\d+|of) )dollars\b/g, "euros"],
]);

/** Dates and units put for others. */
export const dateAndUnitFamilies: readonly Family[] = [
  { name: "month", group: "date", material: true, kinds: ["date"], edit: month },
  { name: "weekday", group: "date", material: true, kinds: ["date"], edit: weekday },
  { name: "day_of_month", group: "date", material: true, kinds: ["date", "number"], edit: day },
  { name: "relative_time", group: "date", material: true, kinds: ["date", "word"], edit: relative },
  { name: "unit_of_time", group: "unit", material: true, kinds: ["unit"], edit: byExchange(TIMES, COUNT) },
  {
    name: "unit_of_measure",
    group: "unit",
    material: true,
    kinds: ["unit"],
    edit: byExchange(LENGTHS, MEASURED),
  },
  { name: "currency", group: "unit", material: true, kinds: ["unit"], edit: currency },
];
