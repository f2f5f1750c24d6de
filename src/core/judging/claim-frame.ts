import type { Span } from "../text/span.ts";
import { JUDGING } from "../tuning.ts";

/** A claim that says who says so, taken apart: "Ada Marlowe said that the bar is shallow". */
export interface ClaimFrame {
  /** Whose words they are said to be, as the claim has it; null where it names nobody. */
  who: string | null;
  /** What is said to have been said: an offset span of the claim. The whole claim where it has no frame. */
  core: Span;
}

/** Verbs that report and assert: what they govern is said as so. "denied", "asked", "promised" are none. */
const SAYS =
  "(?:says?|said|thinks?|thought|believes?|believed|state[sd]|notes?|noted|argue[sd]|claim(?:s|ed)?|add(?:s|ed)|explain(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed)|declare[sd]|announce[sd]|reports?|reported|acknowledge[sd]|admit(?:s|ted)|concede[sd]|pointed out|(?:tells?|told) (?:the \\p{L}+|\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]+)?|us|me|them|him|her))";
const WHO =
  "((?:(?:The|the|A|an) )?(?:\\p{Lu}[\\p{L}.’'-]*|of|president|governor|senator|mayor|minister|secretary)(?: (?:\\p{Lu}[\\p{L}.’'-]*|of|the|president|governor|senator|mayor|minister|secretary)){0,5})";

const LEADS = [
  new RegExp(
    `^\\s*(?:[Ii]n [^,]{3,40}, )?${WHO} (?:also |has |had |once |later |then |just |again )*${SAYS},?(?: that)?\\s+`,
    "u",
  ),
  new RegExp(`^\\s*[Aa]ccording to ${WHO},\\s+`, "u"),
  new RegExp(`^\\s*${WHO}:\\s+`, "u"),
];
const TRAILS = [
  /,\s+(?:\p{L}+ ){1,4}(?:shows?|showed|suggests?|suggested|indicates?|indicated)\s*[.!]?\s*$/u,
  new RegExp(`,\\s+${WHO} ${SAYS}\\s*[.!]?\\s*$`, "u"),
  new RegExp(`,\\s+(?:${SAYS}|according to) ${WHO}\\s*[.!]?\\s*$`, "u"),
];

/** Takes the frame off a claim. */
export function frameOf(text: string): ClaimFrame {
  for (const pattern of LEADS) {
    const hit = pattern.exec(text);
    if (hit && text.length - hit[0].length >= JUDGING.framedCharsMin)
      return { who: nameOf(hit[1]), core: { start: hit[0].length, end: text.length } };
  }
  for (const pattern of TRAILS) {
    const hit = pattern.exec(text);
    if (hit && hit.index >= JUDGING.framedCharsMin)
      return { who: nameOf(hit[1]), core: { start: 0, end: hit.index } };
  }
  return { who: null, core: { start: 0, end: text.length } };
}

/** A pronoun names nobody. */
function nameOf(who: string | undefined): string | null {
  return who === undefined || /^(?:He|She|They|It|We|I|You)$/u.test(who) ? null : who;
}
