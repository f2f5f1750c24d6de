/**
 * What names have in common that no rule tells: short forms, spellings, which word is the family's.
 * Tables of common knowledge, folded, written for this file; whoever is in none of them is compared by rules alone.
 */

/** First names that one person may go by. A short form that two names share stands in both lines, so that Alexander is not Alexandra. */
const GIVEN = `
abigail abby gail|abraham abe bram|adam ad|adrian ade|aidan aiden|alan allan allen al|albert al bert alberto albrecht
alejandro alex ale jandro|alejandra alex ale|alexander alex al sandy sasha aleksandr alexandre aleksander aleksandar oleksandr alexandr iskander
alexandra alex sandra sasha aleksandra alexa oleksandra|alexandros alexis|alexei alexey aleksei aleksey alexi oleksiy alyosha|alfred al fred alfie alfredo
alice ali|alison allison ali|amanda mandy|amy aimee|anastasia nastya stacy|andrea andy|andrew andy drew andrei andrey andriy andrzej andreas andres andre andras
angela angie|ann anne anna annie nan nancy hannah ana anya|anthony tony antony anton antonio antoine toni|antonia toni|arthur art arturo artur
barbara barb babs barbie|bartholomew bart|beatrice bea beatriz trixie|benjamin ben benny benji binyamin bibi|bernard bernie bernardo bernhard
bradley brad|brian bryan|calvin cal|cameron cam|carol carole|caroline carolyn carrie caro karolina carolina|catherine kate katherine katharine kathryn cathy kathy katie cath kat katya ekaterina yekaterina kateryna catarina catalina
charles charlie chuck chas carlos karl carl carlo carolus|charlotte lottie charlie|christina chris christine tina kristina kristin cristina|christopher chris topher kit christoph cristobal
clifford cliff|constance connie|cynthia cindy|daniel dan danny daniele danilo|danielle dani danny|david dave davey dov|deborah deb debbie debra
dennis denis denys|dominic dom domenico nick|donald don donny|dorothy dot dolly dottie|douglas doug|dwight ike|edgar ed eduard
edmund ed eddie ned|edward ed eddie ted teddy ned eduardo edouard edvard|edwin ed eddie|eleanor ellie nell elinor nora|elias ilya elijah eli
elizabeth liz beth betty eliza lizzie betsy lisa elisabeth elise elsie libby bess elspeth isabel isabella bella lilibet|emily em emmy|emmanuel manny manuel manu emanuel
enrique quique henry|eric erik erich|ernest ernie ernesto ernst|esther hester|eugene gene yevgeny evgeny yevgeni evgeni yevgeniy|evelyn evie
ferdinand fernando ferdy nando|florence flo florrie|francis frank fran francisco francesco franz francois paco pancho franciszek|frances fran fanny francesca franny
franklin frank|frederick fred freddie freddy frederic fredrick friedrich fritz frederik|gabriel gabe gabi|gabrielle gabby gabi|gareth gary gaz|geoffrey geoff jeff jeffrey jeffery
georgia giorgia|george georgie jorge georg georges giorgio georgios yuri jerzy gyorgy|gerald gerry jerry gerard gerhard|gilbert gil|gillian gill jill|gregory greg gregg grigory grigori grzegorz
guillermo william memo|gustav gus gustavo|harold harry hal|harriet hattie harry|heinrich heinz henry|helen nell ellen helena elena olena yelena helene lena
henry harry hank hal henri henrik hendrik enrico|herbert herb bert bertie|hillary hilary|hubert bert hugh|hugh hughie hugo|humphrey hump|ian iain
ignatius iggy ignacio nacho|irene rene irina iryna ira|ivan vanya ivo|isaac ike zak|jacob jake jakob yakov jacques jacobo|jacqueline jackie jacqui
james jim jimmy jamie jem jaime diego santiago iago|jane janie jenny|janet jan|jason jay|jean jeannie jeanne|jennifer jen jenny jenni
jeremiah jerry jem|jeremy jem jez|jerome jerry hieronymus|jessica jess jessie|joan joanie joanna|joanne jo joanna johanna|john johnny jack jon jock ivan juan jean johann johannes jan giovanni joao ian sean johan hans yoann yahya
jonathan jon jonny yonatan johnny|joseph joe joey jo jose josef giuseppe pepe iosif yosef josip yusuf youssef joao|josephine jo josie|joshua josh yehoshua|juan juanito
judith judy judi jude|julia julie jules|julian jules julien|kenneth ken kenny|kimberly kim kimberley|kirsten kirsty|konstantin kostya constantine
larry lawrence laurence laurie lars lorenzo laurent|laura laurie|leonard leo len lenny|leonardo leo|leon leo lev|leopold leo poldi|leslie les lesley
lewis lew louis lou luis luigi ludwig louie|louise lou louisa luisa|lucas luke lukas luca luc|lucy lucia lucille|lyndon lyn|madeleine maddy madeline
magdalena lena magda|malcolm mal|marcus marc mark marco marcos marek markus|margaret maggie meg peggy margie greta rita daisy madge margarita marguerite margot marge
maria mary marie mariya maryam masha molly polly miriam mia|marjorie marge|martha marty patsy|martin marty marton|matilda tilly|matthew matt matthias mateo matteo mathieu matthieu
maurice mo maury|maximilian max|maxwell max|melanie mel|melissa mel|melvin mel|michael mike mick mickey micky mikhail michel miguel mikael michal michele misha mykhailo mihai mikhailo
michelle shelly|mildred millie|mitchell mitch|mohammed mo muhammad mohamed mohammad mohamad muhammed mohamud mehmet muhamed mahommed muhammadu|montgomery monty
nadia nadezhda nadya|natalie nat natalia natasha nataliya|nathan nat nate|nathaniel nat nate|neil neal niall|nicholas nick nicky nicolas nikolai nikolay nico niko nicola klaus claus nicolae mykola nikolaos nikos
nicole nicky nikki|oliver ollie olivier|oscar oskar|pamela pam|patrick pat paddy patricio padraig|patricia pat patty trish tricia patsy
paul pablo paolo pavel pawel pauly paulo|paula paulette polly|peter pete piotr pedro pierre petr pietro pyotr petro pieter peder petrus|philip phil pip felipe philippe filippo phillip
priscilla cilla|rachel rae raquel rachael|ralph rafe|raymond ray ramon|rebecca becky becca|reginald reg reggie|richard dick rick rich richie ricky ricardo riccardo
robert rob bob bobby robbie bert roberto rupert|roderick rod rory|rodney rod|roger rodge rogelio|roland rolando rollo|ronald ron ronnie|rosalind ros rosie roz|rosemary rosie rose
roy leroy|rudolph rudy rudolf rudi|russell russ|ruth ruthie|salvador sal chava|samantha sam sammy|samuel sam sammy shmuel|sanford sandy|sandra sandy alessandra
sarah sally sadie sara|sebastian seb bastian|sergei sergey serge serhiy sergio sergiy serhii|sharon shari|sidney sid sydney|simon si shimon simeon|sofia sophie sophia sofie sofya
solomon sol sulayman suleiman|stanley stan stanislav stas|stephanie steph stefanie steffi|stephen steve steven stefan stephan esteban etienne steph stepan istvan stevie
stuart stu stewart|susan sue suzanne susie susanna suzy zsuzsa|sylvia silvia|terence terry terrence|teresa terry theresa tess tessa therese|theodore ted teddy theo fyodor fedor theodor teodoro feodor
thomas tom tommy tomas tomasz tommaso thom|timothy tim timmy timofey|tobias toby tobi|ulrich uli|umberto humberto|ursula uschi ulla|valentina valya tina|vanessa nessa
veronica vera ronnie|victor vic viktor vittorio wiktor|victoria vicky vick tori viktoria|vincent vince vinny vincente vicente vincenzo|virginia ginny ginger
vladimir volodymyr vova volodya wladimir uladzimir vladimír|walter walt wally|wilfred wilf fred|wilhelmina mina|william bill billy will willy liam wilhelm willem guillaume guilherme
winifred win winnie freda|winston win|xavier javier javi|yevgenia zhenya evgenia|yulia julia yuliya iuliia|yuri yury yuriy iurii juri|zachary zach zack zak zac
osama usama|muammar moammar mouammar moamar|abdel abdul abd abdal|abdullah abdallah abdulla|ahmed ahmad ahmet achmed|ali aly|hassan hasan|hussein husayn hossein hussain husain|ibrahim abraham ebrahim avraham
ismail ishmael esmail ismael|khalid khaled halid|mahmoud mahmud mehmood mahmood|mustafa mostafa moustafa|omar umar omer|said saeed sayeed saad sayed|yasser yasir yassir|zine zayn zain
zedong tsetung tse|xiaoping hsiaoping|enlai|kaishek jieshi|raul raoul|gordon gordy|nelson nels|norman norm|clarence clancy|eustace stacy|randolph randy randall|rafael rafa raphael rafi|ramon moncho|rosario charo|dolores lola|consuelo chelo|concepcion concha conchita|guadalupe lupe
luiz luis ze|maurizio mauricio|dmitry dmitri dmytro dima dimitri dmitriy dimitrios|boris borya|vasily vasili vasyl basil|oleg oleh|igor ihor|arkady arkadi|gennady gennadi|anatoly anatoli anatoliy|lyudmila ludmila|svetlana sveta svitlana|tatiana tatyana tanya|olga olha olya|oksana ksenia
`;

