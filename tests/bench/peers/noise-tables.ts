/** One form of a word, as a pattern, and the other to put in its place. */
export interface Exchange {
  from: RegExp;
  to: string;
}

/** The exchanges of a table with one pair a word, "one/other", both ways. */
function exchanges(table: string): readonly Exchange[] {
  return table
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.replaceAll("_", " ").split("/"))
    .flatMap(([one = "", other = ""]) => [
      { from: wholeWord(one), to: other },
      { from: wholeWord(other), to: one },
    ]);
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}'’])${word.replace("'", "['’]")}(?![\\p{L}'’])`, "iu");
}

/** The same words as Americans and as Britons spell them. */
export const SPELLINGS = exchanges(`
  color/colour colors/colours favor/favour favorite/favourite favorable/favourable honor/honour honored/honoured
  honorable/honourable honors/honours labor/labour neighbor/neighbour neighbors/neighbours neighborhood/neighbourhood
  behavior/behaviour harbor/harbour harbors/harbours endeavor/endeavour valor/valour vigor/vigour humor/humour rumor/rumour
  defense/defence offense/offence license/licence center/centre centers/centres theater/theatre theaters/theatres fiber/fibre
  program/programme programs/programmes traveled/travelled traveling/travelling canceled/cancelled
  fulfill/fulfil skillful/skilful enrollment/enrolment judgment/judgement gray/grey plow/plough catalog/catalogue
  organize/organise organized/organised organization/organisation recognize/recognise recognized/recognised
  realize/realise realized/realised criticize/criticise emphasize/emphasise authorize/authorise authorized/authorised
  analyze/analyse apologize/apologise civilization/civilisation mobilize/mobilise stabilize/stabilise
  toward/towards afterward/afterwards learned/learnt inquiry/enquiry`);

/** Long and short forms of the same words. Only those that no context turns into another word. */
export const CONTRACTIONS = exchanges(`
  do_not/don't does_not/doesn't did_not/didn't is_not/isn't are_not/aren't was_not/wasn't were_not/weren't
  has_not/hasn't have_not/haven't had_not/hadn't would_not/wouldn't could_not/couldn't should_not/shouldn't
  cannot/can't will_not/won't I_am/I'm I_have/I've I_will/I'll we_are/we're we_have/we've we_will/we'll
  you_are/you're you_have/you've you_will/you'll they_are/they're they_have/they've they_will/they'll
  it_is/it's that_is/that's there_is/there's he_is/he's she_is/she's let_us/let's going_to/gonna`);

/** Words that a name in brackets stands for. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  "he she it they him them this that these those".split(" "),
);

/** Function words, and what a careless memory puts in their place. */
export const FUNCTION_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  `the a this|a the one|an the|of for in|for of to|to for|in on at|on in about|at in|that which|which that
   and but|but and yet|is was|was is|are were|were are|has had|have had|had have|will would|would will|can could
   could can|this that the|these those|those these|not never|so then|with by|by with from|from of|we they|they we
   our their|their our|very really|because since|if when|when if|as like|about on|also too`
    .split(/[|\n]/u)
    .map((line) => line.trim().split(/\s+/u))
    .map(([word = "", ...others]) => [word, others] as const),
);
