import { type Cues, NONE, wordSet } from "./cues.ts";

/**
 * French. Verbs in -er are inflected by rule; folded, the present and the participle of most are one
 * word (“déclare”, “déclaré”). Tested on text of our own writing only: nothing tells how often it is right.
 */

const REGULAR = `affirmer ajouter analyser annoncer argumenter assurer avouer clamer commenter confier confirmer conseiller crier
 critiquer demander déclarer dénoncer détailler estimer exiger expliquer exprimer glisser indiquer insister ironiser juger lancer
 marteler murmurer noter nuancer observer plaider poster préciser proclamer protester raconter rapporter regretter remarquer
 résumer rétorquer riposter répliquer souligner souhaiter supplier tempérer témoigner trancher tweeter exclamer interroger
 indigner inquiéter féliciter alerter marteler ordonner déplorer lâcher`;
const IRREGULAR = `dit dits dite dites disait disaient disent répond répondu répondait répondent répondit écrit écrivait écrivent admet
 admis admettait reconnaît reconnu reconnaissait prévient prévenu prévenait soutient soutenu soutenait promet promis promettait
 poursuit poursuivi poursuivait conclut conclu concluait avertit averti prédit rappelle rappelé rappelait rappellent répète répété
 répétait révèle révélé considère considéré martèle reprend repris renchérit renchéri réjouit réjoui lit lisait lu
 enchaîne enchaîné`;

function inflect(lemma: string): string[] {
  const stem = lemma.slice(0, -2);
  return ["e", "es", "é", "ée", "és", "ées", "ent", "ait", "aient", "a", "èrent", "ant"].map(
    (end) => stem + end,
  );
}

export const FRENCH: Cues = {
  language: "fr",
  reading: "tags",
  nounsHaveCapitals: false,
  reportingVerbs: new Set([
    ...wordSet(REGULAR.trim().split(/\s+/u).flatMap(inflect).join(" ")),
    ...wordSet(IRREGULAR),
  ]),
  thinkingVerbs: wordSet("pense pensé pensait songe songeait imagine imaginait"),
  sayings: NONE,
  quoting: NONE,
  askingVerbs: NONE,
  alsoNouns: wordSet("demande poste rapporte note lance"),
  betweenSubjectAndVerb: wordSet(
    `a ont avait avaient aura t se s sest sétait sont est était ensuite encore aussi toutefois également déjà ainsi même lui leur nous
     me ne pas n y en récemment hier aujourdhui enfin finalement alors`,
  ),
  adverb: /ment$/u,
  be: wordSet("été être"),
  agent: wordSet("par"),
  imagined: wordSet("aurait pourrait devrait"),
  negations: wordSet("pas jamais"),
  lending: NONE,
  joining: NONE,
  habitual: NONE,
  conditional: wordSet("si"),
  participle: null,
  past: null,
  according: [["selon"], ["dapres"], ["suivant"]],
  documents:
    wordSet(`communiqué rapport lettre texte plan déclaration tweet message courriel article étude projet note document
   mémo discours billet affiche panneau avis arrêté`),
  issuingVerbs: wordSet("publié publie diffusé signé présenté envoyé rédigé adressé écrit remis"),
  bodies:
    wordSet(`ministère mairie conseil comité commission gouvernement parti syndicat association université hôpital police
   préfecture agence société banque union fédération parlement assemblée sénat cour tribunal entreprise groupe autorité autorités
   capitainerie élysée matignon direction département région ville commune collectif ligue institut académie armée gendarmerie
   ambassade office bureau cabinet journal radio chaîne`),
  body: null,
  groups:
    wordSet(`habitants responsables experts pêcheurs élus députés sénateurs avocats médecins enseignants élèves parents
   manifestants syndicats chercheurs policiers témoins voisins proches opposants riverains`),
  placeNouns: wordSet("rue avenue place pont quai port lac mer île gare parc"),
  regions: wordSet(
    "paris lyon marseille toulouse nice nantes strasbourg bordeaux lille rennes bruxelles genève montréal québec",
  ),
  calendar: wordSet(
    `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre
     décembre`,
  ),
  openers:
    wordSet(`mais et ou donc or ni car puis quand lorsque si comme dans en à au aux de du des sur sous pour par avec sans chez
   selon après avant depuis pendant malgré interrogé interrogée hier aujourdhui ce cette ces cela ça cest il elle on nous vous je tu
   ainsi enfin pourtant cependant toutefois certes oui non même`),
  coordinating: wordSet("et ou ni"),
  conjunctions: wordSet("et mais puis"),
  as: wordSet("comme"),
  from: wordSet("de"),
  clauseOpeners: wordSet("et mais que quand lorsque comme car si où puis"),
  governing: wordSet("de du des d à au aux en"),
  masculine: wordSet("il lui m mm monsieur"),
  feminine: wordSet("elle mme madame mlle mademoiselle"),
  pronouns: wordSet("il elle ils elles on je nous vous tu"),
  relative: wordSet("qui"),
  determiners: wordSet(
    "le la les l un une des son sa ses leur leurs mon ma mes notre nos votre vos ce cet cette ces du plusieurs certains",
  ),
  articles: wordSet("le la l les un une des"),
  portfolios: NONE,
  nameJoiners: wordSet("de du des d la le van von der bin el al"),
  tails: wordSet("de du des"),
  phraseEnders:
    wordSet(`dans en à au aux sur sous pour par avec sans chez avant après depuis pendant lors que qui dont où et ou mais
   car si ne pas est sont était étaient a ont avait avaient comme quand lorsque alors face contre entre vers selon devant derrière
   hier aujourdhui demain`),
  roles:
    wordSet(`maire ministre président présidente directeur directrice avocat avocate député députée sénateur sénatrice conseiller
   conseillère adjoint adjointe procureur procureure secrétaire chef cheffe responsable capitaine professeur professeure médecin
   chercheur chercheuse économiste historien historienne préfet préfète commissaire patron patronne premier première ancien ancienne
   vice général générale délégué déléguée élu élue gérant gérante bibliothécaire habitant habitante pêcheur porte parole candidat
   candidate juge enseignant enseignante écrivain écrivaine journaliste syndicaliste agriculteur agricultrice skipper pilote entraîneur
   entraîneuse fondateur fondatrice gouverneur gouverneure ambassadeur ambassadrice roi reine prince princesse évêque pape père abbé
   colonel lieutenant commandant commandante docteur docteure coordinateur coordinatrice trésorier
   trésorière militante militant résidente résident étudiante étudiant infirmier infirmière mère`),
  person: null,
  courtesy: wordSet("m mm mme mlle monsieur madame mademoiselle me dr"),
  abbreviations: wordSet("m mm mme mlle me dr st ste pr"),
  beforeTitles: wordSet(
    "film livre roman chanson album série émission pièce revue magazine intitulé intitulée titre",
  ),
  beforeMentions: wordSet("mot terme expression slogan surnommé surnommée dit dite baptisé baptisée"),
  afterTitles: NONE,
};