/** Spellings of one word in Latin letters that sound the same to no rule. */
const SPELLINGS = `
zelensky zelenskyy zelenskiy zelenskyi selenskyj selenski zelenski|gaddafi qaddafi gadhafi kadafi khadafy qadhafi gadafi kadhafi khaddafi gathafi quaddafi
khrushchev khrushchov chruschtschow kruschev khruschev kruschov|tchaikovsky chaikovsky tschaikowsky tschaikowski tchaikovski chaykovsky ciaikovskij
hezbollah hizbullah hizbollah hezballah hisbollah|taliban taleban|quran koran|khamenei khameneii|ahmadinejad ahmedinejad|gandhi ghandi|kiev kyiv|zhou chou|beijing peking
chekhov tchekhov tschechow cechov|solzhenitsyn solzenicyn solschenizyn soljenitsyne|tymoshenko timoshenko timoschenko|saakashvili saakaschwili|sisi sissi|arafat arafaat
houthi huthi houthis huthis|qaeda qaida kaida quaida|daesh daish|laden ladin|mubarak moubarak|nasser nasir naser|sadat saadat|rachmaninov rachmaninoff rakhmaninov|hussein husayn husain hussain hussayn
`;

/** Words by which a family is called where its name comes first. */
const FAMILY_FIRST = `xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang
 song deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lai mao chiang qin
 kim lee park choi jung jeong kang cho yoon yun jang lim han shin seo kwon hwang ahn moon bae baek hong roh ban chung
 nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly pol
 abe kishida suga koizumi ishiba aso hatoyama noda fukuda tanaka sato suzuki watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki
 kuroda ueda orban szijjarto magyar gyurcsany nagy kovacs szabo toth horvath`;

