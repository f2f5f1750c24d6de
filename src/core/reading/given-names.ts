import { wordSet } from "./cues/cues.ts";
import type { Gender } from "./people.ts";

/**
 * First names that are nearly always a man's or a woman's where English is written, as they are
 * met in its news. They only keep “she” from being led back to a Donald: no answer says of anybody
 * what they are, and a text's own words, “Mr”, “chairwoman”, “her”, go before them. Names that
 * both have (Leslie, Jordan, Kim, Robin, Andrea, Jean) are left out.
 */
const MASCULINE =
  wordSet(`aaron abdul abraham adam adrian ahmed alan albert alejandro alexander alfred ali allan allen alvin
 andre andrew angelo anthony antonio arthur barack barry bashar ben benedict benjamin bernard bernie bill billy bob bobby boris brad
 bradley brandon brendan brent bret brett brian bruce bryan calvin carl carlos cedric charles charlie chad christian
 christopher chuck clarence claude clifford clint colin conor craig curtis dan daniel darrell darren dave david dean dennis
 derek diego dick dimitri dmitry dominic don donald douglas doug duncan dwight earl ed eddie edgar eduardo edward elijah eliot
 emmanuel enrique eric erik ernest ethan eugene felix fernando francisco francois frank franklin fred frederick gabriel gareth
 garry gary gavin geoffrey george gerald gerard giovanni glenn gordon graham grant greg gregory guillermo gustavo guy hank hans
 harold harry harvey hassan hector henry herbert herman howard hugh hugo ian ibrahim igor isaac ivan jack jacob jacques jaime
 jake james jared jason javier jay jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy joaquin joe joel john johnny jonathan
 jorge jose josef joseph josh joshua juan julian julio justin karl keith ken kenneth kevin klaus kurt kyle lance larry lars
 lawrence leo leon leonard lewis liam lloyd louis luca lucas luis luke malcolm manuel marc marcel marco marcus mario mark
 martin marvin matt matteo matthew maurice max maxim michael miguel mike mikhail milton mitch mitchell mitt mohamed mohammad
 mohammed muhammad nathan nathaniel neil nelson newt nicholas nick nicolas nigel nikolai noah norman oleg oliver omar oscar owen
 pablo patrick paul pavel pedro peter phil philip philippe phillip pierre rafael ralph ramon rand randy raul ray raymond reince
 ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland ron ronald ross roy rudy rupert russell ryan sam
 samuel santiago scott sean sebastian sergei sergey sergio seth shane shaun silvio simon stanley stefan stephen steve steven
 stewart stuart ted terence theo theodore thomas tim timothy tobias todd tom tomas tommy tony trevor tyler vaclav victor viktor
 vincent vladimir volodymyr wallace walter warren wayne wilbur will willem william winston wolfgang woodrow xavier yuri
 zachary`);
const FEMININE =
  wordSet(`abigail ada adele adriana agnes aisha alejandra alexandra alice alicia alison allison amanda amelia amy
 ana anastasia angela angelina anita anna anne annette annie antonia arlene ashley audrey barbara beatrice becky bella bernadette
 beth bethany betsy betty beverly bonnie brenda bridget brittany camilla candace carla carly carmen carol carole caroline carolyn
 catherine cathy cecilia charlene charlotte cheryl christina christine cindy claire clara claudia colleen condoleezza connie
 constance courtney crystal cynthia daisy danielle darlene dawn deborah debbie debra denise diana diane dolores donna doris
 dorothy edith edna eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa emily emma erica erika
 erin esther ethel eva evelyn fatima felicia fiona florence frances gabriela gabrielle gail geraldine gertrude gina ginger gloria
 grace greta gwen hannah harriet hazel heather heidi helen helena hillary hilary hope huma ida ines ingrid irene irina iris isabel
 isabella isabelle ivanka jackie jacqueline jane janet janice jasmine jeanette jeanne jennifer jenny jessica jill joan joanna
 joanne josephine joy joyce juanita judith judy julia juliana julie juliet june karen kate katherine kathleen kathryn kathy katie
 katrina kayla kellyanne kelly kirsten kirstjen krista kristen kristin kristina lara laura lauren leah leila lena leticia lillian
 lily linda lisa liz lois loretta lori lorraine louise lucia lucille lucy lydia lynne mabel madeleine madeline maggie malala malia
 mandy margaret margot maria mariah marian marianne marie marilyn marina marine marjorie marlene martha mary matilda maureen
 maxine megan meghan melania melanie melissa mercedes mia michaela michelle mildred miranda miriam moira molly monica nadia nancy
 naomi natalia natalie natasha nicola nicole nina nora olga olivia ophelia pamela patricia patsy paula pauline peggy penelope
 penny phyllis priscilla rachel ramona rebecca renee rhonda rita roberta rosa rosalind rosalynn rose rosemary ruth sabrina sally
 samantha sandra sara sarah sasha serena sharon sheila shelley shirley silvia simone sofia sonia sonya sophia sophie stacey stacy
 stella stephanie susan susanna suzanne sylvia tamara tammy tanya tara teresa theresa tiffany tina tracy ursula valerie vanessa
 vera veronica victoria viola violet virginia vivian wanda wendy whitney yolanda yvette yvonne zoe`);

/** Whose a full name's first name most often is; null for a surname alone and for names that both have. */
export function usualGender(name: string): Gender {
  const [first, ...rest] = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[\s-]+/u);
  if (first === undefined || rest.length === 0) return null;
  if (MASCULINE.has(first)) return "masculine";
  return FEMININE.has(first) ? "feminine" : null;
}
