import { byExchange, byRules, exchanges, type Family, likeCase, type Rule } from "../family.ts";

/** Verbs that turn a sentence into its opposite, each in the same form as its pair. */
const VERBS =
  exchanges(`increase decrease|increases decreases|increased decreased|support oppose|supports opposes
  supported opposed|raise reduce|raised reduced|love hate|loves hates|loved hated|strengthen weaken|accept reject
  accepted rejected|buy sell|bought sold|protect destroy|protected destroyed|remember forget|create destroy
  created destroyed|expand shrink|succeed fail|defended attacked|praised attacked`);
const VERB_BEFORE =
  "(?<=\\b(?:I|we|they|you|he|she|it|to|will|would|can|should|must|who|that|people|and|not|has|have|had|been|was|Republicans|Democrats|always|never) )";
const VERB_AFTER = "(?! (?:of|for|from|to|up|in|system)\\b)(?= [a-z$\\d])";

/** Adjectives and nouns of which one is the other's opposite. */
const OTHERS =
  exchanges(`friends enemies|good bad|stronger weaker|strongest weakest|strong weak|best worst|higher lower
  highest lowest|safe dangerous|war peace|success failure|private public|foreign domestic|easier harder
  problem solution|problems solutions|allies enemies|rich poor|wealthy poor|wonderful terrible|great terrible
  small big|smaller bigger|biggest smallest|largest smallest|larger smaller|victory defeat|imports exports
  employers employees|lower higher|old new|increase decrease`);
const OTHER_BEFORE =
  "(?<!\\b(?:pretty|real|very|a|an|so|too|how|no|as|years|year|months|in the|for|would|to|do|did|doing|done|our|their|my|his) )";
const OTHER_AFTER =
  "(?! (?:morning|evening|night|afternoon|luck|job|jobs|thing|deal|news|lot|faith|Britain|bit|of us|of you|part|up|as|at|enough|question|on|way|to|and|in|service|it|if)\\b)(?= [a-z])";

const verbs = byExchange(VERBS, VERB_BEFORE, VERB_AFTER);
const others = byExchange(OTHERS, OTHER_BEFORE, OTHER_AFTER);

/** Nouns of one sort, as memory puts one for another. */
const SORTS =
  exchanges(`schools hospitals|school hospital|doctors lawyers teachers|doctor lawyer|workers soldiers farmers
  wife sister|husband brother|mother sister|father brother|daughter sister|son brother|grandfather uncle
  grandmother aunt|banks airlines|guns drugs|jobs homes|teachers nurses|nurses teachers|factories farms
  steel coal|oil gas|water food|roads schools|bridges tunnels|airports ports|journalists lawyers|judges generals
  generals judges|sheriff mayor|governor mayor|senator governor|hospital prison|troops diplomats|soldiers nurses
  missiles tanks|students farmers|book letter|churches schools
  lawyers doctors|police army`);
/** A noun that stands alone: not one of a fixed pair of words, nor of a name. */
const ALONE_BEFORE =
  "(?<=\\b(?:the|our|their|my|his|her|your|of|more|many|some|those|these|and|American|to|for|with|new) )";
const ALONE_AFTER =
  "(?= (?:and|in|who|that|was|were|is|are|have|has|to|from|for|with|of|across|at|because|when|we|I|they|on|by)\\b|[.,])";

/** Words that the eye takes for another, and that say something else. */
const LOOKALIKES = exchanges(`country county|countries counties|elected selected|elect select|trial trail
  policy police|started stared|prosecuted persecuted|immigration emigration|causes courses
  military militia|vote veto|votes vetoes|required acquired|reduce produce|reducing producing|reduced produced
  price prize|prices prizes|leaders readers|leader reader|sanctions sections|hired fired|hire fire|hiring firing|reserve deserve|claims aims|destroyed deployed`);
const LOOK_BEFORE = "(?<!\\b(?:of|in due|united) )(?<=[a-z,] )";
const LOOK_AFTER = "(?! (?:off|up|to|like|officers|about|on|with|from|as|officer|department)\\b)(?=[ .,?!])";

/** Whom a statement is about, where the verb's form stays right. */
const PLAIN_VERB =
  "have|will|can|would|should|could|must|had|did|do|want|know|believe|need|went|made|took|got|came|said|told|voted|supported|wanted|knew|saw|worked|created|built|signed|passed|brought|put|cut|asked|started|gave|left|lost|won|are|were|agree|understand|stand|support|live|lead|fight|pay|take|make|get|give";
const PAST_VERB =
  "will|can|would|should|could|must|had|did|went|made|took|got|came|said|told|voted|supported|wanted|knew|saw|worked|created|built|signed|passed|brought|put|cut|asked|started|gave|left|lost|won";
const NO_VERB_I = PLAIN_VERB.replace("|are|were", "");

function subject(from: string, to: string, verbs: string): Rule {
  return [
    new RegExp(
      `(?<![\\w'’-])(?<!\\b(?:and|than|as) )${from} (?=(?:${verbs}) (?!(?:say|tell|you|like|I|we|they|he|she)\\b)[a-z])`,
      "g",
    ),
    (hit) => (hit.index > 0 ? `${to} ` : likeCase("A", `${to} `)),
  ];
}

const pronoun = byRules([
  subject("I", "we", NO_VERB_I),
  subject("I", "they", NO_VERB_I),
  subject("we", "I", NO_VERB_I),
  subject("[Ww]e", "they", PLAIN_VERB),
  subject("[Tt]hey", "we", PLAIN_VERB),
  subject("[Hh]e", "they", PAST_VERB),
  subject("[Hh]e", "I", PAST_VERB),
  subject("[Ss]he", "he", PAST_VERB),
]);
const possessive = byRules([
  [
    /(?<=[a-z] )my (?=[a-z]{4})(?!(?:opinion|view|time|mind|friend|friends|point|question|fellow|colleague|husband|wife|belief|understanding|judgment)\b)/g,
    "your ",
  ],
  [
    /(?<=[a-z] )our (?=[a-z]{4})(?!(?:first|next|audience|moderator|panel|time|discussion|website)\b)/g,
    "their ",
  ],
  [/(?<=[a-z] )their (?=[a-z]{4})(?!(?:own)\b)/g, "our "],
  [/(?<=[a-z] )his (?=[a-z]{4})(?!(?:own|wife)\b)/g, "her "],
]);

const material = { material: true, group: "word" } as const;

/** Content words and persons put for others. */
export const wordFamilies: readonly Family[] = [
  {
    ...material,
    name: "opposite_verb",
    kinds: ["word", "negation", "quantifier", "modality"],
    edit: verbs,
  },
  {
    ...material,
    name: "opposite_word",
    kinds: ["word", "negation", "quantifier", "modality"],
    edit: others,
  },
  {
    ...material,
    name: "other_noun",
    kinds: ["word", "name", "unit"],
    edit: byExchange(SORTS, ALONE_BEFORE, ALONE_AFTER),
  },
  {
    ...material,
    name: "lookalike_word",
    kinds: ["word"],
    edit: byExchange(LOOKALIKES, LOOK_BEFORE, LOOK_AFTER),
  },
  { ...material, group: "pronoun", name: "pronoun_subject", kinds: ["word", "name"], edit: pronoun },
  { ...material, group: "pronoun", name: "pronoun_possessive", kinds: ["word", "name"], edit: possessive },
];
