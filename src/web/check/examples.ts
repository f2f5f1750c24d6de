/** The source that a fresh install brings, and that the examples below are about. */
export const EXAMPLE_SOURCE = "china-ukraine-peace-plan-2023";

export interface Example {
  label: string;
  quote: string;
  speaker: string;
}

/** One example a verdict, on the article's own words. */
export const EXAMPLES: readonly Example[] = [
  {
    label: "Word for word",
    quote: "Russia started this war and Russia can end this war.",
    speaker: "",
  },
  {
    label: "One word changed",
    quote: "Russia started this war and Russia should end this war.",
    speaker: "",
  },
  {
    label: "A “not” dropped",
    quote: "The security of a region should be achieved by strengthening or expanding military blocs.",
    speaker: "",
  },
  {
    label: "The wrong speaker",
    quote: "Russia started this war and Russia can end this war.",
    speaker: "Vladimir Putin",
  },
  {
    label: "Not there at all",
    quote: "Every bridge we burn tonight will have to be rebuilt by our own children.",
    speaker: "",
  },
];
