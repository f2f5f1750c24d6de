import { byExchange, byRules, exchanges, type Family, likeCase } from "../family.ts";
import { freely, stated } from "./negation-places.ts";

const VERB =
  "(?= (?:is|was|has|had|wants|knows|can|will|should|would|could|believes|did|does|says|said|thinks|told|in this|in the|on this|got|gets|else)\\b)";

const turned = byRules([
  [
    new RegExp(`\\b(?:nobody|no one)${VERB}(?! else| ever)`, "gi"),
    freely((hit) => likeCase(hit[0], hit[0].includes(" ") ? "everyone" : "everybody")),
  ],
  [
    /\bnone of (?=(?:us|them|those|these|the|our|my|his|their|you)\b)/gi,
    freely((hit) => likeCase(hit[0], "all of ")),
  ],
  [/\bneither of (?=(?:us|them|those|these|the|our|you)\b)/gi, freely((hit) => likeCase(hit[0], "both of "))],
  [
    /(?<=\b(?:there['’]s|there is|there was|has|have|had|did|do|does|said|say|know|knew|got|done|doing) )nothing (?=(?:about|in|on|for|from|with|of)\b)/g,
    freely(() => "everything "),
  ],
  [
    /(?<=\b(?:have|has|had|I|we|they|he|she|it|would|should|will|you|could|must) )never (?!again|before|mind)(?=[a-z])/g,
    freely(() => "always "),
  ],
  [
    /(?<=\b(?:is|are|was|were) )now (?=(?:a|the|in|going|being|on|working|at|able|our|my|part|more|one)\b)/g,
    stated(() => "not "),
  ],
  [
    /(?<=\b(?:have|has|had|I|we|they|he|she|it|would|should|will|you|could|must|who|is|are|was|were) )always (?=[a-z])/g,
    stated(() => "never "),
  ],
]);

/** Words and the same under a prefix that denies them. */
const OPPOSITES =
  exchanges(`unable able|unfair fair|illegal legal|illegally legally|impossible possible|unlikely likely
  unconstitutional constitutional|unacceptable acceptable|irresponsible responsible|dishonest honest|unnecessary necessary
  incorrect correct|disagree agree|disagreed agreed|disapprove approve|unsafe safe|insecure secure|inappropriate appropriate
  unprepared prepared|unpopular popular|unqualified qualified|disrespect respect|unwilling willing|undocumented documented
  dishonorable honorable|unsuccessful successful|irrelevant relevant|insufficient sufficient|unreasonable reasonable`);

/** Negations turned to their opposite by another word or another prefix. */
export const oppositeFamilies: readonly Family[] = [
  {
    name: "negation_turned",
    group: "negation",
    material: true,
    kinds: ["negation", "quantifier", "word"],
    edit: turned,
  },
  {
    name: "opposite_prefix",
    group: "negation",
    material: true,
    kinds: ["negation", "word", "modality"],
    edit: byExchange(OPPOSITES),
  },
];