/** Family names of which somebody may have two, the father's first. */
const IBERIAN = `garcia lopez martinez gonzalez rodriguez fernandez perez sanchez ramirez torres flores rivera gomez diaz reyes morales
 cruz ortiz gutierrez chavez ramos ruiz mendoza alvarez jimenez castillo vasquez vazquez romero herrera medina aguilar moreno munoz mendez
 guzman castro vargas salazar soto delgado pena rios alonso suarez molina marquez maduro santos silva souza sousa oliveira pereira lima ferreira costa
 ribeiro almeida carvalho gomes lopes soares fernandes vieira rocha barbosa batista lula obrador nieto rajoy zapatero correa kirchner bolivar
 allende pinera bachelet mujica vazquez uribe duque petro ortega arce morales boluarte fujimori toledo humala sheinbaum calderon salinas zedillo`;

/** First names that are a woman's, and those that are a man's, wherever they are met. */
const WOMEN = `abigail ada adele agnes aisha alexandra alice alison amanda amelia amina amy ana anastasia angela anita ann anna anne annette anya
 barbara beatrice bella beth betty brenda bridget camila carmen carol caroline catherine charlotte chloe christina christine claire clara claudia
 constance cynthia daisy deborah denise diana diane dorothy edith eileen eleanor elena eliza elizabeth ella ellen elsa emily emma erica esther eva eve
 fatima fiona florence frances francesca gabriella georgia gillian giorgia gloria grace greta hannah harriet hazel heather helen helene helga hillary
 ingrid irene irina isabel isabella ivanka jane janet jennifer jessica jill joan joanna joanne josephine judith julia julie karen kate katherine kathleen
 kathy kirsten laura lena linda lisa liz louise lucia lucy lydia madeleine magdalena margaret maria mariana marie marta martha martina mary matilda
 maya megan melania melissa michelle miriam molly monica nadia nancy naomi natalia natalie nicole nina nora olena olga olivia pamela patricia paula
 pauline peggy penelope petra phoebe priscilla rachel rebecca rita rosa rosalind rose rosemary ruth sabine samantha sandra sara sarah serena sheila
 silvia simone sofia sonia sophia sophie stella stephanie susan susanna svetlana sylvia tamara tanya tatiana teodora teresa theresa tina ursula
 valentina valerie vanessa vera veronica victoria virginia vivian wendy winifred yulia yvonne zainab zoe charlene odile venus`;
