import { wordSet } from "./cues/cues.ts";
import { genderOfGivenName, isGivenName } from "./nicknames.ts";
import type { Gender } from "./people.ts";

/**
 * More first names, beside those by which names are compared, that are nearly always a man's or a woman's where English is written, as they are
 * met in its news. They only keep “she” from being led back to a Donald: no answer says of anybody
 * what they are, and a text's own words, “Mr”, “chairwoman”, “her”, go before them. Names that
 * both have (Leslie, Jordan, Kim, Robin, Andrea, Jean) are left out.
 */
const MASCULINE =
  wordSet(`adrian alejandro ali allan allen alvin andre angelo barry bashar ben benedict billy bobby brad bradley brandon brendan
 brent bret brett bryan calvin cedric charlie chad chuck clarence claude clifford clint conor curtis darrell darren
 dave dean dick dimitri doug dwight earl ed eddie elijah eliot enrique erik francois fred garry gary gavin gerard
 giovanni glenn grant greg guillermo gustavo guy hank harvey herman ian jaime jake jared jason javier jay jeb jeff
 jerry jesse jimmy joaquin joel johnny josef josh justin ken kurt kyle lance larry leo leon lewis lloyd luca luis
 manuel marc marcel marco marvin matt matteo maxim mike milton mitch mitchell mitt mohamed mohammad nathan nathaniel
 newt nick nicolas noah norman oleg owen pavel phil philippe phillip ramon rand randy ray reince ricardo rick ricky rob
 roberto rodney rodrigo ron ross roy rudy russell ryan sam santiago scott sean sergey sergio seth shane shaun silvio
 stefan steve stewart terence theo todd tommy trevor tyler vaclav viktor wallace warren wayne wilbur will willem
 woodrow`);
const FEMININE =
  wordSet(`adriana alejandra alicia allison angelina annie antonia arlene ashley audrey becky bernadette bethany betsy beverly
 bonnie brittany camilla candace carla carly carole carolyn cathy cecilia cheryl cindy colleen condoleezza connie
 courtney crystal danielle darlene dawn debbie debra dolores donna doris edna elaine elisabeth elise eloise erika erin
 ethel evelyn felicia gabriela gabrielle gail geraldine gertrude gina ginger gwen heidi helena hilary hope huma ida
 ines iris isabelle jackie jacqueline janice jasmine jeanette jeanne jenny joy joyce juanita judy juliana juliet june
 kathryn katie katrina kayla kellyanne kelly kirstjen krista kristen kristin kristina lara lauren leah leila leticia
 lillian lily lois loretta lori lorraine lucille lynne mabel madeline maggie malala malia mandy margot mariah marian
 marianne marilyn marina marine marjorie marlene maureen maxine meghan melanie mercedes mia michaela mildred miranda
 moira natasha nicola ophelia patsy penny phyllis ramona renee rhonda roberta rosalynn sabrina sally sasha sharon
 shelley shirley sonya stacey stacy suzanne tammy tara tiffany tracy viola violet wanda whitney yolanda yvette`);

/** Whose a full name's first name most often is; null for a surname alone and for names that both have. */
export function usualGender(name: string): Gender {
  const [first, ...rest] = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[\s-]+/u);
  if (first === undefined || rest.length === 0) return null;
  const compared = genderOfGivenName(first);
  if (compared !== null) return compared;
  if (MASCULINE.has(first)) return "masculine";
  return FEMININE.has(first) ? "feminine" : null;
}

/** Whether a folded word is a first name by any of the tables. */
export function isFirstName(key: string): boolean {
  return isGivenName(key) || MASCULINE.has(key) || FEMININE.has(key);
}
