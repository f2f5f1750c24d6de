import { type Family, likeCase, swapOne } from "../family.ts";
import { pick, type Random } from "../random.ts";

const SCALE = "hundred|thousand|million|billion|trillion";
const MONTH =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.";

/** A number of the same length: two digits the wrong way round, or one that is another. */
export function otherDigits(printed: string, random: Random): string {
  const places = [...printed].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
  const turnable = places.slice(1).flatMap((place, index) => {
    const before = places[index] as number;
    const leads = index === 0 && printed[place] === "0";
    return leads || printed[before] === printed[place] ? [] : [[before, place] as const];
  });
  if (turnable.length > 0 && random() < 0.5) {
    const [left, right] = pick(turnable, random);
    const turned = [...printed];
    [turned[left], turned[right]] = [printed[right] as string, printed[left] as string];
    return turned.join("");
  }
  const place = places[0] as number;
  const digits = [..."23456789"].filter((digit) => digit !== printed[place]);
  return printed.slice(0, place) + pick(digits, random) + printed.slice(place + 1);
}

/** An edit that changes the digits of one match. */
function byDigits(pattern: RegExp, change = otherDigits): Family["edit"] {
  return (sentence, random) => swapOne(sentence, pattern, (hit) => change(hit[0], random), random);
}

const BARE =
  "(?<![\\w$€£.,:/#’'+–—-])(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3})(?![\\d%]|[.,:/–-]\\d|-\\w|th\\b|st\\b|nd\\b|rd\\b|s\\b|\\w)";
const count = byDigits(
  new RegExp(
    `(?<!(?:${MONTH}|Title|Section|Article|number|Resolution) )(?!1\\b|24\\b)${BARE}(?! (?:percent|per cent|a\\.m|p\\.m|${SCALE}|or \\d|o'clock))`,
    "g",
  ),
);
const scaled = byDigits(new RegExp(`(?<![\\w$€£.,:/-])\\d+(?:\\.\\d+)?(?= (?:${SCALE})\\b)`, "g"));
const money = byDigits(/(?<=\$)(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d.]|,\d)/g);
const percent = byDigits(/(?<![\w.,$-])(?!100)\d+(?=%| percent\b| per cent\b)/g);
const decimal = byDigits(/(?<![\w.,])\d{1,3}\.\d{1,2}(?![\d.,]|\w)/g, otherDecimal);

/** The point in another place, or one digit another. */
function otherDecimal(printed: string, random: Random): string {
  const [whole = "", part = ""] = printed.split(".");
  const slipped = whole.length > 1 ? `${whole.slice(0, -1)}.${whole.slice(-1)}${part}` : `${whole}${part}`;
  return random() < 0.4 && !slipped.startsWith("0") ? slipped : otherDigits(printed, random);
}

const CARDINALS =
  "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety".split(
    " ",
  );
const ONES = new Set(CARDINALS.slice(0, 11));

/** A number word for one of its own sort: "three" for "five", "forty" for "thirty". */
function otherCardinal(printed: string, random: Random): string {
  const low = ONES.has(printed.toLowerCase());
  const others = CARDINALS.filter((word) => word !== printed.toLowerCase() && ONES.has(word) === low);
  return likeCase(printed, pick(others, random));
}

const worded: Family["edit"] = (sentence, random) =>
  swapOne(
    sentence,
    new RegExp(
      `(?<![\\w'’-]|\\b(?:or|to|one|minus|plus|by|the|of|these|those|${CARDINALS.join("|")}) )(?:${CARDINALS.join("|")})(?![\\w'’]|-(?!year)|,? (?:or|to|and|of (?:us|them|you)|minus|ways|${CARDINALS.join("|")}|one)\\b)`,
      "gi",
    ),
    (hit) => otherCardinal(hit[0], random),
    random,
  );

const AMOUNT = `(?:\\d[\\d.,]*|${CARDINALS.join("|")}|hundred|a|few|several)`;
const SCALES: Readonly<Record<string, readonly string[]>> = {
  thousand: ["million", "hundred"],
  million: ["billion", "thousand"],
  billion: ["million", "trillion"],
  trillion: ["billion", "million"],
};
const scale: Family["edit"] = (sentence, random) =>
  swapOne(
    sentence,
    new RegExp(`(?<=(?<![\\w-])\\$?${AMOUNT} )(?:thousand|million|billion|trillion)\\b`, "gi"),
    (hit) => pick(SCALES[hit[0]] ?? ["million"], random),
    random,
  );

const AMOUNTS = ["dozens", "hundreds", "thousands", "millions", "billions"];
const amount: Family["edit"] = (sentence, random) =>
  swapOne(
    sentence,
    /(?<!\b(?:of|and|or) )\b(?:dozens|hundreds|thousands|millions|billions)(?= of\b)(?! of (?:thousands|millions|billions|hundreds|dollars))/gi,
    (hit) =>
      likeCase(
        hit[0],
        pick(
          AMOUNTS.filter((word) => word !== hit[0].toLowerCase()),
          random,
        ),
      ),
    random,
  );

/** Numbers put for others. */
export const numberFamilies: readonly Family[] = [
  { name: "number_count", edit: count },
  { name: "number_word", edit: worded },
  { name: "number_before_scale", edit: scaled },
  { name: "number_scale", edit: scale },
  { name: "number_vague", edit: amount },
  { name: "number_money", edit: money },
  { name: "number_percent", edit: percent },
  { name: "number_decimal", edit: decimal },
].map((family): Family => ({ ...family, group: "number", material: true, kinds: ["number"] }));
