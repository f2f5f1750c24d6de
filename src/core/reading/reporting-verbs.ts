import type { Span } from "../text/span.ts";
import { speaks, subjectOf } from "./clauses.ts";
import { type Cues, isSkipped } from "./cues/cues.ts";
import { isPossessive, phraseEndingAt, phraseStartingAt, type Token } from "./noun-phrases.ts";

/** The noun phrase that names a speaker, and the words that say so. */
export interface Found {
  phrase: Token[];
  evidence: Span;
  /** True where a reporting phrase stands right at the quotation; else the quotation is a part of a longer sentence. */
  close: boolean;
  /** True where nobody has said it: the verb is one of thinking, or makes the speech imagined. */
  unsaid: boolean;
}

/** A cue of these words, or null when there are none. */
export function found(phrase: Token[], evidence: readonly Token[] = phrase, close = true): Found | null {
  const first = evidence[0];
  const last = evidence.at(-1);
  return phrase.length > 0 && first && last
    ? { phrase, evidence: { start: first.start, end: last.end }, close, unsaid: false }
    : null;
}

/** The cue of a verb: whether it says that words were said, or thought, or might be. */
export function byVerb(
  list: readonly Token[],
  at: number,
  subject: Token[],
  evidence: readonly Token[],
  cues: Cues,
  close = true,
): Found | null {
  const cue = found(subject, evidence, close);
  return cue && { ...cue, unsaid: isUnsaid(list, at, subject, cues) };
}

/** “he thought”, “he might say”, “if he says”, “he never said”; but “he would often say” tells what was said. */
function isUnsaid(list: readonly Token[], at: number, subject: readonly Token[], cues: Cues): boolean {
  if (cues.thinkingVerbs.has((list[at] as Token).key)) return true;
  const auxiliaries = [];
  for (let i = at - 1; i >= 0 && isSkipped(list[i], cues); i--) auxiliaries.push((list[i] as Token).key);
  const before = list[list.indexOf(subject[0] as Token) - 1]?.key ?? "";
  return (
    (auxiliaries.some((key) => cues.imagined.has(key)) &&
      !auxiliaries.some((key) => cues.habitual.has(key))) ||
    auxiliaries.some((key) => cues.negations.has(key)) ||
    cues.negations.has(before) ||
    cues.negations.has(subject[0]?.key ?? "") ||
    cues.conditional.has(before)
  );
}

/** A verb of reporting, and no part of a name ("the United States") or a noun ("an executive order"). */
export function isReportingVerb(list: readonly Token[], at: number, cues: Cues): boolean {
  const token = list[at];
  if (!token || !(cues.reportingVerbs.has(token.key) || cues.thinkingVerbs.has(token.key))) return false;
  if (isNoCue(list, at, cues)) return false;
  const before = list[at - 1];
  if (token.capital && at > 0 && /^\s+$/u.test(token.gap)) return false;
  if (before !== undefined && isPossessive(before)) return false;
  return !(
    cues.alsoNouns.has(token.key) &&
    before !== undefined &&
    !before.capital &&
    !cues.pronouns.has(before.key) &&
    !cues.relative.has(before.key) &&
    !/[,)]/u.test(token.gap) &&
    !isSkipped(before, cues)
  );
}

/** "was called", "is said": the subject is spoken of, and does not speak. "so-called" is no verb at all. */
function isNoCue(list: readonly Token[], at: number, cues: Cues): boolean {
  const token = list[at] as Token;
  if (token.gap.endsWith("-")) return true;
  return cues.be.has(auxiliaryBefore(list, at, cues)) && cues.participle?.test(token.key) !== true;
}

/** The helping verb before a verb, behind an adverb or two: “was” in “was often called”. */
function auxiliaryBefore(list: readonly Token[], at: number, cues: Cues): string {
  const before = list[at - 1];
  const isOther = isSkipped(before, cues) && !cues.be.has(before?.key ?? "");
  return (isOther ? list[at - 2]?.key : before?.key) ?? "";
}

/** “was called”, “is known as”: what stands behind it somebody else has said. */
export function isPassive(list: readonly Token[], at: number, cues: Cues): boolean {
  const { key } = list[at] as Token;
  const isPast = cues.reportingVerbs.has(key) && cues.past?.test(key) === true;
  return (isPast || cues.beforeMentions.has(key)) && cues.be.has(auxiliaryBefore(list, at, cues));
}

/** “according to X”, wherever it stands in the words. */
export function accordingTo(list: readonly Token[], cues: Cues): Found | null {
  for (const phrase of cues.according) {
    const at = list.findIndex((_, index) => phrase.every((key, step) => list[index + step]?.key === key));
    const stop = at < 0 ? null : phraseStartingAt(list, at + phrase.length, cues);
    if (stop !== null) return found(list.slice(at + phrase.length, stop), list.slice(at, stop));
  }
  return null;
}

export interface Verb {
  at: number;
  subject: Token[];
}

/** The reporting verbs of a clause whose subject may speak. */
export function verbsWithSubjects(list: readonly Token[], cues: Cues): Verb[] {
  const verbs: Verb[] = [];
  for (let at = 0; at < list.length; at++) {
    const agent = passiveAgent(list, at, cues);
    if (agent) verbs.push({ at: at + 1, subject: agent });
    const sayer = whoseSaying(list, at, cues);
    if (sayer) verbs.push({ at, subject: sayer });
    if (!isReportingVerb(list, at, cues)) continue;
    const subject = at > 0 ? subjectOf(list, at, cues) : null;
    if (subject && speaks(subject, cues)) {
      verbs.push({ at, subject });
      continue;
    }
    const after = at <= 1 ? phraseStartingAt(list, at + 1, cues) : null;
    const inverted = after === null ? [] : list.slice(at + 1, after);
    if (speaks(inverted, cues)) verbs.push({ at, subject: inverted });
  }
  return verbs;
}

/** “Marlowe’s claim that”, “Reyle’s blunt reply:”: whose word it is. */
function whoseSaying(list: readonly Token[], at: number, cues: Cues): Token[] | null {
  const goesOn = at === list.length - 1 || cues.quoting.has(list[at + 1]?.key ?? "");
  if (!goesOn || !cues.sayings.has((list[at] as Token).key)) return null;
  const owner = [at - 1, at - 2].find((index) => index >= 0 && isPossessive(list[index] as Token));
  const first = owner === undefined ? null : phraseEndingAt(list, owner, cues);
  return owner === undefined || first === null || !(list[owner] as Token).capital
    ? null
    : list.slice(first, owner + 1);
}

/** “was asked by Ada Marlowe”: the one who acts. */
function passiveAgent(list: readonly Token[], at: number, cues: Cues): Token[] | null {
  if (!cues.be.has(list[at - 1]?.key ?? "") || !cues.reportingVerbs.has(list[at]?.key ?? "")) return null;
  if (!cues.agent.has(list[at + 1]?.key ?? "")) return null;
  const stop = phraseStartingAt(list, at + 2, cues);
  return stop === null ? null : list.slice(at + 2, stop);
}
