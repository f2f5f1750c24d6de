import { type Cues, NONE, wordSet } from "./cues.ts";

/**
 * Spanish. Verbs in -ar are inflected by rule; the accent of “declaró” is folded away. Tested on text
 * of our own writing only: nothing tells how often it is right.
 */

const REGULAR = `aclarar aconsejar afirmar agregar anunciar apuntar asegurar celebrar comentar confesar confirmar considerar contestar
 criticar cuestionar declarar defender denunciar destacar detallar enfatizar explicar expresar exclamar exigir gritar indicar
 informar insistir ironizar lamentar manifestar matizar narrar negar observar opinar ordenar precisar preguntar proclamar pronosticar
 protestar rechazar reclamar recalcar recordar reiterar relatar remarcar replicar resaltar señalar subrayar suplicar susurrar tuitear
 zanjar alertar argumentar`;
const IRREGULAR = `dice dicen dijo dijeron decía decían dicho añade añaden añadió añadieron añadía añadido responde respondió respondía
 respondido escribe escribió escribía escrito sostiene sostuvo sostenía admite admitió admitido reconoce reconoció reconocido promete
 prometió prometido advierte advirtió advertido cuenta contó contaba contado concluye concluyó expone expuso repite repitió prosigue
 prosiguió insiste insistió exige exigió defiende defendió reza lee leyó recuerda recordó confiesa niega sugiere sugirió pide pidió
 sentenció`;

function inflect(lemma: string): string[] {
  const stem = lemma.slice(0, -2);
  return ["a", "an", "ó", "aron", "aba", "aban", "ado", "ando"].map((end) => stem + end);
}

export const SPANISH: Cues = {
  language: "es",
  reading: "tags",
  nounsHaveCapitals: false,
  reportingVerbs: new Set([
    ...wordSet(REGULAR.trim().split(/\s+/u).flatMap(inflect).join(" ")),
    ...wordSet(IRREGULAR),
  ]),
  thinkingVerbs: wordSet("piensa pensó pensaba imagina imaginó"),
  sayings: NONE,
  quoting: NONE,
  askingVerbs: NONE,
  alsoNouns: wordSet("cuenta pregunta anuncia denuncia considera"),
  betweenSubjectAndVerb: wordSet(
    `ha han había habían se le les lo también después luego ya todavía además hoy ayer entonces no asimismo aún incluso finalmente`,
  ),
  adverb: /mente$/u,
  be: wordSet("sido fue fueron"),
  agent: wordSet("por"),
  imagined: wordSet("habría podría debería"),
  negations: wordSet("no nunca"),
  lending: NONE,
  joining: NONE,
  habitual: NONE,
  conditional: wordSet("si"),
  participle: null,
  past: null,
  according: [["segun"]],
  documents:
    wordSet(`comunicado informe carta texto plan declaración tuit mensaje correo artículo estudio proyecto nota documento discurso
   cartel aviso manifiesto acta`),
  issuingVerbs: wordSet(
    "publicó emitió difundió firmó presentó envió redactó publicado emitido difundido firmado",
  ),
  bodies:
    wordSet(`ministerio ayuntamiento consejo comité comisión gobierno partido sindicato asociación universidad hospital policía
   agencia sociedad banco unión federación parlamento congreso senado tribunal corte empresa grupo autoridad autoridades junta
   generalitat fiscalía ejército guardia embajada oficina moncloa diputación instituto academia diario radio cadena`),
  body: null,
  groups:
    wordSet(`vecinos responsables expertos pescadores diputados senadores abogados médicos profesores padres manifestantes
   sindicatos investigadores policías testigos opositores`),
  placeNouns: wordSet("calle avenida plaza puente muelle puerto lago mar isla estación parque"),
  regions: wordSet(
    "madrid barcelona valencia sevilla bilbao lima bogotá caracas santiago quito galicia andalucía cataluña",
  ),
  calendar: wordSet(
    `lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
     diciembre`,
  ),
  openers:
    wordSet(`pero y e o u ni que cuando si como en a al de del por para con sin sobre según tras antes desde durante hasta hoy ayer
   este esta esto eso es ella nosotros yo así además también sin embargo no sí preguntado preguntada`),
  coordinating: wordSet("y e o ni"),
  conjunctions: wordSet("y e pero"),
  as: wordSet("como"),
  from: wordSet("de"),
  clauseOpeners: wordSet("y e pero que cuando como porque si donde"),
  governing: wordSet("de del en a al"),
  // “él” and “el” are one word when folded: the article is the commoner by far.
  masculine: wordSet("señor sr don"),
  feminine: wordSet("ella señora sra doña señorita"),
  pronouns: wordSet("ella ellos ellas yo nosotros usted"),
  relative: wordSet("quien"),
  determiners: wordSet(
    "el la los las un una unos unas su sus mi mis nuestro nuestra este esta estos estas varios algunos",
  ),
  articles: wordSet("el la los las un una unos unas"),
  portfolios: NONE,
  nameJoiners: wordSet("de del la las los y van von der bin al"),
  tails: wordSet("de del"),
  phraseEnders:
    wordSet(`en a al por para con sin sobre según tras antes desde durante hasta que quien cuyo y e o u pero si no es son era
   eran fue fueron ha han había habían como cuando donde ante contra entre hacia hoy ayer mañana`),
  roles:
    wordSet(`alcalde alcaldesa ministro ministra presidente presidenta director directora abogado abogada diputado diputada senador
   senadora concejal concejala consejero consejera fiscal secretario secretaria jefe jefa responsable capitán capitana profesor profesora
   médico médica investigador investigadora economista historiador historiadora comisario comisaria portavoz vocero vocera candidato
   candidata juez jueza escritor escritora periodista sindicalista agricultor agricultora piloto patrón patrona entrenador entrenadora
   fundador fundadora gobernador gobernadora embajador embajadora rey reina príncipe princesa obispo papa padre coronel teniente
   comandante doctor doctora vicepresidente vicepresidenta vecino vecina pescador pescadora bibliotecaria bibliotecario ex general
   tesorero tesorera estudiante enfermera enfermero madre líder`),
  person: null,
  courtesy: wordSet("sr sra srta señor señora don doña dr dra"),
  abbreviations: wordSet("sr sra srta dr dra d"),
  beforeTitles: wordSet(
    "película libro novela canción álbum serie programa obra revista titulado titulada título",
  ),
  beforeMentions: wordSet("palabra término expresión lema eslogan apodado apodada llamado llamada"),
  afterTitles: NONE,
};
