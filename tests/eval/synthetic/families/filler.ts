import { byRules, type Family, type Rule } from "../family.ts";
import { pick } from "../random.ts";

/** What stands after a dropped opening begins the sentence. */
const opening = (words: string): Rule => [
  new RegExp(`^(?:${words}),? (?:-- |— )?([a-zA-Z])`, "g"),
  (hit) => (hit[1] ?? "").toUpperCase(),
];

const openingDropped = byRules([
  opening("Well,"),
  opening("You know,"),
  opening("I mean,"),
  opening("(?:Um|Uh|Oh),"),
  opening("Yeah,|Okay,|OK,"),
]);
const linkDropped = byRules([
  opening("And,?(?! (?:yet|then|if)\\b)"),
  opening("So,"),
  opening("Look,"),
  opening("Now,"),
  opening("Listen,"),
]);

const insideDropped = byRules([
  [/, you know,(?= [a-z])/g, () => ","],
  [/, you know,(?= [a-z])/g, () => ""],
  [/, I mean,(?= [a-z])/g, () => ","],
  [/(?: --| —|,) (?:um|uh|er|ah),?(?: --| —)?(?= [a-z])/g, () => ","],
  [/ (?:--|—) (?:you know|I mean)(?: --| —|,)(?= [a-z])/g, () => " --"],
  [/, well,(?= [a-z])/g, () => ","],
  [/\b(?:uh|um),? (?=[a-z])/g, () => ""],
]);
const ellipsisForFiller = byRules([
  [/, you know,(?= [a-z])/g, () => " …"],
  [/, I mean,(?= [a-z])/g, () => " ..."],
  [/ (?:--|—) (?:you know|I mean)(?: --| —|,)(?= [a-z])/g, () => " …"],
  [/(?: --| —|,) (?:um|uh|er|ah),?(?: --| —)?(?= [a-z])/g, () => " ..."],
]);

/** Openers that lose nothing with their capital. */
const OPENER = "The|We|It|This|That|They|He|She|You|In|If|When|There|Our|My|Because";
const added: Family["edit"] = (sentence, random) => {
  const edits = [
    sentence.replace(
      new RegExp(`^(?:${OPENER})(?=['’ ])`),
      (word) => `${pick(["Well,", "You know,", "Uh,", "Um,"], random)} ${word.toLowerCase()}`,
    ),
    sentence.replace(
      /(?<=[a-z]), (?=(?:and|but|because|so|we|they|I|it|that) [a-z])/,
      () => `, ${pick(["you know", "uh", "um"], random)}, `,
    ),
    sentence.replace(
      /(?<=[a-z]) (?=(?:the|a|this|our|their) [a-z])/,
      () => `, ${pick(["uh", "um", "you know"], random)}, `,
    ),
  ].filter((edit) => edit !== sentence);
  return edits.length === 0 ? null : pick(edits, random);
};

/** Words that nobody repeats for weight. */
const SMALL =
  "the|a|I|we|and|to|of|in|it|is|you|they|he|she|if|this|my|our|for|on|with|what|there|are|was|were|but|as|be|by|at|from";
const repeatDropped = byRules([
  [new RegExp(`(?<![\\w'’-])(${SMALL})(?: --| —|,)? \\1(?= [a-z])`, "gi"), "$1"],
]);
const repeatAdded = byRules([
  [new RegExp(`(?<=[a-z] )(${SMALL}) (?=[a-z])`, "g"), (hit) => `${hit[0]}${hit[0]}`],
]);

/** "I have — I have only two things": the speaker begins anew, a copyist leaves the first beginning out. */
const falseStart = byRules([
  [
    /(?<![\w'’-])([\w'’]+ [\w'’]+(?: [\w'’]+){0,2})(?: --| —|--|—) ?(\1)(?=[ ,.?!])/gi,
    (hit) =>
      /[A-HJ-Z]/.test(hit[2] ?? "") ||
      /\d|(?<!\w)(?:very|many|more|never|no|not|years?|jobs?|lock|thank|yes|please|win|long|four|how|same)\b/i.test(
        hit[1] ?? "",
      )
        ? null
        : (hit[1] ?? null),
  ],
]);

const clarified = byRules([
  [
    /(?<=[a-z,] )they(?= (?:are|were|have|had|will|would|can|could|want|said|did|do)\b)/g,
    () => "they [the Republicans]",
  ],
  [/(?<=[a-z] )them(?= (?:to|in|for|on|and|with|from|that)\b)/g, () => "them [the voters]"],
  [/(?<=[a-z,] )he(?= (?:is|was|has|had|will|would|can|could|said|did)\b)/g, () => "he [the governor]"],
  [/(?<=[a-z,] )she(?= (?:is|was|has|had|will|would|can|could|said|did)\b)/g, () => "she [the senator]"],
]);

/** What speech carries along, and the marks with which an editor takes it out or explains it. */
export const fillerFamilies: readonly Family[] = [
  { name: "filler_opening_dropped", group: "filler", edit: openingDropped },
  { name: "link_opening_dropped", group: "filler", edit: linkDropped },
  { name: "filler_inside_dropped", group: "filler", edit: insideDropped },
  { name: "filler_added", group: "filler", edit: added },
  { name: "repeat_dropped", group: "filler", edit: repeatDropped },
  { name: "repeat_added", group: "filler", edit: repeatAdded },
  { name: "false_start_dropped", group: "filler", edit: falseStart },
  { name: "ellipsis_for_filler", group: "marks", edit: ellipsisForFiller },
  { name: "bracket_after_pronoun", group: "marks", edit: clarified },
].map((family): Family => ({ ...family, material: false, kinds: [] }));
