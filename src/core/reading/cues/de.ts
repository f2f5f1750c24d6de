import { type Cues, NONE, wordSet } from "./cues.ts";

/**
 * German. Every noun has a capital, so a name is two words that are no office, or one behind an
 * office or “Frau”, or the surname of somebody who was named in full. Tested on text of our own
 * writing only: nothing tells how often it is right.
 */
export const GERMAN: Cues = {
  language: "de",
  reading: "tags",
  nounsHaveCapitals: true,
  reportingVerbs:
    wordSet(`sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären betont betonte betonten meint meinte
   meinten antwortet antwortete fragt fragte fragten schreibt schrieb schrieben geschrieben berichtet berichtete berichteten ergänzt
   ergänzte warnt warnte warnten fordert forderte forderten kritisiert kritisierte behauptet behauptete versichert versicherte
   bestätigt bestätigte erzählt erzählte rief ruft verspricht versprach äußert äußerte bemerkt bemerkte twittert twitterte unterstreicht
   unterstrich räumt räumte teilt teilte teilten kündigt kündigte fügt fügte gibt gab entgegnet entgegnete erwidert erwiderte
   bedauert bedauerte bekräftigt bekräftigte mahnt mahnte lobt lobte klagt klagte resümiert resümierte verlangt verlangte beteuert
   beteuerte stellt stellte nennt nannte bezeichnet bezeichnete zitiert zitierte verkündet verkündete spricht sprach gestand gesteht
   argumentiert argumentierte appelliert appellierte verteidigt verteidigte weiß wusste prophezeit prophezeite heißt hieß lautet
   lautete liest`),
  thinkingVerbs: wordSet("denkt dachte glaubt glaubte"),
  sayings: NONE,
  quoting: NONE,
  askingVerbs: NONE,
  alsoNouns: NONE,
  betweenSubjectAndVerb: wordSet(
    `hat haben hatte hatten wird wurde auch dann später zudem weiter noch bereits jetzt nun sich gestern heute erneut dazu dabei
     außerdem jedoch aber schließlich dagegen`,
  ),
  adverb: /(?:weise)$/u,
  be: wordSet("worden"),
  agent: wordSet("von"),
  imagined: wordSet("könnte würde müsste sollte"),
  negations: wordSet("nicht nie"),
  lending: NONE,
  joining: NONE,
  habitual: wordSet("oft immer manchmal"),
  conditional: wordSet("wenn falls"),
  participle: null,
  past: null,
  according: [
    ["laut"],
    ["so"],
    ["nach", "angaben", "von"],
    ["nach", "worten", "von"],
    ["nach", "ansicht", "von"],
  ],
  documents:
    wordSet(`mitteilung bericht brief schreiben text plan erklärung tweet nachricht artikel studie entwurf stellungnahme
   dokument rede schild plakat gutachten papier protokoll pressemitteilung`),
  issuingVerbs: wordSet("veröffentlichte veröffentlicht verschickte unterzeichnete legte verfasste"),
  bodies:
    wordSet(`bundestag bundesrat bundeswehr nato eu stadt land landkreis gemeinde bahn bank feuerwehr gmbh ag konzern unternehmen
   firma`),
  body: /(?:amt|verein|verband|partei|regierung|ministerium|behorde|polizei|gericht|gewerkschaft|senat|kommission|ausschuss|institut|universitat|klinik|gesellschaft|anwaltschaft|verwaltung|stadtrat|gemeinderat|fraktion|initiative|bundnis|stiftung|zeitung|sender|kanzlei|kanzleramt|rathaus)$/u,
  groups:
    wordSet(`anwohner experten fischer abgeordnete bürger eltern lehrer ärzte forscher zeugen nachbarn kritiker demonstranten
   bewohner mitglieder`),
  placeNouns: wordSet("straße platz brücke fluss see insel park bahnhof hafen allee weg berg"),
  regions: wordSet(
    "berlin hamburg münchen köln bremen hannover leipzig dresden stuttgart wien zürich bern bayern sachsen hessen",
  ),
  calendar: wordSet(
    `montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni juli august september
     oktober november dezember anfang ende mitte morgen abend vormittag nachmittag`,
  ),
  openers:
    wordSet(`aber und oder denn doch wenn als da weil in im an am auf mit von vom nach vor bei seit während trotz laut für über
   unter durch ohne gegen um dann heute gestern das dies diese dieser es er sie wir ich man so auch nur noch ja nein was wer wie warum
   wo hier jetzt`),
  coordinating: wordSet("und oder"),
  conjunctions: wordSet("und aber dann"),
  as: wordSet("wie"),
  from: wordSet("von"),
  clauseOpeners: wordSet("und aber dass wenn als weil da ob denn"),
  governing: wordSet("von vom der des aus für"),
  masculine: wordSet(
    "er herr herrn ihm bürgermeister sprecher minister präsident kanzler direktor leiter vorsitzender",
  ),
  feminine: wordSet(
    "sie frau bürgermeisterin sprecherin ministerin präsidentin kanzlerin direktorin leiterin vorsitzende hafenmeisterin",
  ),
  pronouns: wordSet("er sie es wir ich ihr man"),
  relative: NONE,
  determiners: wordSet(
    "der die das den dem des ein eine einer einem einen sein seine ihr ihre unser unsere dieser diese mehrere einige",
  ),
  articles: wordSet("der die das den dem des ein eine einer einem einen"),
  portfolios: NONE,
  nameJoiners: wordSet("von van der den de"),
  tails: wordSet("von vom des der"),
  phraseEnders:
    wordSet(`in im an am auf mit nach vor bei seit während für über unter durch ohne gegen um aus zu zum zur dass und oder
   aber als wenn weil ist sind war waren hat haben hatte hatten wird wurde wurden nicht sich gegenüber bis beim heute gestern morgen`),
  roles:
    wordSet(`bürgermeister bürgermeisterin minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin direktor
   direktorin leiter leiterin chef chefin vorsitzende vorsitzender abgeordnete abgeordneter professor professorin doktor lehrer lehrerin
   anwalt anwältin richter richterin stadtrat stadträtin landrat landrätin senator senatorin kapitän kapitänin trainer trainerin autor
   autorin historiker historikerin ökonom ökonomin experte expertin kommissar kommissarin staatssekretär staatssekretärin general oberst
   könig königin prinz prinzessin bischof papst pfarrer pfarrerin fischer fischerin bibliothekarin bibliothekar anwohner anwohnerin
   kandidat kandidatin gründer gründerin geschäftsführer geschäftsführerin vize ex journalist journalistin reporter reporterin
   ingenieur ingenieurin lotse lotsin`),
  person:
    /(?:meister|meisterin|sprecher|sprecherin|leiter|leiterin|minister|ministerin|prasident|prasidentin|chef|chefin|anwalt|anwaltin|direktor|direktorin|fuhrer|fuhrerin|vorsitzende|vorsitzender|beauftragte|beauftragter|forscher|forscherin|wissenschaftler|wissenschaftlerin|politiker|politikerin|sekretar|sekretarin|trainer|trainerin|ratin|kandidat|kandidatin|experte|expertin)$/u,
  courtesy: wordSet("herr herrn frau dr prof"),
  abbreviations: wordSet("dr prof st"),
  beforeTitles: wordSet("film buch roman lied album serie sendung stück zeitschrift magazin titel"),
  beforeMentions: wordSet(
    "wort begriff ausdruck slogan motto spitzname genannte sogenannte sogenannten sogenannter sogenanntes",
  ),
  afterTitles: NONE,
};
