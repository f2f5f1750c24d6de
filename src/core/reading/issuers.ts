import { fold } from "../text/fold.ts";
import { subjectOf } from "./clauses.ts";
import type { Cues } from "./cues/cues.ts";
import { type Token, tokens } from "./noun-phrases.ts";
import { type Mention, readPhrase } from "./people.ts";

/** That somebody issued something: where the text says so, who, and the words behind the verb, among them what it was. */
export interface Issue {
  at: number;
  issuer: Mention;
  objects: ReadonlySet<string>;
}

/** How many words behind “released” the noun for what was released stands at most: “a short and rather angry joint statement”. */
const OBJECT_WORDS = 7;

/** Every “issued”, “released” and the like with a subject that is a person or a body, in order. Asides between subject and verb are stepped over. */
export function issuesIn(text: string, cues: Cues): Issue[] {
  const list = tokens(text, 0, text.length);
  const issues: Issue[] = [];
  for (let at = 0; at < list.length; at++) {
    const verb = list[at] as Token;
    if (!cues.issuingVerbs.has(verb.key)) continue;
    const objects = new Set(list.slice(at + 1, at + 1 + OBJECT_WORDS).map(({ key }) => key));
    const subject = subjectOf(
      list.slice(Math.max(0, at - CLAUSE_WORDS_MAX), at + 1),
      Math.min(at, CLAUSE_WORDS_MAX),
      cues,
    );
    const issuer = subject && readPhrase(subject, cues);
    if (issuer && issuer.kind !== "document") issues.push({ at: verb.start, issuer, objects });
  }
  return issues;
}
/** The subject of an issuing verb stands no further before it. */
const CLAUSE_WORDS_MAX = 60;

/** Who issued a document that later "reads" something, by the nearest report before of its being issued; null where the text does not say. */
export function issuerOf(issues: readonly Issue[], document: string, before: number): Mention | null {
  const noun = fold(document).split(" ").at(-1) ?? "";
  return issues.findLast(({ at, objects }) => at < before && objects.has(noun))?.issuer ?? null;
}
