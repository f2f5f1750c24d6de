import { wordSet } from "../comparing/word-classes.ts";
import { JUDGING } from "../tuning.ts";
import type { Term } from "./terms.ts";

/**
 * Kinds of words by which a sentence says less than the bare fact, and by which a claim says more. A claim that leaves
 * out the "may" of a sentence, or makes its "many" an "all", is not what the sentence states.
 */

/** Each class weakens in a way of its own; a claim with a word of the same class is as weak. */
const WEAKENING: readonly ReadonlySet<string>[] = [
  wordSet(
    "may might could perhaps maybe probably possibly likely apparently allegedly reportedly potentially can able",
  ),
  wordSet("if unless would whether suppose imagine assuming"),
  wordSet("should must ought need have_to"),
  wordSet("will shall going_to"),
  wordSet("consider fear threaten propose"),
  wordSet("almost nearly virtually practically"),
  wordSet("most many some several few half part partly majority often usually sometimes"),
];

/** Words of what is only willed, where "to" follows close behind: "asked Congress to prohibit", not "the Chinese plan". */
const WILLED = wordSet(
  "want hope wish try attempt plan intend promise pledge vow ask request urge seek aim expect call work begin track capacity",
);

function isWilled(list: readonly Term[]): boolean {
  return list.some(
    ({ stem }, index) =>
      WILLED.has(stem) &&
      list.slice(index + 1, index + 1 + JUDGING.willedToWords).some(({ key }) => key === "to"),
  );
}

/** What a claim may say over a sentence, a class each: "all" where it has no such word, "only", "always", a cause. */
const STRENGTHENING: readonly ReadonlySet<string>[] = [
  wordSet("all every each entire entirely whole any everyone everybody everything total both"),
  wordSet("only just solely alone exclusively"),
  wordSet("always constantly forever"),
  wordSet("most majority"),
  wordSet("because cause due thanks led lead result why reason so since therefore by from"),
];
/** Those of a claim's words that open a class: "so", "from" and "by" answer a cause and claim none. */
const CLAIMING: readonly ReadonlySet<string>[] = [
  wordSet("all every each entire everyone everybody everything both"),
  wordSet("only solely exclusively"),
  wordSet("always constantly"),
  wordSet("most majority"),
  wordSet("because cause due led lead result"),
];

/** By what a class may know a word: itself, its stem, or with the word behind it. */
function formsAt(list: readonly Term[], index: number): string[] {
  const { key, stem } = list[index] as Term;
  const next = list[index + 1]?.key ?? "";
  const pair = `${stem}_${next}`;
  return [key, stem, pair, `${key}_${next}`];
}

function isIn(classOf: ReadonlySet<string>, list: readonly Term[], index: number): boolean {
  return formsAt(list, index).some((word) => classOf.has(word));
}

/** Whether a stretch of a sentence has a weakening word of a class that the claim has none of, or one of several where the claim has the one. */
export function isWeaker(stretch: readonly Term[], claim: readonly Term[]): boolean {
  if (isOneOf(stretch) && !isOneOf(claim) && claim.some(({ key }) => UNIQUE.test(key))) return true;
  if (isWilled(stretch) && !claim.some(({ stem }) => WILLED.has(stem))) return true;
  return WEAKENING.some((weak) => {
    const here = stretch.some((_, index) => isIn(weak, stretch, index) && !isOfStrength(stretch, index));
    return here && !claim.some((_, index) => isIn(weak, claim, index));
  });
}

/** "one of their biggest": not the biggest. */
function isOneOf(list: readonly Term[]): boolean {
  return list.some(({ key }, index) => key === "#1" && list[index + 1]?.key === "of");
}
const UNIQUE = /^(?:only|single|sole|best|worst|most|\p{L}{3,}est)$/u;

/** "the most", "at most": a superlative or a bound, and no part of a whole. */
function isOfStrength(list: readonly Term[], index: number): boolean {
  return list[index]?.key === "most" && /^(?:the|at)$/u.test(list[index - 1]?.key ?? "");
}

/** Whether a claim has a strong word of a class that the sentence has none of. */
export function isStronger(claim: readonly Term[], there: readonly Term[]): boolean {
  return CLAIMING.some((strong, number) => {
    const said = claim.some((term, index) => strong.has(term.key) && !isOfStrength(claim, index));
    const answer = STRENGTHENING[number] as ReadonlySet<string>;
    return said && !there.some(({ key, stem }) => answer.has(key) || answer.has(stem));
  });
}
