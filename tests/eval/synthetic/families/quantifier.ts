import { byRules, type Family, likeCase, type Replace } from "../family.ts";

const PLURALS =
  "Americans|people|children|women|men|workers|students|states|citizens|countries|nations|families|Muslims|Republicans|Democrats|countries|veterans|immigrants|kids|companies|candidates";
const OF = "(?= of (?:us|you|them|these|those|the|our|your|their|his|my|this|that)\\b)";
const NEVER_SO =
  "(?<!\\b(?:at|after|above|first of|once and for|not|how|as|that|not|very|many|many,|a great|all|the|no|any|or|and|his|her|our|its|what|some) )";

const COUNTS: Readonly<Record<string, readonly string[]>> = {
  all: ["some", "most"],
  most: ["some", "few"],
  some: ["all", "most"],
  many: ["few"],
  few: ["many"],
};
const counted: Replace = (hit) => {
  const others = COUNTS[hit[0].toLowerCase()] ?? [];
  return likeCase(hit[0], others[hit.index % Math.max(1, others.length)] ?? hit[0]);
};
const quantifiers = byRules([
  [
    new RegExp(`${NEVER_SO}\\b(?:all|most|some|many)\\b${OF}(?! of (?:that|this|the time|the sudden))`, "gi"),
    counted,
  ],
  [new RegExp(`${NEVER_SO}(?<!so |too )\\b(?:all|most|some|many)(?= (?:${PLURALS})\\b)`, "gi"), counted],
  [/\b(?:so|too) many\b(?! of)/gi, (hit) => hit[0].replace("many", "few")],
  [/\ba few(?= (?:years|months|weeks|days|people|things|minutes|hours|million|states|countries)\b)/g, "many"],
]);
const each = byRules([
  [
    /\bevery (?:single )?(?=(?:person|child|American|family|country|state|worker|citizen|woman|man|nation|community|school|student|president|company|senator|county|vote|veteran|business|senior)\b)/gi,
    (hit) => likeCase(hit[0], "no "),
  ],
  [
    /\b(?:everybody|everyone)(?= (?:is|was|wants|knows|should|can|has|in this|in the|in our|who|deserves|agrees|needs|gets|thinks|understands|said|says|pays|had)\b)/gi,
    (hit) => likeCase(hit[0], "somebody"),
  ],
  [/\beach of (?=(?:us|them|these|those|our|the)\b)/gi, "some of "],
]);
const compared = byRules([
  [
    /(?<!\b(?:once|no|any|and|much|or|the|far|even|one|one) )\bmore than (?=(?:\$?\d|half|two|three|four|five|ten|twenty|thirty|fifty|a (?:million|billion|trillion|hundred|thousand|third|quarter|decade|year)))/gi,
    "less than ",
  ],
  [/\bless than (?=(?:\$?\d|half|two|three|four|five|ten|a ))/gi, "more than "],
  [
    /(?<=\b(?:have|need|get|make|create|created|bring|pay|paid|spend|spent|raise|a lot|far|much|want|put|even|costs?|got|give|produce|with|got) )more (?=(?:money|jobs|taxes|people|tax|time|power|control|support|oil|energy|work|troops|pressure|security|regulation|revenue|debt|freedom|opportunity|spending|growth|guns|gas|coal|respect)\b)/g,
    (hit) =>
      /\b(?:jobs|taxes|people|troops|guns)\b/.test(hit.input.slice(hit.index, hit.index + 12))
        ? "fewer "
        : "less ",
  ],
  [/\bat least (?=(?:\$?\d|two|three|four|five|ten|a (?:million|hundred|thousand)|half))/gi, "at most "],
  [
    /(?<=\b(?:is|are|was|were|it's|be|been|become|becoming|much|far|even) )more (?=(?:dangerous|important|difficult|expensive|powerful|likely|effective|secure|competitive|affordable|stable|complicated|efficient|successful|prosperous|popular|serious|open|aggressive|productive)\b)/g,
    "less ",
  ],
]);
const limits = byRules([
  [
    /(?<!\b(?:the|about|my|his|our) )\b(?:only|almost|nearly|at least|more than|less than|fewer than|up to) (?=(?:\$?\d|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|half)\b)/g,
    "",
  ],
]);
const often = byRules([
  [
    /(?<=\b(?:have|has|had|I|we|they|he|she|it|would|should|will|you|is|are|was|were|who) )always (?=[a-z])/g,
    "sometimes ",
  ],
  [
    /(?<=\b(?:have|has|had|I|we|they|he|she|it|would|will|you|is|are|was|were|who) )(?:often|usually|sometimes) (?=[a-z])/g,
    "always ",
  ],
]);

/** Quantifiers put for others: how many, how often. */
export const quantifierFamilies: readonly Family[] = [
  { name: "quantifier", edit: quantifiers, kinds: ["quantifier"] as const },
  { name: "each", edit: each, kinds: ["quantifier", "negation"] as const },
  { name: "comparison", edit: compared, kinds: ["quantifier"] as const },
  { name: "limit_dropped", edit: limits, kinds: ["quantifier", "omission", "number"] as const },
  { name: "frequency", edit: often, kinds: ["quantifier", "word"] as const },
].map((family): Family => ({ ...family, group: "quantifier", material: true }));
