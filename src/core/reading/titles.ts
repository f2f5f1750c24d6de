/** Words before a name that tell the office or courtesy, not the person. */
export const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady madam madame monsieur herr frau rev reverend fr father
   president vice prime minister chancellor king queen prince princess duke duchess pope
   senator sen representative rep congressman congresswoman governor gov lieutenant lt secretary undersecretary
   ambassador attorney general gen admiral adm colonel col major captain capt sergeant sgt commander officer chief
   mayor councillor councilor councilman councilwoman councilmember alderman alderwoman commissioner chair chairman
   chairwoman chairperson deputy director justice judge speaker clerk spokesman spokeswoman spokesperson
   former acting then elect ceo coach harbour harbor master archbishop bishop cardinal rabbi imam candidate host
   moderator reporter correspondent leader minority majority whip inspector superintendent principal dean`.split(
    /\s+/u,
  ),
);

/** Titles that are family names as well: between a first name and another one they are no office, as in “Stephen King”. */
export const TITLES_OR_FAMILY_NAMES: ReadonlySet<string> = new Set(
  "king queen prince pope bishop cardinal duke lord judge justice major dean master".split(" "),
);

/** Titles that may end a name: behind a word that is none they belong to it. */
export const TITLES_OR_NAMES: ReadonlySet<string> = new Set([
  ...TITLES_OR_FAMILY_NAMES,
  ..."princess chief chair clerk host speaker".split(" "),
]);

/** What else stands before a name in the news, and is no part of it. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(
  `ex late retired rt hon honourable honorable mp msp mep td congressperson cllr comrade señora senora señor senor shri
   earl count countess viscount baron baroness marquess archduke sheikh sheik shaikh ayatollah haji emir sultan boss author actor actress singer economist analyst lawyer detective constable
   premier taoiseach treasurer gentleman sec amb pres det insp monsignor sister brother saint st mme mlle fraulein sra srta`.split(
    /\s+/u,
  ),
);

/** What tells father from son. */
export const SUFFIXES: ReadonlySet<string> = new Set([
  "jr",
  "sr",
  "ii",
  "iii",
  "iv",
  "vi",
  "vii",
  "viii",
  "junior",
  "senior",
]);

/** And behind it: seats and degrees. */
export const BEHIND_NAMES: ReadonlySet<string> = new Set(
  "mp msp mep td mla mpp phd md qc kc obe cbe mbe kbe dds rn esq cpa jd msc bsc".split(" "),
);

/** Whether a folded word before a name tells an office or a courtesy. */
export function isTitleWord(key: string): boolean {
  return TITLES.has(key) || BEFORE_NAMES.has(key);
}

/** Whether a folded word behind a name is no part of it. */
export function isBehindNames(key: string): boolean {
  return BEHIND_NAMES.has(key) || (isTitleWord(key) && !TITLES_OR_NAMES.has(key));
}

const WOMENS_TITLES = new Set(
  "mrs ms miss mme mlle madam madame dame lady frau fraulein señora senora sra srta dona queen princess duchess congresswoman councilwoman chairwoman spokeswoman alderwoman sister actress".split(
    " ",
  ),
);
const MENS_TITLES = new Set(
  "mr sir lord monsieur herr señor senor king prince duke pope father congressman councilman chairman spokesman alderman bishop archbishop cardinal imam monsignor brother actor".split(
    " ",
  ),
);

/** Whether a title, folded, is a woman's or a man's; null for one that may be either's. */
export function genderOfTitle(key: string): "feminine" | "masculine" | null {
  return WOMENS_TITLES.has(key) ? "feminine" : MENS_TITLES.has(key) ? "masculine" : null;
}

/** Titles with which a first name alone is a name: whoever has one is not everyone of that first name. */
const REGNAL = new Set("pope king queen prince princess emperor sultan saint st".split(" "));

export function isRegnal(key: string): boolean {
  return REGNAL.has(key);
}

/** What tells one of several who are called alike, as transcripts and plays number their soldiers. */
const ORDINALS = new Set(
  "first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th".split(" "),
);

export function isOrdinal(key: string): boolean {
  return ORDINALS.has(key);
}
