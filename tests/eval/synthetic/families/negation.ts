import { byRules, type Family, likeCase } from "../family.ts";
import { freely, stated } from "./negation-places.ts";

const AUXILIARY = "is|are|was|were|am|do|does|did|has|have|had|will|would|could|should|must|may|might";
const NOT_NEXT =
  "(?!(?:I|you|we|they|he|she|it|the|a|this|that|only|just|simply|merely|even|so|because|enough|least|surprising|to mention|how|what|if|think|doubt|believe|mind|want to)\\b)(?=[a-z])";

const dropped = byRules([
  [
    new RegExp(`\\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t ${NOT_NEXT}`, "g"),
    freely((hit) => hit[0].replace(/n['’]t /, " ")),
  ],
  [new RegExp(`\\b(${AUXILIARY}) not ${NOT_NEXT}`, "g"), freely((hit) => `${hit[1]} `)],
  [
    /(?<=\b(?:have|has|had|I|we|they|he|she|it|would|should|will) )never (?!again|before|mind)(?=[a-z])/g,
    freely(() => ""),
  ],
]);

const modalDropped = byRules([
  [new RegExp(`\\bcan(?:['’]t|not) ${NOT_NEXT}(?!help|wait|stand|afford)`, "g"), freely(() => "can ")],
  [new RegExp(`\\bwon['’]t ${NOT_NEXT}`, "g"), freely(() => "will ")],
]);

/** Nouns that can follow "no", by whether they want an article without it. */
const COUNTED =
  "reason|plan|strategy|place|solution|apology|basis|deal|secret|connection|relationship|chance|right|limit|agreement|penalty";
const UNCOUNTED =
  "evidence|jobs|troops|taxes|experience|interest|plans|votes|support|respect|money|rules|laws|weapons|time|power|authority|records|restrictions|growth|intention|proof|oversight|problems|regrets|leverage";

const nounDropped = byRules([
  [
    new RegExp(`\\b(is|was|be|been|['’]s|have|has|had|got) no (?=(?:${COUNTED})\\b)(?!right to\\b)`, "g"),
    freely((hit) => `${hit[1]} a `),
  ],
  [
    new RegExp(`\\b(is|are|was|were|be|been|['’]s|have|has|had|got|with) no (?=(?:${UNCOUNTED})\\b)`, "g"),
    freely((hit) => `${hit[1]} `),
  ],
  [
    /(?<!\bor )\bwithout (?!(?:a|any|question|objection|further|doubt|it|fail)\b|\w+ing\b)(?=[a-z])/gi,
    freely((hit) => likeCase(hit[0], "with ")),
  ],
]);

/** Words after which nobody puts a negation in, or that already hold one. */
const NOT_HERE =
  "(?!(?:not|never|also|just|always|still|only|all|both|no|none|nothing|nobody|neither|either|some|already|certainly|so|really|very|even|to|and|or|I|be honest|be frank|say|admit|been|why|how|what|where|who|when|like|love|say|tell|argue|hope|think|much|too)\\b)(?=[a-z])";
const SUBJECT = "(?:I|we|they|he|she|you|it|people|Americans|families|countries)";

const added = byRules([
  [
    new RegExp(`(?<=\\b${SUBJECT} )(is|are|was|were|should|would|could|did) ${NOT_HERE}`, "g"),
    stated((hit) => `${hit[1]}n't `),
  ],
  [
    new RegExp(
      `(?<=\\b(?:${SUBJECT}|that|this|who|which|there) )(is|are|was|were|will|should|must|am) ${NOT_HERE}`,
      "g",
    ),
    stated((hit) => `${hit[1]} not `),
  ],
  [
    /(?<=\b(?:I|we|they|he|she|you) (?:have|has|had) )(?=(?:been|seen|done|said|made|known|met|voted|asked|supported|heard|worked|served|taken|given|called|signed|changed|told)\b)/g,
    stated(() => "never "),
  ],
]);

const modalAdded = byRules([
  [new RegExp(`(?<=\\b${SUBJECT} )can ${NOT_HERE}`, "g"), stated(() => "can't ")],
  [new RegExp(`(?<=\\b${SUBJECT} )will ${NOT_HERE}`, "g"), stated(() => "won't ")],
]);

/** Negations lost or put in. */
export const negationFamilies: readonly Family[] = [
  { name: "negation_dropped", group: "negation", material: true, kinds: ["negation"], edit: dropped },
  {
    name: "negated_modal_dropped",
    group: "negation",
    material: true,
    kinds: ["negation", "modality"],
    edit: modalDropped,
  },
  {
    name: "no_dropped",
    group: "negation",
    material: true,
    kinds: ["negation", "quantifier"],
    edit: nounDropped,
  },
  { name: "negation_added", group: "negation", material: true, kinds: ["negation"], edit: added },
  {
    name: "negated_modal_added",
    group: "negation",
    material: true,
    kinds: ["negation", "modality"],
    edit: modalAdded,
  },
];
