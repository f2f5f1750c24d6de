/**
 * English cues around a quotation that turn its meaning, as patterns over the words that
 * were cut: before the quotation up to the start of its sentence, after it up to the end.
 * `$` in a front pattern means: up to where the quotation begins.
 */

/** Stands for "no new clause in between". */
const SAME_CLAUSE = "(?:(?![,;:—–]|\\b(?:but|and then|because|although)\\b)[^.?!]){0,120}";

/** Words of denial, inside an omission as before a quotation. */
const DENIALS = [
  "(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|shall|need)(?:n['’]?t| not)\\b",
  "cannot",
  "(?:wo|ca|sha|ai)n['’]?t",
  "not",
  "never",
  "no longer",
  "nor",
  "neither",
  "hardly",
  "scarcely",
  "without",
  "nobody",
  "no one",
  "none of (?:us|them|you)",
  "stop(?:s|ped|ping)? short of",
  "fall(?:s|ing)? short of|fell short of",
  "fail(?:s|ed|ing)? to",
  "refus(?:e|es|ed|ing) to",
  "den(?:y|ies|ied|ying)",
  "reject(?:s|ed|ing)?",
  "rul(?:e|es|ed|ing) out",
  "far from",
  "rather than",
  "instead of",
  "doubt(?:s|ed)?",
  "oppos(?:e|es|ed|ing)",
  "oppos(?:ed|ition) to",
  "unlikely",
];

/** What denies whatever stands behind it in its clause: those, and phrases that deny a clause ("it is false that", "no evidence that"). */
const NEGATORS = [
  ...DENIALS,
  "against",
  "(?:is|it['’]s|was|be|been) (?:\\w+ly |just )?(?:false|untrue|wrong|incorrect|absurd|ridiculous|a lie|a myth|a hoax|nonsense)",
  "(?:myth|lie|fiction|falsehood|hoax|misconception|fallacy)",
  "contrary to",
  "no (?:\\w+ )?(?:evidence|proof|indication|sign|suggestion|truth|basis|grounds|way|chance|possibility|plans?|intention|guarantee)",
  "no (?:\\w+ )?reason to (?:believe|think|suppose|say)",
].join("|");

/** What a negation before it asserts: "nobody denies that", "it does not matter that", "do not forget that", "not only". */
const ASSERTING = [
  "den(?:y|ies|ied|ying)",
  "doubt(?:s|ed|ing|ful)?",
  "disput(?:e|es|ed|ing)",
  "forget(?:s|ting)?|forgot(?:ten)?",
  "care[sd]?",
  "matter(?:s|ed)?",
  "mind",
  "surpris(?:e|es|ed|ing)",
  "secret",
  "question(?:s|ed)?",
  "regret(?:s|ted)?",
  "ignor(?:e|es|ed|ing)",
  "overlook(?:s|ed)?",
  "hid(?:e|es|den)?",
  "mistak(?:e|en)",
  "reali[sz](?:e|es|ed)",
  "notic(?:e|es|ed)",
  "coincidence|accident",
  "(?:the|a) fact",
  "only|just|merely|simply|solely",
].join("|");

/** A negation that leaves what follows asserted. */
export const ASSERTED_BEFORE = new RegExp(
  `(?:\\b(?:no|not|never|nobody|no one|none|cannot|hardly|without|nothing)|n['’]t|can['’]?t)\\b(?:(?![,;:—–])[^.?!]){0,40}?\\b(?:${ASSERTING})\\b${SAME_CLAUSE}$`,
  "iu",
);

