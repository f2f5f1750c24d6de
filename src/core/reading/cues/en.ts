import { type Cues, wordSet } from "./cues.ts";

/**
 * English. Verbs are given as lemmas and inflected by rule. A verb is here when what follows it in
 * quotation marks is most often words of its subject; the rest are read by where they stand.
 */

const REGULAR = `accuse acknowledge add admit admonish advise affirm allege announce answer appeal argue ask assail assert
assure attest aver bark beg bellow bemoan berate blame blast blog boast brag brand call caution challenge chant characterise
characterize charge chide cite claim clarify command comment complain concede conclude concur condemn confess confide confirm
contend continue counsel counter crack criticise criticize croon cry decry deadpan declare decree defend demand denounce deny
deplore deride describe diagnose disclose dismiss dispute dub echo elaborate email emphasise emphasize enthuse exclaim
explain express exhort fume gasp gripe groan growl grumble gush hail highlight hint holler implore imply inform insist
instruct interject interrupt intone joke lament label lambast lambaste laud lecture liken maintain marvel mention message
mock moan mumble murmur muse mutter note object observe opine order outline phrase plead pledge point portray post
praise preach predict proclaim profess promise pronounce propose protest question quip quote rail rant rave reaffirm reason
reassure rebuff rebuke rebut recall recite recommend record recount refer reference reflect reiterate rejoin relate remark
remember remind reminisce repeat reply report request respond retort reveal rhapsodize roar scoff scold scream shout
shriek sigh signal slam snap snarl sneer sniff sniffle sob specify speculate state stipulate stress suggest summarise
summarize surmise tease term testify text theorise theorize threaten thunder tout trumpet tweet underline underscore
urge vent voice volunteer vow wail warn welcome whisper wonder worry yell
agree chime chortle chuckle publish rate retweet`;

const IRREGULAR: Readonly<Record<string, string>> = {
  say: "say says said saying",
  tell: "tell tells told telling",
  write: "write writes wrote written writing",
  read: "read reads reading",
  speak: "speak speaks spoke spoken speaking",
  put: "put puts putting",
  go: "went goes",
  hold: "hold holds held",
  swear: "swear swears swore swearing",
  sing: "sing sings sang singing",
};

function inflect(lemma: string): string[] {
  if (lemma.endsWith("y") && !/[aeo]y$/u.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [lemma, `${stem}ies`, `${stem}ied`, `${lemma}ing`];
  }
  if (lemma.endsWith("e")) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  const doubled = /^(?:admit|refer|quip|slam|snap|dub|chat|rebut|brag|beg|sob|aver|blog)$/u.test(lemma)
    ? lemma + lemma.slice(-1)
    : lemma;
  const s = /(?:s|sh|ch|x|z)$/u.test(lemma) ? "es" : "s";
  return [lemma, `${lemma}${s}`, `${doubled}ed`, `${doubled}ing`];
}

const REPORTING_VERBS = new Set([
  ...REGULAR.trim().split(/\s+/u).flatMap(inflect),
  ...Object.values(IRREGULAR).flatMap((forms) => forms.split(" ")),
]);

const MODALS = "would could might may should must can shall";

const ENDERS = `in on at to of from with by about after before during when while as that who which whom whose and but or for into
   onto over under above below because if since until till is was were are be been has have had do does did will would could
   can may might must should shall without within outside inside through throughout via per despite against between
   among amid toward towards upon across around near behind beside beyond off out up down away along like unlike than
   then so not though although unless whether where why how here there now too just even also only last next this
   these those gave found took made left met went came saw got kept won lost sent began ran sold built brought bought caught fell
   felt grew paid rose sat stood taught threw wore fought drew drove today yesterday tomorrow tonight earlier later ago recently once again ahead instead rather soon`;

