/**
 * English words that tell who said something, as data: another language is another file
 * of this shape. Lists are lower case; verbs are given as lemmas and inflected by rule.
 */

const REGULAR = `add admit acknowledge allege announce answer argue ask assert assure boast call caution charge cite claim
comment complain concede conclude confess confirm contend continue counter cry declare demand deny describe disclose
echo emphasize emphasise exclaim explain express hint imply inform insist joke lament label maintain mention mock murmur mutter
note observe opine order plead pledge point post praise predict proclaim promise pronounce propose protest question quip
quote reassure recall recommend recount refer reflect reiterate relate remark remind repeat reply report request respond
retort reveal scoff shout sigh signal slam snap state stress suggest testify thunder tweet urge voice volunteer vow warn
whisper wonder yell accuse assail blast condemn criticise criticize denounce dismiss dub rate chant record reason
publish urge welcome conclude agree`;

const IRREGULAR: Readonly<Record<string, string>> = {
  say: "say says said saying",
  tell: "tell tells told telling",
  write: "write writes wrote written writing",
  read: "read reads reading",
  speak: "speak speaks spoke spoken speaking",
  think: "think thinks thought thinking",
  put: "put puts putting",
  go: "went goes",
  hold: "hold holds held",
  swear: "swear swears swore swearing",
  sing: "sing sings sang singing",
};

/** Every form of every reporting verb. Those of `plan calls`, `statement reads` are here too: documents speak. */
export const REPORTING_VERBS: ReadonlySet<string> = new Set([
  ...REGULAR.trim().split(/\s+/u).flatMap(inflect),
  ...Object.values(IRREGULAR).flatMap((forms) => forms.split(" ")),
]);

function inflect(lemma: string): string[] {
  if (lemma.endsWith("y") && !/[aeo]y$/u.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [lemma, `${stem}ies`, `${stem}ied`, `${lemma}ing`];
  }
  if (lemma.endsWith("e")) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  const doubled = /^(?:admit|refer|quip|slam|snap|dub|chat)$/u.test(lemma) ? lemma + lemma.slice(-1) : lemma;
  const s = /(?:s|sh|ch|x|z)$/u.test(lemma) ? "es" : "s";
  return [lemma, `${lemma}${s}`, `${doubled}ed`, `${doubled}ing`];
}

/** Forms that are more often nouns: after an article or an adjective they report nothing. */
export const ALSO_NOUNS: ReadonlySet<string> = new Set(
  `order orders report reports claim claims call request note notes point points state states record quote comment comments
   question questions rate answer cry demand demands hint joke label promise protest reply shout signal snap urge voice voices
   whisper stress blast praise post posts plan plans charge charges mention reason wonder release record remark remarks`.split(
    /\s+/,
  ),
);

/** Words that may stand between a subject and its reporting verb. */
export const BETWEEN_SUBJECT_AND_VERB: ReadonlySet<string> = new Set(
  `has have had also later then earlier previously once again recently further simply just repeatedly would will did
   does is was were are be been being now never often always first since yesterday today`.split(/\s+/),
);

/** Things that are written and so can "read", "say" or "call for". */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  `statement plan report letter memo memorandum tweet post document proposal paper study release communique resolution
   order ruling opinion decision declaration treaty agreement draft bill law act speech address email message text editorial
   article manifesto motion petition filing complaint indictment notice poster banner sign headline website book survey poll`.split(
    /\s+/,
  ),
);

/** What an issuer does with a document. */
export const ISSUING_VERBS: ReadonlySet<string> = new Set(
  `issued issue issues released release releases published publishes wrote unveiled presented sent adopted signed approved
   proposed posted tabled circulated submitted filed put`.split(/\s+/),
);

/** A capitalised phrase with one of these is a body, not a person. */
export const ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
  `ministry nations board council party committee commission department agency bureau office university college institute
   company corporation corp inc ltd group bank union association federation foundation court government parliament congress
   senate house administration authority authorities police force forces army navy ministry embassy press news times post
   journal herald tribune courier gazette network hospital school church team club centre center fund trust society league
   alliance organization organisation coalition campaign secretariat states kingdom republic city county district service`.split(
    /\s+/,
  ),
);

/** Plurals and groups who speak without a name. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  `officials residents critics supporters experts analysts lawmakers leaders members police prosecutors lawyers reporters
   scientists researchers economists campaigners organisers organizers workers voters people sources aides advisers authorities`.split(
    /\s+/,
  ),
);

/** A capitalised phrase that ends in one of these is a place. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  "street road avenue lane square bridge river lake sea ocean island bay park hill mountain valley airport station quay harbour harbor hall".split(
    " ",
  ),
);

/** Words that may open a sentence with a capital and belong to no name. */
export const OPENERS: ReadonlySet<string> = new Set(
  `even but and yet so while when as if though although after before since because then still also only just for in on at by
   with from to of like unlike despite during once until meanwhile however later earlier today yesterday not or nor both`.split(
    /\s+/,
  ),
);

export const MASCULINE: ReadonlySet<string> = new Set(
  "he him his mr sir lord father king prince duke chairman spokesman councilman congressman alderman".split(
    " ",
  ),
);
export const FEMININE: ReadonlySet<string> = new Set(
  "she her hers mrs ms miss lady dame madam queen princess duchess chairwoman spokeswoman councilwoman congresswoman alderwoman mother".split(
    " ",
  ),
);
export const PRONOUNS: ReadonlySet<string> = new Set("he she they it i we".split(" "));
export const DETERMINERS: ReadonlySet<string> = new Set(
  "the a an his her their its our this that one another some many most several".split(" "),
);
/** Words that hold a name together: "Bank of England", "Ludwig van Beethoven". */
export const NAME_JOINERS: ReadonlySet<string> = new Set(
  "of for de van von der den la le al bin ibn da di du and".split(" "),
);
/** Lower-case words that end a noun phrase when reading forward. */
export const PHRASE_ENDERS: ReadonlySet<string> = new Set(
  `in on at to of from with by about after before during when while as that who which and but or for into over because if
   since until is was were are has have had`.split(/\s+/),
);
