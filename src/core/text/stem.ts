/** Words whose forms share no stem: verbs mostly, and a few nouns and adjectives. */
const IRREGULAR = `be am is are was were been being|have has had having|do does did done doing|go goes went gone going
say says said saying|make makes made making|take takes took taken taking|come comes came coming|see sees saw seen seeing
get gets got gotten getting|give gives gave given giving|know knows knew known knowing|think thinks thought thinking
find finds found finding|tell tells told telling|become becomes became becoming|leave leaves left leaving
feel feels felt feeling|bring brings brought bringing|begin begins began begun beginning|keep keeps kept keeping
hold holds held holding|write writes wrote written writing|stand stands stood standing|hear hears heard hearing
mean means meant meaning|meet meets met meeting|run runs ran running|pay pays paid paying|sit sits sat sitting
speak speaks spoke spoken speaking|lead leads led leading|grow grows grew grown growing|lose loses lost losing
fall falls fell fallen falling|send sends sent sending|build builds built building|understand understands understood
draw draws drew drawn drawing|break breaks broke broken breaking|spend spends spent spending|rise rises rose risen rising
drive drives drove driven driving|buy buys bought buying|wear wears wore worn wearing|choose chooses chose chosen choosing
win wins won winning|flee flees fled fleeing|fight fights fought fighting|nobody noone
use uses used using|die dies died dying|tie ties tied tying|owe owes owed owing|add adds added adding|agree agrees agreed agreeing|guarantee guarantees guaranteed guaranteeing|free frees freed freeing|knife knives|wife wives|half halves|wolf wolves|teach teaches taught teaching
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|life lives|good better best|bad worse worst
sell sells sold selling|shoot shoots shot shooting|steal steals stole stolen stealing|seek seeks sought seeking
catch catches caught|eat eats ate eaten eating|forget forgets forgot forgotten|throw throws threw thrown|swear swears swore sworn
lie lies lay lain lying|lend lends lent lending|sing sings sang sung|sink sinks sank sunk|drink drinks drank drunk
learn learns learned learnt learning|burn burns burned burnt burning|dream dreams dreamed dreamt dreaming
spell spells spelled spelt spelling|spoil spoils spoiled spoilt spoiling|spill spills spilled spilt spilling|lean leans leaned leant leaning
wake wakes woke woken|strike strikes struck striking|hide hides hid hidden|bear bears bore borne|tear tears tore torn`;

const lemmas = new Map<string, string>();
const formsOfLemma = new Map<string, readonly string[]>();
for (const group of IRREGULAR.split(/[|\n]/u)) {
  const forms = group.trim().split(" ");
  formsOfLemma.set(forms[0] as string, forms);
  for (const form of forms) if (!lemmas.has(form)) lemmas.set(form, forms[0] as string);
}

/** What an irregular verb or noun may have before it and stay irregular: "rebuilt", "overcame", "forgave". */
const PREFIXED = /^(?:re|over|under|out|mis|dis|un|fore|for|with|up)(?=\p{L}{3})/u;

/** The lemma of an irregular word, with its prefix where it has one; undefined for a regular one. */
function lemmaOf(key: string): string | undefined {
  const own = lemmas.get(key);
  if (own !== undefined) return own;
  const prefix = PREFIXED.exec(key)?.[0];
  const rest = prefix === undefined ? undefined : lemmas.get(key.slice(prefix.length));
  return rest === undefined ? undefined : `${prefix}${rest}`;
}

/** The forms of an irregular word, itself among them; none for a regular one. */
export function irregularForms(key: string): readonly string[] {
  return formsOfLemma.get(lemmas.get(key) ?? "") ?? [];
}

/**
 * A stem that forms of one word share: irregular verbs and nouns by table, the rest by
 * stripping -s, -es, -ed, -ing, -ly, -er and a doubled letter or silent e. After Porter's
 * first steps (1980), with less zeal: derivations ("nation", "national") stay apart.
 */
export function stem(key: string): string {
  const irregular = lemmaOf(key);
  if (irregular !== undefined) return bare(irregular);
  return bare(strip(key));
}

function strip(key: string): string {
  if (key.length <= 3) return key;
  switch (key.charAt(key.length - 1)) {
    case "s":
      return stripPlural(key);
    case "d":
      if (key.endsWith("ied") && key.length > 4) return `${key.slice(0, -3)}y`;
      return key.endsWith("ed") && key.length > 4 ? withoutEnding(key, 2) : key;
    case "g":
      return key.endsWith("ing") && key.length > 5 ? withoutEnding(key, 3) : key;
    default:
      return key;
  }
}

function stripPlural(key: string): string {
  if (key.endsWith("ss") || key.endsWith("us") || key.endsWith("is")) return key;
  if (key.endsWith("ies") && key.length > 4) return `${key.slice(0, -3)}y`;
  return key.endsWith("es") && /(?:ches|shes|xes|sses|zes)$/u.test(key)
    ? key.slice(0, -2)
    : strip(key.slice(0, -1));
}

/** A word without "-ed" or "-ing", where a vowel is left. */
function withoutEnding(key: string, letters: number): string {
  const rest = key.slice(0, -letters);
  return /[aeiouy]/u.test(rest) ? undouble(rest) : key;
}

function undouble(stemmed: string): string {
  return /([bdfgmnprt])\1$/u.test(stemmed) ? stemmed.slice(0, -1) : stemmed;
}

/** A silent e is not part of the stem: "achieve", "achieved", "achieving". */
function bare(key: string): string {
  return key.length > 3 && key.endsWith("e") ? key.slice(0, -1) : key;
}
