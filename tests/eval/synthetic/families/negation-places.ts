import type { Replace } from "../family.ts";

/** Words that only stand under a negation: without it the sentence would be no English. */
const BOUND =
  /\b(?:any\w*|ever|yet|either|at all|until|nor|but|necessarily|much|a single|nearly|quite|bother\w*|budge)\b/i;

/** A replacement that is only made where the rest of the sentence can do without the negation, and asks nothing. */
export function freely(replace: (hit: RegExpExecArray) => string): Replace {
  return (hit) => {
    const rest = hit.input.slice(hit.index + hit[0].length);
    return BOUND.test(rest) || hit.input.endsWith("?") ? null : replace(hit);
  };
}

/** A replacement that is only made in a statement that holds no negation yet. */
export function stated(replace: (hit: RegExpExecArray) => string): Replace {
  return (hit) => (/n['’]t\b|\b(?:not|never|no|some)\b|\?$/.test(hit.input) ? null : replace(hit));
}
