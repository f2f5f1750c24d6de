/**
 * A draft made up around the article that a fresh install brings: one quotation word for word, one altered, one
 * given to somebody else, one that stands nowhere, and a word in scare quotes.
 */
export const EXAMPLE_DRAFT = {
  title: "A year into the war, Beijing has a plan and the G7 has an answer",
  text: `A year after the invasion, Beijing has put twelve points on paper, and most of them are about other people’s alliances.

“The security of a region should not be achieved by strengthening or expanding military blocs,” the Chinese plan reads. It does not say which blocs are meant, and it need not.

The G7 Nations had their answer ready within the day. “Russia started this war and Russia should end this war,” the G7 Nations said in a statement.

“The legitimate security interests and concerns of all countries must be taken seriously and addressed properly,” President Joe Biden said during his visit to Poland.

In Kyiv the mood was darker. “Every bridge we burn tonight will have to be rebuilt by our own children,” said Olena Kovalenko, who teaches at a school near the river.

Whether the “peace talks” will ever be held is another question.
`,
} as const;
