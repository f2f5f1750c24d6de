import { byRules, type Family, type Replace, type Rule } from "../family.ts";

const SUBJECT =
  "I|we|you|they|he|she|it|who|that|this|there|people|Americans|families|workers|government|country|companies|president|Congress|states|everybody|everyone";
/** Phrases of speech in which the modal carries no weight: "I can tell you". */
const PHRASE =
  "tell|say|assure|see|imagine|think|like|love|rather|argue|hope|admit|add|just say|be honest|of|to|and|agree|remember|hear|go back|yield|get to|come back";

/** One modal for another in a statement, after its subject and before its verb. */
function modal(from: string, to: string): Rule {
  return [
    new RegExp(`(?<=\\b(?:${SUBJECT}) )${from} (?!(?:${PHRASE})\\b)(?=[a-z])`, "g"),
    statement(`${to} `),
  ];
}

const statement = (replacement: string): Replace => {
  return (hit) => (hit.input.endsWith("?") ? null : replacement);
};

const modals = byRules([
  modal("can", "must"),
  modal("can", "should"),
  modal("may", "will"),
  modal("might", "will"),
  modal("should", "can"),
  modal("should", "may"),
  modal("must", "may"),
  modal("will", "might"),
  modal("will", "should"),
  modal("would", "might"),
  modal("could", "will"),
]);
const contracted = byRules([
  [
    new RegExp(
      `(?<=\\b(?:I|we|you|they|he|she|it))['’]ll (?!(?:${PHRASE}|find|never|always|get)\\b)(?=[a-z])`,
      "gi",
    ),
    statement(" might "),
  ],
]);
const obliged = byRules([
  [
    /(?<=\b(?:I|we|you|they|people|who|families|Americans) )have to (?!(?:tell|say|be honest|admit|go to a)\b)(?=[a-z])/g,
    statement("can "),
  ],
  [
    /(?<=\b(?:he|she|it|who|that|America|Congress|somebody|government) )has to (?!(?:say|do with)\b)(?=[a-z])/g,
    statement("may "),
  ],
  [/(?<=\b(?:I|we|you|they|people|who) )(?:need|ought) to (?=[a-z])/g, statement("may ")],
]);
const PROBABLY: Readonly<Record<string, string>> = {
  probably: "certainly",
  perhaps: "certainly",
  maybe: "certainly",
  possibly: "definitely",
  certainly: "possibly",
  definitely: "probably",
};
const certainty = byRules([
  [
    /(?<=[a-z] )(?:probably|perhaps|possibly|definitely|certainly)(?= [a-z])(?! not| the (?:best|most|greatest|worst))/g,
    (hit) => (hit.input.endsWith("?") ? null : (PROBABLY[hit[0]] ?? null)),
  ],
]);

/** Modals put for others: how sure, how binding. */
export const modalFamilies: readonly Family[] = [
  { name: "modal", edit: modals },
  { name: "modal_contracted", edit: contracted },
  { name: "obligation", edit: obliged },
  { name: "certainty", edit: certainty },
].map((family): Family => ({ ...family, group: "modal", material: true, kinds: ["modality"] }));
