/**
 * Small closed classes of English words whose change changes what was said. Keys are
 * folded and without apostrophes; contractions are already taken apart.
 */

/** The words of a list that white space parts. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

export const NEGATIONS =
  wordSet(`not no never none nobody noone nothing nowhere neither nor cannot without hardly scarcely barely
 rarely seldom refuse refuses refused refusing deny denies denied fail fails failed failing lack lacks lacked
 kein keine keinen nicht nie niemals ne pas jamais ni ninguno nunca`);

/** Negations that are sentence words: dropping or adding one turns the sentence. "deny" and the like also carry content. */
export const PLAIN_NEGATIONS = wordSet(
  "not no never none nobody noone nothing nowhere neither nor without hardly scarcely barely rarely seldom",
);

export const MODALS = wordSet(`can could may might must shall should will would ought need needs
 maybe perhaps possibly probably likely allegedly reportedly apparently presumably supposedly certainly definitely surely`);

export const QUANTIFIERS =
  wordSet(`all every each both most many much several some any few little fewer less more least only
 half always often usually sometimes everyone everybody everything someone somebody something
 almost nearly approximately roughly about exactly entire entirely whole mostly partly largely completely totally fully
 majority minority estimated least alone`);

export const MONTHS: ReadonlyMap<string, number> = new Map(
  `january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec`
    .split("|")
    .flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  `monday mon|tuesday tue tues|wednesday wed|thursday thu thurs|friday fri|saturday sat|sunday sun`
    .split("|")
    .flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** Days told from the one on which they are named. */
export const DEICTIC_DAYS = wordSet("today yesterday tomorrow tonight");

/** Units of measure and currency by their canonical name. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  `percent percentage pct|dollar dollars usd|euro euros eur|pound pounds gbp lb lbs|yen|yuan|ruble rubles rouble roubles|cent cents|pence penny
   rupee rupees inr|franc francs|peso pesos|shilling shillings|krona kronor
   metre metres meter meters|kilometre kilometres kilometer kilometers km kms|centimetre centimetres centimeter centimeters cm|millimetre millimetres millimeter millimeters mm
   mile miles mi|foot feet ft|inch inches|yard yards
   kilogram kilograms kg kgs kilo kilos|gram grams|milligram milligrams mg|ounce ounces oz|ton tons|tonne tonnes|litre litres liter liters|millilitre millilitres milliliter milliliters ml|gallon gallons|degree degrees
   minute minutes mins|hour hours hr hrs|day days|week weeks|month months|year years yr yrs|decade decades|century centuries
   watt watts|kilowatt kilowatts kw|megawatt megawatts mw|gigawatt gigawatts gw|megabyte megabytes mb|gigabyte gigabytes gb|terabyte terabytes tb
   barrel barrels|acre acres|hectare hectares`
    .split(/[|\n]/u)
    .flatMap((group) => {
      const names = group.trim().split(" ");
      return names.map((name): [string, string] => [name, names[0] as string]);
    }),
);
/** Units by what is printed for them right behind figures, as the keys that they are compared by: "46cm", "9am", "30mph". */
export const MEASURES: ReadonlyMap<string, readonly string[]> = new Map([
  ["am", ["am"]],
  ["pm", ["pm"]],
  ["pc", ["@percent"]],
  ["p", ["@pence"]],
  ["mph", ["@mile", "per", "@hour"]],
  ["kph", ["@kilometre", "per", "@hour"]],
  ["kmh", ["@kilometre", "per", "@hour"]],
  ["kwh", ["@kilowatt", "@hour"]],
  ["mwh", ["@megawatt", "@hour"]],
  ["gwh", ["@gigawatt", "@hour"]],
  ...[..."cm mm km kg mg lb lbs oz ft hr hrs yr yrs kw mw gw mb gb tb ml".split(" ")].map(
    (name): [string, string[]] => [name, [`@${UNITS.get(name)}`]],
  ),
]);
/** Symbols that stand for a unit, before or after the number. */
export const UNIT_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["$", "dollar"],
  ["€", "euro"],
  ["£", "pound"],
  ["¥", "yen"],
  ["%", "percent"],
  ["٪", "percent"],
  ["％", "percent"],
  ["°", "degree"],
  ["₹", "rupee"],
  ["¢", "cent"],
]);

/** Words that may come or go without a change of meaning an editor would stop for. */
export const SLIGHT = wordSet(
  "a an the that which who and also then so of to in on at by for per with as is are was were be been have has had do does did it there here this these those",
);

/** Words that join a splice ("…, and …") or open a sentence. */
export const ARTICLES = wordSet("a an the this that these those");

/** Prepositions that speakers and copyists put for one another without a change of meaning. */
export const LOOSE_PREPOSITIONS = wordSet("in on at of into onto upon within");

export const PRONOUNS = wordSet(
  "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose everyone nobody someone anyone one",
);

/** Words spelt in two ways that no pattern tells. The first of each is what both become. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  `ok okay|skeptic sceptic|skeptics sceptics|skeptical sceptical|skepticism scepticism|inquiry enquiry|inquiries enquiries
   inquire enquire|mold mould|molds moulds|plow plough|plows ploughs|draft draught|curb kerb|jail gaol|aging ageing
   mustache moustache|aluminum aluminium|jewelry jewellery|skillful skilful|fulfill fulfil|enroll enrol|pajamas pyjamas
   until till til|though although|everyone everybody|someone somebody|anyone anybody|yes yeah|because cause cos|cozy cosy|ax axe|toward towards|afterward afterwards|among amongst|while whilst|airplane aeroplane|maneuver manoeuvre`
    .split(/[|\n]/u)
    .flatMap((group) => {
      const forms = group.trim().split(" ");
      return forms.map((form): [string, string] => [form, forms[0] as string]);
    }),
);

/** One of the spellings of a word that is spelt in two ways; the word itself where it is not. */
export function spellingVariant(key: string): string {
  return VARIANTS.get(key) ?? key;
}

/** American beside British spelling, by the patterns in which they differ; both sides come out the same. */
export function spellingPattern(key: string): string {
  return key
    .replace(/(?<=\p{L}{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)/u, "iz")
    .replace(/yse(?=d?$|s$)/u, "yze")
    .replace(/our(?=$|s$|ed$|ing$|ite|able|hood|ful|less|al)/u, "or")
    .replace(/(?<=[^aeiou])re(?=s?$)/u, "er")
    .replace(/ogue(?=s?$)/u, "og")
    .replace(/ence(?=s?$)/u, "ense")
    .replace(/ll(?=ed$|ing$|er$|ers$|or$)/u, "l")
    .replace(/ae|oe/gu, "e")
    .replace(/^grey/u, "gray")
    .replace(/amme(?=s?$)/u, "am")
    .replace(/dgement/u, "dgment");
}
