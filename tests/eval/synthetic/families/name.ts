import { type Family, swapOne, type World } from "../family.ts";
import { pick, type Random } from "../random.ts";

/** A name in the text, and whom it may be taken for. */
interface Sort {
  names: readonly string[];
  /** What must stand before and after the name, as patterns. */
  before?: string;
  after?: string;
}

const list = (names: string): string[] => names.split("|").map((name) => name.trim());

const NOT_IN_A_NAME = "(?<!\\p{Lu}[\\p{L}.]* )(?<![\\w'’-])";
const NO_NAME_AFTER = "(?![\\w-]| \\p{Lu})";

const COUNTRIES = list(
  "China|Russia|Iran|Iraq|Syria|Mexico|Canada|Israel|Germany|France|Japan|Ukraine|Afghanistan|Pakistan|India|Cuba|Libya|Egypt|Yemen|Saudi Arabia|North Korea|South Korea|Vietnam|Poland|Italy|Brazil|Venezuela|Australia|England",
);
const STATES = list(
  "Ohio|Florida|Texas|Iowa|California|Pennsylvania|Michigan|Wisconsin|Nevada|Arizona|New Hampshire|South Carolina|North Carolina|Minnesota|Massachusetts|New Jersey|Colorado|Illinois|Indiana|Vermont|Arkansas|Louisiana|Kentucky|Alabama|Tennessee|Missouri|Oregon|Alaska|Nebraska",
);
const CITIES = list(
  "Chicago|Detroit|Boston|Baltimore|Philadelphia|Cleveland|Houston|Miami|Seattle|Atlanta|Denver|Dallas|Las Vegas|Los Angeles|San Francisco|New Orleans|Milwaukee|Flint|Moscow|Beijing|London|Paris|Brussels|Helsinki|Baghdad|Mosul|Aleppo|Tehran|Benghazi|Orlando|San Bernardino|Charleston|Ferguson",
);
const FULL_NAMES = list(
  "Donald Trump|Hillary Clinton|Barack Obama|Joe Biden|Bernie Sanders|Mitt Romney|Ted Cruz|Marco Rubio|John Kasich|Jeb Bush|Ronald Reagan|John McCain|Nancy Pelosi|Chuck Schumer|Mike Pence|Tim Kaine|Elizabeth Warren|Vladimir Putin|Xi Jinping|Angela Merkel|John Kerry|James Comey|Robert Mueller|Ben Carson|Carly Fiorina|Chris Christie|Rand Paul|Bill Clinton|George Bush|Dick Cheney|Colin Powell|Paul Ryan|Mitch McConnell|Harry Reid|Kamala Harris|Andrew Cuomo|Scott Walker|Martin Luther King|Abraham Lincoln|Warren Buffett",
);
const SURNAMES = list(
  "Trump|Clinton|Obama|Biden|Sanders|Romney|Cruz|Rubio|Kasich|Reagan|McCain|Pelosi|Schumer|Pence|Kaine|Putin|Assad|Netanyahu|Merkel|Comey|Mueller|Fauci|Cuomo|McConnell",
);

const titled = (title: string, names: string): Sort => ({
  names: list(names),
  before: `(?<=\\b${title} )`,
  after: NO_NAME_AFTER,
});