export const ENGLISH: Cues = {
  language: "en",
  reading: "full",
  nounsHaveCapitals: false,
  reportingVerbs: REPORTING_VERBS,
  thinkingVerbs: wordSet(
    "think thinks thought thinking imagine imagines imagined imagining wish wishes wished",
  ),
  sayings:
    wordSet(`claim claims assertion assertions allegation allegations accusation words description warning warnings promise
   promises remark remarks comment comments reply response retort suggestion insistence contention argument vow pledge demand
   denial criticism quip joke jibe complaint observation admission boast prediction refrain mantra`),
  quoting: wordSet("that"),
  askingVerbs: wordSet("asked asks pressed questioned quizzed interviewed"),
  alsoNouns:
    wordSet(`order orders report reports claim claims call request note notes point points state states record quote
   comment comments question questions rate answer cry demand demands hint joke label promise protest reply shout signal snap
   urge voice voices whisper stress blast praise post posts plan plans charge charges mention reason wonder release remark
   remarks message messages text texts express brand brands term terms object objects blame challenge reference references request
   requests worry worries appeal appeals command crack defence echo email emails lecture outline tease tweet tweets answers
   quotes labels promises protests replies jokes hints signals accounts blog blogs threat threats phrase phrases`),
  betweenSubjectAndVerb:
    wordSet(`has have had also later then earlier previously once again recently further simply just
   repeatedly ${MODALS} will did does do is was were are be been being now never often always first yesterday today still
   ever even didnt doesnt dont wont wouldnt hasnt havent hadnt cannot cant himself herself themselves itself not to soon next tonight meanwhile however too`),
  adverb: /ly$/u,
  be: wordSet("is are was were be been being"),
  agent: wordSet("by"),
  imagined: wordSet("would could might may should must"),
  habitual: wordSet("often always sometimes frequently usually repeatedly regularly later then"),
  conditional: wordSet("if imagine pretend pretending suppose supposing"),
  negations: wordSet(
    "not never didnt doesnt dont wont wouldnt hasnt havent hadnt cannot cant nobody neither nor",
  ),
  lending:
    wordSet(`with of hear hears heard remember remembers remembered recall recalls recalled see sees saw catch catches caught
   quote quotes quoted film filmed films recorded show shows showed shown showing footage video`),
  joining: wordSet("as of for from"),
  participle: /ing$/u,
  past: /(?:[^aeiou]ed|[aeiou]ed|ied)$/u,
  according: [["according", "to"], ["per"], ["in", "the", "words", "of"]],
  documents:
    wordSet(`statement plan report letter memo memorandum tweet post document proposal paper study release communique
   resolution order ruling opinion decision declaration treaty agreement draft bill law act speech address email message text
   editorial article manifesto motion petition filing complaint indictment notice poster banner sign headline website book
   survey poll lawsuit affidavit transcript ad advert advertisement pamphlet leaflet caption placard note column blog
   missive brief subpoena warrant script diary caption inscription plaque`),
  issuingVerbs:
    wordSet(`issued issue issues released release releases published publishes wrote unveiled presented sent adopted
   signed approved proposed posted tabled circulated submitted filed put tweeted`),
  bodies:
    wordSet(`ministry nations board council party committee commission department agency bureau office university college
   institute company corporation corp inc ltd group bank union association federation foundation court government parliament
   congress senate house administration authority authorities police force forces army navy embassy press news times post
   journal herald tribune courier gazette network hospital school church team club centre center fund trust society league
   alliance organization organisation coalition campaign secretariat states kingdom republic city county district service
   museum magazine radio television tv daily weekly observer guardian mail telegraph standard review institution laboratory
   academy chamber conference caucus assembly tribunal treasury cabinet pac institute pentagon kremlin reuters bloomberg
   project initiative movement partnership`),
  body: null,
  groups:
    wordSet(`officials residents critics supporters experts analysts lawmakers leaders members police prosecutors lawyers
   reporters scientists researchers economists campaigners organisers organizers workers voters people sources aides advisers
   authorities republicans democrats conservatives liberals opponents protesters activists students parents teachers doctors
   investigators detectives witnesses neighbours neighbors friends relatives colleagues historians observers pollsters
   strategists attorneys senators ministers councillors councilors fans readers viewers users`),
  placeNouns: wordSet(
    "street road avenue lane square bridge river lake sea ocean island bay park hill mountain valley airport station quay harbour harbor hall tower",
  ),
  regions:
    wordSet(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
   indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
   nevada new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma oregon pennsylvania
   rhode-island south-carolina south-dakota tennessee texas utah vermont virginia west-virginia wisconsin wyoming ontario
   quebec alberta manitoba saskatchewan new-south-wales queensland victoria northern-ireland yorkshire cornwall kent essex
   london paris chicago boston philadelphia los-angeles san-francisco new-orleans miami seattle denver cleveland detroit
   manchester liverpool birmingham glasgow dublin sydney melbourne toronto brussels berlin geneva`),
  calendar: wordSet(
    `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
     november december christmas easter feb apr aug sep sept oct nov dec`,
  ),
  openers:
    wordSet(`even but and yet so while when as if though although after before since because then still also only just for
   in on at by with from to of like unlike despite during once until meanwhile however later earlier today yesterday not or nor
   both asked speaking that this these those there here what who how why where which now perhaps maybe thus hence instead
   all most some many few one several none according moreover furthermore additionally nevertheless nonetheless last next every each no yes well oh`),
  coordinating: wordSet("and or nor"),
  conjunctions: wordSet("and but then or"),
  as: wordSet("as"),
  from: wordSet("from"),
  clauseOpeners: wordSet(
    `and but that when while as because if where so though although whether yet then until since after before or nor`,
  ),
  governing:
    wordSet(`of for from in at with against to about on by beside behind near outside under over between among across
   along around inside within through off into onto via`),
  masculine: wordSet(
    `he him his himself mr sir lord father king prince duke chairman spokesman councilman congressman alderman businessman
     anchorman policeman fireman grandfather husband son brother uncle actor`,
  ),
  feminine: wordSet(
    `she her hers herself mrs ms miss lady dame madam queen princess duchess chairwoman spokeswoman councilwoman congresswoman
     alderwoman mother businesswoman anchorwoman policewoman grandmother wife daughter sister aunt actress`,
  ),
  pronouns: wordSet("he she they it i we you"),
  relative: wordSet("who"),
  determiners: wordSet("the a an his her their its our my your this that one another some many most several"),
  articles: wordSet("the a an"),
  portfolios:
    wordSet(`state staff defense defence war homeland security foreign external internal home affairs national intelligence
   health education schools labor labour exchequer treasury finance energy justice agriculture commerce trade transport
   transportation interior housing environment culture veterans communications operations elections works opposition
   commons lords rolls`),
  nameJoiners: wordSet("of for de van von der den la le al el bin ibn da di du dos das the"),
  tails: wordSet("of for"),
  phraseEnders: wordSet(ENDERS),
  roles:
    wordSet(`senator spokesman spokeswoman spokesperson cllr pc mp msp sheikh ayatollah striker goalkeeper midfielder defender winger grandad minister president mayor councillor councilor chairman chairwoman
   chairperson chair commissioner director professor teacher doctor lawyer judge officer chief manager coach leader author
   analyst economist founder owner resident executive captain librarian treasurer master harbour harbor candidate ambassador
   secretary governor representative congressman congresswoman king queen prince bishop archbishop cardinal duke duchess earl pope prime vice deputy former head
   adviser advisor aide ally attorney strategist consultant widow widower wife husband son daughter brother sister mother father
   friend colleague rival opponent nominee critic expert host anchor reporter correspondent editor columnist journalist writer
   historian scientist researcher student veteran activist organiser organizer delegate constituent supporter voter donor member
   official boss star actor actress singer rapper comedian producer filmmaker artist musician poet novelist player pilot nurse
   farmer fisherman businessman businesswoman entrepreneur investor banker broker trader accountant engineer architect pastor
   priest rabbi imam sheriff sergeant lieutenant colonel major general admiral commander detective inspector superintendent constable
   prosecutor lawmaker legislator whip speaker premier chancellor envoy diplomat negotiator moderator cofounder
   partner fellow counsel clerk operative pollster surrogate pundit commentator blogger cop neighbour neighbor
   bureau cabinet republican democrat conservative liberal libertarian independent tory consultant assistant attendant merchant servant tenant immigrant migrant agent client patient parent dissident
   hacker trucker driver baker lawyer employer employee trustee appointee referee refugee retiree settler rancher prisoner
   protester campaigner barrister skipper voter dealer waiter waitress photographer biographer philosopher boxer golfer footballer
   scholar tutor successor predecessor sponsor survivor creditor auditor translator interpreter narrator spectator victim chef nun
   monk child girl boy teenager pensioner customer neighbour user member founder insider outsider newcomer manager trainer ranger
   carpenter plumber butcher grocer publisher printer bookseller librarian preacher pilgrim traveller traveler commuter passenger
   ruler rebel soldier sailor marine gunner hunter fisher skier runner swimmer rower winner loser challenger
   contender frontrunner`),
  person: /(?:ist|ian|eer|yst|man|woman|person|maker|worker|holder|goer|fighter|keeper)$/u,
  courtesy: wordSet("mr mrs ms miss mx sir madam dr"),
  abbreviations:
    wordSet(`mr mrs ms mx dr prof sen sens rep reps gov gens gen lt col sgt capt cmdr adm maj cpl pvt rev hon st jr sr
   del amb sec pres supt det insp atty dep asst fr msgr us uk`),
  beforeTitles:
    wordSet(`on of titled entitled called named hosts hosting starring film movie book novel song album show series
   programme program episode podcast documentary musical play poem essay article column magazine newspaper sitcom drama comedy
   hit single track sequel memoir biography thriller opera sketch segment newsletter blog website exhibition watch watching
   told tells telling tell wrote sang sings directed directs produced performed performs recorded played plays starred starring
   published cowrote authored authors watched read reads hosted`),
  beforeMentions:
    wordSet(`socalled term terms word words phrase slogan slogans motto mottos hashtag nickname nicknamed
   aka dubbed known label labelled labeled sign signs banner banners placard shirt shirts tshirt hat hats sticker moniker
   expression concept notion tag codenamed category button buttons`),
  afterTitles:
    wordSet(`show podcast film movie series programme program song album book novel episode star host cohost
   director actor actress singer author interview appearance segment column magazine premiere trailer video tour concert
   musical documentary sketch franchise`),
};