/** A subordinate clause that says when or where, begun behind the negation: what it says is taken as so. */
export const SET_ASIDE_BEFORE = /\b(?:when|whenever|while|after|before|since|where|wherever)\s+["“‘]?$/iu;

/** The words stand under a negation that was cut. */
export const NEGATED_BEFORE = new RegExp(`\\b(?:${NEGATORS})\\b${SAME_CLAUSE}$`, "iu");
/** The words are the condition itself, or imagined. */
export const HYPOTHETICAL_BEFORE =
  /\b(?:if|unless|suppos(?:e|ing)|imagine|assum(?:e|ing)(?: that)?|what if|in case|let us say|let['’]s say|pretend|as though|as if|whether|i wish|used to (?:think|believe|say)|once (?:thought|believed))\b(?:(?![,;:—–])[^.?!]){0,160}$/iu;
/** A condition that was cut stands before the words: "If the grant fails, …". */
export const CONDITION_BEFORE =
  /\b(?:if|unless|provided(?: that)?|as long as|so long as|only when|only if|in the event|should (?:we|they|it|he|she|the)\b)[^.?!]{1,240}[,—–]\s*(?:then\s+)?["“‘]?$/iu;
/** Somebody else's words or belief, reported by the speaker. */
export const SECONDHAND_BEFORE =
  /\b(?:(?:some|many|other|most) (?:people |of them |folks )?(?:\w+ )?(?:say|said|think|believe|claim|argue|tell)|(?:people|they|critics|opponents|others|folks) (?:\w+ )?(?:say|said|claim(?:ed)?|think|believe|argue[ds]?|tell me|told me)|there (?:are|were) (?:those|people|some) who|those who (?:\w+ )?(?:say|tell|claim)|i (?:was|am) told|i(?:['’]ve| have)? heard|rumou?rs?|it is (?:said|claimed|alleged)|supposedly|allegedly|he (?:says|said|claims|claimed)|she (?:says|said|claims|claimed)|(?:used to|would) (?:say|tell)|accus(?:e|es|ed) (?:me|us|them|him|her) of|according to \S+|(?:people|those|folks|politicians|critics|some|many)(?: \w+){0,3} who (?:\w+ )?(?:say|said|think|believe|claim|argue|insist|tell)|wants? (?:you|us|me|people|everyone|the \w+) to (?:believe|think)|would have (?:you|us|me) (?:believe|think)|(?:the|this|that) (?:idea|notion|claim|allegation|suggestion|theory|rumou?r) that|in (?:his|her|their|(?:\S+ ){0,3}\S+['’]s?) (?:view|opinion|words|telling|account|eyes))(?:(?![;—–])[^.?!]){0,80}$/iu;
/**
 * Somebody with a name or an office says it: "Marlowe said last week that", "the mayor claims". Bounded, and by capitals
 * or an article alone: verbs of the speaker's own ("I said") are none.
 */
export const NAMED_SAYS_BEFORE =
  /(?:\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b[Tt]he (?:\S+ ){0,2}\p{Ll}[\p{L}-]{2,30}|\b[Mm]y (?:\S+ )?\p{Ll}[\p{L}-]{2,30}|(?<!\p{L})\p{Lu}[\p{L}.'’-]{1,30}) (?:\p{Ll}{3,12}ly |also |once |just |has |have |had |even ){0,2}(?:says?|said|claim(?:s|ed)|argue[sd]|insist(?:s|ed)|report(?:s|ed)|allege[sd]|assert(?:s|ed)|maintain(?:s|ed)|suggest(?:s|ed)|believe[sd]|think|thinks|thought|wrote|writes|announced|declared|predict(?:s|ed)|warn(?:s|ed)|admit(?:s|ted)|(?<=s )(?:say|claim|argue|insist|allege|believe|suggest|maintain|report)|(?:told|assured|informed|warned|promised) (?:me|us|you|them|him|her|(?:the |my |our )?\p{L}+))(?: (?:last|this|yesterday|today|again|recently|earlier|once|then|repeatedly|publicly|on|in) ?(?:\p{L}+ ?){0,2})?,?(?: that\b(?:(?![,;:—–])[^.?!]){0,80}| )$/u;

/** A word right before that limits what follows. */
export const LIMITER_BEFORE =
  /\b(?:(?<!\bnot )only|almost|nearly|hardly|barely|scarcely|at least|at most|up to|an? estimated|estimated|about|around|approximately|roughly|alleged|allegedly|so-called|would-be|former|potential|potentially|supposed|supposedly|fake|no|few|some|some of|many of|most of|most|part of|half of|less than|more than|fewer than|not all|not every)\s+["“‘(]?$/iu;
/** The words are the second half of a contrast. */
export const CONTRAST_BEFORE = /[^.?!;]{1,160},\s*(?:but|yet|although|though)\s+["“‘]?$/iu;
/** The speaker's own caution. */
export const HEDGE_BEFORE =
  /\b(?:i (?:think|believe|guess|suppose|hope|feel|suspect)|perhaps|maybe|possibly|probably|it is possible(?: that)?|it may be(?: that)?|in my (?:view|opinion)|in theory|at first glance)(?:,)?(?: that)?\s+["“‘]?$/iu;

/** What follows in the same sentence takes something back, or sets a condition. */
export const QUALIFIER_AFTER =
  /^(?:[^.?!]{0,200}?[,;:—–-]\s*|\s*)(?:but|unless|if|except|although|though|however|provided|as long as|so long as|only|until|whereas|yet|or so|or else|depending|in theory|at least not|not)\b/iu;
/** The sentence goes on with its negation. */
export const NEGATION_AFTER = /^\s*(?:not|never|n['’]t|no longer|neither|hardly)\b/iu;
/** A negation in the quotation reaches into what was cut: "should not be achieved | by …". */
export const NEGATION_SCOPE_AFTER =
  /^\s*(?:by|because|without|until|unless|before|through|simply|merely|just|only|so long as|at the expense|in order|for the sake|when|where|as long as|if|to the extent|like|as)\b/iu;
/** The report comes after the words: "…, critics say". */
export const SECONDHAND_AFTER =
  /^[,—–\s]+(?:or so\s+)?(?:(?:some|many|most) (?:people )?(?:say|think|believe|claim)|(?:critics|opponents|people|they|others) (?:say|said|claim(?:ed)?|argued?)|according to|as (?:he|she|they) (?:put|said|claimed)|allegedly|supposedly|reportedly)\b/iu;

/** The next sentence takes back or limits. */
export const NEXT_QUALIFIES =
  /^["“‘]?(?:but|however|that said|except|unless|only|yet|still|on the other hand|then again|of course)\b/iu;
/** The next sentence says that it is not so. */
export const NEXT_NEGATES =
  /^["“‘]?(?:no,? (?:they|he|she|it|we|i|you|that|this) (?:do|does|did|is|are|was|were|have|has|had|will|would|can|could)(?: not|n['’]t)\b|(?:that|this|it)(?:['’]s| is| was| would be) (?:(?:just|simply|absolutely|totally|completely|obviously|plainly|actually|really|clearly|flatly|utterly) )?(?:not (?:true|so|right|the case)|n['’]t (?:true|so)|false|wrong|untrue|a lie|nonsense|a myth|absurd)(?=[.!?,;:—–]|$)|(?:that|this|it) (?:isn['’]t|wasn['’]t) (?:true|so|right)|(?:i was|i['’]m|i am) (?:only |just )?(?:joking|kidding)|not true|nonsense|wrong)\b/iu;

/** Reads as a question even without its mark. */
export const ASKS =
  /^["“‘]?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|shall|may|might|must|who|whom|whose|what|when|where|which|why|how|isn['’]t|aren['’]t|don['’]t|didn['’]t|won['’]t|can['’]t)\b/iu;

/** A statement that only asks to be agreed with: "…, right?" */
export const TAG_QUESTION =
  /,\s*(?:right|okay|ok|correct|yeah|yes|no|huh|eh|you know|(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should)(?:n['’]t)? (?:i|you|he|she|it|we|they|there))\?["”’)\]]*$/iu;

/** A denial in any form whose loss in an omission deserves a warning. */
export const DENIAL_WITHIN = new RegExp(
  `\\b(?:${DENIALS.join("|")}|no|none|nothing|excluding|except|(?:vot|argu|campaign|decid|advis)\\w* against|(?:am|is|are|was|were|be|been|speak|spoke|stand|stood) against)\\b|^against\\b|\\bagainst$|n['’]t\\b`,
  "iu",
);
/** A plain negation. */
export const NEGATION_WITHIN =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|hardly)\b|n['’]t\b/iu;
export const CONDITION_WITHIN =
  /\b(?:if|unless|but|except|although|though|however|provided|only|until|whereas|suppose)\b/iu;