const PEOPLE: readonly Sort[] = [
  { names: FULL_NAMES, before: "(?<![\\w'’-])", after: "(?![\\w-])" },
  { names: SURNAMES, before: NOT_IN_A_NAME, after: NO_NAME_AFTER },
  titled("(?<!Vice )President", "Obama|Bush|Clinton|Reagan|Trump|Putin|Assad|Carter|Xi|Lincoln|Kennedy"),
  titled("Vice President", "Biden|Pence|Cheney|Gore"),
  titled("Senator", "Sanders|Cruz|Rubio|McCain|Warren|Kaine|Paul|Harris|Obama|Clinton|Klobuchar|Booker"),
  titled("Governor", "Romney|Kasich|Bush|Christie|Walker|Pence|Cuomo|Whitmer"),
  titled("Secretary", "Clinton|Kerry|Mattis|Mnuchin|Pompeo|Carson"),
  titled("Mr\\.", "Trump|Romney|Biden|Putin|Sanders|Cruz|Pence"),
];
const PLACES: readonly Sort[] = [COUNTRIES, STATES, CITIES].map((names) => ({
  names,
  before: NOT_IN_A_NAME,
  after: "(?![\\w-]| (?:\\p{Lu}|[Cc]ity))",
}));
const GROUPS: readonly Sort[] = [
  ["Republicans|Democrats|Libertarians", "(?![\\w-])"],
  [
    "Republican|Democratic",
    "(?= (?:Party|party|president|governor|senator|nominee|candidate|Congress|primary|convention)\\b)",
  ],
  ["Russians|Iranians|Saudis|Israelis|Kurds|Syrians|Mexicans|Turks|Germans|Cubans|Ukrainians", "(?![\\w-])"],
  [
    "Russian|Iranian|Saudi|Israeli|Syrian|Mexican|Chinese|German|Cuban|Ukrainian|Canadian|French|British",
    "(?= \\p{Ll}{4})",
  ],
  ["Muslims|Christians|Jews|Catholics", "(?![\\w-])"],
  ["Hispanics|Latinos|African Americans|Asian Americans", "(?![\\w-])"],
].map(([names = "", after = ""]) => ({
  names: list(names),
  before: "(?<!\\p{Lu}[\\p{L}.]* )(?<![\\w'’-])",
  after,
}));
const BODIES: readonly Sort[] = [
  "FBI|CIA|IRS|NSA|EPA|Pentagon",
  "NATO|NAFTA|OPEC",
  "Medicare|Medicaid",
  "Walmart|Boeing|Apple|Microsoft|Ford|Toyota",
  "Google|Facebook|Twitter",
  "Fox News|CNN|NBC|CBS|MSNBC",
  "New York Times|Washington Post|Wall Street Journal",
  "Pfizer|Moderna|Regeneron",
  "First Amendment|Second Amendment|Fourth Amendment|Fifth Amendment",
  "World War I|World War II",
].map((names) => ({
  names: list(names),
  before: "(?<!(?:Dr\\.|Fort|Gerald|Betty|President|Governor) )(?<![\\w'’.@-])",
  after: "(?![\\w.-]|['’](?!s\\b)| (?:Debate|debate|Poll|\\p{Lu}))",
}));

/** Another of the names that the corpus uses and this sentence does not. */
function other(sort: Sort, name: string, sentence: string, world: World, random: Random): string | null {
  const others = sort.names.filter(
    (each) => each !== name && world.isKnown(each) && !sentence.includes(each) && !name.includes(each),
  );
  return others.length === 0 ? null : pick(others, random);
}

function byName(sorts: readonly Sort[]): Family["edit"] {
  const patterns = sorts.map(
    ({ names, before = "", after = "" }) => new RegExp(`${before}(?:${names.join("|")})${after}`, "gu"),
  );
  return (sentence, random, world) => {
    const edits = sorts.flatMap((sort, index) => {
      const replace = (hit: RegExpExecArray): string | null => other(sort, hit[0], sentence, world, random);
      return swapOne(sentence, patterns[index] as RegExp, replace, random) ?? [];
    });
    return edits.length === 0 ? null : pick(edits, random);
  };
}

/** Names put for others of the same sort. */
export const nameFamilies: readonly Family[] = [
  { name: "person", group: "name", material: true, kinds: ["name"], edit: byName(PEOPLE) },
  { name: "place", group: "name", material: true, kinds: ["name"], edit: byName(PLACES) },
  { name: "people_or_party", group: "name", material: true, kinds: ["name", "word"], edit: byName(GROUPS) },
  {
    name: "body_or_brand",
    group: "name",
    material: true,
    kinds: ["name", "word", "number"],
    edit: byName(BODIES),
  },
];