const MEN = `aaron abdul abraham adam adolf ahmed alan albert alexander alexei alfred andrew anthony antonio arnold arthur barack benjamin
 bernard bernie bill bob boris brian bruce carl carlos charles christian christopher colin craig daniel david denis dennis derek diego dmitry dominic
 donald douglas duncan edgar edmund eduardo edward emmanuel eric ernest ethan eugene felix ferdinand fernando fidel francis francisco frank franklin frederick
 fritz gabriel gareth geoffrey george gerald gordon graham gregory guido gustav hans harold harry hassan hector heinrich henry herbert hermann howard
 hugh hugo hussein ibrahim igor isaac ivan jack jacob jacques james jeffrey jeremy jerome jesus jim joe john jonathan jorge jose joseph joshua juan julian
 julio karl keith kenneth kevin klaus lars lawrence leonard leopold liam lionel louis lucas luigi luke luther malcolm marcus mario mark martin matthew
 maurice max michael miguel mikhail mohammed muhammad neil nelson nicholas nigel nikolai noel oliver omar oscar otto pablo patrick paul pedro peter
 philip pierre rafael ralph raymond richard robert roger roland ronald rudolf rupert samuel sebastian sergei sidney simon stanley stephen steven
 stuart theodore thomas timothy tobias tom tony tomas ulrich victor vincent vladimir volodymyr walter werner wilhelm william winston wolfgang xavier yuri
 zachary raul dan don tim ted hale dev`;

const GIVEN_GROUPS = groups(GIVEN);
const SPELLING_GROUPS = groups(SPELLINGS);
const FIRST_SPELLINGS = new Map(
  SPELLINGS.trim()
    .split(/[|\n]/u)
    .flatMap((group) => [...set(group)].map((word, _, all): [string, string] => [word, all[0] ?? word])),
);
const WOMENS = set(WOMEN);
const MENS = set(MEN);
export const FAMILY_NAMES_FIRST: ReadonlySet<string> = set(FAMILY_FIRST);
export const DOUBLE_FAMILY_NAMES: ReadonlySet<string> = set(IBERIAN);

/** Whether one person may be called by both of these first names, folded. */
export function isSameGivenName(a: string, b: string): boolean {
  return share(GIVEN_GROUPS, a, b);
}

/** Whether both words, folded, are spellings of one. */
export function isSpellingOf(a: string, b: string): boolean {
  return share(SPELLING_GROUPS, a, b);
}

/** All spellings of a folded word that the table has, itself among them; none where it has none. */
export function spellingsOf(key: string): readonly string[] {
  const first = FIRST_SPELLINGS.get(key);
  return first === undefined
    ? []
    : [...FIRST_SPELLINGS].filter(([, one]) => one === first).map(([word]) => word);
}

/** The first spelling of those that a folded word is one of; the word itself where the table has none. */
export function firstSpelling(key: string): string {
  return FIRST_SPELLINGS.get(key) ?? key;
}

/** Whether a folded word is known as a first name. */
export function isGivenName(key: string): boolean {
  return GIVEN_GROUPS.has(key) || WOMENS.has(key) || MENS.has(key);
}

/** Whose first name this is; null for one that both may have, or that the tables do not know. */
export function genderOfGivenName(key: string): "feminine" | "masculine" | null {
  const [hers, his] = [WOMENS.has(key), MENS.has(key)];
  return hers === his ? null : hers ? "feminine" : "masculine";
}

function set(table: string): Set<string> {
  return new Set(table.trim().split(/\s+/u));
}

function groups(table: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  table
    .trim()
    .split(/[|\n]/u)
    .forEach((group, index) => {
      for (const word of set(group)) found.set(word, [...(found.get(word) ?? []), index]);
    });
  return found;
}

function share(table: ReadonlyMap<string, number[]>, a: string, b: string): boolean {
  const of = table.get(b);
  return of !== undefined && (table.get(a)?.some((group) => of.includes(group)) ?? false);
}
