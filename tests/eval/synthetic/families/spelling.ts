import { byExchange, byRules, exchanges, type Family, likeCase, swapOne, type World } from "../family.ts";
import type { Random } from "../random.ts";

/** After "it's" and the like, words that show an "is" and no "has". */
const IS_NEXT =
  "(?= (?:a|an|the|not|about|going|time|important|very|so|just|like|true|in|my|our|your|to|on|all|one|what|hard|because|good|great|really|too|only|never|always|clear|right|wrong|easy|no|why|how|\\w{3,}ing)\\b)";

const expanded = byRules([
  [
    /\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t\b(?! (?:I|you|we|they|he|she|it|that|this|there|the)\b)/g,
    "$1 not",
  ],
  [/\bcan['’]t\b(?! (?:I|you|we|they|he|she|it)\b)/g, "cannot"],
  [/\bcan['’]t\b(?! (?:I|you|we|they|he|she|it)\b)/g, "can not"],
  [/\bwon['’]t\b(?! (?:I|you|we|they|he|she|it)\b)/g, "will not"],
  [/\b(we|they|you|I|he|she|it)['’]ll\b/gi, "$1 will"],
  [/\b(we|they|you)['’]re\b/gi, "$1 are"],
  [/\bI['’]m\b/g, "I am"],
  [/\b(we|they|you|I)['’]ve\b/gi, "$1 have"],
  [new RegExp(`\\b(it|that|there|he|she|what)['’]s\\b${IS_NEXT}`, "gi"), "$1 is"],
  [/\b(it|he|she|there|that)['’]s(?= been\b)/gi, "$1 has"],
  [/\b(I|we|they|you|he|she)['’]d(?= (?:like|love|be)\b)/gi, "$1 would"],
  [/\blet['’]s\b/gi, "let us"],
]);

const made = byRules([
  [
    /(?<=\b(?:I|we|you|they|he|she|it|people|and|but) )(do|does|did|is|are|was|were|has|have|had|would|could|should) not(?= [a-z])/g,
    "$1n't",
  ],
  [/\bcannot\b/g, "can't"],
  [/(?<=[a-z] )will not(?= [a-z])/g, "won't"],
  [/\b(we|they|you|I|he|she|it) will(?= [a-z])/gi, "$1'll"],
  [/\b(we|they|you) are(?= [a-z])(?! (?:or|and|to)\b)/gi, "$1're"],
  [/\bI am(?= (?:a|the|not|going|so|very|proud|sure|in|\w+ing)\b)/g, "I'm"],
  [/\b(we|they|you|I) have(?= (?:been|seen|got|done|made|had)\b)/gi, "$1've"],
  [
    new RegExp(`(?<!what |how |where |who |as |than |is )\\b(it|there|he|she|that) is\\b${IS_NEXT}`, "gi"),
    "$1's",
  ],
]);

const BRITISH =
  exchanges(`color colour|colors colours|favor favour|favorite favourite|honor honour|honored honoured|labor labour
  defense defence|center centre|centers centres|program programme|programs programmes|traveled travelled|traveling travelling
  fulfill fulfil|theater theatre|neighbor neighbour|neighbors neighbours|neighborhood neighbourhood
  neighborhoods neighbourhoods|behavior behaviour|offense offence|license licence|judgment judgement|enrolled enroled
  canceled cancelled|counseling counselling|fueled fuelled|skeptical sceptical|gray grey|rumor rumour|humor humour|armor armour
  endeavor endeavour|harbor harbour|vigorous vigourous|catalog catalogue|dialogue dialog|paralyzed paralysed|analyze analyse
  toward towards|afterward afterwards|learned learnt|aging ageing|pedophile paedophile|leukemia leukaemia
  maneuver manoeuvre|plow plough|mold mould|skillful skilful|meter metre|meters metres|kilometers kilometres|liter litre
  inquiry enquiry|jewelry jewellery|pediatric paediatric|modeling modelling|labeled labelled|marvelous marvellous`);
const spelled = byExchange(BRITISH);
const IZE = /\b(?!(?:size|prize|seize|capsize|citizen|denizen)\w*)[a-z]{4,}iz(?:e|es|ed|ing|ation|ations)\b/g;
const spelling: Family["edit"] = (sentence, random, world) =>
  swapOne(sentence, IZE, (hit) => hit[0].replace(/iz(?=[a-z]{1,6}$)/, "is"), random) ??
  spelled(sentence, random, world);

/** Words of eight letters and more, without those that count, measure or deny. */
const LONG = /(?<![\p{L}'’-])\p{Ll}{8,}(?![\p{L}'’-])/gu;

function slip(change: (word: string, at: number) => string): Family["edit"] {
  return (sentence: string, random: Random, world: World) =>
    swapOne(
      sentence,
      LONG,
      ([word]) => {
        const at = 2 + Math.floor(random() * (word.length - 5));
        const slipped = change(word, at);
        return slipped === word || world.isWord(slipped) ? null : slipped;
      },
      random,
    );
}

const turned = slip(
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
);
const lost = slip((word, at) => word.slice(0, at) + word.slice(at + 1));
const doubled = slip((word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at));

const percent = byRules([
  [/\bpercent\b/g, "per cent"],
  [/\bper cent\b/g, "percent"],
]);

const SPOKEN = byRules([
  [/\bgoing to(?= (?:be|do|have|get|make|take|go|say|see|give|work|need)\b)/g, "gonna"],
  [/\bgonna\b/g, "going to"],
  [/\bgotta\b/g, "got to"],
  [/\bwanna\b/g, "want to"],
  [
    /\b(?:all right|alright)(?=[,.])/gi,
    (hit) => likeCase(hit[0], hit[0].includes(" ") ? "alright" : "all right"),
  ],
  [/\b(?:okay)\b/gi, () => "OK"],
  [/\b(?:any more|anymore)(?=[,.])/g, (hit) => (hit[0].includes(" ") ? "anymore" : "any more")],
]);

/** Contractions and spellings: the same words, written otherwise. */
export const spellingFamilies: readonly Family[] = [
  { name: "contraction_expanded", group: "contraction", edit: expanded },
  { name: "contraction_made", group: "contraction", edit: made },
  { name: "spoken_form", group: "contraction", edit: SPOKEN },
  { name: "british_or_american", group: "spelling", edit: spelling },
  { name: "per_cent", group: "spelling", edit: percent },
  { name: "slip_letters_turned", group: "spelling", edit: turned },
  { name: "slip_letter_lost", group: "spelling", edit: lost },
  { name: "slip_letter_doubled", group: "spelling", edit: doubled },
].map((family): Family => ({ ...family, material: false, kinds: [] }));
